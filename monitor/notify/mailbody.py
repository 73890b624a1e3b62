"""The HTML of a mail: inline styles only, readable in dark mode, without images and without any style at all.

Every colour stands with the one behind it, so that a mail program that darkens the page, or strips what it does not
like, leaves each word readable. The one style sheet adjusts these pairs where the reader prefers dark; nothing depends
on it. What changed is marked as deleted and inserted text (`del`, `ins`), not by colours alone.
"""

from collections.abc import Sequence

from monitor.notify.escaping import html
from monitor.notify.grouping import Group, counts, grouped
from monitor.notify.story import Story, Value
from monitor.vocabulary import Severity

#: No background and no text colour of our own but on marked words, so that a dark mail program stays dark.
_BODY = "margin:0;padding:0"
_PAGE = (
    "max-width:600px;margin:0 auto;padding:16px;font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;"
    "overflow-wrap:anywhere;word-break:break-word"
)
_TITLE = "margin:8px 0 4px;line-height:1.3;font-size:"
#: A heading beyond this is set smaller.
_LONG = 90
_NAME = "margin:0 0 12px;font-size:16px"
_GROUP = "margin:28px 0 0;padding:16px 0 0;border-top:2px solid #88888880;font-size:18px;line-height:1.3"
_SUMMARY = "margin:16px 0 4px;font-size:16px;line-height:1.4"
_TABLE = "width:100%;margin:12px 0;border-collapse:collapse"
_LABEL = (
    "width:88px;padding:8px 12px 8px 0;border-top:1px solid #88888850;vertical-align:top;text-align:left;"
    "font-weight:normal;opacity:.75"
)
_CELL = "padding:8px 0;border-top:1px solid #88888850;vertical-align:top;text-align:left"
_QUOTE = "margin:12px 0;padding:0 0 0 12px;border-left:3px solid #888888"
_SMALL = "margin:12px 0 0;font-size:13px"
_FAINT = "opacity:.75"
_LIST = "margin:8px 0 0;padding:0 0 0 22px"
_REMOVED = "background:#fbdcd9;color:#7a1710;border-radius:3px;padding:1px 3px"
_ADDED = "background:#d3f3da;color:#0d4a1f;border-radius:3px;padding:1px 3px;text-decoration:none;font-weight:bold"
_PILL = "display:inline-block;padding:1px 9px;border-radius:10px;font-size:12px;line-height:18px"
_PILLS = {
    Severity.CRITICAL: "background:#b42318;color:#ffffff",
    Severity.HIGH: "background:#8a4b00;color:#ffffff",
    Severity.MEDIUM: "background:#175cd3;color:#ffffff",
    Severity.LOW: "background:#5b6470;color:#ffffff",
}
#: For those who prefer dark, where the program knows of it. The properties are the inline ones, hence !important.
_SHEET = (
    ":root{color-scheme:light dark;supported-color-schemes:light dark}"
    "@media (prefers-color-scheme:dark){"
    "del{background:#5c1e19!important;color:#ffd9d4!important}"
    "ins{background:#12431f!important;color:#c8f5d2!important}"
    "a{color:#8ab4f8!important}}"
)


def document(title: str, stories: Sequence[Story]) -> str:
    """A whole document.

    Args:
        title: not escaped.
        stories: in their order.

    Returns:
        HTML in which every text of the page is escaped.
    """
    inside = _single(stories[0]) if len(stories) == 1 else _digest(title, stories)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f"<title>{html(title)}</title><style>{_SHEET}</style></head>\n"
        f'<body style="{_BODY}"><div style="{_PAGE}">\n{inside}</div></body></html>\n'
    )


def _single(story: Story) -> str:
    heading = _heading(story.summary)
    pill = f"{_pill(story.severity)}\n" if story.kind else ""
    return f"{pill}{heading}{_paragraph(_NAME, story.beside)}{_details(story)}"


def _heading(text: str) -> str:
    size = 17 if len(text) > _LONG else 21
    return f'<h1 style="{_TITLE}{size}px">{html(text)}</h1>\n'


def _digest(title: str, stories: Sequence[Story]) -> str:
    groups = grouped(stories)
    contents = "".join(
        f"<li>{html(group.name)} – {html(counts(group.stories))}</li>" for group in groups if len(groups) > 1
    )
    return (
        f"{_heading(title)}{_paragraph('margin:0', counts(stories))}"
        + (f'<ol style="{_LIST}">{contents}</ol>\n' if contents else "")
        + "".join(_group(group) for group in groups)
    )


def _group(group: Group) -> str:
    return f'<h2 style="{_GROUP}">{html(group.name)}</h2>\n' + "".join(
        f'<h3 style="{_SUMMARY}">{_pill(story.severity)} {html(story.summary)}</h3>\n'
        f"{_paragraph(_NAME, story.beside) if story.name != group.name else ''}{_details(story)}"
        for story in group.stories
    )


def _details(story: Story) -> str:
    parts = [
        _table(story),
        _evidence(story),
        _paragraph("margin:12px 0 0", _links(story), is_html=True),
        _paragraph(f"{_SMALL};{_FAINT}", _when(story), is_html=True),
    ]
    return "".join(parts)


def _evidence(story: Story) -> str:
    said = f'<span style="{_FAINT}">On the page:</span> “{html(story.evidence or "")}”'
    return f'<blockquote style="{_QUOTE}">{said}</blockquote>\n' if story.evidence else ""


def _when(story: Story) -> str:
    """When it was seen, and where the rest of the story is."""
    seen = f"Seen: {html(story.seen)}" if story.seen else ""
    history = f"History: <code>monitor history {story.watch_id}</code>" if story.watch_id is not None else ""
    return "<br>".join(part for part in (seen, history) if part)


def _table(story: Story) -> str:
    if not story.values:
        return ""
    rows = "".join(_row(value) for value in story.values)
    return f'<table style="{_TABLE}">{rows}</table>\n'


def _row(value: Value) -> str:
    tag, style = ("del", _REMOVED) if value.old else ("ins", _ADDED)
    words = "".join(
        f'<{tag} style="{style}">{html(it.text)}</{tag}>' if it.changed and it.text.strip() else html(it.text)
        for it in value.pieces
    )
    return f'<tr><th scope="row" style="{_LABEL}">{value.label}</th><td style="{_CELL}">{words}</td></tr>'


def _links(story: Story) -> str:
    """The address itself is the text of the link: nobody is sent where the words do not say."""
    named = (("Posting", story.url), ("Board", story.board), ("Watch", story.page))
    return "<br>".join(f'{name}: <a href="{html(url)}">{html(url)}</a>' for name, url in named if url)


def _pill(severity: Severity) -> str:
    return f'<span style="{_PILL};{_PILLS[severity]}">{severity}</span>'


def _paragraph(style: str, text: str, *, is_html: bool = False) -> str:
    return f'<p style="{style}">{text if is_html else html(text)}</p>\n' if text else ""
