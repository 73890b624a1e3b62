"""What stands in place of a list of roles: words that it could not be had, or that it is empty."""

import re
from itertools import pairwise

from spiders.pages.listing import announces_roles
from spiders.reading import notices
from spiders.reading.document import Block, Document
from spiders.reading.notices import said

_LONGEST = 200


def not_had(doc: Document, *, listed: bool) -> str | None:
    """The words of a line that the list could not be had; None for none.

    Args:
        doc: the page.
        listed: it links to roles all the same. They are another list's ("similar jobs") only where the words follow
            the heading of the list.
    """
    for before, block in pairwise(doc.blocks):
        words = _words(notices.NOT_LOADED, block) or _words(notices.SERVER_ERROR, block)
        if words and (not listed or (before.level and announces_roles(before.text))):
            return words
    return None


def is_empty(doc: Document) -> bool:
    """Whether a line says that there are no roles."""
    return any(_words(notices.NO_ROLES, block) for block in doc.blocks)


def _words(pattern: re.Pattern[str], block: Block) -> str | None:
    plain = not (block.furniture or block.linked) and len(block.text) <= _LONGEST
    return said(pattern, block.text) if plain else None
