"""Signs of life: what is written while all is well, and what is told after it was not."""

from datetime import UTC, datetime, timedelta

import pytest

from config.settings import Settings
from config.targets import NotifySettings, TargetSettings
from monitor.vitals import Vitals
from storage import bulletins, pulse, watches
from storage.rows import NewWatch

NOW = datetime(2026, 2, 5, 17, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LIMIT = 6 * HOUR


class Life:
    """A daemon's vital signs, at any hour."""

    def __init__(self, database):
        self.database = database
        target = TargetSettings(name="me", url="json://127.0.0.1:9/")
        self.settings = Settings(notify=NotifySettings(targets=(target,), down_after=LIMIT))
        self.start()

    def start(self):
        self.vitals = Vitals(self.database)
        self.vitals.wake()

    def beat(self, hours=0):
        return self.vitals.beat(self.settings, NOW + hours * HOUR)

    def round(self, hours, *answered):
        at = NOW + hours * HOUR
        for it in answered:
            self.vitals.looked(answered=it, now=at)
        self.vitals.ended(answered=sum(answered), checks=len(answered), begun=at)

    def idle(self, hours):
        self.vitals.idle(NOW + hours * HOUR)

    @property
    def told(self):
        with self.database.reading() as c:
            return [(it.kind, it.text) for it in bulletins.waiting(c)]

    @property
    def kinds(self):
        return [kind for kind, _ in self.told]

    def known(self, name):
        with self.database.reading() as c:
            found = pulse.get(c, name)
        return found and found.at


@pytest.fixture
def life(database):
    return Life(database)


class TestDown:
    def test_the_first_start_is_no_gap(self, life):
        assert not life.beat()
        assert (life.told, life.known(pulse.ALIVE)) == ([], NOW)

    def test_a_gap_longer_than_the_limit_is_told_once_at_the_next_start(self, life):
        life.beat()
        life.start()
        assert life.beat(6.1)
        assert not life.beat(6.2)
        assert life.kinds == ["was_down"]

    def test_a_gap_within_the_limit_is_not_told(self, life):
        life.beat()
        life.start()
        assert not life.beat(6)
        assert life.told == []

    def test_a_machine_that_slept_is_told_of_too(self, life):
        life.beat()
        assert life.beat(9)
        assert life.kinds == ["was_down"]

    def test_a_clock_that_is_set_back_is_no_gap(self, life):
        life.beat(100)
        assert not life.beat(0)
        assert not life.beat(1)
        assert life.told == []

    def test_what_was_missed_is_counted(self, life):
        life.beat()
        with life.database.writing() as c:
            for number in range(3):
                new = NewWatch(url=f"https://a.example/{number}", host="a.example")
                watches.add(c, new, now=NOW, first_check_at=NOW + number * 8 * HOUR)
        life.beat(9)
        assert "Watches not checked in time: 2. Late reminders: 0." in life.told[0][1]


class TestBlind:
    def test_a_time_in_which_every_check_failed_is_told_once_it_is_over(self, life):
        for hours in (0, 3, 6, 6.5):
            life.round(hours, False, False)
            life.idle(hours)
            assert not life.beat(hours)
        life.round(7, False, True)
        assert life.beat(7)
        assert not life.beat(7.1)
        [(kind, text)] = life.told
        assert kind == "was_blind"
        assert "17:00" in text

    def test_a_restart_does_not_end_it(self, life):
        life.round(0, False)
        life.beat(0)
        life.start()
        life.idle(5)
        assert not life.vitals.was_good()
        life.beat(5)
        life.round(7, True)
        life.beat(7)
        assert life.kinds == ["was_blind"]

    def test_one_page_that_was_read_in_between_ends_it(self, life):
        for hours in (0, 3, 6, 9):
            life.round(hours, False)
            life.beat(hours)
            life.round(hours + 1, True)
            life.beat(hours + 1)
        assert life.told == []


class TestWell:
    def test_a_round_with_an_answer_is_good_and_one_without_is_not(self, life):
        life.round(0, False, True)
        assert life.vitals.was_good()
        assert not life.vitals.was_good()
        life.round(1, False, False)
        assert not life.vitals.was_good()

    def test_nothing_due_is_good_unless_the_last_round_was_blind(self, life):
        life.idle(0)
        assert life.vitals.was_good()
        life.round(1, False)
        life.idle(2)
        assert not life.vitals.was_good()
        life.round(3, True)
        life.idle(4)
        assert life.vitals.was_good()

    def test_when_all_was_well_last_is_kept(self, life):
        life.round(0, True)
        life.round(1, False)
        life.idle(1.5)
        life.beat(2)
        assert life.known(pulse.GOOD) == NOW
