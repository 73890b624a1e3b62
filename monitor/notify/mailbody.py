"""The HTML of a mail: inline styles only, readable in dark mode, without images and without styles at all."""

from collections.abc import Sequence

from monitor.notify.escaping import html
from monitor.notify.story import Story, Value

#: No background and no text colour of our own but on marked words, so that a dark mail program stays dark.
_BODY = "margin:0;padding:16px;font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif"
_CARD = "max-width:640px;margin:0 0 24px;padding:0 0 16px;border-bottom:1px solid #8888"
_HEADLINE = "margin:0;font-size:19px;line-height:1.3"
_NAME = "margin:2px 0 12px;opacity:.8"
_CELL = "padding:6px 12px 6px 0;vertical-align:top;text-align:left"
_QUOTE = "margin:12px 0;padding:2px 0 2px 12px;border-left:3px solid #888"
_SMALL = "margin:12px 0 0;font-size:13px;opacity:.8"
_REMOVED = "background:#b42318;color:#fff;border-radius:3px;padding:0 3px"
_ADDED = "background:#1a7f37;color:#fff;border-radius:3px;padding:0 3px;text-decoration:none"


def document(title: str, stories: Sequence[Story]) -> str:
    """A whole document.

    Args:
        title: not escaped.
        stories: in their order.

    Returns:
        HTML in which every text of the page is escaped.
    """
    cards = "".join(_card(story) for story in stories)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f'<title>{html(title)}</title></head><body style="{_BODY}">{cards}</body></html>'
    )


def _card(story: Story) -> str:
    parts = [
        f'<h1 style="{_HEADLINE}">{html(story.summary)}</h1>',
        f'<p style="{_NAME}">{html(story.name)}</p>',
        _table(story),
        f'<blockquote style="{_QUOTE}">“{html(story.evidence)}”</blockquote>' if story.evidence else "",
        f'<p style="margin:12px 0 0">{_links(story)}</p>' if story.url else "",
        f'<p style="{_SMALL}">Seen: {html(story.seen)}{_history(story)}</p>',
    ]
    return f'<div style="{_CARD}">{"".join(parts)}</div>'


def _history(story: Story) -> str:
    return f"<br>History: <code>monitor history {story.watch_id}</code>" if story.watch_id is not None else ""


def _table(story: Story) -> str:
    if not story.values:
        return ""
    rows = "".join(_row(value) for value in story.values)
    return f'<table style="border-collapse:collapse">{rows}</table>'


def _row(value: Value) -> str:
    tag, style = ("del", _REMOVED) if value.old else ("ins", _ADDED)
    words = "".join(
        f'<{tag} style="{style}">{html(it.text)}</{tag}>' if it.changed and it.text.strip() else html(it.text)
        for it in value.pieces
    )
    return f'<tr><th scope="row" style="{_CELL}">{value.label}</th><td style="{_CELL}">{words}</td></tr>'


def _links(story: Story) -> str:
    """The address itself is the text of the link: nobody is sent where the words do not say."""
    named = (("Posting", story.url), ("Board", story.board))
    return "<br>".join(f'{name}: <a href="{html(url)}">{html(url)}</a>' for name, url in named if url)
