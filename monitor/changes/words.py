"""Words as they compare: case, white space, entities, glyphs of bullets and kinds of dash or quote do not count."""

import html
import re
import unicodedata

#: Zero-width and soft characters that pages put into words for layout.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_CJK = "\u3040-\u30ff\u3400-\u9fff"
#: Numbers with their separators, words, single characters of scripts without spaces, and signs that carry meaning.
_WORD = re.compile(rf"\d+(?:[.,:]\d+)*|[{_CJK}]|[^\W\d_{_CJK}]+|[+#%$€£¥<>≤≥]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+\Z")
_BULLET = re.compile(r"^[^\w+#$€£¥%<(\[\"'“‘]{1,8}\s+")


def words(text: str) -> tuple[str, ...]:
    """The words of a text: equal for texts that say the same in other typography ("3–5 Years" and "3 - 5 years")."""
    folded = unicodedata.normalize("NFKC", html.unescape(text).translate(_INVISIBLE)).casefold()
    return tuple(_plain(word) for word in _WORD.findall(folded.replace("&", " and ")))


def folded(text: str) -> str:
    """The words of a text as one string, without accents: for names of places."""
    decomposed = unicodedata.normalize("NFKD", " ".join(words(text)))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def without_bullet(line: str) -> str:
    """A line of a section without its bullet, white space folded."""
    return _BULLET.sub("", " ".join(line.split()) + " ").strip()


def _plain(word: str) -> str:
    return word.replace(",", "") if _THOUSANDS.match(word) else word
