"""Lists of URLs that are made to exhaust us: refused before they are parsed, and before their names are looked up."""

import pytest

from monitor.cli.wanted import MOST_PAGES, wanted_in

MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.txt", "ftp://x/\n" * (MOST_PAGES + 1), "a.txt names more than 20,000 pages: add them by several files"),
        ("a.csv", "url\n" + "ftp://x/\n" * (MOST_PAGES + 1), "a.csv names more than 20,000 pages"),
        ("a.json", "[" + '"x",' * MOST_PAGES + '"x"]', "a.json names more than 20,000 pages"),
        ("a.txt", "#" * 17 * MIB, "a.txt is larger than 16 MiB: add its pages by several files"),
        ("a.txt", "#\n" * 500_001, "a.txt has more than 500,000 lines"),
        ("a.csv", "url\n" + "\n" * 500_001, "a.csv has more than 500,000 lines"),
        ("a.txt", f"x\nhttp://127.0.0.1/{'x' * MIB}", "a.txt:2: a line has more than 262,144 characters"),
        ("a.csv", "url\n" + "," * MIB, "a.csv:2: a line has more than 262,144 characters"),
        ("a.json", "[" * 400_001, "a.json has 400,001 values, more than 400,000"),
        ("a.opml", "<opml>" + "<a/>" * 400_000, "a.opml has 400,001 tags and attributes, more than 400,000"),
        ("a.opml", "<opml><a " + "b='' " * 400_000, "a.opml has 400,002 tags and attributes"),
        ("a.opml", "<!DOCTYPE opml><opml/>", "a.opml: found a document type; allowed: OPML without one"),
    ],
)
def test_more_than_a_list_has_is_refused(filled, home, monitor, unchanged, name, text, said):
    (home / name).write_text(text)
    assert said in monitor("add", "--from", name, code=2).err


def test_as_many_pages_as_are_allowed_are_found(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("http://127.0.0.1/\n" * MOST_PAGES)
    assert len(wanted_in(path)) == MOST_PAGES


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("name", "begin"), [("a.txt", ""), ("a.csv", "url{end}")])
def test_lines_of_every_system_are_read(tmp_path, end, name, begin):
    path = tmp_path / name
    path.write_bytes(f"{begin.format(end=end)}http://a/{end}{end}http://b/".encode())
    assert [it.url for it in wanted_in(path)] == ["http://a/", "http://b/"]


def test_an_outline_is_read_as_utf_8_whatever_it_declares(tmp_path):
    path = tmp_path / "a.opml"
    path.write_text("<?xml version='1.0' encoding='utf-7'?><opml><outline url='http://a/+ADw-ü'/></opml>")
    assert [it.url for it in wanted_in(path)] == ["http://a/+ADw-ü"]


def test_names_are_not_looked_up_where_many_lead_nowhere(filled, home, monitor, unchanged, monkeypatch):
    asked = []

    def nowhere(name, *_, **__):
        asked.append(name)
        raise OSError(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", nowhere)
    (home / "a.txt").write_text("".join(f"http://a{number}.invalid/\n" for number in range(1000)))
    err = monitor("add", "--from", "a.txt", code=2).err
    assert "nothing was added (at least 32 of 1000 cannot be watched)" in err
    assert len(asked) == 32


def test_names_are_not_looked_up_beside_many_that_are_refused_anyway(filled, home, monitor, unchanged, monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: pytest.fail("looked up"))
    (home / "a.txt").write_text("ftp://a/\n" + "".join(f"ftp://a/{it}\n" for it in range(20)) + "http://b.invalid/\n")
    assert "at least 21 of 22" in monitor("add", "--from", "a.txt", code=2).err


def test_a_url_that_is_none_for_its_length_is_shown_cut(filled, home, monitor, unchanged):
    (home / "a.txt").write_text("http://127.0.0.1/" + "x" * 100_000)
    err = monitor("add", "--from", "a.txt", code=2).err
    assert "xxx…: a URL of 100017 characters cannot be watched" in err
    assert len(err) < 1000
