"""What the words around an amount say it is for: pay for the work, something else, or a bound of pay."""

import re

from spiders.reading.words import alternation, listed, whole

#: Pay for the work. Those of the second list also stand inside longer words ("Monatsgehalt", "kuukausipalkka").
_PAY = """
salary|salaries|pay|pay rate|pay range|pay scale|payscale|pay band|compensation|comp|wage|wages|remuneration
earnings|earn|earning
hourly rate|day rate|daily rate|base rate|rate|rates|stipend|ote|total comp|tc|ctc|package|base|per hour|salaried
scholarship|fellowship
lohn|entgelt|verdienst|bezahlung|besoldung|brutto|honorar|salaire|salaires|rémunération|rémunérations|gratification
salaire brut|tjm
fourchette salariale|salario|salarios|sueldo|retribución|remuneración|range retributivo|retributiva|stipendiale
tarief|banda salarial|salarial|stipendio|retribuzione
ral|compenso|inquadramento
salaris|loon|salarisindicatie|bruto|stagevergoeding|lön|löner|ingångslön|løn|lønn|startløn|aflønning|honorering
palkka|palkkaus
palkkahaarukka|wynagrodzenie|wynagrodzenia|płaca|pensja|stawka|stawki|zarobki|widełki|widełki płacowe|mzda|mzdy|mzdu
mzdou|plat|platu|paga|paye|negotiable|honorarium|honoraria|basic|fijos|fijo|fisso|fixe|palkkiot|salariu|salariul|venit
fizetés|bér|munkabér|bruttó|заплата|възнаграждение|bolsa-auxílio
platové|odměna|mzdové|finanční ohodnocení|ohodnocení|výdělek|salário|salários|remuneração|vencimento|ordenado|bolsa
"""
_PAY_INSIDE = """
gehalt|gehälter|vergütung|lohn|lønn|løn|lön|palkka|salaris|mzda|uurtarief|dagtarief|stundenansatz|stundensatz|tagessatz
年収|年俸|月給|月収|時給|日給|給与|給料
"""

#: Money that is not pay for the work.
_OTHER = """
revenue|revenues|turnover|arr|mrr|gmv|raised|raise|raising|funding|funded|fundraising|round|valuation|valued
investors|investor|invested|backed|budget|budgets
saves|save|saved|losses|loss|fraud|aum|worth|quota|quotas|donation|donations|donated|grant|grants|prize|prizes
awarded|bid|bonus|bonuses|bounty|commission
commissions|voucher|vouchers|meal|meals|lunch|lunches|allowance|allowances|cafeteria|perk|perks|pension
reimbursement|reimbursements|reimbursed|reimburse|subsidy
subsidies|subsidised|subsidized|gym|relocation|sign-on|signing|referral|referrals|refer|stock|stocks|shares|options
rsu|rsus|match|matching|contribution|contributions
contribute|differential|differentials|fee|fees|cost|costs|price|prices|priced|rent|penalty|fines|coverage|discount
discounts|discounted|gift
gifts|laptop|home office|home-office|tuition|repayment|repayments|student loan|debt
loans|pay system|pay cap|salary cap|salary sacrifice|processed|processes|overtime|subscription|membership|tickets
childcare|phone
overtime rate|overtime pay|commission rate|commission pay|bonus pay|tip|tips|gratuities|income protection|life cover
life assurance|death in service|deal size|deal sizes|ticket size
check size|order value|contract value|acv|tcv|ltv|premiums|covered|dental|vision|parental leave|maternity leave
top-up|sales target|sales targets
revenue target|fundraising target|valued at|im wert von|valeur de|ter waarde van|t.w.v.|valore di|värde av|værdi af
verdi av|o wartości
v hodnotě|welfare|wellbeing|well-being|karta|karty|carte|swile|edenred|sodexo|pluxee|multisport|ticket|jobrad|bons
relocation package|severance package|benefits package|welcome package|equity package|holiday package
wfh|hsa|fsa|deductible|deposit|refund|expenses|profit|profits|ebitda|market cap|paid out|learning stipend
wellness stipend|office stipend|stipend for|home stipend
travel stipend|technology stipend|internet stipend|health stipend|credits|life insurance|umsatz|umsätze|jahresumsatz
budgetverantwortung|prämie|prämien|zuschuss|zuschüsse
gutschein|gutscheine|kosten|bonuszahlung|provision|finanzierung|finanzierungsrunde|rabatt|rabatte|sachbezug
jobticket|vermögenswirksame|fördermittel|spenden
urlaubsgeld|weihnachtsgeld|zulage|zulagen|chiffre d'affaires|levée|levé|levés|financement|prime|primes
titres-restaurant|ticket restaurant|tickets restaurant|chèques
chèque|mutuelle|remboursement|remboursés|panier|facturación|ingresos|financiación|ronda|presupuesto|bono|bonos
comisión|comisiones|ayuda|cheque|fatturato|finanziamento
premio|premi|buoni|buono|buoni pasto|provvigioni|rimborso|omzet|financiering|reiskosten|reiskostenvergoeding
maaltijdcheques|korting|pensioen|omsättning|omsätter
finansiering|friskvårdsbidrag|friskvård|förmån|tillägg|omsætning|omsætter|pensjon|tillæg|tillegg|omsetning
liikevaihto|rahoitus|etu|liikuntaetu|bonukset
lounasetu|obrót|obroty|obrotów|przychody|przychód|finansowanie|dofinansowanie|premia|premie|prowizja|dodatek|dodatki
budżet|obrat|obratem|tržby|rozpočet|příspěvek
příspěvky|stravenky|stravenkový|bonusy|prémie|provize|poukázky|náborový|faturação|faturamento|orçamento|bônus|bónus
comissão|auxílio alimentação|auxílio-alimentação|auxílio refeição|auxílio-refeição|auxílio transporte|auxílio-transporte
auxílio creche|auxílio-creche|auxílio saúde|auxílio educação|auxílio home office|vale|subsídio|prémio
"""
#: Words that are also in titles ("Sales Manager - £30k"): something else only where they own the amount.
_OWNING = """
sales|market|transaction|transactions|volume|deal|deals|contract|contracts|assets|capital|portfolio|portfolios
investment|investments|savings|pipeline|series|seed|credit
equity|accounts|orders|customers|clients|users|projects|project|insurance|education|learning|development|training
travel|wellness|equipment|benefit|benefits|loan|spend
"""
#: An amount after these comes on top of the pay.
_ON_TOP = re.compile(
    r"(?:\+|(?<!\w)(?:plus|plus up to|as well as|zzgl\.?|zuzüglich|más|più|samt|ekstra|extra|navíc)(?!\w)"
    r"(?: (?:an? )?(?:additional|up to|bis zu))?)\W{0,3}(?:(?:[a-z]{1,4}\d\w{0,2}|vr|va|vt|vb|aws)\W{1,2})?\Z"
)

_FROM = """
from|mind.|mind|starting at|starting from|starts from|starts at|start at|starting|begins at|beginning at|at least
minimum
minimum of|min|min.|not less than|no less than|more than|in excess of|over|above|ab|mindestens|beginnend bei
beginnend ab|ab ca.
à partir de|a partir de|dès|au moins|desde|al menos|mínimo|mínimo de|como mínimo|a partire da|almeno|minimo|da|vanaf
minimaal|minstens|från|lägst|minst|fra|mindst|alkaen|vähintään|od|co najmniej|powyżej|nejméně|alespoň|minimálně
no mínimo|pelo menos
"""
_UP_TO = """
up to|upto|salary to|package to|max|max.|maximum|maximum of|no more than|not more than|less than|under|below
as much as|bis zu|bis
maximal|höchstens|jusqu'à|jusqu'a|au maximum|hasta|máximo|como máximo|fino a|fino ad|massimo|tot|maximaal|upp till
högst|op til|opp til|opptil|maks|maks.
maksimalt|jopa|enintään|do|až|až do|maximálně|maksymalnie|até|no máximo
"""
_FLOOR = re.compile(
    r"minimum (?:\w+ ){0,2}(?:salary|pay|wage|compensation)|salary minimum"
    r"|mindest(?:brutto)?(?:jahres|monats)?(?:gehalt|lohn|entgelt|grundgehalt)"
    r"|salaire minimum|salario mínimo|minimum(?:s)?(?:loon|salaris)|minimilön|minimumsløn|minimální mzda"
)


_PAY_PATTERN = re.compile(rf"{whole(listed(_PAY))}|{alternation(listed(_PAY_INSIDE))}")
_OTHER_PATTERN = re.compile(
    r"(?:(?:office|wellness|learning|education|development|gym|fitness|meal|lunch|travel|internet|phone|technology"
    r"|tech|commuter|"
    r"book|conference|health|equipment|remote work|relocation|lifestyle|childcare|home) (?:\w+ ){0,2}?stipend"
    rf"|{whole(listed(_OTHER))}|401\s?\(?k\)?|\w(?:umsatz|zuschuss|prämie|gutschein|omsättning|omsætning|budget"
    rf"|ticket|zulage|zuschlag|bidrag|etu|toeslag|kostenvergoeding)\w{{0,3}})"
)
_OWNED = re.compile(
    rf"(?<!\w){alternation(listed(_OWNING))}(?: (?:of|in|up to|worth|over|from|between|for|ranging|valued|valued at"
    rf"|costing|:)){{1,2}} ?\W{{0,3}}\Z"
)
#: Never the pay, whatever word for pay stands nearer.
_NEVER = re.compile(
    r"(?<!\w)(?:exceed(?:s|ing|ed)?"  # "whose salary exceeds the maximum salary of"
    r"|(?:families|households?|people|those|customers?|clients|individuals|graduates|alumni) (?:who )?(?:earn"
    r"|spend)(?:s|ing)?"
    r"|(?:minimum|living) wage (?:in|is|for|has|was|rose|of the|here)|mindestlohn (?:in|ist|liegt|beträgt|für)"
    r"|smic (?:est|s'élève)|salario mínimo (?:en|es|interprofesional)|minimumloon (?:in|is)"
    r"|minimální mzda (?:v|je|činí)"
    r"|płaca minimalna (?:w|to|wynosi)|salário mínimo (?:em|é|nacional)"
    r"|(?:average|typical|median) (?:\w{1,15} ){0,2}(?:contract|order|deal|project|account|policy|claim|loan|basket"
    r"|ticket|transaction|sale|invoice)s?|(?:customer|client) (?:contract|order|account|invoice)s?"
    r"|(?:income|salary|mortgage|payment) protection|sum (?:assured|insured)"
    r"|refer (?:a|an|your|our|friends?|someone)|average (?:base |annual |market |hourly )?(?:salary|pay|wage)"
    r"|durchschnittsgehalt|durchschnittliche\w? \w{0,12}gehalt|geschätzte\w? gehalt|salaire moyen|salario medio"
    r"|stipendio medio"
    r"|gemiddeld\w? \w{0,8}salaris|medellön|gennemsnitsløn|gjennomsnittslønn|keskipalkka"
    r"|średni\w{1,2} (?:wynagrodzenie|pensja|zarobki)"
    r"|průměrn\w (?:mzda|plat)|salário médio)(?!\w)"
)
_GROSS_AT = re.compile(r"\s{0,2}(?:gross|brutto|bruto|bruts?|brutos?|lord[oi])(?!\w)")
#: A board's own guess.
_GUESSED_AFTER = re.compile(
    r"[\s,]{0,3}\(?(?:geschätzt|estimated by|estimate by|estimé\w? par|estimado por|stimato da|geschat door"
    r"|(?!employer )\w{1,20} est\.)"
)
#: So near to the amount something is named that the pay only includes ("salary and bonus: ").
_JOINED_REACH = 16
_DIGIT = re.compile(r"\d")
_ALSO = re.compile(r"(?:[+&/,]|(?<!\w)(?:and|plus|incl\w{0,8}|with|und|et|y|e|en|och|og)) {0,2}(?:\w{1,30} )?\Z")
_APPROXIMATELY = (
    r"(?:~|about|around|approx(?:imately)?\.?|circa|ca\.?|c\.|etwa|rund|environ|cerca de|omkring|noin|około|cca)?"
)
_FROM_PATTERN = re.compile(
    rf"(?<!\w){alternation(listed(_FROM))}(?:\s{{0,3}}[:=])?\s{{0,3}}{_APPROXIMATELY}\s{{0,3}}\Z"
)
_UP_TO_PATTERN = re.compile(
    rf"(?<!\w){alternation(listed(_UP_TO))}(?:\s{{0,3}}[:=])?\s{{0,3}}{_APPROXIMATELY}\s{{0,3}}\Z"
)
_OTHER_PERIOD = re.compile(
    r"[\s,(]{0,3}(?:gross |base )?(?:bi-?weekly|bi-?monthly|semi-?monthly|fortnightly|quarterly"
    r"|(?:/\s?|(?:per|a|an|each|every|pro|par|por) )"
    r"(?:fortnight|quarter|two weeks|2 weeks|semester|term|season|project|article|word|page|mile|shift|session|class|"
    r"night|event|course|visit|assignment|task|piece|lesson|unit|sale|delivery|hire|credit)s?)(?!\w)"
)
_MORE = re.compile(
    r"\s{0,2}(?:and (?:up|above|over|more)|or (?:more|above)|upwards?|aufwärts|und mehr|et plus|y más|e più"
    r"|en meer|och uppåt|og opp|og opefter|alkaen|i więcej|wzwyż|a více|e mais|minimum|min\.?)(?!\w)"
)
_LESSER_BEFORE = re.compile(
    r"(?<!\w)(?:ote|on[- ]target|actual (?:\w+ ){0,2}|pro[- ]rata|(?:rising|increasing|progressing"
    r"|growing) (?:\w{1,12} )?to)[^\d]{0,14}\Z"
)
_LESSER_AFTER = re.compile(r"\s{0,2}\(?(?:ote(?!\w)|on[- ]target|total (?:comp|package|earnings)|pro[- ]rata\))")
#: What only pay depends on, or is given for.
_PAY_CONDITION = re.compile(
    r"[\s,(*-]{0,4}(?:fte|pro[- ]rata|d\.?o\.?e|(?:depending|dependent|based) (?:up)?on (?:\w+ ){0,2}(?:experience"
    r"|skills|qualifications)"
    r"|commensurate|je nach (?:qualifikation|erfahrung)|(?:bei|in|auf) (?:einer )?vollzeit|selon (?:profil"
    r"|expérience|l'expérience)"
    r"|según (?:experiencia|valía|perfil)|in base all'esperienza|afhankelijk van (?:je )?(?:ervaring|leeftijd)"
    r"|(?:bij|op basis van) (?:een )?(?:fulltime|full-time|voltijd|40|38|36)|beroende på erfarenhet"
    r"|avhengig av erfaring|afhængig af erfaring"
    r"|kokemuksen mukaan|w zależności od|dle zkušeností|podle zkušeností|consoante (?:a )?experiência"
    r"|conforme experiência"
    r"|employer (?:est|provided)|(?:rising|increasing|progressing) to|w-?2(?!\w)|c2c(?!\w)|1099(?!\w)|(?:inside"
    r"|outside) ir35|bi-?weekly|fortnightly|semi-?monthly)"
)
_OTHER_AFTER = re.compile(rf"(?P<between>[\s\w'%-]{{0,30}}?){_OTHER_PATTERN.pattern}")
_BENEFITS = re.compile(r"\s{0,2}(?:\w{1,12} )?\w{3,15}\s?[,&+]")
_JOINED_AFTER = re.compile(
    r"\s{0,2}(?:[+|,;.()&/]|(?:inclusive|including|inclu|incl|inkl|inc|excluding|exclusive|excl|exkl|exc|ex|and|plus"
    r"|und|et|y|e|en|och|og|ja|oraz|a|with|depending|dependent|based|gross|per)(?!\w))"
)


def last_pay_word(label: str) -> int:
    """Where the last word for pay in `label` (plain text) ends; -1 where there is none."""
    end = -1
    for found in _PAY_PATTERN.finditer(label):
        end = found.end()
    return end


def is_other_before(label: str) -> bool:
    """Whether the words before an amount make it something else than pay: the nearest word decides.

    In "Base salary and bonus: " the bonus is only added; in "salary 90,000, bonus " it is not.
    """
    if _NEVER.search(label):
        return True
    pay = last_pay_word(label)
    for found in _OTHER_PATTERN.finditer(label):
        near = len(label) - found.end() <= _JOINED_REACH
        added = (
            pay >= 0
            and near
            and not _DIGIT.search(label, pay, found.start())
            and _ALSO.search(label, pay, found.start())
        )
        if found.end() >= pay and not added:
            return True
    return bool(_OWNED.search(label))


def is_other_after(following: str) -> bool:
    """Whether the words right after an amount make it something else: "$3,000 signing bonus", "$5M in funding"."""
    if _GUESSED_AFTER.match(following):
        return True
    if gross := _GROSS_AT.match(following):
        following = following[gross.end() :]
    other = None if _JOINED_AFTER.match(following) else _OTHER_AFTER.match(following)
    return bool(
        other and last_pay_word(other["between"]) < 0 and "%" not in other["between"]
    )  # "$22 an hour. 10% bonus"


def lists_benefits(following: str) -> bool:
    """Whether a list of what comes with the pay follows: "£60,000/annum Bonus, Pension, Healthcare"."""
    return bool(_BENEFITS.match(following))


def is_pay_after(following: str) -> bool:
    """Whether a word for pay follows at once: "$80-100K base", "€75–90k OTE"."""
    if _PAY_CONDITION.match(following):
        return True
    found = _PAY_PATTERN.search(following[:24])
    return bool(found) and not _JOINED_AFTER.match(following)


def is_lesser(label: str, following: str) -> bool:
    """Whether the amount is pay, but another one beside it would be the pay: on target, after a time, pro rata."""
    return bool(_LESSER_BEFORE.search(label) or _LESSER_AFTER.match(following))


def is_other_period(following: str) -> bool:
    """Whether the amount before these words pays for a time or piece that `PayUnit` has no name for."""
    return bool(_OTHER_PERIOD.match(following))


def is_on_top(label: str) -> bool:
    """Whether the label ends in "plus" or the like."""
    return bool(_ON_TOP.search(label))


def lower_bound(label: str) -> int | None:
    """Where in `label` the words begin that make the amount after it the least: "from", "mindestens"; None: no such."""
    return _start(_FROM_PATTERN.search(label, max(0, len(label) - 32)) or _FLOOR.search(label))


def is_lower_bound_after(following: str) -> bool:
    """Whether the words after an amount make it the least: "and up", "alkaen"."""
    return bool(_MORE.match(following))


def upper_bound(label: str) -> int | None:
    """Where in `label` the words begin that make the amount after it the most: "up to", "bis zu"; None: no such."""
    return _start(_UP_TO_PATTERN.search(label, max(0, len(label) - 32)))


def _start(found: re.Match[str] | None) -> int | None:
    return found.start() if found else None
