"""Where the words of a page stand in a mail made by a user's template: nowhere that they could mean anything."""

from collections.abc import Iterator

from lxml import etree
from lxml import html as parser

#: Attributes that are only read out.
_READ_OUT = frozenset({"alt", "aria-label", "title", "summary"})
#: What stands in these is not shown as text.
_NOT_TEXT = frozenset({"script", "style", "textarea", "xmp", "noscript", "template", "iframe", "object", "svg", "math"})


def misplaced(document: str, word: str) -> str | None:
    """Where a word stands in HTML other than as text: "the attribute href of <a>"; None where it is text everywhere.

    Args:
        document: HTML, as far as it is any.
        word: lower-case ASCII letters, so that no escaping changes it.
    """
    if word not in document.lower():
        return None
    try:
        root = parser.document_fromstring(document)
    except (etree.ParserError, ValueError):
        return "something that is no HTML"
    return next((place for element in root.iter() for place in _places(element, word)), None)


def _places(element: etree._Element, word: str) -> Iterator[str]:
    if not isinstance(element.tag, str):
        if word in str(element.text).lower():
            yield "a comment"
        return
    if word in element.tag:
        yield "the name of a tag"
    for name, value in element.attrib.items():
        if word in str(name).lower():
            yield f"the name of an attribute of <{element.tag}>"
        if word in str(value).lower() and name not in _READ_OUT:
            yield f"the attribute {name} of <{element.tag}>"
    if element.tag in _NOT_TEXT and word in "".join(element.itertext(with_tail=False)).lower():
        yield f"<{element.tag}>"
