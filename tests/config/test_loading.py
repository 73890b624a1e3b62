"""Where the configuration comes from, and the one line that says what is wrong with it."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from config.errors import ConfigError
from config.loading import find, load

TOKEN = "slack://tokenA/tokenB/tokenC"
TARGET = '[[notify.targets]]\nname = "team"\n'


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Each test stands in an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def environ(tmp_path):
    return {"HOME": str(tmp_path / "home")}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def refusal(text: str, environ) -> str:
    """The line that a file is refused with, less the file's name."""
    file = write(Path("given.toml").absolute(), text)
    with pytest.raises(ConfigError) as error:
        load(file, environ=environ)
    line = str(error.value)
    assert line.startswith(f"{file}:")
    assert_one_good_line(line)
    return line.removeprefix(f"{file}:").strip()


def assert_one_good_line(line: str) -> None:
    assert line.isprintable()
    assert "allowed: " in line
    assert "token" not in line.replace("token_file", "")


def test_no_file_gives_the_defaults(environ):
    settings = load(environ=environ)
    assert settings.fetch.concurrency == 16
    assert settings.source is None


def test_the_first_of_the_usual_places_wins_alone(tmp_path, environ):
    home = write(tmp_path / "home/.config/monitor/monitor.toml", "[fetch]\nconcurrency = 2\nretries = 7\n")
    assert load(environ=environ).fetch.concurrency == 2
    assert load(environ=environ).source == home
    xdg = write(tmp_path / "xdg/monitor/monitor.toml", "[fetch]\nconcurrency = 3\n")
    environ["XDG_CONFIG_HOME"] = str(tmp_path / "xdg")
    assert find(None, environ) == xdg
    write(Path("monitor.toml"), "[fetch]\nconcurrency = 4\n")
    assert load(environ=environ).fetch.concurrency == 4
    assert load(environ=environ).fetch.retries == 2
    environ["MONITOR_CONFIG"] = str(write(tmp_path / "named.toml", "[fetch]\nconcurrency = 5\n"))
    assert load(environ=environ).fetch.concurrency == 5
    option = write(tmp_path / "option.toml", "[fetch]\nconcurrency = 6\n")
    assert load(option, environ=environ).fetch.concurrency == 6


def test_the_environment_wins_over_the_file(environ):
    write(Path("monitor.toml"), '[fetch]\nconcurrency = 4\n[schedule]\ndefault_interval = "1h"\n')
    environ |= {
        "MONITOR_FETCH__CONCURRENCY": "64",
        "MONITOR_FETCH__OBEY_ROBOTS": "no",
        "MONITOR_SCHEDULE__DEADLINE_SOON": '["3d"]',
        "MONITOR_WEB": '{"bind": "127.0.0.1:1"}',
        "MONITOR_ZONE": "Europe/Berlin",
    }
    settings = load(environ=environ)
    assert settings.fetch.concurrency == 64
    assert settings.fetch.obey_robots is False
    assert settings.schedule.deadline_soon == (timedelta(days=3),)
    assert settings.schedule.default_interval == timedelta(hours=1)
    assert settings.web.bind == "127.0.0.1:1"
    assert settings.zone == "Europe/Berlin"


def test_targets_come_from_the_environment_as_json(environ):
    environ["MONITOR_NOTIFY__TARGETS"] = f'[{{"name": "team", "url": "{TOKEN}", "kinds": ["closed"]}}]'
    (target,) = load(environ=environ).notify.targets
    assert target.resolved_url().reveal() == TOKEN
    assert target.kinds == ("closed",)


def test_one_way_to_name_the_database_replaces_another(environ):
    write(Path("monitor.toml"), '[database]\nurl_file = "secret"\n')
    assert load(database_url="sqlite:///a", environ=environ).database.resolved_url(environ) == "sqlite:///a"
    environ["MONITOR_DATABASE__URL"] = "sqlite:///b"
    assert load(environ=environ).database.resolved_url(environ) == "sqlite:///b"
    assert load(database_url="sqlite:///a", environ=environ).database.resolved_url(environ) == "sqlite:///a"


def test_variables_that_are_no_keys_are_left_alone(environ):
    environ |= {"MONITOR_SERVICE_HOST": "10.0.0.1", "MONITOR_SHARED": "x", "MONITOR_TEAM_URL": TOKEN}
    assert load(environ=environ) == load(environ={"HOME": environ["HOME"]})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[fetch]\nconcurrency = "16"\n', '2: fetch.concurrency: found "16"; allowed: a whole number from 1 to 256'),
        ("[fetch]\n\nconcurrency = 999", "3: fetch.concurrency: found 999; allowed: a whole number from 1 to 256"),
        ("fetch.concurrency = true", "1: fetch.concurrency: found true; allowed: a whole number from 1 to 256"),
        ("[fetch]\nobey_robots = 1", "2: fetch.obey_robots: found 1; allowed: true or false"),
        ("fetch = 3", "1: fetch: found 3; allowed: a table of keys"),
        ("[schedule]\njitter = nan", "2: schedule.jitter: found NaN; allowed: a number from 0 to 0.5"),
        (
            '[schedule]\nmin_interval = "0s"',
            '2: schedule.min_interval: found "0s"; allowed: a number and s, m, h, d or w ("15m", "6h"), at least 1s',
        ),
        (
            '[schedule]\ndeadline_soon = ["7d", "soon"]',
            '2: schedule.deadline_soon[1]: found "soon"; allowed: a list of durations (["7d", "12h"])',
        ),
        ("zone = 3", '1: zone: found 3; allowed: an IANA name ("Europe/Berlin")'),
        ('zone = "Mars"', '1: zone: found "Mars" (no such zone); allowed: an IANA name ("Europe/Berlin")'),
        (
            '[fetch]\nuser_agent = "a\\nCookie: x"',
            (
                r'2: fetch.user_agent: found "a\nCookie: x" (has line breaks or control characters);'
                " allowed: one line of ASCII, at most 300 characters"
            ),
        ),
        (
            '[fetch]\ncontact = "Zoë"',
            (
                r'2: fetch.contact: found "Zo\u00eb" (has letters that no header may have);'
                " allowed: one line of ASCII, at most 200 characters"
            ),
        ),
        ('[web]\nbind = "here"', '2: web.bind: found "here"; allowed: "ADDRESS:PORT" ("127.0.0.1:8765")'),
        (
            "[web]\nenabled = true",
            "1: web: found enabled = true; allowed: false (the web page is not in this version yet)",
        ),
        (
            '[schedule]\ndefault_interval = "1m"',
            "1: schedule: found default_interval shorter than min_interval; allowed: at least as long",
        ),
        (
            f'{TARGET}url = "{TOKEN}"\nmin_severity = "hihg"',
            (
                '4: notify.targets[0].min_severity: found "hihg"; did you mean "high"?'
                " allowed: critical, high, medium, low"
            ),
        ),
        (
            f'{TARGET}url = "{TOKEN}"\nquiet_hours = "22-07"',
            '4: notify.targets[0].quiet_hours: found "22-07"; allowed: empty or "HH:MM-HH:MM" ("22:00-07:00")',
        ),
        (
            f'{TARGET}url = "{TOKEN}"\nquiet_hours = "07:00-07:00"',
            (
                '4: notify.targets[0].quiet_hours: found "07:00-07:00" (begins and ends at the same time);'
                ' allowed: empty or "HH:MM-HH:MM" ("22:00-07:00")'
            ),
        ),
        (
            '[[notify.targets]]\nname = "The team"\nurl = "x://"',
            '2: notify.targets[0].name: found "The team"; allowed: 1 to 64 of a-z, 0-9, _ and -',
        ),
        (
            f'[[notify.targets]]\nurl = "{TOKEN}"',
            "1: notify.targets[0].name: found nothing; allowed: 1 to 64 of a-z, 0-9, _ and -",
        ),
        (TARGET, "1: notify.targets[0]: found no URL; allowed: one of url, url_file, url_env, url_credential"),
        (
            f'{TARGET}url = "{TOKEN}"\nurl_env = "X"',
            "1: notify.targets[0]: found url and url_env; allowed: only one of them",
        ),
        (
            f'{TARGET}url = "{TOKEN}"\n' * 2,
            '5: notify.targets[1].name: found two targets called "team"; allowed: each name once',
        ),
        (f"{TARGET}url = 7", "3: notify.targets[0].url: found a number; allowed: an URL"),
        (
            f'[notify]\ntargets = "{TOKEN}"',
            "2: notify.targets: found a value that is not shown; allowed: [[notify.targets]] tables",
        ),
        (f'{TARGET}tags = "{TOKEN}"\nurl="x://"', None),
        (f'{TARGET}url_file = "{TOKEN}"', None),
        (f'{TARGET}url_env = "{TOKEN}"', None),
        (f'{TARGET}url_credential = "{TOKEN}"', None),
        (f'database = "{TOKEN}"', None),
        ('[fetch]\n"a\\nb" = 1', None),
        ("[fetch\n", "1: found broken TOML: Expected ']' at the end of a table declaration; allowed: TOML 1.0"),
        ("a = 1\na = 2\n\n", None),
        ("x = 1\n\ny = \n", "3: found broken TOML: Invalid value; allowed: TOML 1.0"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_without_secrets(environ, text, line):
    found = refusal(text, environ)
    assert line is None or found == line


def test_an_unknown_key_is_refused_with_the_nearest_one(environ):
    line = refusal(f'{TARGET}urll = "{TOKEN}"\n', environ)
    assert line.startswith('3: notify.targets[0].urll: unknown key; did you mean "url"? allowed: attach, boards, ')
    assert refusal("fech = 1\n", environ).startswith('1: fech: unknown key; did you mean "fetch"? allowed: database, ')


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("FETCH__CONCURRENCY", "many", 'fetch.concurrency: found "many"; allowed: a whole number from 1 to 256'),
        ("FETCH", "7", "fetch: found 7; allowed: a table of keys"),
        ("FETCH__TIMEOUT_SECONDS", "inf", 'fetch.timeout_seconds: found "inf"; allowed: a number from 1 to 600'),
        ("NOTIFY__TARGETS", TOKEN, "notify.targets: found text that is not JSON; allowed: JSON"),
        ("DATABASE", TOKEN, "database: found text that is not JSON; allowed: JSON"),
        (
            "NOTIFY__TARGETS",
            f'[{{"name": "A b", "url": "{TOKEN}"}}]',
            'notify.targets[0].name: found "A b"; allowed: 1 to 64 of a-z, 0-9, _ and -',
        ),
        (
            "SCHEDULE__DEFAULT_INTERVAL",
            "3600",
            (
                'schedule.default_interval: found "3600";'
                ' allowed: a number and s, m, h, d or w ("15m", "6h"), at least min_interval'
            ),
        ),
        ("FECH__RETRIES", "1", 'fech: unknown key; did you mean "fetch"? allowed: '),
        ("FETCH__RETRYS", "1", 'fetch.retrys: unknown key; did you mean "retries"? allowed: '),
    ],
)
def test_a_wrong_variable_is_named(environ, name, value, line):
    environ[f"MONITOR_{name}"] = value
    with pytest.raises(ConfigError) as error:
        load(environ=environ)
    assert str(error.value).startswith(f"MONITOR_{name}: {line}")
    assert_one_good_line(str(error.value))


def test_a_missing_unreadable_or_binary_file_is_refused(tmp_path, environ):
    with pytest.raises(ConfigError, match=r"none\.toml: no such file; allowed: .* `monitor init`"):
        load(tmp_path / "none.toml", environ=environ)
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        load(tmp_path, environ=environ)
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"binary\.toml: is not text"):
        load(tmp_path / "binary.toml", environ=environ)
    environ["MONITOR_CONFIG"] = str(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="no such file"):
        load(environ=environ)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = " + "[" * 10_000, "arrays or tables too deep"),
        (".".join(["a"] * 10_000) + " = 1", "found 9,999 dots in a line"),
        ("[fetch]\nretries = " + "9" * 5_000, "Exceeds the limit"),
        ("#" * 256 * 1024 + "\n", "is larger than 256 KiB"),
    ],
)
def test_a_file_that_is_made_to_exhaust_us_is_refused(tmp_path, text, found):
    path = tmp_path / "monitor.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=found):
        load(path)


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("NOTIFY__TARGETS", "[" * 100_000, "notify.targets: found text that is not JSON"),
        ("NOTIFY__TARGETS", '{"a":' * 100_000, "notify.targets: found text that is not JSON"),
        ("A__" * 30_000 + "B", "1", "found a key of 30,001 parts; allowed: keys of settings"),
        ("FETCH__RETRIES", "9" * 100_000, 'fetch.retries: found "9999'),
    ],
)
def test_a_variable_that_is_made_to_exhaust_us_is_refused(environ, name, value, found):
    environ[f"MONITOR_{name}"] = value
    with pytest.raises(ConfigError, match=re.escape(found)) as error:
        load(environ=environ)
    assert len(str(error.value)) < 300
