"""The query verbs: what they print, and their JSON, which is a contract."""

import csv
import io

import pytest

POSTING_URL = "https://jobs.lumen.example/audio-intern"
BOARD_URL = "https://careers.lumen.example/research"
UNREAD_URL = "https://jobs.other.example/7?ref=x"

WATCH_KEYS = [
    "id",
    "url",
    "type",
    "title",
    "organization",
    "locations",
    "status",
    "pay",
    "deadline",
    "state",
    "tags",
    "interval_seconds",
    "last_checked_at",
    "last_outcome",
    "next_check_at",
    "versions",
    "last_change_at",
]
POSTING_KEYS = [
    "workplace",
    "employment_type",
    "posted_on",
    "starts_on",
    "duration",
    "requisition_id",
    "apply_url",
    "language",
    "sections",
    "evidence",
    "version",
    "observed_at",
]
CHANGE_KEYS = [
    "id",
    "watch_id",
    "url",
    "kind",
    "direction",
    "field",
    "before",
    "after",
    "summary",
    "severity",
    "detected_at",
    "from_version",
    "to_version",
]
QUERIES = [
    ("list",),
    ("show", "1"),
    ("show", "2"),
    ("show", "3"),
    ("history", "1"),
    ("diff", "1"),
    ("diff", "1", "1", "3"),
    ("changes",),
    ("explain", "1"),
    ("notify", "pending"),
]


@pytest.mark.parametrize("query", QUERIES)
def test_no_word_of_a_page_reaches_the_terminal_as_anything_but_a_word(filled, monitor, query):
    out = monitor(*query).out
    assert all(char.isprintable() or char == "\n" for char in out)
    if query[:2] in {("show", "1"), ("history", "1")}:
        assert "[bold]Intern[/bold]" in out


@pytest.mark.parametrize("query", [*QUERIES, ("export",), ("db", "check"), ("explain", "3", "--since", "1d")])
def test_json_is_one_document_and_nothing_else(filled, monitor, query):
    options = () if query == ("export",) else ("--json",)
    ran = monitor(*query, *options)
    assert ran.json is not None
    assert ran.err == ""


def test_list_json_is_an_array_of_watches(filled, monitor):
    posting, board, unread = monitor("list", "--json").json
    for watch in (posting, board, unread):
        assert [name for name in WATCH_KEYS if name not in watch] == []
    assert posting["url"] == POSTING_URL
    assert posting["type"] == "posting"
    assert posting["status"] == "closed"
    assert posting["state"] == "active"
    assert posting["tags"] == ["audio", "ny"]
    assert posting["interval_seconds"] == 6 * 3600
    assert posting["versions"] == 3
    assert posting["pay"]["min"] == "60"
    assert posting["pay"]["annual_max"] == "124800"
    assert posting["deadline"]["at"] == "2026-02-05T17:00:00Z"
    assert posting["last_checked_at"] == "2026-01-07T09:30:00Z"
    assert posting["last_change_at"] == "2026-01-07T09:30:00Z"
    assert (board["type"], board["title"], board["locations"]) == ("board", None, [])


def test_what_the_first_check_has_not_found_is_null(filled, monitor):
    unread = monitor("list", "--json").json[2]
    nulls = ("type", "title", "organization", "pay", "deadline", "last_checked_at", "last_outcome", "last_change_at")
    assert [unread[name] for name in nulls] == [None] * len(nulls)
    assert (unread["versions"], unread["status"]) == (0, "unknown")
    shown = monitor("show", 3, "--json").json
    assert (shown["version"], shown["observed_at"], shown["sections"], shown["evidence"]) == (None, None, [], {})


def test_list_can_be_asked_for_a_tag(filled, monitor):
    assert [it["id"] for it in monitor("list", "--tag", "audio", "--json").json] == [1]
    assert "no watch has the tag" in monitor("list", "--tag", "none").out


def test_list_is_a_table_that_fits_the_terminal(filled, monitor, monkeypatch):
    monkeypatch.setenv("COLUMNS", "70")
    narrow = monitor("list").lines
    assert all(len(line) <= 70 for line in narrow)
    assert narrow[0].split()[:2] == ["id", "title"]
    monkeypatch.setenv("COLUMNS", "200")
    wide = "\n".join(monitor("list").lines)
    for word in ("Lumen Audio", "closed", "$60 an hour", "2026-02-05 18:00", "2026-01-07 10:30", "board of 2 postings"):
        assert word in wide
    assert UNREAD_URL in wide


def test_show_prints_each_field_with_the_text_it_was_read_from(filled, monitor):
    out = monitor("show", POSTING_URL).out
    assert "version 3 of 3" in out
    assert 'closed  (text: "Applications closed")' in out
    assert "What you bring" in out
    assert "- one year of audio research" in out


def test_show_json_is_the_watch_and_the_posting(filled, monitor):
    shown = monitor("show", 1, "--json").json
    assert [name for name in (*WATCH_KEYS, *POSTING_KEYS) if name not in shown] == []
    assert shown["evidence"]["status"]["source"] == "text"
    assert shown["workplace"] == "hybrid"
    assert shown["version"] == 3
    assert shown["sections"][0]["kind"] == "requirements"


def test_show_at_a_time_is_what_was_read_then(filled, monitor):
    then = monitor("show", 1, "--at", "2026-01-06 00:00", "--json").json
    assert (then["version"], then["status"], then["pay"]["min"]) == (1, "open", "55")
    assert then["observed_at"] == "2026-01-05T09:30:00Z"
    before = monitor("show", 1, "--at", "2026-01-01", code=1)
    assert "watch 1 had no version at Thu 1 January 2026" in before.err


def test_show_lists_the_roles_of_a_board(filled, monitor):
    assert "- Audio ML" in monitor("show", 2).out
    assert [role["title"] for role in monitor("show", 2, "--json").json["roles"]] == ["Ranking", "Audio ML"]


def test_history_tells_versions_and_changes_oldest_first_with_words_marked(filled, monitor):
    lines = monitor("history", 1).lines
    text = "\n".join(lines)
    assert text.index("version 1") < text.index("pay_changed raised") < text.index("version 3") < text.index("closed  ")
    assert "  pay_changed raised  Pay raised from $55 to $60 an hour  [high]" in lines
    assert "      - $55 an hour" in lines
    assert "      + $60 an hour" in lines
    assert "      - - [-two years-] of audio research" in lines
    assert "      + - {+one year+} of audio research" in lines
    assert "Mon 5 January 2026, 10:30 CET" in text


def test_history_marks_by_colour_on_a_terminal_only(filled, monitor, terminal, monkeypatch):
    out = monitor("history", 1).out
    assert "\x1b[31;1;4mtwo years\x1b[0m" in out
    assert "[-two" not in out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in monitor("history", 1).out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in monitor("history", 1).out


def test_tables_and_comparisons_are_coloured_on_a_terminal_only(filled, monitor, terminal, monkeypatch):
    assert "\x1b[31mclosed" in monitor("list").out
    assert "\x1b[1;4;31mtwo years" in monitor("diff", 1, 1, 3).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in monitor("list").out + monitor("diff", 1, 1, 3).out


def test_history_json_holds_each_version_with_its_changes(filled, monitor):
    history = monitor("history", 1, "--json").json
    assert set(history) >= {"watch", "versions"}
    assert [it["seq"] for it in history["versions"]] == [1, 2, 3]
    assert [[change["kind"] for change in it["changes"]] for it in history["versions"]] == [
        [],
        ["pay_changed", "description_changed"],
        ["closed"],
    ]
    assert set(history["versions"][0]) >= {"seq", "observed_at", "last_seen_at", "changes"}


def test_history_of_a_watch_that_was_never_read_says_so(filled, monitor):
    assert "not checked yet" in monitor("history", 3).out


def test_diff_shows_the_last_two_versions_or_those_named(filled, monitor, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    last = monitor("diff", 1).out
    assert "version 2" in last
    assert "open" in last
    assert "pay" not in last.replace("[bold]", "")
    both = monitor("diff", 1, 1, 3).out
    assert "[-two years-]" in both
    assert "{+one year+}" in both
    assert all(len(line) <= 100 for line in both.splitlines())
    fields = [it["field"] for it in monitor("diff", 1, 1, 3, "--json").json["differences"]]
    assert fields == ["status", "pay", "What you bring"]
    assert "read the same" in monitor("diff", 1, 2, 2).out


def test_diff_without_two_versions_says_why(filled, monitor):
    assert "watch 3 has no version yet" in monitor("diff", 3, code=1).err
    assert "watch 2 has one version only" in monitor("diff", 2, code=1).err
    assert "name both versions or none" in monitor("diff", 1, 2, code=2).err
    assert "watch 1 has no version 9" in monitor("diff", 1, 1, 9, code=2).err


def test_changes_are_told_over_all_watches(filled, monitor, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    kinds = [change["kind"] for change in monitor("changes", "--json").json]
    assert kinds == ["pay_changed", "description_changed", "closed"]
    assert [name for name in CHANGE_KEYS if name not in monitor("changes", "--json").json[0]] == []
    assert "Pay raised from $55 to $60 an hour" in monitor("changes").out


def test_changes_can_be_narrowed(filled, monitor):
    def kinds(*options):
        return [change["kind"] for change in monitor("changes", "--json", *options).json]

    assert kinds("--kind", "closed") == ["closed"]
    assert kinds("--kind", "closed", "--kind", "pay_changed") == ["pay_changed", "closed"]
    assert kinds("--since", "2026-01-07") == ["closed"]
    assert kinds("--tag", "audio", "--kind", "closed") == ["closed"]
    assert kinds("--tag", "none") == []
    assert 'no kind "payed"; allowed: closed, opened' in monitor("changes", "--kind", "payed", code=2).err
    assert '"soon" is no time; allowed: a duration ago' in monitor("changes", "--since", "soon", code=2).err


def test_explain_says_what_a_change_was_read_from_and_who_was_told(filled, monitor):
    filled.write_text(
        filled.read_text()
        + '[[notify.targets]]\nname = "team"\nurl = "json://127.0.0.1"\n'
        + '[[notify.targets]]\nname = "mail"\nurl = "json://127.0.0.1"\nkinds = ["closed"]\n'
    )
    explained = monitor("explain", 1).out
    assert 'read before from text: "Pay: $55/hr"' in explained
    assert 'read after from text: "Pay: $60.00 USD per hour"' in explained
    assert "team: waiting, 0 attempts" in explained
    assert "mail: not told: it asks for the kinds closed" in explained
    (change,) = monitor("explain", 1, "--json").json["changes"]
    assert change["notices"][0]["target"] == "team"


def test_explain_of_a_watch_tells_all_its_changes_and_checks(filled, monitor):
    explained = monitor("explain", POSTING_URL, "--since", "2026-01-06T00:00:00Z")
    assert "checks: 2 changed" in explained.out
    assert explained.out.count("change ") >= 3
    nothing = monitor("explain", UNREAD_URL).out
    assert "checks: none yet" in nothing
    assert "nothing to tell" in nothing
    assert "neither a change 99 nor a watch 99" in monitor("explain", 99, code=2).err


def test_pending_lists_what_waits(filled, monitor):
    (notice,) = monitor("notify", "pending", "--json").json
    assert (notice["target"], notice["state"], notice["change_id"]) == ("team", "waiting", 1)
    assert "team" in monitor("notify", "pending").out


def test_export_json_has_everything(filled, monitor):
    exported = monitor("export").json
    assert [watch["id"] for watch in exported["watches"]] == [1, 2, 3]
    first = exported["watches"][0]
    assert [version["posting"]["pay"]["min"] for version in first["versions"]] == ["55", "60", "60"]
    assert first["versions"][1]["changes"][0]["kind"] == "pay_changed"
    assert exported["watches"][1]["versions"][0]["roles"][0]["title"] == "Ranking"


def test_export_csv_is_a_line_a_watch_without_formulas(filled, monitor, sqlite_url):
    monitor("set", 1, "--tag", "=cmd()")
    rows = list(csv.DictReader(io.StringIO(monitor("export", "--format", "csv").out)))
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["pay_min"] == "60"
    assert rows[0]["deadline_at"] == "2026-02-05T17:00:00Z"
    assert rows[0]["tags"] == "'=cmd()"


def test_export_knows_its_formats(filled, monitor):
    assert "not there yet" in monitor("export", "--format", "ics", code=1).err
    assert "not there yet" in monitor("export", "--format", "atom", code=1).err
    assert "allowed: json, csv, ics, atom" in monitor("export", "--format", "xml", code=2).err
