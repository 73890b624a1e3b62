"""Which addresses we fetch from: public ones, by http and https. Pure, and importable without Scrapy.

A page (or its redirect, or its name server) must not make us read what only this machine or its network can reach.
The special-purpose registries are RFC 6890's, as the standard library's `ipaddress` knows them.
"""

import ipaddress
import re
import unicodedata
from urllib.parse import urlsplit

#: Either family.
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")
_6TO4 = ipaddress.IPv6Network("2002::/16")
_CGNAT = ipaddress.IPv4Network("100.64.0.0/10")
#: Hosts of clouds that tell a machine about itself, at addresses that pass for public (Azure's, Oracle's).
_METADATA = frozenset(map(ipaddress.IPv4Address, ("168.63.129.16", "192.0.0.192")))

#: A part of an address as C's inet_aton reads it: 0x hexadecimal, leading 0 octal, else decimal.
_PART = re.compile(r"0[xX][0-9a-fA-F]{0,16}|[0-9]{1,16}")

_MAX_PORT = 65535


def url_refusal(url: str, *, allow_private: bool = False) -> str | None:
    """Why we never fetch `url`, in one line; None where its scheme is fine and its host is a name or public.

    Names are not resolved: what they resolve to is checked when the crawler connects.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return "not a URL"
    if parts.scheme not in {"http", "https"}:
        return f"only http and https are fetched, not {parts.scheme or 'a URL without a scheme'}"
    if not host or port == 0:
        return "the URL names no host" if not host else f"port 0 is none, allowed are 1 to {_MAX_PORT}"
    if not _can_be_asked_for(host):
        return f"{host[:80]} is not a host's name"
    return None if allow_private else host_refusal(host)


def host_refusal(host: str) -> str | None:
    """Why we never connect to a URL's host, as far as its own text says; None for a name or a public address."""
    name = unicodedata.normalize("NFKC", host).rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return f"{host} is this machine itself"
    address = literal(name)
    return None if address is None else address_refusal(address)


def address_refusal(address: Address | str) -> str | None:
    """Why we never connect to `address`, in one line; None for a public one."""
    if isinstance(address, str):
        address = ipaddress.ip_address(address)
    inner = _embedded(address)
    kind = _kind(address if inner is None else inner)
    return kind and f"{address} is {kind}, not a public one"


def _can_be_asked_for(host: str) -> bool:
    """Whether a name server can be asked: labels of 1 to 63 characters (RFC 1035, 2.3.4), encoded as IDNA."""
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return " " not in host


def literal(host: str) -> Address | None:
    """The address that `host` spells, also as inet_aton reads it (2130706433, 0x7f.1, 0177.0.0.1); None for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return _by_inet_aton(host)


def _by_inet_aton(host: str) -> ipaddress.IPv4Address | None:
    parts = host.split(".")
    if len(parts) > 4 or not all(_PART.fullmatch(part) for part in parts):  # noqa: PLR2004 - an IPv4 address's
        return None
    try:
        *heads, last = [_number(part) for part in parts]
    except ValueError:
        return None
    if any(head > 255 for head in heads) or last >= 256 ** (4 - len(heads)):  # noqa: PLR2004 - a byte
        return None
    return ipaddress.IPv4Address(sum(head << (24 - 8 * at) for at, head in enumerate(heads)) + last)


def _number(part: str) -> int:
    if part[:2] in {"0x", "0X"}:
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") else int(part)


def _embedded(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one leads to: mapped, NAT64 (RFC 6052), 6to4 (RFC 3056)."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour if address in _6TO4 else None


def _kind(address: Address) -> str | None:
    """What a non-public address is; the most telling words first."""
    if address in _METADATA:
        return "a cloud's own address"
    if address.version == 4 and address in _CGNAT:  # noqa: PLR2004 - IPv4
        return "a carrier's internal address"
    if address.version == 6 and address in _LOCAL_NAT64:  # noqa: PLR2004 - IPv6; RFC 8215
        return "a private address"
    named = (
        (address.is_unspecified, "the unspecified address"),
        (address.is_loopback, "a loopback address"),
        (address.is_link_local, "a link-local address"),
        (address.is_multicast, "a multicast address"),
        (getattr(address, "is_site_local", False) or address.is_private, "a private address"),
        (address.is_reserved or not address.is_global, "a reserved address"),
    )
    return next((words for holds, words in named if holds), None)
