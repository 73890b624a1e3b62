"""Pages that scripts make, in a real Chromium: read where that is allowed, confined whatever they try."""

import shutil
import socket
import tempfile
import time
from pathlib import Path

import pytest

from monitor.judging.looks import look_at
from monitor.vocabulary import Known, Outcome
from spiders import browsing
from spiders.browsing import is_allowed, request_refusal
from spiders.observation import Result
from spiders.posting import Verdict

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

needs_browser = [
    pytest.mark.skipif(not browsing.is_installed(), reason="scrapy-playwright is not installed (the extra `browser`)"),
    pytest.mark.skipif(BROWSER is None, reason="there is no Chromium"),
]

SHELL = """<!doctype html><html lang="en"><head><title>Careers</title></head><body><div id="root"></div>
<noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script></body></html>"""

TEXT = """<main><h1>Harbour Analyst</h1><p>Quaylight Freight, Rotterdam</p><h2>About the role</h2>
<p>You watch the tides of cargo and say what they mean for our customers; zażółć.</p><h2>Requirements</h2>
<ul><li>Two years with port data</li><li>Clear writing</li></ul>
<p>Salary: EUR 52,000 to EUR 61,000 a year.</p></main>"""
WRITE = f"document.getElementById('root').innerHTML = `{TEXT}`;"

#: Makes 127.0.0.1 public, so that 127.0.0.2 is what must not be reached.
ONE_PUBLIC_ADDRESS = """
from spiders import addresses
kind = addresses._kind
addresses._kind = lambda address: None if str(address) == "127.0.0.1" else kind(address)
"""


def script_page(site, script, **answer):
    """Serves a shell at /posting whose script does `script`."""
    site.answer("/posting", SHELL, headers={"ETag": '"shell"'})
    site.answer("/app.js", script, headers={"Content-Type": "text/javascript; charset=utf-8"} | answer)
    return site.url("/posting")


def browsers_of(pid):
    """The numbers of the processes below `pid`: a browser's and its driver's."""
    found, below = [], {str(pid)}
    for stat in sorted(Path("/proc").glob("[0-9]*/stat"), key=lambda it: int(it.parent.name)):
        try:
            rest = stat.read_text().rpartition(")")[2]
        except OSError:
            continue
        if rest.split()[1] in below:
            below.add(stat.parent.name)
            found.append(int(stat.parent.name))
    return found


def gone(pid):
    """Whether a process has ended, a zombie included."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in {"Z", "X"}
    except OSError:
        return True


def wait_until(happened):
    for _ in range(6000):
        if happened():
            return
        time.sleep(0.01)
    raise AssertionError("it did not happen")


@pytest.fixture
def browsing_crawl(crawling):
    return crawling(browser_domains=["*"], timeout_seconds=30)


# Which pages, which requests


@pytest.mark.parametrize(
    ("url", "domains", "allowed"),
    [
        ("https://jobs.quaylight.example/1", (), False),
        ("https://jobs.quaylight.example/1", ("*",), True),
        ("https://jobs.quaylight.example/1", ("quaylight.example",), True),
        ("https://JOBS.quaylight.example:8443/1", ("jobs.quaylight.example",), True),
        ("https://quaylight.example/1", ("jobs.quaylight.example",), False),
        ("https://notquaylight.example/1", ("quaylight.example",), False),
    ],
)
def test_a_host_is_allowed_with_all_below_it(url, domains, allowed):
    assert is_allowed(url, domains) is allowed


@pytest.mark.parametrize(
    ("url", "kind", "words"),
    [
        ("http://10.0.0.1/", "fetch", "a private address"),
        ("http://0x7f.1/", "script", "a loopback address"),
        ("http://[::ffff:169.254.169.254]/latest/meta-data", "xhr", "a link-local address"),
        ("http://localhost/", "document", "this machine itself"),
        ("file:///etc/hostname", "document", "only http and https"),
        ("ftp://board.example/x", "fetch", "only http and https"),
        ("wss://board.example/x", "websocket", "only http and https"),
        ("https://board.example/a.png", "image", "no image is loaded"),
        ("https://board.example/a.woff2", "font", "no font is loaded"),
    ],
)
def test_a_request_of_a_page_that_it_must_not_make_is_refused(url, kind, words):
    assert words in request_refusal(url, kind, allow_private=False)


def test_a_request_of_a_page_for_its_text_is_made():
    for kind in ("document", "script", "stylesheet", "xhr", "fetch"):
        assert request_refusal("https://board.example/api", kind, allow_private=False) is None
    assert request_refusal("http://127.0.0.1/api", "fetch", allow_private=True) is None


# With and without a browser


@pytest.mark.parametrize("domains", [[], ["board.example"]])
def test_a_shell_stays_one_where_no_browser_is_allowed(crawling, site, domains):
    seen = crawling(browser_domains=domains).check(script_page(site, WRITE))
    assert (seen.result, seen.reading.verdict) == (Result.READ, Verdict.SHELL)
    look = look_at(Known(), seen)
    assert (look.outcome, look.reason) == (Outcome.BLOCKED, "needs a browser")
    assert [hit.path for hit in site.hits] == ["/posting"]


def test_without_the_extra_the_setting_does_nothing(crawling, site):
    hidden = "import sys; sys.modules['scrapy_playwright'] = None"
    child = crawling(browser_domains=["*"], fresh=True, prelude=hidden)
    assert child.check(script_page(site, WRITE)).reading.verdict is Verdict.SHELL
    assert child.end() == 0


class TestInChromium:
    pytestmark = needs_browser

    def test_a_page_that_a_script_makes_is_read_and_hashed_as_it_is_shown(self, browsing_crawl, site):
        url = script_page(site, WRITE)
        seen = browsing_crawl.check(url)
        assert seen.reading.verdict is Verdict.POSTING
        assert seen.reading.posting.title == "Harbour Analyst"
        assert "zażółć" in seen.body.decode()
        assert (seen.etag, seen.last_modified, seen.final_url) == (None, None, url)
        assert "utf-8" in seen.headers["content-type"]
        again = browsing_crawl.check(url, record_hash=seen.record_hash, reader_version=seen.reader_version)
        assert again.result is Result.SAME_RECORD
        assert again.etag is None

    def test_a_page_that_needs_no_scripts_starts_no_browser(self, browsing_crawl, site):
        site.answer("/plain", f"<html><body>{TEXT}</body></html>")
        assert browsing_crawl.check(site.url("/plain")).reading.verdict is Verdict.POSTING
        assert len(site.asked("/plain")) == 1

    def test_an_empty_answer_is_not_shown(self, browsing_crawl, site):
        site.answer("/empty", " ")
        browsing_crawl.check(site.url("/empty"))
        assert len(site.asked("/empty")) == 1

    def test_what_is_nothing_in_a_browser_either_is_a_failure_whatever_its_scripts_throw(self, browsing_crawl, site):
        seen = browsing_crawl.check(script_page(site, "throw new Error('no');"))
        assert (seen.result, seen.reason) == (Result.FAILED, "it shows nothing in a browser either")
        assert seen.reading is None

    def test_the_browser_says_who_we_are_and_loads_no_pictures(self, browsing_crawl, site):
        seen = browsing_crawl.check(script_page(site, f"new Image().src = '/big.png'; {WRITE}"))
        assert seen.result is Result.READ
        assert not site.asked("/big.png")
        assert len(site.asked("/posting")) == 2
        for hit in site.hits:
            assert hit.headers["user-agent"].startswith("posting-monitor/")
            assert not hit.headers.keys() & {"if-none-match", "cookie"}

    def test_nothing_is_kept_from_page_to_page(self, browsing_crawl, site):
        script = "const seen = localStorage.getItem('a') || document.cookie; localStorage.setItem('a', 'kept');"
        url = script_page(site, f"{script} document.cookie = 'a=kept'; {WRITE} document.title = seen || 'new';")
        for _ in range(2):
            assert b"<title>new</title>" in browsing_crawl.check(url).body

    def test_robots_and_the_delay_of_the_domain_hold_for_the_browser(self, crawling, site):
        site.answer("/robots.txt", "User-agent: *\nDisallow: /private\n")
        slow = crawling(browser_domains=["*"], obey_robots=True, per_domain_delay_seconds=1, timeout_seconds=30)
        assert slow.check(script_page(site, WRITE)).reading.verdict is Verdict.POSTING
        plain, shown = site.asked("/posting")
        assert shown.at - plain.at >= 1

    def test_a_page_that_never_ends_is_given_up(self, crawling, site):
        seen = crawling(browser_domains=["*"], timeout_seconds=6).check(script_page(site, "for (;;) {}"))
        assert seen.result is Result.FAILED
        assert "took longer than 6 s" in seen.reason

    @pytest.mark.parametrize(
        "script",
        [
            "document.getElementById('root').textContent = 'x'.repeat(2_000_000);",
            "fetch('/big').then(it => it.text());",
        ],
    )
    def test_a_page_that_is_too_large_is_given_up(self, crawling, site, script):
        site.answer("/big", b"x" * 4_000_000)
        seen = crawling(browser_domains=["*"], timeout_seconds=30, max_body_mib=1).check(script_page(site, script))
        assert (seen.result, seen.reason) == (Result.FAILED, "too large: more than 1 MiB")

    def test_a_download_is_none(self, browsing_crawl, site):
        site.answer("/file", b"x" * 1000, headers={"Content-Disposition": "attachment", "Content-Type": "text/x"})
        seen = browsing_crawl.check(script_page(site, f"location = '/file'; {WRITE}"))
        assert b"xxxx" not in (seen.body or b"")

    def test_a_browser_that_does_not_start_is_what_is_needed(self, crawling, site):
        child = crawling(browser_domains=["*"], browser_executable="/nonexistent/chromium")
        seen = child.check(script_page(site, WRITE))
        assert seen.result is Result.BLOCKED
        assert seen.reason.startswith("needs a browser, and none starts: ")

    def test_certificates_are_verified(self, crawling, sites, authority, tmp_path):
        site = sites(certificate=authority.issue_cert("127.0.0.1"))
        authority.cert_pem.write_to_path(tmp_path / "ca.pem")  # known to our own client, not to the browser
        child = crawling(
            browser_domains=["*"], timeout_seconds=30, fresh=True, environ={"SSL_CERT_FILE": f"{tmp_path}/ca.pem"}
        )
        seen = child.check(script_page(site, WRITE))
        assert child.end() == 0
        assert seen.result is Result.FAILED
        assert "certificate" in seen.reason
        assert "ERR_CERT_AUTHORITY_INVALID" in seen.reason


class TestConfinement:
    pytestmark = needs_browser

    def test_no_private_address_is_reached_however_a_page_asks(self, crawling, site, sites):
        inside = sites("127.0.0.2")
        inside.answer("/", "secret", headers={"Access-Control-Allow-Origin": "*"})
        for at in range(3):
            site.answer(
                f"/away{at}", status=302, headers={"Location": inside.url("/"), "Access-Control-Allow-Origin": "*"}
            )
        target, ws = inside.url("/"), inside.url("/").replace("http", "ws")
        tricks = f"""{WRITE}
            const add = (tag, at) => Object.assign(document.body.appendChild(document.createElement(tag)), at);
            fetch('{target}', {{mode: 'no-cors'}}).catch(() => 0); fetch('/away0', {{mode: 'no-cors'}}).catch(() => 0);
            add('iframe', {{src: '{target}'}}); add('iframe', {{src: '/away1'}}); add('script', {{src: '/away2'}});
            add('link', {{rel: 'preconnect', href: '{target}'}}); add('link', {{rel: 'prefetch', href: '{target}'}});
            navigator.sendBeacon('{target}'); new WebSocket('{ws}'); window.open('{target}');
            new Worker(URL.createObjectURL(new Blob(["fetch('{target}', {{mode: 'no-cors'}})"])));"""
        child = crawling(
            browser_domains=["*"], timeout_seconds=30, allow_private_addresses=False, prelude=ONE_PUBLIC_ADDRESS
        )
        seen = child.check(script_page(site, tricks))
        assert seen.reading.verdict is Verdict.POSTING
        assert {f"/away{at}" for at in range(3)} <= {hit.path for hit in site.hits}
        assert inside.hits == []
        assert b"secret" not in seen.body

    def test_no_other_scheme_is_spoken(self, browsing_crawl, site, tmp_path):
        file = tmp_path / "secret.html"
        file.write_text("<p>secret words</p>")
        script = f"""{WRITE}
            const frame = document.body.appendChild(document.createElement('iframe')); frame.src = '{file.as_uri()}';
            const show = it => {{ document.body.append(it) }};
            fetch('{file.as_uri()}').then(it => it.text()).then(show).catch(() => show('file refused '));
            fetch('ftp://127.0.0.1/x').then(it => it.text()).then(show).catch(() => show('ftp refused '));
            new WebSocket('ws://{site.netloc}/socket').onclose = () => show('socket closed ');
            location = '{file.as_uri()}';"""
        seen = browsing_crawl.check(script_page(site, script))
        assert seen.reading.verdict is Verdict.POSTING
        assert all(words in seen.body for words in (b"file refused", b"ftp refused", b"socket closed"))
        assert b"secret words" not in seen.body
        assert not site.asked("/socket")

    def test_no_datagram_leaves(self, browsing_crawl, site):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
            listener.bind(("127.0.0.1", 0))
            listener.settimeout(0.2)
            stun = f"stun:127.0.0.1:{listener.getsockname()[1]}"
            script = f"""{WRITE}
                const peer = new RTCPeerConnection({{iceServers: [{{urls: '{stun}'}}]}}); peer.createDataChannel('x');
                peer.createOffer().then(it => peer.setLocalDescription(it));
                setTimeout(() => fetch('/later'), 400); setTimeout(() => fetch('/last'), 800);"""
            assert browsing_crawl.check(script_page(site, script)).reading.verdict is Verdict.POSTING
            with pytest.raises(TimeoutError):
                listener.recv(100)


class TestNothingIsLeft:
    pytestmark = needs_browser

    def test_no_browser_idles_after_a_page(self, browsing_crawl, site):
        browsing_crawl.check(script_page(site, WRITE))
        wait_until(lambda: not browsers_of(browsing_crawl.process.pid))

    def test_a_browser_ends_with_a_crawler_that_is_killed(self, crawling, site):
        site.answer("/never", silent=True)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            child = crawling(browser_domains=["*"], timeout_seconds=30, fresh=True, environ={"TMPDIR": folder})
            child.ask(url=script_page(site, "fetch('/never');"))
            wait_until(lambda: site.asked("/never"))
            left = browsers_of(child.process.pid)
            assert left
            child.process.kill()
            child.process.wait()
            child.process.stdin.close()
            child.process.stdout.close()
            wait_until(lambda: all(gone(pid) for pid in left))
