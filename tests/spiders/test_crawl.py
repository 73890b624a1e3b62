"""The crawler program: what it answers to what sites do."""

import gzip
import hashlib
import signal
import socket
import subprocess
import sys
import time
import zlib

import brotli
import pytest
import zstandard

from spiders import wire
from spiders.observation import CheckRequest, Instructions, Result
from spiders.posting import Verdict
from spiders.reader import READER_VERSION
from spiders.wire import Alive

MIB = 1024 * 1024
CRAWL = (sys.executable, "-P", "-m", "spiders.crawl")

POSTING = """<!doctype html><html lang="en"><head><title>Harbour Analyst - Quaylight Freight</title></head><body>
<main><h1>Harbour Analyst</h1><p>Quaylight Freight, Rotterdam</p>
<h2>About the role</h2><p>You watch the tides of cargo and say what they mean for our customers.</p>
<h2>Requirements</h2><ul><li>Two years with port data</li><li>Clear writing</li></ul>
<p>Salary: EUR 52,000 to EUR 61,000 a year. Apply by 5 February 2030.</p></main></body></html>"""

CHALLENGE = """<!doctype html><html><head><title>Just a moment...</title></head><body>
<noscript>Enable JavaScript and cookies to continue</noscript><div id="cf-challenge-running"></div>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>"""


def wait_until(happened):
    for _ in range(1000):
        if happened():
            return
        time.sleep(0.01)
    raise AssertionError("it did not happen")


@pytest.fixture
def crawl(crawling):
    return crawling()


def test_a_page_is_read_with_all_that_the_hub_needs(crawl, site):
    site.answer(
        "/posting",
        POSTING,
        headers={"ETag": '"v1"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT", "Content-Language": "en"},
    )
    seen = crawl.check(site.url("/posting"))
    assert seen.result is Result.READ
    assert seen.reason is None
    assert seen.http_status == 200
    assert seen.final_url == site.url("/posting")
    assert seen.body == POSTING.encode()
    assert seen.body_hash == hashlib.sha256(POSTING.encode()).hexdigest()
    assert seen.reading.posting.title == "Harbour Analyst"
    assert seen.reader_version == READER_VERSION
    assert (seen.etag, seen.last_modified) == ('"v1"', "Mon, 02 Nov 2026 10:00:00 GMT")
    assert seen.headers == {"content-type": "text/html; charset=utf-8", "content-language": "en"}
    assert seen.elapsed_seconds > 0


def test_says_who_it_is_and_sends_no_cookie_and_no_referer(crawl, site):
    site.answer("/old", status=302, headers={"Location": "/posting", "Set-Cookie": "a=b; Path=/"})
    site.answer("/posting", POSTING)
    crawl.check(site.url("/old"))
    for hit in site.hits:
        assert hit.headers["user-agent"].startswith("posting-monitor/")
        assert "mailto:us@example.org" in hit.headers["user-agent"]
        assert not hit.headers.keys() & {"cookie", "referer"}


def test_says_which_page_it_reads_before_it_does(crawl, site):
    site.answer("/posting", POSTING)
    seen = crawl.check(site.url("/posting"))
    mine = [line for line in crawl.lines if seen.id in (getattr(line, "reading", None), getattr(line, "id", None))]
    assert mine == [Alive(reading=seen.id), seen]


def test_the_same_url_is_fetched_as_often_as_asked(crawl, site):
    site.answer("/posting", POSTING)
    seen = crawl.checks([{"url": site.url("/posting")}] * 3)
    assert [it.result for it in seen] == [Result.READ] * 3
    assert len(site.asked("/posting")) == 3


@pytest.mark.parametrize(
    ("status", "result"),
    [
        (404, Result.MISSING),
        (410, Result.MISSING),
        (401, Result.BLOCKED),
        (403, Result.BLOCKED),
        (407, Result.BLOCKED),
        (451, Result.BLOCKED),
        (204, Result.FAILED),
        (206, Result.FAILED),
        (304, Result.FAILED),
        (400, Result.FAILED),
        (429, Result.FAILED),
        (500, Result.FAILED),
        (503, Result.FAILED),
        (520, Result.FAILED),
    ],
)
def test_a_status_that_is_no_page_says_so(crawl, site, status, result):
    site.answer("/x", "" if status in {204, 304} else "<h1>no</h1>", status=status)
    seen = crawl.check(site.url("/x"))
    assert seen.result is result
    assert seen.http_status == status
    assert seen.reason.startswith(f"HTTP {status}")
    assert seen.reading is None
    assert seen.body == (b"<h1>no</h1>" if result is Result.BLOCKED else None)


@pytest.mark.parametrize("status", [200, 202, 403, 429, 503])
def test_a_challenge_is_blocked_whatever_its_status(crawl, site, status):
    site.answer("/x", CHALLENGE, status=status)
    seen = crawl.check(site.url("/x"))
    assert seen.result is Result.BLOCKED
    assert seen.reading is None
    assert seen.body == CHALLENGE.encode()


class TestWhenNothingChanged:
    def test_the_validators_are_sent_and_304_is_not_modified(self, crawl, site):
        site.answer("/posting", status=304)
        seen = crawl.check(site.url("/posting"), etag='W/"7"', last_modified="Mon, 02 Nov 2026 10:00:00 GMT")
        assert seen.result is Result.NOT_MODIFIED
        headers = site.hits[0].headers
        assert headers["if-none-match"] == 'W/"7"'
        assert "if-modified-since" not in headers

    def test_a_date_alone_is_sent_too(self, crawl, site):
        site.answer("/posting", status=304)
        seen = crawl.check(site.url("/posting"), last_modified="Mon, 02 Nov 2026 10:00:00 GMT")
        assert seen.result is Result.NOT_MODIFIED
        assert site.hits[0].headers["if-modified-since"] == "Mon, 02 Nov 2026 10:00:00 GMT"

    def test_the_validators_are_not_sent_to_where_a_redirect_leads(self, crawl, site):
        site.answer("/posting", status=302, headers={"Location": "/list"})
        site.answer("/list", POSTING)
        seen = crawl.check(site.url("/posting"), etag='"7"')
        assert seen.final_url == site.url("/list")
        assert "if-none-match" not in site.asked("/list")[0].headers

    def test_an_equal_body_is_not_read(self, crawl, site):
        site.answer("/posting", POSTING)
        known = hashlib.sha256(POSTING.encode()).hexdigest()
        seen = crawl.check(site.url("/posting"), body_hash=known, reader_version=READER_VERSION)
        assert seen.result is Result.SAME_BODY
        assert Alive(reading=seen.id) not in crawl.lines

    def test_an_equal_body_that_another_reader_read_is_read_anew(self, crawl, site):
        site.answer("/posting", POSTING)
        known = hashlib.sha256(POSTING.encode()).hexdigest()
        seen = crawl.check(site.url("/posting"), body_hash=known, reader_version=READER_VERSION - 1)
        assert seen.result is Result.READ

    def test_an_equal_record_sends_no_body(self, crawl, site):
        site.answers("/posting", site.make(POSTING), site.make(POSTING + "<!-- token 81b2 -->"))
        first = crawl.check(site.url("/posting"))
        seen = crawl.check(site.url("/posting"), record_hash=first.record_hash, body_hash=first.body_hash)
        assert seen.result is Result.SAME_RECORD
        assert (seen.body, seen.reading) == (None, None)
        assert seen.record_hash == first.record_hash
        assert seen.body_hash != first.body_hash


class TestBodies:
    @pytest.mark.parametrize(
        ("encoding", "encode"),
        [
            ("gzip", gzip.compress),
            ("deflate", zlib.compress),
            ("br", brotli.compress),
            ("zstd", zstandard.ZstdCompressor().compress),
        ],
    )
    def test_compressed_pages_are_read(self, crawl, site, encoding, encode):
        site.answer("/x", encode(POSTING.encode()), headers={"Content-Encoding": encoding})
        seen = crawl.check(site.url("/x"))
        assert seen.body == POSTING.encode()
        assert encoding in site.hits[0].headers["accept-encoding"]

    @pytest.mark.parametrize("chunked", [False, True], ids=["length", "chunked"])
    def test_a_large_body_fails(self, crawl, site, chunked):
        site.answer("/x", b"<p>" + b"x" * 20 * MIB, chunked=chunked)
        seen = crawl.check(site.url("/x"))
        assert (seen.result, seen.reason) == (Result.FAILED, "too large: more than 10 MiB")

    def test_a_bomb_fails(self, crawl, site):
        site.answer("/x", gzip.compress(b"<p>" + bytes(200 * MIB), 1), headers={"Content-Encoding": "gzip"})
        seen = crawl.check(site.url("/x"))
        assert (seen.result, seen.reason) == (Result.FAILED, "too large: more than 10 MiB")

    @pytest.mark.parametrize(
        "answer",
        [
            {"cut": 50},
            {"cut": 50, "chunked": True},
            {"body": gzip.compress(POSTING.encode())[:-20], "headers": {"Content-Encoding": "gzip"}},
        ],
        ids=["length", "chunked", "gzip"],
    )
    def test_half_a_page_fails(self, crawl, site, answer):
        site.answer("/x", **{"body": POSTING} | answer)
        seen = crawl.check(site.url("/x"))
        assert seen.result is Result.FAILED
        assert seen.reason == f"cut short: {site.netloc} sent only a part of the page"

    @pytest.mark.parametrize(
        ("content_type", "body"),
        [
            ("application/pdf", b"%PDF-1.7 ..."),
            ("image/png", b"\x89PNG\r\n"),
            ("text/html", b"%PDF-1.7 ..."),
            ("text/html", b"<p>\0\0\x01</p>"),
            ("application/octet-stream", b"\0\x01\x02"),
        ],
    )
    def test_what_is_no_text_fails(self, crawl, site, content_type, body):
        site.answer("/x", body, headers={"Content-Type": content_type})
        seen = crawl.check(site.url("/x"))
        assert seen.result is Result.FAILED
        assert seen.reason.startswith("not text: ")

    @pytest.mark.parametrize("content_type", ["application/octet-stream", "application/xhtml+xml", ""])
    def test_text_under_another_name_is_read(self, crawl, site, content_type):
        site.answer("/x", POSTING, headers={"Content-Type": content_type})
        assert crawl.check(site.url("/x")).result is Result.READ

    def test_an_encoding_that_nobody_asked_for_fails(self, crawl, site):
        site.answer("/x", POSTING, headers={"Content-Encoding": "compress"})
        seen = crawl.check(site.url("/x"))
        assert seen.reason == "the page cannot be decoded: in an encoding that was not asked for: compress"

    def test_utf_16_is_text(self, crawl, site):
        site.answer("/x", POSTING.encode("utf-16"), headers={"Content-Type": "text/html"})
        assert crawl.check(site.url("/x")).result is Result.READ


class TestFaults:
    def test_a_server_that_drips_is_cut_by_the_total_time(self, crawling, site):
        site.answer("/x", POSTING, drip=0.05)
        seen = crawling(timeout_seconds=1).check(site.url("/x"))
        assert (seen.result, seen.reason) == (Result.FAILED, f"{site.netloc} took longer than 1 s")

    def test_a_silent_server(self, crawling, site):
        site.answer("/x", silent=True)
        seen = crawling(timeout_seconds=1).check(site.url("/x"))
        assert seen.reason == f"{site.netloc} took longer than 1 s"

    def test_a_closed_port(self, crawl):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        assert crawl.check(f"http://127.0.0.1:{port}/").reason == f"127.0.0.1:{port} refused the connection"

    def test_a_reset_connection(self, crawl, site):
        site.answer("/x", reset=True)
        assert crawl.check(site.url("/x")).reason == f"{site.netloc} closed the connection before it answered"

    def test_a_server_that_hangs_up(self, crawl, site):
        site.answer("/x", raw=b"")
        assert crawl.check(site.url("/x")).reason == f"{site.netloc} closed the connection before it answered"

    def test_a_server_that_speaks_no_http(self, crawl, site):
        site.answer("/x", raw=b"SSH-2.0-OpenSSH_9.9\r\n\r\n")
        seen = crawl.check(site.url("/x"))
        assert seen.result is Result.FAILED
        assert seen.reason.startswith(f"{site.netloc} gave an answer that is not HTTP")

    def test_headers_without_end(self, crawl, site):
        site.answer("/x", raw=b"HTTP/1.1 200 OK\r\n" + b"X-Filler: many words\r\n" * 40_000)
        assert crawl.check(site.url("/x")).reason == f"{site.netloc} sent headers without end"

    def test_a_page_in_crumbs(self, crawling, site):
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        site.answer("/x", raw=head + b"1\r\nx\r\n" * 100_001 + b"0\r\n\r\n")
        seen = crawling(timeout_seconds=100).check(site.url("/x"))
        assert (seen.result, seen.reason) == (Result.FAILED, f"cut short: {site.netloc} sent only a part of the page")

    def test_a_name_that_does_not_resolve(self, crawl):
        seen = crawl.check("http://no-such-host.invalid/")
        assert seen.result is Result.FAILED
        assert seen.reason == "the name no-such-host.invalid does not resolve to an address"

    @pytest.mark.parametrize("url", ["http://" + "a" * 80 + ".example/", "http://a..b/", "http://[::1/", "http://-/"])
    def test_a_url_that_cannot_be_asked_is_an_answer_all_the_same(self, crawl, url):
        seen = crawl.check(url)
        assert seen.result in {Result.FAILED, Result.DISALLOWED}
        assert "\n" not in seen.reason
        assert "defect" not in seen.reason


class TestCertificates:
    def test_one_that_nobody_vouches_for_fails(self, crawl, sites, authority):
        secure = sites(certificate=authority.issue_cert("127.0.0.1"))
        secure.answer("/x", POSTING)
        seen = crawl.check(secure.url("/x"))
        assert seen.result is Result.FAILED
        assert seen.reason.startswith(f"the certificate of {secure.netloc} is not trusted: ")
        assert secure.hits == []

    def test_one_of_an_authority_in_ssl_cert_file_is_trusted(self, crawling, sites, authority, tmp_path):
        authority.cert_pem.write_to_path(tmp_path / "ca.pem")
        child = crawling(environ={"SSL_CERT_FILE": str(tmp_path / "ca.pem")}, fresh=True)
        secure = sites(certificate=authority.issue_cert("127.0.0.1"))
        secure.answer("/x", POSTING)
        other = sites(certificate=authority.issue_cert("127.0.0.9"))
        read, refused = child.checks([{"url": secure.url("/x")}, {"url": other.url("/x")}])
        child.end()
        assert read.result is Result.READ
        assert refused.result is Result.FAILED
        assert refused.reason == f"the certificate of {other.netloc} is for another name"


class TestSavedPages:
    def test_are_read_without_fetching(self, crawl, site, saved_page):
        page = saved_page(site.url("/posting"), POSTING)
        seen = crawl.check(site.url("/posting"), saved=page, record_hash="x", body_hash="y")
        assert seen.result is Result.READ
        assert seen.reading.posting.title == "Harbour Analyst"
        assert seen.fetched_at == page.fetched_at
        assert site.hits == []

    def test_are_read_although_nothing_differs(self, crawl, saved_page):
        page = saved_page("https://quaylight.example/x", POSTING)
        first = crawl.check(page.url, saved=page)
        again = crawl.check(page.url, saved=page, record_hash=first.record_hash, body_hash=first.body_hash)
        assert again.result is Result.READ

    def test_may_be_challenges(self, crawl, saved_page):
        seen = crawl.check("https://quaylight.example/x", saved=saved_page("https://quaylight.example/x", CHALLENGE))
        assert (seen.result, seen.reading.verdict) == (Result.READ, Verdict.CHALLENGE)


class TestTheProgram:
    """What it does with its input, its output and its end."""

    def test_answers_all_and_ends_at_the_end_of_input(self, crawling, site, saved_page):
        site.answer("/x", POSTING)
        child = crawling(fresh=True)
        numbers = [child.ask(url=site.url("/x")) for _ in range(3)]
        assert child.end() == 0
        assert sorted(child.next().id for _ in range(3)) == numbers

    def test_files_do_as_well_as_pipes(self, fetch_settings, tmp_path):
        lines = wire.instructions_to_line(Instructions(fetch=fetch_settings()))
        lines += wire.request_to_line(CheckRequest(id=7, url="gopher://x"))
        (tmp_path / "in").write_bytes(lines)
        with (tmp_path / "in").open("rb") as requests, (tmp_path / "out").open("wb") as answers:
            subprocess.run(CRAWL, stdin=requests, stdout=answers, check=True, timeout=120)
        answers = [wire.answer_from_line(line) for line in (tmp_path / "out").read_bytes().splitlines()]
        assert [answer.id for answer in answers if answer != Alive()] == [7]

    def test_ends_at_once_on_sigterm(self, crawling, site):
        site.answer("/x", silent=True)
        child = crawling(fresh=True, timeout_seconds=60)
        child.ask(url=site.url("/x"))
        wait_until(lambda: site.hits)
        child.process.terminate()
        assert child.process.wait(timeout=40) == -signal.SIGTERM
        child.end()

    def test_says_that_it_is_alive_while_it_waits(self, crawling, site):
        site.answer("/x", silent=True)
        child = crawling(fresh=True, timeout_seconds=2, hang_seconds=1)
        child.check(site.url("/x"))
        child.end()
        assert child.lines.count(Alive()) >= 3

    @pytest.mark.parametrize("first", [True, False], ids=["first", "later"])
    def test_refuses_what_is_not_the_protocol(self, fetch_settings, first):
        start = b"" if first else wire.instructions_to_line(Instructions(fetch=fetch_settings()))
        ended = subprocess.run(CRAWL, input=start + b"nonsense\n", capture_output=True, check=False, timeout=60)
        assert ended.returncode == 2
        assert ended.stderr == b"crawler: not a line of JSON: 'nonsense'\n"

    def test_nothing_but_answers_reaches_its_output(self, crawling, saved_page):
        noisy = "import spiders.reader as r\nread = r.read\nr.read = lambda page: [print('noise'), read(page)][1]"
        child = crawling(fresh=True, prelude=noisy)
        child.check("https://quaylight.example/x", saved=saved_page("https://quaylight.example/x", POSTING))
        assert child.end() == 0

    def test_no_proxy_of_the_environment_comes_between(self, crawling, site):
        site.answer("/x", POSTING)
        child = crawling(fresh=True, environ={"HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"})
        assert child.check(site.url("/x")).result is Result.READ
        child.end()

    def test_a_defect_of_ours_costs_one_check(self, crawling, site):
        broken = "import spiders.reader as r\ndef read(page): raise ZeroDivisionError\nr.read = read"
        child = crawling(fresh=True, prelude=broken)
        site.answer("/x", POSTING)
        assert child.check(site.url("/x")).reason == "the crawler has a defect; its log says more"
        assert child.check(site.url("/gone")).result is Result.MISSING
        child.end()
