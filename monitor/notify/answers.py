"""What a target really answered.

apprise's services return True or False and write a sentence to a log; the status, the words of the answer, Retry-After
and the kind of the failure stay inside. All of its HTTP services call requests, so this module listens there: to the
requests of the thread that asked, and of no other.
"""

import contextvars
import logging
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import ReadTimeoutError

_TEXT_LIMIT = 200
_BUSY = 429
#: Bad request, too large, unsupported, unprocessable.
_ABOUT_MESSAGE = frozenset({400, 413, 415, 422})


@dataclass(frozen=True, kw_only=True, slots=True)
class DeliveryResult:
    """How one attempt to deliver ended."""

    ok: bool
    #: The target's answer, or why there is none: one line without secrets.
    answer: str
    #: Seconds that the target asked us to wait; None where it did not.
    retry_after: float | None = None
    #: The message left and no answer came: it may or may not have arrived.
    unknown: bool = False
    #: The target is well and refused this one message: others may pass.
    about_message: bool = False


@dataclass(slots=True)
class Overheard:
    """The HTTP exchanges and log lines of one delivery, in their order."""

    #: The host (with port) that was asked, and its response or the exception.
    exchanges: list[tuple[str, requests.Response | requests.RequestException]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    #: The message may have left: from here on, silence does not mean that it did not arrive.
    left: bool = False

    def result(self, *, ok: bool, now: datetime) -> DeliveryResult:
        """What it comes to; secrets are not yet removed.

        Args:
            ok: what the service made of it.
            now: for a Retry-After that names a date, where the answer has no date of its own.
        """
        if not self.exchanges:
            return DeliveryResult(ok=ok, answer="accepted" if ok else self.last_line)
        where, outcome = self._decisive(ok=ok)
        if isinstance(outcome, requests.RequestException):
            return DeliveryResult(ok=True, answer="accepted") if ok else of_exception(outcome, where)
        return DeliveryResult(
            ok=ok,
            answer=_status_line(outcome),
            retry_after=None if ok else _retry_after(outcome, now),
            about_message=not ok and outcome.status_code in _ABOUT_MESSAGE,
        )

    def anew(self) -> None:
        """Forget what was heard, before something else is sent."""
        self.exchanges.clear()
        self.lines.clear()

    def _decisive(self, *, ok: bool) -> tuple[str, requests.Response | requests.RequestException]:
        """The exchange that decided: the last one, or the first bad one where the whole failed."""
        bad = (it for it in self.exchanges if isinstance(it[1], requests.RequestException) or not it[1].ok)
        return self.exchanges[-1] if ok else next(bad, self.exchanges[-1])

    @property
    def asked_for_patience(self) -> requests.Response | None:
        """The last answer, where it is 429: who gave it is not asked again, as some of apprise's services would."""
        last = self.exchanges[-1][1] if self.exchanges else None
        return last if isinstance(last, requests.Response) and last.status_code == _BUSY else None

    @property
    def last_line(self) -> str:
        """What was logged last."""
        return self.lines[-1] if self.lines else "refused without a word"


_listening: contextvars.ContextVar[Overheard | None] = contextvars.ContextVar("listening", default=None)


@contextmanager
def overhearing(overheard: Overheard) -> Iterator[None]:
    """Notes the HTTP exchanges of this thread and what apprise logs meanwhile."""
    token = _listening.set(overheard)
    try:
        yield
    finally:
        _listening.reset(token)


def leaving() -> None:
    """Notes that the message of this thread's delivery is about to leave."""
    overheard = _listening.get()
    if overheard is not None:
        overheard.left = True


def no_answer(where: str) -> str:
    """What is said of a target that took a message and then fell silent."""
    return f"no answer from {where} after the message had left; it may have arrived"


def of_exception(error: BaseException, where: str) -> DeliveryResult:
    """A network failure in words that say what to look at.

    Args:
        error: of requests, smtplib, ssl or socket; what it was raised from counts too.
        where: host and port.
    """
    causes = list(_causes(error))
    # urllib3 calls a TLS handshake that does not end a read, too.
    shaking = any("handshake operation timed out" in str(cause) for cause in causes)
    if not shaking and any(isinstance(cause, (requests.ReadTimeout, ReadTimeoutError)) for cause in causes):
        return DeliveryResult(ok=False, answer=no_answer(where), unknown=True)
    words = next(filter(None, (_words(cause, where) for cause in causes)), f"{type(error).__name__}: {error}")
    return DeliveryResult(ok=False, answer=words)


def _words(cause: BaseException, where: str) -> str | None:
    words = None
    match cause:
        case ssl.SSLCertVerificationError():
            words = f"the certificate of {where} was refused: {cause.verify_message}"
        case ssl.SSLError():
            words = f"TLS with {where} failed: {cause.reason or cause}"
        case socket.gaierror():
            words = f"host not found: {where}"
        case ConnectionRefusedError():
            words = f"connection refused by {where}"
        case requests.ConnectTimeout() | TimeoutError():
            words = f"time-out while connecting to {where}"
        case ConnectionResetError() | BrokenPipeError():
            words = f"{where} closed the connection without an answer"
        case OSError() if cause.errno:
            words = f"cannot reach {where}: {cause.strerror}"
    return words


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what it was made of: requests and urllib3 keep that in `reason`, in arguments and as context."""
    seen: set[int] = set()
    waiting: list[Any] = [error]
    while waiting:
        it = waiting.pop(0)
        if not isinstance(it, BaseException) or id(it) in seen:
            continue
        seen.add(id(it))
        yield it
        waiting += [*it.args, getattr(it, "reason", None), it.__cause__, it.__context__]


def _status_line(response: requests.Response) -> str:
    words = " ".join(response.text[: _TEXT_LIMIT * 2].split())[:_TEXT_LIMIT]
    line = f"HTTP {response.status_code} {response.reason or ''}".rstrip()
    return f"{line}: {words}" if words else line


def _retry_after(response: requests.Response, now: datetime) -> float | None:
    """Seconds, from either form of the header."""
    header = response.headers.get("Retry-After", "").strip()
    if header.replace(".", "", 1).isdigit():
        return float(header)
    until, sent = (_date(response.headers.get(name, "")) for name in ("Retry-After", "Date"))
    return max(0.0, (until - (sent or now)).total_seconds()) if until else None


def _date(header: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(header)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


class _Listener(logging.Filter):
    """Keeps what apprise says of failures. Nothing reaches a handler: its debug lines hold URLs and payloads."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take a record out of the log, and note it where it tells of a failure."""
        overheard = _listening.get()
        if overheard is not None and (record.levelno >= logging.WARNING or "Exception" in record.getMessage()):
            overheard.lines.append(record.getMessage())
        return False


def _listen_to_requests() -> None:
    send = requests.Session.send

    @wraps(send)
    def overheard_send(self: requests.Session, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        overheard = _listening.get()
        if overheard is None:
            return send(self, request, **kwargs)
        if (asked := overheard.asked_for_patience) is not None:
            return asked
        where = urlsplit(request.url or "").netloc.rpartition("@")[2]
        _look_up(where)
        overheard.left = True
        try:
            response = send(self, request, **kwargs)
        except requests.RequestException as error:
            overheard.exchanges.append((where, error))
            raise
        overheard.exchanges.append((where, response))
        return response

    requests.Session.send = overheard_send  # type: ignore[method-assign] # requests offers no hook that sees failures


def _look_up(where: str) -> None:
    """Ask for the address beforehand: a name server that is slow to answer is not a target that fell silent."""
    with suppress(OSError, ValueError):
        parts = urlsplit(f"//{where}")
        socket.getaddrinfo(parts.hostname, parts.port, type=socket.SOCK_STREAM)


def _listen_to_apprise() -> None:
    log = logging.getLogger("apprise")
    log.setLevel(logging.DEBUG)
    log.addFilter(_Listener())
    # Its debug lines hold the path of every request, and so the token.
    logging.getLogger("urllib3").setLevel(logging.INFO)


_listen_to_requests()
_listen_to_apprise()
