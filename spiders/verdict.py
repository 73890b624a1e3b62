"""What a response is: a posting, a list of them, or one of the ways in which sites fail. Every verdict has reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from spiders.posting import Status, Verdict
from spiders.reading import notices
from spiders.reading.document import Document
from spiders.reading.notices import challenge_mark, said
from spiders.reading.status import find_status

_ERROR_STATUS = 500
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 403, 407, 451})
_TOO_MANY = 429
_UNAVAILABLE = 503
#: What a page without content of its own says at most, in characters.
_FEW_CHARS = 3_000
_LITTLE_PROSE = 1_200
_BRIEF = 600
#: Characters of a page that shows next to nothing, its menus included.
_LITTLE_TEXT = 300
#: Characters of one paragraph, and of the shortest that says something.
_PARAGRAPH = 100
_DESCRIPTION = 80
_SENTENCE = 60
#: One strong sign and one weak, or three weak ones.
_ENOUGH = 3
_FIRST_LINES = 8
_H3 = 3
_SOME = 2
_MANY = 8
#: Where scripts put what they make; such an element that is empty shows that they have not.
_MOUNTS = (
    "//div[@id='root' or @id='app' or @id='__next' or @id='__nuxt' or @id='___gatsby']"
    "|//app-root|//ph-page|/html/body/*[contains(name(), '-')]"
)
#: What shows on its own that a page failed, in the order of trust.
_BY_HEADING = (
    (Verdict.GONE, notices.NOT_FOUND),
    (Verdict.ERROR, notices.SERVER_ERROR),
    (Verdict.LOGIN, notices.LOGIN),
)
Judged = tuple[Verdict, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What the readers found on a page, as far as it matters for the verdict."""

    #: Structured data (JSON-LD, microdata, an API) names exactly one posting.
    structured: bool
    title: str | None
    #: A block of the page is its title, whether or not it names a role.
    headed: bool
    #: Its title, whatever it names, is the page's chief heading, is in <title>, and stands over a sentence.
    titled: bool
    #: Characters of prose and bullets in the posting's body.
    prose: int
    #: Characters of whole sentences outside of furniture, behind the title where there is one.
    sentences: int
    #: Characters of its paragraphs that are no notice.
    described: int
    #: Pay and deadline: how many of them its text states.
    terms: int
    #: Kinds of section that only postings have (responsibilities, requirements, benefits).
    sections: int
    #: Labelled or head fields that only postings have.
    fields: int
    #: A control or a sentence that asks to apply.
    apply: bool
    #: A sentence that seeks somebody.
    seeks: bool
    #: Closed, by the posting's own head.
    closed: bool
    #: Not yet open, by what the page says.
    upcoming: bool
    #: Roles that the page lists, and whether its title or a heading announces them.
    roles: int
    announced: bool
    #: The list reads as a search result (filters, paging, many employers).
    search: bool
    #: What would be the posting's title is one of the roles, with a link or a heading like theirs.
    linked_title: bool
    #: The page calls itself an article, or is titled and signed like one.
    article: bool
    #: Each of the roles has its own link to apply.
    applied: bool
    #: Numbers of the page's blocks that speak of other postings, or belong to something else.
    others: frozenset[int]
    #: On a page that announces roles, words in their place: they could not be had.
    not_had: str | None


def of_status(status: int, text: str, headers: Mapping[str, str]) -> Judged | None:
    """The verdict that the HTTP status alone gives; None for an answer that has to be read."""
    if status in _GONE:
        return Verdict.GONE, (f"HTTP status {status}",)
    if status < 400:  # noqa: PLR2004 - what answers at all
        return None
    if status in _REFUSED or status == _TOO_MANY:
        challenge = "cf-mitigated" in headers or challenge_mark(text) is not None
        verdict = Verdict.CHALLENGE if challenge or status in {403, 429} else Verdict.LOGIN
        return verdict, (f"HTTP status {status}",)
    if status >= _ERROR_STATUS:
        if words := said(notices.CHALLENGE, text[:_FEW_CHARS]):
            return Verdict.CHALLENGE, (f"HTTP status {status}, and the page says “{words}”",)
        resting = status == _UNAVAILABLE and said(notices.MAINTENANCE, text[:20_000])
        return Verdict.MAINTENANCE if resting else Verdict.ERROR, (f"HTTP status {status}",)
    return None


def of_page(doc: Document, seen: Seen, html: str) -> Judged:
    """The verdict of a page that answered 200."""
    return _failure(doc, seen, html) or _content(doc, seen) or _nothing(doc, seen)


def _failure(doc: Document, seen: Seen, html: str) -> Judged | None:
    """A way to fail that a page of few words shows; a posting's text is never searched for it."""
    if seen.prose > _LITTLE_PROSE or seen.sections > 1 or _is_shown(seen):
        return None
    text = _notice_text(doc)
    if len(text) < _FEW_CHARS and not seen.structured:
        brief = text if len(text) < _BRIEF else "\n".join(_head_text(doc, seen.others, lines=_FIRST_LINES))
        for verdict, pattern, searched in (
            (Verdict.CHALLENGE, notices.CHALLENGE, text),
            (Verdict.MAINTENANCE, notices.MAINTENANCE, brief),
        ):
            if words := said(pattern, searched):
                return verdict, (f"the page says “{words}”",)
    if seen.structured or seen.fields > 1:
        return None
    if len(text) < _FEW_CHARS // 6 and (mark := challenge_mark(html)):
        return Verdict.CHALLENGE, (f"the page loads {mark}",)
    return _by_heading(doc, seen)


def _is_shown(seen: Seen) -> bool:
    """Whether the page shows a role by its title with a text about it."""
    return seen.headed and (seen.sections > 0 or (seen.title is not None and seen.described >= _DESCRIPTION))


def _by_heading(doc: Document, seen: Seen) -> Judged | None:
    """Closed, gone, failed or locked, as the title, a heading or (on a page of next to no text) its first lines say."""
    alone = seen.prose < _LITTLE_TEXT and seen.roles <= _SOME
    described = seen.titled and seen.described >= _DESCRIPTION
    head = _head_text(doc, seen.others, lines=_FIRST_LINES if alone else 0)
    found = {
        verdict: words
        for verdict, pattern in _BY_HEADING
        if (words := next(filter(None, (said(pattern, text) for text in head)), None))
    }
    if (
        words := closed_words(
            _head_text(doc, seen.others, lines=_FIRST_LINES, forms=True) if alone else head, lines=alone
        )
    ) and (Verdict.GONE not in found and not described):
        return Verdict.CLOSED_NOTICE, (f"the page says “{words}”",)
    if not found and seen.prose < _PARAGRAPH and _password(doc):
        return Verdict.LOGIN, ("the page asks for a password",)
    return next(((verdict, (f"the page says “{words}”",)) for verdict, words in found.items()), None)


def closed_words(texts: list[str], *, lines: bool) -> str | None:
    """The words of a few lines that say of a posting that it is closed; `lines`: "Closed" alone says it, too."""
    text = "\n".join(texts)
    status = find_status(text, head_length=len(text) if lines else 0)
    return status.text if status and status.value is Status.CLOSED else None


def _password(doc: Document) -> bool:
    return doc.root is not None and doc.root.find(".//input[@type='password']") is not None


def _content(doc: Document, seen: Seen) -> Judged | None:
    posting, why = _posting_score(seen)
    if seen.structured:
        return Verdict.POSTING, why
    if seen.announced and seen.title is None and not seen.sections:
        posting = min(posting, _ENOUGH - 1)
    if seen.not_had and posting < _ENOUGH:
        return Verdict.ERROR, (f"the page says “{seen.not_had}”",)
    listing = _listing_score(seen)
    if listing >= _ENOUGH and listing > posting:
        verdict = Verdict.HUB if seen.announced and not seen.search else Verdict.LISTING
        missed = closed_words(_head_text(doc, seen.others, lines=_FIRST_LINES), lines=False)
        why_here = (f"the page says “{missed}”",) if missed else ()
        return verdict, (f"it lists {seen.roles} roles", *why_here)
    return (Verdict.POSTING, why) if posting >= _ENOUGH else None


def _listing_score(seen: Seen) -> int:
    if not seen.roles:
        return 0
    return (
        (2 if seen.roles > _SOME else 1)
        + (seen.roles > _MANY)
        + 2 * seen.announced
        + seen.search
        + 6 * seen.linked_title
        + (seen.roles > _SOME and not seen.headed)
        + 2 * (seen.search and seen.announced)
        + 3 * (seen.applied and seen.roles > _SOME)
        + 3 * (seen.announced and seen.roles > _SOME and seen.title is None)
    )


def _posting_score(seen: Seen) -> tuple[int, tuple[str, ...]]:
    signs = (
        (4, seen.structured, "its structured data names one posting"),
        (
            min(seen.sections + _has_text(seen), 3),
            seen.sections > 0,
            f"it has {seen.sections} of the sections that postings have",
        ),
        (2, seen.title is not None and seen.prose > _PARAGRAPH, "a role's title stands over a text"),
        (1, seen.title is not None, "its title names a role"),
        (1, seen.headed and seen.prose > _PARAGRAPH, "a title stands over a text"),
        (
            1,
            seen.title is not None and seen.apply and _SENTENCE <= seen.prose <= _PARAGRAPH,
            "a short text stands under its title",
        ),
        (
            2,
            seen.titled and seen.title is None and seen.roles <= _SOME and _offers(seen),
            "its chief heading stands over a text that offers work, or did",
        ),
        (1, seen.titled and _offers(seen) and seen.prose <= _PARAGRAPH, "the text under its heading is short"),
        (min(seen.terms, 2), seen.terms > 0 and seen.headed, "its text states pay or a deadline"),
        (
            min(seen.fields, 3) * (seen.headed or seen.sections > 0),
            seen.fields > 0,
            f"it names {seen.fields} facts that postings name",
        ),
        (1, seen.apply, "it asks to apply"),
        (1, seen.prose > _LITTLE_PROSE, "its text is long"),
        (2, seen.closed, "it says that it is closed"),
        (-4, seen.article and not seen.fields, "it is written like an article"),
    )
    return sum(weight for weight, holds, _ in signs if holds), tuple(words for _, holds, words in signs if holds)


def _offers(seen: Seen) -> bool:
    says = seen.apply or seen.closed or seen.upcoming or (seen.seeks and seen.terms > 0)
    return says and not seen.article


def _has_text(seen: Seen) -> bool:
    """Whether sentences stand under a title, on a page that is no list."""
    return seen.headed and seen.roles <= _SOME and seen.sentences >= _SENTENCE


def _nothing(doc: Document, seen: Seen) -> Judged:
    """Neither a posting nor a list: a shell that scripts would fill, an empty list, or nothing that we know."""
    if why := _is_shell(doc, seen):
        return Verdict.SHELL, (why,)
    if seen.roles > _SOME:
        return Verdict.HUB, (f"it lists {seen.roles} roles",)
    if seen.announced or seen.search:
        return Verdict.LISTING if seen.search else Verdict.HUB, ("its title announces postings, and it lists none",)
    if seen.title is not None and not seen.article and (not seen.headed or seen.prose < _PARAGRAPH):
        return Verdict.SHELL, ("it names a role, and shows no text about it",)
    if seen.sentences < _SENTENCE:
        return Verdict.SHELL, ("it has hardly any text of its own",)
    return Verdict.ERROR, ("nothing on it reads as a posting or a list of postings",)


def _is_shell(doc: Document, seen: Seen) -> str | None:
    """Why a page of few words is one that scripts have to fill; None where nothing says so."""
    few = seen.sentences < _LITTLE_TEXT
    if words := said(notices.NEEDS_SCRIPT, f"{doc.noscript if few else ''} {_notice_text(doc)[:_FEW_CHARS]}"):
        return f"the page says “{words}”"
    return "the element that scripts fill is empty" if few and not seen.roles and _is_mounted_empty(doc) else None


def _is_mounted_empty(doc: Document) -> bool:
    return doc.root is not None and any(not "".join(it.itertext()).strip() for it in doc.root.xpath(_MOUNTS))


def _notice_text(doc: Document) -> str:
    said = [
        doc.title or "",
        *(block.text for block in doc.blocks if block.furniture not in {"nav", "footer", "header"}),
    ]
    return "\n".join(said)


def _head_text(doc: Document, others: frozenset[int], *, lines: int, forms: bool = False) -> list[str]:
    """<title>, headings and the first lines that are no links; also those in forms and headers where asked for."""
    within = {None, "form", "header"} if forms else {None}
    blocks = [it for number, it in enumerate(doc.blocks) if it.furniture in within and number not in others]
    headings = [block.text for block in blocks if 0 < block.level <= _H3]
    first = [block for block in blocks if not block.linked]
    return [doc.title or "", *headings, *(block.text for block in first[:lines])]
