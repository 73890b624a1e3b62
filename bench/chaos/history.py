"""What the database says, asked by an outsider that keeps nothing open."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import ForeignKeyConstraint, Select, Table, func, select

from storage import changes, holder, versions, watches
from storage.database import Database
from storage.errors import StorageError
from storage.rows import StoredChange
from storage.tables import bulletin, notice


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A version: its number, the pay, and whether the posting was open; the paths on a list."""

    seq: int
    rate: int | None = None
    status: str = ""
    paths: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """A notice: what it tells whom, its state, and the id of the message that it went in."""

    change_id: int
    target: str
    state: str
    message: str
    #: What it may have been called before it went with others.
    own: str


@dataclass(kw_only=True, slots=True)
class History:
    """All of it: by URL what belongs to a watch."""

    versions: dict[str, list[Version]]
    changes: dict[str, list[StoredChange]]
    notices: list[Notice]
    #: Ids of bulletins that were or are to be sent, by target; and how many wait.
    bulletins: dict[str, set[str]]
    bulletins_waiting: int

    def waiting(self) -> int:
        """Notices and bulletins that are still to be sent, or were given up."""
        return self.bulletins_waiting + sum(it.state not in {"sent", "dropped"} for it in self.notices)

    def given_up(self) -> int:
        """Notices that only a person will send again."""
        return sum(it.state == "failed" for it in self.notices)


def told(url: str) -> dict[str, list[StoredChange]] | None:
    """The changes of each watch; None where the database cannot say now."""
    try:
        database = Database.open(url)
    except StorageError:
        return None
    try:
        with database.reading() as c:
            return _by_url(changes.stored(c))
    except StorageError:
        return None
    finally:
        database.close()


def whole(url: str) -> History:
    """Everything; raises StorageError."""
    database = Database.open(url)
    try:
        with database.reading() as c:
            known = watches.listed(c)
            bulletins = c.execute(select(bulletin.c.target, bulletin.c.message_id, bulletin.c.state)).all()
            named: dict[str, set[str]] = defaultdict(set)
            for row in bulletins:
                named[row.target].add(row.message_id)
            rows = c.execute(select(notice)).all()
            return History(
                versions={it.url: [_version(v) for v in versions.of_watch(c, it.id)] for it in known},
                changes=_by_url(changes.stored(c)),
                notices=[
                    Notice(
                        change_id=it.change_id,
                        target=it.target,
                        state=it.state,
                        message=it.told_as or it.message_id,
                        own=it.message_id,
                    )
                    for it in rows
                ],
                bulletins=dict(named),
                bulletins_waiting=sum(it.state not in {"sent", "dropped"} for it in bulletins),
            )
    finally:
        database.close()


def holder_of(url: str) -> int | None:
    """The process that holds the database; None where nobody does, or it cannot be told."""
    try:
        database = Database.open(url)
    except StorageError:
        return None
    try:
        found = holder.held_by(database)
    except StorageError:
        return None
    finally:
        database.close()
    return found and found.pid


def strays(url: str) -> list[str]:
    """Rows that refer to rows that are not there, by every foreign key; raises StorageError."""
    database = Database.open(url)
    found = []
    try:
        with database.reading() as c:
            for table in notice.metadata.sorted_tables:
                for key in table.foreign_key_constraints:
                    count = c.scalar(_stray(table, key))
                    found += [f"{count} rows of {table.name} by {key.column_keys}"] if count else []
    finally:
        database.close()
    return found


def _stray(table: Table, key: ForeignKeyConstraint) -> Select[tuple[int]]:
    other = key.referred_table.alias("other")
    pairs = [(it.parent, other.c[it.column.name]) for it in key.elements]
    meets = select(other).where(*(own == its for own, its in pairs)).exists()
    return select(func.count()).select_from(table).where(*(own.is_not(None) for own, _ in pairs), ~meets)


def _by_url(rows: list[StoredChange]) -> dict[str, list[StoredChange]]:
    found: dict[str, list[StoredChange]] = defaultdict(list)
    for row in rows:
        found[row.url].append(row)
    return dict(found)


def _version(version: versions.Version) -> Version:
    posting = version.record["posting"] or {}
    pay, roles = posting.get("pay"), version.record["roles"] or ()
    return Version(
        seq=version.seq,
        rate=int(pay["min"]) if pay else None,
        status=posting.get("status", ""),
        paths=frozenset(urlsplit(it["url"]).path for it in roles),
    )
