"""Words as they compare: case, white space, entities, glyphs of bullets and kinds of dash or quote do not count."""

import html
import re
import unicodedata

#: Zero-width and soft characters that pages put into words for layout.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_DASHES_AND_QUOTES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2018\u2019\u02bc", "-------'''")
#: Letters that are no letter with an accent to Unicode, and how places are spelled without them.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "þ": "th", "ð": "d"})
_CJK = "\u3040-\u30ff\u3400-\u9fff"
#: Numbers with their separators, words, single characters of scripts without spaces, and signs that carry meaning.
_WORD = re.compile(rf"\d{{1,3}}(?:[ ']\d{{3}})+(?!\d)|\d+(?:[.,:]\d+)*|[{_CJK}]|[^\W\d_{_CJK}]+|[+#%$€£¥<>≤≥]")
_THOUSANDS = re.compile(r"\d{1,3}(?:([,. '])\d{3})(?:\1\d{3})*\Z")
_BULLET = re.compile(r"^[^\w+#$€£¥%<(\[\"'“‘]{1,8}\s+")


def words(text: str) -> tuple[str, ...]:
    """The words of a text: equal for texts that say the same in other typography ("3–5 Years" and "3 - 5 years")."""
    return tuple(_plain(word) for word in _WORD.findall(normal(text).casefold().replace("&", " and ")))


def normal(text: str) -> str:
    """A text without entities, invisible characters and compatibility forms, in plain dashes, quotes and spaces."""
    bare = unicodedata.normalize("NFKC", html.unescape(text).translate(_INVISIBLE))
    return " ".join(bare.translate(_DASHES_AND_QUOTES).split())


def folded(text: str) -> str:
    """The words of a text as one string, without accents: for names of places."""
    decomposed = unicodedata.normalize("NFKD", " ".join(words(text)).translate(_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def without_bullet(line: str) -> str:
    """A line of a section without its bullet, white space folded."""
    return _BULLET.sub("", " ".join(line.split()) + " ").strip()


def _plain(word: str) -> str:
    """A number without the separators of its thousands: "10,000", "10.000" and "10 000" are one."""
    found = _THOUSANDS.match(word) if word[0].isdecimal() else None
    return word.replace(found[1], "") if found else word
