"""How a page is built around its posting: pages that one template made have the same fingerprint."""

from spiders.reading.document import Document
from spiders.reading.scope import Scope


def template_of(doc: Document, scope: Scope) -> str:
    """How deep the title and the text stand, and in which elements ("h1@9 p@11").

    Class names are left out, since many sites make them anew with each build; a new wrapper or a text that moved
    elsewhere is another template.
    """
    title = [] if scope.title is None else [scope.blocks[scope.title]]
    return " ".join(f"{it.tag}@{sum(1 for _ in doc.path(it.container))}" for it in (*title, *scope.body[:1]))
