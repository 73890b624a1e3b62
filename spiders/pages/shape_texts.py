"""The text, the addresses and the numbers of an object of a posting's shape."""

import re
from html import escape, unescape

from spiders.pages.answers import Part, link, section
from spiders.pages.keys import FIELDS, folded
from spiders.pages.shape_values import words
from spiders.pages.shapes import Shaped
from spiders.posting import Page

_LONGEST_QUOTE = 300
_MOST_PARTS = 40
_ALIKE = 200
_HAS_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,500}>")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
#: A key of the posting's own number, and not its employer's or its department's.
_OWN_ID = re.compile(r"(?:job|post|ad|adv|advert|vacancy|position|offer|opening|requisition|object)(?:id|slug|key|no)$")
_HEADINGS, _BODIES = ("heading", "title", "name", "label"), ("value", "content", "text", "body", "html", "description")
_UNSAID = frozenset({"external", "str", "html", "job"})
_STARTS = ("http://", "https://", "/", "www.")


def as_html(one: Shaped) -> str:
    """The posting's text as HTML, all its parts in their order; what stands there twice (as text, as HTML) once."""
    parts = [(part, False) for part in one.every("text")] + [(part, True) for part in one.every("more_text")]
    bodies: list[str] = []
    seen: list[str] = []
    for part, headed in parts[:_MOST_PARTS]:
        body = _markup(part.value)
        said = words(body)
        if body and not any(said[:_ALIKE] in other for other in seen):
            seen.append(said)
            bodies.append(section(_heading(one, part), body) if headed else f"<div>{body}</div>")
    teaser = one.first("teaser")
    return "".join(bodies) or (f"<div>{_markup(teaser.value)}</div>" if teaser else "")


def names(one: Shaped) -> tuple[str, ...]:
    """What a posting of a list can be asked for by: its numbers and its addresses."""
    keys = ("id", "guid", "uuid", "slug", "shortcode", *FIELDS["requisition_id"], *FIELDS["url"])
    found = [words(part.value) for key in keys for part in one.index.get(key, ())]
    own = (words(it) for key, it in one.part.value.items() if _OWN_ID.search(folded(str(key))))
    return tuple(it for it in (*found, *own) if it)


def address(one: Shaped, page: Page) -> str | None:
    """The posting's own public address."""
    for part in (*one.every("url"), *one.every("apply_url")):
        for value in part.value if isinstance(part.value, list) else [part.value]:
            said = value.strip() if isinstance(value, str) else _href(value)
            if (said.startswith(_STARTS) or part.path.lower().endswith("url")) and (found := web_address(said, page)):
                return found
    return None


def web_address(said: str, page: Page) -> str | None:
    """The address that a text is, also without a scheme and with entities; None for none."""
    said = unescape(said.strip())
    return link(f"https://{said}" if said.startswith("www.") else said, page.url)


def quote(part: Part) -> str:
    """The words of a value as evidence."""
    return (words(part.value) or str(part.value))[:_LONGEST_QUOTE]


def _href(value: object) -> str:
    """The address of an Atom link, or of a text beside attributes."""
    found = value.get("@href", value.get("href", value.get("#text"))) if isinstance(value, dict) else None
    return found.strip() if isinstance(found, str) else ""


def _heading(one: Shaped, part: Part) -> str:
    """The heading that stands beside a part of the text, or its key as words."""
    key = part.path.rpartition(".")[2].partition("[")[0]
    beside = one.index.get(f"{folded(key)}header") or one.index.get(f"{folded(key)}heading")
    said = [it for it in _WORD.findall(key.rpartition(":")[2]) if it.lower() not in _UNSAID]
    return words(beside[0].value) if beside else " ".join(said).capitalize()


def _headed(value: object) -> str:
    """A part of a text that comes with its own heading: {"name": "Requirements", "value": "<ul>…"}."""
    if not isinstance(value, dict):
        return ""
    named = {folded(str(key)): it for key, it in value.items()}
    heading, body = (next((named[key] for key in keys if named.get(key)), None) for keys in (_HEADINGS, _BODIES))
    return section(heading, _markup(body)) if isinstance(heading, str) and isinstance(body, str) else ""


def _markup(value: object) -> str:
    """A text with its markup, escaped or not; plain text becomes one paragraph a line."""
    if isinstance(value, list):
        return "".join(_headed(it) or f"<li>{escape(said)}</li>" for it in value[:100] if (said := words(it)))
    text = value if isinstance(value, str) else words(value)
    text = unescape(text) if "&lt;" in text else text
    if not text.strip() or _HAS_TAG.search(text):
        return text.strip()
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
