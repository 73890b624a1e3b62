"""A deadline is written in every language and form, and read back."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from spiders.reading.deadline import find_closing, find_deadline, find_opening
from spiders.reading.near import lowered
from spiders.reading.start import find_start
from spiders.reading.status import find_status
from spiders.reading.terms import find_terms

#: by language and country: what goes before; the forms of the date; its order with a time of day; forms of the time
LANGUAGES = {
    "en": (
        ("Closing date: ", "Deadline: ", "Applications close on ", "Apply by ", "The last day to apply is "),
        (
            "{month} {day}, {year}",
            "{day} {month} {year}",
            "{iso}",
            "{weekday}, {month} {day}, {year}",
            "{mon} {day}, {year}",
        ),
        ("{date} at {clock}", "{date}, {clock}", "{date} {clock}", "{date} ({clock})"),
        ("{24}", "{12}", "{12dots}"),
    ),
    "en GB": (
        ("Please apply by ", "Closing Date\n", "Applications must be received by ", "The vacancy closes on "),
        (
            "{day}{th} {month} {year}",
            "{weekday} {day}{th} {month} {year}",
            "{dd}/{mm}/{year}",
            "{dd}/{mm}/{yy}",
            "{dd}-{mon}-{year}",
        ),
        ("{clock} on {date}", "{date} at {clock}", "{date}, {clock}"),
        ("{24}", "{12}"),
    ),
    "en US": (
        ("Applications are accepted through ", "Application Deadline: ", "Closing Date: ", "This posting closes on "),
        (
            "{mon}. {day}, {year}",
            "{month} {day}{th}, {year}",
            "{mm}/{dd}/{year}",
            "{weekday}, {month} {day}{th}, {year}",
        ),
        ("{date}, {clock}", "{date} at {clock}", "{clock} on {date}"),
        ("{12}", "{12dots}", "{24}"),
    ),
    "de": (
        ("Bewerbungsfrist: ", "Bewerbungsschluss ist der ", "Bitte bewerben Sie sich bis zum ", "Bewerbung bis "),
        (
            "{day}. {month} {year}",
            "{dd}.{mm}.{year}",
            "{day}.{m}.{year}",
            "{weekday}, {day}. {month} {year}",
            "{dd}.{mm}.{yy}",
        ),
        ("{date} um {clock}", "{date}, {clock}"),
        ("{24} Uhr", "{24dot} Uhr"),
    ),
    "fr": (
        ("Date limite de candidature : ", "Candidatures jusqu'au ", "Merci de postuler avant le "),
        ("{day} {month} {year}", "{dd}/{mm}/{year}", "{weekday} {day} {month} {year}", "{day} {mon}. {year}"),
        ("{date} à {clock}", "{date}, {clock}"),
        ("{24}", "{24h}"),
    ),
    "es": (
        ("Fecha límite: ", "Plazo de presentación: hasta el ", "Envía tu candidatura antes del "),
        (
            "{day} de {month} de {year}",
            "{dd}/{mm}/{year}",
            "{weekday} {day} de {month} de {year}",
            "{day} {mon} {year}",
        ),
        ("{date} a las {clock}", "{date}, {clock}"),
        ("{24}", "{24} horas"),
    ),
    "it": (
        ("Scadenza: ", "Candidature entro il ", "Le domande devono pervenire entro il "),
        ("{day} {month} {year}", "{dd}/{mm}/{year}", "{weekday} {day} {month} {year}", "{dd}.{mm}.{year}"),
        ("{date} alle ore {clock}", "{date} ore {clock}"),
        ("{24}", "{24dot}"),
    ),
    "nl": (
        ("Solliciteer vóór ", "Sluitingsdatum: ", "Reageren kan tot en met "),
        ("{day} {month} {year}", "{dd}-{mm}-{year}", "{weekday} {day} {month} {year}"),
        ("{date} om {clock}", "{date}, {clock}"),
        ("{24} uur", "{24dot} uur"),
    ),
    "sv": (
        ("Sista ansökningsdag: ", "Välkommen med din ansökan senast ", "Ansök senast den "),
        ("den {day} {month} {year}", "{iso}", "{day} {mon} {year}", "{weekday} {day} {month} {year}"),
        ("{date} kl. {clock}", "{date} klockan {clock}"),
        ("{24}", "{24dot}"),
    ),
    "da": (
        ("Ansøgningsfrist: ", "Send din ansøgning senest den ", "Ansøgningsfristen er "),
        ("{day}. {month} {year}", "{dd}-{mm}-{year}", "{dd}.{mm}.{year}", "{weekday} den {day}. {month} {year}"),
        ("{date} kl. {clock}",),
        ("{24}", "{24dot}"),
    ),
    "no": (
        ("Søknadsfrist: ", "Søk innen ", "Send søknad innen "),
        ("{day}. {month} {year}", "{dd}.{mm}.{year}", "{weekday} {day}. {month} {year}"),
        ("{date} kl. {clock}",),
        ("{24}", "{24dot}"),
    ),
    "fi": (
        ("Hakuaika päättyy ", "Hae viimeistään ", "Haku päättyy "),
        ("{day}. {month} {year}", "{day}.{m}.{year}", "{dd}.{mm}.{year}"),
        ("{date} klo {clock}",),
        ("{24}", "{24dot}"),
    ),
    "pl": (
        ("Termin składania aplikacji: ", "Aplikuj do ", "Oferta ważna do "),
        ("{day} {month} {year} r.", "{dd}.{mm}.{year}", "{day} {mon} {year}", "{dd}-{mm}-{year}"),
        ("{date} godz. {clock}", "{date}, {clock}", "{date} do godz. {clock}"),
        ("{24}",),
    ),
    "cs": (
        ("Přihlášky zasílejte do ", "Uzávěrka přihlášek: ", "Reagujte do "),
        ("{day}. {month} {year}", "{day}. {m}. {year}", "{day}.{m}.{year}"),
        ("{date} v {clock}", "{date} do {clock}"),
        ("{24}",),
    ),
    "pt": (
        ("Candidaturas até ", "Prazo de candidatura: ", "Inscrições até "),
        (
            "{day} de {month} de {year}",
            "{dd}/{mm}/{year}",
            "{weekday}, {day} de {month} de {year}",
            "{day} {mon} {year}",
        ),
        ("{date} às {clock}", "{date}, {clock}"),
        ("{24}", "{24h}"),
    ),
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta "
    "heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "sv": "jan feb mars apr maj juni juli aug sep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "no": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
ZONES = {
    "ET": ZoneInfo("America/New_York"),
    "PST": ZoneInfo("America/Los_Angeles"),
    "Eastern Time": ZoneInfo("America/New_York"),
    "Pacific": ZoneInfo("America/Los_Angeles"),
    "GMT": UTC,
    "UTC": UTC,
    "CET": ZoneInfo("Europe/Brussels"),
    "CEST": ZoneInfo("Europe/Brussels"),
    "BST": ZoneInfo("Europe/London"),
    "UTC+3": timezone(timedelta(hours=3)),
    "(GMT -05:30)": timezone(-timedelta(hours=5, minutes=30)),
    "(Danish time)": ZoneInfo("Europe/Copenhagen"),
    "(Europe/Madrid)": ZoneInfo("Europe/Madrid"),
    "- (America/Bogota)": ZoneInfo("America/Bogota"),
    "(Athens time)": ZoneInfo("Europe/Athens"),
    "New York time": ZoneInfo("America/New_York"),
    "AoE": timezone(-timedelta(hours=12)),
    "AEDT": ZoneInfo("Australia/Sydney"),
    "": UTC,
}
days = st.dates(date(2015, 1, 1), date(2039, 12, 31))
minutes = (
    st.times()
    .map(lambda it: it.replace(second=0, microsecond=0, fold=0))
    .filter(lambda it: (it.hour, it.minute) != (11, 59))
)


def day_in_words(day, key, form):
    language = key[:2]
    number = day.month - 1
    return form.format(
        month=MONTHS[language].split()[number],
        mon=SHORT_MONTHS[language].split()[number] if "{mon}" in form else "",
        weekday=WEEKDAYS[language].split()[day.weekday()] if "{weekday}" in form else "",
        day=day.day,
        th={1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th"),
        dd=f"{day.day:02}",
        m=day.month,
        mm=f"{day.month:02}",
        year=day.year,
        yy=f"{day.year % 100:02}",
        iso=day.isoformat(),
    )


def clock_in_words(at, form):
    hour, half = (at.hour - 1) % 12 + 1, at.hour >= 12
    clocks = {
        "24": f"{at:%H:%M}",
        "24dot": f"{at:%H.%M}",
        "24h": f"{at.hour}h{at.minute:02}",
        "12": f"{hour}:{at.minute:02} {'pm' if half else 'am'}",
        "12dots": f"{hour}:{at.minute:02} {'p.m.' if half else 'a.m.'}",
    }
    name = form[1 : form.index("}")]
    return clocks[name] + form[form.index("}") + 1 :]


@st.composite
def postings(draw):
    """A sentence about a deadline; its language and country; the instant it names, and whether it is a day only."""
    key = draw(st.sampled_from(sorted(LANGUAGES)))
    cues, forms, orders, clocks = LANGUAGES[key]
    cue, day, at = draw(st.sampled_from(cues)), draw(days), draw(st.none() | minutes)
    words = day_in_words(day, key, draw(st.sampled_from(forms)))
    if at is None:
        end = datetime.combine(day, time(23, 59, 59), tzinfo=UTC)
        return cue + words, key, end, True
    zone = draw(st.sampled_from(sorted(ZONES)))
    clock = f"{clock_in_words(at, draw(st.sampled_from(clocks)))} {zone}".rstrip()
    words = draw(st.sampled_from(orders)).format(date=words, clock=clock)
    return cue + words, key, datetime.combine(day, at, tzinfo=ZONES[zone]).astimezone(UTC), False


def read(text, key):
    language, _, country = key.partition(" ")
    return find_deadline(text, seen_on=date(2026, 2, 1), language=language, country=country or None)


@given(postings())
def test_a_deadline_that_is_written_in_any_supported_form_is_read_back(written):
    text, key, at, date_only = written
    found = read(text, key)
    assert found is not None
    assert (found.value.at, found.value.date_only) == (at, date_only)
    assert found.text == text[found.start : found.end]


@given(
    postings(),
    st.sampled_from(["Start: 1 May 2031\n", "Posted on 2 January 2014. "]),
    st.sampled_from(["\nInterviews: 3 March 2033", ""]),
)
def test_other_dates_do_not_change_it(written, before, after):
    text, key, at, _ = written
    assert read(before + text + after, key).value.at == at


@given(days, days, st.sampled_from(["{month} {day}", "{day} {month}"]))
def test_a_missing_year_is_the_next_such_day_after_the_posting_s(posted_on, day, form):
    assume((day.month, day.day) != (2, 29))
    words = day_in_words(day, "en", form)
    found = find_deadline(f"Deadline: {words}", seen_on=date(2026, 2, 1), posted_on=posted_on)
    read_as = found.value.at.date()
    assert (read_as.month, read_as.day) == (day.month, day.day)
    assert posted_on <= read_as <= posted_on + timedelta(days=366)


PIECES = st.sampled_from(
    [
        "Deadline: ",
        "apply by ",
        "closes ",
        "5",
        "31",
        "2026",
        "5 March",
        "March ",
        "05/06/2026",
        "31.3.",
        "2026-03-05",
        "T12:00:00Z",
        " at ",
        "11:59",
        "pm ",
        "ET",
        " to ",
        "-",
        "\n",
        " on the closing date",
        "noon",
        "GMT+2",
        "GMT+99",
        "29 February ",
        "bis ",
        "(",
        "İ",
        "\u200d",
        ". ",
        "is closed",
        "this position ",
        "(UK)",
        "Germany: ",
        "starts on ",
        "preferably ",
        "from 1 to ",
        "20260305",
        "rolling basis",
        "(Europe/Paris)",
    ]
)
anything = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join)


@given(anything, st.none() | days, st.sampled_from([None, "US", "XX"]), st.sampled_from([None, "en", "pt"]))
def test_reading_never_raises_and_every_quote_stands_where_it_says(text, posted_on, country, language):
    seen_on = date(2026, 2, 28)
    readings = [
        find_deadline(
            text, seen_on=seen_on, posted_on=posted_on, country=country, language=language, place_zone="Asia/Tokyo"
        ),
        find_opening(text, seen_on=seen_on, posted_on=posted_on, country=country, language=language),
        find_status(text, head_length=20, seen_on=seen_on),
        find_terms(text),
        find_start(text, lowered(text), language=language, month_first=country == "US"),
    ]
    closing = find_closing(text, seen_on=seen_on, country=country, language=language, places=["Berlin, Germany"])
    readings += [closing.deadline, closing.soft, closing.opening, *(it for _, it in closing.by_place)]
    for found in readings:
        assert found is None or found.text == text[found.start : found.end]
