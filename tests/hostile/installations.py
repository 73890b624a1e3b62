"""Hostile things that an installation is given: configurations, command lines, robots.txt, archives."""

import gzip
import random
import sqlite3
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import zstandard

from tests.hostile.inputs import MIB, Hostile, written

_CONFIG = """zone = "Europe/Berlin"
[fetch]
concurrency = 4
per_domain_delay_seconds = 2.5
user_agent = "x"
[schedule]
default_interval = "6h"
deadline_soon = ["7d", "1d"]
[[notify.targets]]
name = "mail"
url = "json://127.0.0.1:1/"
kinds = ["pay_changed"]
"""

#: Whole files.
_CONFIGS: dict[str, str | bytes | Callable[[float], str]] = {
    "nothing": "",
    "nul": b"\0" * 100,
    "bytes of no charset": b"\xff\xfe\x80\x81",
    "utf-16": _CONFIG.encode("utf-16"),
    "arrays 100k deep": lambda scale: "a = " + "[" * int(100_000 * scale),
    "arrays 100k deep, closed": lambda scale: "a = " + "[" * int(100_000 * scale) + "]" * int(100_000 * scale),
    "tables 10k deep": lambda scale: "[" + ".".join(["a"] * int(10_000 * scale)) + "]\n",
    "keys 10k deep": lambda scale: ".".join(["a"] * int(10_000 * scale)) + " = 1\n",
    "inline tables 5k deep": lambda scale: "a = " + "{a = " * int(5_000 * scale) + "1" + "}" * int(5_000 * scale),
    "a line of 10 MB": lambda scale: "a = '" + "x" * int(10 * MIB * scale) + "'",
    "a million keys": lambda scale: "".join(f"a{number} = 1\n" for number in range(int(1_000_000 * scale))),
    "100k tables": lambda scale: "".join(f"[a{number}]\n" for number in range(int(100_000 * scale))),
    "many targets": lambda scale: "".join(
        f"[[notify.targets]]\nname='a{number}'\nurl='json://127.0.0.1:1/'\n" for number in range(int(4_400 * scale))
    ),
    "many targets, all with fallbacks": lambda scale: "".join(
        f"[[notify.targets]]\nname='a{number}'\nurl='json://127.0.0.1:1/'\nfallback='a0'\n"
        for number in range(int(3_300 * scale))
    ),
    "many words to look for": lambda scale: "[[notify.targets]]\nname='a'\nurl='json://127.0.0.1:1/'\nkeywords=["
    + ",".join(f"'-w{number}'" for number in range(int(24_000 * scale)))
    + "]",
    "tables of 256 KB": lambda scale: "".join(f"[a{number}]\n" for number in range(int(31_000 * scale))),
    "keys of 256 KB": lambda scale: "".join(f"a{number}=1\n" for number in range(int(27_000 * scale))),
    "keys 30 deep, many": lambda scale: "".join(".".join([f"a{it}"] * 30) + "=1\n" for it in range(int(1_400 * scale))),
    "keys 999 deep": lambda scale: "".join(".".join([f"a{it}"] * 999) + "=1\n" for it in range(int(50 * scale) + 1)),
    "hosts of 256 KB": lambda scale: "[fetch]\nbrowser_domains=["
    + ",".join(f"'a{number}'" for number in range(int(28_000 * scale)))
    + "]",
    "blank lines of 256 KB": lambda scale: "\n" * int(256_000 * scale),
    "numbers of 256 KB": lambda scale: "a=[" + "1," * int(127_000 * scale) + "]",
    "10k targets": lambda scale: "[[notify.targets]]\nname = 'a'\n" * int(10_000 * scale),
    "keys twice": "[fetch]\nretries = 1\nretries = 2\n",
    "tables twice": "[fetch]\n[fetch]\n",
    "a table and a value": "fetch = 1\n[fetch]\n",
    "control characters": 'zone = "\x01\x1b[31m\x7f"',
    "escapes": 'zone = "\\u0000\\u001b[31m\\u202e"',
    "half characters": 'zone = "\\ud800"',
    "carriage returns": "zone\r= 1\r",
    "a number of 5,000 digits": "[fetch]\nretries = " + "9" * 5_000,
    "a date out of time": "[fetch]\nretries = 9999-99-99",
    "markup": "[fetch]\nuser_agent = '[bold]x[/bold][link=x]'",
    "a header in the user agent": '[fetch]\nuser_agent = "x\\r\\nCookie: a=b"',
    "a zone that is a path": "zone = '../../../../etc/passwd'",
    "a zone that is absolute": "zone = '/etc/localtime'",
    "a secret file that is a folder": "[[notify.targets]]\nname = 'a'\nurl_file = '/'",
    "a secret file without end": "[[notify.targets]]\nname = 'a'\nurl_file = '/dev/zero'",
    "a database elsewhere": "[database]\nurl = 'sqlite:////dev/null/x'",
    "a database of nonsense": "[database]\nurl = '\\u0000://[::1'",
    "a database with a query": "[database]\nurl = 'sqlite:////tmp/x?mode=memory&uri=true&vfs=x'",
    "a database that is a folder": "[database]\nurl = 'sqlite:////'",
    "a template without end": "[[notify.targets]]\nname='a'\nurl='json://127.0.0.1:1/'\ntemplate='{% for a in range(10**9) %}x'",
    "a cron of nonsense": "[[notify.targets]]\nname='a'\nurl='json://127.0.0.1:1/'\ndigest='* * 31 2 *'",
    "prototype": "[__proto__]\na = 1\n[__class__]\nb = 1\n",
}  # fmt: skip

#: In the place of a value.
_VALUES = (
    "nan", "inf", "-inf", "1e400", "-1", "0", "9" * 400, "1.5", "true", "''", "'x'", "[]", "[[]]", "{}", "[1, 'a']", "2026-01-01",
    "'9999999999999d'", "'-1h'", "'1h; rm'", "'" + "x" * 5_000 + "'", '"\\u0000"', '"\\u202e\\u001b[2J"', "[{}]", "{a = {}}", "0x7f",
)  # fmt: skip


def hostile_configurations() -> Iterator[Hostile]:
    """By hand, and with each value of a good one replaced by each of the hostile ones."""
    for name, made in _CONFIGS.items():
        yield Hostile(kind="configurations", name=name, make=written(made))
    lines = _CONFIG.splitlines()
    for at, line in enumerate(lines):
        key, equals, _ = line.partition(" = ")
        if not equals:
            continue
        for number, value in enumerate(_VALUES):
            text = "\n".join([*lines[:at], f"{key} = {value}", *lines[at + 1 :]])
            yield Hostile(kind="configurations", name=f"{key}, value {number}", make=written(text))


_TEXTS = (
    "", " ", "-", "--", "---", "\x1b[2J\x07", "\u202e", "\ud800", "9" * 400, "-1", "0", "1e9", "NaN", "[bold]x[/bold]", "%s%n",
    "../../../etc/passwd", "/dev/zero", "/dev/null", "/", "x" * 100_000, "٣", "1;DROP TABLE watch", "' OR 1=1 --", "{{7*7}}", "\n",
)  # fmt: skip
_VERBS = (
    ("show", "{}"), ("history", "{}"), ("diff", "1", "{}", "{}"), ("changes", "--since", "{}"), ("changes", "--kind", "{}"),
    ("changes", "--tag", "{}"), ("set", "1", "--every", "{}"), ("explain", "{}"), ("remove", "{}"), ("pause", "{}"),
    ("export", "--format", "{}"), ("list", "{}"), ("add", "--every", "{}", "http://[::1"), ("add", "{}"), ("add", "--from", "{}"),
    ("read", "{}"), ("db", "{}"), ("{}",), ("notify", "test", "{}"), ("show", "1", "--at", "{}"),
)  # fmt: skip
#: Not given to these: a file that never ends is what the user asked to be read.
_FEWER = 8


def hostile_command_lines() -> Iterator[Hostile]:
    """Words in the place of others."""
    for number, verb in enumerate(_VERBS):
        dice = random.Random(number)
        for text in dice.sample(_TEXTS, _FEWER):
            arguments = [it.format(text) if it != "{}" else text for it in verb]
            name = f"{' '.join(verb)} with {text[:30]!a}"
            yield Hostile(kind="command lines", name=name, make=lambda _, arguments=arguments: arguments)


_ROBOTS: dict[str, Callable[[float], bytes]] = {
    "nothing": lambda _: b"",
    "random bytes": lambda scale: random.Random(3).randbytes(int(MIB * scale)),
    "html": lambda _: b"<!doctype html><html><body>Not found</body></html>",
    "agents and rules": lambda scale: b"User-agent: a\n" * int(9_000 * scale) + b"Disallow: /x\n" * int(9_000 * scale),
    "agents, each with a rule": lambda scale: b"User-agent: a\nDisallow: /x\n" * int(18_000 * scale),
    "agents, all different": lambda scale: b"".join(
        b"User-agent: a%d\nDisallow: /%d\n" % (it, it) for it in range(int(14_000 * scale))
    ),
    "stars": lambda scale: b"User-agent: *\nDisallow: /" + b"*a" * int(200_000 * scale) + b"$\n",
    "stars, many rules": lambda scale: (
        b"User-agent: *\n" + (b"Disallow: /" + b"*a" * 50 + b"b$\n") * int(4_000 * scale)
    ),
    "a line of 10 MB": lambda scale: b"User-agent: *\nDisallow: /" + b"a" * int(10 * MIB * scale),
    "percents": lambda scale: b"User-agent: *\nDisallow: /" + b"%" * int(400_000 * scale),
    "sitemaps": lambda scale: b"Sitemap: file:///etc/passwd\n" * int(15_000 * scale),
    "crawl-delay inf": lambda _: b"User-agent: *\nCrawl-delay: inf\n",
    "crawl-delay nan": lambda _: b"User-agent: *\nCrawl-delay: nan\n",
    "crawl-delay negative": lambda _: b"User-agent: *\nCrawl-delay: -5\n",
    "crawl-delay huge": lambda _: b"User-agent: *\nCrawl-delay: " + b"9" * 400 + b"\n",
    "crawl-delay of letters": lambda _: b"User-agent: *\nCrawl-delay: x\n",
    "request-rate of nothing": lambda _: b"User-agent: *\nRequest-rate: 0/0\n",
    "request-rate by nothing": lambda _: b"User-agent: *\nRequest-rate: 0/5s\n",
    "request-rate huge": lambda _: b"User-agent: *\nRequest-rate: 1/" + b"9" * 400 + b"d\n",
    "request-rate at no time": lambda _: b"User-agent: *\nRequest-rate: 1/5 9999-9999\n",
    "visit-time at no time": lambda _: b"User-agent: *\nVisit-time: 9999-2561\n",
    "nul": lambda _: b"User-agent: *\0\nDisallow: /\0\n",
    "carriage returns": lambda scale: b"\r" * int(500_000 * scale),
    "line separators": lambda _: "User-agent: *\u2028Disallow: /\x85x".encode(),
    "utf-16": lambda _: "User-agent: *\nDisallow: /".encode("utf-16"),
}


def hostile_robots() -> Iterator[Hostile]:
    """All of them."""
    for name, make in _ROBOTS.items():
        yield Hostile(kind="robots", name=name, make=make)


def _database(*statements: str) -> bytes:
    """An SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x"
        with sqlite3.connect(path) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()
        return path.read_bytes()


def _tar(name: str, *, link: str = "") -> bytes:
    packed = BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        member = tarfile.TarInfo(name)
        if link:
            member.type, member.linkname = tarfile.SYMTYPE, link
        archive.addfile(member, BytesIO(b""))
    return packed.getvalue()


def _zip(name: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, b"x")
    return packed.getvalue()


_REVISION = ("CREATE TABLE alembic_version (version_num TEXT)", "INSERT INTO alembic_version VALUES ('0001')")

_ARCHIVES: dict[str, Callable[[float], bytes]] = {
    "nothing": lambda _: b"",
    "one byte": lambda _: b"S",
    "zeros": lambda scale: bytes(int(20 * MIB * scale)),
    "random bytes": lambda scale: random.Random(4).randbytes(int(20 * MIB * scale)),
    "the mark of sqlite alone": lambda _: b"SQLite format 3\0",
    "the mark of sqlite and zeros": lambda _: b"SQLite format 3\0" + bytes(100_000),
    "the mark of sqlite and nonsense": lambda _: b"SQLite format 3\0" + random.Random(5).randbytes(100_000),
    "an empty database": lambda _: _database("CREATE TABLE x (y)"),
    "a database of nobody": lambda _: _database("CREATE TABLE watch (id)", "CREATE TABLE version (id)"),
    "a database that only says its schema": lambda _: _database(*_REVISION),
    "a database of a newer schema": lambda _: _database(_REVISION[0], "INSERT INTO alembic_version VALUES ('9999')"),
    "a database of a schema of nonsense": lambda _: _database(
        _REVISION[0], "INSERT INTO alembic_version VALUES ('../../x\x1b[2J')"
    ),
    "a database of two schemas": lambda _: _database(*_REVISION, "INSERT INTO alembic_version VALUES ('0002')"),
    "a database of a schema of bytes": lambda _: _database(
        _REVISION[0], "INSERT INTO alembic_version VALUES (zeroblob(1000000))"
    ),
    "a database with views for tables": lambda _: _database(
        *_REVISION, "CREATE VIEW watch AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM r) SELECT x AS id FROM r"
    ),
    "a database with triggers": lambda _: _database(
        *_REVISION, "CREATE TABLE watch (id)", "CREATE TRIGGER t AFTER INSERT ON watch BEGIN DELETE FROM watch; END"
    ),
    "a zstd bomb": lambda scale: zstandard.ZstdCompressor().compress(bytes(int(1000 * MIB * scale))),
    "a zstd bomb of frames": lambda scale: zstandard.ZstdCompressor().compress(bytes(100 * MIB)) * int(40 * scale),
    "zstd of zstd": lambda _: zstandard.ZstdCompressor().compress(zstandard.ZstdCompressor().compress(_database(*_REVISION))),
    "zstd cut": lambda _: zstandard.ZstdCompressor().compress(_database(*_REVISION))[:-20],
    "zstd of nothing": lambda _: zstandard.ZstdCompressor().compress(b""),
    "zstd of nonsense": lambda _: zstandard.ZstdCompressor().compress(b"nonsense" * 1000),
    "the mark of zstd alone": lambda _: b"\x28\xb5\x2f\xfd",
    "a zstd window of 128 MB": lambda _: zstandard.ZstdCompressor(
        compression_params=zstandard.ZstdCompressionParameters(window_log=27)
    ).compressobj().compress(b"x" * 1000) + b"\0",
    "a gzip bomb": lambda scale: gzip.compress(bytes(int(100 * MIB * scale))),
    "a tar that climbs": lambda _: _tar("../../../../tmp/monitor-was-here"),
    "a tar with an absolute path": lambda _: _tar("/tmp/monitor-was-here"),
    "a tar with a link": lambda _: _tar("x", link="/etc/passwd"),
    "a zip that climbs": lambda _: _zip("../../../../tmp/monitor-was-here"),
    "the mark of pg_dump alone": lambda _: b"PGDMP",
    "the mark of pg_dump and nonsense": lambda _: b"PGDMP\x01\x0e\x00\x04\x08\x01" + random.Random(6).randbytes(50_000),
    "statements of sql": lambda _: b"DROP TABLE watch; ATTACH '/etc/passwd' AS x;",
}  # fmt: skip


def hostile_archives() -> Iterator[Hostile]:
    """Files for `db restore`."""
    for name, make in _ARCHIVES.items():
        yield Hostile(kind="archives", name=name, make=make)
    for number in range(10):
        yield Hostile(kind="archives", name=f"a torn database {number}", make=_torn_database(number))


def _torn_database(number: int) -> Callable[[float], bytes]:
    def make(_: float) -> bytes:
        dice = random.Random(number)
        torn = bytearray(_database(*_REVISION, "CREATE TABLE watch (id)", "INSERT INTO watch VALUES (1)"))
        for _number in range(30):
            torn[dice.randrange(len(torn))] = dice.randrange(256)
        return bytes(torn[: dice.randrange(1000, len(torn))] if number % 2 else torn)

    return make
