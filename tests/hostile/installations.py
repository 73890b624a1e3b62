"""Hostile things that an installation is given: configurations, lists of URLs, command lines, robots.txt, archives."""

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

from tests.hostile.inputs import MIB, Hostile

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
        yield Hostile(kind="configurations", name=name, make=_file(made))
    lines = _CONFIG.splitlines()
    for at, line in enumerate(lines):
        key, equals, _ = line.partition(" = ")
        if not equals:
            continue
        for number, value in enumerate(_VALUES):
            text = "\n".join([*lines[:at], f"{key} = {value}", *lines[at + 1 :]])
            yield Hostile(kind="configurations", name=f"{key}, value {number}", make=_file(text))


def _file(made: str | bytes | Callable[[float], str]) -> Callable[[float], bytes]:
    def make(scale: float) -> bytes:
        text = made(scale) if callable(made) else made
        return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")

    return make


#: By name of the file.
_LISTS: dict[str, str | bytes | Callable[[float], str]] = {
    "nothing.txt": "",
    "nul.txt": b"\0",
    "no charset.txt": b"\xff\xfe\x80",
    "line of 10 MB.txt": lambda scale: "http://127.0.0.1/" + "x" * int(10 * MIB * scale),
    "100k lines.txt": lambda scale: "ftp://127.0.0.1/\n" * int(100_000 * scale),
    "100k pages.txt": lambda scale: "".join(f"file:///{it}\n" for it in range(int(100_000 * scale))),
    "schemes.txt": "file:///etc/passwd\ngopher://127.0.0.1/\ndata:text/html,x\njavascript:alert(1)\n",
    "metadata.txt": "http://169.254.169.254/latest/meta-data/\nhttp://[fd00:ec2::254]/\nhttp://100.100.100.200/\n",
    "spellings.txt": "http://2130706433/\nhttp://0x7f.1/\nhttp://0177.1/\nhttp://[::ffff:7f00:1]/\nhttp://①②⑦.1/\n",
    "control.txt": "http://127.0.0.1/\x1b[2J\x07\n\u202ehttp://127.0.0.1/\n",
    "breaks.txt": "http://127.0.0.1/\x0bx\x85y\u2028z\x1c",
    "broken.txt": "http://[::1\nhttp://[\nhttp://]\nhttp:///\nhttp://:80/\nhttp://a:b:c/\nhttp://%zz/\n",
    "names.txt": f"http://{'a' * 64}.example/\nhttp://{'a.' * 200}example/\nhttp://xn--a/\nhttp://a..b/\nhttp://-/\n",
    "passwords.txt": "http://user:secret@127.0.0.1/\n",
    "array 100k deep.json": lambda scale: "[" * int(100_000 * scale),
    "array 100k deep, closed.json": lambda scale: "[" * int(100_000 * scale) + "]" * int(100_000 * scale),
    "object 100k deep.json": lambda scale: '{"watches":' * int(100_000 * scale),
    "300k objects.json": lambda scale: "[" + ",".join(["{}"] * int(300_000 * scale)) + "]",
    "number of a million digits.json": lambda scale: "[" + "9" * int(1_000_000 * scale) + "]",
    "NaN.json": '[{"url": NaN}]',
    "interval infinite.json": '[{"url": "http://127.0.0.1/", "interval_seconds": Infinity}]',
    "interval huge.json": '[{"url": "http://127.0.0.1/", "interval_seconds": 1e300}]',
    "interval negative.json": '[{"url": "http://127.0.0.1/", "interval_seconds": -5}]',
    "interval of objects.json": '[{"url": "http://127.0.0.1/", "every": {"a": [1]}}]',
    "types.json": '[{"url": ["http://127.0.0.1/"]}, {"url": null}, 7, null, true]',
    "kind.json": '[{"url": "http://127.0.0.1/", "type": {"a": 1}}]',
    "half characters.json": '[{"url": "http://127.0.0.1/\\ud800"}]',
    "half characters in tags.json": '[{"url": "file:///x", "tags": ["\\ud800"]}]',
    "nul.json": '[{"url": "http://127.0.0.1/\\u0000"}]',
    "keys twice.json": '[{"url": "file:///x", "url": "http://127.0.0.1/a", "url": "file:///y"}]',
    "10k tags.json": lambda scale: '[{"url": "file:///x", "tags": [' + ",".join(['"a"'] * int(10_000 * scale)) + "]}]",
    "string.json": '"x"',
    "laughs.opml": "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY a{it} '{f'&a{it - 1 or str()};' * 10}'>" for it in range(1, 10))
    + "]><opml><outline url='&a9;'/></opml>",
    "external.opml": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><opml><outline url='&a;'/></opml>",
    "external in text.opml": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><opml>&a;<outline url='file:///x'/></opml>",
    "outlines 100k deep.opml": lambda scale: "<outline>" * int(100_000 * scale),
    "300k outlines.opml": lambda scale: "<opml>" + "<outline url='file:///x'/>" * int(300_000 * scale) + "</opml>",
    "100k attributes.opml": lambda scale: "<opml><outline "
    + " ".join(f"a{it}='1'" for it in range(int(100_000 * scale)))
    + " url='file:///x'/></opml>",
    "cut.opml": "<opml><outline url='http://127.0.0.1/'",
    "xinclude.opml": '<opml xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></opml>',
    "quote without end.csv": 'url,tags\n"http://127.0.0.1/,x\n' + "a,b\n" * 1000,
    "field of 1 MB.csv": lambda scale: "url,tags\nfile:///x," + "x" * int(MIB * scale),
    "300k columns.csv": lambda scale: "url," + "a," * int(300_000 * scale) + "\nfile:///x\n",
    "300k rows.csv": lambda scale: "url,tags\n" + "file:///x,a\n" * int(300_000 * scale),
    "columns of one name.csv": "url,url,url\nfile:///x,http://127.0.0.1/,gopher://x\n",
    "no column.csv": "a,b\n1,2\n",
    "formulas.csv": "url,tags\nfile:///x,=cmd|' /C calc'!A0\n",
    "carriage returns.csv": "url,tags\rfile:///x,a\rfile:///y,b\r",
    "every of nonsense.csv": "url,every\nhttp://127.0.0.1/,1e999h\n",
    "every of digits.csv": f"url,every\nhttp://127.0.0.1/,{'9' * 5000}d\n",
    "every in arabic digits.csv": "url,every\nhttp://127.0.0.1/,٣h\n",
    "delimiters.csv": ";,\t;,\t\nurl;,\t",
}  # fmt: skip


def hostile_lists() -> Iterator[Hostile]:
    """Files for `add --from`: by hand, and one of each kind torn by a seed."""
    for name, made in _LISTS.items():
        yield Hostile(kind="lists", name=name, make=_file(made))
    whole = {
        "torn.json": '{"watches": [{"url": "file:///a", "tags": ["x"], "every": "6h"}, "http://127.0.0.1/b"]}',
        "torn.opml": '<?xml version="1.0"?><opml version="2.0"><body><outline text="a" htmlUrl="file:///a"/></body></opml>',
        "torn.csv": 'url,tags,every\nfile:///a,"x;y",6h\nfile:///b,,1d\n',
        "torn.txt": "# jobs\nfile:///a\nhttp://[::1/b\n",
    }
    for name, text in whole.items():
        for number in range(12):
            yield Hostile(kind="lists", name=f"{number} {name}", make=_torn(text.encode(), f"{name}{number}"))


def _torn(data: bytes, seed: str) -> Callable[[float], bytes]:
    def make(_: float) -> bytes:
        dice, torn = random.Random(seed), data
        for _number in range(6):
            at, length = dice.randrange(len(torn)), dice.randrange(12)
            put = dice.choice(
                (b"", torn[at : at + length] * 3, b"\x00", b"\xff", b'"', b"<![CDATA[", b"\x1b[2J", b"&a;")
            )
            torn = torn[:at] + put + torn[at + length :]
        return torn

    return make


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
