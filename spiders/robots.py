"""robots.txt (RFC 9309): what a site asks of robots. Pure, on Protego."""

from dataclasses import dataclass

from protego import Protego

#: RFC 9309, 2.5: a parser must read at least 500 KiB, and may stop there.
MAX_BYTES = 500 * 1024

#: Protego gives each rule to each agent of its group: a hostile file of many agents and rules grows by their product.
_MAX_PRODUCT = 4_000_000


#: A site that asks for more is not read more seldom than once a day.
_MOST_DELAY = 24 * 3600


class UnusableRobotsError(ValueError):
    """The file is not one that a site would write."""


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of one origin."""

    _parsed: Protego

    def allow(self, url: str, token: str) -> bool:
        """Whether the robot called `token` may fetch `url`."""
        return self._parsed.can_fetch(url, token)

    def crawl_delay(self, token: str) -> float | None:
        """Seconds between requests that are asked of the robot called `token`, a day at most."""
        delay = self._parsed.crawl_delay(token) or 0
        rate = self._parsed.request_rate(token)
        # Whole numbers of any length may stand there: compared before they are divided.
        paced = min(rate.seconds, _MOST_DELAY * rate.requests) / rate.requests if rate and rate.requests > 0 else 0
        # Not a number is greater than nothing.
        return max((float(min(it, _MOST_DELAY)) for it in (delay, paced) if it > 0), default=None)


def parsed(body: bytes) -> RobotsRules:
    """The rules in the first 500 KiB of `body`; raises `UnusableRobotsError`."""
    text = body[:MAX_BYTES].decode("utf-8-sig", "replace").replace("\0", "")
    lines = text.splitlines()
    agents = sum(line.lstrip()[:4].lower() == "user" for line in lines)
    if agents * len(lines) > _MAX_PRODUCT:
        raise UnusableRobotsError("robots.txt has more agents and rules than can be read")
    return RobotsRules(Protego.parse(text))


#: What a site without robots.txt asks: nothing (RFC 9309, 2.3.1.3).
NO_RULES = parsed(b"")
