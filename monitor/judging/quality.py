"""How far a page that calls itself the posting is to be believed: a score, and the reasons that lowered it."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from monitor.judging.losses import FIELDS, loss
from spiders.observation import Observation
from spiders.posting import Posting

#: Below this a page is suspicious: kept as a capture, never compared.
BELIEVED = 50
_WHOLE = 100
_DAMNING = 60
#: Response headers of services that stand between us and the site and answer in its place; with any value.
#: https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/ and
#: https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
_CHALLENGE_HEADERS = ("cf-mitigated", "x-amzn-waf-action")
#: Against the last good page, in bytes.
_TINY, _SMALL = 0.2, 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Quality:
    """The belief in one page."""

    #: 0 (nothing to be believed) to 100.
    score: int
    #: What lowered it, the heaviest first.
    reasons: tuple[str, ...]

    @property
    def suspicious(self) -> bool:
        """Whether the page is not to be compared."""
        return self.score < BELIEVED


def quality(before: Posting, after: Posting, observation: Observation, last_size: int | None) -> Quality:
    """The belief in a page.

    Args:
        before: the last good reading.
        after: the page's own.
        observation: the answer that it came with.
        last_size: bytes of the last good page, where known.
    """
    found = sorted(_doubts(before, after, observation, last_size), reverse=True)
    score = max(0, _WHOLE - sum(weight for weight, _ in found))
    return Quality(score=score, reasons=tuple(reason for _, reason in found))


def _doubts(
    before: Posting, after: Posting, observation: Observation, last_size: int | None
) -> Iterator[tuple[int, str]]:
    if lost := loss(before, after):
        yield _DAMNING, lost
    for name in _CHALLENGE_HEADERS:
        if name in (observation.headers or {}):
            yield _DAMNING, f"the answer has the header {name} of a challenge"
    if observation.http_status not in {None, HTTPStatus.OK}:
        yield 10, f"the server answered HTTP {observation.http_status}"
    yield from _shrunk(observation, last_size)
    gone = [name for name in FIELDS if getattr(before, name) and not getattr(after, name)]
    if gone and not lost:
        yield 5 * len(gone), f"the page no longer gives {', '.join(gone)}"


def _shrunk(observation: Observation, last_size: int | None) -> Iterator[tuple[int, str]]:
    """A page can be made anew and be smaller: size alone condemns none."""
    size = len(observation.body or b"")
    if not last_size or not size or size >= last_size * _SMALL:
        return
    yield (25 if size < last_size * _TINY else 10), f"the page has {size} bytes, it had {last_size}"
