"""URLs that a user asks to watch: tidied, and refused where we would never fetch them."""

import socket
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from spiders.addresses import address_refusal, host_refusal, literal, url_refusal
from storage.watches import LONGEST_URL

_PORTS = {"http": 80, "https": 443}
#: Names that are looked up at the same time, and those that are handed over together.
_LOOKUPS = 16
_NAMES_AT_ONCE = 32
#: Where so many cannot be watched, no further name is looked up: each can take seconds.
_ENOUGH = 20
#: Characters; what is longer is refused whatever it is.
_LONGEST_TIDIED = 4 * LONGEST_URL
_ALLOW = "set allow_private_addresses in [fetch] to watch pages of your own network"


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusals:
    """Which URLs cannot be watched."""

    #: Why, by URL.
    reasons: Mapping[str, str]
    #: False where there were so many that not all names were looked up.
    are_all: bool


def tidied(url: str) -> str:
    """The URL as browsers ask for it; unchanged where it is none, or far too long.

    Scheme and host are in lower case, without a default port; "/../" leads up (RFC 3986, 5.2.4).
    """
    if len(url) > _LONGEST_TIDIED:
        return url.strip()
    try:
        parts = urlsplit(url.strip())
        netloc = host_of(parts)
    except ValueError:
        return url.strip()
    if not parts.hostname or parts.username is not None or parts.password is not None:
        return url.strip()
    climbs = "/." in parts.path and not parts.path.startswith("//")
    path = urlsplit(urljoin(f"{parts.scheme}://{netloc}/", parts.path)).path if climbs else parts.path
    return urlunsplit((parts.scheme, netloc, path or "/", parts.query, parts.fragment))


def host_of(parts: SplitResult) -> str:
    """Host name in lower case, with its port where that is not the scheme's own: the unit of politeness."""
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in {None, _PORTS.get(parts.scheme)} else f"{host}:{parts.port}"


def refusals(urls: Iterable[str], *, allow_private: bool) -> Refusals:
    """Why each of the URLs cannot be watched, for those that cannot; their names are looked up."""
    refused: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for url in urls:
        reason = _refusal(url, allow_private=allow_private)
        if reason:
            refused[url] = reason
        else:
            names.setdefault(urlsplit(url).hostname or "", []).append(url)
    pending = [name for name in names if literal(name) is None]
    while pending and len(refused) < _ENOUGH:
        for name, reason in _unreachable(pending[:_NAMES_AT_ONCE], allow_private=allow_private):
            refused |= dict.fromkeys(names[name], reason)
        pending = pending[_NAMES_AT_ONCE:]
    return Refusals(reasons=refused, are_all=not pending)


def _refusal(url: str, *, allow_private: bool) -> str | None:
    if len(url.encode(errors="replace")) > LONGEST_URL:
        return f"a URL of {len(url)} characters cannot be watched: {LONGEST_URL} bytes are the limit"
    if not url.isprintable() or " " in url:
        return "not a URL: it has spaces or control characters"
    if "://" not in url:
        return "not a URL: it begins with https:// or http://"
    return url_refusal(url, allow_private=True) or _host_refusal(urlsplit(url), allow_private=allow_private)


def _host_refusal(parts: SplitResult, *, allow_private: bool) -> str | None:
    if not allow_private and (reason := host_refusal(parts.hostname or "")):
        return f"{reason}; {_ALLOW}"
    if "@" in parts.netloc:
        return "a URL with a user name or password cannot be watched: it would be shown in every list"
    return None


def _unreachable(names: Sequence[str], *, allow_private: bool) -> list[tuple[str, str]]:
    """Those of the names that lead nowhere, with the reason."""
    with ThreadPoolExecutor(min(_LOOKUPS, len(names))) as pool:
        reasons = pool.map(lambda name: _lookup_refusal(name, allow_private=allow_private), names)
        return [(name, reason) for name, reason in zip(names, reasons, strict=True) if reason]


def _lookup_refusal(name: str, *, allow_private: bool) -> str | None:
    """Why a host's name leads nowhere that we go; None where it has an address that we may fetch from."""
    try:
        answers = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except OSError as error:
        return f"the host {name} does not resolve ({error.strerror or error})"
    except UnicodeError:
        return f"the host {name} is no host name"
    reasons = [address_refusal(str(answer[4][0]).partition("%")[0]) for answer in answers]
    return None if allow_private or None in reasons else f"the host {name} resolves to {reasons[0]}; {_ALLOW}"
