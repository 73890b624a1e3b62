"""Tags of very many attributes, which the parser compares each with each: half a million take hours."""

import re

#: Attributes of one tag; more are left out. Real tags have some 20, the widest some 200.
MOST_ATTRIBUTES = 500

#: So short a tag has not so many; so short a page does not take long, whatever it is.
_SHORT, _SHORT_PAGE = 2 * MOST_ATTRIBUTES, 100_000
#: One attribute as libxml2 reads it: quotes mean something behind "=" alone. Nothing is read twice.
_ATTRIBUTE = r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>]*+))?+"
_TAG = re.compile(rf"<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[\s/=]++|{_ATTRIBUTE})*+)")
_ONE = re.compile(_ATTRIBUTE)


def narrowed(html: str) -> str:
    """The page with such tags bare."""
    if len(html) <= _SHORT_PAGE or not any(it.end() - it.start() > _SHORT for it in _TAG.finditer(html)):
        return html
    return _TAG.sub(_narrowed, html)


def _narrowed(tag: re.Match[str]) -> str:
    attributes = tag["attributes"]
    is_wide = len(attributes) > _SHORT and sum(1 for _ in _ONE.finditer(attributes)) > MOST_ATTRIBUTES
    return f"<{tag['name']}" if is_wide else tag[0]
