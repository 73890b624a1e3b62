"""Hostile lists of URLs for `add --from`: text, CSV, JSON, OPML."""

import random
from collections.abc import Callable, Iterator

from tests.hostile.inputs import MIB, Hostile, written

#: By name of the file.
_LISTS: dict[str, str | bytes | Callable[[float], str]] = {
    "nothing.txt": "",
    "nul.txt": b"\0",
    "no charset.txt": b"\xff\xfe\x80",
    "line of 10 MB.txt": lambda scale: "http://127.0.0.1/" + "x" * int(10 * MIB * scale),
    "100k lines.txt": lambda scale: "ftp://127.0.0.1/\n" * int(100_000 * scale),
    "100k pages.txt": lambda scale: "".join(f"file:///{it}\n" for it in range(int(100_000 * scale))),
    "20k pages that climb.txt": lambda scale: "".join(
        f"http://127.0.0.1/{'a/../' * 50}{number}\n" for number in range(int(20_000 * scale))
    ),
    "20k hosts of other letters.txt": lambda scale: "".join(
        f"http://bücher{number}.localhost/\n" for number in range(int(20_000 * scale))
    ),
    "20k hosts in numbers.txt": lambda scale: "".join(f"http://0x7f.{it}/\n" for it in range(int(20_000 * scale))),
    "20k hosts of the sixth version.txt": lambda scale: "".join(
        f"http://[::ffff:127.0.0.1]:8080/{number}\n" for number in range(int(20_000 * scale))
    ),
    "20k long hosts.txt": lambda scale: "".join(
        f"http://{'a.' * 70}{number}.localhost/\n" for number in range(int(20_000 * scale))
    ),
    "20k pages of emoji.txt": lambda scale: "".join(
        f"http://127.0.0.1/{'😀' * 70}{number}\n" for number in range(int(20_000 * scale))
    ),
    "a page too many.txt": lambda scale: "".join(f"http://127.0.0.1/{it}\n" for it in range(int(20_001 * scale))),
    "16 MB of blank lines.txt": lambda scale: "😀" + "\n" * int(16 * MIB * scale - 10),
    "17 MB.txt": lambda scale: "#\n" * int(8.5 * MIB * scale),
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
    "400k lists.json": lambda scale: "[" + "[]," * int(199_000 * scale) + "[]]",
    "400k strings of 4 bytes a letter.json": lambda scale: "[" + f'"😀{"x" * 32}",' * int(390_000 * scale) + "1]",
    "string of 16 MB of 4 bytes a letter.json": lambda scale: f'["😀{"x" * int(16 * MIB * scale - 100)}"]',
    "number of 16 MB.json": lambda scale: "[1." + "1" * int(16 * MIB * scale - 100) + "]",
    "escapes of 16 MB.json": lambda scale: '["' + "\\n" * int(8 * MIB * scale - 100) + '"]',
    "20k pages.json": lambda scale: "["
    + ",".join(f'{{"url":"file:///{it}","tags":["a","b"]}}' for it in range(int(20_000 * scale)))
    + "]",
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
    "400k elements.opml": lambda scale: "<opml>" + "<a/>😀" * int(399_000 * scale) + "</opml>",
    "400k namespaces.opml": lambda scale: "<opml><outline "
    + " ".join(f"xmlns:a{it}='u:{it}'" for it in range(int(390_000 * scale)))
    + "/></opml>",
    "400 attributes, often.opml": lambda scale: "<opml>"
    + ("<outline " + " ".join(f"a{it}='1'" for it in range(400)) + "/>") * int(900 * scale)
    + "</opml>",
    "600k declared attributes.opml": lambda scale: "<!DOCTYPE x [<!ATTLIST x "
    + " ".join(f"a{it} CDATA #IMPLIED" for it in range(int(600_000 * scale)))
    + ">]><opml/>",
    "declared to be utf-7.opml": "<?xml version='1.0' encoding='utf-7'?>+ADwAIQ-DOCTYPE x+AD4-<opml><outline url='file:///x'/></opml>",
    "20k outlines.opml": lambda scale: "<opml>"
    + "<outline url='http://127.0.0.1/a/../x' category='a,b'/>" * int(20_000 * scale)
    + "</opml>",
    "cut.opml": "<opml><outline url='http://127.0.0.1/'",
    "xinclude.opml": '<opml xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></opml>',
    "quote without end.csv": 'url,tags\n"http://127.0.0.1/,x\n' + "a,b\n" * 1000,
    "field of 1 MB.csv": lambda scale: "url,tags\nfile:///x," + "x" * int(MIB * scale),
    "300k columns.csv": lambda scale: "url," + "a," * int(300_000 * scale) + "\nfile:///x\n",
    "300k rows.csv": lambda scale: "url,tags\n" + "file:///x,a\n" * int(300_000 * scale),
    "16 MB of commas.csv": lambda scale: "url" + ("," * 250_000 + "\n") * (int(60 * scale) + 1),
    "16 MB of quotes.csv": lambda scale: "url,tags\n" + '"' * int(16 * MIB * scale - 100),
    "16 MB of quoted line ends.csv": lambda scale: "url,tags\n" + '"\n",' * int(3 * MIB * scale),
    "16 MB of blank lines.csv": lambda scale: "url\n" + "\n" * int(16 * MIB * scale - 10),
    "quotes that could be delimiters.csv": "url\n" + '"\n' * 3000,
    "delimiters among quotes.csv": 'url,"' + ',"' * 3000,
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
        yield Hostile(kind="lists", name=name, make=written(made))
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
