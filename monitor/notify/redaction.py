"""Takes the secrets of a target's URL out of what the target, a library or the system says."""

import re
from urllib.parse import unquote

from monitor.notify.escaping import one_line

_MASK = "***"
_ANSWER_LIMIT = 300
#: Shorter parts are no secrets, and would be found within ordinary words.
_MIN_LENGTH = 4
_SEPARATORS = re.compile(r"[/?&=@:#,]")
#: What a value in the query is called is in apprise's documentation.
_NAMES = re.compile(r"[?&]([a-z_]{2,20})=")


def secret_parts(url: str, *, open_parts: tuple[str | None, ...] = ()) -> tuple[str, ...]:
    """Every part of a URL that may be a secret, longest first.

    apprise keeps tokens in the host, the path, the user and the query, as each service has it; so all parts count.

    Args:
        url: an apprise URL.
        open_parts: parts that are known to be none, such as the host of a service that has one.

    Returns:
        The whole URL and its parts, percent-encoded and not.
    """
    rest = _NAMES.sub("&", url.partition("://")[2])
    parts = {part for part in _SEPARATORS.split(rest) if len(part) >= _MIN_LENGTH}
    both = parts | {unquote(part) for part in parts} | {url}
    return tuple(sorted(both - {part for part in open_parts if part}, key=len, reverse=True))


def redacted(text: str, secrets: tuple[str, ...]) -> str:
    """The text as one line, without the secrets."""
    for secret in secrets:
        text = text.replace(secret, _MASK)
    return one_line(text, _ANSWER_LIMIT)
