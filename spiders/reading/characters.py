"""Text as patterns like it: lower case, one kind of space, dash and quote; every character keeps its place."""

from functools import lru_cache

from spiders.reading.near import lowered

#: In lower case. Each pair has equal length, so that offsets into the plain text are offsets into the original.
_PLAIN = (
    ("â£", " £"),  # UTF-8 read as Latin-1
    ("â‚¬", "€  "),
    ("\u00a0", " "),  # no-break space
    ("\u2007", " "),
    ("\u2009", " "),
    ("\u200a", " "),
    ("\u202f", " "),  # narrow no-break space
    ("\u200b", " "),  # zero width: space, non-joiner, joiner, word joiner, byte order mark
    ("\u200c", " "),
    ("\u200d", " "),
    ("\u2060", " "),
    ("\ufeff", " "),
    ("\u00ad", " "),  # soft hyphen
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2012", "-"),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\u2212", "-"),
    ("\u2018", "'"),
    ("\u2019", "'"),
    ("\u02bc", "'"),
    ("\u0130", "i"),  # the one letter whose lower case is longer
)

_ZERO_WIDTH = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def plain(text: str) -> str:
    """`text` in lower case with plain spaces, dashes and quotes, of the same length."""
    return _plain_once(text) if len(text) > _LINE else _plain(text)


def _plain(text: str) -> str:
    lower = lowered(text)
    if not lower.isascii():
        for found, instead in _PLAIN:
            lower = lower.replace(found, instead)
    return lower.replace("\t", " ").replace("\r", " ")


#: Pay, deadline and status of one page ask for the same text; a line is not worth remembering.
_LINE = 200
_plain_once = lru_cache(maxsize=4)(_plain)


def folded(text: str) -> str:
    """`text` as evidence shows it: white space folded, invisible characters gone."""
    return " ".join(text.translate(_ZERO_WIDTH).split())
