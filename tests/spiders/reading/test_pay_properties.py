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
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "R$": "BRL",
    "Ft": "HUF",
    "lei": "RON",
    "лв.": "BGN",
    "円": "JPY",
    "euro": "EUR",
    "Euro": "EUR",
    "SFr.": "CHF",
}
#: Marks that the country makes one currency of.
SHARED = {
    ("kr", "SE"): "SEK",
    ("kr", "NO"): "NOK",
    ("kr.", "DK"): "DKK",
    ("$", "US"): "USD",
    ("$", "CA"): "CAD",
    ("$", "AU"): "AUD",
    ("$", "NZ"): "NZD",
    ("$", "SG"): "SGD",
    ("Rs", "IN"): "INR",
    ("¥", "JP"): "JPY",
}
SUPPORTED = tuple("USD EUR GBP CHF SEK NOK DKK PLN CZK HUF RON BGN CAD AUD NZD SGD INR JPY".split())  # noqa: SIM905 - one line

#: (mark, country or None, code)
currencies = (
    st.sampled_from(SUPPORTED).map(lambda code: (code, None, code))
    | st.sampled_from([(mark, None, code) for mark, code in sorted(MARKS.items())])
    | st.sampled_from([(mark, country, code) for (mark, country), code in sorted(SHARED.items())])
)
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
    """A sentence about pay, the country where it stands, and what it says."""
    label, units, to, at_least, at_most, thousands, point = LANGUAGES[draw(st.sampled_from(sorted(LANGUAGES)))]
    mark, country, code = draw(currencies)
    unit = draw(st.sampled_from(PayUnit))
    numbers = hourly if unit is HOUR else large
    low = draw(numbers)
    high = draw(numbers.filter(lambda it: low <= it <= low * 40))
    shorten = unit is YEAR and all(it % 100 == 0 and it >= 1_000 for it in (low, high)) and draw(st.booleans())
    before = draw(st.booleans()) and mark not in {"Ft", "lei", "лв.", "円", "kr."}
    gap = draw(st.sampled_from(["", " "])) if not any(it.isalpha() for it in mark) else " "

    def marked(digits):
        return f"{mark}{gap}{digits}" if before else f"{digits}{gap}{mark}"

    def money(number):
        return marked(amount(number, thousands, point, shorten=shorten))

    def joined():
        """A range with its mark, and its magnitude, written once."""
        ends = [amount(it, thousands, point, shorten=shorten) for it in (low, high)]
        if shorten and low >= 10_000 and draw(st.booleans()):
            ends[0] = ends[0].removesuffix("k")
        return marked(draw(st.sampled_from(["-", "–", " - ", " – "])).join(ends))

    shape = draw(st.sampled_from(["single", "range", "joined", "from", "up to"]))
    words, low, high = {
        "single": (money(low), low, low),
        "range": (f"{money(low)} {to} {money(high)}", low, high),
        "joined": (joined() if shape == "joined" else "", low, high),
        "from": (f"{at_least} {money(low)}", low, None),
        "up to": (f"{at_most} {money(high)}", None, high),
    }[shape]
    return f"{label}: {words} {units.split('|')[list(PayUnit).index(unit)]}", country, (low, high, code, unit)


@given(postings())
def test_pay_that_is_written_in_any_supported_form_is_read_back(written):
    text, country, said = written
    found = find_pay(text, country=country)
    assert found is not None
    value = found.value
    assert (value.min, value.max, value.currency, value.unit) == said
    assert value.implied == (("currency",) if country else ())
    assert found.text == text[found.start : found.end]


@given(
    postings(),
    st.sampled_from(["About us\nWe build trams.\n", "Berlin | Full-time | ", ""]),
    st.sampled_from(["", ". We have dogs.", "\n30 days of leave"]),
)
def test_words_around_the_pay_do_not_change_it(written, before, after):
    text, country, said = written
    value = find_pay(f"{before}{text}{after}", country=country).value
    assert (value.min, value.max, value.currency, value.unit) == said


BETWEEN = [
    *("Salary between {} and {} per year", "Gehalt zwischen {} und {} im Jahr", "Salaire entre {} et {} par an"),
    *("Salario entre {} y {} al año", "Retribuzione tra {} e {} all'anno", "Salaris tussen {} en {} per jaar"),
    *("Lön mellan {} och {} per år", "Løn mellem {} og {} pr. år", "Lønn mellom {} og {} per år"),
    *("Palkka {} – {} vuodessa", "Wynagrodzenie między {} a {} rocznie", "Mzda mezi {} a {} ročně"),
    "Salário entre {} e {} por ano",
]
#: A label that names the unit, and the unit.
LABELS = {
    **dict.fromkeys(
        ["Hourly rate", "Stundenlohn", "Taux horaire", "Paga oraria", "Uurloon", "Timlön", "Timeløn"], HOUR
    ),
    **dict.fromkeys(["Timelønn", "Tuntipalkka", "Stawka godzinowa", "Hodinová mzda"], HOUR),
    **dict.fromkeys(["Monthly salary", "Monatsgehalt", "Salaire mensuel", "Salario mensual", "Maandsalaris"], MONTH),
    **dict.fromkeys(["Stipendio mensile", "Månadslön", "Månedsløn", "Månedslønn", "Kuukausipalkka"], MONTH),
    **dict.fromkeys(["Salário mensal", "Měsíční mzda"], MONTH),
    **dict.fromkeys(["Annual salary", "Jahresgehalt", "Salaire annuel", "Salario anual", "Retribuzione annua"], YEAR),
    **dict.fromkeys(["Jaarsalaris", "Årslön", "Årsløn", "Årslønn", "Vuosipalkka", "Salário anual", "Roční mzda"], YEAR),
}
SIZES = {HOUR: (10, 90), MONTH: (2_000, 9_000), YEAR: (30_000, 250_000)}


@given(st.sampled_from(BETWEEN), currencies, st.integers(20, 400), st.integers(0, 300))
def test_amounts_between_two_are_a_range_in_every_language(form, currency, low, more):
    mark, country, code = currency
    ends = [Decimal(it * 1_000) for it in (low, low + more)]
    value = find_pay(form.format(*(f"{it:,} {mark}".replace(",", " ") for it in ends)), country=country).value
    assert (value.min, value.max, value.currency, value.unit) == (*ends, code, YEAR)


@given(
    st.sampled_from(sorted(LABELS)),
    st.sampled_from(["EUR", "€", "£", "GBP", "CHF"]),
    st.data(),
    st.sampled_from([": ", "\n"]),
)
def test_a_label_says_the_unit_in_every_language(label, mark, data, joint):
    unit = LABELS[label]
    least, most = SIZES[unit]
    low = data.draw(st.integers(least, most))
    high = data.draw(st.integers(low, low * 2))
    value = find_pay(f"{label}{joint}{low} - {high} {mark}").value
    assert (value.min, value.max, value.currency, value.unit) == (low, high, MARKS.get(mark, mark), unit)
    assert value.implied == ()


@given(
    st.sampled_from(
        [("{} TEUR", "EUR"), ("{} T€", "EUR"), ("{} tis. Kč", "CZK"), ("{} tys. zł", "PLN"), ("{} kSEK", "SEK")]
    ),
    st.integers(15, 300),
    st.integers(0, 200),
)
def test_thousands_are_written_in_letters_too(form, low, more):
    written, code = form
    value = find_pay("Pay: " + written.format(f"{low}-{low + more}")).value
    assert (value.min, value.max, value.currency) == (low * 1_000, (low + more) * 1_000, code)


@given(st.sampled_from(["lakh", "Lacs", "LPA", "lakhs per annum"]), st.integers(4, 160), st.integers(0, 80))
def test_lakhs_are_rupees(word, low, more):
    ends = [Decimal(it) / 4 for it in (low, low + more)]
    value = find_pay(f"Salary: {ends[0]:f} - {ends[1]:f} {word}").value
    assert (value.min, value.max, value.currency) == (ends[0] * 100_000, ends[1] * 100_000, "INR")


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
