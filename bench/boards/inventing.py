"""Openings and companies drawn by chance."""

from datetime import date, time, timedelta
from random import Random

from boards.facts import Deadline, Facts, HubFacts, Pay, Role
from boards.languages import Language
from boards.prose import filled, section, sentence
from boards.vocabulary import GRAMMARS
from boards.wordings import short

_KINDS = ("about", "responsibilities", "requirements", "benefits")
_NAMES_A = "Amber|Birch|Cobalt|Delta|Elm|Fjord|Granite|Harbour|Indigo|Juniper|Kestrel|Lumen|Maple|Nimbus|Orchard|Pebble"
_NAMES_B = "Works|Audio|Logistics|Health|Systems|Foods|Analytics|Energy|Press|Robotics|Rail|Labs|Textiles|Waters|Media"
#: Amounts by unit and currency: the least, and the step.
_AMOUNTS = {"hour": (16, 1), "day": (180, 10), "month": (2600, 50), "year": (38_000, 1000)}
_UNITS = {"USD": ("hour", "year"), "GBP": ("year", "year", "day"), "EUR": ("year", "month"), "SEK": ("month",)}
_KRONOR = 10


def facts(random: Random, language: Language, key: str, *, today: date) -> Facts:
    """One opening: nine in ten take applications."""
    grammar = GRAMMARS[short(language)]
    status = "upcoming" if random.random() < 0.1 else "open"  # noqa: PLR2004 - one in ten
    organization = company(random)
    return Facts(
        key=key,
        number=f"R-{random.randint(10_000, 99_999)}",
        title=f"{random.choice(grammar.levels)} {random.choice(grammar.trades)}",
        organization=organization,
        place=random.randrange(len(language.places)),
        workplace=random.choice(("onsite", "hybrid", "remote")),
        employment=random.choice(("full_time", "full_time", "part_time", "contract")),
        pay=pay(random, language) if random.random() < 0.65 else None,  # noqa: PLR2004 - two in three
        declared_pay=None,
        deadline=deadline(random, language, today=today) if random.random() < 0.6 else None,  # noqa: PLR2004 - three in five
        start=start(random, today=today) if random.random() < 0.5 else None,  # noqa: PLR2004 - every other
        apply=f"https://apply.{slug(organization)}.example/{random.randint(1000, 9999)}",
        status=status,
        opens=today + timedelta(days=random.randint(20, 60)),
        posted=today - timedelta(days=random.randint(1, 25)),
        sections=tuple(section(random, short(language), kind, language.headings) for kind in _KINDS),
        placing=random.randrange(1 << 16),
    )


def company(random: Random) -> str:
    """A company's name."""
    return f"{random.choice(_NAMES_A.split('|'))} {random.choice(_NAMES_B.split('|'))}"


def slug(text: str) -> str:
    """A text as a part of an address."""
    return "-".join("".join(it if it.isalnum() and it.isascii() else " " for it in text.lower()).split())


def pay(random: Random, language: Language) -> Pay:
    """A range, mostly."""
    unit = random.choice(_UNITS[language.currency])
    least, step = _AMOUNTS[unit]
    scale = _KRONOR if language.currency == "SEK" else 1
    low = (least + step * random.randrange(30)) * scale
    high = low + step * random.randint(4, 14) * scale
    match random.randrange(10):
        case 0:
            return Pay(low=None, high=high, currency=language.currency, unit=unit)
        case 1:
            return Pay(low=low, high=None, currency=language.currency, unit=unit)
        case 2 | 3:
            return Pay(low=low, high=low, currency=language.currency, unit=unit)
        case _:
            return Pay(low=low, high=high, currency=language.currency, unit=unit)


def deadline(random: Random, language: Language, *, today: date) -> Deadline:
    """A day, or a moment on it."""
    day = today + timedelta(days=random.randint(60, 240))
    if random.random() < 0.6:  # noqa: PLR2004 - three in five
        return Deadline(day=day, zone=language.zone)
    return Deadline(day=day, at=clock_time(random), zone=language.zone)


def clock_time(random: Random) -> time:
    """A time of day that sites name."""
    return random.choice((time(12), time(17), time(9), time(15, 30)))


def start(random: Random, *, today: date) -> tuple[int, int]:
    """A month within the next year and a half."""
    months = today.year * 12 + today.month + random.randint(9, 16)
    return (months - 1) // 12, (months - 1) % 12 + 1


def role(random: Random, language: Language, key: str) -> Role:
    """A role of a hub."""
    grammar = GRAMMARS[short(language)]
    team = filled(random, "{subject}", grammar)
    title = f"{random.choice(grammar.levels)} {random.choice(grammar.trades)}, {team}"
    return Role(key=key, title=title, place=random.randrange(len(language.places)))


def hub(random: Random, language: Language, key: str) -> HubFacts:
    """A company's page with its roles."""
    count = random.randint(5, 14)
    roles: dict[str, Role] = {}
    while len(roles) < count:
        made = role(random, language, f"{key}-{len(roles)}-{random.randint(100, 999)}")
        roles.setdefault(made.title, made)
    about = tuple(sentence(random, short(language), "about") for _ in range(6))
    return HubFacts(key=key, organization=company(random), about=about, roles=tuple(roles.values()))
