"""A deadline is written in every language and form, and read back."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from spiders.reading.deadline import find_deadline, find_opening
from spiders.reading.status import find_status
from spiders.reading.terms import find_terms

#: by language and country: what goes before, the form with a month's name, the numeric form, the time of day
LANGUAGES = {
    "en": ("Closing date: ", "{month} {day}, {year}", "{year}-{mm}-{dd}", "{date} at {clock}"),
    "en GB": ("Please apply by ", "{day} {month} {year}", "{dd}/{mm}/{year}", "{clock} on {date}"),
    "en US": ("Applications are accepted through ", "{month}. {day}, {year}", "{mm}/{dd}/{year}", "{date}, {clock}"),
    "de": ("Bewerbungsfrist: ", "{day}. {month} {year}", "{dd}.{mm}.{year}", "{date} um {clock} Uhr"),
    "fr": ("Date limite de candidature : ", "{day} {month} {year}", "{dd}/{mm}/{year}", "{date} à {clock}"),
    "es": ("Fecha límite: ", "{day} de {month} de {year}", "{dd}/{mm}/{year}", "{date} a las {clock}"),
    "it": ("Scadenza: ", "{day} {month} {year}", "{dd}/{mm}/{year}", "{date} alle ore {clock}"),
    "nl": ("Solliciteer vóór ", "{day} {month} {year}", "{dd}-{mm}-{year}", "{date} om {clock} uur"),
    "sv": ("Sista ansökningsdag: ", "den {day} {month} {year}", "{year}-{mm}-{dd}", "{date} kl. {clock}"),
    "da": ("Ansøgningsfrist: ", "{day}. {month} {year}", "{dd}-{mm}-{year}", "{date} kl. {clock}"),
    "no": ("Søknadsfrist: ", "{day}. {month} {year}", "{dd}.{mm}.{year}", "{date} kl. {clock}"),
    "fi": ("Hakuaika päättyy ", "{day}. {month} {year}", "{day}.{m}.{year}", "{date} klo {clock}"),
    "pl": ("Termin składania aplikacji: ", "{day} {month} {year} r.", "{dd}.{mm}.{year}", "{date} godz. {clock}"),
    "cs": ("Přihlášky zasílejte do ", "{day}. {month} {year}", "{day}. {m}. {year}", "{date} v {clock}"),
    "pt": ("Candidaturas até ", "{day} de {month} de {year}", "{dd}/{mm}/{year}", "{date} às {clock}"),
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "en GB": "January February March April May June July August September October November December",
    "en US": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
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
ZONES = {
    "ET": ZoneInfo("America/New_York"),
    "PST": ZoneInfo("America/Los_Angeles"),
    "GMT": UTC,
    "CET": ZoneInfo("Europe/Brussels"),
    "CEST": ZoneInfo("Europe/Brussels"),
    "BST": ZoneInfo("Europe/London"),
    "UTC+3": timezone(timedelta(hours=3)),
    "(GMT -05:30)": timezone(-timedelta(hours=5, minutes=30)),
    "(Danish time)": ZoneInfo("Europe/Copenhagen"),
    "": UTC,
}
days = st.dates(date(2015, 1, 1), date(2039, 12, 31))
minutes = (
    st.times()
    .map(lambda it: it.replace(second=0, microsecond=0, fold=0))
    .filter(lambda it: (it.hour, it.minute) != (11, 59))
)


def day_in_words(day, months, form):
    return form.format(
        month=months.split()[day.month - 1],
        day=day.day,
        dd=f"{day.day:02}",
        m=day.month,
        mm=f"{day.month:02}",
        year=day.year,
    )


def clock_in_words(at, *, twelve):
    if not twelve:
        return f"{at:%H:%M}"
    return f"{(at.hour - 1) % 12 + 1}:{at.minute:02} {'pm' if at.hour >= 12 else 'am'}"


@st.composite
def postings(draw):
    """A sentence about a deadline; its language and country; the instant it names, and whether it is a day only."""
    key = draw(st.sampled_from(sorted(LANGUAGES)))
    cue, named, numeric, timed = LANGUAGES[key]
    day, at = draw(days), draw(st.none() | minutes)
    words = day_in_words(day, MONTHS[key], draw(st.sampled_from([named, numeric])))
    zone = draw(st.sampled_from(sorted(ZONES)))
    if at is None:
        end = datetime.combine(day, time(23, 59, 59), tzinfo=UTC)
        return cue + words, key, end, True
    clock = clock_in_words(at, twelve=key.startswith("en") and draw(st.booleans()))
    if zone and "{date} " in timed.replace(",", " "):
        words = f"{timed.format(date=words, clock=clock)} {zone}"
    else:
        words = timed.format(date=words, clock=f"{clock} {zone}".strip())
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
    words = day_in_words(day, MONTHS["en"], form)
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
    ]
    for found in readings:
        assert found is None or found.text == text[found.start : found.end]
