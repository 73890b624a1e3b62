"""URLs that a user asks to watch: tidied, and refused where we would never fetch them."""

import socket
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from spiders.addresses import address_refusal, literal, url_refusal
from storage.watches import LONGEST_URL

_PORTS = {"http": 80, "https": 443}
#: Names that are looked up at the same time.
_LOOKUPS = 16
_ALLOW = "set allow_private_addresses in [fetch] to watch pages of your own network"


def tidied(url: str) -> str:
    """The URL as browsers ask for it; unchanged where it is none.

    Scheme and host are in lower case, without a default port; "/../" leads up (RFC 3986, 5.2.4).
    """
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


def refusals(urls: Iterable[str], *, allow_private: bool) -> Mapping[str, str]:
    """Why each of the URLs cannot be watched, for those that cannot; their names are looked up."""
    refused: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for url in urls:
        reason = _refusal(url, allow_private=allow_private)
        if reason:
            refused[url] = reason
        else:
            names.setdefault(urlsplit(url).hostname or "", []).append(url)
    for name, reason in _unreachable(names, allow_private=allow_private).items():
        refused |= dict.fromkeys(names[name], reason)
    return refused


def _refusal(url: str, *, allow_private: bool) -> str | None:
    if not url.isprintable() or " " in url:
        return "not a URL: it has spaces or control characters"
    if len(url.encode(errors="replace")) > LONGEST_URL:
        return f"a URL of {len(url)} characters cannot be watched: {LONGEST_URL} bytes are the limit"
    if "://" not in url:
        return "not a URL: it begins with https:// or http://"
    reason = url_refusal(url, allow_private=allow_private)
    if reason is None and "@" in urlsplit(url).netloc:
        return "a URL with a user name or password cannot be watched: it would be shown in every list"
    return f"{reason}; {_ALLOW}" if reason and not url_refusal(url, allow_private=True) else reason


def _unreachable(names: Iterable[str], *, allow_private: bool) -> dict[str, str]:
    wanted = list(names)
    if not wanted:
        return {}
    with ThreadPoolExecutor(min(_LOOKUPS, len(wanted))) as pool:
        reasons = pool.map(lambda name: _lookup_refusal(name, allow_private=allow_private), wanted)
        return {name: reason for name, reason in zip(wanted, reasons, strict=True) if reason}


def _lookup_refusal(name: str, *, allow_private: bool) -> str | None:
    """Why a host's name leads nowhere that we go; None where it has an address that we may fetch from."""
    if literal(name) is not None:
        return None
    try:
        answers = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except OSError as error:
        return f"the host {name} does not resolve ({error.strerror or error})"
    except UnicodeError:
        return f"the host {name} is no host name"
    reasons = [address_refusal(str(answer[4][0]).partition("%")[0]) for answer in answers]
    return None if allow_private or None in reasons else f"the host {name} resolves to {reasons[0]}; {_ALLOW}"
