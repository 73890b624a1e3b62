"""A backup made into a new SQLite database of today's schema, row by row: the way that every backup is restored.

The tables are ours, made by our own migrations; of the backup only rows are taken, and each has to fit.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from storage import migrating
from storage.contents import Contents, DumpedRow, damaged, rows_of
from storage.database import Database
from storage.errors import BackupRefused, StorageError
from storage.locating import make_file
from storage.schema import REVISION
from storage.values import check_values

#: Says what our migrations have done, and not what a backup says.
_OURS = "alembic_version"
_AT_ONCE = 200
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_ESCAPES = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


def stage(path: Path, holds: Contents, target: Path) -> Database:
    """Makes a new database of a backup.

    Args:
        path: The backup, unpacked.
        holds: What was found in it.
        target: The file to be made.

    Returns:
        The database, open, of today's schema.

    Raises:
        BackupRefused: it is of an unknown schema, or its rows do not fit.
    """
    if holds.revision not in migrating.revisions():
        raise _unknown(holds.revision)
    make_file(target)
    database = Database(URL.create("sqlite", database=str(target)))
    try:
        migrating.upgrade(database, holds.revision)
        with closing(sqlite3.connect(target, uri=True, isolation_level=None)) as file:
            _fill(file, path, holds)
        migrating.upgrade(database)
        check_values(database)
    except (sqlite3.Error, SQLAlchemyError, StorageError, ValueError, OverflowError) as error:
        database.close()
        if isinstance(error, BackupRefused):
            raise
        first_line = str(error).split("\n", 1)[0][:300]
        raise BackupRefused(f"cannot be restored ({first_line}): name another backup") from error
    return database


def _unknown(revision: str | None) -> BackupRefused:
    if revision is None:
        return BackupRefused("is no backup of this program: it names no schema")
    if revision > REVISION and revision.isascii() and revision.isdigit():
        return BackupRefused(
            f"has schema {revision}, which is newer than this program's ({REVISION}): upgrade posting-monitor"
        )
    return BackupRefused(f"is no backup of this program: its schema {revision[:20]!r} is unknown")


def _fill(file: sqlite3.Connection, path: Path, holds: Contents) -> None:
    ours = _columns(file, "main")
    if missing := sorted(ours.keys() - holds.counts.keys()):
        raise BackupRefused(f"is no backup of this program: it lacks the table {missing[0]}")
    file.execute("PRAGMA trusted_schema = OFF")
    file.execute("PRAGMA foreign_keys = OFF")
    if holds.kind == "sqlite":
        file.execute("ATTACH ? AS given", [f"{path.absolute().as_uri()}?mode=ro"])
    file.execute("BEGIN")
    if holds.kind == "sqlite":
        _copy(file, ours)
    else:
        _load(file, path, ours, holds.schema)
    for name, number in ((it, holds.numbers[it]) for it in ours if it in holds.numbers):
        file.execute("DELETE FROM sqlite_sequence WHERE name = ?", [name])
        file.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [name, number])
    if broken := file.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(f"a row of {broken[0]} points to none of {broken[2]}")
    file.execute("COMMIT")


def _columns(file: sqlite3.Connection, schema: str) -> dict[str, dict[str, str]]:
    """The columns of each table, with their types; generated ones are none of ours."""
    wanted = f"""
        SELECT m.name, x.name, upper(x.type), x.hidden FROM {schema}.sqlite_master AS m
        JOIN pragma_table_xinfo(m.name, '{schema}') AS x WHERE m.type = 'table'
    """  # noqa: S608 - of "main" and "given"
    found: dict[str, dict[str, str]] = {}
    for table, column, kind, hidden in file.execute(wanted):
        if not table.startswith("sqlite_"):
            found.setdefault(table, {})[column] = "HIDDEN" if hidden else kind
    return found


def _copy(file: sqlite3.Connection, ours: dict[str, dict[str, str]]) -> None:
    theirs = _columns(file, "given")
    for table, columns in ours.items():
        if table == _OURS:
            continue
        if theirs.get(table, {}).keys() != columns.keys() or "HIDDEN" in theirs[table].values():
            raise BackupRefused(f"is no backup of this program: its table {table} has other columns")
        names = ", ".join(f'"{it}"' for it in columns)
        file.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM given.{table}")  # noqa: S608 - names of our own migrations


def _load(file: sqlite3.Connection, path: Path, ours: dict[str, dict[str, str]], schema: str) -> None:
    every = (it for it in rows_of(path) if isinstance(it, DumpedRow) and it.values is not None)
    rows = (it for it in every if it.schema == schema and it.table in ours and it.table != _OURS)
    for (table, columns), group in groupby(rows, key=lambda it: (it.table, it.columns)):
        if set(columns) != ours[table].keys() or len(columns) != len(ours[table]):
            raise BackupRefused(f"is no backup of this program: its table {table} has other columns")
        kinds = [ours[table][it] for it in columns]
        names, marks = ", ".join(f'"{it}"' for it in columns), ", ".join("?" * len(columns))
        statement = f"INSERT INTO main.{table} ({names}) VALUES ({marks})"  # noqa: S608 - names of our own migrations
        values = (_values(it.values or b"", kinds) for it in group)
        while batch := list(islice(values, _AT_ONCE)):
            file.executemany(statement, batch)


def _values(line: bytes, kinds: list[str]) -> list[Any]:
    """A row of COPY's text format (https://www.postgresql.org/docs/current/sql-copy.html) as SQLite keeps it."""
    texts = line.removesuffix(b"\n").split(b"\t")
    if len(texts) != len(kinds):
        raise ValueError(f"a row has {len(texts)} values for {len(kinds)} columns")
    return [None if text == b"\\N" else _value(_unescaped(text), kind) for text, kind in zip(texts, kinds, strict=True)]


def _unescaped(text: bytes) -> str:
    first, *rest = text.split(b"\\")
    found = [first]
    escaped = iter(rest)
    for part in escaped:
        if part:
            found += [_ESCAPES.get(part[:1], part[:1]), part[1:]]
        else:
            # An escaped backslash; what follows it is no escape.
            found += [b"\\", next(escaped, b"")]
    return b"".join(found).decode()


def _value(text: str, kind: str) -> Any:
    match kind:
        case "BOOLEAN":
            return text == "t"
        case "BLOB":
            return bytes.fromhex(text.removeprefix("\\x"))
        case "FLOAT":
            return float(text)
        case "INTEGER" | "BIGINT":
            return int(text) if text.lstrip("-").isdecimal() else _microseconds(text)
        case "DATE":
            return date.fromisoformat(text).isoformat()
        case _:
            return text


def _microseconds(text: str) -> int:
    return (datetime.fromisoformat(text) - _EPOCH) // _MICROSECOND
