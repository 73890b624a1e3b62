"""Which change is told to which target, and when. Pure."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from config.targets import TargetSettings
from monitor.notify.conditions import RULES, Finding, Told
from monitor.notify.timing import due_at
from monitor.vocabulary import Severity
from monitor.zones import zone_named
from storage.rows import NewChange, NewNotice, StoredChange, Watch

#: The right-hand side of message ids; no host, so that they stay the same when the program moves.
ID_DOMAIN = "posting-monitor"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What the rules of a target say of a change."""

    wanted: bool
    #: The end of a sentence: "it asks for the kinds closed, opened".
    reason: str
    #: The key of the rule that left it out; None where it is wanted.
    rule: str | None
    #: What each of the target's rules found.
    findings: tuple[Finding, ...]


def notices_for(
    changes: Sequence[NewChange],
    watch: Watch,
    targets: Sequence[TargetSettings],
    zone: str,
    now: datetime,
    *,
    version: int,
) -> tuple[NewNotice, ...]:
    """The notices that the rules of the targets make of the changes of one check.

    Args:
        changes: of one check, in the order in which they are told.
        watch: the watch that they are of, with the record that it has after them.
        targets: each with its rules.
        zone: the user's, an IANA name; "" is the system's.
        now: when the changes are recorded.
        version: the watch's version after the check.

    Returns:
        One for each change and target that a rule names, in the order of the changes.
    """
    return tuple(
        NewNotice(
            change=index,
            target=target.name,
            due_at=due_at(now, target, Severity(change.severity), zone_named(zone)),
            message_id=message_id(watch, (change.kind, change.field, index), target.name, now=now, version=version),
        )
        for index, change in enumerate(changes)
        for target in targets
        if wants(target, change, watch)
    )


def verdict(target: TargetSettings, change: NewChange | StoredChange, watch: Watch) -> Verdict:
    """Whether a target's rules ask for a change, and which of them decided.

    Args:
        target: with its rules.
        change: new, or as stored.
        watch: that it is of, with the record that it has after the change.
    """
    told = Told(change=change, watch=watch)
    findings = tuple(found for rule in RULES if (found := rule(target, told)))
    against = next((found for found in findings if not found.met), None)
    if against is not None:
        reason = against.reason
    elif findings:
        reason = f"it meets {', '.join(found.rule for found in findings)}"
    else:
        reason = "it asks for everything"
    return Verdict(wanted=against is None, reason=reason, rule=against.rule if against else None, findings=findings)


def wants(target: TargetSettings, change: NewChange | StoredChange, watch: Watch) -> bool:
    """Whether a target's rules ask for a change; as `verdict`, without saying why."""
    return left_out_by(target, Told(change=change, watch=watch)) is None


def left_out_by(target: TargetSettings, told: Told) -> str | None:
    """The key of the first rule that a change does not meet; None: it is wanted."""
    findings = (rule(target, told) for rule in RULES)
    return next((found.rule for found in findings if found is not None and not found.met), None)


def message_id(watch: Watch, change: tuple[str, str | None, int], target: str, *, now: datetime, version: int) -> str:
    """The id of the one message that tells a change to a target; fit for a mail's Message-ID.

    Mail services drop a second message of the same id, so that it must never repeat: not for the next change of the
    same kind, nor in another installation that also has a watch 1. The same change and target always give the same.

    Args:
        watch: the watch that it is of.
        change: its kind, field and place among the changes of the check.
        target: the target's name.
        now: when the change is recorded.
        version: the watch's version after the check.
    """
    parts = (watch.url, watch.added_at, watch.id, version, *change, now, target)
    return joint_id(str(part) for part in parts)


def joint_id(parts: Iterable[str]) -> str:
    """An id made of words: the same words in the same order give the same id."""
    digest = hashlib.sha256("\n".join(parts).encode())
    return f"{digest.hexdigest()[:40]}@{ID_DOMAIN}"
