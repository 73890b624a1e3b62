"""The verbs that change what is watched, and those around the installation."""

import json
import os
import stat
from datetime import UTC, datetime

import pytest

from config.loading import default_file_text
from storage import holder
from storage.database import Database
from storage.schema import REVISION

LOCAL = "[fetch]\nallow_private_addresses = true\n"


@pytest.fixture
def local(installed):
    """Loopback may be watched: nothing has to be looked up."""
    installed.write_text(installed.read_text() + LOCAL)
    return installed


def listed(monitor):
    return {watch["url"]: watch for watch in monitor("list", "--json").json}


def test_init_writes_the_commented_file_and_creates_the_database(home, monitor):
    out = monitor("init").out
    assert "wrote monitor.toml" in out
    assert (home / "monitor.toml").read_text() == default_file_text()
    assert stat.S_IMODE((home / "monitor.toml").stat().st_mode) == 0o600
    assert monitor("list", "--json").json == []


def test_init_never_overwrites_a_file_and_may_be_run_again(home, monitor):
    (home / "monitor.toml").write_text('zone = "UTC"\n')
    assert "left as it is" in monitor("init").out
    assert (home / "monitor.toml").read_text() == 'zone = "UTC"\n'
    monitor("init")


def test_init_writes_where_it_is_told(home, monitor):
    monitor("--config", home / "etc" / "m.toml", "init")
    assert (home / "etc" / "m.toml").exists()
    assert "cannot be written" in monitor("--config", "/proc/none/m.toml", "init", code=1).err


def test_add_starts_watching_and_prints_numbers(local, monitor):
    out = monitor("add", "http://127.0.0.1/a", "http://127.0.0.1:8080/b", "--tag", "x", "--every", "1h", "--board").out
    assert out.splitlines() == ["1  http://127.0.0.1/a", "2  http://127.0.0.1:8080/b"]
    watch = listed(monitor)["http://127.0.0.1:8080/b"]
    assert (watch["tags"], watch["interval_seconds"], watch["type"]) == (["x"], 3600, "board")


def test_a_long_list_is_not_due_all_at_once(local, home, monitor):
    (home / "many.txt").write_text("\n".join(f"http://127.0.0.1:{port}/x" for port in range(2000, 2050)))
    monitor("add", "--from", "many.txt")
    monitor("add", "http://127.0.0.1:1999/x")
    due = {it["url"]: it["next_check_at"] for it in monitor("list", "--json").json}
    assert len(set(due.values())) > 25
    assert due["http://127.0.0.1:1999/x"] >= min(due.values())


def test_adding_twice_is_no_error_and_makes_no_second_watch(local, monitor):
    assert monitor("add", "http://127.0.0.1/a", "--json").json == [
        {"id": 1, "url": "http://127.0.0.1/a", "added": True}
    ]
    again = monitor("add", "HTTP://127.0.0.1:80/a", "http://127.0.0.1/a", "--json").json
    assert [(it["id"], it["added"]) for it in again] == [(1, False), (1, False)]
    assert "watched already" in monitor("add", "http://127.0.0.1/a").out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("urls.txt", "# mine\nhttp://127.0.0.1/a\n\n  http://127.0.0.1/b  \n"),
        ("urls.csv", "name,URL,tags,every\nA,http://127.0.0.1/a,audio;ny,1h\nB,http://127.0.0.1/b,,\n"),
        ("urls", "url\thow\nhttp://127.0.0.1/a\tx\nhttp://127.0.0.1/b\ty\n"),
        ("urls.json", json.dumps(["http://127.0.0.1/a", {"url": "http://127.0.0.1/b", "tags": ["audio"]}])),
        ("urls.json", json.dumps({"watches": [{"url": f"http://127.0.0.1/{it}", "type": None} for it in "ab"]})),
        (
            "urls.opml",
            (
                '<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><body><outline text="Jobs">'
                '<outline text="A" htmlUrl="http://127.0.0.1/a" category="/audio,ny"/>'
                '<outline text="B" xmlUrl="http://127.0.0.1/b"/></outline></body></opml>'
            ),
        ),
    ],
)
def test_add_reads_lines_csv_json_and_opml(local, home, monitor, name, text):
    (home / name).write_text(text)
    monitor("add", "--from", name)
    assert set(listed(monitor)) == {"http://127.0.0.1/a", "http://127.0.0.1/b"}


def test_columns_of_a_file_become_tags_interval_and_kind(local, home, monitor):
    (home / "urls.csv").write_text("url,tags,every,type\nhttp://127.0.0.1/a,audio;ny,2h,board\n")
    monitor("add", "--from", "urls.csv", "--tag", "mine")
    (watch,) = listed(monitor).values()
    assert (watch["tags"], watch["interval_seconds"], watch["type"]) == (["audio", "mine", "ny"], 7200, "board")


def test_what_was_exported_can_be_added(filled, home, monitor, sqlite_url, tmp_path):
    exported = monitor("export").json
    for number, watch in enumerate(exported["watches"]):
        watch["url"] = f"http://127.0.0.1/{number}"
    (home / "export.json").write_text(json.dumps(exported))
    filled.write_text(filled.read_text() + LOCAL)
    added = monitor("add", "--from", "export.json", "--json").json
    assert [it["added"] for it in added] == [True, True, True]
    assert listed(monitor)["http://127.0.0.1/0"]["tags"] == ["audio", "ny"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.txt", "", "a.txt names no URL; allowed: one URL a line"),
        ("a.json", "{", "a.json: broken JSON"),
        ("a.json", "[3]", "a.json: item 1: found no URL"),
        ("a.csv", "name,place\nx,y\n", "a.csv:1: found columns name, place; allowed: one of them is called url"),
        ("a.csv", "url,type\nhttp://127.0.0.1/a,feed\n", 'a.csv:2: type: found "feed"; allowed: posting, board'),
        ("a.csv", "url,every\nhttp://127.0.0.1/a,often\n", 'a.csv:2: an interval of "often" cannot be used'),
        ("a.opml", "<opml><body>", "a.opml:1: broken OPML"),
        ("a.txt", "http://127.0.0.1/a\nftp://127.0.0.1/b\n", "a.txt:2: ftp://127.0.0.1/b: only http and https"),
        ("a.bin", "x\0y", "a.bin is no list of URLs: it is not text"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_nothing_is_added(local, home, monitor, unchanged, name, text, said):
    (home / name).write_text(text)
    assert said in monitor("add", "--from", name, code=2).err


def test_an_entity_in_opml_reads_no_file(local, home, monitor, unchanged):
    (home / "secret").write_text("http://127.0.0.1/leaked")
    (home / "a.opml").write_text(
        f'<!DOCTYPE o [<!ENTITY e SYSTEM "file://{home}/secret">]><opml><outline url="x">&e;</outline></opml>'
    )
    assert "leaked" not in monitor("add", "--from", "a.opml", code=2).err


def test_remove_keeps_the_history_unless_purged(filled, monitor):
    assert "removed 1" in monitor("remove", 1).out
    assert [watch["id"] for watch in monitor("list", "--json").json] == [2, 3]
    assert len(monitor("history", 1, "--json").json["versions"]) == 3
    assert "forgot 1" in monitor("remove", "https://jobs.lumen.example/audio-intern", "--purge").out
    assert "there is no watch 1" in monitor("history", 1, code=2).err


def test_pause_and_resume(filled, monitor):
    monitor("pause", 1, 2)
    paused = monitor("show", 1, "--json").json
    assert (paused["state"], paused["next_check_at"]) == ("paused", None)
    assert "resumed 1" in monitor("resume", 1).out
    assert monitor("show", 1, "--json").json["state"] == "active"
    assert "not paused: 1" in monitor("resume", 1).out


def test_set_changes_interval_and_tags(filled, monitor):
    monitor("set", 1, "--every", "2d", "--tag", "new")
    watch = monitor("show", 1, "--json").json
    assert (watch["interval_seconds"], watch["tags"]) == (2 * 86400, ["new"])
    monitor("set", 1, "--tag", "")
    assert monitor("show", 1, "--json").json["tags"] == []


def test_set_gives_the_usual_interval_back(filled, monitor):
    usual = monitor("show", 1, "--json").json["interval_seconds"]
    monitor("set", 1, "--every", "2d")
    assert "every 6h" in monitor("set", 1, "--every", "default").out
    assert monitor("show", 1, "--json").json["interval_seconds"] == usual == 6 * 3600


def test_an_address_that_climbs_is_watched_where_it_leads(local, monitor):
    monitor("add", "http://127.0.0.1/jobs/../careers/./welder", "http://127.0.0.1//a/../b")
    assert set(listed(monitor)) == {"http://127.0.0.1/careers/welder", "http://127.0.0.1//a/../b"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "nothing to set"),
        (("--every", "soon"), 'an interval of "soon" cannot be used: a duration is a whole number and s, m, h, d or w'),
        (("--every", "1s"), "an interval of 1s cannot be used; allowed: 5m (min_interval in [schedule]) to 366d"),
        (("--every", "99999w"), "an interval of 99999w cannot be used"),
    ],
)
def test_set_refuses_what_cannot_be(filled, monitor, unchanged, options, said):
    assert said in monitor("set", 1, *options, code=2).err


@pytest.mark.parametrize("verb", [("web",), ("worker",)])
def test_what_is_not_there_yet_says_so_in_one_line(home, monitor, verb):
    err = monitor(*verb, code=1).err
    assert "is not there yet" in err
    assert len(err.splitlines()) == 1


def test_db_upgrade_brings_an_empty_database_up_to_date(installed, home, monitor):
    assert f"schema {REVISION} already" in monitor("db", "upgrade").out
    url = f"sqlite:///{home}/new.sqlite3"
    assert "`monitor init` makes one" in monitor("--database", url, "db", "upgrade", code=1).err
    (home / "new.sqlite3").touch()
    assert f"schema none → {REVISION}" in monitor("--database", url, "db", "upgrade").out


def test_db_backup_writes_a_copy_that_can_be_used(filled, home, monitor):
    monitor("db", "backup", home / "copy.sqlite3")
    copied = monitor("--database", f"sqlite:///{home}/copy.sqlite3", "history", 1, "--json").json
    assert len(copied["versions"]) == 3


def test_db_check_finds_damage(filled, monitor, sqlite_url):
    assert "the database is well" in monitor("db", "check").out
    database = Database.open(sqlite_url)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE snapshot SET data = x'00'")
    database.close()
    ran = monitor("db", "check", code=1)
    assert "snapshot" in ran.out
    assert "problem" in ran.err


def test_doctor_has_a_line_for_each_thing_and_fails_when_one_does(installed, monitor):
    well = monitor("doctor").lines
    assert [line.split(":")[0].split()[-1] for line in well] == [
        "configuration",
        "database",
        "network",
        "clock",
        "targets",
        "heartbeat",
    ]
    assert all(line.startswith("ok") for line in well)
    installed.write_text(installed.read_text() + '[[notify.targets]]\nname = "team"\nurl_env = "NO_SUCH_VARIABLE"\n')
    ran = monitor("doctor", code=1)
    assert "the environment variable NO_SUCH_VARIABLE is not set" in ran.out
    assert "not well: target team" in ran.err
    findings = monitor("doctor", "--json", code=1).json
    assert [it["check"] for it in findings if not it["ok"]] == ["target team"]


def test_doctor_reads_the_secret_of_the_heartbeat(installed, monitor):
    assert "heartbeat: none" in monitor("doctor").out
    installed.write_text(installed.read_text() + '[heartbeat]\nurl_env = "NO_SUCH_VARIABLE"\n')
    assert "not well: heartbeat" in monitor("doctor", code=1).err


def test_doctor_tries_the_watched_hosts(local, monitor, site):
    monitor("add", site.url("/posting"))
    assert "network: 127.0.0.1 answers" in monitor("doctor").out
    monitor("add", "http://127.0.0.1:9/")
    assert "port 9 cannot be reached" in monitor("doctor", code=1).out


def test_doctor_says_what_is_wrong_with_the_configuration(installed, monitor):
    installed.write_text("[fetch]\nconcurency = 1\n")
    assert "fails configuration" in monitor("doctor", code=1).out


def test_notify_test_knows_its_targets(installed, monitor):
    assert "no target at all; targets: none" in monitor("notify", "test", code=2).err
    installed.write_text(installed.read_text() + '[[notify.targets]]\nname = "team"\nurl = "json://127.0.0.1:9/"\n')
    assert "no target mail; targets: team" in monitor("notify", "test", "mail", code=2).err
    ran = monitor("notify", "test", "team", code=1)
    assert "team: not taken" in ran.out


def test_notify_test_prints_the_answer_of_the_target(installed, monitor, site):
    site.answer("/hook", "thanks")
    installed.write_text(
        installed.read_text() + f'[[notify.targets]]\nname = "team"\nurl = "json://{site.netloc}/hook"\n'
    )
    assert "team: taken" in monitor("notify", "test").out
    assert len(site.asked("/hook")) == 1


def test_notify_retry_sends_again(filled, monitor, site):
    site.answer("/hook", "no", status=500)
    filled.write_text(filled.read_text() + f'[[notify.targets]]\nname = "team"\nurl = "json://{site.netloc}/hook"\n')
    assert "not taken: 1 notice" in monitor("notify", "retry", code=1, noted=True).err
    site.answer("/hook", "thanks")
    again = monitor("notify", "retry", noted=True)
    assert ("trying 1 notice again" in again.out, again.err) == (True, "1 notice sent\n")
    assert monitor("notify", "pending", "--json").json == []
    assert "nothing waits for another attempt" in monitor("notify", "retry").out


def test_what_waits_is_left_to_a_daemon_that_runs(filled, monitor, sqlite_url, site):
    filled.write_text(filled.read_text() + f'[[notify.targets]]\nname = "team"\nurl = "json://{site.netloc}/hook"\n')
    database = Database.open(sqlite_url)
    with holder.hold(database, now=datetime.now(UTC), what="monitor run"):
        assert f"monitor run (pid {os.getpid()}" in monitor("notify", "retry", noted=True).err
        assert "monitor run runs on it" in monitor("doctor", code=None).out
        err = monitor("run", code=1).err
    database.close()
    assert f"the database is held by monitor run (pid {os.getpid()} on " in err
    assert site.asked("/hook") == []


def test_run_reads_the_secrets_before_it_begins(installed, monitor):
    installed.write_text(installed.read_text() + '[[notify.targets]]\nname = "team"\nurl_file = "none"\n')
    assert "monitor.toml:4: notify.targets[0].url_file: cannot read the secret file" in monitor("run", code=2).err


def test_run_reads_the_secret_of_the_heartbeat_too(installed, monitor):
    installed.write_text(installed.read_text() + '[heartbeat]\nurl_file = "none"\n')
    assert "monitor.toml:4: heartbeat.url_file: cannot read the secret file" in monitor("run", code=2).err


def test_help_names_every_verb(home, monitor):
    out = monitor("--help").out
    for verb in ("init", "history", "notify", "db", "demo"):
        assert f"\n  {verb} " in out
    assert "..." not in out.split("Commands:")[1]
    assert monitor().out == out


def test_version_is_printed(home, monitor):
    assert monitor("--version").out.startswith("monitor 0.")


def test_a_misspelt_verb_or_option_is_refused_with_the_nearest(home, monitor):
    assert "Did you mean 'history'" in monitor("histroy", code=2).err
    assert "--jsno" in monitor("list", "--jsno", code=2).err
    assert "-v and -q exclude each other" in monitor("-q", "--verbose", "list", code=2, traced=True).err


def test_a_traceback_is_shown_with_v_only(home, monitor):
    assert "Traceback" in monitor("-v", "list", code=1, traced=True).err
    assert "Traceback" not in monitor("list", code=1).err
