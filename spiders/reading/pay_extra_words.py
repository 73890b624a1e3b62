"""Words for what comes on top of the pay, in thirteen languages, and for what only sounds like it."""

import re
from collections.abc import Mapping

from spiders.posting import PayExtraKind
from spiders.reading.words import alternation, listed

_BONUS = """
bonus|bonuses|bonus scheme|bonus plan|bonus pay|bonus potential|bonus target|bonus program|sign-on|sign-on bonus
sign-on payment|profit sharing|profit share
profit-sharing|prämie|prämien|bonuszahlung|bonuszahlungen|jahresbonus|leistungsbonus|leistungsprämie|willkommensbonus
startprämie|antrittsprämie|erfolgsbeteiligung|gewinnbeteiligung|variable|variabel|variabler anteil|variablen anteil
variable vergütung|variabler vergütung|prime|primes|part variable|intéressement|bono|bonos|bonus anual
retribución variable
variable anual|premio|premi
premio di risultato|mbo|winstdeling|bonusordning|resultatbonus|bonukset|bonusta|tulospalkkio|tulospalkkiot|premia|premie
premii|premia roczna|premia uznaniowa|bonusy|prémie|roční bonus|bónus|bônus|prémio|prémios|plr|náborový příspěvek
"""
_EQUITY = """
equity|equity package|stock options|stock option|share options|shares|stock|rsu|rsus|esop|vsop|epa|emi options|bspce
virtual shares|phantom shares|aktienoptionen|anteile|unternehmensanteile|virtuelle anteile|mitarbeiterbeteiligung
actions gratuites|stock-options|participación accionarial|acciones|azioni|aandelen|aandelenopties|aktieoptioner
teckningsoptioner|warrants|aksjeopsjoner|osakeoptiot|osakkeita|optioita|udziały|opcje na akcje|akcie|opční program
opções de ações
"""
_OVERTIME = """
overtime|overtime pay|overtime rate|time and a half|time and one half|time-and-a-half|double time|überstunden
überstundenzuschlag
mehrarbeit|heures supplémentaires|heures sup|horas extra|horas extras|horas extraordinarias|straordinari|straordinario
overwerk|overuren|övertid|övertidsersättning|overtid|overtidsbetaling|overarbejde|ylityöt|ylityö|ylityökorvaus
nadgodziny
nadgodzin|přesčas|přesčasy|práci přesčas|horas extraordinárias
"""
_COMMISSION = """
commission|commissions|commission pay|commission scheme|ote|on-target earnings|on target earnings|provision|provisionen
umsatzprovision|commissions sur ventes|comisión|comisiones|commissioni|provvigione|provvigioni|commissie|provisie
provisionslön|provisjon
provisio|provisiota|prowizja|prowizji|prowizje|provize|comissão|comissões|variable commission
"""
_ALLOWANCE = """
13th month|13th month salary|13th month pay|13th salary|14th month salary|aws|holiday pay|holiday allowance
vacation allowance|christmas bonus
christmas pay|car allowance|travel allowance|housing allowance|living allowance|accommodation allowance
cost of living allowance
shift allowance|shift premium|shift differential|night differential|weekend differential|evening differential
differential
on-call allowance|standby allowance|london allowance|london weighting|location allowance|market supplement|sen allowance
tlr|tlr1|tlr2|tlr1a|tlr1b|tlr2a|tlr2b|tlr2c|tlr3|superannuation|super|weihnachtsgeld|urlaubsgeld|jahressonderzahlung
sonderzahlung|13. monatsgehalt|13. gehalt|13. monatslohn
14. monatsgehalt|schichtzulage|schichtzulagen|nachtzuschlag|nachtzuschläge|zulage|zulagen|13ème mois|13e mois
treizième mois
14ème mois|indemnité|paga extra|pagas extra|plus de nocturnidad|tredicesima|quattordicesima|13a mensilità|14a mensilità
indennità|vakantiegeld|vakantietoeslag|13e maand|dertiende maand|eindejaarsuitkering|ploegentoeslag
semesterersättning|ob-tillägg
ob-ersättning|ferietillæg|feriepenge|feriepenger|kvelds- og helgetillegg|lomaraha|vuorolisä|iltalisä|trzynastka
13. pensja
dodatek nocny|dodatek zmianowy|13. plat|14. plat|příplatek|příplatky|subsídio de férias|subsídio de natal|13º salário
subsídio de turno|décimo terceiro
"""
WORDS: Mapping[PayExtraKind, str] = {
    PayExtraKind.ALLOWANCE: _ALLOWANCE,
    PayExtraKind.EQUITY: _EQUITY,
    PayExtraKind.OVERTIME: _OVERTIME,
    PayExtraKind.COMMISSION: _COMMISSION,
    PayExtraKind.BONUS: _BONUS,
}
#: Beginnings of all of these, to look for fast; each word of the lists holds one.
SIGNS = (
    *listed(
        """
        bonus|bônus|bónus|bono|sign-on|profit sh|profit-sh|prämi|beteiligung|variab|prime|intéress|premi|prémi|winstd
        tulospalk|náborov|equit|option|opti|stock-o|stock opt|shares|rsu|esop|vsop|bspce|anteil|aktie|actions gr|accion
        azioni|aandel|teckning|warrant|aksje|osakk|osakeo|udział|akcie|opční|opç|overti|time and|time-and|double time
        übers|mehrarbeit|heures sup|horas ex|straord|overwe|overur|övert|overar|ylityö|nadgod|přesčas|commis|target ear
        provision|provis|comis|(ote|provv|prowiz|provize|comiss|13th|14th|13t|13è|14è|13e|13a|14a|13º|aws
        vacation al|allowance|differential|supplement|tlr|super|weihnacht|urlaubsg|sonderz|zulage|zuschlag|zuschläge
        treizi|indemn|paga ext|pagas ext|nocturn|tredic|quattord|indenni|vakantie|dertien|eindej|toeslag|tillägg|ersättn
        ferietil|feriepen|helgetil|lomara|lisä|trzynast|dodatek|příplat|subsídio|décimo|stock
        """
    ),
    " mbo",
    " plr",
    " epa",
    " ote",
    "13. ",
    "14. ",
    "holiday ",
    "christmas ",
    "shift ",
    "london ",
    "\note",
)
#: Before the word, part of what it is called.
ADJECTIVES = re.compile(
    r"(?<!\w)(?:(?:related|linked|nástupní|výkonnostní|annual|yearly|quarterly|monthly|performance|discretionary"
    r"|sign-on|sign on|signing|joining|welcome"
    r"|retention|target"
    r"|company|year-end|end of year|sales|uncapped|competitive|generous|guaranteed|cash|paid|holiday|new hire"
    r"|starting|employee|team"
    r"|individual|variable|incentive|meaningful|significant|early|stage|jährliche[rn]?|leistungsabhängige[rn]?"
    r"|variable[rn]?"
    r"|bezahlte|vergütete|individuelle[rn]?|attraktive[rn]?|annuelle|sur objectifs|premium|årlig|kvartalsvis"
    r"|vuosittainen|roczna"
    r"|kwartalna|roční|čtvrtletní|anual|annuale|individual|performance-based|performance based|results-based"
    r"|productivity"
    r"|company-wide|biannual|semi-annual|based|non-discretionary|night|evening|weekend|shift)[ -]{1,2}){1,4}\Z"
)
#: Words that make the same sound as the lists, but are something else.
NOT_EXTRA = re.compile(
    r"(?<!\w)(?:(?:referral|refer a friend|referrals|employee referral|cooptation|parrainage|empfehlungs\w{0,12}"
    r"|mitarbeiter-werben"
    r"|recomendación|polecenie|polecenia)(?!\w)"
    r"|(?:private|pay|health|racial|gender|home|social|brand|diversity,?|inclusion,?|digital|educational|diversity and"
    r"|inclusion and|diversity &|promot\w{0,3}|advanc\w{0,3}) equity(?!\w)"
    r"|equity(?:,| and| &|/) (?:inclusion|diversity|justice|belonging|access|inclusive|excellence)"
    r"|equity (?:research|partners?|firms?|crowdfunding|markets?|analysts?|trading|traders?|derivatives|investors?"
    r"|funds?|lens"
    r"|initiatives?|capital|financing|investments?)|bonus (?:points?|if|skills?|qualifications?)"
    r"|(?:european|securities|planning|art|works?) commission(?!\w)|(?:market|wallet|screen|knowledge) shares?(?!\w))"
)
#: In the clause before it: not given, or not sure.
HEDGED = re.compile(
    r"(?<!\w)(?:may|might|could|no|not|without|never|calculat\w{1,4}|process\w{0,4}|manag\w{1,4}|administer\w{0,4}"
    r"|required to|willing"
    r"|ohne|kein\w{0,2}|sans|pas de|sin|senza|geen|ingen|ingen|ei|bez|brak|nie|sem|não)(?!\w)"
)
#: Said without an amount, these still say that the posting offers it.
OFFERED = re.compile(
    r"dertiende maand|"
    r"(?:annual|yearly|quarterly|performance|discretionary|sign-on|signing|retention|year-end|target|company|cash"
    r"|guaranteed)[ -](?:\w{1,12}[ -])?"
    r"bonus(?:es)?|bonus (?:scheme|plan|pay|program)|profit[ -]shar(?:ing|e)|(?:\w{1,12} )?stock options"
    r"|share options|rsus?|bspce|vsop"
    r"|equity package|(?:meaningful|generous|competitive|significant) equity|(?:uncapped|generous|competitive"
    r"|monthly) commissions?"
    r"|commission (?:scheme|pay)|paid overtime|overtime pay|time and a half|time-and-a-half|time and one half"
    r"|double time"
    r"|(?:bezahlte|vergütete) überstunden|überstundenzuschlag|13.{1,4}(?:month|monats|gehalt|salary|mois|maand"
    r"|mensilità|plat|pensja).{0,8}"
    r"|14.{1,4}(?:monats|mois|mensilità|plat).{0,8}|weihnachtsgeld|urlaubsgeld|jahressonderzahlung|treizième mois"
    r"|tredicesima"
    r"|quattordicesima|vakantiegeld|vakantietoeslag|eindejaarsuitkering|trzynastka|lomaraha|aktienoptionen"
    r"|mitarbeiterbeteiligung"
    r"|jahresbonus|leistungsprämie|erfolgsbeteiligung|gewinnbeteiligung|intéressement|premio di risultato|tulospalkkio"
    r"|aktieoptioner|osakeoptiot|opcje na akcje|övertidsersättning|overtidsbetaling|paga extra|pagas extra"
    r"|subsídio de (?:férias|natal)"
)

#: Behind the word, as Romance and Polish have it.
_BEHIND = (
    r"(?: (?:annuel(?:le)?s?|anual|anuais|annuale|annuo|annua|mensuel(?:le)?s?|mensual|mensal|trimestral"
    r"|trimestriel(?:le)?s?"
    r"|variable|variabile|variável|sur objectifs|de performance|d'objectifs|por objetivos|roczna|kwartalna|uznaniowa))?"
)

EXTRA = re.compile(
    "|".join(rf"(?P<{kind.value}>(?<!\w){alternation(listed(words))}{_BEHIND}(?!\w))" for kind, words in WORDS.items())
)
