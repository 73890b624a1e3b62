"""How a page looks at one fetch: its site's template, and the chance of that fetch."""

from dataclasses import dataclass
from datetime import date
from html import escape
from random import Random

from boards.languages import Language

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True, kw_only=True, slots=True)
class Template:
    """What stays the same on all pages of a site until it is built anew."""

    #: Begins every class name.
    prefix: str
    #: How the facts in the head are laid out: dl, table, lines, spans.
    head: str
    #: Element of the headings of sections: h2, h3.
    heading: str
    #: Bullets are a list, or lines with a sign.
    bullets: str
    #: Which of several labels for each fact.
    labels: int
    #: Elements round the posting.
    depth: int
    #: The sidebar comes before the posting in the source.
    aside_first: bool
    #: What is in the sidebar and what below the posting, in order.
    order: tuple[str, ...]
    #: Style sheets, pictures and fonts in the page, in characters.
    weight: int
    #: What the site adds to links that lead away: the names of parameters whose values change at every fetch.
    tokens: tuple[str, ...]


_TOKENS = (
    (),
    ("utm_source",),
    ("utm_source", "utm_campaign"),
    ("sid",),
    ("session_id",),
    ("ref", "token"),
    ("t",),
    ("gclid",),
)
_BLOCKS = ("related", "articles", "newsletter", "views", "promo", "reviews", "estimate", "searches", "share")


def template(random: Random) -> Template:
    """A site's template, drawn by chance."""
    order = list(_BLOCKS)
    random.shuffle(order)
    return Template(
        prefix="".join(random.choice(_LETTERS[:26]) for _ in range(4)),
        head=random.choice(("dl", "table", "lines", "spans")),
        heading=random.choice(("h2", "h3")),
        bullets=random.choice(("ul", "ul", "ul", "signs")),
        labels=random.randrange(3),
        depth=random.randint(1, 5),
        aside_first=random.random() < 0.4,  # noqa: PLR2004 - two in five
        order=tuple(order),
        weight=random.randint(45_000, 150_000),
        tokens=random.choice(_TOKENS),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One fetch of one page."""

    random: Random
    template: Template
    language: Language
    #: The site's address, without a slash at the end.
    base: str
    today: date
    #: Everything is worded anew and noise is at its most.
    storm: bool
    #: How far the fetch strays from the site's usual look; one number for the page, so that it agrees with itself.
    variant: int

    def classes(self, name: str) -> str:
        """A class attribute's value: the template's name, and what the build of the day adds."""
        return f"{self.template.prefix}-{name} css-{self.token(6)}"

    def token(self, length: int = 16) -> str:
        """A token that no other fetch has."""
        return "".join(self.random.choices(_LETTERS, k=length))

    def label(self, fact: str) -> str:
        """The site's label of a fact."""
        words = self.language.labels[fact]
        return words[self.template.labels % len(words)]

    def pick(self, name: str) -> str:
        """A piece of furniture's text with numbers of the moment."""
        text = self.random.choice(self.language.furniture[name])
        return text.replace("{n}", str(self.random.randint(3, 4999))).replace(
            "{r}", f"{self.random.uniform(2.8, 4.9):.1f}"
        )

    def link(self, path: str) -> str:
        """An address on the site, with tracking parameters and session ids as sites add them."""
        tracking = self.random.choice(
            (
                "",
                f"?utm_source={self.token(5)}&utm_campaign=c{self.token(3)}",
                f"?ref={self.token(8)}",
                f"?sid={self.token(20)}",
            )
        )
        return escape(f"{self.base}{path}{tracking}")

    def away(self, address: str) -> str:
        """An address elsewhere, with the parameters that the site adds."""
        pairs = "&".join(f"{name}={self.token(18)}" for name in self.template.tokens)
        return f"{address}?{pairs}" if pairs else address

    def text(self, text: str) -> str:
        """A text as HTML: entities for some characters, now these and now those."""
        safe = escape(text, quote=self.random.random() < 0.5)  # noqa: PLR2004 - either
        if self.storm or self.random.random() < 0.2:  # noqa: PLR2004 - one in five
            safe = (
                safe.replace(" - ", "&nbsp;- ", 1)
                .replace("é", "&eacute;")
                .replace("ü", "&#252;")
                .replace("’", "&#8217;")
            )
            safe = safe.replace(". ", ".\n      " if self.random.random() < 0.5 else ".&#32; ")  # noqa: PLR2004 - either
        return safe
