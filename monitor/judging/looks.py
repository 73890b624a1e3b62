"""What one observation shows of a watch: a good page, the same page, no page there, or nothing to go by."""

import html
import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from monitor.changes.description import own_text
from monitor.changes.links import link, path_parts
from monitor.changes.units import share_kept
from monitor.changes.words import words
from monitor.judging.expiry import weighed
from monitor.judging.quality import quality
from monitor.vocabulary import Known, Outcome, WatchKind
from spiders.observation import Observation, Result
from spiders.pages.joined import not_read
from spiders.pages.listing import announces_roles
from spiders.pages.sites import fetch_url
from spiders.posting import Posting, Reading, Role, Status, Verdict
from spiders.reading.urls import absolute

_SAME = {
    Result.SAME_RECORD: (Outcome.UNCHANGED, "the page reads as before"),
    Result.SAME_BODY: (Outcome.UNCHANGED, "the page is the same, byte for byte"),
    Result.NOT_MODIFIED: (Outcome.NOT_MODIFIED, "the server says that nothing was modified"),
}
_BAD = {
    Result.BLOCKED: Outcome.BLOCKED,
    Result.FAILED: Outcome.FAILED,
    Result.DISALLOWED: Outcome.DISALLOWED,
}
_BAD_VERDICTS = {
    Verdict.LOGIN: Outcome.BLOCKED,
    Verdict.CHALLENGE: Outcome.BLOCKED,
    Verdict.MAINTENANCE: Outcome.FAILED,
    Verdict.ERROR: Outcome.FAILED,
}
_LISTS = frozenset({Verdict.LISTING, Verdict.HUB})
#: Bad looks in a row before one more that shows a list changes what the watch is taken for.
_MISREAD_AFTER = 2
#: What a home page may look like to a reader of postings.
_HOME = frozenset({Verdict.SHELL, Verdict.ERROR})
_HREF = re.compile(r"""\shref=["']?([^"'\s>]{1,2000})""", re.IGNORECASE)
#: Below this share of the text, with another title, the page behind a redirect is another posting.
_SAME_POSTING = 0.2


class Sight(Enum):
    """The four things that a look can show."""

    GOOD = auto()
    SAME = auto()
    GONE = auto()
    BAD = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What was seen, and why it is taken for that."""

    sight: Sight
    outcome: Outcome
    reason: str
    #: Of a good page: what the watch is, and what it says.
    kind: WatchKind | None = None
    posting: Posting | None = None
    roles: tuple[Role, ...] | None = None
    #: Of a board: why a part of it could not be read.
    part: str | None = None
    #: How far a suspicious page is to be believed: 0 to 100.
    quality: int | None = None


def look_at(known: Known, observation: Observation) -> Look:
    """What the observation shows of the watch. Total over all results and verdicts."""
    if observation.result in _SAME:
        outcome, reason = _SAME[observation.result]
        if known.version:
            return Look(sight=Sight.SAME, outcome=outcome, reason=reason)
        return _bad(Outcome.FAILED, "the server says that nothing was modified, but nothing was read before")
    if observation.result is Result.MISSING:
        return _gone(observation.reason or "the server says that the page is not there")
    if observation.result in _BAD:
        return _bad(_BAD[observation.result], observation.reason or observation.result.value)
    if observation.reading is None:
        return _bad(Outcome.FAILED, "the crawler sent no reading")
    return _of_reading(known, observation, observation.reading)


def _of_reading(known: Known, observation: Observation, reading: Reading) -> Look:
    reason = reading.reasons[0] if reading.reasons else reading.verdict.value
    if reading.verdict is Verdict.GONE:
        return _gone(reason)
    if known.version and _led_to_list(observation, reading.verdict, known.kind):
        return _gone("the address leads to the list of postings or the home page")
    if reading.verdict is Verdict.SHELL:
        return _of_shell(observation)
    if reading.verdict in _BAD_VERDICTS:
        return _bad(_BAD_VERDICTS[reading.verdict], reason)
    kind = known.kind or (WatchKind.BOARD if reading.verdict in _LISTS else WatchKind.POSTING)
    if kind is WatchKind.BOARD:
        return _of_board(known, observation, reading)
    return _of_posting(known, observation, reading)


def _of_shell(observation: Observation) -> Look:
    """The crawler shows shells in a browser where it may: this one it had to leave."""
    if observation.body is not None and not observation.body.strip():
        return _bad(Outcome.FAILED, "the page is empty")
    return _bad(Outcome.BLOCKED, "needs a browser")


def _of_board(known: Known, observation: Observation, reading: Reading) -> Look:
    if reading.roles is None and reading.verdict not in _LISTS:
        return _bad(Outcome.FAILED, "the page is one posting, not a list of postings")
    roles, before = reading.roles or (), known.roles or ()
    linked = _still_linked(before, observation) if before and not roles else 0
    if linked * 2 > len(before):
        return _bad(Outcome.FAILED, f"{linked} of its {len(before)} postings are linked, and read as none any more")
    if not reading.whole:
        roles = _with_unseen(before, roles)
    part = not_read(reading)
    return Look(sight=Sight.GOOD, outcome=Outcome.UNCHANGED, reason="", kind=WatchKind.BOARD, roles=roles, part=part)


def _still_linked(roles: tuple[Role, ...], observation: Observation) -> int:
    """How many of a board's postings its page leads to, whatever is read of it."""
    base = observation.final_url or observation.url
    found = _HREF.findall((observation.body or b"").decode("utf-8", "replace"))
    ends = {link(url) for href in found if (url := absolute(html.unescape(href), base))}
    return sum(1 for role in roles if role.url and link(role.url) in ends)


def _with_unseen(before: tuple[Role, ...], now: tuple[Role, ...]) -> tuple[Role, ...]:
    """A part of a board, and what was known of the rest: what a part does not show has not gone."""
    shown = {(role.url or role.title) for role in now}
    return (*now, *(role for role in before if (role.url or role.title) not in shown))


def _of_posting(known: Known, observation: Observation, reading: Reading) -> Look:
    if reading.verdict in _LISTS:
        if _was_misread(known, reading):
            return _of_board(replace(known, roles=None), observation, reading)
        return _bad(Outcome.FAILED, "the page is a list of postings, not a posting; a list is watched with --board")
    closed = reading.verdict is Verdict.CLOSED_NOTICE
    posting = reading.posting or (Posting(status=Status.CLOSED) if closed else None)
    if posting is None:
        return _bad(Outcome.FAILED, "the page is a posting, but nothing could be read from it")
    if known.posting:
        if _led_to_another(observation, known.posting, posting):
            return _gone("the address leads to another posting")
        belief = quality(known.posting, posting, observation, known.body_size)
        if not closed and not belief.suspicious:
            same = reading.template == known.template
            posting = weighed(known.posting, posting, same_template=same, today=observation.fetched_at.date())
        if closed or posting.status is Status.CLOSED:
            posting = _kept(known.posting, posting, whole=closed or belief.suspicious)
        elif belief.suspicious:
            return replace(_bad(Outcome.FAILED, belief.reasons[0]), quality=belief.score)
    elif closed:
        posting = replace(posting, status=Status.CLOSED)
    return Look(sight=Sight.GOOD, outcome=Outcome.UNCHANGED, reason="", kind=WatchKind.POSTING, posting=posting)


def _was_misread(known: Known, reading: Reading) -> bool:
    """Whether a watch was taken for a posting at its first look, and is a board: it has shown a list ever since.

    A posting that went, and left a list in its place, is none: the first version's title was its own, not a list's.
    """
    if known.version != 1 or known.posting is None or known.failures < _MISREAD_AFTER:
        return False
    title = known.posting.title
    return title is None or announces_roles(title) or title in {role.title for role in reading.roles or ()}


def _redirected(observation: Observation) -> bool:
    final = observation.final_url
    return final is not None and link(final) != link(_asked(observation))


def _asked(observation: Observation) -> str:
    """The address that was really asked: an applicant system's public address is asked by its call."""
    return fetch_url(observation.url)


def _led_up(observation: Observation) -> bool:
    """Whether a redirect led to a parent of the address or to the home page."""
    asked, got = path_parts(_asked(observation)), path_parts(observation.final_url or _asked(observation))
    return _redirected(observation) and len(got) < len(asked) and asked[: len(got)] == got


def _led_to_list(observation: Observation, verdict: Verdict, kind: WatchKind | None) -> bool:
    """Whether the address leads to the listing or home page, as sites do with what is no longer there."""
    if verdict in _LISTS:
        return kind is WatchKind.POSTING and _redirected(observation)
    return verdict in _HOME and _led_up(observation)


def _led_to_another(observation: Observation, before: Posting, after: Posting) -> bool:
    """Whether a redirect left the posting's own part of the address and led to a page of other title and text."""
    asked, got = path_parts(_asked(observation)), path_parts(observation.final_url or _asked(observation))
    return _redirected(observation) and asked[-1:] != () and asked[-1] not in got and _another(before, after)


def _another(before: Posting, after: Posting) -> bool:
    if words(before.title or "") == words(after.title or ""):
        return False
    return share_kept(own_text(before), own_text(after)) < _SAME_POSTING


def _kept(before: Posting, after: Posting, *, whole: bool) -> Posting:
    """A closed posting with what was read of it while it was open: pages drop their fields when they close.

    Args:
        before: the last good reading.
        after: the closed page's own reading.
        whole: the page is a notice in place of the posting, nothing but its status counts.
    """
    if whole:
        status = {name: after.evidence[name] for name in after.evidence if name == "status"}
        return replace(before, status=Status.CLOSED, evidence={**before.evidence, **status})
    names = ("pay", "deadline", "apply_url", "workplace", "employment_type", "starts_on", "locations", "requisition_id")
    missing = {name: getattr(before, name) for name in names if not getattr(after, name)}
    quotes = {name: before.evidence[name] for name in missing if name in before.evidence}
    return replace(after, **missing, evidence={**after.evidence, **quotes})


def _gone(reason: str) -> Look:
    return Look(sight=Sight.GONE, outcome=Outcome.MISSING, reason=reason)


def _bad(outcome: Outcome, reason: str) -> Look:
    return Look(sight=Sight.BAD, outcome=outcome, reason=reason)
