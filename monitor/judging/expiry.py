"""What a page drops or adds as its posting ends: kept as evidence, weighed together, never believed alone.

Google tells sites to end a posting by a `validThrough` in the past, by withdrawing the JobPosting markup, or by
noindex (https://developers.google.com/search/docs/appearance/structured-data/job-posting, "Remove a job posting").
Each alone also comes with a redesign. Only two readings show what was withdrawn, so it is weighed here and not by the
readers, who see one page; what one page shows (noindex, a last day that passed, no way to apply) they weigh in
`spiders.pages.standing`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spiders.posting import Evidence, Posting, Source, Status
from spiders.reading.posted import read_date

#: Names of evidence: that of the last version for what is gone, the page's own for what came.
MARKUP, NOINDEX, CONTROL = "markup_withdrawn", "noindex_added", "apply_withdrawn"
SIGNS = (MARKUP, NOINDEX, CONTROL)
_LAST_DAY = "valid_through"
_MARKED_UP = frozenset({Source.JSON_LD, Source.MICRODATA})


def weighed(before: Posting, after: Posting, *, same_template: bool, today: date) -> Posting:
    """A page's reading with the signs that its posting ended, and closed where they suffice.

    The markup has to be gone, and with it the way to apply, or noindex come, or the last day that it gave be past. A
    page that says by its words or by a control that it takes applications, or says anything else, is believed.

    Args:
        before: the last version, with the signs that were seen then.
        after: the page's own reading.
        same_template: the page is built as the last version's was; a redesign is no sign.
        today: when the page was seen (UTC).
    """
    signs = dict(_signs(before, after, same_template=same_template))
    if not signs:
        return after
    decides = None if _speaks(after) else _deciding(signs, today)
    evidence = {**after.evidence, **signs}
    if decides is None:
        return replace(after, evidence=evidence)
    return replace(after, status=Status.CLOSED, evidence={**evidence, "status": decides})


def is_weighed(posting: Posting | None) -> bool:
    """Whether a posting is closed by signs alone, and not by its own words."""
    if posting is None or posting.status is not Status.CLOSED or MARKUP not in posting.evidence:
        return False
    said = posting.evidence.get("status")
    return said is not None and said in [posting.evidence.get(name) for name in (NOINDEX, CONTROL, _LAST_DAY)]


def is_withdrawn_now(before: Posting | None, after: Posting | None) -> bool:
    """Whether the markup was withdrawn since the last version."""
    return before is not None and after is not None and MARKUP in after.evidence and MARKUP not in before.evidence


def _signs(before: Posting, after: Posting, *, same_template: bool) -> Iterator[tuple[str, Evidence]]:
    """The signs that are new, and those of the last version that still hold, whatever the template."""
    known, new, fresh = before.evidence, after.evidence, same_template and before.status is not Status.CLOSED
    markup = known.get(MARKUP) or (_markup(before) if fresh else None)
    if markup and _markup(after) is None:
        yield MARKUP, markup
        if _LAST_DAY in known and _LAST_DAY not in new:
            yield _LAST_DAY, known[_LAST_DAY]
    if "noindex" in new and (NOINDEX in known or (fresh and "noindex" not in known)):
        yield NOINDEX, new["noindex"]
    control = known.get(CONTROL) or (known.get("apply_control") if fresh else None)
    if control and "apply_control" not in new:
        yield CONTROL, control


def _markup(posting: Posting) -> Evidence | None:
    """What shows that the page has a JobPosting in it: its title by preference."""
    given = posting.evidence
    marked_up = (it for it in (given.get("title"), *given.values(), *posting.conflicts.values()) if it)
    return next((it for it in marked_up if it.source in _MARKED_UP), None)


def _speaks(posting: Posting) -> bool:
    """Whether the page says itself, by words or a control, what the status is; else it is only taken for open."""
    if posting.status not in {Status.OPEN, Status.UNKNOWN} or "apply_control" in posting.evidence:
        return True
    said = posting.evidence.get("status")
    return said is not None and said != posting.evidence.get("title")


def _deciding(signs: dict[str, Evidence], today: date) -> Evidence | None:
    """The sign that decides beside the withdrawn markup; None where none does."""
    if MARKUP not in signs:
        return None
    last = read_date(signs[_LAST_DAY].text) if _LAST_DAY in signs else None
    passed = signs[_LAST_DAY] if last and last < today else None
    return signs.get(NOINDEX) or passed or signs.get(CONTROL)
