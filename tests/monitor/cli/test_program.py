"""The real program, as a process: the main path, and what only a process shows."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("monitor")

PAGE = """<!doctype html><html lang="en"><head><title>Archivist at Fennel Museum</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "JobPosting", "title": "Archivist",
"description": "<p>{words}</p>", "datePosted": "2026-01-02", "hiringOrganization": {{"@type": "Organization", "name":
"Fennel Museum"}}, "jobLocation": {{"@type": "Place", "address": {{"@type": "PostalAddress", "addressLocality": "Leeds",
"addressCountry": "GB"}}}}, "baseSalary": {{"@type": "MonetaryAmount", "currency": "GBP", "value": {{"@type":
"QuantitativeValue", "value": {pay}, "unitText": "YEAR"}}}}}}</script></head>
<body><main><h1>Archivist</h1><p>{words}</p></main></body></html>"""
WORDS = "You will look after the letters of the museum, describe them and answer those who ask about them. " * 4


@pytest.fixture
def run(home):
    """Runs the program in the test's folder."""

    def running(*arguments, code=0, **environment):
        done = subprocess.run(
            [PROGRAM, *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
            env={**os.environ, **environment},
        )
        assert (done.returncode, done.stderr if done.returncode != code else "") == (code, "")
        return done

    return running


@pytest.fixture
def board(site, home):
    """A site with a posting, which may be watched."""
    site.answer("/robots.txt", "User-agent: *\nAllow: /\n", headers={"Content-Type": "text/plain"})
    site.answer("/archivist", PAGE.format(pay=30000, words=WORDS), headers={"Content-Type": "text/html"})
    (home / "monitor.toml").write_text(
        'zone = "Europe/London"\n[fetch]\nallow_private_addresses = true\nper_domain_delay_seconds = 0\nretries = 0\n'
        f'[[notify.targets]]\nname = "team"\nurl = "json://{site.netloc}/hook"\n'
    )
    site.answer("/hook", "thanks")
    return site


def test_a_posting_is_added_seen_changing_told_and_explained(board, run):
    run("init")
    url = board.url("/archivist")
    assert run("add", url).stdout == f"1  {url}\n"
    first = run("check")
    assert "1 check: 1 changed" in first.stdout
    assert board.asked("/hook") == []
    board.answer("/archivist", PAGE.format(pay=32000, words=WORDS), headers={"Content-Type": "text/html"})
    again = run("check", 1)
    assert "pay_changed raised" in again.stdout
    assert len(board.asked("/hook")) == 1
    history = json.loads(run("history", 1, "--json").stdout)
    assert [change["kind"] for version in history["versions"] for change in version["changes"]] == ["pay_changed"]
    assert "£30,000" in run("diff", 1).stdout
    assert "team: told, 1 attempt" in run("explain", 1).stdout
    assert "1 page read again, 0 of them differently" in run("reread", 1).stdout
    assert "0 of them differently" in run("reread", "--dry-run").stdout


def test_no_notify_and_strict(board, run):
    run("init")
    run("add", board.url("/archivist"), board.url("/gone"))
    done = run("check", "--all", "--strict", code=1)
    assert "1 of 2 pages could not be read (--strict)" in done.stderr
    board.answer("/archivist", PAGE.format(pay=32000, words=WORDS), headers={"Content-Type": "text/html"})
    run("check", 1, "--no-notify")
    assert board.asked("/hook") == []
    assert len(json.loads(run("notify", "pending", "--json").stdout)) == 1
    assert "nothing is due" in run("check", "--due").stdout


def test_quiet_prints_nothing_but_errors(board, run):
    run("init")
    run("add", board.url("/archivist"), board.url("/gone"))
    done = run("-q", "check")
    assert (done.stdout, done.stderr) == ("", "")
    assert run("-q", "check").stdout == ""


def test_a_bar_shows_how_far_the_checks_are_where_somebody_looks(board, run):
    run("init")
    run("add", board.url("/archivist"))
    ours, its = pty.openpty()
    checking = subprocess.Popen(
        [PROGRAM, "check"], stdout=subprocess.PIPE, stderr=its, env={**os.environ, "TERM": "xterm"}
    )
    os.close(its)
    shown = b"".join(iter(lambda: read_some(ours), b""))
    out = checking.communicate(timeout=60)[0].decode()
    os.close(ours)
    assert b"checking" in shown
    assert b"0/1" in shown
    assert "1 check: 1 changed" in out


def read_some(terminal):
    """What was written to a terminal; nothing once its last writer is gone, which Linux tells as an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_read_takes_files_and_live_pages_in_order(board, run, home):
    (home / "saved.html").write_text(PAGE.format(pay=31000, words=WORDS))
    (home / "junk.html").write_bytes(os.urandom(4096))
    done = run("read", "saved.html", board.url("/archivist"), board.url("/gone"), "junk.html", "--json", code=1)
    saved, live, gone, junk = json.loads(done.stdout)
    assert (saved["source"], saved["verdict"], saved["posting"]["pay"]["min"]) == ("saved.html", "posting", "31000")
    assert (live["verdict"], live["posting"]["pay"]["min"]) == ("posting", "30000")
    assert (gone["verdict"], gone["posting"], gone["roles"]) == ("gone", None, None)
    assert junk["posting"] is None
    explained = run("read", "saved.html", "--explain", "--url", "https://jobs.example/7").stdout
    assert "(json-ld" in explained
    assert "(json-ld" not in run("read", "saved.html").stdout


def test_follow_goes_on_until_interrupted(board, run, home):
    run("init")
    following = subprocess.Popen([PROGRAM, "changes", "--follow", "--json"], stdout=subprocess.PIPE, text=True)
    try:
        run("add", board.url("/archivist"))
        run("check")
        board.answer("/archivist", PAGE.format(pay=32000, words=WORDS), headers={"Content-Type": "text/html"})
        run("check", 1)
        assert following.stdout is not None
        assert json.loads(following.stdout.readline())["kind"] == "pay_changed"
        following.send_signal(signal.SIGINT)
        assert following.wait(timeout=20) == 130
    finally:
        following.kill()
        following.communicate()


def test_errors_are_one_line_on_standard_error(home, run):
    done = run("list", code=1)
    assert done.stdout == ""
    assert done.stderr.startswith("monitor: there is no database at ")
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" in run("-v", "list", code=1).stderr


def test_a_reader_that_goes_away_is_no_error_to_speak_of(home, run):
    run("init")
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; '{PROGRAM}' --help | true"], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr


def test_a_table_survives_a_terminal_of_few_letters(home, run):
    run("init")
    run("add", "http://127.0.0.1/zażółć", MONITOR_FETCH__ALLOW_PRIVATE_ADDRESSES="true")
    assert "http://127.0.0.1/za" in run("list", PYTHONIOENCODING="ascii", COLUMNS="200").stdout
    assert json.loads(run("list", "--json", PYTHONIOENCODING="ascii").stdout)[0]["url"] == "http://127.0.0.1/zażółć"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_verbs_and_options(home, run, shell):
    """As the shell's script asks: the words in the environment, the answers on standard output."""
    asked = {"COMP_WORDS": "monitor hist", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "monitor hist"}
    asked |= {"_TYPER_COMPLETE_FISH_ACTION": "get-args", "_MONITOR_COMPLETE": f"complete_{shell}"}
    assert "history" in run(**asked).stdout
    asked |= {"COMP_WORDS": "monitor list --j", "COMP_CWORD": "2", "_TYPER_COMPLETE_ARGS": "monitor list --j"}
    assert "--json" in run(**asked).stdout


def test_a_short_command_loads_nothing_that_it_does_not_need(filled, run):
    """What these cost is measured by bench/history_cpu.py."""
    heavy = "alembic apprise apscheduler deepdiff lxml pydantic_settings rich.console scrapy spiders monitor.changes"
    code = (
        "import sys; from monitor.cli.program import run; run(['history', '1']); "
        f"print('loaded', [it for it in '{heavy}'.split() if it in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pay_changed raised" in done.stdout
    assert done.stdout.splitlines()[-1] == "loaded []"
