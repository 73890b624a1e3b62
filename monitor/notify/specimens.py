"""One invented change of every kind: to try templates on, and to show what messages look like."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from monitor.vocabulary import Kind, Severity
from storage.rows import StoredChange, Watch

_URL = "https://jobs.harboursound.example/postings/machine-listening-intern"
_BOARD = "https://jobs.harboursound.example/postings"
_ROLE = {"title": "Acoustics Engineer", "url": "https://jobs.harboursound.example/postings/acoustics-engineer"}
_REQUIREMENTS = (
    "- At least {} years of Python or C++.\n- {} signal processing on real instruments.\n- A driving licence."
)


def _pay(amount: str) -> Mapping[str, Any]:
    return {"min": amount, "max": amount, "currency": "USD", "unit": "hour", "text": f"${amount} an hour"}


def _deadline(day: str, *, hour: str = "17") -> Mapping[str, Any]:
    at = f"2026-{day}T{hour}:00:00Z"
    return {"at": at, "date_only": False, "zone": "America/New_York", "text": f"until {day}"}


@dataclass(frozen=True, slots=True)
class _Told:
    """What there is to say of a change."""

    severity: Severity
    summary: str
    field: str | None = None
    before: Any = None
    after: Any = None
    direction: str | None = None
    #: Words of the page.
    quote: str | None = None


_TOLD: Mapping[Kind, _Told] = {
    Kind.CLOSED: _Told(
        Severity.CRITICAL,
        "Applications closed",
        "status",
        "open",
        "closed",
        quote="This position is no longer accepting applications.",
    ),
    Kind.OPENED: _Told(
        Severity.CRITICAL, "Applications opened", "status", "upcoming", "open", quote="Applications are now open."
    ),
    Kind.REOPENED: _Told(Severity.CRITICAL, "Applications reopened", "status", "closed", "open", quote="Apply now"),
    Kind.REMOVED: _Told(Severity.CRITICAL, "Posting removed: the server answered 404"),
    Kind.RESTORED: _Told(Severity.HIGH, "Posting is back; it was missing since 4 Feb 2026 09:00 UTC"),
    Kind.PAY_CHANGED: _Told(
        Severity.HIGH,
        "Pay raised: $55 → $60 an hour",
        "pay",
        _pay("55"),
        _pay("60"),
        direction="raised",
        quote="$60 an hour, paid every two weeks",
    ),
    Kind.DEADLINE_CHANGED: _Told(
        Severity.CRITICAL,
        "Deadline brought forward by 4 days: 19 Feb 2026 17:00 UTC → 15 Feb 2026 17:00 UTC",
        "deadline",
        _deadline("02-19"),
        _deadline("02-15"),
        direction="brought_forward",
        quote="Apply by 15 February, noon Eastern Time.",
    ),
    Kind.TITLE_CHANGED: _Told(
        Severity.MEDIUM,
        "Title changed: Audio Intern → Machine Listening Intern",
        "title",
        "Audio Intern",
        "Machine Listening Intern",
    ),
    Kind.ORGANIZATION_CHANGED: _Told(
        Severity.MEDIUM,
        "Organization changed: Harbour Light → Harbour Sound",
        "organization",
        "Harbour Light",
        "Harbour Sound",
    ),
    Kind.LOCATION_CHANGED: _Told(
        Severity.MEDIUM,
        "Location changed: London → London; New York, NY",
        "locations",
        ["London"],
        ["London", "New York, NY"],
        quote="London or New York, NY",
    ),
    Kind.WORKPLACE_CHANGED: _Told(
        Severity.MEDIUM,
        "Workplace changed: remote → hybrid",
        "workplace",
        "remote",
        "hybrid",
        quote="two days a week in the office",
    ),
    Kind.EMPLOYMENT_TYPE_CHANGED: _Told(
        Severity.MEDIUM,
        "Employment type changed: internship → contract",
        "employment_type",
        "internship",
        "contract",
    ),
    Kind.START_CHANGED: _Told(Severity.MEDIUM, "Start changed: 2026-06 → 2026-07", "starts_on", "2026-06", "2026-07"),
    Kind.APPLY_CHANGED: _Told(
        Severity.MEDIUM,
        "Address to apply changed: https://jobs.harboursound.example/apply/1007 → https://apply.harboursound.example/7",
        "apply_url",
        "https://jobs.harboursound.example/apply/1007",
        "https://apply.harboursound.example/7",
    ),
    Kind.DESCRIPTION_CHANGED: _Told(
        Severity.MEDIUM,
        "Requirements changed: “At least 3 years of Python …” → “At least 5 years of Python …”",
        "requirements",
        _REQUIREMENTS.format(3, "Some"),
        _REQUIREMENTS.format(5, "Proven"),
    ),
    Kind.POSTING_ADDED: _Told(Severity.HIGH, "New posting: Acoustics Engineer", _ROLE["url"], None, _ROLE),
    Kind.POSTING_REMOVED: _Told(
        Severity.MEDIUM, "Posting gone from the board: Acoustics Engineer", _ROLE["url"], _ROLE, None
    ),
    Kind.REPOSTED: _Told(
        Severity.HIGH, "Reposted under a new number: R-1007 → R-2044", "requisition_id", "R-1007", "R-2044"
    ),
    Kind.SOURCES_DISAGREE: _Told(
        Severity.HIGH,
        "Sources disagree on the deadline: “15 February” and “1 March”",
        "deadline",
        "15 February",
        "1 March",
    ),
    Kind.SOURCES_AGREE: _Told(Severity.LOW, "Sources agree again on the deadline", "deadline"),
    Kind.DEADLINE_SOON: _Told(
        Severity.HIGH, "Deadline in 2 days: 7 Feb 2026 17:00 UTC", "2d", None, _deadline("02-07")
    ),
    Kind.DEADLINE_PASSED: _Told(
        Severity.MEDIUM,
        "Deadline passed: 5 Feb 2026 17:00 UTC",
        "deadline",
        _deadline("02-05"),
        _deadline("02-05"),
    ),
    Kind.UNREACHABLE: _Told(Severity.MEDIUM, "Not readable since 5 Feb 2026 09:00 UTC (3 checks): time-out"),
    Kind.BLOCKED: _Told(Severity.MEDIUM, "Access refused since 5 Feb 2026 09:00 UTC (3 checks): 403"),
    Kind.RECOVERED: _Told(Severity.LOW, "Readable again; it was not since 5 Feb 2026 09:00 UTC"),
}
_OF_BOARDS = frozenset({Kind.POSTING_ADDED, Kind.POSTING_REMOVED})


def specimen(kind: Kind, now: datetime, number: int = 1) -> tuple[StoredChange, Watch]:
    """An invented change of a kind, and its watch.

    Args:
        kind: any.
        now: when it is said to be seen.
        number: the change's; another one makes another posting.
    """
    told = _TOLD[kind]
    board = kind in _OF_BOARDS
    change = StoredChange(
        id=number,
        watch_id=10 + number,
        url=_BOARD if board else _URL,
        kind=kind.value,
        direction=told.direction,
        field=told.field,
        before=told.before,
        after=told.after,
        summary=told.summary,
        severity=told.severity.value,
        detected_at=now,
        since=now - timedelta(hours=6),
        from_version=1,
        to_version=2,
    )
    return change, _watch(change, told.quote, board=board)


def _watch(change: StoredChange, quote: str | None, *, board: bool) -> Watch:
    evidence = {str(change.field): {"source": "text", "where": None, "text": quote}} if quote else {}
    posting = {"title": "Machine Listening Intern", "organization": "Harbour Sound", "evidence": evidence}
    given: dict[str, Any] = dict.fromkeys(Watch.__dataclass_fields__)
    given |= {
        "id": change.watch_id,
        "url": change.url,
        "host": "jobs.harboursound.example",
        "kind": "board" if board else "posting",
        "paused": False,
        "tags": (),
        "added_at": change.detected_at - timedelta(days=9),
        "status": "open",
        "version": 2,
        "revision": 2,
        "failures": 0,
        "record": {"posting": None, "roles": [_ROLE]} if board else {"posting": posting, "roles": None},
    }
    return Watch(**given)
