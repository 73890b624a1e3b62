"""Reminders over histories that nobody thought of: zones, deadlines that move, sleep, pauses, clocks that jump.

What has to be told is found out beside the program: every moment of the deadline between two looks at the clock, the
nearest of them.
"""

import itertools
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.durations import format_duration
from config.settings import Settings
from monitor.reminding import remind
from spiders.posting import Deadline
from storage import watches

from .deadlines import Seen

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ZONES = [
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
    "+05:30",
    None,
]
#: Around these days clocks change in one of the zones.
DAYS = [date(2026, 3, 9), date(2026, 3, 29), date(2026, 10, 26), date(2026, 11, 2), date(2026, 4, 5), date(2026, 7, 1)]
#: The clock is looked at so often while the program runs.
LOOK = timedelta(seconds=30)
_numbers = itertools.count(1)

offsets = st.lists(
    st.one_of(st.integers(1, 9).map(lambda it: it * DAY), st.integers(1, 71).map(lambda it: it * HOUR)),
    max_size=4,
    unique=True,
)


@st.composite
def deadlines(draw):
    """A deadline on one of the days around `DAYS`, of one zone."""
    zone = draw(st.sampled_from(ZONES))
    day = draw(st.sampled_from(DAYS)) + draw(st.integers(-3, 6)) * DAY
    date_only = draw(st.booleans())
    wall = time(23, 59, 59) if date_only else time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 30])))
    at = datetime.combine(day, wall, tz_of(zone)).astimezone(UTC)
    return Deadline(at=at, date_only=date_only, zone=zone, text="the deadline")


def tz_of(zone):
    if zone == "+05:30":
        return datetime.fromisoformat("2026-01-01T00:00+05:30").tzinfo
    return ZoneInfo(zone) if zone else UTC


@dataclass(frozen=True)
class Step:
    """Time passes, then something is done."""

    passes: timedelta
    act: str
    deadline: Deadline | None = None


spans = st.one_of(
    st.just(timedelta()),
    st.integers(1, 90).map(lambda it: timedelta(minutes=it)),
    st.integers(1, 200).map(lambda it: it * HOUR),
)
steps = st.one_of(
    st.builds(Step, spans, st.just("tick")),
    st.builds(Step, spans, st.just("tick")),
    st.builds(Step, spans, st.sampled_from(["same", "close", "open"])),
    st.builds(Step, spans, st.just("move"), deadlines()),
)
jumps = st.builds(Step, st.sampled_from([-2 * DAY, -DAY, -HOUR, HOUR, 2 * DAY]), st.just("tick"))
pauses = st.builds(Step, spans, st.sampled_from(["pause", "resume"]))


def moments(deadline, spans_before):
    """Every moment to be told at, with what the reminder is called."""
    zone = tz_of(deadline.zone)
    wall = deadline.at.astimezone(zone).replace(tzinfo=None, fold=0)
    for span in spans_before:
        calendar = not span % DAY
        at = (wall - span).replace(tzinfo=zone).astimezone(UTC) if calendar else deadline.at - span
        yield at, format_duration(span)
    yield deadline.at, "deadline"


def nearest(deadline, spans_before, after, now):
    """What is to be told at `now` of the moments after `after`: names, since moments may fall together; {} nothing."""
    if deadline is None:
        return set()
    missed = [(at, name) for at, name in moments(deadline, spans_before) if after < at <= now]
    last = max((at for at, _ in missed), default=None)
    return {name for at, name in missed if at == last}


class Story:
    """One watch, and what was told of it."""

    def __init__(self, database, spans_before, deadline, begin):
        self.database, self.spans = database, tuple(spans_before)
        self.settings = Settings.model_validate({"schedule": {"deadline_soon": list(map(format_duration, self.spans))}})
        self.seen = Seen(database, f"https://jobs.example/{next(_numbers)}", self.spans)
        self.now, self.deadline, self.status, self.paused = begin, deadline, "open", False
        #: Everything up to here needs no telling.
        self.heard = begin
        self.told = []
        self.look()

    def look(self):
        self.seen.look(self.deadline, at=self.now, status=self.status)

    def tick(self):
        """Look at the clock; gives the names of what is told, and of what should be (any one of them)."""
        due = nearest(self.deadline, self.spans, self.heard, self.now) if self.status == "open" else set()
        new = [it for it in remind(self.database, self.settings, self.now) if it.watch_id == self.seen.watch_id]
        self.told += [(it.after["at"], it.field, it, self.now) for it in new]
        self.heard = max(self.heard, self.now)
        return [it.field for it in new], due

    def do(self, step):
        self.now += step.passes
        match step.act:
            case "move":
                if step.deadline.at != self.deadline.at:
                    self.heard = self.now
                self.deadline = step.deadline
            case "close" | "open":
                self.status = {"close": "closed", "open": "open"}[step.act]
            case "pause" | "resume":
                self.paused = step.act == "pause"
                with self.database.writing() as connection:
                    if self.paused:
                        watches.pause(connection, self.seen.watch_id)
                    else:
                        watches.resume(connection, self.seen.watch_id, next_check_at=self.now)
        self.look()

    def end(self):
        with self.database.writing() as connection:
            watches.purge(connection, self.seen.watch_id)


@pytest.fixture
def story(database):
    """Makes stories; the hypothesis runs many in one test, each of which ends with its example."""
    made = []

    def make(*given):
        for it in made:
            it.end()
        made[:] = [Story(database, *given)]
        return made[0]

    return make


quick = settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
beginnings = st.integers(1, 260).map(lambda it: it * HOUR)


@quick
@given(offsets, deadlines(), beginnings, st.lists(steps, min_size=3, max_size=12))
def test_of_the_moments_between_two_looks_the_nearest_is_told_and_nothing_else(story, spans, deadline, before, history):
    told = story(spans, deadline, deadline.at - before)
    for step in history:
        told.now += step.passes
        told.do(Step(timedelta(), step.act, step.deadline))
        names, due = told.tick()
        assert len(names) == bool(due)
        assert set(names) <= due


@quick
@given(offsets, deadlines(), beginnings, st.lists(st.one_of(steps, steps, jumps, pauses), min_size=4, max_size=14))
def test_each_is_told_at_most_once_of_a_deadline_and_only_of_the_one_that_stands(
    story, spans, deadline, before, history
):
    told = story(spans, deadline, deadline.at - before)
    for step in history:
        told.do(step)
        names, _ = told.tick()
        assert len(names) <= (told.status == "open" and not told.paused)
        for at, name, change, now in told.told[-len(names) :] if names else ():
            assert datetime.fromisoformat(at) == told.deadline.at
            assert {name: at for at, name in moments(told.deadline, told.spans)}[name] <= now
            assert (change.kind == "deadline_passed") == (told.deadline.at <= now)
    once = [(at, name) for at, name, *_ in told.told]
    assert len(once) == len(set(once))


@quick
@given(offsets, deadlines(), st.integers(0, 3))
def test_a_program_that_never_sleeps_tells_every_moment_in_time(story, spans, deadline, late):
    told = story(spans, deadline, deadline.at - 12 * DAY)
    for at, _ in sorted(moments(deadline, spans)):
        told.now = at + late * LOOK / 3
        told.tick()
    assert [it.summary.count(" late)") for *_, it, _ in told.told] == [0] * len(told.told)
    assert {datetime.fromisoformat(at) for at, *_ in told.told} == {deadline.at}
    assert len(told.told) == len({at for at, _ in moments(deadline, spans)})
