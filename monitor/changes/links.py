"""Whether two links lead to the same place: tracking, tokens and spelling of the address do not count."""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, parse_qsl, urlsplit

_TRACKING = re.compile(
    r"(?:utm_|gh_src|lever-|mc_|hsa_|pk_|mtm_|rx_|_hs|__jv|trk|iis|ga_|_ga|yclid|[a-z]{0,3}clid|ref$|referr?er|src$"
    r"|source$|sourceid|campaign|medium$|channel$|tracking|token$|csrf|nonce|sid$|session|sessionid|phpsessid"
    r"|jsessionid|ts$|timestamp|cb$|rand$|_$|click|in_iframe$)",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
#: Names of parameters that say which posting it is, whatever their value looks like.
_IDENTITY = re.compile(
    r"(?:id|ids|key|code|number|num|no|nr|slug|job|jobs|req|requisition|position|vacancy|posting|opening|offer|role"
    r"|stelle|annonce|offre|oferta|vaga|vacature)s?\Z",
    re.IGNORECASE,
)
#: A value that nobody chose: one run of letters and digits, mixed or not to be spoken.
_RUN = re.compile(r"[A-Za-z0-9_.~=-]{12,}\Z")
_MIXED = re.compile(r"[A-Za-z][0-9]+[A-Za-z]|[0-9][A-Za-z]+[0-9]")
_NUMBERED = re.compile(r"[A-Za-z]{12,}[0-9]{1,4}\Z|[0-9]{1,4}[A-Za-z]{12,}\Z")
_UNSPOKEN = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}", re.IGNORECASE)
_SPOKEN = re.compile(r"(?:[a-z]+[-_.])+[a-z]+\Z", re.IGNORECASE)
#: Identifiers of openings are written so; nothing tells one from a token.
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\Z", re.IGNORECASE)
_HAS_NUMBER = re.compile(r"\d{2}")


def link(url: str) -> str:
    """An address as it compares: no scheme, "www.", port of the scheme, tracking parameters, order or last slash.

    Nor tokens: a value that nobody chose, where the rest of the address says which posting it is.
    """
    return _compared(url)


def _compared(url: str, tokens: Collection[str] = ()) -> str:
    """As `link`; `tokens` are names of parameters that hold a token elsewhere."""
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
    return host + path + _query(parts, path, tokens) + _route(parts)


def leads_alike(one: str, other: str) -> bool:
    """Whether two addresses lead to the same place: a parameter that has a token in one of them has one in both.

    Chance makes a token now and then that reads like a word ("?t=rubsbrukkwakvgxuch").
    """
    tokens = _token_names(one) | _token_names(other)
    return _compared(one, tokens) == _compared(other, tokens)


def path_parts(url: str) -> tuple[str, ...]:
    """The path of an address in its parts, without empty ones; () for a home page or what is no address."""
    try:
        return tuple(part for part in urlsplit(url).path.casefold().split("/") if part)
    except ValueError:
        return ()


def _query(parts: SplitResult, path: str, tokens: Collection[str]) -> str:
    pairs = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0]))
    chosen = [
        (name, value)
        for name, value in pairs
        if _IDENTITY.search(name) or not (_is_token(value) or (name in tokens and _may_be_token(value)))
    ]
    identified = _HAS_NUMBER.search(path) or any(_IDENTITY.search(name) for name, _ in chosen)
    kept = chosen if identified else pairs
    return "?" + "&".join(f"{name}={value}" for name, value in kept) if kept else ""


def _is_token(value: str) -> bool:
    """Whether a value is a token, by its look: "ywtmhvk5j1h1ccsmo2", not "software-engineer" or "1007"."""
    looks_random = _MIXED.search(value) or _NUMBERED.match(value) or _UNSPOKEN.search(value)
    return bool(looks_random) and _may_be_token(value)


def _may_be_token(value: str) -> bool:
    spoken = _UUID.match(value) or _SPOKEN.match(value) or value.replace("-", "").isdecimal()
    return _RUN.match(value) is not None and not spoken


def _token_names(url: str) -> frozenset[str]:
    """The names of the parameters of an address that hold a token."""
    try:
        query = urlsplit(url).query
    except ValueError:
        return frozenset()
    return frozenset(name for name, value in parse_qsl(query) if _is_token(value))


def _route(parts: SplitResult) -> str:
    """The fragment where it is a page of its own ("#/apply"), not a place on the page."""
    return "#" + parts.fragment.rstrip("/") if parts.fragment.startswith(("/", "!")) else ""
