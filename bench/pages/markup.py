"""HTML as its tokens, so that a page can be changed in one respect and stay, however broken, the same in all others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

#: What has no end tag.
VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"
    }
)  # fmt: skip
#: What holds text in which no tag is one.
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed"})
#: Elements whose white space shows.
KEPT_SPACE = frozenset({"pre", "textarea", "script", "style", "title", "xmp"})
_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[!?][^>]*>|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)"
    r"(?P<attributes>(?:[^>\"'=]|=\s*\"[^\"]*\"|=\s*'[^']*'|[\"'=])*?)(?P<close>/?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a page."""

    #: "start", "end", "text", "raw" (the text of a script or style) or "other" (comments, declarations).
    kind: str
    #: As it is written; rendered anew where a tag was changed.
    text: str
    #: Of a tag, in lower case; of raw text, that of its element.
    name: str = ""
    #: Of a start tag, as written, entities and all.
    attributes: tuple[tuple[str, str | None], ...] = ()

    def get(self, name: str) -> str | None:
        """An attribute's value, entities resolved; None where it has none."""
        return next((unescape(value or "") for key, value in self.attributes if key.lower() == name), None)

    def having(self, attributes: Iterable[tuple[str, str | None]]) -> "Token":
        """The start tag with other attributes."""
        return written(replace(self, attributes=tuple(attributes)))


def written(token: Token, *, name: str | None = None, quote: str = '"', close: str = "") -> Token:
    """A start tag written from its attributes."""
    parts = [name or token.name]
    for key, value in token.attributes:
        mark = quote if value is None or quote not in value else ("'" if quote == '"' else '"')
        parts.append(key if value is None else f"{key}={mark}{value}{mark}")
    return replace(token, text=f"<{' '.join(parts)}{close}>")


def tokens(html: str) -> list[Token]:
    """The tokens of a page; joined, they are the page."""
    return list(_tokens(html))


def _tokens(html: str) -> Iterator[Token]:
    position = 0
    while found := _TOKEN.search(html, position):
        if found.start() > position:
            yield Token("text", html[position : found.start()])
        yield _token(found)
        position = found.end()
        name = (found["name"] or "").lower()
        if name in _RAW and not found["end"]:
            end = re.compile(rf"</{re.escape(name)}", re.IGNORECASE).search(html, position)
            stop = end.start() if end else len(html)
            if stop > position:
                yield Token("raw", html[position:stop], name)
            position = stop
    if position < len(html):
        yield Token("text", html[position:])


def _token(found: re.Match[str]) -> Token:
    if not found["name"]:
        return Token("other", found[0])
    name = found["name"].lower()
    if found["end"]:
        return Token("end", found[0], name)
    attributes = tuple(
        (key, next((it for it in values if it), "") if "=" in whole else None)
        for whole, key, *values in (
            (it[0], it[1], it[2], it[3], it[4]) for it in _ATTRIBUTE.finditer(found["attributes"])
        )
    )
    return Token("start", found[0], name, attributes)


def html_of(page: Iterable[Token]) -> str:
    """The page that these tokens make."""
    return "".join(token.text for token in page)


def end_of(page: Sequence[Token], start: int) -> int | None:
    """The number of the end tag of the element that begins at `start`; None where nothing ends it."""
    name, depth = page[start].name, 0
    if name in VOID:
        return start
    for number in range(start, len(page)):
        if page[number].name == name and page[number].kind in {"start", "end"}:
            depth += 1 if page[number].kind == "start" else -1
            if depth == 0:
                return number
    return None


def text_within(page: Iterable[Token]) -> str:
    """The text of some tokens, white space folded."""
    return " ".join(unescape(" ".join(it.text for it in page if it.kind == "text")).split())


def places_of(page: Sequence[Token], *names: str) -> list[int]:
    """The numbers of the start tags of these names."""
    return [number for number, token in enumerate(page) if token.kind == "start" and token.name in names]
