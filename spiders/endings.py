"""How a fetch ends without a page: the exception that says so, and the words for everything that networks do."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from OpenSSL.SSL import Error as TlsError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from service_identity import VerificationError
from twisted.internet.error import ConnectionAborted, ConnectionClosed, NoRouteError
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed

from spiders.observation import Result

_MIB = 1024 * 1024


class FetchEnded(IgnoreRequest):
    """There is no page to read: `result` and `reason` go into the observation as they are."""

    def __init__(self, result: Result, reason: str, *, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.result = result
        self.reason = reason
        #: Seconds that the site asks us to stay away.
        self.retry_after = retry_after


def too_large(limit: int) -> FetchEnded:
    """The body, as sent or decoded, has more than `limit` bytes."""
    return FetchEnded(Result.FAILED, f"too large: more than {limit / _MIB:g} MiB")


def cut_short(url: str) -> FetchEnded:
    """The body ended before its end."""
    return FetchEnded(Result.FAILED, f"cut short: {host_of(url)} sent only a part of the page")


def ending_of(error: Exception, url: str, *, max_size: int, timeout: float) -> FetchEnded:
    """What `error`, raised by a download of `url`, says to a user."""
    host = host_of(url)
    match error:
        case FetchEnded():
            return error
        case DownloadTimeoutError():
            words = f"{host} took longer than {timeout:g} s"
        case CannotResolveHostError():
            words = f"the name {host} does not resolve to an address"
        case DownloadConnectionRefusedError():
            words = f"{host} refused the connection"
        case ResponseDataLossError():
            return cut_short(url)
        case DownloadCancelledError():
            return too_large(max_size)
        case _:
            words = _tls_words(error, host) or _connection_words(error, host)
    return FetchEnded(Result.FAILED, words)


def is_lasting(error: Exception) -> bool:
    """Whether another try right away would end the same way: nothing that the network did."""
    lasting = (IgnoreRequest, DownloadCancelledError, ValueError)
    return isinstance(error, lasting) or _tls_words(error, "") is not None


def host_of(url: str) -> str:
    """The host and, where it is given, the port: what a user recognises a site by."""
    return urlsplit(url).netloc.rpartition("@")[2]


def _tls_words(error: Exception, host: str) -> str | None:
    for cause in _causes(error):
        if isinstance(cause, VerificationError):
            return f"the certificate of {host} is for another name"
        if isinstance(cause, TlsError) and cause.args and cause.args[0]:
            words = "; ".join(str(it[-1]) for it in cause.args[0])
            kind = "the certificate of {} is not trusted" if "certificate" in words else "no secure connection with {}"
            return f"{kind.format(host)}: {words}"
    return None


def _connection_words(error: Exception, host: str) -> str:
    causes = list(_causes(error))
    if any(isinstance(cause, NoRouteError) for cause in causes):
        return f"there is no way to {host} from here"
    if any(isinstance(cause, ConnectionAborted) for cause in causes):  # it is we who abort
        return f"{host} sent headers without end"
    if any(isinstance(cause, ConnectionClosed | ConnectionError) for cause in causes):
        return f"{host} closed the connection before it answered"
    if isinstance(error, ValueError):
        return f"{host} cannot be asked: {_one_line(error)}"
    if isinstance(causes[-1], OSError):
        return f"{host} cannot be reached: {_one_line(causes[-1])}"
    return f"{host} gave an answer that is not HTTP: {_one_line(causes[-1])}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """`error`, what Scrapy and Twisted wrapped in it, and so on; the innermost last."""
    yield error
    if isinstance(error, ResponseFailed):
        for reason in error.reasons:
            if isinstance(reason, Failure) and reason.value is not None:
                yield from _causes(reason.value)
    elif error.__cause__ is not None:
        yield from _causes(error.__cause__)


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
