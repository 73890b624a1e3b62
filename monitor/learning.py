"""What checks learn of a host's texts, and which looks need a second one: docs/decisions/0006-trust.md says why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from monitor.changes.blocks import block, blocks
from monitor.changes.description import all_text
from monitor.changes.units import Unit
from monitor.judging.expiry import is_weighed
from monitor.vocabulary import Judgement, Kind, WatchKind
from spiders.observation import Observation
from spiders.posting import Posting, SectionKind
from storage import learning
from storage.database import Connection
from storage.rows import Learned, Watch

#: A block that stands on so many other watched pages of the host is the site's.
_SEVERAL = 2
#: Sections whose sentences an employer may repeat in all postings: theirs, wherever else they stand.
_OWN = frozenset(
    {
        SectionKind.REQUIREMENTS,
        SectionKind.RESPONSIBILITIES,
        SectionKind.BENEFITS,
        SectionKind.PAY,
        SectionKind.LOCATION,
    }
)
#: Sections in which several pages get the same sentence at once only from the employer.
_DEMANDS = frozenset({SectionKind.REQUIREMENTS, SectionKind.RESPONSIBILITIES})
_ROLES = frozenset({Kind.POSTING_ADDED, Kind.POSTING_REMOVED})


def is_doubtful(judgement: Judgement) -> bool:
    """Whether a second look has to confirm it: words changed, roles of a board were swapped, or signs alone closed it.

    Args:
        judgement: of the first look.
    """
    kinds = {change.kind for change in judgement.changes}
    if judgement.after.kind is WatchKind.BOARD:
        return kinds >= _ROLES
    return Kind.DESCRIPTION_CHANGED in kinds or (Kind.CLOSED in kinds and is_weighed(judgement.after.posting))


def not_own(c: Connection, watch: Watch, before: Posting | None, observation: Observation) -> frozenset[int]:
    """The blocks of the page that are known to be the site's: on other pages of the host too, or passing."""
    reading = observation.reading
    if before is None or reading is None or reading.posting is None:
        return frozenset()
    candidates = blocks(_of_nobody(_differing(before, reading.posting)))
    shared = {it for it, pages in learning.others_with(c, watch.id, candidates).items() if pages >= _SEVERAL}
    return frozenset(shared) | learning.passing(c, watch.id, reading.template).keys()


def banners(looks: Iterable[tuple[Watch, Posting, Observation]]) -> dict[str, dict[int, str]]:
    """Blocks that appeared on several pages of a host in one round: the site's, with their words, by host.

    Args:
        looks: of each doubtful watch the last version and what was seen.
    """
    found: dict[str, Counter[int]] = defaultdict(Counter)
    words: dict[int, str] = {}
    for watch, before, observation in looks:
        after = observation.reading.posting if observation.reading else None
        known = {unit.words for unit in all_text(before)}
        text = all_text(after) if after else ()
        new = [unit for unit in text if unit.words not in known and unit.kind not in _DEMANDS]
        words |= {block(unit.words): unit.text for unit in new}
        found[watch.host].update(blocks(new))
    return {
        host: {it: words[it] for it, pages in counter.items() if pages > _SEVERAL} for host, counter in found.items()
    }


def learned(judgement: Judgement, observation: Observation, more: Mapping[int, str]) -> Learned | None:
    """What a check learned; None for nothing.

    Args:
        judgement: of the check.
        observation: its first look.
        more: passing blocks beside those that the second look showed.
    """
    posting = judgement.after.posting
    new = blocks(all_text(posting)) if posting and judgement.makes_version else None
    passing = {**judgement.passing, **more}
    if new is None and not passing:
        return None
    template = observation.reading.template if observation.reading else ""
    return Learned(blocks=new, passing=passing, template=template)


def explained(c: Connection, watch: Watch, posting: Posting, template: str) -> list[tuple[str, str]]:
    """The blocks of a posting's page that do not count, with the reason, for who asks what was learned."""
    units = {block(unit.words): unit.text for unit in _of_nobody(all_text(posting))}
    shared = learning.others_with(c, watch.id, units)
    told = [
        (units[it], f"stands on {pages} other pages of {watch.host}")
        for it, pages in shared.items()
        if pages >= _SEVERAL
    ]
    passing = learning.passing(c, watch.id, template)
    return told + [(words, "differs between two fetches of one page") for words in passing.values()]


def _differing(before: Posting, after: Posting) -> list[Unit]:
    old, new = all_text(before), all_text(after)
    in_both = {unit.words for unit in old} & {unit.words for unit in new}
    return [unit for unit in (*old, *new) if unit.words not in in_both]


def _of_nobody(units: Iterable[Unit]) -> list[Unit]:
    """Units outside the sections that are surely the posting's own."""
    return [unit for unit in units if unit.kind not in _OWN]
