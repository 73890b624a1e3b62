"""Word about the service itself: a target that fails or delivers again, a time in which nothing was watched.

A target that fails is told of at its `fallback`, once a time of failing; when it is well again, once more. What a
target answered is kept under the pulse "target:NAME" and goes when it delivers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from config.settings import Settings
from config.targets import TargetSettings
from monitor.notify.answers import DeliveryResult
from monitor.notify.phrases import instant
from monitor.notify.rendering import Message, compose_bulletin
from monitor.notify.rules import joint_id
from monitor.notify.timing import let_through, quiet_until
from monitor.vocabulary import Severity
from monitor.zones import zone_named
from storage import bulletins, outbox, pulse
from storage.database import Connection
from storage.rows import Bulletin, NewBulletin, Pulse

#: The pulses of a target whose fallback knows that it fails, and of one that a message was given up to.
_TOLD = "told:"
_GIVEN_UP = "given_up:"
#: Messages that a target refuses one by one are told of no oftener.
_GIVEN_UP_EVERY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Word:
    """What is told, and what makes it the same occasion."""

    kind: str
    title: str
    text: str
    occasion: tuple[str, ...]
    severity: Severity = Severity.HIGH


def message_of(bulletin: Bulletin) -> Message:
    """The message that tells a bulletin, in every form."""
    severity = Severity(bulletin.severity)
    return compose_bulletin(bulletin.title, bulletin.text, bulletin.message_id, severity=severity)


def target_failed(
    c: Connection, settings: Settings, target: TargetSettings, result: DeliveryResult, *, now: datetime, parked: bool
) -> None:
    """Notes a failed attempt, and tells the fallback where it is time.

    Args:
        c: a writing connection, of the transaction that records the attempt.
        settings: how long a target may fail, and who hears of it.
        target: the one that did not take a message.
        result: its answer. A message that was refused for what it is says nothing about the target.
        now: in UTC.
        parked: the message was given up.
    """
    if not result.about_message:
        known = pulse.get(c, pulse.FAILING + target.name)
        since = known.since if known and known.since else now
        pulse.put(c, pulse.FAILING + target.name, at=now, since=since, text=result.answer)
        tell_failing(c, settings, [target], now=now)
    if parked and target.fallback:
        _tell_given_up(c, settings, target, result, now)


def target_delivered(c: Connection, settings: Settings, target: TargetSettings, *, now: datetime) -> None:
    """Notes that a target took a message; its fallback hears of it where it knew of the failing."""
    known = pulse.get(c, pulse.FAILING + target.name)
    if known is None:
        return
    pulse.drop(c, pulse.FAILING + target.name)
    if pulse.drop(c, _TOLD + target.name) and target.fallback:
        _tell_recovered(c, settings, target, known, now)


def tell_failing(c: Connection, settings: Settings, targets: Iterable[TargetSettings], *, now: datetime) -> bool:
    """Tells the fallbacks of those targets that have failed for too long, each once.

    Returns:
        Whether there is anything to send.
    """
    told = False
    for target in targets:
        known = pulse.get(c, pulse.FAILING + target.name)
        if known and known.since and now - known.since >= settings.notify.failing_after:
            told |= _tell_fallback(c, settings, target, _failing(c, target, known, zone_named(settings.zone)), now)
    return told


def tell_down(
    c: Connection, settings: Settings, begin: datetime, end: datetime, *, missed: tuple[int, int], now: datetime
) -> bool:
    """Tells every target that nothing was watched from `begin` to `end`; one occasion is told once.

    Args:
        c: a writing connection.
        settings: the targets and the zone.
        begin: the last sign of life.
        end: the next one.
        missed: how many watches were not checked in time, and how many reminders are late.
        now: in UTC.

    Returns:
        Whether there is anything to send.
    """
    watches, reminders = missed
    text = (
        f"No sign of life {_span(begin, end, settings)}: the service did not run, the machine slept, or the database "
        f"took no writes. Watches not checked in time: {watches}. Late reminders: {reminders}. "
        "All of it is made up for now."
    )
    title = "Nothing was watched for a while"
    word = _Word(kind="was_down", title=title, text=text, occasion=("was_down", begin.isoformat()))
    return _tell_all(c, settings, word, now)


def tell_blind(c: Connection, settings: Settings, begin: datetime, end: datetime, *, now: datetime) -> bool:
    """Tells every target that no page could be read from `begin` to `end`; arguments and answer as of `tell_down`."""
    text = (
        f"Every check failed {_span(begin, end, settings)}: the network, its name server or the sites themselves were "
        "out of reach. What changed meanwhile is told as it is found."
    )
    title = "No page could be read for a while"
    word = _Word(kind="was_blind", title=title, text=text, occasion=("was_blind", begin.isoformat()))
    return _tell_all(c, settings, word, now)


def _failing(c: Connection, target: TargetSettings, known: Pulse, zone: tzinfo) -> _Word:
    since = known.since or known.at
    text = (
        f"The target {target.name} has taken no message since {instant(since, zone)}. Its last answer: {known.text}. "
        f"Notices that wait for it: {outbox.pending(c, target.name)}; “monitor notify pending” lists them."
    )
    title = f"The target {target.name} is failing"
    return _Word(
        kind="target_failing", title=title, text=text, occasion=("target_failing", target.name, since.isoformat())
    )


def _tell_given_up(
    c: Connection, settings: Settings, target: TargetSettings, result: DeliveryResult, now: datetime
) -> None:
    """Unless the fallback knows of the failing, or has heard the same today."""
    last = pulse.get(c, _GIVEN_UP + target.name)
    if pulse.get(c, _TOLD + target.name) or (last and timedelta() <= now - last.at < _GIVEN_UP_EVERY):
        return
    pulse.put(c, _GIVEN_UP + target.name, at=now)
    text = (
        f"The target {target.name} did not take a message, which was given up. Its last answer: {result.answer}. "
        "“monitor notify pending” lists what was not sent, “monitor notify retry” tries it again."
    )
    title = f"A message to {target.name} was given up"
    word = _Word(kind="target_failing", title=title, text=text, occasion=("given_up", target.name, now.isoformat()))
    if result.about_message:
        _tell(c, settings, target.fallback, word, now)
    else:
        _tell_fallback(c, settings, target, word, now)


def _tell_recovered(c: Connection, settings: Settings, target: TargetSettings, known: Pulse, now: datetime) -> None:
    zone = zone_named(settings.zone)
    since = known.since or known.at
    text = (
        f"The target {target.name} takes messages again since {instant(now, zone)}; it had failed since "
        f"{instant(since, zone)}. Notices that waited and go out now: {outbox.pending(c, target.name)}."
    )
    word = _Word(
        kind="target_recovered",
        title=f"The target {target.name} delivers again",
        text=text,
        occasion=("target_recovered", target.name, since.isoformat()),
        severity=Severity.MEDIUM,
    )
    _tell(c, settings, target.fallback, word, now)


def _tell_fallback(c: Connection, settings: Settings, target: TargetSettings, word: _Word, now: datetime) -> bool:
    """Tells the fallback of a target that it is failing, unless it knows."""
    if not target.fallback or not _tell(c, settings, target.fallback, word, now):
        return False
    pulse.put(c, _TOLD + target.name, at=now)
    return True


def _tell_all(c: Connection, settings: Settings, word: _Word, now: datetime) -> bool:
    told = [_tell(c, settings, target.name, word, now) for target in settings.notify.targets]
    return any(told)


def _tell(c: Connection, settings: Settings, to: str, word: _Word, now: datetime) -> bool:
    """Keeps it for a target, until the end of its quiet hours where these do not let it pass."""
    new = NewBulletin(
        target=to,
        kind=word.kind,
        message_id=joint_id((*word.occasion, to)),
        title=word.title,
        text=word.text,
        severity=word.severity.value,
    )
    target = next((it for it in settings.notify.targets if it.name == to), None)
    held = target is not None and word.severity not in let_through(target)
    due_at = quiet_until(now, target, zone_named(settings.zone)) if target and held else None
    return bulletins.add(c, new, now=now, due_at=due_at)


def _span(begin: datetime, end: datetime, settings: Settings) -> str:
    zone = zone_named(settings.zone)
    return f"from {instant(begin, zone)} to {instant(end, zone)}"
