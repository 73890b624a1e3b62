"""Sentences and bullets of postings: a grammar with a large vocabulary for each language, drawn by chance."""

from collections.abc import Mapping, Sequence
from random import Random

from boards.facts import Section
from boards.vocabulary import GRAMMARS, Grammar

#: Letters of a slot in braces: {verb}, {object}, …
_MOST_TRIES = 50


def sentence(random: Random, language: str, kind: str, *, bullet: bool = False) -> str:
    """One sentence of a section's kind, or one bullet."""
    grammar = GRAMMARS[language]
    patterns = grammar.bullets[kind] if bullet else grammar.sentences[kind]
    return filled(random, random.choice(patterns), grammar)


def filled(random: Random, pattern: str, grammar: Grammar) -> str:
    """A pattern with a word drawn for each slot; numbers come from {n} (2 to 12) and {nn} (20 to 60)."""
    text = pattern
    for name, words in grammar.words.items():
        while "{" + name + "}" in text:
            text = text.replace("{" + name + "}", random.choice(words), 1)
    while "{n}" in text:
        text = text.replace("{n}", str(random.randint(2, 12)), 1)
    while "{nn}" in text:
        text = text.replace("{nn}", str(random.randint(20, 60)), 1)
    return text[:1].upper() + text[1:]


def another(random: Random, language: str, kind: str, known: Sequence[str], *, bullet: bool) -> str:
    """A sentence or bullet that is not among the known ones."""
    for _ in range(_MOST_TRIES):
        text = sentence(random, language, kind, bullet=bullet)
        if text not in known:
            return text
    raise ValueError(f"the vocabulary of {language} {kind} is too small")


def section(random: Random, language: str, kind: str, headings: Mapping[str, Sequence[str]]) -> Section:
    """A section with one to three paragraphs, or bullets after at most one."""
    bulleted = kind != "about"
    paragraphs: list[str] = []
    for _ in range(random.randint(0, 1) if bulleted else random.randint(2, 3)):
        said: list[str] = []
        for _ in range(random.randint(2, 4)):
            said.append(another(random, language, kind, said, bullet=False))
        paragraphs.append(" ".join(said))
    bullets: list[str] = []
    for _ in range(random.randint(4, 7) if bulleted else 0):
        bullets.append(another(random, language, kind, bullets, bullet=True))
    return Section(
        kind=kind,
        heading=random.choice(headings[kind]),
        paragraphs=tuple(paragraphs),
        bullets=tuple(bullets),
    )
