"""From what is known and one observation to the outcome, what is known now, and the changes to tell."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from monitor.changes import differences, role_differences
from monitor.changes.blocks import passing
from monitor.changes.boards import roles_gone, steady_roles
from monitor.changes.description import all_text, text_as_in
from monitor.changes.watching import Blocked, Recovered, Removed, Restored, Unreachable
from monitor.judging.expiry import is_weighed, is_withdrawn_now
from monitor.judging.looks import Look, Sight, look_at
from monitor.vocabulary import Change, Judgement, Known, Outcome, WatchKind, WatchStatus
from spiders.observation import Observation
from spiders.posting import Posting, Status

#: A board that lost so many postings, and more than a third, is looked at again before anything is told.
_FEWEST_GONE_AT_ONCE = 3
_GONE_ONE_IN = 3
#: A deadline nearer than this cannot wait for the usual patience with a watch that is not readable.
_PRESSING = timedelta(days=3)
_FEWEST_WHEN_PRESSING = 2
_SOONER = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class JudgingRules:
    """What the installation wants."""

    #: How long after the first a second look confirms that a page is gone.
    confirm_after: timedelta
    #: A watch that could not be read is told after so many checks in a row and so long a time, both.
    blind_after_checks: int
    blind_after: timedelta
    #: A person asked for this look: it confirms at once what an earlier one saw.
    asked: bool = False


def judge(
    known: Known, observation: Observation, rules: JudgingRules, now: datetime, *, again: Observation | None = None
) -> Judgement:
    """What one observation means for a watch.

    Total over all results, verdicts and statuses. Only the outcome `changed` makes a version; a bad page never
    touches the baseline. The first good reading is the baseline and tells nothing.

    Args:
        known: the watch before the check.
        observation: what the check saw.
        rules: what the installation wants.
        now: the present, in UTC.
        again: a second look, right after the first, at a page whose words or roles changed; what both do not have
            in common is no change.

    Returns:
        The outcome, what is known afterwards, and the changes in the order in which they should be told.
    """
    known = _without_future(known, now)
    look = look_at(known, observation)
    if look.sight is Sight.BAD:
        return _failed(known, look, observation, rules, now)
    second = look_at(known, again) if again else None
    seen = _Seen(known=known, look=look, second=second, at=observation.fetched_at, rules=rules, now=now)
    if look.sight is Sight.GONE:
        return seen.gone()
    if look.sight is Sight.SAME:
        return seen.same()
    if not known.version or look.kind is not known.kind:
        return seen.baseline(observation)
    found = seen.board(observation) if look.kind is WatchKind.BOARD else seen.posting(observation)
    if look.part:
        return _counted(found, known, Unreachable, at=seen.at, reason=look.part, rules=rules, now=now)
    return found


def _without_future(known: Known, now: datetime) -> Known:
    """Without what a clock that was ahead has dated: once it is set back, to confirm that would take days."""
    missing, failing = (it if it and it <= now else None for it in (known.missing_since, known.failing_since))
    return replace(known, missing_since=missing, failing_since=failing)


def _failed(known: Known, look: Look, observation: Observation, rules: JudgingRules, now: datetime) -> Judgement:
    """Nothing to go by: count it, and tell once that the watch is blind."""
    what = Unreachable if look.outcome is Outcome.FAILED else Blocked
    judgement = Judgement(outcome=look.outcome, reason=look.reason, after=known, quality=look.quality)
    return _counted(judgement, known, what, at=observation.fetched_at, reason=look.reason, rules=rules, now=now)


def _counted(
    judgement: Judgement,
    known: Known,
    what: type[Unreachable | Blocked],
    *,
    at: datetime,
    reason: str,
    rules: JudgingRules,
    now: datetime,
) -> Judgement:
    """A judgement of a look that saw nothing, or not all: counted, and told once it has lasted."""
    since = known.failing_since or at
    after = replace(judgement.after, failures=known.failures + 1, failing_since=since, blind=known.blind)
    lasting = after.failures >= rules.blind_after_checks and now - since >= rules.blind_after
    if _is_pressing(known, now):
        lasting = after.failures >= _FEWEST_WHEN_PRESSING and now - since >= rules.blind_after / _SOONER
    if not lasting or known.blind or after.status is WatchStatus.REMOVED:
        return replace(judgement, after=after)
    told = what.of(since, after.failures, reason)
    return replace(judgement, after=replace(after, blind=what.kind), changes=(told, *judgement.changes))


def _is_pressing(known: Known, now: datetime) -> bool:
    """Whether the deadline is so near that blindness has to be told sooner."""
    deadline = known.posting.deadline if known.posting else None
    return deadline is not None and timedelta(0) <= deadline.at - now <= _PRESSING


@dataclass(frozen=True, kw_only=True, slots=True)
class _Seen:
    """A look that the site answered, one way or other."""

    known: Known
    look: Look
    second: Look | None
    at: datetime
    rules: JudgingRules
    now: datetime

    def gone(self) -> Judgement:
        """The page is not there: told once a second look confirms it, and only where it was there before."""
        known, since = self.known, self.known.missing_since or self.at
        after = replace(self._answered(), missing_since=since)
        if known.status is WatchStatus.REMOVED:
            return self._judgement(after)
        if not known.version:
            return self._judgement(after, confirm=known.missing_since is None)
        if not self._confirmed():
            return self._judgement(after, confirm=True)
        what = known.kind or WatchKind.POSTING
        change = Removed.of(what, known.status, since, self.look.reason)
        return self._judgement(replace(after, status=WatchStatus.REMOVED), (change,))

    def same(self) -> Judgement:
        """The page is as it was last seen good."""
        status = _status_of(self.known.posting) if self._was_removed() else self.known.status
        return self._judgement(self._good(status), self._restored(status))

    def baseline(self, observation: Observation) -> Judgement:
        """The first good reading of a watch, or of what it turned out to be: a version that is told to nobody."""
        reason = f"first reading of a {self.look.kind}"
        return self._judgement(self._versioned(observation), outcome=Outcome.CHANGED, reason=reason)

    def posting(self, observation: Observation) -> Judgement:
        """A posting, compared with the last version."""
        assert self.look.posting is not None
        before, after = self._last_posting(), self.look.posting
        second = self.second.posting if self.second else None
        if second and is_weighed(after) and second.status is not Status.CLOSED:
            # What one look lacks and the next one has is no sign of an end.
            return replace(self, look=replace(self.look, posting=second), second=None).posting(observation)
        if second is None:
            return self._compared(observation, differences(before, after, not_own=self.known.not_own))
        odd = passing(all_text(before), all_text(after), text_as_in(after, second))
        found = self._compared(observation, differences(before, after, not_own=self.known.not_own | odd.keys()))
        if odd and not differences(before, second, not_own=self.known.not_own):
            # An old and a new copy in turns, as caches serve them after an edit: nothing is learned from that.
            return replace(found, confirm=True)
        return replace(found, passing=odd)

    def board(self, observation: Observation) -> Judgement:
        """A board, compared with the last version; when much of it went at once, only after a second look."""
        before, now = self.known.roles or (), self.look.roles or ()
        if self.second and self.second.roles is not None:
            now = steady_roles(before, now, self.second.roles)
            return replace(self, look=replace(self.look, roles=now), second=None).board(observation)
        gone = roles_gone(before, now)
        if gone >= _FEWEST_GONE_AT_ONCE and gone * _GONE_ONE_IN > len(before) and not self._confirmed():
            after = replace(self._answered(), missing_since=self.known.missing_since or self.at)
            reason = f"{gone} of its {len(before)} postings are missing at once; a second look will tell"
            return self._judgement(after, outcome=Outcome.MISSING, reason=reason, confirm=True)
        return self._compared(observation, role_differences(before, now))

    def _compared(self, observation: Observation, found: tuple[Change, ...]) -> Judgement:
        status = _status_of(self.look.posting)
        changes = (*self._restored(status), *found)
        if not changes and is_withdrawn_now(self.known.posting, self.look.posting):
            reason = "the JobPosting markup was withdrawn; that alone is no change, and is kept as evidence"
            return self._judgement(self._versioned(observation), outcome=Outcome.CHANGED, reason=reason)
        if not changes:
            reason = (
                f"what could be read means the same; {self.look.part}" if self.look.part else "the page means the same"
            )
            return self._judgement(self._good(status), reason=reason)
        kinds = ", ".join(dict.fromkeys(change.kind for change in changes))
        return self._judgement(self._versioned(observation), changes, outcome=Outcome.CHANGED, reason=kinds)

    def _last_posting(self) -> Posting:
        """The last version, with the status that the page was last seen to have."""
        posting = self.known.posting or Posting()
        return posting if self._was_removed() else replace(posting, status=Status(self.known.status.value))

    def _judgement(
        self,
        after: Known,
        changes: tuple[Change, ...] = (),
        *,
        outcome: Outcome | None = None,
        reason: str | None = None,
        confirm: bool = False,
    ) -> Judgement:
        """A judgement that says first, where it was told to be blind, that the watch can be read again."""
        outcome = outcome or self.look.outcome
        if self.known.blind and not self.look.part:
            recovered = Recovered.of(self.known.failing_since or self.at, self.known.blind, outcome)
            changes = (recovered, *changes)
        return Judgement(
            outcome=outcome, reason=reason or self.look.reason, after=after, changes=changes, confirm=confirm
        )

    def _confirmed(self) -> bool:
        """Whether this is the second look at something that was missing."""
        since = self.known.missing_since
        return since is not None and (self.rules.asked or self.now - since >= self.rules.confirm_after)

    def _was_removed(self) -> bool:
        return self.known.status is WatchStatus.REMOVED

    def _restored(self, status: WatchStatus) -> tuple[Change, ...]:
        if not self._was_removed():
            return ()
        what = self.known.kind or WatchKind.POSTING
        return (Restored.of(what, status, self.known.missing_since or self.at),)

    def _answered(self) -> Known:
        return replace(self.known, failures=0, failing_since=None, blind=None)

    def _good(self, status: WatchStatus) -> Known:
        return replace(self._answered(), status=status, last_good_at=self.at, missing_since=None)

    def _versioned(self, observation: Observation) -> Known:
        return replace(
            self._good(_status_of(self.look.posting)),
            kind=self.look.kind,
            version=self.known.version + 1,
            reader_version=observation.reader_version,
            posting=self.look.posting,
            roles=self.look.roles,
            template=observation.reading.template if observation.reading else "",
        )


def _status_of(posting: Posting | None) -> WatchStatus:
    return WatchStatus(posting.status.value) if posting else WatchStatus.UNKNOWN
