"""Why a notice waits, in words."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from monitor.notify.backoff import RESTING
from monitor.notify.waiting import reasons, waits_for
from storage import outbox, pulse
from storage.rows import Notice
from tests.monitor.notify.conftest import NOW

LONDON = ZoneInfo("Europe/London")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def why(target):
    def saying(*, now=NOW, due=NOW, rules=None, **given):
        values = {
            "id": 1,
            "change_id": 1,
            "target": "hook",
            "message_id": "1@test",
            "state": "waiting",
            "due_at": due,
            "attempts": 0,
            "lease_until": None,
            "last_error": None,
            "sent_at": None,
            "created_at": NOW,
        }
        return waits_for(Notice(**values | given), target(**rules or {}), now, LONDON)

    return saying


def test_for_its_digest(why):
    assert why(due=NOW + HOUR, rules={"digest": "hourly"}) == "digest at 18:00"
    assert why(due=NOW + DAY, rules={"digest": "daily"}) == "digest at Fri 6 Feb 17:00"


def test_for_the_end_of_quiet_hours(why):
    assert why(due=NOW + HOUR, rules={"quiet_hours": "16:00-18:00"}) == "quiet hours until 18:00"


def test_for_what_a_flapping_field_does_next(why):
    assert why(due=NOW + HOUR, held_until=NOW + HOUR) == "gathered with what follows until 18:00"


def test_for_another_attempt(why):
    assert why(due=NOW + HOUR, told_as="1@test", rules={"digest": "daily"}) == "another attempt at 18:00"


def test_for_the_rest_of_a_burst(why):
    assert why(now=NOW + timedelta(seconds=9)) == "the sender; a burst is gathered until 17:01"
    assert why(now=NOW + HOUR) == why(rules={"burst": 0}) == "the sender"


def test_for_what_is_before_it(why):
    assert why(leads=False) == "what comes before it"


def test_for_nothing_more(why, target):
    assert why(state="failed") == "given up"
    assert why(state="leased") == "being sent"
    gone = Notice(
        id=1, change_id=1, target="gone", message_id="1", state="waiting", due_at=NOW, attempts=0, lease_until=None,
        last_error=None, sent_at=None, created_at=NOW,
    )  # fmt: skip
    assert waits_for(gone, None, NOW, LONDON) == "its target is not configured"


def test_for_what_holds_up_the_whole_target(database, tell, target, settings):
    tell(1, "limited")
    tell(2, "limited", "resting", "well")
    with database.writing() as c:
        [first, _] = outbox.ready(c, target="limited", now=NOW, limit=9)
        outbox.take(c, [first.id], told_as=first.message_id, until=NOW + HOUR)
        outbox.sent(c, first.id, now=NOW)
        pulse.put(c, RESTING + "resting", at=NOW + HOUR)
    given = settings(target("limited", messages_per_hour=1), target("resting"), target("well", burst=0))
    with database.reading() as c:
        notices = outbox.waiting(c)
        said = reasons(c, given, notices, NOW)
    assert [said[it.id] for it in notices] == [
        "at most 1 messages an hour: the next at 18:00",
        "a pause that the target asked for, until 18:00",
        "the sender",
    ]
