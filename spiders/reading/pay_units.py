"""The time that an amount pays for, as pages word it in thirteen languages (and Catalan's "any")."""

import re
from collections.abc import Mapping

from spiders.posting import PayUnit
from spiders.reading.words import alternation, listed

#: Words that need "per", "a", "/" or the like before them.
_NOUNS: Mapping[PayUnit, str] = {
    PayUnit.HOUR: """
        hour|hours|hr|hrs|h|std|stunde|stunden|heure|heures|hora|horas|ora|ore|uur|u|timme|timmar|timmen|tim|time
        timer|timen|t|tunti|tunnissa|tunnilta|godzina|godzinę|godziny|godz|g|hodina|hodinu|hodiny|hod|óra|oră|час
    """,
    PayUnit.DAY: """
        day|days|diem|tag|tage|jour|jours|journée|día|dia|días|dias|giorno|dag|dagen|dagar|päivä|päivässä|dzień|den
        manday|man-day|nap|zi|ден
    """,
    PayUnit.WEEK: """
        week|weeks|wk|woche|semaine|semana|settimana|vecka|veckan|uge|ugen|uke|uken|viikko|viikossa|tydzień|týden
        vko|týždeň|hét|săptămână|седмица
    """,
    PayUnit.MONTH: """
        month|months|mth|mo|mon|monat|mois|mes|mese|maand|månad|mån|månaden|måned|måneden|md|mnd|kk|kuukausi
        kuukaudessa|kuussa|miesiąc|mies|mc|m-c|měsíc|měs|mês|m|mesiac|hó|hónap|luna|lună|месец
    """,
    PayUnit.YEAR: """
        year|years|yr|yrs|y|annum|jahr|jahre|an|année|annee|ans|año|ano|anno|jaar|j|år|året|any|vuosi|vuodessa|rok
        roku|év|година
    """,
}

#: Words that say it alone, after or before the amount.
_ADVERBS: Mapping[PayUnit, str] = {
    PayUnit.HOUR: """
        hourly|ph|p.h.|p.u.|p/u|tunnilta|tunti|uurtarief|stundenansatz|stündlich|stundenlohn|stundensatz|horaire|uurloon
        timlön|timelønn|timeløn|timepris|tuntipalkka
        tunnissa|godzinowa|godzinowo|godzinowe|godzinowej|oraria|orarie|hodinově|hodinová|hodinovka
    """,
    PayUnit.DAY: """
        daily|pd|p.d.|day rate|md rate|manday rate|dagtarief|täglich|tagessatz|tagesgage|journalier|tjm|diario
        dagvergoeding|dagløn|denně|dziennie|päivässä
        giornaliero|diário|diária
    """,
    PayUnit.WEEK: """
        weekly|pw|p.w.|viikossa|wöchentlich|wochenlohn|hebdomadaire|semanal|settimanale|wekelijks|veckolön|ugeløn
        tygodniowo|týdně
    """,
    PayUnit.MONTH: """
        monthly|pcm|pm|p.m.|monatlich|monatsgehalt|monatslohn|monatsbrutto|bruttomonatsgehalt|bruttomonatslohn|mensuel
        mensuelle|mensuels|mensuelles|mensual|mensuales|mensualmente|mensile|mensili|maandelijks|maandsalaris
        brutomaandsalaris|maandloon|månadslön|månedsløn|månedlig|månedligt|månedslønn|kuukausipalkka|kuukaudessa
        miesięcznie|miesięczne|miesięczna|měsíčně|měsíční|mensal|mensais|mensalmente
    """,
    PayUnit.YEAR: """
        yearly|annual|annually|annualized|annualised|pa|p.a.|p.a|jährlich|jahresgehalt|jahresbrutto|jahresbruttogehalt
        bruttojahresgehalt|bruttojahreslohn|jahresbruttolohn|jahreslohn|jahreszielgehalt|zielgehalt|jahresentgelt
        annuel|annuelle|annuels|annuelles|anual|anuales|anuais|anualmente|annuo|annui|annua|annue|annuale|annuali
        jaarsalaris|jaarlijks|brutojaarsalaris|årslön|årsløn|årlig|årligt|årslønn|vuosipalkka|vuodessa|rocznie|roczne
        roczna|ročně|roční|lpa
    """,
}

_PREPOSITION = (
    r"(?:/\s{0,2}(?:an?\s)?|p/|(?:(?<!\w)(?:per|each|every|an|pro|im|in der|je|die|par|de l'|à l'|por cada|por|al"
    r"|a la|all'|"
    r"l'|il|het|in het|pr|pr\.|om|i|na|za|v|ve|à|ao|a)(?:(?<=')|\s{1,2})))"
)
#: Words between an amount and its unit that say nothing about the unit.
_BETWEEN = (
    r"(?:(?:gross|brutto|bruttoa|bruto|brutos|brutas|bruta|brut|bruts|brute|lordi|lordo|lorde|netto|netti|netta"
    r"|nette|nettes|neto|netos|netas|čistého|net|nets|hrubého|bruttolön|"
    r"base|basic|salary|wage|pay|rate|ote|total|cash|comp|ctc|b\.|before tax|approx|plus vat|\+ vat|vat|ral|starting|"
    r"minimum|min\.?|fixe|fixed|in)(?!\w)[\s,).(/*-]{0,3})"
)


def _by_word(words: Mapping[PayUnit, str]) -> dict[str, PayUnit]:
    return {word: unit for unit, joined in words.items() for word in listed(joined)}


#: Danish "kr./md." is a month.
_KRONER = re.compile(r"(?:kr\.?|dkk|nok)\s?\Z")
_COMPOUNDS = {
    PayUnit.HOUR: "stundenlohn|stundensatz|uurloon|timlön|timelønn|timeløn|tuntipalkka|compenso orario|costo orario",
    PayUnit.DAY: "tagessatz|dagløn",
    PayUnit.MONTH: "monatsgehalt|monatslohn|maandsalaris|maandloon|månadslön|månedslønn|månedsløn|kuukausipalkka",
    PayUnit.YEAR: "jahresgehalt|jahreslohn|jahresentgelt|jaarsalaris|årslön|årslønn|årsløn|vuosipalkka",
}
#: These stand inside longer words too ("Bruttostundenlohn"); Japanese has no spaces to tell words by.
_UNIT_OF_LABEL = {
    **{word: unit for unit, words in _COMPOUNDS.items() for word in words.split("|")},
    "年収": PayUnit.YEAR,
    "年俸": PayUnit.YEAR,
    "月給": PayUnit.MONTH,
    "月収": PayUnit.MONTH,
    "日給": PayUnit.DAY,
    "時給": PayUnit.HOUR,
}
_UNIT_OF_NOUN = _by_word(_NOUNS)
_UNIT_OF_ADVERB = _by_word(_ADVERBS)

_NOUN = rf"(?P<noun>{alternation(_UNIT_OF_NOUN)})"
_ADVERB = rf"(?P<adverb>{alternation(_UNIT_OF_ADVERB)})"

#: Behind a comma only what ends there: in "$198,000, annual bonus 15%" the bonus is annual.
_OWN_CLAUSE = re.compile(r"[\s.]{0,2}(?:[,;)|\n]|\Z)")
_AFTER = re.compile(rf"[\s,(*-]{{0,4}}{_BETWEEN}{{0,3}}(?:(?:/\s?|[(-]\s?)?{_ADVERB}|{_PREPOSITION}{_NOUN})(?!\w)\.?")

#: In a label before the amount only what cannot be about hours of work or length of leave.
_LABEL_NOUNS = frozenset({"hour", "stunde", "heure", "hora", "month", "monat", "mois", "mese", "maand", "mes", "mês"})
_LABEL_NOUNS |= {"year", "annum", "jahr", "jaar", "année", "anno", "año", "ano", "rok", "week", "diem"}
_OF_WORK = (
    r"(?:\d|hours?|hrs|days?|times?|stunden|std\.?|tage?n?|heures|horas|ore|uren|timmar|timer|tuntia|godzin|hodin)"
    rf"\s{{1,2}}{_PREPOSITION}\w+"
)
_BEFORE = re.compile(
    rf"{_OF_WORK}|(?<!\w)(?:(?P<label>{alternation(_UNIT_OF_ADVERB)})"
    rf"|(?:per|pro|par|por|al|je|pr\.?|/)\s{{0,2}}(?P<noun>{alternation(_LABEL_NOUNS)}))(?!\w)"
    rf"|(?P<joined>{'|'.join(_UNIT_OF_LABEL)})"
)


def unit_after(plain: str, position: int) -> tuple[PayUnit, int] | None:
    """The unit that is written at `position`, right after an amount, and where its words end."""
    found = _AFTER.match(plain, position, position + 60)
    if not found or (plain.startswith(",", position) and not _OWN_CLAUSE.match(plain, found.end())):
        return None
    adverb = found["adverb"]
    unit = _UNIT_OF_ADVERB[adverb] if adverb else _UNIT_OF_NOUN[found["noun"]]
    if (
        found["noun"] == "md" and "/" in found[0] and not _KRONER.search(plain, max(0, position - 6), position)
    ):  # man-day
        unit = PayUnit.DAY
    return unit, found.end()


def unit_before(label: str) -> PayUnit | None:
    """The unit that the words before an amount name last: "hourly rate for this position is"."""
    unit = None
    for found in _BEFORE.finditer(label):
        if found["label"]:
            unit = _UNIT_OF_ADVERB[found["label"]]
        elif found["noun"]:
            unit = _UNIT_OF_NOUN[found["noun"]]
        elif found["joined"]:
            unit = _UNIT_OF_LABEL[found["joined"]]
    return unit
