"""A posting as HTML: its head, its sections, its control; and the page round it."""

from html import escape

from boards import furniture
from boards.facts import Facts, Section
from boards.look import Look
from boards.wordings import day_text, deadline_text, month_text, pay_text

_OTHER_ORDER = 0.05
#: Sites that nest so deep keep what is below a posting in the same element as the posting.
_DEEP = 3


def _bit(facts: Facts, number: int) -> bool:
    return bool(facts.placing >> number & 1)


def said_in_head(facts: Facts, look: Look) -> list[tuple[str, str]]:
    """The facts in the posting's head, each with its label; what is not here is in the text."""
    said = [("organization", facts.organization), ("location", place(facts, look))]
    said.append(("employment", look.language.employment[facts.employment][look.variant % 3]))
    if _bit(facts, 5):
        said.append(("workplace", look.language.workplace[facts.workplace][look.variant % 3]))
    if facts.pay and pay_in_head(facts):
        said.append(("pay", pay_text(facts.pay, look.language, look.variant)))
    if facts.deadline and deadline_in_head(facts):
        said.append(("deadline", deadline_text(facts.deadline, look.language, look.variant, today=look.today)))
    if facts.start and _bit(facts, 4):
        said.append(("start", month_text(facts.start, look.language)))
    said.append(("number", facts.number))
    return [(look.label(name), value) for name, value in said]


def pay_in_head(facts: Facts) -> bool:
    """Whether the pay stands in the head; else, or beside it, in the text."""
    return _bit(facts, 0) or not _bit(facts, 1)


def deadline_in_head(facts: Facts) -> bool:
    """Whether the deadline stands in the head; else, or beside it, in the text."""
    return _bit(facts, 2) or not _bit(facts, 3)


def place(facts: Facts, look: Look) -> str:
    """The place in one of its writings."""
    return look.language.places[facts.place][look.variant % 3]


def said_in_text(facts: Facts, look: Look, *, labelled: bool = True) -> list[str]:
    """Sentences that give facts in the posting's text.

    Args:
        facts: the opening.
        look: the fetch.
        labelled: the page has a head that gives facts too; else all of them stand in the text.
    """
    said = []
    if not labelled or _bit(facts, 6):
        said.append(_frame(facts, look, "location").format(look.language.places[facts.place][0]))
    if not labelled or not _bit(facts, 5):
        word = look.language.workplace[facts.workplace][0]
        word = word[:1].lower() + word[1:]
        said.append(_frame(facts, look, "workplace").format(word))
    if facts.start and (not labelled or not _bit(facts, 4)):
        said.append(_frame(facts, look, "start").format(month_text(facts.start, look.language)))
    if facts.pay and (not labelled or not pay_in_head(facts) or _bit(facts, 1)):
        said.append(_frame(facts, look, "pay").format(pay_text(facts.pay, look.language, look.variant)))
    if facts.deadline and (not labelled or not deadline_in_head(facts) or _bit(facts, 3)):
        text = deadline_text(facts.deadline, look.language, look.variant, today=look.today)
        said.append(_frame(facts, look, "deadline").format(text))
    return said


def _frame(facts: Facts, look: Look, fact: str) -> str:
    """The sentence round a fact: the posting's own; in a storm, pay and deadline come in any."""
    frames = look.language.says[fact]
    free = look.storm and fact in {"pay", "deadline"}
    return frames[(look.variant if free else facts.placing >> 7) % len(frames)]


def text_html(facts: Facts, look: Look, *, labelled: bool = True, plain: bool = False) -> str:
    """The posting's text, section by section, and the sentences with its facts.

    Args:
        facts: the opening.
        look: the fetch.
        labelled: as in `said_in_text`.
        plain: without the site's class names, as employers type it.
    """
    parts = [_section(it, facts, look, plain=plain) for it in facts.sections]
    if look.storm or look.random.random() < _OTHER_ORDER:
        rest = parts[1:]
        look.random.shuffle(rest)
        parts = [parts[0], *rest]
    said = "".join(f"<p>{look.text(it)}</p>\n" for it in said_in_text(facts, look, labelled=labelled))
    return "\n".join(parts) + said


def _section(section: Section, facts: Facts, look: Look, *, plain: bool) -> str:
    mark = "" if plain else f' class="{look.classes(section.kind)}"'
    heading = look.template.heading
    title = section.heading.format(organization=facts.organization)
    paragraphs = "".join(f"<p>{look.text(it)}</p>\n" for it in section.paragraphs)
    body = f"<{heading}{mark}>{look.text(title)}</{heading}>\n{paragraphs}{_bullets(section, look)}"
    return body if plain else f'<div data-block="{look.token(5)}">{body}</div>'


def _bullets(section: Section, look: Look) -> str:
    if not section.bullets:
        return ""
    style = look.template.bullets if not look.storm else look.random.choice(("ul", "signs"))
    if style == "ul":
        return "<ul>" + "".join(f"<li>{look.text(it)}</li>\n" for it in section.bullets) + "</ul>"
    sign = look.random.choice(("•", "–", "&#8226;")) if look.storm else "•"
    return "<p>" + "<br>\n".join(f"{sign} {look.text(it)}" for it in section.bullets) + "</p>"


def head_html(facts: Facts, look: Look) -> str:
    """The labelled facts, as the template lays them out."""
    rows = [(look.text(label), look.text(value)) for label, value in said_in_head(facts, look)]
    match look.template.head:
        case "dl":
            inner = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in rows)
            return f'<dl class="{look.classes("facts")}">{inner}</dl>'
        case "table":
            inner = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows)
            return f'<table class="{look.classes("facts")}">{inner}</table>'
        case "lines":
            return "".join(
                f'<p class="{look.classes("fact")}"><strong>{label}:</strong> {value}</p>' for label, value in rows
            )
        case _:
            inner = "".join(f"<li><span>{label}:</span> <span>{value}</span></li>" for label, value in rows)
            return f'<ul class="{look.classes("facts")}">{inner}</ul>'


def control_html(facts: Facts, look: Look) -> str:
    """The button to apply, or what stands in its place."""
    language = look.language
    chosen = facts.placing >> 9
    if facts.status == "closed":
        return (
            f'<div class="{look.classes("notice")}">{look.text(language.closed[chosen % len(language.closed)])}</div>'
        )
    if facts.status == "upcoming":
        opens = day_text(facts.opens, language, 0, today=look.today)
        said = language.upcoming[chosen % len(language.upcoming)].format(opens)
        return f'<div class="{look.classes("notice")}">{look.text(said)}</div>'
    words = language.apply[chosen % len(language.apply)]
    address = escape(look.away(facts.apply))
    return f'<a class="{look.classes("apply")}" href="{address}" rel="nofollow">{words}</a>'


def main_html(facts: Facts, look: Look, *, labelled: bool = True) -> str:
    """The posting as the site shows it, in the template's wrappers; `labelled` as in `said_in_text`."""
    age = look.random.choice(look.language.ages)
    text = text_html(facts, look, labelled=labelled)
    inner = (
        f'<h1 class="{look.classes("title")}">{look.text(facts.title)}</h1><p>{age}</p>{head_html(facts, look)}'
        f'{control_html(facts, look)}<div class="{look.classes("description")}">{text}</div>'
    )
    depth = look.template.depth + look.random.randint(0, 2)
    return f'<div data-v="{look.token(4)}">' * depth + inner + "</div>" * depth


def page(look: Look, *, title: str, main: str, head: str = "") -> bytes:
    """The whole document round a main part."""
    side = look.template.order[:4]
    below = look.template.order[4:]
    aside = f'<aside class="{look.classes("side")}">{furniture.blocks(look, side)}</aside>'
    inside = furniture.blocks(look, below) if look.template.depth > _DEEP else ""
    body = f'<main class="{look.classes("main")}">{main}{inside}</main>'
    after = "" if inside else furniture.blocks(look, below)
    parts = [aside, body] if look.template.aside_first else [body, aside]
    return (
        f'<!doctype html>\n<html lang="{look.language.tag}" data-build="{look.token(8)}">'
        f"{furniture.head(look, title, head)}"
        f'<body class="{look.classes("page")} theme-{look.random.randint(1, 9)}">{furniture.header(look)}'
        f"{''.join(parts)}{after}{furniture.footer(look)}{furniture.scripts(look)}</body></html>"
    ).encode()
