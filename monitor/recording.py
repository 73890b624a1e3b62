"""Judged values as storage takes them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from monitor.changes import next_reminder_at, role_differences
from monitor.vocabulary import Change, Judgement, Known, Outcome
from spiders.observation import Observation
from spiders.posting import Posting, Reading
from spiders.record import reading_to_json
from storage.rows import NewCapture, NewChange, NewVersion, Watch

_NOT_BELIEVED = frozenset({Outcome.MISSING, Outcome.BLOCKED, Outcome.FAILED})


def new_change(change: Change, *, since: datetime | None) -> NewChange:
    """A change as storage records it; `since`: it happened after that instant."""
    return NewChange(
        kind=change.kind.value,
        direction=change.direction.value if change.direction else None,
        field=change.field,
        before=change.before,
        after=change.after,
        summary=change.summary,
        severity=change.severity.value,
        since=since,
    )


def new_version(observation: Observation, known: Known) -> NewVersion:
    """The version that a judged reading makes.

    Args:
        observation: a reading (`Result.READ`).
        known: what judging knows after it: a closed notice keeps the fields of the posting that it stands for, and a
            list is what two looks agree on, which need not be all of this page nor only of it.
    """
    reading = observation.reading
    assert reading is not None
    whole = reading.whole and (known.roles is None or not role_differences(known.roles, reading.roles or ()))
    return _version(observation, replace(reading, posting=known.posting, roles=known.roles, whole=whole))


def reread_version(observation: Observation, reading: Reading) -> NewVersion:
    """The version that reading the last snapshot again makes; it keeps that snapshot."""
    return replace(_version(observation, reading), body=None, reread=True)


def remind_at(
    watch: Watch, before: Posting | None, after: Posting | None, *, offsets: Iterable[timedelta], now: datetime
) -> datetime | None:
    """When to remind of the deadline of a posting: as was planned, unless the deadline moved; None: never.

    A plan that was dropped (the watch was paused, or removed and added again) is made anew from the present on.
    """
    was, now_is = (it.deadline if it else None for it in (before, after))
    stays = was and now_is and was.at.replace(microsecond=0) == now_is.at.replace(microsecond=0)
    return watch.remind_at if stays and watch.remind_at else next_reminder_at(now_is, offsets, after=now)


def capture_of(judgement: Judgement, observation: Observation) -> NewCapture | None:
    """The page of a check that was not believed, where there was one."""
    if judgement.outcome not in _NOT_BELIEVED or not observation.body:
        return None
    return NewCapture(
        outcome=judgement.outcome.value,
        reason=judgement.reason,
        quality=judgement.quality,
        http_status=observation.http_status,
        final_url=observation.final_url,
        headers=dict(observation.headers or {}),
        body=observation.body,
    )


def _version(observation: Observation, reading: Reading) -> NewVersion:
    assert observation.reader_version is not None
    return NewVersion(
        record=reading_to_json(reading),
        body=observation.body,
        final_url=observation.final_url,
        headers=dict(observation.headers or {}),
        reader_version=observation.reader_version,
    )
