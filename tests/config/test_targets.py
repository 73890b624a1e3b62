"""What a target can be told, and the one line that refuses what cannot be meant."""

from datetime import timedelta
from decimal import Decimal

import pytest

from config.errors import ConfigError
from config.loading import load
from config.pay import PayCondition
from config.targets import TargetSettings

TARGET = '[[notify.targets]]\nname = "team"\nurl = "json://127.0.0.1"\n'
OTHER = '[[notify.targets]]\nname = "other"\nurl = "json://127.0.0.1"\n'
PAY = (
    'a list of "raised >= 5%", "cut >= 1%" and the like, or "raised", "cut", "added", "removed", "widened", "narrowed",'
    ' "restructured"'
)
DIGEST = '"none", "hourly", "daily", "weekly" or five fields of cron ("0 8 * * 1-5")'
BOARDS = 'a list of hosts and URLs (["example.com", "https://example.org/jobs"])'
LEAST = 'a number and s, m, h, d or w ("15m", "6h"), at least 1m'


@pytest.fixture
def loaded(tmp_path):
    def make(text):
        file = tmp_path / "monitor.toml"
        file.write_text(text)
        return load(file, environ={})

    return make


@pytest.fixture
def refused(tmp_path, loaded):
    def make(text):
        with pytest.raises(ConfigError) as error:
            loaded(text)
        line = str(error.value)
        assert line.isprintable()
        return line.removeprefix(f"{tmp_path / 'monitor.toml'}:")

    return make


def test_a_target_has_every_rule_time_and_look_that_it_was_told(loaded):
    settings = loaded(
        TARGET
        + """
boards = ["example.com", "https://example.org/jobs"]
organizations = ["Example & Sons"]
keywords = ["engineer", "data science", "-intern", "*entwickler"]
pay = ["raised >= 5%", "cut ≥ 1.5 %", "added"]
digest = "0 8 * * 1-5"
quiet_hours = "22:00-07:00"
quiet_lets_through = "none"
burst = 0
messages_per_hour = 6
attach = ["page", "calendar"]
template = "looks"
fallback = "other"
"""
        + OTHER
        + '[notify]\nfailing_after = "30m"\ndown_after = "1d"\n'
    )
    target, other = settings.notify.targets
    assert target.boards == ("example.com", "https://example.org/jobs")
    assert target.pay == (
        PayCondition(move="raised", percent=Decimal(5)),
        PayCondition(move="cut", percent=Decimal("1.5")),
        PayCondition(move="added"),
    )
    assert [str(it) for it in target.pay] == ["raised >= 5%", "cut >= 1.5%", "added"]
    assert (target.digest, target.quiet_lets_through, target.burst) == ("0 8 * * 1-5", "none", 0)
    assert (target.attach, target.fallback) == (("page", "calendar"), "other")
    assert target.template_folder() == settings.source.parent / "looks"
    assert other.template_folder() is None
    assert (settings.notify.failing_after, settings.notify.down_after) == (timedelta(minutes=30), timedelta(days=1))


def test_targets_from_the_environment_are_told_the_same(tmp_path):
    given = '[{"name": "team", "url": "json://127.0.0.1", "pay": ["raised >= 5%"], "template": "looks", "burst": 3}]'
    (target,) = load(environ={"HOME": str(tmp_path), "MONITOR_NOTIFY__TARGETS": given}).notify.targets
    assert (str(target.pay[0]), target.burst, str(target.template_folder())) == ("raised >= 5%", 3, "looks")


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ('kinds = ["pay_change"]', 'kinds[0]: found "pay_change"; did you mean "pay_changed"? allowed: closed, '),
        ('digest = "dayly"', f'digest: found "dayly" (is no line of five fields); allowed: {DIGEST}'),
        ('digest = "61 8 * * *"', f'digest: found "61 8 * * *" (bad minute); allowed: {DIGEST}'),
        ('digest = "0 8 31 2 *"', f'digest: found "0 8 31 2 *" (bad day-of-month); allowed: {DIGEST}'),
        (
            'quiet_lets_through = "nothing"',
            'quiet_lets_through: found "nothing"; allowed: critical, high, medium, low, none',
        ),
        ("burst = -1", "burst: found -1; allowed: a whole number from 0 to 1000"),
        ("burst = 2.5", "burst: found 2.5; allowed: a whole number from 0 to 1000"),
        ("messages_per_hour = 99999", "messages_per_hour: found 99999; allowed: a whole number from 0 to 10000"),
        ('attach = ["photo"]', 'attach[0]: found "photo"; allowed: page, calendar'),
        ('boards = ["example.com", "jobs for me"]', f'boards[1]: found "jobs for me"; allowed: {BOARDS}'),
        ('boards = ["ftp://example.com"]', f"boards[0]: found a value that is not shown; allowed: {BOARDS}"),
        ('boards = "example.com"', f'boards: found "example.com"; allowed: {BOARDS}'),
        (
            'organizations = ["Example", " & "]',
            (
                'organizations[1]: found " & " (has no letter or digit);'
                " allowed: a list of names, each with a letter or digit"
            ),
        ),
        (
            'keywords = ["-"]',
            (
                'keywords[0]: found "-" (has no letter or digit);'
                ' allowed: a list of words and phrases (["engineer", "data science", "-intern"])'
            ),
        ),
        (
            'keywords = ["Engineer", "intern", "-engineer"]',
            'keywords[2]: found "-engineer" and "engineer"; allowed: one of them',
        ),
        ('pay = ["raised >= 5"]', f'pay[0]: found "raised >= 5"; allowed: {PAY}'),
        ('pay = ["raised > 5%"]', f'pay[0]: found "raised > 5%"; allowed: {PAY}'),
        ('pay = ["lifted"]', f'pay[0]: found "lifted"; allowed: {PAY}'),
        ("pay = [5]", f"pay[0]: found 5; allowed: {PAY}"),
        ('pay = ["added >= 5%"]', f'pay[0]: found "added >= 5%" (added has no percentage); allowed: {PAY}'),
        ('pay = ["cut >= 101%"]', f'pay[0]: found "cut >= 101%" (can never be); allowed: {PAY}'),
        (
            'pay = ["raised >= 0%"]',
            f'pay[0]: found "raised >= 0%" (every change is; write it without ">= 0%"); allowed: {PAY}',
        ),
        (
            'kinds = ["closed"]\npay = ["raised"]',
            'pay: found conditions, but kinds without "pay_changed"; allowed: both or neither',
        ),
        (
            'kinds = ["apply_changed", "recovered"]\nmin_severity = "critical"',
            ('min_severity: found "critical", which none of its kinds ever is; allowed: a lower one, or other kinds'),
        ),
        ('fallback = "nobody"', 'fallback: found "nobody", which is no target; allowed: "other"'),
        ('fallback = "team"', 'fallback: found itself; allowed: "other"'),
        ('fallback = "The other"', 'fallback: found "The other"; allowed: empty or the name of another target'),
        ('template = "https://example.com"', "template: found a value that is not shown; allowed: empty or the path"),
    ],
)
def test_what_cannot_be_meant_is_refused_where_it_stands(refused, key, line):
    found = refused(f"{TARGET}{key}\n{OTHER}")
    assert found.startswith(f"{4 + key.count(chr(10))}: notify.targets[0].{line}")


def test_a_fallback_needs_another_target(refused):
    assert refused(f'{TARGET}fallback = "other"') == (
        '4: notify.targets[0].fallback: found "other", which is no target;'
        " allowed: nothing, for there is no other target"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[notify]\nfailing_after = "1s"', f'2: notify.failing_after: found "1s"; allowed: {LEAST}'),
        ('[notify]\ndown_after = "never"', f'2: notify.down_after: found "never"; allowed: {LEAST}'),
        (
            '[heartbeat]\nurl = "hc.example.com"',
            '2: heartbeat.url: found a value that is not shown; allowed: "https://…" or "http://…"',
        ),
        (
            '[heartbeat]\nurl_env = "X"\nurl_file = "y"',
            "1: heartbeat: found url_file and url_env; allowed: only one of",
        ),
        (
            '[web]\npublic_url = "https://me:secret@monitor.example.com"',
            "2: web.public_url: found a value that is not shown; allowed: empty or an URL without query",
        ),
        ('[web]\npublic_url = "monitor.example.com"', '2: web.public_url: found "monitor.example.com"; allowed: empty'),
        ('[web]\npublic_url = "https://m.example?x=1"', "2: web.public_url: found a value that is not shown; allowed"),
    ],
)
def test_other_keys_are_refused_where_they_stand(refused, text, line):
    assert refused(text).startswith(line)


def test_the_public_url_has_no_slash_at_its_end(loaded):
    assert loaded('[web]\npublic_url = "https://monitor.example.com/jobs/"').web.public_url == (
        "https://monitor.example.com/jobs"
    )


def test_the_heartbeat_is_a_secret_that_can_stand_in_a_file(tmp_path, loaded):
    (tmp_path / "beat").write_text("https://beat.example.com/token\n")
    heartbeat = loaded('[heartbeat]\nurl_file = "beat"\n').heartbeat
    assert heartbeat.resolved_url({}).reveal() == "https://beat.example.com/token"
    assert "beat.example.com" not in repr(loaded('[heartbeat]\nurl = "https://beat.example.com/token"\n'))


def test_the_words_of_boards_may_be_of_any_script():
    names = ("bücher.example", "https://例え.example/求人")
    assert TargetSettings(name="a", url="json://x", boards=names).boards == names
