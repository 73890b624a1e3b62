"""What a file that is given as a backup holds; nothing that is written in it is ever run.

The texts of errors go on after the file's name, which who asks knows best.

A backup is one file, so that none of it can land elsewhere: an SQLite database, or a custom-format archive of
`pg_dump`, of which the rows alone are read.
"""

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from storage import packing
from storage.errors import BackupRefused, ProgramFailed
from storage.postgresql_programs import lines

_SQLITE = b"SQLite format 3\0"
_DUMP = b"PGDMP"
#: SQLite allows for 2 GB in one value; no page of ours has so much.
_LONGEST_VALUE = 256 * 2**20
_LONGEST_WORD = 300
_COPY = re.compile(rb'COPY "?(\w{1,63})"?\."?(\w{1,63})"? \(([\w", ]{1,4000})\) FROM stdin;\n')
_ANY_COPY = re.compile(rb"COPY .{1,9000} FROM stdin;\n")
_SEQUENCE = re.compile(rb"SELECT pg_catalog\.setval\('(\w{1,63})\.(\w{1,63})_id_seq', (\d{1,18}), (true|false)\);\n")
_END = b"\\.\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """What is in a backup."""

    #: "sqlite" or "postgresql".
    kind: str
    #: Of its schema; None where there is none.
    revision: str | None
    #: How many rows each table has; also of tables that are none of ours.
    counts: dict[str, int]
    #: The last number that was given in a table, where numbers are never given again.
    numbers: dict[str, int] = field(default_factory=dict)
    #: The schema that our tables are in, of an archive.
    schema: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DumpedRow:
    """One row of an archive; `values` is None for the heading of a table."""

    schema: str
    table: str
    columns: tuple[str, ...]
    values: bytes | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DumpedNumber:
    """The last number that was given in a table."""

    schema: str
    table: str
    number: int


def contents_of(path: Path) -> Contents:
    """What a file holds, after all of it was read.

    Raises:
        BackupRefused: it is no backup, or damaged.
        ProgramFailed: `pg_restore` is not there to read it.
    """
    match kind_of(path):
        case "sqlite":
            with opened(path) as file:
                return _of_database(file)
        case _:
            return _of_dump(path)


def kind_of(path: Path) -> str:
    """`sqlite` or `postgresql`, by how the file begins. Raises BackupRefused."""
    try:
        with path.open("rb") as file:
            begin = file.read(len(_SQLITE))
    except OSError as error:
        raise BackupRefused(f"cannot be read ({error.strerror}): name a backup") from error
    if begin == _SQLITE:
        return "sqlite"
    if begin.startswith(_DUMP):
        return "postgresql"
    raise BackupRefused(
        "is no backup: `monitor db backup` writes an SQLite database or an archive of pg_dump, and no other"
        " archive (tar, zip) is opened"
    )


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """An SQLite database that may be hostile, to be read alone. Raises BackupRefused where it is damaged."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
            file.execute("PRAGMA trusted_schema = OFF")
            file.execute("PRAGMA cell_size_check = ON")
            yield file
    except sqlite3.Error as error:
        raise damaged(str(error)) from error


def damaged(why: str) -> BackupRefused:
    """The error for a backup that is not whole."""
    return BackupRefused(f"is damaged ({' '.join(why.split())[:_LONGEST_WORD]}): name another backup")


def rows_of(path: Path) -> Iterator[DumpedRow | DumpedNumber]:
    """The rows of an archive of `pg_dump`, table by table. Raises BackupRefused and ProgramFailed."""
    most = min(packing.MOST_BYTES, max(64 * 2**20, packing.MOST_RATIO * path.stat().st_size))
    read = 0
    table: DumpedRow | None = None
    for line in lines(["pg_restore", "--data-only", "--file=-", str(path)]):
        read += len(line)
        packing.check_size(read, most=most, room=most)
        if table is None:
            if found := _heading(line):
                yield found
            table = found if isinstance(found, DumpedRow) else None
        elif line == _END:
            table = None
        else:
            yield replace(table, values=line)
    if table is not None:
        raise damaged(f"table {table.table} ends in the middle")


def _heading(line: bytes) -> DumpedRow | DumpedNumber | None:
    """What is between the rows, as far as it says something."""
    if it := _COPY.fullmatch(line):
        columns = tuple(name.strip(' "') for name in it[3].decode().split(","))
        return DumpedRow(schema=it[1].decode(), table=it[2].decode(), columns=columns, values=None)
    if _ANY_COPY.fullmatch(line):
        # A table of somebody else, with a name that ours do not have: its rows are none of ours.
        return DumpedRow(schema="", table="", columns=(), values=None)
    if it := _SEQUENCE.fullmatch(line):
        number = int(it[3]) - (it[4] == b"false")
        return DumpedNumber(schema=it[1].decode(), table=it[2].decode(), number=number)
    return None


def _of_database(file: sqlite3.Connection) -> Contents:
    found = [*file.execute("PRAGMA integrity_check(1)"), *file.execute("PRAGMA foreign_key_check").fetchmany(1)]
    if found != [("ok",)]:
        raise damaged(" ".join(str(it) for it in found[-1]))
    revision, counts = revision_and_counts(file)
    numbers = {}
    if file.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").fetchone():
        numbers = {name: seq for name, seq in file.execute("SELECT name, seq FROM sqlite_sequence") if name in counts}
    if not all(isinstance(it, int) for it in numbers.values()):
        raise damaged("numbers of rows are none")
    return Contents(kind="sqlite", revision=revision, counts=counts, numbers=numbers)


def revision_and_counts(file: sqlite3.Connection) -> tuple[str | None, dict[str, int]]:
    """The schema that an SQLite database names, and how many rows each of its tables has."""
    names = tables_of(file)
    counts = {name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608 - of word characters, by `tables_of`
    if "alembic_version" not in names:
        return None, counts
    row = file.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None, counts


def could_be_ours(table: str) -> bool:
    """Whether one of our tables could have this name."""
    return bool(re.fullmatch(r"[a-z]\w{0,62}", table, re.ASCII)) and not table.startswith("sqlite_")


def tables_of(file: sqlite3.Connection) -> list[str]:
    """The names of the tables of an SQLite database, as far as ours could have them; virtual ones are none."""
    names = []
    for name, sql in file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        if could_be_ours(str(name)) and not re.match(r"\s*CREATE\s+VIRTUAL", str(sql), re.IGNORECASE):
            names.append(str(name))
    return names


def _of_dump(path: Path) -> Contents:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    numbers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    revisions: dict[str, str] = {}
    try:
        for it in rows_of(path):
            if isinstance(it, DumpedNumber):
                numbers[it.schema][it.table] = it.number
                continue
            if it.values is None and it.table in counts[it.schema] and it.schema:
                raise BackupRefused(f"is no backup of this program: it has the table {it.table} twice")
            counts[it.schema][it.table] += it.values is not None
            if it.table == "alembic_version" and it.values is not None:
                revisions[it.schema] = it.values.decode(errors="replace").strip()
    except ProgramFailed as error:
        if "not on the PATH" in str(error):
            raise
        raise damaged(str(error)) from error
    # Another program may have its tables in a schema of its own.
    schema = next((it for it in revisions if "watch" in counts[it]), "")
    return Contents(
        kind="postgresql",
        revision=revisions.get(schema),
        counts=dict(counts[schema]),
        numbers=numbers[schema],
        schema=schema,
    )
