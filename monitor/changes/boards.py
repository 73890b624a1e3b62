"""Boards and company hubs: postings that appeared, went, or were put up again."""

from collections import Counter
from collections.abc import Iterable, Sequence

from monitor.changes import wording
from monitor.changes.links import link
from monitor.changes.words import words
from monitor.vocabulary import Change, Kind, Severity
from spiders.posting import Role


class PostingAdded:
    """A posting or role appeared on the board."""

    kind = Kind.POSTING_ADDED

    @classmethod
    def of(cls, role: Role, field: str) -> Change:
        """The change for one role."""
        return Change(
            kind=cls.kind,
            severity=Severity.HIGH,
            field=field,
            summary=wording.posting_added(role),
            after=_role_to_json(role),
        )


class PostingRemoved:
    """A posting or role went from the board."""

    kind = Kind.POSTING_REMOVED

    @classmethod
    def of(cls, role: Role, field: str) -> Change:
        """The change for one role."""
        return Change(
            kind=cls.kind,
            severity=Severity.MEDIUM,
            field=field,
            summary=wording.posting_removed(role),
            before=_role_to_json(role),
        )


class RoleReposted:
    """One posting went and one with the same title came, under another address: the same opening, put up again."""

    kind = Kind.REPOSTED

    @classmethod
    def of(cls, before: Role, after: Role, field: str) -> Change:
        """The change for a role and its forerunner."""
        return Change(
            kind=cls.kind,
            severity=Severity.HIGH,
            field=field,
            summary=wording.role_reposted(after),
            before=_role_to_json(before),
            after=_role_to_json(after),
        )


class RoleRenamed:
    """The same address under another title."""

    kind = Kind.TITLE_CHANGED

    @classmethod
    def of(cls, before: Role, after: Role, field: str) -> Change:
        """The change for a role."""
        return Change(
            kind=cls.kind,
            severity=Severity.MEDIUM,
            field=field,
            summary=wording.moved("Title", before.title, after.title),
            before=_role_to_json(before),
            after=_role_to_json(after),
        )


#: So many postings with an address have to move, and none stay, for the board to have moved.
_FEWEST_MOVED = 3


def role_differences(before: Iterable[Role], after: Iterable[Role]) -> tuple[Change, ...]:
    """What changed between two readings of a board. The order of the page does not count.

    A role is known by its address without tracking, one without an address by its title; roles of the same title
    without addresses are counted. A board that gave all its postings other addresses at once moved; that is nothing
    of the postings'. `field` is the address, or the title.

    Returns:
        Reposted, added, renamed and removed roles, each in the order of its page.
    """
    old, new = _by_identity(before), _by_identity(after)
    gone = {key: role for key, role in old.items() if key not in new}
    come = {key: role for key, role in new.items() if key not in old}
    pairs = _same_titles(gone, come)
    reposted = [(one, other) for one, other in pairs if gone[one].url and come[other].url]
    if len(reposted) >= _FEWEST_MOVED and _none_stayed(old, new):
        reposted = []
    renamed = [
        RoleRenamed.of(old[key], role, _name(key, role))
        for key, role in new.items()
        if key in old and words(old[key].title) != words(role.title)
    ]
    again = {key for pair in pairs for key in pair}
    return (
        *(RoleReposted.of(gone[one], come[other], _name(other, come[other])) for one, other in reposted),
        *(PostingAdded.of(role, _name(key, role)) for key, role in come.items() if key not in again),
        *renamed,
        *(PostingRemoved.of(role, _name(key, role)) for key, role in gone.items() if key not in again),
    )


def steady_roles(before: Sequence[Role], first: Sequence[Role], second: Sequence[Role]) -> tuple[Role, ...]:
    """What two looks at a board agree on: a role came where both show it, and went where neither does.

    Args:
        before: the roles of the last version.
        first: as the first look saw them.
        second: as the second look saw them, right after.
    """
    known, again = _by_identity(before), _by_identity(second)
    seen = _by_identity(first)
    kept = [role for key, role in seen.items() if key in again or key in known]
    return (*kept, *(role for key, role in known.items() if key in again and key not in seen))


def roles_gone(before: Sequence[Role], after: Sequence[Role]) -> int:
    """How many roles went without being put up again."""
    return sum(change.kind is PostingRemoved.kind for change in role_differences(before, after))


#: Address or title, and which of several of that title.
_Key = tuple[str, int]


def _by_identity(roles: Iterable[Role]) -> dict[_Key, Role]:
    found: dict[_Key, Role] = {}
    titles: Counter[str] = Counter()
    for role in roles:
        if role.url:
            found.setdefault((f"url {link(role.url)}", 1), role)
            continue
        title = f"title {' '.join(words(role.title))}"
        titles[title] += 1
        found[title, titles[title]] = role
    return found


def _same_titles(gone: dict[_Key, Role], come: dict[_Key, Role]) -> list[tuple[_Key, _Key]]:
    """Pairs of one that went and one that came with the same title, where each is the only one of its title.

    Where one of them has no address, the board only began or ceased to link it.
    """
    old, new = _by_title(gone), _by_title(come)
    return [(old[title][0], keys[0]) for title, keys in new.items() if len(keys) == len(old.get(title, ())) == 1]


def _none_stayed(old: dict[_Key, Role], new: dict[_Key, Role]) -> bool:
    return not any(key in new and role.url for key, role in old.items())


def _by_title(roles: dict[_Key, Role]) -> dict[tuple[str, ...], list[_Key]]:
    found: dict[tuple[str, ...], list[_Key]] = {}
    for key, role in roles.items():
        found.setdefault(words(role.title), []).append(key)
    return found


def _name(key: _Key, role: Role) -> str:
    if role.url:
        return role.url
    return role.title if key[1] == 1 else f"{role.title} ({key[1]})"


def _role_to_json(role: Role) -> dict[str, str | None]:
    return {"title": role.title, "url": role.url}
