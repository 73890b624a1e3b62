"""Everything on a page that is not the posting, anew at every fetch."""

from collections.abc import Callable, Mapping

from boards import inventing
from boards.look import Look
from boards.prose import sentence
from boards.vocabulary import GRAMMARS
from boards.wordings import short

_HEX = "0123456789abcdef"
_Piece = Callable[[Look], str]


def header(look: Look) -> str:
    """Navigation, search form, cookie banner, sometimes an advert."""
    links = "".join(
        f'<li><a href="{look.link(f"/{n}")}">{it}</a></li>' for n, it in enumerate(look.language.furniture["nav"])
    )
    banner = ""
    if look.random.random() < 0.7:  # noqa: PLR2004 - not for everybody
        said = f"<p>{look.pick('cookies')}</p><button>OK</button>"
        banner = f'<div class="{look.classes("cookie-banner")}" role="dialog">{said}</div>'
    return (
        f'{banner}<header class="{look.classes("header")}"><nav><ul>{links}</ul></nav>'
        f'<form action="/search" method="post"><input type="hidden" name="csrf" value="{look.token(40)}">'
        f'<input name="q" placeholder="{look.language.furniture["nav"][1]}"></form></header>{_advert(look)}'
    )


def footer(look: Look) -> str:
    """Links, the build of the day, trackers."""
    links = " · ".join(
        f'<a href="{look.link(f"/f{n}")}">{it}</a>' for n, it in enumerate(look.language.furniture["footer"])
    )
    return (
        f'<footer class="{look.classes("footer")}"><p>{links}</p>'
        f"<p>© {look.today.year} · build {look.token(7)}</p></footer>"
        f"<!-- rendered by web-{look.random.randint(1, 40)} in {look.random.randint(12, 480)} ms -->"
        f'<img src="/pixel.gif?{look.token(12)}" width="1" height="1" alt="">'
    )


def blocks(look: Look, names: tuple[str, ...]) -> str:
    """The named pieces in the template's order; some fetches leave one out or change the order."""
    shown = [name for name in names if look.random.random() < 0.9]  # noqa: PLR2004 - nine in ten
    if look.storm or look.random.random() < 0.2:  # noqa: PLR2004 - one in five
        look.random.shuffle(shown)
    return "".join(_BLOCKS[name](look) for name in shown)


def _advert(look: Look) -> str:
    if look.random.random() < 0.5:  # noqa: PLR2004 - every other
        return ""
    return f'<div class="{look.classes("ad")}" data-slot="{look.token(9)}"><a href="https://ads.example/{look.token(12)}">{look.pick("promo")}</a></div>'


def _block(look: Look, name: str, title: str, inner: str) -> str:
    return f'<section class="{look.classes(name)}" aria-label="{title}"><h2>{title}</h2>{inner}</section>'


def _related(look: Look) -> str:
    grammar = GRAMMARS[short(look.language)]
    cards = []
    for _ in range(look.random.randint(5, 9)):
        title = f"{look.random.choice(grammar.levels)} {look.random.choice(grammar.trades)}"
        said = look.random.choice(look.language.related).replace("{t}", title)
        cards.append(
            f'<li class="{look.classes("card")}" data-id="{look.token(10)}">'
            f'<a href="{look.link(f"/jobs/{look.token(8)}")}">'
            f"{look.text(said)}</a><span>{inventing.company(look.random)}</span><span>"
            f"{look.random.choice(look.language.ages)}</span>"
            f'<img loading="lazy" data-src="/l/{look.token(6)}.png" alt=""></li>'
        )
    return _block(look, "related", look.pick("related"), f"<ul>{''.join(cards)}</ul>")


def _articles(look: Look) -> str:
    chosen = look.random.sample(look.language.articles, k=min(3, len(look.language.articles)))
    kinds = ("about", "benefits")
    inner = "".join(
        f'<article><h3><a href="{look.link(f"/a/{look.token(5)}")}">{look.text(it)}</a></h3>'
        f"<p>{look.text(sentence(look.random, short(look.language), look.random.choice(kinds)))}</p></article>"
        for it in chosen
    )
    return _block(look, "articles", look.pick("articles"), inner)


def _newsletter(look: Look) -> str:
    return (
        f'<section class="{look.classes("newsletter")}"><p>{look.pick("newsletter")}</p><input type="email"></section>'
    )


def _small(name: str) -> _Piece:
    def piece(look: Look) -> str:
        return f'<div class="{look.classes(name)}" data-n="{look.token(4)}">{look.pick(name)}</div>'

    return piece


def _searches(look: Look) -> str:
    places = look.random.sample(look.language.places, k=3)
    links = "".join(f'<li><a href="{look.link(f"/q/{look.token(4)}")}">{place[0]}</a></li>' for place in places)
    return _block(look, "searches", look.pick("searches"), f"<ul>{links}</ul>")


def _share(look: Look) -> str:
    return (
        f'<div class="{look.classes("share")}">'
        + "".join(f'<button data-t="{look.token(6)}">{it}</button>' for it in look.language.furniture["share"])
        + "</div>"
    )


_BLOCKS: Mapping[str, _Piece] = {
    "related": _related,
    "articles": _articles,
    "newsletter": _newsletter,
    "views": _small("views"),
    "promo": _small("promo"),
    "reviews": _small("reviews"),
    "estimate": _small("estimate"),
    "searches": _searches,
    "share": _share,
}


def head(look: Look, title: str, more: str) -> str:
    """The document's head with style sheets and scripts of a real page's weight."""
    third = look.template.weight // 3
    return (
        f'<head><meta charset="utf-8"><title>{look.text(title)}</title>'
        f'<meta name="csrf-token" content="{look.token(32)}">'
        f'<link rel="alternate" hreflang="x-default" href="{look.link("/")}">'
        f'<link rel="preload" href="/static/{look.token(8)}.css" as="style">{more}'
        f'<style nonce="{look.token(12)}">{_css(look, third)}</style>'
        f'<script nonce="{look.token(12)}">window.__CONFIG__={{"session":"{look.token(24)}","build":"{look.token(8)}",'
        f'"experiments":["exp_{look.token(3)}","exp_{look.token(3)}"],"deadline_ms":300,"salaryWidget":true}};</script></head>'
    )


def scripts(look: Look) -> str:
    """What stands at the end of the body: pictures in text and scripts."""
    third = look.template.weight // 3
    path = "M" + " ".join(look.random.choices([f"{n}.{n % 10}L{n % 97}" for n in range(400)], k=third // 8))
    font = "".join(look.random.choices(_HEX, k=64)) * (third // 64)
    return (
        f'<svg hidden><symbol id="{look.token(5)}"><path d="{path}"/></symbol></svg>'
        f'<script>var font="data:font/woff2;base64,{font}";dataLayer.push({{"visitor":"{look.token(18)}"}});</script>'
    )


def _css(look: Look, length: int) -> str:
    rules = [
        f".{look.template.prefix}-{n}{{margin:{n % 9}px;color:#{n * 7919 % 0xFFFFFF:06x}}}" for n in range(length // 34)
    ]
    return look.random.choice(("\n", "")).join(rules)
