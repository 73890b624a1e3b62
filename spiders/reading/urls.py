"""Addresses as a posting's identity: absolute, without fragments and without what only tells who sent the visitor."""

from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

#: Query parameters that name the visitor's way here, never the page. Prefixes end in "_" or "-".
_TRACKING = frozenset(
    [
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "msclkid",
        "yclid",
        "twclid",
        "igshid",
        "mkt_tok",
        "mc_cid",
        "mc_eid",
        "ref",
        "refid",
        "ref_src",
        "referer",
        "referrer",
        "source",
        "src",
        "trk",
        "trkinfo",
        "trackingid",
        "tracking_id",
        "gh_src",
        "lever-source",
        "lever-origin",
        "lever-via",
        "jobboard",
        "sid",
        "searchid",
        "search_id",
        "searchsessionid",
        "session",
        "sessionid",
        "session_id",
        "jsessionid",
        "phpsessid",
        "rps",
        "position",
        "pagenum",
        "cid",
        "campaign",
        "campaignid",
        "origin",
        "from",
        "utm",
        "position_of_ad",
        "positionofadinagentemail",
        "impressionid",
        "jr_id",
        "ccuid",
        "ittk",
        "_ga",
        "_gl",
        "tk",
        "token",
        "click_id",
        "clickid",
        "visitor",
        "visitorid",
        "affiliate",
        "aff",
        "aff_id",
        "partner_source",
        "iis",
        "iisn",
    ]
)
_TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "hsa_", "hsctatracking", "_hs", "trk_", "vero_", "lever-", "at_", "wt_")
_WEB = frozenset({"http", "https"})
_DEFAULT_PORTS = {"http": 80, "https": 443}


def split(url: str) -> SplitResult | None:
    """The parts of an address; None for what is none ("https://[::1")."""
    try:
        return urlsplit(url)
    except ValueError:
        return None


def absolute(href: str, base: str) -> str | None:
    """The address that a link names, without fragment and tracking parameters; None for what is no web address."""
    try:
        return without_tracking(urljoin(base, href.strip()))
    except ValueError:
        return None


def without_tracking(url: str) -> str | None:
    """A web address without fragment and tracking parameters; None for what is no web address."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _WEB or not host:
        return None
    netloc = host if port in {None, _DEFAULT_PORTS[scheme]} else f"{host}:{port}"
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(pair[0])])
    return urlunsplit((scheme, netloc, parts.path.replace(" ", "%20") or "/", query, ""))


def host_of(url: str) -> str:
    """The host of an address in lower case, without "www."; empty where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def is_tracking(name: str) -> bool:
    """Whether a query parameter only tells how the visitor came."""
    lower = name.lower()
    return lower in _TRACKING or lower.startswith(_TRACKING_PREFIXES)
