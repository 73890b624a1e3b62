"""`monitor notify why` and `backtest`: rules are tried on the recorded history before they are trusted."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import checks
from storage.database import Database
from storage.rows import CheckRecord, NewChange

#: Hostile text of the page, as far as a terminal may see it.
NAME = "Audio [bold]Intern[/bold]]0;gotcha gnp – Lumen Audio"
REWORDED = "“two years” became “one year”"

pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def many_changes(filled, sqlite_url):
    """A hundred more changes, of watch 3, an hour apart."""
    database = Database.open(sqlite_url)
    for number in range(100):
        at = datetime(2026, 2, 1, tzinfo=UTC) + timedelta(hours=number)
        change = NewChange(kind="apply_changed", field="apply_url", summary=f"Edit {number}", severity="low")
        record = CheckRecord(
            watch_id=3,
            expected_version=0,
            checked_at=at,
            outcome="unchanged",
            reason="read",
            status="unknown",
            kind="posting",
            next_check_at=at,
            version=None,
            changes=(change,),
            notices=(),
            last_good_at=at,
            etag=None,
            last_modified=None,
            body_hash=None,
            record_hash=None,
            reader_version=1,
        )
        with database.writing() as c:
            checks.record(c, record)
    database.close()


@pytest.fixture
def with_targets(filled):
    """Adds targets with these rules to the configuration."""

    def make(**targets):
        text = filled.read_text()
        for name, rules in targets.items():
            text += f'[[notify.targets]]\nname = "{name}"\nurl = "json://127.0.0.1:1"\n{rules}\n'
        filled.write_text(text)

    return make


@pytest.mark.usefixtures("filled", "unchanged")
class TestWhy:
    def test_says_of_each_target_whether_it_is_wanted_by_which_rule_and_with_which_values(self, monitor, with_targets):
        with_targets(
            team='kinds = ["pay_changed"]\npay = ["raised >= 5%"]\ndigest = "daily"',
            phone='tags = ["ny"]\npay = ["raised >= 10%"]',
        )
        assert monitor("notify", "why", 1).lines == [
            "change 1  2026-01-06 10:30  pay_changed raised  Pay raised from $55 to $60 an hour",
            "   of watch 1  https://jobs.lumen.example/audio-intern",
            "team: wanted: it meets kinds, pay",
            "   met      kinds: asks for pay_changed; found pay_changed",
            "   met      pay: asks for raised >= 5%; found raised by 9.1%",
            "   would go 2026-01-07 08:00",
            "   waiting, 0 attempts",
            "phone: not wanted: it asks for pay that was raised >= 10%, this was raised by 9.1%",
            "   met      tags: asks for ny; found audio, ny",
            "   not met  pay: asks for raised >= 10%; found raised by 9.1%",
            "   no notice was made when the change was found",
        ]

    def test_gives_the_same_as_json(self, monitor, with_targets):
        with_targets(phone='kinds = ["closed"]')
        document = monitor("notify", "why", 1, "--json").json
        assert document["change"]["id"] == 1
        assert document["tags"] == ["audio", "ny"]
        phone, team = document["targets"]
        assert phone == {
            "target": "phone",
            "wanted": False,
            "rule": "kinds",
            "reason": "it asks for the kinds closed",
            "rules": [{"rule": "kinds", "met": False, "asked": "closed", "found": "pay_changed"}],
            "due_at": None,
            "notice": None,
        }
        assert (team["target"], team["wanted"], team["reason"]) == (
            "team",
            None,
            "it is not configured any more",
        )
        assert team["notice"]["message_id"] == "1@test"

    def test_says_when_it_would_have_gone(self, monitor, with_targets):
        with_targets(team="")
        (team,) = monitor("notify", "why", 3, "--json").json["targets"]
        assert (team["wanted"], team["due_at"]) == (True, "2026-01-07T09:30:00Z")
        assert "   would go at once" in monitor("notify", "why", 3).lines

    def test_needs_no_targets(self, monitor):
        assert monitor("notify", "why", 3).lines[-1] == (
            "no targets are configured, so nobody is told; add one to [[notify.targets]]"
        )

    def test_shows_no_control_characters_of_the_page(self, monitor, with_targets):
        with_targets(team='keywords = ["welder"]')
        shown = monitor("notify", "why", 1).out
        assert "[bold]Intern[/bold]" in shown
        assert all(character.isprintable() or character == "\n" for character in shown)

    @pytest.mark.parametrize(
        ("number", "said"),
        [
            ("99", "99"),
            ("x", '"x" is no number of a change; see `monitor changes`'),
            ("9" * 30, "is no number of a change"),
            ("٣", "is no number of a change"),
        ],
    )
    def test_refuses_what_is_no_change(self, monitor, number, said):
        assert said in monitor("notify", "why", number, code=2).err


@pytest.mark.usefixtures("filled", "unchanged")
class TestBacktest:
    def test_says_what_each_target_would_have_got_and_what_its_rules_leave_out(self, monitor, with_targets):
        with_targets(team='kinds = ["pay_changed", "closed"]', mail='digest = "weekly"')
        assert [line.rstrip() for line in monitor("notify", "backtest").lines] == [
            "target  changes  messages  left out by",
            "team    2        2         kinds 1",
            "mail    3        1         -",
            "",
            "team",
            f"   2026-01-06 10:30  change 1  pay_changed  {NAME}: Pay raised from $55 to $60 an hour",
            f"   2026-01-07 10:30  change 3  closed  {NAME}: Closed",
            "",
            "mail",
            "   2026-01-12 08:00  3 changes in one message",
            f"      seen 2026-01-06 10:30  change 1  pay_changed  {NAME}: Pay raised from $55 to $60 an hour",
            f"      seen 2026-01-06 10:30  change 2  description_changed  {NAME}: Requirements: {REWORDED}",
            f"      seen 2026-01-07 10:30  change 3  closed  {NAME}: Closed",
        ]

    def test_gives_all_of_it_as_json(self, monitor, with_targets):
        with_targets(team='pay = ["raised >= 10%"]', mail='digest = "weekly"')
        document = monitor("notify", "backtest", "--since", "2026-01-06", "--json").json
        assert document["since"] == "2026-01-05T23:00:00Z"
        team, mail = document["targets"]
        assert (team["target"], team["changes"], team["messages"], team["left_out"]) == ("team", 2, 2, {"pay": 1})
        assert [(it["change_id"], it["message"], it["goes_at"]) for it in mail["lines"]] == [
            (number, 1, "2026-01-12T07:00:00Z") for number in (1, 2, 3)
        ]
        assert team["lines"][1] == {
            "change_id": 3,
            "watch_id": 1,
            "kind": "closed",
            "severity": "critical",
            "name": team["lines"][0]["name"],
            "summary": "Closed",
            "seen_at": "2026-01-07T09:30:00Z",
            "message": 2,
            "goes_at": "2026-01-07T09:30:00Z",
        }

    def test_begins_at_a_time_and_is_of_one_target_where_that_is_asked_for(self, monitor, with_targets):
        with_targets(team="", mail="")
        (mail,) = monitor("notify", "backtest", "--target", "mail", "--since", "2026-01-07", "--json").json["targets"]
        assert (mail["target"], [it["change_id"] for it in mail["lines"]]) == ("mail", [3])

    def test_tries_the_rules_of_a_file_that_is_not_in_use(self, monitor, with_targets, home, sqlite_url):
        with_targets(team='kinds = ["removed"]')
        candidate = home / "candidate.toml"
        candidate.write_text(f'[database]\nurl = "{sqlite_url}"\n[[notify.targets]]\nname = "new"\nurl = "json://x"\n')
        (new,) = monitor("--config", candidate, "notify", "backtest", "--json").json["targets"]
        assert (new["target"], new["changes"]) == ("new", 3)

    def test_an_unknown_target_is_refused_with_the_known_ones(self, monitor, with_targets):
        with_targets(team="", mail="")
        err = monitor("notify", "backtest", "--target", "chat", code=2).err
        assert err == "monitor: there is no target chat; targets: team, mail\n"
        assert monitor("notify", "backtest", "--since", "soon", code=2).err.startswith('monitor: "soon" is no time')

    def test_refuses_to_test_no_rules(self, monitor):
        err = monitor("notify", "backtest", code=2).err
        assert err == "monitor: there is no target at all; targets: none; add one to [[notify.targets]]\n"


@pytest.mark.usefixtures("many_changes")
def test_a_backtest_shows_no_more_than_can_be_read(monitor, with_targets):
    with_targets(team="burst = 0", mail='digest = "weekly"')
    lines = monitor("notify", "backtest").lines
    assert "   83 messages before these" in lines
    assert any(line.startswith("      and ") for line in lines)
    assert len(lines) < 60


def test_doctor_warns_of_rules_that_nothing_watched_can_meet(monitor, with_targets):
    with_targets(
        team='tags = ["audio", "adio"]\nboards = ["careers.lumen.example", "lumen.example"]',
        mail='tags = ["ny"]\nboards = ["jobs.lumen.example"]',
    )
    ran = monitor("doctor", code=None)
    assert [line for line in ran.lines if line.startswith("warns")] == [
        "warns rules of team: perhaps not meant: no watch has the tag adio; no watch is at lumen.example or below it"
    ]
    assert "rules of" not in ran.err
