"""What cannot be done is said in a line, with its exit code, and changes nothing."""

import pytest

from storage import database as opening
from storage.database import Database

ALLOW = "set allow_private_addresses in [fetch]"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("posting", "posting: not a URL: it begins with https:// or http://"),
        ("jobs.example/7", "jobs.example/7: not a URL"),
        ("", ": not a URL"),
        ("http://", "http://: the URL names no host"),
        ("https://exa mple.com/", "not a URL: it has spaces or control characters"),
        ("https://example.com:99999/", "not a URL"),
        ("http://[::1", "not a URL"),
        ("file:///etc/passwd", "file:///etc/passwd: only http and https are fetched, not file"),
        ("ftp://example.com/jobs", "ftp://example.com/jobs: only http and https are fetched, not ftp"),
        ("javascript://x/%0aalert(1)", "only http and https are fetched, not javascript"),
        ("http://127.0.0.1/", f"127.0.0.1 is a loopback address, not a public one; {ALLOW}"),
        ("http://10.1.2.3/jobs", f"10.1.2.3 is a private address, not a public one; {ALLOW}"),
        ("http://169.254.169.254/latest/meta-data", f"is a link-local address, not a public one; {ALLOW}"),
        ("http://[::1]:8000/", f"::1 is a loopback address, not a public one; {ALLOW}"),
        ("http://2130706433/", f"127.0.0.1 is a loopback address, not a public one; {ALLOW}"),
        ("http://localhost:8000/", f"localhost is this machine itself; {ALLOW}"),
        ("https://user:secret@example.com/", "a URL with a user name or password cannot be watched"),
        ("https://no-such-host.invalid/jobs", "the host no-such-host.invalid does not resolve ("),
        (f"https://example.com/{'x' * 3000}", "cannot be watched: 2048 bytes are the limit"),
        ("https://a..b/", "a..b"),
    ],
)
def test_a_url_that_cannot_be_watched_is_refused(filled, monitor, unchanged, url, said):
    err = monitor("add", url, code=2).err
    assert said in err
    assert "nothing was added (1 of 1 cannot be watched)" in err


def test_one_bad_url_keeps_all_from_being_added(filled, monitor, unchanged):
    filled.write_text(filled.read_text() + "[fetch]\nallow_private_addresses = true\n")
    err = monitor("add", "http://127.0.0.1/good", "ftp://127.0.0.1/bad", "http://127.0.0.1/fine", code=2).err
    assert err.splitlines() == [
        "monitor: ftp://127.0.0.1/bad: only http and https are fetched, not ftp",
        "monitor: nothing was added (1 of 3 cannot be watched)",
    ]


def test_many_bad_urls_are_counted_not_listed(filled, monitor, unchanged):
    err = monitor("add", *(f"ftp://127.0.0.1/{number}" for number in range(50)), code=2).err
    assert len(err.splitlines()) == 22
    assert "and 30 more" in err


def test_a_name_that_leads_to_a_private_address_is_refused(filled, monitor, unchanged, monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("192.168.0.9", 0))])
    err = monitor("add", "https://intranet.example/jobs", code=2).err
    assert f"the host intranet.example resolves to 192.168.0.9 is a private address, not a public one; {ALLOW}" in err


@pytest.mark.parametrize(
    "verb",
    [
        ("show",),
        ("history",),
        ("diff",),
        ("explain",),
        ("check",),
        ("reread",),
        ("remove",),
        ("pause",),
        ("resume",),
        ("set", "--every", "1h"),
    ],
)
@pytest.mark.parametrize("wanted", ["99", "0", "9" * 30, "https://jobs.lumen.example/none", "nonsense", "-1", "٣"])
def test_an_unknown_watch_is_said_and_nothing_changes(filled, monitor, unchanged, verb, wanted):
    name, *options = verb
    err = monitor(name, *options, "--", wanted, code=2).err
    assert len(err.splitlines()) == 1
    assert "there is no" in err or "there is neither" in err


@pytest.mark.parametrize("verb", [("explain", 1), ("changes",)])
def test_an_empty_time_is_none(filled, monitor, unchanged, verb):
    assert '"" is no time; allowed: a duration ago' in monitor(*verb, "--since", "", code=2).err


def test_a_removed_watch_is_not_checked(filled, monitor):
    monitor("remove", 1)
    assert "watch 1 was removed; `monitor add https://jobs.lumen.example" in monitor("check", 1, code=2).err


@pytest.mark.parametrize(
    "verb", [("list",), ("add", "https://example.com"), ("check",), ("run",), ("init",), ("read", "x")]
)
def test_broken_toml_is_said_with_its_line(filled, monitor, unchanged, verb):
    filled.write_text("[fetch]\nretries = \n")
    err = monitor(*verb, code=2).err
    assert err == "monitor: monitor.toml:2: found broken TOML: Invalid value; allowed: TOML 1.0\n"


def test_a_wrong_key_is_said_by_every_verb(filled, monitor, unchanged):
    filled.write_text("[fetch]\nretrys = 1\n")
    assert 'monitor.toml:2: fetch.retrys: unknown key; did you mean "retries"?' in monitor("list", code=2).err


def test_a_configuration_that_is_not_there_is_said(filled, monitor, unchanged):
    assert "none.toml: no such file" in monitor("--config", "none.toml", "list", code=2).err


def test_a_database_that_takes_no_writes_is_said(filled, monitor, unchanged, monkeypatch):
    monkeypatch.setattr(opening, "_PRAGMAS", (*opening._PRAGMAS, "PRAGMA query_only = ON"))
    for verb in (("pause", "1"), ("remove", "1", "--purge"), ("set", "1", "--tag", "x")):
        err = monitor(*verb, code=1).err
        assert "takes no writes" in err
        assert len(err.splitlines()) == 1
    assert "takes no writes" in monitor("doctor", code=1).out


def test_a_full_disk_is_said(filled, monitor, unchanged, monkeypatch):
    filled.write_text(filled.read_text() + "[fetch]\nallow_private_addresses = true\n")
    monkeypatch.setattr(opening, "_PRAGMAS", (*opening._PRAGMAS, "PRAGMA max_page_count = 1"))
    many = [f"http://127.0.0.1/{number}/{'x' * 1000}" for number in range(300)]
    assert "make room" in monitor("add", *many, code=1).err


def test_a_database_of_a_newer_schema_is_refused_by_name(filled, monitor, sqlite_url, request):
    database = Database.open(sqlite_url)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    request.getfixturevalue("unchanged")
    filled.write_text(filled.read_text() + "[fetch]\nallow_private_addresses = true\n")
    for verb in (("list",), ("add", "http://127.0.0.1/"), ("check",), ("init",), ("db", "upgrade")):
        assert "schema 9999" in monitor(*verb, code=1).err


def test_a_database_that_is_not_there_is_said(home, monitor):
    assert "`monitor init` makes one" in monitor("list", code=1).err
    assert not (home / "home").exists()


@pytest.mark.parametrize("url", ["mysql://u:secret@h/d", "nonsense:secret", "sqlite://"])
def test_a_database_url_that_cannot_be_used_is_said_without_its_password(home, monitor, url):
    err = monitor("--database", url, "list", code=1).err
    assert "secret" not in err
    assert len(err.splitlines()) == 1


def test_a_file_that_cannot_be_read_is_refused(installed, home, monitor):
    assert "none.html cannot be read: No such file" in monitor("read", "none.html", code=2).err
    (home / "large.html").write_bytes(b"x" * (1024 * 1024 + 1))
    installed.write_text(installed.read_text() + "[fetch]\nmax_body_mib = 1\n")
    assert "large.html is larger than max_body_mib" in monitor("read", "large.html", code=2).err


def test_check_refuses_what_contradicts_itself(filled, monitor, unchanged):
    assert "exclude each other" in monitor("check", 1, "--all", code=2).err
