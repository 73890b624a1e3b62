"""Words that a page may hold to harm whoever reads of them, and changes with them in every field."""

import string
import unicodedata
from dataclasses import replace

from hypothesis import strategies as st

from monitor.notify.specimens import specimen
from monitor.vocabulary import Kind

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)><math><mi//xlink:href='data:x,<script>'>",
    '"><style>*{display:none}</style>',
    "' onmouseover='alert(1)' style='position:fixed",
    "</p></td></table></div></body></html><body onload=x><!--",
    "--><script>x</script><!-- ]]> <![CDATA[ <?php ?> <!DOCTYPE x>",
    "</title></style></blockquote><base href=//evil.example><meta http-equiv=refresh content=0;url=//evil.example>",
    "expression(alert(1)); background:url(javascript:x); } body { color: red",
    "javascript:alert(1) data:text/html,<script>x</script> vbscript:x",
    "<!channel> <!here> <!everyone> <@U024BE7LH> <#C024BE7LR> <!subteam^S1|x> <!date^1^{date}|x>",
    "@here @channel @everyone @all @jo <@123> <@&123> <#123> <:a:1> tg://user?id=1",
    "<https://evil.example|https://bank.example> <mailto:x@evil.example|mail>",
    "[https://bank.example](https://evil.example) [a]( <https://evil.example> 'b')",
    "[good](evil) [x][y] ![pixel](https://evil.example/p.png) ![](//evil.example)",
    "[a]: https://evil.example\n[a] [^1]\n[^1]: note",
    "&lt;!channel&gt; &#60;b&#62; &amp;lt; &#0; &#x202e;",
    "**bold** __bold__ *it* _it_ ~~gone~~ ~gone~ `code` ``c`` ||spoiler|| ==m== ^s^ $x$",
    "```\ncode\n```\n~~~\ncode\n~~~\n    code",
    "# Heading\n> quote\n- item\n+ item\n* item\n1. item\n2) item\n---\n===\n***\n___\n- [x] done",
    "| a | b |\n|---|---|\n| 1 | 2 |\n:---:",
    "line\r\nBcc: victim@example.org\r\n\r\nbody",
    "line\nBcc: victim@example.org\n.\nQUIT",
    "line\u2028Bcc: victim@example.org\u2029\x85\x0b\x0c",
    "=?utf-8?q?=0D=0ABcc:_v@example.org?= =?utf-8?b?QmNj?=",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m \x1b[2J\x1b[H \x08\x08\x7f",
    "\x1b]8;;https://evil.example\x1b\\https://bank.example\x1b]8;;\x1b\\",
    "\u202egnp.exe\u202c \u2066\u2067\u2068\u2069 \u200e\u200f \u061c",
    "a\u200bb\u200c\u200dc\u2060\ufeff\u00ad \U000e0001\U000e0041",
    "{{ 7 * 7 }} {{7*7}} {% raw %} {# x #} {%- set x = 1 -%} ${7*7} #{7*7} <%= 7*7 %> %(x)s {0} {x.__class__}",
    "{{ ''.__class__.__mro__ }} {% include '/etc/passwd' %} {{ config }} {{ self }}",
    "\\*still\\_escaped\\ \\\\ \\",
    ":skull: :here: \\[x\\](y) 👩\u200d💻🇺🇳 e\u0301",
    "[bold]rich[/bold] [link=https://evil.example]bank[/link] [/] [@click=x]y[/]",
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3\t=1+1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '\t=HYPERLINK("https://evil.example","bank")',
    "\n=1+1",
    "＝1+1",
    "END:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO; ATTACH:x, \\n \\;",
    "MESSAGE\n\x05\x00\x00\x00\x00\x00\x00\x00PRIO",
    "null\x00byte\x00",
    "\ud800 lone \udfff halves",
    "w" * 5000,
    "Supercalifragilistic" * 300 + "@here",
    "Ingenieur*in (m/w/d), C++ & C#, 50 % – 3 €/h <3 @ home",
    "",
]

_MEANT = "<>[]()!*_`~|#\\&@-+=.:;{}%$^\"'/ \n\r\t\x00\x1b\x9b\u2028\u202e\u200bab1"
texts = st.text(
    alphabet=st.one_of(st.sampled_from(_MEANT), st.characters()),
    max_size=80,
)
hostile = st.one_of(texts, st.sampled_from(PAYLOADS), st.tuples(texts, st.sampled_from(PAYLOADS)).map("".join))


def specimen_with(words, kind, now, number=1):
    """A change of a kind with these words in every field that a page fills."""
    change, watch = specimen(kind, now, number)
    url = f"https://jobs.example.org/{words}"
    posting = {
        "title": words,
        "organization": words,
        "deadline": {"at": "2027-01-05T17:00:00Z", "date_only": False, "zone": words, "text": words},
        "evidence": {name: {"source": "text", "where": words, "text": words} for name in (str(change.field), "status")},
    }
    record = {
        "posting": posting if (watch.record or {})["posting"] else None,
        "roles": [{"title": words, "url": words}],
    }
    told = replace(
        change,
        url=url,
        summary=words,
        field=words if kind in {Kind.POSTING_ADDED, Kind.POSTING_REMOVED} else change.field,
        before=_with(change.before, words),
        after=_with(change.after, words and f"{words} more"),
    )
    return told, replace(watch, url=url, record=record)


def _with(value, words):
    """The value with its texts replaced."""
    match value:
        case {"title": _}:
            return {"title": words, "url": f"https://jobs.example.org/{words}"}
        case {"unit": _}:
            return value | {"currency": words, "text": words}
        case {"at": _}:
            return value | {"zone": words, "text": words}
        case str():
            return words
        case list():
            return [words, "Paris"]
    return value


def is_harmless_on_a_terminal(text, *, colours=False):
    """Whether nothing in a text is a command to a terminal or turns the direction of what is read."""
    if colours:
        text = _without_colours(text)
    return not {unicodedata.category(it) for it in text if it not in "\n\u200c\u200d"} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _without_colours(text):
    for code in string.digits:
        text = text.replace(f"\x1b[{code}m", "")
    for code in ("31", "32", "1;31", "31;1;4", "32;1;4", "1;4;31", "1;4;32", "1;32"):
        text = text.replace(f"\x1b[{code}m", "")
    return text
