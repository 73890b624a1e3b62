"""Pay is written in every language and form, and read back."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from spiders.posting import PayUnit
from spiders.reading.currencies import CURRENCIES
from spiders.reading.pay import find_pay, pays, pays_by_place

HOUR, DAY, WEEK, MONTH, YEAR = PayUnit
#: label, the five units, "to", "from", "up to", thousands' separator, decimal separator
LANGUAGES = {
    "en": ("Salary", "per hour|per day|per week|per month|per year", "to", "from", "up to", ",", "."),
    "en short": ("Pay", "/hr|/day|/week|/mo|/yr", "-", "from", "up to", ",", "."),
    "en adverbs": ("Rate", "hourly|daily|weekly|monthly|annually", "–", "at least", "up to", ",", "."),
    "de": ("Gehalt", "pro Stunde|pro Tag|pro Woche|im Monat|im Jahr", "bis", "ab", "bis zu", ".", ","),
    "de brutto": (
        "Vergütung",
        "brutto/Std.|brutto/Tag|brutto/Woche|brutto/Monat|brutto/Jahr",
        "-",
        "ab",
        "bis zu",
        ".",
        ",",
    ),
    "fr": ("Salaire", "par heure|par jour|par semaine|par mois|par an", "à", "à partir de", "jusqu'à", " ", ","),
    "es": ("Salario", "por hora|por día|por semana|al mes|al año", "a", "desde", "hasta", ".", ","),
    "it": ("Retribuzione", "all'ora|al giorno|a settimana|al mese|all'anno", "-", "a partire da", "fino a", ".", ","),
    "nl": ("Salaris", "per uur|per dag|per week|per maand|per jaar", "tot", "vanaf", "maximaal", ".", ","),
    "sv": ("Lön", "per timme|per dag|per vecka|per månad|per år", "till", "från", "upp till", " ", ","),
    "da": ("Løn", "pr. time|pr. dag|pr. uge|pr. måned|pr. år", "til", "fra", "op til", ".", ","),
    "no": ("Lønn", "per time|per dag|per uke|per måned|per år", "til", "fra", "opptil", " ", ","),
    "fi": ("Palkka", "tunnissa|päivässä|viikossa|kuukaudessa|vuodessa", "–", "vähintään", "enintään", " ", ","),
    "pl": ("Wynagrodzenie", "na godzinę|dziennie|tygodniowo|miesięcznie|rocznie", "do", "od", "do", " ", ","),
    "cs": ("Mzda", "za hodinu|denně|týdně|měsíčně|ročně", "až", "od", "až", " ", ","),
    "pt": ("Salário", "por hora|por dia|por semana|por mês|por ano", "a", "a partir de", "até", ".", ","),
    "ch": ("Lohn", "pro Stunde|pro Tag|pro Woche|pro Monat|pro Jahr", "bis", "ab", "bis zu", "'", "."),
}
MARKS = {
    "€": "EUR",
    "£": "GBP",
    "zł": "PLN",
    "Kč": "CZK",
    "₹": "INR",
    "US$": "USD",
    "CA$": "CAD",
    "A$": "AUD",
    "S$": "SGD",
}
SUPPORTED = tuple("USD EUR GBP CHF SEK NOK DKK PLN CZK HUF RON BGN CAD AUD NZD SGD INR JPY".split())  # noqa: SIM905 - one line

currencies = st.sampled_from(SUPPORTED).map(lambda code: (code, code)) | st.sampled_from(sorted(MARKS.items()))
hourly = st.decimals(5, 900, places=2)
large = st.integers(1_000, 900_000).map(Decimal)


def amount(number, thousands, point, *, shorten):
    if shorten:
        return f"{number / 1000:f}k".replace(".", point)
    whole, _, cents = format(number, "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    return grouped + (point + cents if cents else "")


@st.composite
def postings(draw):
    """A sentence about pay, and what it says."""
    label, units, to, at_least, at_most, thousands, point = LANGUAGES[draw(st.sampled_from(sorted(LANGUAGES)))]
    mark, code = draw(currencies)
    unit = draw(st.sampled_from(PayUnit))
    numbers = hourly if unit is HOUR else large
    low = draw(numbers)
    high = draw(numbers.filter(lambda it: low <= it <= low * 40))
    shorten = unit is YEAR and all(it % 100 == 0 and it >= 1_000 for it in (low, high)) and draw(st.booleans())
    before = draw(st.booleans())
    gap = draw(st.sampled_from(["", " "])) if not mark.isalpha() else " "

    def money(number):
        digits = amount(number, thousands, point, shorten=shorten)
        return f"{mark}{gap}{digits}" if before else f"{digits}{gap}{mark}"

    shape = draw(st.sampled_from(["single", "range", "from", "up to"]))
    words, low, high = {
        "single": (money(low), low, low),
        "range": (f"{money(low)} {to} {money(high)}", low, high),
        "from": (f"{at_least} {money(low)}", low, None),
        "up to": (f"{at_most} {money(high)}", None, high),
    }[shape]
    return f"{label}: {words} {units.split('|')[list(PayUnit).index(unit)]}", (low, high, code, unit)


@given(postings())
def test_pay_that_is_written_in_any_supported_form_is_read_back(written):
    text, said = written
    found = find_pay(text)
    assert found is not None
    value = found.value
    assert (value.min, value.max, value.currency, value.unit) == said
    assert value.implied == ()
    assert found.text == text[found.start : found.end]


@given(
    postings(),
    st.sampled_from(["About us\nWe build trams.\n", "Berlin | Full-time | ", ""]),
    st.sampled_from(["", ". We have dogs.", "\n30 days of leave"]),
)
def test_words_around_the_pay_do_not_change_it(written, before, after):
    text, said = written
    value = find_pay(f"{before}{text}{after}").value
    assert (value.min, value.max, value.currency, value.unit) == said


PIECES = st.sampled_from(
    [
        "$",
        "€",
        "EUR",
        "kr",
        "12",
        "1.500",
        "60 000",
        "7.5",
        "k",
        "-",
        " to ",
        "/hr",
        " per month",
        "Salary: ",
        "bonus ",
        "up to ",
        "\n",
        "|",
        "(",
        ")",
        "%",
        "\u200d",
        "İ",
        "New York",
        "Zone A ",
        ";",
        ". ",
        "+",
        "'",
        "½",
        "٣",
    ]
)
anything = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)


@given(anything, st.sampled_from([None, "US", "se", "XX"]), st.sampled_from([None, "en", "nb", "xx"]))
def test_reading_pay_never_raises_and_every_quote_stands_where_it_says(text, country, language):
    best = find_pay(text, country=country, language=language)
    every = pays(text, country=country, language=language)
    placed = [it for _, it in pays_by_place(text, country=country, language=language)]
    assert (best is None) is (not every)
    for found in [*([best] if best else []), *every, *placed]:
        assert found.text == text[found.start : found.end]
        assert found.value.min is not None or found.value.max is not None
        assert found.value.currency is None or found.value.currency in CURRENCIES
