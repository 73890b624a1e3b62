"""What pages do to a text without changing what it says: each takes sections and gives sections."""

import html
from dataclasses import replace

from spiders.posting import Section, SectionKind

NOISES = {
    "sections in another order": lambda it: tuple(reversed(it)),
    "bullets in another order": lambda it: tuple(
        replace(one, text="\n".join(reversed(one.text.splitlines()))) for one in it
    ),
    "other glyphs": lambda it: tuple(replace(one, text=one.text.replace("- ", "• ")) for one in it),
    "white space": lambda it: tuple(replace(one, text=one.text.replace(" ", " \u00a0\t ")) for one in it),
    "entities": lambda it: tuple(replace(one, text=html.escape(one.text)) for one in it),
    "blank lines": lambda it: tuple(replace(one, text=one.text.replace("\n", "\n\n \n")) for one in it),
    "zero-width characters": lambda it: tuple(replace(one, text=one.text.replace("m", "m\u200b")) for one in it),
    "case": lambda it: tuple(replace(one, text=one.text.upper()) for one in it),
    "paragraphs run together": lambda it: tuple(replace(one, text=" ".join(one.text.splitlines())) for one in it),
    "headings as text": lambda it: tuple(
        replace(one, heading=None, text=f"{one.heading}\n{one.text}" if one.heading else one.text) for one in it
    ),
    "a heading by the board": lambda it: (replace(it[0], heading="Job Description"), *it[1:]),
    "one section": lambda it: (Section(kind=SectionKind.OTHER, heading=None, text="\n".join(one.text for one in it)),),
    "the text twice": lambda it: it + it,
    "typographic marks": lambda it: tuple(
        replace(one, text=one.text.replace("'", "’").replace("-", "–")) for one in it
    ),
}
