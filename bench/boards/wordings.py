"""The same fact in several wordings: pay, deadline and start, as sites of each country write them."""

from collections.abc import Callable
from datetime import UTC, date
from random import Random

from boards.facts import Deadline, Pay
from boards.languages import GB, US, Language
from boards.languages_eu import DE, FR, SV

LANGUAGES = {it.tag: it for it in (US, GB, DE, FR, SV)}
_THOUSAND = 1000
_NOON = 12
#: A date without its year is the next such date: only such that are not far away.
_NEAR_DAYS = 200

_UNITS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "hour": ("per hour", "an hour", "/hr"),
        "day": ("per day", "a day", "/day"),
        "month": ("per month", "a month", "/month"),
        "year": ("per year", "a year", "/yr"),
    },
    "de": {
        "hour": ("pro Stunde", "brutto pro Stunde", "/Stunde"),
        "day": ("pro Tag", "am Tag", "/Tag"),
        "month": ("pro Monat", "im Monat", "/Monat"),
        "year": ("pro Jahr", "brutto im Jahr", "/Jahr"),
    },
    "fr": {
        "hour": ("par heure", "de l'heure", "/heure"),
        "day": ("par jour", "par jour", "/jour"),
        "month": ("par mois", "brut par mois", "/mois"),
        "year": ("par an", "brut par an", "/an"),
    },
    "sv": {
        "hour": ("per timme", "i timmen", "/timme"),
        "day": ("per dag", "om dagen", "/dag"),
        "month": ("per månad", "i månaden", "/mån"),
        "year": ("per år", "om året", "/år"),
    },
}
_RANGES = {
    "en": (("{} - {}", "up to {}", "from {}"), ("{} to {}", "up to {}", "from {}")),
    "de": (("{} - {}", "bis zu {}", "ab {}"), ("{} bis {}", "bis zu {}", "ab {}")),
    "fr": (("{} - {}", "jusqu'à {}", "à partir de {}"), ("{} à {}", "jusqu'à {}", "à partir de {}")),
    "sv": (("{} - {}", "upp till {}", "från {}"), ("{} till {}", "upp till {}", "från {}")),
}
_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "SEK": "kr"}


def short(language: Language) -> str:
    """The two letters of a language."""
    return language.tag[:2]


def pay_text(pay: Pay, language: Language, variant: int) -> str:
    """The pay in one of its wordings; 0 is the site's usual one."""
    name = short(language)
    unit = _UNITS[name][pay.unit][variant % 3]
    both, upper, lower = _RANGES[name][variant % 2]
    write = _amounts(pay, language, variant)
    if pay.low is None:
        said = upper.format(write(pay.high or 0))
    elif pay.high is None:
        said = lower.format(write(pay.low))
    else:
        said = write(pay.low) if pay.low == pay.high else both.format(write(pay.low), write(pay.high))
    return f"{said}{unit}" if unit.startswith("/") else f"{said} {unit}"


def _amounts(pay: Pay, language: Language, variant: int) -> Callable[[int], str]:
    sign, name = _SIGNS[pay.currency], short(language)
    dot = {"de": ".", "fr": " ", "sv": " "}.get(name, ",")
    if name != "en":
        suffix = (sign, pay.currency, sign)[variant % 3]
        return lambda amount: f"{amount:,}".replace(",", dot) + f" {suffix}"
    thousands = pay.low is None or pay.low % _THOUSAND == 0
    if pay.unit == "year" and thousands and (pay.high or 0) % _THOUSAND == 0 and variant % 4 == 3:  # noqa: PLR2004 - one of four
        return lambda amount: f"{sign}{amount // _THOUSAND}K"
    if variant % 4 == 2:  # noqa: PLR2004 - one of four
        return lambda amount: f"{sign}{amount:,}.00 {pay.currency}"
    if variant % 4 == 1:
        return lambda amount: f"{pay.currency} {amount:,}"
    return lambda amount: f"{sign}{amount:,}"


def day_text(day: date, language: Language, variant: int, *, today: date) -> str:
    """A day in one of its wordings."""
    month = language.months[day.month - 1]
    plain = {"de-DE": f"{day.day}. {month} {day.year}", "en-US": f"{month} {day.day}, {day.year}"}
    forms = [plain.get(language.tag, f"{day.day} {month} {day.year}")]
    match language.tag:
        case "en-US":
            forms += [f"{month[:3]} {day.day}, {day.year}", f"{day.day} {month} {day.year}", day.isoformat()]
        case "en-GB":
            forms += [
                f"{day:%d/%m/%Y}",
                f"{day.day}{_ordinal(day.day)} {month} {day.year}",
                f"{day:%a} {day.day} {month[:3]} {day.year}",
            ]
        case "de-DE":
            forms += [f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", day.isoformat()]
        case "fr-FR":
            forms += [f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", day.isoformat()]
        case _:
            forms += [day.isoformat(), f"{day:%d/%m/%Y}", day.isoformat()]
    if short(language) == "en" and 0 < (day - today).days < _NEAR_DAYS:
        forms.append(f"{month} {day.day}" if language is US else f"{day.day} {month}")
    return forms[variant % len(forms)]


def _ordinal(day: int) -> str:
    return "th" if day % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def deadline_text(deadline: Deadline, language: Language, variant: int, *, today: date) -> str:
    """The last day or moment, in its own zone or (some variants) another one."""
    if deadline.at is None:
        return day_text(deadline.day, language, variant, today=today)
    moment = deadline.instant
    if variant % 4 == 3:  # noqa: PLR2004 - one of four
        moment = moment.astimezone(UTC)
    day = day_text(moment.date(), language, variant // 2 % 3, today=today)
    zone = _zone_name(deadline, utc=variant % 4 == 3, winter=not moment.dst())  # noqa: PLR2004 - one of four
    match language.tag:
        case "en-US" if variant % 2 == 0:
            return f"{day} at {moment.hour % _NOON or _NOON}:{moment:%M %p} {zone}"
        case "en-US" | "en-GB":
            return f"{day}, {moment:%H:%M} {zone}"
        case "de-DE":
            return f"{day}, {moment:%H:%M} Uhr ({zone})"
        case "fr-FR":
            return f"{day} à {moment:%Hh%M} ({zone})"
        case _:
            return f"{day} kl. {moment:%H:%M} ({zone})"


def _zone_name(deadline: Deadline, *, utc: bool, winter: bool) -> str:
    if utc:
        return "UTC"
    match deadline.zone:
        case "America/New_York":
            return "ET"
        case "Europe/London":
            return "GMT" if winter else "BST"
        case _:
            return "CET" if winter else "CEST"


def month_text(start: tuple[int, int], language: Language) -> str:
    """A year and month."""
    return f"{language.months[start[1] - 1]} {start[0]}"


def variant(random: Random, *, storm: bool) -> int:
    """Which wording a fetch gets: nearly always the site's usual one; in a storm any."""
    return random.randrange(12) if storm or random.random() < 0.1 else 0  # noqa: PLR2004 - one fetch in ten
