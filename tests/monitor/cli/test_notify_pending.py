"""What waits and why, how the targets are, and trying again."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from storage import bulletins, pulse
from storage.database import Database
from storage.rows import NewBulletin
from storage.tables import notice

NOW = datetime.now(UTC)


@pytest.fixture
def stored(sqlite_url):
    """Changes what is stored, in one transaction."""
    database = Database.open(sqlite_url)

    def storing(change):
        with database.writing() as c:
            return change(c)

    yield storing
    database.close()


@pytest.fixture
def team(filled):
    """Configures the target that notice 1 waits for; more keys may be given."""

    def configuring(url="json://127.0.0.1:9/", more=""):
        text = f'[[notify.targets]]\nname = "team"\nurl = "{url}"\n{more}\n'
        filled.write_text(filled.read_text() + text + '[[notify.targets]]\nname = "me"\nurl = "json://127.0.0.1:9/"\n')

    return configuring


def later(**values):
    return lambda c: c.execute(update(notice).values(due_at=datetime.now(UTC) + timedelta(hours=3), **values))


def reason(monitor):
    [it] = monitor("notify", "pending", "--json").json
    return it["why"]


class TestWhy:
    def test_nothing_in_its_way(self, team, monitor):
        team()
        assert reason(monitor) == "the sender"
        assert "the sender" in monitor("notify", "pending").out

    def test_no_such_target_any_more(self, filled, monitor):
        assert reason(monitor) == "its target is not configured"

    def test_a_digest(self, team, stored, monitor):
        team(more='digest = "daily"')
        stored(later())
        assert reason(monitor).startswith("digest at ")

    def test_quiet_hours(self, team, stored, monitor):
        team(more='quiet_hours = "00:00-23:59"')
        assert "quiet hours until" in reason(monitor)

    def test_another_attempt(self, team, stored, monitor):
        team()
        stored(later(attempts=2, told_as="1@test", last_error="HTTP 500"))
        assert reason(monitor).startswith("another attempt at ")

    def test_a_target_that_fails(self, team, stored, monitor):
        team()
        stored(lambda c: pulse.put(c, "target:team", at=NOW, since=NOW, text="HTTP 500"))
        assert reason(monitor).startswith("its target, failing since ")

    def test_given_up(self, team, stored, monitor):
        team()
        stored(lambda c: c.execute(update(notice).values(state="failed", last_error="HTTP 500")))
        assert reason(monitor) == "given up"


class TestTargets:
    def test_that_are_well(self, team, monitor):
        team()
        states = monitor("notify", "pending", "--targets", "--json").json
        assert [(it["target"], it["state"], it["waiting"]) for it in states] == [("team", "well", 1), ("me", "well", 0)]
        assert "failing" not in monitor("notify", "pending").out

    def test_that_fail(self, team, stored, monitor):
        team(more='fallback = "me"')
        since = datetime(2026, 1, 5, 8, tzinfo=UTC)
        stored(lambda c: pulse.put(c, "target:team", at=NOW, since=since, text="HTTP 403: \x1b[31m***"))
        state = monitor("notify", "pending", "--targets", "--json").json[0]
        assert (state["state"], state["failing_since"], state["fallback"]) == ("failing", "2026-01-05T08:00:00Z", "me")
        for arguments in (("--targets",), ()):
            out = monitor("notify", "pending", *arguments).out
            assert "failing" in out
            assert "HTTP 403: " in out
            assert "\x1b" not in out

    def test_with_word_that_they_were_not_told_yet(self, team, stored, monitor):
        team()
        word = NewBulletin(
            target="me", kind="was_down", message_id="2@test", title="Was down", text="from 9 to 5", severity="high"
        )
        stored(lambda c: bulletins.add(c, word, now=NOW))
        assert "Was down" in monitor("notify", "pending").out
        assert monitor("notify", "pending", "--targets", "--json").json[1]["bulletins"][0]["kind"] == "was_down"

    def test_that_are_not_there(self, filled, monitor):
        assert monitor("notify", "pending", "--targets").out.startswith("there is no target")


class TestRetry:
    def test_a_notice_that_is_new_is_sent_and_said_to_be(self, team, monitor, site):
        site.answer("/hook", "thanks")
        team(f"json://{site.netloc}/hook")
        ran = monitor("notify", "retry", noted=True)
        assert ran.out == "sending 1 notice for the first time\n"
        assert ran.err == "1 notice sent\n"
        assert len(site.asked("/hook")) == 1

    def test_what_is_held_back_stays(self, team, stored, monitor, site):
        site.answer("/hook", "thanks")
        team(f"json://{site.netloc}/hook", 'digest = "weekly"')
        stored(later(created_at=NOW))
        out = monitor("notify", "retry").out
        assert "nothing waits for another attempt\n1 notice held back for later" in out
        assert site.asked("/hook") == []

    def test_word_on_the_service_is_tried_again_too(self, team, stored, monitor, site):
        site.answer("/hook", "thanks")
        team(f"json://{site.netloc}/hook")
        word = NewBulletin(
            target="team", kind="was_down", message_id="2@test", title="Was down", text="9 to 5", severity="high"
        )
        stored(lambda c: bulletins.add(c, word, now=NOW))
        stored(lambda c: bulletins.failed(c, 1, now=NOW, error="HTTP 500", retry_at=None))
        monitor("notify", "retry", noted=True)
        assert len(site.asked("/hook")) == 2
