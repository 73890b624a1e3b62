"""Which of many fixed words occur in a text, without looking for each of them in all of it.

A page is asked for some hundred words, of which it has a few. A text's own words are few as well, and most of them
stood in texts before: what each of them holds is looked up once and remembered.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

#: Words are looked up by their first characters.
_START = 3
_REMEMBERED = 16_384
_LONGEST_REMEMBERED = 40
_MOST_LISTS = 256
#: Texts share most of their words where no more than one of so many is new.
_FEW = 8
#: In less text nothing is gained; the words of more take too much room.
_LEAST_CHARS, _MOST_CHARS = 500, 1_000_000


class _Learnt:
    """Lists of words that are known: what changes them makes another."""

    def __init__(self, lists: Iterable[tuple[str, ...]]) -> None:
        #: List → its words by that part of each that no space divides.
        self.lists = {words: _by_part(words) for words in lists}
        parts = {part for by_part in self.lists.values() for part in by_part}
        self._short = tuple(sorted(it for it in parts if len(it) < _START))
        self._starting: dict[str, tuple[str, ...]] = {}
        for part in sorted(it for it in parts if len(it) >= _START):
            self._starting[part[:_START]] = (*self._starting.get(part[:_START], ()), part)
        #: Words that hold none of the parts, which are most, and what the others hold.
        self._empty: set[str] = set()
        self._holding: dict[str, tuple[str, ...]] = {}
        #: The words of the text that was read last in full, and the parts in it.
        self._last: tuple[set[str], frozenset[str]] = set(), frozenset()
        self.parts_of = lru_cache(maxsize=8)(self._parts_of)

    def _parts_of(self, text: str) -> frozenset[str]:
        """All known parts of words that are in a text, or in one that has most of its words.

        A page is asked for the words of its whole, of the posting in it, and of this with other dashes and quotes.
        The empty part, of a word that is nothing but space, is in each.
        """
        words = set(text.split())
        before, known = self._last
        new = words.difference(before)
        if len(new) * _FEW < len(words):
            return known.union(*map(self._held_by, new))
        parts = frozenset({""}).union(*map(self._held_by, words.difference(self._empty)))
        self._last = words, parts
        return parts

    def _held_by(self, word: str) -> tuple[str, ...]:
        return self._holding.get(word) or (() if word in self._empty else self._parts_in(word))

    def _parts_in(self, word: str) -> tuple[str, ...]:
        found = self._found_in(word)
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self._empty) + len(self._holding) >= _REMEMBERED:
                self._empty, self._holding = set(), {}
            if found:
                self._holding[word] = found
            else:
                self._empty.add(word)
        return found

    def _found_in(self, word: str) -> tuple[str, ...]:
        found = [it for it in self._short if it in word]
        for at in range(len(word) - _START + 1):
            if parts := self._starting.get(word[at : at + _START]):
                found += [it for it in parts if word.startswith(it, at)]
        return tuple(found)


def _by_part(words: Sequence[str]) -> Mapping[str, Sequence[str]]:
    by_part: dict[str, list[str]] = {}
    for word in words:
        by_part.setdefault(max(word.split(), key=len, default=""), []).append(word)
    return by_part


class Vocabulary:
    """Learns the lists that it is asked for again."""

    def __init__(self) -> None:
        self._learnt = _Learnt(())
        self._asked: set[tuple[str, ...]] = set()

    def occurring(self, text: str, words: Iterable[str]) -> Sequence[str]:
        """Those of `words` that may be in a text; whoever asks looks for them there. Both in one case of letters."""
        listed = words if isinstance(words, tuple) else tuple(words)
        if not _LEAST_CHARS <= len(text) <= _MOST_CHARS:
            return listed
        if listed in self._asked and listed not in self._learnt.lists:
            self._learnt = _Learnt(sorted(self._asked))
        learnt = self._learnt
        by_part = learnt.lists.get(listed)
        if by_part is None:
            if len(self._asked) < _MOST_LISTS:  # a caller that makes lists up fills no memory
                self._asked.add(listed)
            return listed
        return [word for part in by_part.keys() & learnt.parts_of(text) for word in by_part[part]]
