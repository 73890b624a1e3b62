"""Furniture: elements that are on a page for every posting, and not of any: menus, banners, forms, sidebars.

Known by element, by ARIA role, by what refers to it, and by words in class or id that name it ("cookie-banner",
"related-jobs"); other class names are noise and never looked at.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

_CONTROLS = frozenset({"button", "label", "legend"})
_TAGS = frozenset({"nav", "footer", "aside", "header", "form", "dialog"})
_NEVER_CONTENT = frozenset({"nav", "footer"})
_ROLES = frozenset(
    {
        "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search",
        "tooltip"
    }
)  # fmt: skip
#: What they hold no longer holds.
_STRUCK = frozenset({"del", "s", "strike"})
#: Words in a class or id, whoever wrote the page.
_WORDS = frozenset(
    {
        "ads", "advert", "advertisement", "adverts", "breadcrumb", "breadcrumbs", "comments", "consent", "cookie",
        "cookies", "footer", "gdpr", "menu", "modal", "nav", "navbar", "navbars", "navigation", "newsletter", "popover",
        "popup", "recommendations", "recommended", "related", "share", "sharing", "sidebar", "similar", "skip",
        "social", "sponsored", "toast", "tooltip"
    }
)  # fmt: skip
_PLAIN = frozenset({"html", "body", "main", "article"})
#: ASP.NET puts the whole page into one form, which has this field.
_ASP_NET = ".//input[@name='__VIEWSTATE']"
#: Of an element's classes; as many elements of a page have the same, they are remembered.
_LONGEST_NAMES = 2_000
_REMEMBERED = 1_024
#: With the digits around it: a name that a program made has them ("css-p04nav") and is no word.
_WORD = re.compile(r"(?<![0-9])[0-9]*(?:[A-Z]?[a-z]+|[A-Z]+(?![a-z]))(?:[0-9]+[A-Za-z]+)*")
#: For styles in lower case.
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
#: Of what a tooltip or a menu that opens says.
_LONGEST_TOOLTIP = 400
#: What is described right behind it and is no control, as those may be described by the posting's own words.
_DESCRIBED = "//*[self::div or self::span or self::svg or self::i or self::abbr][@aria-describedby]"
_TRAILS = "//*[@itemtype[contains(., 'schema.org/BreadcrumbList')]]"
#: Elements that float over a page have a name and say where ("data-popper-placement"); so does what opens them, which
#: is seen.
_PLACEMENT = re.compile(r"^(?:x|data(?:-(?!ads?-|track|test|gtm|ga-)[a-z]{1,12})?)-placement$")
_FLOATING = "//*[@id][not(@title)][@*[contains(name(), '-placement')]][not(@*[contains(name(), '-toggle')])]"


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Elements of a page that others make known."""

    #: Those that hold an <h1>: whatever their names say, they are no furniture.
    titled: Container[etree._Element]
    #: Furniture by what refers to it, or by its type.
    named: Mapping[etree._Element, str]


def landmarks(root: etree._Element, html: str) -> Landmarks:
    """The landmarks of a page; `html` is its text, and is asked first, as most pages have few of them."""
    named: dict[etree._Element, str] = {}
    if "org/BreadcrumbList" in html and "itemtype" in html:
        named |= dict.fromkeys(root.xpath(_TRAILS), "breadcrumb")
    if "aria-describedby" in html:
        named |= dict.fromkeys(_tooltips(root), "tooltip")
    if "-placement" in html:
        named |= dict.fromkeys(_floating(root), "tooltip")
    return Landmarks(_around_titles(root), named)


def _tooltips(root: etree._Element) -> Iterator[etree._Element]:
    """The elements whose few words describe what stands right before them, and is no control."""
    for element in root.xpath(_DESCRIBED):
        behind = element.getnext()
        names = element.get("aria-describedby", "").split()
        if behind is not None and behind.get("id") in names and _says_little(behind):
            yield behind


def _floating(root: etree._Element) -> Iterator[etree._Element]:
    """The elements that float over the page: tooltips, menus that open."""
    for element in root.xpath(_FLOATING):
        if any(map(_PLACEMENT.match, element.keys())) and _says_little(element):
            yield element


def _says_little(element: etree._Element) -> bool:
    return len(" ".join("".join(element.itertext()).split())) <= _LONGEST_TOOLTIP


def _around_titles(root: etree._Element) -> set[etree._Element]:
    around: set[etree._Element] = set()
    for heading in root.iter("h1"):
        for element in heading.iterancestors():
            if element in around:
                break
            around.add(element)
    return around


def is_left_out(element: etree._Element, tag: str, known: Landmarks) -> bool:
    """Whether an element is hidden, struck out, or furniture that holds nothing of a posting."""
    names = element.keys()
    if tag == "dialog" and "open" not in names:
        return element not in known.titled  # browsers do not show it
    if names:
        if "hidden" in names:
            return True
        if "style" in names and tag != "body" and _hides((element.get("style") or "").lower()):
            return True
    if tag in _STRUCK or (tag == "span" and "line-through" in (element.get("style") or "")):
        return _is_replaced(element)
    return tag in _NEVER_CONTENT and element not in known.titled


def _is_replaced(struck: etree._Element) -> bool:
    """Whether other words stand beside struck ones: what was said before, not a page that is struck as a whole."""
    around = struck.getparent()
    beside = around is not None and ((around.text or "").strip() or len(around) > 1)
    return bool(beside or (struck.tail or "").strip())


def _hides(style: str) -> bool:
    return ("none" in style or "hidden" in style) and _HIDDEN_STYLE.search(style) is not None


def furniture_of(element: etree._Element, tag: str, known: Landmarks) -> str | None:
    """What makes an element furniture ("aside", "dialog", "cookie"), or None; whatever holds a title is none."""
    if tag in _CONTROLS:
        return None if tag == "label" and _is_of_no_field(element) else "control"
    name: str | None = None
    if tag in _TAGS:
        name = tag
    elif (role := element.get("role")) in _ROLES:
        name = role
    elif tag not in _PLAIN:
        name = known.named.get(element) or _word(element.get("class"), element.get("id"))
    if name is None or element in known.titled or (tag == "form" and element.find(_ASP_NET) is not None):
        return None
    return name


def _is_of_no_field(label: etree._Element) -> bool:
    """Whether a <label> stands before words ("<label>Closes:</label> 5 March"), not before a field of a form."""
    return label.get("for") is None and len(label) == 0 and bool((label.tail or "").strip())


def _word(class_: str | None, id_: str | None) -> str | None:
    if not class_ and not id_:
        return None
    return _named(f"{class_ or ''} {id_ or ''}"[:_LONGEST_NAMES])


@lru_cache(maxsize=_REMEMBERED)
def _named(names: str) -> str | None:
    found = _WORDS.intersection(word.lower() for word in _WORD.findall(names))
    return min(found) if found else None
