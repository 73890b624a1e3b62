"""Who we say we are."""

import re
from importlib.metadata import PackageNotFoundError, version

#: What robots.txt files call us.
PRODUCT = "posting-monitor"

_TOKEN = re.compile(r"[A-Za-z_-]{1,100}")


def user_agent(configured: str = "", contact: str = "") -> str:
    """The User-Agent header: the configured one, or product and version; with the contact, where one is given."""
    named = configured or f"{PRODUCT}/{_version()}"
    return f"{named} (+{contact})" if contact and contact not in named else named


def robots_token(agent: str) -> str:
    """The name that rules in robots.txt are looked up by (RFC 9309, 2.2.1): the agent's first product name."""
    found = _TOKEN.match(agent)
    return found[0] if found else PRODUCT


def _version() -> str:
    try:
        return version(PRODUCT)
    except PackageNotFoundError:
        return "0"
