"""Noise: what differs between two fetches of one page and means nothing. Each pass takes and gives tokens.

Passes are deterministic by the random numbers that they are given, and may follow each other in any order. What a page
says to machines is kept: addresses, microdata, JSON-LD and page state (their keys may come in another order).
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html.entities import codepoint2name
from random import Random
from urllib.parse import urlsplit

from pages import furniture
from pages.furniture import Pass
from pages.markup import KEPT_SPACE, VOID, Token, end_of, html_of, places_of, text_within, tokens, written
from pages.words import Words, words_of

#: Ids that frameworks, and not a site's build, give.
_FRAMEWORK_IDS = frozenset({"root", "app", "__next", "__nuxt", "___gatsby"})
_REFERENCES = frozenset({"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"})
_JSON_TYPES = ("application/ld+json", "application/json")
_STATE = re.compile(r"JobPosting|__[A-Z_]{4,}__|^\s*(?:var|window\.|let|const)?\s*[\w.$]+\s*=\s*[{\[]", re.MULTILINE)
_INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "label", "mark", "q", "s", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u"
    }
)  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n]+")
_TRACKED = ("utm_source=mail&utm_campaign={}", "trk={}", "gclid={}", "utm_medium=social&fbclid={}")
_AGE = re.compile(r"\b(\d{1,3})(?= (?:days?|weeks?|months?|hours?) ago\b)")
_COUNT = re.compile(r"\b(\d{1,4})(?= (?:applicants|views|clicks)\b)")
_FEWEST_ENTRIES = 4
_MOST_ENTRIES = 60


def _token_of(random: Random, length: int = 8) -> str:
    return "".join(random.choices("0123456789abcdef", k=length))


def names(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Class names, ids and data attributes are others, the same ones everywhere."""
    salt = _token_of(random)
    known: dict[str, str] = {}

    def other(name: str) -> str:
        return known.setdefault(name, f"x{salt[:3]}{len(known)}")

    ids = {it.get("id") or "" for it in page if it.kind == "start" and it.name != "script"} - _FRAMEWORK_IDS

    def renamed(key: str, value: str | None) -> tuple[str, str | None]:
        low = key.lower()
        if value is None:
            return key, value
        if low == "class":
            return key, " ".join(map(other, value.split()))
        if low == "id":
            return key, other(value) if value in ids else value
        if low == "href" and value[:1] == "#" and value[1:] in ids:
            return key, f"#{other(value[1:])}"
        if low in _REFERENCES:
            return key, " ".join(other(it) if it in ids else it for it in value.split())
        plain = low.startswith("data-") and re.fullmatch(r"[\w-]{1,40}", value)
        return key, other(value) if plain else value

    return [
        it.having(renamed(*pair) for pair in it.attributes)
        if it.kind == "start" and it.attributes and it.name not in {"script", "meta", "link", "html"}
        else it
        for it in page
    ]


def attribute_order(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Attributes stand in another order."""
    return [
        it.having(random.sample(it.attributes, k=len(it.attributes)))
        if it.kind == "start" and len({key.lower() for key, _ in it.attributes}) == len(it.attributes) > 1
        else it
        for it in page
    ]


def more_attributes(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Nonces, hashes of builds and hooks of scripts."""
    build = f"data-v-{_token_of(random)}"

    def more(it: Token) -> list[tuple[str, str | None]]:
        if it.name in {"script", "style"}:
            return [("nonce", _token_of(random, 16))]
        return [(build, ""), ("data-reactid", str(random.randrange(9999)))][: random.randint(1, 2)]

    return [
        it.having([*it.attributes, *more(it)])
        if it.kind == "start" and it.name not in {"meta", "html", "title"} and random.random() < 0.3  # noqa: PLR2004 - some
        else it
        for it in page
    ]


def white_space(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Indentation between blocks, and lines broken elsewhere."""
    made: list[Token] = []
    kept = 0
    for number, it in enumerate(page):
        if it.name in KEPT_SPACE and it.kind in {"start", "end"}:
            kept += 1 if it.kind == "start" else -1
        if it.kind == "text" and kept <= 0:
            made.append(replace(it, text=_SPACE.sub(lambda _: random.choice((" ", "\n", "\n    ", "  ")), it.text)))
        else:
            made.append(it)
        after = page[number + 1] if number + 1 < len(page) else None
        if kept <= 0 and after and _is_block(it) and _is_block(after) and random.random() < 0.5:  # noqa: PLR2004 - some
            made.append(Token("text", random.choice(("\n", "\n\t\t", " "))))
    return made


def _is_block(it: Token) -> bool:
    return it.kind in {"start", "end"} and it.name not in _INLINE and it.name not in KEPT_SPACE


def entities(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Characters of text that are no ASCII are written as entities, named or by number."""

    def entity(found: re.Match[str]) -> str:
        code = ord(found[0])
        if code in codepoint2name and random.random() < 0.5:  # noqa: PLR2004 - either
            return f"&{codepoint2name[code]};"
        return f"&#{code};" if random.random() < 0.5 else f"&#x{code:x};"  # noqa: PLR2004 - either

    return [
        replace(it, text=re.sub(r"[^\x00-\x9f]", entity, it.text))
        if it.kind == "text" or (it.kind == "raw" and it.name == "title")
        else it
        for it in page
    ]


def comments(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Comments between tags."""
    made = []
    for number, it in enumerate(page):
        made.append(it)
        if it.kind == "end" and number + 1 < len(page) and random.random() < 0.05:  # noqa: PLR2004 - now and then
            made.append(Token("other", f"<!-- {_token_of(random)} served by web-{random.randrange(40)} -->"))
    return made


def scripts(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Scripts and styles are others; state that scripts carry has its keys in another order."""
    made = []
    for number, it in enumerate(page):
        opened = page[number - 1] if number else it
        if it.kind != "raw" or it.name not in {"script", "style"}:
            made.append(it)
        elif it.name == "style":
            made.append(replace(it, text=f".{_token_of(random)}{{color:#{_token_of(random, 6)}}}\n{it.text}"))
        elif (opened.get("type") or "").lower() in _JSON_TYPES:
            made.append(replace(it, text=_shuffled(it.text, random)))
        elif not _STATE.search(it.text):
            made.append(
                replace(it, text=f'/* build {_token_of(random)} */ var t="{_token_of(random, 24)}";\n{it.text}')
            )
        else:
            made.append(it)
    script = f'<script>window.__t={{"session":"{_token_of(random, 24)}","salary":0,"closed":true}};</script>'
    ends = [number for number, it in enumerate(made) if it.kind == "end" and it.name == "body"]
    return [*made[: ends[-1]], *tokens(script), *made[ends[-1] :]] if ends else made


def _shuffled(text: str, random: Random) -> str:
    try:
        value = json.loads(text)
    except ValueError:
        return text

    def shuffled(value: object) -> object:
        if isinstance(value, dict):
            return {key: shuffled(value[key]) for key in random.sample(list(value), k=len(value))}
        return [shuffled(it) for it in value] if isinstance(value, list) else value

    return json.dumps(shuffled(value), ensure_ascii=False, indent=random.choice((None, 1, 4))).replace("</", "<\\/")


def wrappers(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """One or two elements more around all that the body holds."""
    bodies = places_of(page, "body")
    ends = [number for number, it in enumerate(page) if it.kind == "end" and it.name == "body"]
    if len(bodies) != 1 or not ends:
        return page
    depth = random.randint(1, 2)
    opened = tokens(f'<div class="ab-{_token_of(random)}">' * depth)
    return [
        *page[: bodies[0] + 1],
        *opened,
        *page[bodies[0] + 1 : ends[-1]],
        *tokens("</div>" * depth),
        *page[ends[-1] :],
    ]


def rotation(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Lists of links of one kind, as related postings and footers are, come in another order."""
    made, position = [], 0
    for start in places_of(page, "ul", "ol"):
        end = end_of(page, start)
        if start < position or end is None or not (entries := _entries(page, start, end)):
            continue
        shift = random.randint(1, len(entries) - 1)
        made += page[position : entries[0][0]]
        made += [it for one in (*entries[shift:], *entries[:shift]) for it in page[one[0] : one[1]]]
        position = entries[-1][1]
    return [*made, *page[position:]]


def _entries(page: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list that are links of one directory and nothing but; none where they are anything else."""
    entries, number = [], start + 1
    while number < end:
        if page[number].kind == "start" and page[number].name == "li":
            stop = end_of(page, number)
            if stop is None or stop >= end:
                return []
            entries.append((number, stop + 1))
            number = stop
        number += 1
    if not _FEWEST_ENTRIES <= len(entries) <= _MOST_ENTRIES:
        return []
    directories = {_directory(page[one:other]) for one, other in entries}
    return entries if len(directories) == 1 and None not in directories else []


def _directory(entry: Sequence[Token]) -> str | None:
    links = [number for number, it in enumerate(entry) if it.kind == "start" and it.name == "a"]
    if len(links) != 1 or (end := end_of(entry, links[0])) is None:
        return None
    if text_within(entry[links[0] : end]) != text_within(entry):
        return None
    parts = urlsplit(entry[links[0]].get("href") or "")
    return f"{parts.netloc}{parts.path.rpartition('/')[0]}" or None


def tracking(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Parameters that follow people about, on links."""
    session = random.choice(_TRACKED).format(_token_of(random, 12))

    def tracked(key: str, value: str | None) -> tuple[str, str | None]:
        if key.lower() != "href" or not value or not re.match(r"(?:https?:/|/)/?\w", value):
            return key, value
        address, mark, part = value.partition("#")
        joint = "&amp;" if "?" in address else "?"
        return key, f"{address}{joint}{session.replace('&', '&amp;')}{mark}{part}"

    return [
        it.having(tracked(*pair) for pair in it.attributes) if it.kind == "start" and it.name == "a" else it
        for it in page
    ]


def case(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Tags in upper or lower case."""
    upper = random.random() < 0.5  # noqa: PLR2004 - either

    def cased(it: Token) -> Token:
        name = it.name.upper() if upper else it.name
        return replace(it, text=re.sub(r"(?<=[</])[\w:-]+", lambda _: name, it.text, count=1))

    return [cased(it) if it.kind in {"start", "end"} else it for it in page]


def quotes(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Attributes in other quotation marks; <br> and the like with and without a slash."""
    quote = random.choice("\"'")
    close = random.choice(("", "/", " /"))
    return [
        written(it, quote=quote, close=close if it.name in VOID else "") if _is_writable(it, quote) else it
        for it in page
    ]


def _is_writable(it: Token, quote: str) -> bool:
    return it.kind == "start" and not any(quote in (value or "") for _, value in it.attributes)


def head(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """More <meta> and <link>, and those that are there in another order; the same names keep theirs."""
    heads = places_of(page, "head")
    if not heads or (end := end_of(page, heads[0])) is None:
        return page
    inner = page[heads[0] + 1 : end]
    movable = [it for it in inner if it.kind == "start" and it.name in {"meta", "link"}]
    others = [it for it in inner if it not in movable]
    by_name: dict[str, list[Token]] = {}
    for it in movable:
        by_name.setdefault(it.get("property") or it.get("name") or it.get("rel") or "", []).append(it)
    groups = list(by_name.values())
    random.shuffle(groups)
    more = tokens(
        f'<meta name="csrf-token" content="{_token_of(random, 32)}"><meta name="build" content="{_token_of(random)}">'
        f'<link rel="preload" href="/{_token_of(random)}.css" as="style">'
    )
    return [*page[: heads[0] + 1], *more, *(it for group in groups for it in group), *others, *page[end:]]


def hidden_inputs(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Tokens against forgery in forms."""
    token = f'<input type="hidden" name="authenticity_token" value="{_token_of(random, 40)}">'
    made: list[Token] = []
    for it in page:
        made.append(it)
        if it.kind == "start" and it.name == "form":
            made += tokens(token)
    return made


def ages(page: list[Token], random: Random, _words: Words) -> list[Token]:
    """Relative ages and counters have moved on."""

    def older(found: re.Match[str]) -> str:
        return str(int(found[1]) + 1)

    def more(found: re.Match[str]) -> str:
        return str(int(found[1]) + random.randint(1, 9))

    return [replace(it, text=_COUNT.sub(more, _AGE.sub(older, it.text))) if it.kind == "text" else it for it in page]


PASSES: Mapping[str, Pass] = {
    it.__name__: it
    for it in (
        names, attribute_order, more_attributes, white_space, entities, comments, scripts, wrappers, rotation,
        furniture.related, furniture.cookie_banner, furniture.newsletter, furniture.counters, furniture.articles,
        tracking, case, quotes, head, hidden_inputs, ages,
    )
}  # fmt: skip


def noisy(html: str, chosen: Sequence[str], *, seed: str, language: str) -> str:
    """The page after some passes, in the order given.

    Args:
        html: the page.
        chosen: names in `PASSES`.
        seed: of the random numbers.
        language: ISO 639-1, of the words that are put on the page.
    """
    random = Random(seed)
    page = tokens(html)
    for name in chosen:
        page = PASSES[name](page, random, words_of(language))
    return html_of(page)
