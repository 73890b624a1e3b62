"""What goes wrong between a site and its visitor: each fault turns the good answer into a bad one."""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from boards import layout
from boards.answers import HTML, Answer, not_found, redirect
from boards.look import Look

_MIB = 1024 * 1024
_BOMB_MIB = 64
_LARGE_MIB = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A fault and how long it lasts."""

    name: str
    spoil: Callable[[Answer, Look], Answer]
    #: At the first fetch of a round only; else at all of them.
    once: bool = False
    #: Only pages in HTML, or only lists of postings, have it.
    html_only: bool = False
    hubs_only: bool = False
    api_only: bool = False
    #: The page can still be read: what was edited shows.
    readable: bool = False


def _status(status: int, *, retry_after: str = "") -> Callable[[Answer, Look], Answer]:
    def spoil(answer: Answer, look: Look) -> Answer:
        del answer
        headers = {"Retry-After": retry_after} if retry_after else {}
        return Answer(status=status, headers=headers, body=f"<h1>{status}</h1><p>{look.token()}</p>".encode())

    return spoil


def _instead(title: str, main: str, *, status: int = 200) -> Callable[[Answer, Look], Answer]:
    """Another page under the good one's headers: its validator names the real page."""

    def spoil(answer: Answer, look: Look) -> Answer:
        head = f'<head><meta charset="utf-8"><title>{title}</title><script>var t="{look.token(30)}";</script></head>'
        body = f"<!doctype html><html>{head}<body>{main}</body></html>".encode()
        return Answer(status=status, headers=answer.headers, body=body, content_type=HTML)

    return spoil


def _network(how: str) -> Callable[[Answer, Look], Answer]:
    return lambda answer, _: replace(answer, network=how)


def _cut_html(answer: Answer, look: Look) -> Answer:
    text = answer.body.decode()
    begin, end = text.find("<h1"), text.rfind("</main>")
    where = begin + int((end - begin) * look.random.uniform(0.3, 0.8)) if 0 <= begin < end else len(text) // 2
    return replace(answer, body=text[:where].encode())


def _wrong_charset(answer: Answer, look: Look) -> Answer:
    del look
    return replace(answer, body=answer.body.decode().encode("cp1252", errors="xmlcharrefreplace"))


def _bomb(answer: Answer, look: Look) -> Answer:
    del look
    return replace(answer, headers={"Content-Encoding": "gzip"}, body=_bomb_body())


@lru_cache
def _bomb_body() -> bytes:
    return gzip.compress(b"<p>" + b" " * (_BOMB_MIB * _MIB), compresslevel=9)


def _large(answer: Answer, look: Look) -> Answer:
    del look
    return replace(answer, body=answer.body + b"<!-- " + b"x" * (_LARGE_MIB * _MIB) + b" -->")


def _api_error(answer: Answer, look: Look) -> Answer:
    body = (
        f'{{"error": {{"code": "internal_error", "message": "Please try again later", "request": "{look.token()}"}}}}'
    )
    return replace(answer, body=body.encode())


def _shell(answer: Answer, look: Look) -> Answer:
    main = '<div id="app"></div><noscript>Please enable JavaScript to run this app.</noscript>'
    return _instead("Jobs", main)(answer, look)


def _outage(answer: Answer, look: Look) -> Answer:
    main = "<h1>Jobs</h1><p>Something went wrong while we loaded the openings. Please try again later.</p>"
    return replace(answer, headers={}, body=layout.page(look, title="Jobs", main=main), content_type=HTML)


def _empty_list(answer: Answer, look: Look) -> Answer:
    if answer.content_type != HTML:
        return replace(answer, headers={}, body=b'{"jobs": [], "meta": {"total": 0}}')
    return replace(answer, headers={}, body=layout.page(look, title="Jobs", main="<h1>Jobs</h1><p>0 open roles</p>"))


_CHALLENGE = (
    '<div class="cf-chl-widget"><h1>Just a moment...</h1>'
    "<p>Verifying you are human. This may take a few seconds.</p></div>"
)
_LOGIN = (
    '<h1>Sign in to continue</h1><form action="/session"><input name="email"><input type="password"></form>'
    "<p>You must be logged in to view this job.</p>"
)
_MAINTENANCE = (
    "<h1>We'll be back soon</h1><p>The site is down for scheduled maintenance. Thank you for your patience.</p>"
)

_ALL = (
    Fault(name="500", spoil=_status(500)),
    Fault(name="503 Retry-After", spoil=_status(503, retry_after="120")),
    Fault(name="429 Retry-After", spoil=_status(429, retry_after="120")),
    Fault(name="reset", spoil=_network("reset")),
    Fault(name="time-out", spoil=_network("silent"), once=True),
    Fault(name="truncated", spoil=_network("cut")),
    Fault(name="HTML cut", spoil=_cut_html, html_only=True),
    Fault(name="empty 200", spoil=lambda answer, _: replace(answer, body=b"")),
    Fault(name="challenge 200", spoil=_instead("Just a moment...", _CHALLENGE)),
    Fault(name="challenge 403", spoil=_instead("Just a moment...", _CHALLENGE, status=403)),
    Fault(name="login wall", spoil=_instead("Sign in", _LOGIN)),
    Fault(name="login redirect", spoil=lambda _, look: redirect(f"{look.base}/login"), once=False),
    Fault(name="maintenance 200", spoil=_instead("Maintenance", _MAINTENANCE)),
    Fault(name="shell 200", spoil=_shell),
    Fault(name="wrong charset", spoil=_wrong_charset, html_only=True, readable=True),
    Fault(name="gzip bomb", spoil=_bomb),
    Fault(name="20 MB", spoil=_large, once=True),
    Fault(name="redirect loop", spoil=lambda _, look: redirect(f"{look.base}/loop")),
    Fault(name="API error 200", spoil=_api_error, api_only=True),
    Fault(
        name="API error 502", spoil=lambda answer, look: replace(_api_error(answer, look), status=502), api_only=True
    ),
    Fault(name="soft 404 once", spoil=lambda _, look: not_found(look, status=200), once=True, html_only=True),
    Fault(name="home once", spoil=lambda _, look: redirect(f"{look.base}/"), once=True, html_only=True),
    Fault(name="404 once", spoil=_status(404), once=True),
    Fault(name="list outage", spoil=_outage, hubs_only=True, html_only=True),
    Fault(name="list empty once", spoil=_empty_list, once=True, hubs_only=True),
)
FAULTS: Mapping[str, Fault] = {fault.name: fault for fault in _ALL}
#: The page behind the redirect of a login wall.
LOGIN_PAGE = _instead("Sign in", _LOGIN)


def drawn(random: Random, *, html: bool, hub: bool) -> Fault:
    """A fault that such a page can have."""
    kept = [it for it in _ALL if not (it.html_only and not html) and not (it.api_only and html)]
    return random.choice([it for it in kept if hub or not it.hubs_only])
