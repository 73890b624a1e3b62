"""Furniture: elements that are on a page for every posting, and not of any: menus, banners, forms, sidebars.

Known by element, by ARIA role, and by words in class or id that name it ("cookie-banner", "related-jobs"); other
class names are noise and never looked at.
"""

import re
from functools import lru_cache

from lxml import etree

_CONTROLS = frozenset({"button", "label", "legend", "summary"})
_TAGS = frozenset({"nav", "footer", "aside", "header", "form", "dialog"})
_NEVER_CONTENT = frozenset({"nav", "footer"})
_ROLES = frozenset(
    {
        "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search",
        "tooltip"
    }
)  # fmt: skip
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
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_left_out(element: etree._Element, tag: str) -> bool:
    """Whether an element is hidden, or furniture that never holds anything of a posting."""
    names = element.keys()
    if "hidden" in names:
        return True
    if "style" in names and tag != "body" and _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    return tag in _NEVER_CONTENT and element.find(".//h1") is None


def furniture_of(element: etree._Element, tag: str) -> str | None:
    """What makes an element furniture ("aside", "dialog", "cookie"), or None; whatever holds the <h1> is none."""
    if tag in _CONTROLS:
        return "control"
    role = element.get("role")
    name: str | None = None
    if tag in _TAGS:
        name = tag
    elif role in _ROLES:
        name = role
    elif tag not in _PLAIN:
        name = _word(element.get("class"), element.get("id"))
    if name is None or element.find(".//h1") is not None or (tag == "form" and element.find(_ASP_NET) is not None):
        return None
    return name


def _word(class_: str | None, id_: str | None) -> str | None:
    if not class_ and not id_:
        return None
    return _named(f"{class_ or ''} {id_ or ''}"[:_LONGEST_NAMES])


@lru_cache(maxsize=_REMEMBERED)
def _named(names: str) -> str | None:
    found = _WORDS.intersection(word.lower() for word in _WORD.findall(names))
    return min(found) if found else None
