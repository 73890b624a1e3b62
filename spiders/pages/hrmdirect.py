"""HRMDirect: a board as a page of table rows; there is no public API.

Source of the shape: public boards (`job-openings.php`). The links to postings are often left open (`<a …>` without its
end), so that a row, not a link, is what names a role.
"""

from collections.abc import Sequence

from spiders.claims import Claims
from spiders.pages import elements
from spiders.pages.answers import listed
from spiders.pages.embedded import State
from spiders.posting import Page, Reading, Role
from spiders.reading.document import Document
from spiders.reading.urls import absolute

_NAME = "HRMDirect"


def read_page(doc: Document, _states: Sequence[State], page: Page, _claims: Claims) -> Reading | None:
    """The reading of a board; None for a posting, which is a page like any other."""
    cells = list(elements.of_class(doc.root, "posTitle"))
    found = ((elements.words(cell), href) for cell in cells for _, href in list(elements.links(cell))[:1])
    roles = [Role(title=title, url=absolute(href, page.url)) for title, href in found if "req=" in href]
    return listed(_NAME, roles) if roles else None
