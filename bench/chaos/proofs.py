"""The invariants: what has to be true after any number of faults. Each gives what contradicts it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from chaos.history import History, Version
from chaos.services import Ended
from chaos.sites import Edit, ListSite, PostingSite, Site
from storage.rows import StoredChange

#: Kinds that are about the watch and not the posting.
_OF_WATCH = frozenset({"unreachable", "blocked", "recovered"})
#: A page that went and came back: that is no version of it.
_OF_PAGE = ("removed", "restored")
_OF_LIST = frozenset({"posting_added", "posting_removed"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What is known at the end."""

    sites: Mapping[str, Site]
    history: History
    arrived: Mapping[str, Counter[str]]
    ends: list[Ended]
    hung: int
    #: How the daemon ended when it was told to, and what `monitor db check` said: its code and words.
    goodbye: int
    checked: tuple[int, str]
    #: Rows that refer to what is not there.
    strays: list[str]
    #: Processes that outlived the daemon.
    left: list[int]
    #: The daemon's process at the end, and who held the database then.
    daemon: int | None
    holder: int | None


def of_posting(told: list[StoredChange]) -> list[StoredChange]:
    """The changes that an edit made."""
    return [it for it in told if it.kind not in _OF_WATCH]


def every_edit_is_told(evidence: Evidence) -> Iterator[str]:
    """Each edit of the sites that wait for the record is one change of its kind, in its order, with its value."""
    for url, site in evidence.sites.items():
        if site.is_paced:
            told = [_told(it) for it in of_posting(evidence.history.changes.get(url, []))]
            if told != site.edits:
                pairs = enumerate(zip(told, site.edits, strict=False))
                at = next((f"{n}, {one} for {other}" for n, (one, other) in pairs if one != other), "the end")
                yield f"{url}: {len(site.edits)} edits, {len(told)} changes, apart from number {at}"


def _told(change: StoredChange) -> Edit:
    if change.kind in _OF_LIST:
        return change.kind, urlsplit(change.field or "").path
    return change.kind, int(change.after["min"]) if change.kind == "pay_changed" and change.after else None


def the_last_version_is_the_truth(evidence: Evidence) -> Iterator[str]:
    """What every site says now is what the history ends with; of a page that is gone, that it is."""
    for url, site in evidence.sites.items():
        last = (evidence.history.versions.get(url) or [None])[-1]
        gone = _is_removed(evidence.history.changes.get(url, []))
        if last is None or not _is_truth(site, last, gone=gone):
            yield f"{url}: says {site}, known is {last}{', removed' * gone}"


def _is_truth(site: Site, last: Version, *, gone: bool) -> bool:
    match site:
        case PostingSite(facts=facts) if facts.gone or gone:
            return gone and facts.gone is not None
        case PostingSite(facts=facts):
            return (last.rate, last.status) == (facts.rate, "open" if facts.open else "closed")
        case ListSite():
            return last.paths == site.paths and not gone
    return False


def _is_removed(told: list[StoredChange]) -> bool:
    turns = [it.kind for it in told if it.kind in _OF_PAGE]
    return turns[-1:] == ["removed"]


def a_page_goes_and_comes_in_turns(evidence: Evidence) -> Iterator[str]:
    """A page that went is told once, and once when it is back."""
    for url, told in evidence.history.changes.items():
        turns = [it.kind for it in told if it.kind in _OF_PAGE]
        if any(kind != _OF_PAGE[number % 2] for number, kind in enumerate(turns)):
            yield f"{url}: {turns}"


def versions_are_in_order(evidence: Evidence) -> Iterator[str]:
    """Versions are numbered from 1 without a gap, each from the one before, and pay goes the way that it went."""
    for url, versions in evidence.history.versions.items():
        if [it.seq for it in versions] != list(range(1, len(versions) + 1)):
            yield f"{url}: numbered {[it.seq for it in versions]}"
        rates = [it.rate for it in versions]
        if isinstance(evidence.sites[url], PostingSite) and rates != sorted(filter(None, rates)):
            yield f"{url}: pay went {rates}"
        told = of_posting(evidence.history.changes.get(url, []))
        if any(it.to_version != it.from_version + 1 for it in told if it.kind not in _OF_PAGE):
            yield f"{url}: a change is not of one step"
        if any(a.to_version > b.to_version for a, b in pairwise(told)):
            yield f"{url}: changes are not in the order of their versions"


def changes_are_the_steps(evidence: Evidence) -> Iterator[str]:
    """The changes of pay and of lists are the steps between versions: none is missing, none twice."""
    for url, versions in evidence.history.versions.items():
        steps = Counter(it for a, b in pairwise(versions) for it in _steps(a, b))
        told = [it for it in evidence.history.changes.get(url, []) if it.kind in {"pay_changed", *_OF_LIST}]
        said = Counter((it.to_version, _before(it), *_told(it)) for it in told)
        if said != steps:
            yield f"{url}: not told {sorted(map(str, steps - said))}, told too much {sorted(map(str, said - steps))}"


def _before(change: StoredChange) -> int | None:
    return int(change.before["min"]) if change.kind == "pay_changed" and change.before else None


def _steps(a: Version, b: Version) -> Iterator[tuple[int, int | None, str, int | str | None]]:
    if a.rate != b.rate:
        yield b.seq, a.rate, "pay_changed", b.rate
    yield from ((b.seq, None, "posting_removed", it) for it in a.paths - b.paths)
    yield from ((b.seq, None, "posting_added", it) for it in b.paths - a.paths)


def every_notice_arrived(evidence: Evidence) -> Iterator[str]:
    """Each change has one notice for each target; each was sent, and its message is there."""
    history = evidence.history
    count = Counter((it.change_id, it.target) for it in history.notices)
    for told in history.changes.values():
        for change in told:
            for target in evidence.arrived:
                if count[change.id, target] != 1:
                    yield f"change {change.id} has {count[change.id, target]} notices for {target}"
    for it in history.notices:
        if it.state not in {"sent", "dropped"}:
            yield f"the notice of change {it.change_id} to {it.target} is {it.state}"
        elif it.state == "sent" and not evidence.arrived[it.target][it.message]:
            yield f"the notice of change {it.change_id} never came to {it.target}"


def none_came_twice_under_two_ids(evidence: Evidence) -> Iterator[str]:
    """Every message that came is one that the database knows, so that what came twice came with the same id."""
    known: dict[str, set[str]] = defaultdict(set)
    for it in evidence.history.notices:
        known[it.target].add(it.message)
    for target, arrived in evidence.arrived.items():
        for name in set(arrived) - known[target] - evidence.history.bulletins.get(target, set()):
            yield f"{target} got {name}, which no notice went as"


def snapshots_are_readable(evidence: Evidence) -> Iterator[str]:
    """`monitor db check`: references, snapshots, versions."""
    code, words = evidence.checked
    if code:
        yield words[-2000:]


def references_hold(evidence: Evidence) -> Iterator[str]:
    """No row refers to one that is not there, asked of the database itself."""
    yield from evidence.strays


def it_lives_or_says_why(evidence: Evidence) -> Iterator[str]:
    """Whenever the daemon ended by itself, it said why in a line; it never hung; it stopped when it was told to."""
    for end in evidence.ends:
        last = end.words.rstrip().rpartition("\n")[2]
        if "Traceback" in end.words:
            yield f"a traceback: {end.words[end.words.index('Traceback') :][-1500:]}"
        elif not end.wanted and (end.code != 1 or not last.startswith("monitor: ")):
            yield f"ended with {end.code} after: {last[:300]}"
    if evidence.left:
        yield f"{len(evidence.left)} children outlived it"
    if evidence.hung:
        yield f"its loop hung {evidence.hung} times"
    if evidence.goodbye:
        yield f"ended with {evidence.goodbye} when it was told to stop"


def the_daemon_holds_its_database(evidence: Evidence) -> Iterator[str]:
    """At the end nobody else could take it, also where its server was started anew meanwhile."""
    if evidence.daemon is None or evidence.holder != evidence.daemon:
        yield f"the daemon is process {evidence.daemon}, the database is held by {evidence.holder}"


INVARIANTS = {
    "every edit is told, once": every_edit_is_told,
    "changes are the steps between versions": changes_are_the_steps,
    "a page goes and comes in turns": a_page_goes_and_comes_in_turns,
    "versions are strictly ordered": versions_are_in_order,
    "the last version is the truth": the_last_version_is_the_truth,
    "no notice is lost": every_notice_arrived,
    "none is doubled but under its id": none_came_twice_under_two_ids,
    "snapshots are readable (db check)": snapshots_are_readable,
    "references hold (foreign keys)": references_hold,
    "the daemon holds its database": the_daemon_holds_its_database,
    "the daemon lives, or says why not": it_lives_or_says_why,
}
