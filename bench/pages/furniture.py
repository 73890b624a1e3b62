"""Noise that brings blocks of its own: other postings, banners, counters. Nothing of it is the posting's."""

from collections.abc import Callable
from random import Random

from pages.markup import Token, end_of, places_of, tokens
from pages.words import Words

Pass = Callable[[list[Token], Random, Words], list[Token]]


def related(page: list[Token], random: Random, words: Words) -> list[Token]:
    """Other postings with pay, deadlines and badges that say closed, behind the content or in an aside."""
    roles = random.sample(words.roles, k=min(len(words.roles), random.randint(3, 6)))
    cards = "".join(
        f'<li class="c{random.randrange(99)}"><a href="/jobs/{random.randrange(10**6)}">{role}</a>'
        f"<span>{random.choice(words.badges)}</span></li>"
        for role in roles
    )
    level = random.choice(("h2", "h3"))
    inner = f"<{level}>{random.choice(words.related)}</{level}><ul>{cards}</ul>"
    name = random.choice(("section", "aside", "div"))
    return _behind_content(page, f"<{name}>{inner}</{name}>")


def cookie_banner(page: list[Token], random: Random, words: Words) -> list[Token]:
    """A dialogue at the beginning or the end of the body."""
    said = f'<div role="dialog"><p>{random.choice(words.cookies)}</p><button>OK</button></div>'
    return (_at_end if random.random() < 0.5 else _at_start)(page, said)  # noqa: PLR2004 - either


def newsletter(page: list[Token], random: Random, words: Words) -> list[Token]:
    """A form for an address, behind the content."""
    form = '<form action="/subscribe"><input type="email"></form>'
    return _behind_content(page, f"<section><p>{random.choice(words.newsletter)}</p>{form}</section>")


def counters(page: list[Token], random: Random, words: Words) -> list[Token]:
    """How many looked at it, behind the content."""
    return _behind_content(page, f"<div><p>{random.choice(words.counters)}</p></div>")


def articles(page: list[Token], random: Random, words: Words) -> list[Token]:
    """Links to articles, behind the content."""
    links = "".join(f'<li><a href="/advice/{random.randrange(999)}">{it}</a></li>' for it in words.articles)
    return _behind_content(page, f"<aside><ul>{links}</ul></aside>")


def _behind_content(page: list[Token], html: str) -> list[Token]:
    """Behind <main> or <article> where the page has exactly one, else before its footer or the end of the body."""
    for name in ("main", "article"):
        found = places_of(page, name)
        if len(found) == 1 and (end := end_of(page, found[0])) is not None:
            return [*page[: end + 1], *tokens(html), *page[end + 1 :]]
    footers = places_of(page, "footer")
    if footers:
        return [*page[: footers[-1]], *tokens(html), *page[footers[-1] :]]
    return _at_end(page, html)


def _at_start(page: list[Token], html: str) -> list[Token]:
    bodies = places_of(page, "body")
    return [*page[: bodies[0] + 1], *tokens(html), *page[bodies[0] + 1 :]] if bodies else page


def _at_end(page: list[Token], html: str) -> list[Token]:
    ends = [number for number, token in enumerate(page) if token.kind == "end" and token.name == "body"]
    return [*page[: ends[-1]], *tokens(html), *page[ends[-1] :]] if ends else page
