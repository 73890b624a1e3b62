"""Hostile pages: HTML, and text, that is deep, wide, long, broken, or of one thing a million times."""

import json
import random
from collections.abc import Callable, Iterator

from spiders.pages.bounds import MOST_PIECES
from tests.hostile.inputs import MIB, Hostile, Sent

#: A page of a posting, with all that readers look at.
POSTING = """<!doctype html><html lang="en"><head><title>Tide gauge engineer - Kelp Works</title>
<meta property="og:title" content="Tide gauge engineer"><link rel="canonical" href="https://kelp.example/jobs/7">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Tide gauge engineer",
"datePosted":"2026-01-05","validThrough":"2026-12-05T17:00:00Z","employmentType":"FULL_TIME",
"hiringOrganization":{"@type":"Organization","name":"Kelp Works"},
"jobLocation":{"@type":"Place","address":{"addressLocality":"Bergen","addressCountry":"NO"}},
"baseSalary":{"@type":"MonetaryAmount","currency":"EUR","value":{"@type":"QuantitativeValue","minValue":60000,
"maxValue":70000,"unitText":"YEAR"}},"description":"<p>You mend gauges.</p><h2>Requirements</h2><ul><li>Diving</li></ul>"}
</script><script id="__NEXT_DATA__" type="application/json">{"props":{"job":{"id":7,"title":"Tide gauge engineer"}}}
</script></head><body><main><h1>Tide gauge engineer</h1><p>Kelp Works · Bergen, Norway</p>
<a href="/jobs/7/apply">Apply now</a><h2>What you will do</h2><ul><li>Mend tide gauges along the coast.</li>
<li>Dive in all weathers, and write down what you find.</li></ul><h2>Requirements</h2><ul><li>A diving certificate.</li>
<li>Three years of work at sea.</li></ul><h2>Pay</h2><p>The yearly salary is €60,000 to €70,000.</p>
<p>Apply by 5 December 2026, 17:00 CET.</p></main><footer>© Kelp Works</footer></body></html>"""

#: What stands where the hostile part comes: a posting around it, so that no reader ends before it.
_HEAD, _TAIL = POSTING.split("<h2>Pay</h2>")


def _page(inside: str) -> bytes:
    return f"{_HEAD}{inside}<h2>Pay</h2>{_TAIL}".encode("utf-8", "surrogatepass")


def _in_head(inside: str) -> bytes:
    return POSTING.replace("<title>", f"{inside}<title>", 1).encode("utf-8", "surrogatepass")


def _in_title(inside: str) -> bytes:
    return POSTING.replace("Tide gauge engineer", inside).encode("utf-8", "surrogatepass")


def _repeated(text: str, size: float) -> str:
    return text * (int(size) // len(text.encode("utf-8", "surrogatepass")))


#: As many as a page may have, nearly.
_MOST = MOST_PIECES - 300

#: Repeated to 9 MB of text in one paragraph, and as paragraphs of their own: bait for patterns and for loops in loops.
BAIT = {
    "spaces": " ", "a": "a", "words": "we are hiring ", "digits": "1", "digits and commas": "1,", "amounts": "$1 ",
    "ranges of amounts": "$60,000 - $70,000 per year ", "euros": "1.000,50 € - ", "dashes": "-", "dots": ".",
    "dates": "5 December 2026 ", "deadlines": "Apply by 5 December 2026, 17:00 CET. ", "colons": "Salary: ",
    "labels": "Location: Bergen ", "times": "17:00 ", "zones": "CET EST UTC+2 ", "bullets": "• ", "newlines": "\n",
    "places": "Bergen, Norway; ", "closed": "This job is no longer available. ", "open quotes": "“", "brackets": "([{<",
    "slashes": "/", "urls": "https://kelp.example/ ", "mails": "a@b.c ", "years": "3+ years of experience ",
    "degrees": "Bachelor's degree or Master's degree ", "months": "6 months ", "bidi": "\u202e\u2066x\u2069",
    "zero width": "\u200b\u200d\u2060", "combining": "e\u0301\u0302\u0303", "surrogates": "\ud800", "emoji": "👩‍💻",
    "cjk": "募集要項勤務地", "arabic": "الراتب ", "nbsp": "\xa0", "nul": "\0", "control": "\x01\x02\x1b[31m",
    "ampersands": "&", "entities": "&amp;&#x41;", "long entity": "&aaaaaaaaaaaaaaaa", "numeric entity": "&#9999999999;",
    "percent": "% ", "underscores": "_", "apostrophes": "d'", "hours": "40 hours per week ", "currencies": "USD ",
    "capitals": "A ", "and": "and or ", "remote": "Remote hybrid onsite ", "headings": "Requirements ",
}  # fmt: skip

#: Repeated as markup.
MARKUP = {
    "div": "<div>", "closed div": "<div></div>", "span": "<span>", "b": "<b>", "a": "<a href=x>", "p": "<p>",
    "li": "<li>x", "ul": "<ul><li>", "table": "<table><tr><td>", "td": "<td>", "h2": "<h2>x</h2>", "hr": "<hr>",
    "br": "x<br>", "links": '<a href="/jobs/1">Engineer, Bergen</a> ', "form": "<form>", "input": "<input>",
    "button": "<button>Apply</button>", "option": "<select><option>x", "script": "<script></script>",
    "json script": '<script type="application/json">{"a":1}</script>', "style": "<style></style>",
    "ld": '<script type="application/ld+json">{"@type":"JobPosting","title":"x"}</script>', "svg": "<svg><path/>",
    "math": "<math><mi>", "template": "<template>", "noscript": "<noscript>", "iframe": '<iframe src="x"></iframe>',
    "meta": "<meta name=a content=b>", "comment": "<!-- x -->", "open comment": "<!--", "cdata": "<![CDATA[x]]>",
    "pi": "<?x ?>", "doctype": "<!doctype html>", "closing": "</div>", "lt": "<", "lt a": "<a", "attribute": '<a b="',
    "itemscope": '<div itemscope itemtype="https://schema.org/JobPosting">', "itemprop": "<i itemprop=title>x</i>",
    "details": "<details><summary>", "dl": "<dl><dt>Pay<dd>$1", "pre": "<pre>x\n", "frameset": "<frameset><frame>",
    "base": "<base href=//x>", "object": "<object>", "font": "<font>", "nobr": "<nobr>", "body": "<body>",
    "html": "<html>", "section": "<section><h2>Pay</h2>", "footer": "<footer>", "hidden": "<p hidden>x", "plaintext": "<x-y>",
    "time": "<time datetime=2026-01-01>x</time>", "strong label": "<p><strong>Pay:</strong> $1",
}  # fmt: skip


def _text(bait: str) -> Callable[[float], Sent]:
    return lambda scale: Sent(body=_page(f"<p>{bait * int(1.9e6 / len(bait) * scale)}</p>"))


def _lines(bait: str) -> Callable[[float], Sent]:
    line = f"<p>{bait * (25 // len(bait) + 1)}</p>"
    return lambda scale: Sent(body=_page(line * _times(line, scale)))


def _as_markup(piece: str) -> Callable[[float], Sent]:
    return lambda scale: Sent(body=_page(piece * _times(piece, scale)))


def _times(piece: str, scale: float) -> int:
    """How often a piece makes a page that is as much as is just looked at."""
    most = min(
        _MOST / max(piece.count("<") + piece.count("\n"), 1), 9 * MIB / len(piece.encode("utf-8", "surrogatepass"))
    )
    return int(most * scale)


def _plain(bait: str) -> Callable[[float], Sent]:
    text = "Tide gauge engineer\n\nRequirements\n\n- Diving\n\n"
    kind = (("Content-Type", "text/plain; charset=utf-8"),)
    return lambda scale: Sent(
        body=f"{text}{bait * int(1.9e6 / len(bait) * scale)}".encode("utf-8", "surrogatepass"), headers=kind
    )


def _nested(opening: str, closing: str, depth: int) -> Callable[[float], Sent]:
    def make(scale: float) -> Sent:
        times = int(depth * scale)
        return Sent(body=_page(opening * times + "x" + closing * times))

    return make


def _json_script(kind: str, text: Callable[[int], str], size: int) -> Callable[[float], Sent]:
    return lambda scale: Sent(body=_in_head(f"<script {kind}>{text(int(size * scale))}</script>"))


def _ld(given: str) -> str:
    return f'{{"@context":"https://schema.org","@type":"JobPosting",{given}}}'


_LD = 'type="application/ld+json"'
_NEXT = 'id="__NEXT_DATA__" type="application/json"'

#: JSON in a page, by what is hostile about it; made for a size.
JSON: dict[str, tuple[Callable[[int], str], int]] = {
    "arrays 100k deep": (lambda n: "[" * n + "]" * n, 100_000),
    "arrays 100k deep without end": (lambda n: "[" * n, 100_000),
    "objects 100k deep": (lambda n: '{"a":' * n + "1" + "}" * n, 100_000),
    "objects 900 deep": (lambda _: '{"a":' * 900 + "1" + "}" * 900, 1),
    "graph 1 M": (lambda n: '{"@graph":[' + ",".join(['{"@id":"x"}'] * n) + "]}", 300_000),
    "graph 140k": (lambda n: '{"@graph":[' + ",".join(['{"@id":"x"}'] * n) + "]}", 140_000),
    "ids in a circle": (lambda _: '{"@graph":[{"@id":"a","b":{"@id":"a"}},{"@id":"b","a":{"@id":"b"}}]}', 1),
    "a number of a million digits": (lambda n: _ld('"baseSalary":' + "9" * n), 1_000_000),
    "a number of 4,000 digits": (lambda _: _ld('"baseSalary":{"value":' + "9" * 4_000 + "}"), 1),
    "an exponent": (lambda _: _ld('"baseSalary":{"currency":"EUR","value":{"value":1e999999999,"unitText":"YEAR"}}'), 1),
    "an exponent as text": (
        lambda _: _ld('"baseSalary":{"currency":"EUR","value":{"value":"1e99999999","unitText":"YEAR"}}'), 1
    ),
    "NaN": (lambda _: _ld('"baseSalary":{"currency":"EUR","value":{"minValue":NaN,"maxValue":Infinity}}'), 1),
    "keys that are there twice": (lambda n: "{" + ",".join(['"title":"x"'] * n) + "}", 300_000),
    "half characters": (lambda n: _ld(f'"title":"{chr(92)}ud800","description":"{chr(92)}udfff{chr(92)}ud800"'), 1),
    "wrong types": (
        lambda _: _ld('"title":{"a":[1]},"hiringOrganization":[[[]]],"jobLocation":7,"baseSalary":"x","datePosted":[]'), 1
    ),
    "dates out of time": (
        lambda _: _ld('"datePosted":"0000-00-00","validThrough":"99999-99-99T99:99:99+99:99","title":"x"'), 1
    ),
    "a million locations": (lambda n: _ld(f'"jobLocation":[{",".join(["{}"] * n)}]'), 500_000),
    "places of one letter": (
        lambda n: _ld('"title":"x","jobLocation":[' + ",".join(['{"address":"Bergen"}'] * n) + "]"), 100_000
    ),
    "a description of 8 MB": (lambda n: _ld(f'"title":"x","description":"{"Diving. " * n}"'), MIB),
    "a description of tags": (lambda n: _ld(f'"title":"x","description":"{"<p>" * n}"'), MIB),
    "a description of entities": (lambda n: _ld(f'"title":"x","description":"{"&lt;p&gt;" * n}"'), MIB // 2),
    "backslashes": (lambda n: _ld(f'"title":"{chr(92) * n}"'), MIB),
    "quotes": (lambda n: '"' * n, MIB),
    "without end": (lambda n: '{"title":"' + "x" * n, 3_900_000),
    "a string of 4 MB and a comma too many": (lambda n: '{"title":"' + "x" * n + '",}', 3_900_000),
    "quotes behind backslashes, the last alone": (lambda n: '{"title":"' + chr(92) + f'"{chr(92)}' * n, 1_900_000),
    "the end of a comment and spaces": (lambda n: '{"title":"x"}-->' + " " * n + "x", 3_900_000),
    "commas among spaces": (lambda n: "[" + ", " * n, 1_900_000),
    "slashes": (lambda n: "[" + "//\n" * n, 1_300_000),
    "strings of two": (lambda n: "[" + '"a\\n",' * n, 500_000),
    "control characters": (lambda _: _ld('"title":"\x00\x01\x1b[31m\x9b\u2028\u202e"'), 1),
    "commas": (lambda n: "[" + "," * n + "]", MIB),
    "a list of lists": (lambda n: "[" + "[],".join([""] * n) + "[]]", MIB),
    "a billion laughs of references": (
        lambda _: '{"@graph":[' + ",".join(f'{{"@id":"{i}","a":[{{"@id":"{i+1}"}},{{"@id":"{i+1}"}}]}}' for i in range(60)) + "]}", 1
    ),
    "prototype": (lambda _: _ld('"__proto__":{"a":1},"constructor":{"prototype":1},"__class__":"x","title":"x"'), 1),
}  # fmt: skip

_LAUGHS = "<!DOCTYPE lolz [<!ENTITY lol 'lol'>" + "".join(
    f"<!ENTITY lol{number + 1} '{f'&lol{number or str()};' * 10}'>" for number in range(9)
)


def _one(body: bytes | str, *headers: tuple[str, str], status: int = 200) -> Callable[[float], Sent]:
    body = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    given = headers or (("Content-Type", "text/html; charset=utf-8"),)
    return lambda _: Sent(body=body, headers=given, status=status)


def _charset(name: str, body: bytes = POSTING.encode("cp1252", "replace")) -> Callable[[float], Sent]:
    return _one(body, ("Content-Type", f"text/html; charset={name}"))


#: What was thought of by hand.
BY_HAND: dict[str, Callable[[float], Sent]] = {
    "nothing": _one(b""),
    "one byte": _one(b"<"),
    "white space": lambda scale: Sent(body=b" \n\t" * int(3 * MIB * scale)),
    "nul bytes": lambda scale: Sent(body=b"\0" * int(9 * MIB * scale)),
    "random bytes": lambda scale: Sent(body=random.Random(1).randbytes(int(9 * MIB * scale))),
    "random bytes above ascii": lambda scale: Sent(
        body=bytes(it | 0x80 for it in random.Random(2).randbytes(int(2 * MIB * scale)))
    ),
    "a line of 10 MB": lambda scale: Sent(body=b"x" * int(10 * MIB * scale)),
    "divs 29k deep": _nested("<div>", "</div>", 29_000),
    "bold 29k deep": _nested("<b>", "</b>", 29_000),
    "divs 100k deep": _nested("<div>", "</div>", 100_000),
    "spans 100k deep": _nested("<span>", "</span>", 100_000),
    "bold 100k deep": _nested("<b>", "</b>", 100_000),
    "lists 100k deep": _nested("<ul><li>", "</li></ul>", 100_000),
    "tables 50k deep": _nested("<table><tr><td>", "</td></tr></table>", 50_000),
    "links 100k deep": _nested("<a href=x>", "</a>", 100_000),
    "quotes 100k deep": _nested("<blockquote>", "</blockquote>", 100_000),
    "svg 100k deep": _nested("<svg><g>", "</g></svg>", 50_000),
    "items 50k deep": _nested('<div itemscope itemtype="https://schema.org/JobPosting" itemprop=a>', "</div>", 50_000),
    "sections 250 deep, wide": _nested("<section>" * 250, "</section>" * 250 + "<p>x</p>" * 9, 300),
    "1 M attributes": lambda scale: Sent(
        body=_page(f"<div {' '.join(f'a{number}=1' for number in range(int(1_000_000 * scale)))}>x</div>")
    ),
    "1 M equal attributes": lambda scale: Sent(body=_page(f"<div {'a=1 ' * int(1_000_000 * scale)}>x</div>")),
    "1 M attributes without values": lambda scale: Sent(body=_page(f"<div {'a ' * int(1_000_000 * scale)}>x</div>")),
    "1 M classes": lambda scale: Sent(body=_page(f"<div class='{'a ' * int(1_000_000 * scale)}'>x</div>")),
    "an attribute of 9 MB": lambda scale: Sent(body=_page(f"<a href='{'x' * int(9 * MIB * scale)}'>Apply</a>")),
    "an attribute name of 9 MB": lambda scale: Sent(body=_page(f"<a {'x' * int(9 * MIB * scale)}=1>Apply</a>")),
    "a tag name of 9 MB": lambda scale: Sent(body=_page(f"<{'x' * int(9 * MIB * scale)}>Apply")),
    "a comment of 9 MB": lambda scale: Sent(body=_page(f"<!--{'x-' * int(4 * MIB * scale)}-->")),
    "a comment without end": lambda scale: Sent(body=_page(f"<!--{'x-' * int(4 * MIB * scale)}")),
    "a title of 9 MB": lambda scale: Sent(body=_in_title("Engineer " * int(MIB / 4 * scale))),
    "a heading of 9 MB": lambda scale: Sent(body=_page(f"<h1>{'Engineer ' * int(MIB * scale)}</h1>")),
    "70k headings": lambda scale: Sent(body=_page("<h2>Requirements</h2><p>x</p>" * int(70_000 * scale))),
    "canonical of 4 MB": lambda scale: Sent(
        body=_in_head(f"<link rel=canonical href='/{'a/' * int(2 * MIB * scale)}'>")
    ),
    "refresh to file": _one(_in_head('<meta http-equiv=refresh content="0;url=file:///etc/passwd">')),
    "refresh to data": _one(_in_head('<meta http-equiv=refresh content="0;url=data:text/html,<h1>x</h1>">')),
    "refresh to javascript": _one('<meta http-equiv=refresh content="0;url=javascript:alert(1)">'),
    "refresh to itself": _one('<html><meta http-equiv=refresh content="0;url="><body>x</body></html>'),
    "refresh to the metadata host": _one('<meta http-equiv=refresh content="0;url=http://169.254.169.254/latest/">'),
    "base elsewhere": _one(_in_head("<base href='javascript:x'>")),
    "base broken": _one(_in_head("<base href='http://[::1'><a href='http://[x'>Apply</a>")),
    "links of every scheme": _one(
        _page(
            "".join(
                f'<a href="{it}:x">Apply</a>' for it in ("javascript", "data", "file", "vbscript", "mailto", "gopher")
            )
        )
    ),
    "widget of a system at a private address": _one(
        _page('<iframe src="http://127.0.0.1:1/embed/job_board?for=x"></iframe><div id="grnhse_app"></div>')
    ),
    "entities, billion laughs, html": _one(_LAUGHS + "]><html><body><h1>&lol9;</h1></body></html>"),
    "entities, billion laughs, xml": _one(
        f"<?xml version='1.0'?>{_LAUGHS}]><rss><item>&lol9;</item></rss>", ("Content-Type", "application/xml")
    ),
    "entities, quadratic": lambda scale: Sent(
        body=f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a '{'a' * int(MIB * scale)}'>]><rss>{'&a;' * 5000}</rss>".encode(),
        headers=(("Content-Type", "application/xml"),),
    ),
    "entities, external": _one(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><item>&e;</item></rss>',
        ("Content-Type", "application/xml"),
    ),
    "entities, external parameter": _one(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:1/x.dtd"> %e;]><rss/>',
        ("Content-Type", "application/xml"),
    ),
    "doctype behind white space": _one(
        "<?xml version='1.0'?>" + " " * 2000 + f"{_LAUGHS}]><rss><item>&lol9;</item></rss>",
        ("Content-Type", "text/xml"),
    ),
    "xinclude": _one(
        '<?xml version="1.0"?><rss xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></rss>',
        ("Content-Type", "text/xml"),
    ),
    "stylesheet": _one(
        '<?xml version="1.0"?><?xml-stylesheet href="file:///etc/passwd"?><rss/>', ("Content-Type", "text/xml")
    ),
    "xml 100k deep": lambda scale: Sent(
        body=b"<rss>" + b"<a>" * int(100_000 * scale) + b"</a>" * int(100_000 * scale) + b"</rss>",
        headers=(("Content-Type", "text/xml"),),
    ),
    "xml of 300k items": lambda scale: Sent(
        body=b"<rss><channel>" + b"<item><title>x</title></item>" * int(300_000 * scale) + b"</channel></rss>",
        headers=(("Content-Type", "application/rss+xml"),),
    ),
    "xml of 1 M tags": lambda scale: Sent(
        body=b"<rss>" + b"".join(b"<a%d/>" % number for number in range(int(700_000 * scale))) + b"</rss>",
        headers=(("Content-Type", "application/rss+xml"),),
    ),
    "xml of 300k attributes": lambda scale: Sent(
        body=b"<rss><item " + b" ".join(b"a%d='1'" % number for number in range(int(300_000 * scale))) + b"/></rss>",
        headers=(("Content-Type", "application/rss+xml"),),
    ),
    "xml of namespaces": lambda scale: Sent(
        body=b"<rss><item "
        + b" ".join(b"xmlns:a%d='u:%d'" % (it, it) for it in range(int(20_000 * scale)))
        + b"/></rss>",
        headers=(("Content-Type", "application/rss+xml"),),
    ),
    "charset utf-16 that is none": _charset("utf-16"),
    "charset utf-7": _charset("utf-7", b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-" + POSTING.encode()),
    "charset of nobody": _charset("x-no-such-thing"),
    "charset base64": _charset("base64"),
    "charset zip": _charset("zlib"),
    "charset idna": _charset("idna"),
    "charset punycode": _charset("punycode"),
    "charset unicode_escape": _charset("unicode_escape", rb"\N{BULLET}\ud800" + POSTING.encode()),
    "charset undefined": _charset("undefined"),
    "charset with nul": _charset("utf\0-8"),
    "charset of 8 KB": _charset("x" * 8000),
    "charset utf-32": _charset("utf-32", POSTING.encode("utf-32")),
    "charset shift_jis of latin": _charset("shift_jis", POSTING.encode() + bytes(range(128, 256)) * 2000),
    "charset iso-2022-jp": _charset("iso-2022-jp", POSTING.encode() + b"\x1b$B" + b"!!" * 20_000),
    "charset gb18030": _charset("gb18030", POSTING.encode() + b"\x81\x30\x81\x30\xff" * 20_000),
    "charset hz": _charset("hz", POSTING.encode() + b"~{" + b"<:" * 20_000),
    "a mark of utf-16 before ascii": _one(b"\xff\xfe" + POSTING.encode()),
    "a mark of utf-16 and an odd byte": _one(POSTING.encode("utf-16") + b"\0"),
    "two marks": _one(b"\xef\xbb\xbf\xff\xfe" + POSTING.encode()),
    "overlong utf-8": _one(POSTING.encode() + b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf" * 10_000),
    "surrogates in utf-8": _one(POSTING.encode() + b"\xed\xa0\x80\xed\xbf\xbf" * 10_000),
    "meta charsets": _one(_in_head("".join(f"<meta charset={it}>" for it in ("utf-16", "x", "hex", "rot13", "")))),
    "a type that is none": _one(POSTING, ("Content-Type", ";;;=\"'")),
    "type json, html inside": _one(POSTING, ("Content-Type", "application/json")),
    "type xml, html inside": _one(POSTING, ("Content-Type", "application/xml")),
    "type html, json inside": _one('{"title": "x"}'),
    "a page of a challenge of 9 MB": lambda scale: Sent(
        body=b"<title>Just a moment...</title>" + b"<p>Checking your browser</p>" * int(300_000 * scale), status=503
    ),
    "a login of 1 M inputs": lambda scale: Sent(
        body=b"<form><input type=password>" + b"<input>" * int(1_000_000 * scale) + b"</form>"
    ),
    "a list of 100k roles": lambda scale: Sent(
        body=b"<h1>Open positions</h1><ul>"
        + b"".join(b"<li><a href=/jobs/%d>Engineer %d</a></li>" % (it, it) for it in range(int(100_000 * scale)))
        + b"</ul>"
    ),
    "a list of itself": _one(b"<h1>Open positions</h1><ul>" + b"<li><a href=''>Engineer</a></li>" * 50 + b"</ul>"),
    "next pages without end": _one(
        b"<h1>Open positions</h1>"
        + b"".join(b"<a href=/jobs/%d>Engineer %d</a>" % (it, it) for it in range(30))
        + b'<a rel=next href="?page=2">Next</a><link rel=next href="?page=3">'
    ),
    "a script's string of 3 MB": lambda scale: Sent(
        body=_in_head(f"<script>var itle\", ocation = JSON.parse('{'x' * int(2_900_000 * scale)}')</script>")
    ),
    "a script's string without end": lambda scale: Sent(
        body=_in_head(f"<script>var itle\", ocation = JSON.parse('{chr(92) * int(2_900_000 * scale)}</script>")
    ),
    "framesets": _one("<frameset><frame src='javascript:x'><frame src='file:///etc/passwd'></frameset>"),
    "joined pages that are none": _one(b'{"monitor-pages": [' + b"[" * 5000, ("Content-Type", "application/json")),
    "an error page that says its templates": _one("{{ 7*7 }} {% include '/etc/passwd' %} ${7*7} <%= 7 %>"),
    "terminal": _one(_in_title("\x1b]0;gotcha\x07\x1b[2J\x9b31m")),
    "csv": _one(_in_title("=cmd|' /C calc'!A0")),
    "headers of mail": _one(_in_title("x\r\nBcc: victim@example.org")),
    "script in everything": _one(_in_title("</title><script>alert(1)</script>")),
    "a picture": _one(b"\x89PNG\r\n\x1a\n" + b"\0" * 1000),
    "a picture that says it is text": _one(b"GIF89a" + POSTING.encode()),
    "an archive": _one(b"PK\x03\x04" + b"\0" * 1000),
    "a program": _one(b"\x7fELF" + b"\x01" * 1000),
    "a page within a page": _one(POSTING * 20),
    "the posting, not even hostile": _one(POSTING),
}


def hostile_pages() -> Iterator[Hostile]:
    """All of them."""
    for name, make in BY_HAND.items():
        yield Hostile(kind="pages", name=name, make=make)
    for name, bait in BAIT.items():
        yield Hostile(kind="pages", name=f"text of {name}", make=_text(bait))
        yield Hostile(kind="pages", name=f"paragraphs of {name}", make=_lines(bait))
    for name in ("spaces", "words", "amounts", "deadlines", "newlines", "labels", "bullets", "bidi", "years", "cjk"):
        yield Hostile(kind="pages", name=f"plain text of {name}", make=_plain(BAIT[name]))
    for name, piece in MARKUP.items():
        yield Hostile(kind="pages", name=f"markup: {name}", make=_as_markup(piece))
    for name, (text, size) in JSON.items():
        yield Hostile(kind="pages", name=f"JSON-LD: {name}", make=_json_script(_LD, text, size))
        yield Hostile(kind="pages", name=f"state: {name}", make=_json_script(_NEXT, text, size))


def whole_json() -> Iterator[Hostile]:
    """The JSON of pages as an answer by itself."""
    for name, (text, size) in JSON.items():
        yield Hostile(kind="answers", name=f"JSON: {name}", make=_answer(text, size))


def _answer(text: Callable[[int], str], size: int) -> Callable[[float], Sent]:
    kind = (("Content-Type", "application/json"),)
    return lambda scale: Sent(body=text(int(size * scale)).encode("utf-8", "surrogatepass"), headers=kind)


def shown(value: object) -> str:
    """JSON of anything."""
    return json.dumps(value)
