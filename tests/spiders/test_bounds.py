"""How much of a page is looked at."""

from datetime import UTC, datetime

import pytest

from spiders.pages.bounds import MOST_PIECES, MOST_TEXT, MOST_VALUES
from spiders.posting import Page, Verdict
from spiders.reader import read
from spiders.reading.decoding import decode

NOW = datetime(2026, 1, 15, tzinfo=UTC)
POSTING = "<h1>Welder</h1><h2>Requirements</h2><ul><li>A certificate of welding.</li></ul><a href=/apply>Apply now</a>"
DEEP_OBJECTS = '{"a":' * 100_000 + "1" + "}" * 100_000


def reading(body, content_type="text/html; charset=utf-8"):
    given = body if isinstance(body, bytes) else body.encode()
    return read(Page(url="https://kelp.example/1", body=given, headers={"content-type": content_type}, fetched_at=NOW))


@pytest.mark.parametrize(
    ("body", "content_type", "of_what"),
    [
        (POSTING + "<p>x" * MOST_PIECES, "text/html", "tags and lines"),
        (POSTING + "<pre>" + "x\n" * MOST_PIECES, "text/html", "tags and lines"),
        (POSTING + f"<p>{'x' * MOST_TEXT}", "text/html", "characters of text"),
        ("Welder\n\nRequirements\n" + "x" * MOST_TEXT, "text/plain", "characters of text"),
        ("Welder\n\nRequirements\n" + "x\x85" * MOST_PIECES, "text/plain", "lines"),
        ("[" + "0," * MOST_VALUES + "0]", "application/json", "values of JSON"),
        ("[" * (MOST_VALUES + 1), "application/json", "values of JSON"),
        ("<rss>" + "<item/>" * MOST_PIECES + "</rss>", "application/rss+xml", "tags and lines"),
    ],
)
def test_a_page_of_more_than_any_has_is_an_error(body, content_type, of_what):
    found = reading(body, content_type)
    assert found.verdict is Verdict.ERROR
    assert found.reasons[0].endswith(f"{of_what}, more than any page of postings")


def test_a_page_of_many_tags_is_read():
    assert reading(POSTING + "<p>More words.</p>" * (MOST_PIECES // 4)).verdict is Verdict.POSTING


@pytest.mark.parametrize(
    "body",
    [
        POSTING + "<div>" * 29_000 + "</div>" * 29_000,
        POSTING + "<b>" * 59_000,
        f"{POSTING}<script type='application/ld+json'>{'[' * 100_000}{']' * 100_000}</script>",
        f"{POSTING}<script type='application/ld+json'>{DEEP_OBJECTS}</script>",
    ],
)
def test_what_is_deep_is_read_or_refused(body):
    found = reading(body)
    assert found.verdict in {Verdict.POSTING, Verdict.ERROR}
    assert "reader failed" not in "".join(found.reasons)


@pytest.mark.parametrize(
    "declared",
    ["SYSTEM 'file:///etc/passwd'", "'" + "root:x:0" * 10 + "'", "SYSTEM 'http://127.0.0.1:1/x'"],
)
@pytest.mark.parametrize("kind", ["application/xml", "text/html"])
def test_no_entity_is_resolved(declared, kind):
    body = f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY e {declared}>]><rss><item><title>&e;</title></item></rss>"
    assert "root:" not in repr(reading(body, kind).posting)
    assert "root:" not in repr(reading(body, kind).roles)


@pytest.mark.parametrize(
    "charset", ["base64", "hex", "zlib", "rot13", "punycode", "idna", "undefined", "unicode_escape"]
)
def test_only_charsets_of_the_web_are_known(charset):
    body = "<h1>Müller</h1>".encode("cp1252")
    assert decode(body, {"content-type": f"text/html; charset={charset}"}) == "<h1>Müller</h1>"
