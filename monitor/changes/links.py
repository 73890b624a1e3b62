"""Whether two links lead to the same place: tracking, tokens and spelling of the address do not count."""

import re
from urllib.parse import SplitResult, parse_qsl, urlsplit

_TRACKING = re.compile(
    r"(?:utm_|gh_src|lever-|mc_|hsa_|pk_|mtm_|rx_|_hs|__jv|trk|iis|ga_|_ga|yclid|[a-z]{0,3}clid|ref$|referr?er|src$"
    r"|source$|sourceid|campaign|medium$|channel$|tracking|token$|csrf|nonce|sid$|session|sessionid|phpsessid"
    r"|jsessionid|ts$|timestamp|cb$|rand$|_$|click)",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def link(url: str) -> str:
    """An address as it compares: no scheme, "www.", port of the scheme, tracking parameters, order or last slash."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme == "mailto":
        return f"mailto:{parts.path.casefold()}"
    host = (parts.hostname or "").removeprefix("www.")
    if port and port != _PORTS.get(parts.scheme):
        host += f":{port}"
    path = _SESSION_IN_PATH.sub("", parts.path).rstrip("/")
    return host + path + _query(parts) + _route(parts)


def path_parts(url: str) -> tuple[str, ...]:
    """The path of an address in its parts, without empty ones; () for a home page or what is no address."""
    try:
        return tuple(part for part in urlsplit(url).path.casefold().split("/") if part)
    except ValueError:
        return ()


def _query(parts: SplitResult) -> str:
    kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0]))
    return "?" + "&".join(f"{name}={value}" for name, value in kept) if kept else ""


def _route(parts: SplitResult) -> str:
    """The fragment where it is a page of its own ("#/apply"), not a place on the page."""
    return "#" + parts.fragment.rstrip("/") if parts.fragment.startswith(("/", "!")) else ""
