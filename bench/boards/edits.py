"""What employers do to their postings, each edit with the changes that a person would tell of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from boards import inventing
from boards.facts import Expected, Facts, Pay, Section
from boards.languages import Language
from boards.prose import another, filled
from boards.vocabulary import GRAMMARS
from boards.wordings import short

_DAYS_LEFT = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """What a posting says after an edit, and what is to be told."""

    facts: Facts
    expected: tuple[Expected, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Editor:
    """Where an edit is made: by chance, in a language, on a day."""

    random: Random
    language: Language
    today: date


_Maker = Callable[[Editor, Facts], Edit | None]


def _told(facts: Facts, kind: str, direction: str = "", field: str = "") -> Edit:
    return Edit(facts=facts, expected=(Expected(kind=kind, direction=direction, field=field),))


def close(editor: Editor, facts: Facts) -> Edit | None:
    """Applications end; the page says so."""
    del editor
    return _told(replace(facts, status="closed"), "closed") if facts.status == "open" else None


def open_(editor: Editor, facts: Facts) -> Edit | None:
    """Applications begin, for the first time or again."""
    del editor
    if facts.status == "open":
        return None
    return _told(replace(facts, status="open"), "opened" if facts.status == "upcoming" else "reopened")


def remove(editor: Editor, facts: Facts) -> Edit | None:
    """The page is taken down."""
    how = editor.random.choice(("404", "410", "soft_404", "to_listing", "to_home"))
    return _told(replace(facts, gone=how), "removed")


def add_pay(editor: Editor, facts: Facts) -> Edit | None:
    """Pay is named where none was."""
    if facts.pay:
        return None
    return _told(replace(facts, pay=inventing.pay(editor.random, editor.language)), "pay_changed", "added")


def drop_pay(editor: Editor, facts: Facts) -> Edit | None:
    """Pay is named no longer."""
    del editor
    return _told(replace(facts, pay=None), "pay_changed", "removed") if facts.pay else None


def _moved(facts: Facts, low: int, high: int, direction: str) -> Edit | None:
    pay = facts.pay
    if pay is None:
        return None
    new = replace(
        pay,
        low=pay.low and max(1, pay.low + low * _step(pay)),
        high=pay.high and max(1, pay.high + high * _step(pay)),
    )
    if new.low and new.high and new.low > new.high:
        return None
    return _told(replace(facts, pay=new), "pay_changed", direction)


def _step(pay: Pay) -> int:
    return {"hour": 1, "day": 10, "month": 50, "year": 1000}[pay.unit] * (10 if pay.currency == "SEK" else 1)


def raise_pay(editor: Editor, facts: Facts) -> Edit | None:
    """Both ends go up."""
    by = editor.random.randint(1, 6)
    return _moved(facts, by, by, "raised")


def cut_pay(editor: Editor, facts: Facts) -> Edit | None:
    """Both ends go down."""
    by = -editor.random.randint(1, 4)
    return _moved(facts, by, by, "cut")


def widen_pay(editor: Editor, facts: Facts) -> Edit | None:
    """The lower end goes down and the upper up."""
    del editor
    ranged = facts.pay and facts.pay.low and facts.pay.high and facts.pay.low < facts.pay.high
    return _moved(facts, -2, 2, "widened") if ranged else None


def narrow_pay(editor: Editor, facts: Facts) -> Edit | None:
    """The lower end goes up and the upper down."""
    del editor
    ranged = facts.pay and facts.pay.low and facts.pay.high
    return _moved(facts, 1, -1, "narrowed") if ranged and facts.pay and facts.pay.low != facts.pay.high else None


def restructure_pay(editor: Editor, facts: Facts) -> Edit | None:
    """Paid by another unit."""
    if facts.pay is None or facts.pay.unit not in {"hour", "year", "month"}:
        return None
    unit = "hour" if facts.pay.unit == "year" else "year"
    times = {"hour": 1 / 2000, "year": 2000 if facts.pay.unit == "hour" else 12}[unit]
    new = replace(
        facts.pay,
        unit=unit,
        low=facts.pay.low and _rounded(facts.pay.low * times, unit),
        high=facts.pay.high and _rounded(facts.pay.high * times, unit),
    )
    if new.low and new.high and facts.pay.low != facts.pay.high and new.low >= new.high:
        return None
    del editor
    return _told(replace(facts, pay=new), "pay_changed", "restructured")


def _rounded(amount: float, unit: str) -> int:
    return max(1, round(amount)) if unit == "hour" else max(1, round(amount / 1000)) * 1000


def add_deadline(editor: Editor, facts: Facts) -> Edit | None:
    """A deadline is set."""
    if facts.deadline:
        return None
    new = inventing.deadline(editor.random, editor.language, today=editor.today)
    return _told(replace(facts, deadline=new), "deadline_changed", "added")


def drop_deadline(editor: Editor, facts: Facts) -> Edit | None:
    """The deadline is withdrawn."""
    del editor
    return _told(replace(facts, deadline=None), "deadline_changed", "removed") if facts.deadline else None


def extend(editor: Editor, facts: Facts) -> Edit | None:
    """The deadline is later."""
    return _shifted(facts, editor.random.choice((1, 3, 7, 14, 31)), "extended", editor.today)


def bring_forward(editor: Editor, facts: Facts) -> Edit | None:
    """The deadline is sooner."""
    return _shifted(facts, -editor.random.choice((1, 3, 7, 14)), "brought_forward", editor.today)


def _shifted(facts: Facts, days: int, direction: str, today: date) -> Edit | None:
    if facts.deadline is None:
        return None
    new = replace(facts.deadline, day=facts.deadline.day + timedelta(days=days))
    if (new.day - today).days < _DAYS_LEFT:
        return None
    return _told(replace(facts, deadline=new), "deadline_changed", direction)


def clarify(editor: Editor, facts: Facts) -> Edit | None:
    """The day gets a time."""
    if facts.deadline is None or facts.deadline.at is not None:
        return None
    new = replace(facts.deadline, at=inventing.clock_time(editor.random))
    return _told(replace(facts, deadline=new), "deadline_changed", "clarified")


def retitle(editor: Editor, facts: Facts) -> Edit | None:
    """Another title."""
    grammar = GRAMMARS[short(editor.language)]
    new = f"{editor.random.choice(grammar.levels)} {editor.random.choice(grammar.trades)}"
    return _told(replace(facts, title=new), "title_changed") if new != facts.title else None


def rename(editor: Editor, facts: Facts) -> Edit | None:
    """Another employer."""
    new = inventing.company(editor.random)
    return _told(replace(facts, organization=new), "organization_changed") if new != facts.organization else None


def move(editor: Editor, facts: Facts) -> Edit | None:
    """Another place."""
    new = editor.random.randrange(len(editor.language.places))
    return _told(replace(facts, place=new), "location_changed") if new != facts.place else None


def change_workplace(editor: Editor, facts: Facts) -> Edit | None:
    """On site, hybrid, remote."""
    new = editor.random.choice(("onsite", "hybrid", "remote"))
    if new == facts.workplace:
        return None
    return _told(replace(facts, workplace=new), "workplace_changed")


def change_employment(editor: Editor, facts: Facts) -> Edit | None:
    """Another kind of employment."""
    new = editor.random.choice(("full_time", "part_time", "contract"))
    if new == facts.employment:
        return None
    return _told(replace(facts, employment=new), "employment_type_changed")


def change_start(editor: Editor, facts: Facts) -> Edit | None:
    """Another start, where one was named."""
    new = inventing.start(editor.random, today=editor.today)
    return _told(replace(facts, start=new), "start_changed") if facts.start and new != facts.start else None


def change_apply(editor: Editor, facts: Facts) -> Edit | None:
    """Another address to apply at, where there is one."""
    if facts.status != "open":
        return None
    new = f"https://careers.{inventing.slug(facts.organization)}.example/form/{editor.random.randint(10_000, 99_999)}"
    return _told(replace(facts, apply=new), "apply_changed")


def repost(editor: Editor, facts: Facts) -> Edit | None:
    """The same text under another number."""
    return _told(replace(facts, number=f"R-{editor.random.randint(100_000, 999_999)}"), "reposted")


def contradict(editor: Editor, facts: Facts) -> Edit | None:
    """The structured data says another pay than the text, or no longer does."""
    del editor
    if facts.pay is None:
        return None
    if facts.declared_pay:
        return _told(replace(facts, declared_pay=None), "sources_agree", field="pay")
    other = replace(
        facts.pay, low=facts.pay.low and facts.pay.low * 13 // 10, high=facts.pay.high and facts.pay.high * 13 // 10
    )
    return _told(replace(facts, declared_pay=other), "sources_disagree", field="pay")


def _section_edit(kind: str) -> _Maker:
    def edit(editor: Editor, facts: Facts) -> Edit | None:
        index = next(number for number, it in enumerate(facts.sections) if it.kind == kind)
        new = _reworked(editor, facts.sections[index])
        sections = (*facts.sections[:index], new, *facts.sections[index + 1 :])
        return _told(replace(facts, sections=sections), "description_changed", field=kind)

    edit.__doc__ = f"Words of {kind} change."
    return edit


def _reworked(editor: Editor, old: Section) -> Section:
    """A bullet or sentence reworded, added or dropped."""
    random, language = editor.random, short(editor.language)
    bulleted = bool(old.bullets)
    units = list(old.bullets) if bulleted else [it for it in " ".join(old.paragraphs).split(". ") if it]
    where = random.randrange(len(units))
    match random.randrange(4 if len(units) > 3 else 3):  # noqa: PLR2004 - enough stay
        case 0:
            units.insert(
                where, another(random, language, old.kind, units, bullet=bulleted).rstrip("." if not bulleted else "")
            )
        case 1 | 2:
            units[where] = _reworded(editor, old.kind, units, where, bullet=bulleted)
        case _:
            del units[where]
    if bulleted:
        return replace(old, bullets=tuple(units))
    return replace(old, paragraphs=(". ".join(it.rstrip(".") for it in units) + ".",))


def _reworded(editor: Editor, kind: str, units: list[str], where: int, *, bullet: bool) -> str:
    """A unit with some of its words changed, or another one in its place."""
    grammar, old = GRAMMARS[short(editor.language)], units[where]
    parts = [it for name in ("tool", "object", "tail", "subject", "who") for it in grammar.words[name] if it in old]
    if parts and editor.random.random() < 0.7:  # noqa: PLR2004 - most edits are small
        part = editor.random.choice(parts)
        name = next(name for name, words in grammar.words.items() if part in words)
        new = old.replace(part, filled(editor.random, "{" + name + "}", grammar), 1)
        if new.casefold() != old.casefold() and new not in units:
            return new
    new = another(editor.random, short(editor.language), kind, units, bullet=bullet)
    return new if bullet else new.rstrip(".")


#: By name: the edit, and how often it is drawn beside the others.
EDITS: Mapping[str, tuple[_Maker, int]] = {
    "close": (close, 6),
    "open": (open_, 0),
    "remove": (remove, 4),
    "add_pay": (add_pay, 3),
    "drop_pay": (drop_pay, 2),
    "raise_pay": (raise_pay, 3),
    "cut_pay": (cut_pay, 3),
    "widen_pay": (widen_pay, 3),
    "narrow_pay": (narrow_pay, 3),
    "restructure_pay": (restructure_pay, 3),
    "add_deadline": (add_deadline, 3),
    "drop_deadline": (drop_deadline, 2),
    "extend": (extend, 3),
    "bring_forward": (bring_forward, 3),
    "clarify": (clarify, 3),
    "retitle": (retitle, 2),
    "rename": (rename, 2),
    "move": (move, 2),
    "change_workplace": (change_workplace, 2),
    "change_employment": (change_employment, 2),
    "change_start": (change_start, 3),
    "change_apply": (change_apply, 2),
    "repost": (repost, 2),
    "contradict": (contradict, 2),
    "about": (_section_edit("about"), 2),
    "responsibilities": (_section_edit("responsibilities"), 3),
    "requirements": (_section_edit("requirements"), 3),
    "benefits": (_section_edit("benefits"), 2),
}
#: What can be made in one round with another of these: each touches facts of its own.
APART = ("raise_pay", "extend", "retitle", "move", "requirements", "benefits", "change_employment")
#: What undoes an edit tells, by what the edit told.
BACK: Mapping[tuple[str, str], tuple[str, str]] = {
    ("pay_changed", "raised"): ("pay_changed", "cut"),
    ("pay_changed", "cut"): ("pay_changed", "raised"),
    ("pay_changed", "widened"): ("pay_changed", "narrowed"),
    ("pay_changed", "narrowed"): ("pay_changed", "widened"),
    ("pay_changed", "added"): ("pay_changed", "removed"),
    ("pay_changed", "removed"): ("pay_changed", "added"),
    ("deadline_changed", "extended"): ("deadline_changed", "brought_forward"),
    ("deadline_changed", "brought_forward"): ("deadline_changed", "extended"),
    ("deadline_changed", "added"): ("deadline_changed", "removed"),
    ("deadline_changed", "removed"): ("deadline_changed", "added"),
    ("closed", ""): ("reopened", ""),
    ("removed", ""): ("restored", ""),
    ("sources_disagree", ""): ("sources_agree", ""),
    ("sources_agree", ""): ("sources_disagree", ""),
}
#: No way back: the opposite is no change, or not told.
NO_WAY_BACK = frozenset({("deadline_changed", "clarified"), ("opened", "")})


def undone(edit: Edit, before: Facts) -> Edit | None:
    """The edit that puts everything back as it was."""
    pairs = {(it.kind, it.direction) for it in edit.expected}
    if pairs & NO_WAY_BACK:
        return None
    back = tuple(
        replace(it, kind=kind, direction=direction)
        for it in edit.expected
        for kind, direction in [BACK.get((it.kind, it.direction), (it.kind, it.direction))]
    )
    return Edit(facts=before, expected=back)
