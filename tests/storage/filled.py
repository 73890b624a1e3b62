"""A database with something of everything in it, and its restoring."""

import os
import random
from datetime import timedelta

from storage import changes, checks, outbox, snapshots, versions, watches
from storage.checking import check
from storage.database import Database
from storage.locating import located
from storage.restoring import restore
from storage.rows import NewWatch

#: Compressible by nothing but one like it.
PAGE = b"<h1>Intern</h1>" + random.Random(1).randbytes(700)
#: What an archive of PostgreSQL escapes, and what only looks so.
HOSTILE = "\b\f\n\r\t\v \\b\\f\\n\\r\\t\\v \\\\n \\N \\x41 \\101 \\.\n\\.\n\\"
#: A program of its own, to be killed: the URL, the backup, the folder for what was there.
RESTORES = (
    "import sys, datetime, pathlib\n"
    "from storage.database import Database\nfrom storage.locating import located\n"
    "from storage.restoring import restore\nimport storage.migrating\nprint('begins', flush=True)\n"
    "restore(Database(located(sys.argv[1])), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]),"
    " now=datetime.datetime.now(datetime.UTC), force=True)\n"
)


def fill(url, changed, now, *, path="1"):
    """A database with two watches, one with three versions, one of them with hostile words."""
    database = Database.open(url, create=True)
    with database.writing() as c:
        for number in (path, "other"):
            new = NewWatch(url=f"https://a.example/{number}", host="a.example", tags=("ü\\t\n'", "\\N", "\\"))
            watches.add(c, new, now=now, first_check_at=now)
        for number in range(3):
            at = now + timedelta(hours=number)
            checks.record(c, changed(1, number, checked_at=at, body=PAGE + bytes([number]), reason=HOSTILE))
    return database


def told(url):
    """What a database says to those who ask."""
    database = Database.open(url)
    with database.reading() as c:
        found = [
            watches.listed(c, with_record=True),
            versions.of_watch(c, 1),
            changes.stored(c),
            outbox.waiting(c),
            [snapshots.load(c, it.snapshot) for it in versions.of_watch(c, 1)],
        ]
    wrong = check(database, chain=True)
    database.close()
    assert wrong == []
    return found


def restored(url, path, tmp_path, now, **given):
    target = Database(located(url))
    try:
        return restore(target, path, tmp_path / "kept", now=now, **given)
    finally:
        target.close()


def truncated(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scrambled(path):
    whole = bytearray(path.read_bytes())
    whole[4096:12288] = os.urandom(8192)
    path.write_bytes(whole)
