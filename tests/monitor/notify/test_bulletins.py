"""Word about targets that fail and recover, and about times in which nothing was watched."""

import asyncio
from datetime import timedelta

import pytest

from monitor.notify import bulletins as made
from monitor.notify.answers import DeliveryResult
from monitor.notify.sender import drain
from storage import bulletins, pulse

HOUR = timedelta(hours=1)
REFUSED = DeliveryResult(ok=False, answer="HTTP 403 Forbidden: ***")
ABOUT_MESSAGE = DeliveryResult(ok=False, answer="HTTP 413 Too Large", about_message=True)


class Desk:
    """Two targets, of which `mail` has `phone` for its fallback, and what happens to `mail`."""

    def __init__(self, database, settings, target, now):
        self.database, self.now = database, now
        self.mail = target(name="mail", fallback="phone")
        self.settings = settings(self.mail, target(name="phone"), failing_after=HOUR)

    def fails(self, after=timedelta(), result=REFUSED, *, parked=False):
        now = self.now + after
        with self.database.writing() as c:
            made.target_failed(c, self.settings, self.mail, result, now=now, parked=parked)

    def delivers(self, after):
        with self.database.writing() as c:
            made.target_delivered(c, self.settings, self.mail, now=self.now + after)

    @property
    def told(self):
        with self.database.reading() as c:
            return bulletins.waiting(c)

    @property
    def titles(self):
        return [it.title for it in self.told]


@pytest.fixture
def desk(database, settings, target, now):
    return Desk(database, settings, target, now)


class TestFailing:
    def test_is_told_once_to_the_fallback_after_its_time(self, desk, tell):
        tell(1, "mail")
        for minutes in (0, 30, 59):
            desk.fails(timedelta(minutes=minutes))
        assert desk.told == []
        for hours in (1, 2, 30):
            desk.fails(HOUR * hours)
        [word] = desk.told
        assert (word.target, word.kind, word.severity) == ("phone", "target_failing", "high")
        assert word.title == "The target mail is failing"
        assert "since Thu 5 February 2026, 17:00 GMT" in word.text
        assert "HTTP 403 Forbidden: ***" in word.text
        assert "Notices that wait for it: 1;" in word.text

    def test_is_found_without_another_attempt(self, desk):
        desk.fails()
        with desk.database.writing() as c:
            assert not made.tell_failing(c, desk.settings, desk.settings.notify.targets, now=desk.now)
            assert made.tell_failing(c, desk.settings, desk.settings.notify.targets, now=desk.now + HOUR)
            assert not made.tell_failing(c, desk.settings, desk.settings.notify.targets, now=desk.now + 2 * HOUR)
        assert desk.titles == ["The target mail is failing"]

    def test_is_told_no_more_once_it_delivers(self, desk):
        desk.fails()
        desk.delivers(HOUR / 2)
        desk.fails(HOUR)
        desk.fails(HOUR * 1.5)
        assert desk.told == []

    def test_ends_with_a_word_to_those_who_knew(self, desk, tell):
        tell(1, "mail")
        desk.fails()
        desk.fails(HOUR)
        desk.delivers(2 * HOUR)
        desk.delivers(3 * HOUR)
        assert desk.titles == ["The target mail is failing", "The target mail delivers again"]
        assert "had failed since Thu 5 February 2026, 17:00 GMT" in desk.told[1].text
        assert "Notices that waited and go out now: 1." in desk.told[1].text

    def test_ends_without_a_word_where_nobody_knew(self, desk):
        desk.fails()
        desk.delivers(HOUR / 2)
        assert desk.told == []

    def test_is_told_again_when_it_happens_again(self, desk):
        for begin in (timedelta(), 10 * HOUR):
            desk.fails(begin)
            desk.fails(begin + HOUR)
            desk.delivers(begin + 2 * HOUR)
        assert desk.titles == ["The target mail is failing", "The target mail delivers again"] * 2

    def test_concerns_nobody_without_a_fallback(self, desk):
        desk.mail = desk.mail.model_copy(update={"fallback": ""})
        desk.settings = desk.settings.model_copy(
            update={"notify": desk.settings.notify.model_copy(update={"targets": (desk.mail,)})}
        )
        desk.fails()
        desk.fails(HOUR, parked=True)
        desk.delivers(2 * HOUR)
        assert desk.told == []


class TestGivenUp:
    def test_is_told_at_once(self, desk):
        desk.fails(parked=True)
        assert desk.titles == ["A message to mail was given up"]
        desk.delivers(HOUR)
        assert desk.titles[1:] == ["The target mail delivers again"]

    def test_is_not_told_where_the_failing_is_known(self, desk):
        desk.fails()
        desk.fails(HOUR, parked=True)
        assert desk.titles == ["The target mail is failing"]

    def test_is_told_once_a_day_for_messages_that_are_refused_one_by_one(self, desk):
        for hours in (0, 1, 23, 25):
            desk.fails(hours * HOUR, ABOUT_MESSAGE, parked=True)
            desk.delivers(hours * HOUR)
        assert desk.titles == ["A message to mail was given up"] * 2

    def test_says_nothing_of_the_target_for_a_message_that_is_tried_again(self, desk, database):
        desk.fails(timedelta(), ABOUT_MESSAGE)
        with database.reading() as c:
            assert pulse.all_of(c, pulse.FAILING) == []


class TestAway:
    def test_down_is_told_once_to_every_target(self, desk):
        for _ in range(2):
            with desk.database.writing() as c:
                made.tell_down(c, desk.settings, desk.now - 9 * HOUR, desk.now, missed=(12, 3), now=desk.now)
        assert [(it.target, it.kind) for it in desk.told] == [("mail", "was_down"), ("phone", "was_down")]
        text = desk.told[0].text
        assert "from Thu 5 February 2026, 08:00 GMT to Thu 5 February 2026, 17:00 GMT" in text
        assert "Watches not checked in time: 12. Late reminders: 3." in text
        assert len({it.message_id for it in desk.told}) == 2

    def test_blind_is_told_to_every_target(self, desk):
        with desk.database.writing() as c:
            assert made.tell_blind(c, desk.settings, desk.now - 9 * HOUR, desk.now, now=desk.now)
        assert [it.kind for it in desk.told] == ["was_blind"] * 2


@pytest.mark.parametrize(("passing", "hours"), [("critical", 14), ("high", 0)])
def test_quiet_hours_hold_back_what_they_do_not_let_pass(database, settings, target, now, passing, hours):
    given = settings(target(name="me", quiet_hours="16:00-07:00", quiet_lets_through=passing))
    with database.writing() as c:
        made.tell_down(c, given, now - 9 * HOUR, now, missed=(0, 0), now=now)
        assert bulletins.next_due_at(c, "me") == now + hours * HOUR


def test_a_target_that_fails_for_long_is_told_of_at_its_fallback_and_when_it_is_well_again(
    database, settings, target, tell, hook, now
):
    broken, well = hook(), hook()
    broken.usual = (403, {}, "no <b>token</b>", 0)
    given = settings(
        target(name="team", url=f"json://127.0.0.1:{broken.port}/", fallback="me"),
        target(name="me", url=f"json://127.0.0.1:{well.port}/"),
        failing_after=HOUR,
    )
    tell(1, "team")

    def attempt(after):
        asyncio.run(drain(database, given, now=lambda: now + after))

    for hours in (0, 1, 2, 2):
        attempt(hours * HOUR)
    assert [it.json["title"] for it in well.taken] == ["The target team is failing"]
    assert "no <b>token" not in well.taken[0].json["message"]
    broken.usual = (200, {}, "ok", 0)
    attempt(5 * HOUR)
    attempt(5 * HOUR)
    assert [it.json["title"] for it in well.taken[1:]] == ["The target team delivers again"]
    attempt(9 * HOUR)
    assert len(well.taken) == 2
