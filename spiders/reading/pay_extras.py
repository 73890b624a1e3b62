"""What comes on top of the pay: bonus, equity, overtime, commission, allowances, as a posting's own text says it.

Each is the short span of words that names it, with its amount or share where that stands right beside it. Words
without an amount count only where they plainly offer it; what a posting calls possible, or rules out, does not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spiders.posting import PayExtra, PayExtraKind
from spiders.reading.characters import folded, plain
from spiders.reading.found import Found
from spiders.reading.money import money
from spiders.reading.near import windows
from spiders.reading.passages import clause_start
from spiders.reading.pay_extra_words import ADJECTIVES, EXTRA, HEDGED, NOT_EXTRA, OFFERED, SIGNS

_MOST = 12
_REACH = 60
_PERCENT = (
    r"[0-9]{1,3}(?:[.,][0-9]{1,3})?(?:\s?%)?"
    r"(?:\s?(?:-|to|bis|à|a|til|till|do|až|tot)\s?[0-9]{1,3}(?:[.,][0-9]{1,3})?)?\s?%"
)
#: A share, or how many times the pay.
_SHARE = re.compile(
    rf"(?<![\w.,]){_PERCENT}|(?<![\w.,])[0-9](?:[.,][0-9]{{1,2}})?\s?x(?: (?:pay|rate|base))?(?!\w)"
    rf"|(?<!\w)time and (?:a|one) half"
    r"|(?<!\w)time-and-a-half|(?<!\w)double time"
)
#: Where one may begin; all begin with plain characters, which Python looks for faster than for anything else.
_MAY_BE_SHARE = (
    re.compile(r"[0-9](?<![\w.,][0-9])(?=.{0,24}[%x])"),
    re.compile(r"time(?<!double time)(?=[ -]and[ -])"),
    re.compile("double time"),
)
_BOUND = re.compile(
    r"(?<!\w)(?:up to|upto|bis zu|bis|jusqu'à|hasta|fino a|fino al|tot|upp till|op til|opp til|opptil|inntil|jopa|do"
    r"|až|até|max\.?"
    r"|an?(?: additional)?|~|approx\.?|ca\.?)\s{0,2}\Z"
)
#: Between an amount and the word after it.
_TO_WORD = re.compile(
    r"[\s)]{0,2}(?:of (?:your |the |base |annual |gross ){0,3}salary as (?:an? )?)?(?:(?:in|of|as|for|target"
    r"|performance|potential|annual|yearly|per year|p\.a\.|d'|de|di|van|på|av|i"
    r"|usd|eur|gbp"
    r"|worth of|company|base|brut|brutto|variabler?|jährlicher?|za|bonus)[\s']{1,2}){0,3}"
)
#: Between the word and an amount after it.
_TO_AMOUNT = re.compile(
    r"[\s:(=~,-]{0,4}(?:(?:of|up to|structure|scheme|plan|program(?:me)?|package|target|targeted|potential|is|are|at"
    r"|worth|valued at|ranging from|from|for"
    r"|paid at|paid|pay|rate|opportunity"
    r"|von|bis zu|bis|in höhe von|i\.h\.v\.|de|d'|jusqu'à|à hauteur de|majorées? (?:de|à)|hasta(?: el| un)?|del?|al"
    r"|fino al?|di"
    r"|tot|van|på|upp till"
    r"|op til|opptil|inntil|jopa|do|až|w wysokości|ve výši|até|a|to|ca\.?|approx\.?|approximately|between"
    r"|an additional)"
    r"(?!\w)[\s:(~]{0,3}){0,4}"
)
_TAIL = re.compile(
    r"\s?(?:of (?:the |your |their )?(?:base|annual|gross|basic|yearly)(?! margin| profit| sales"
    r"| revenue)(?: base)?(?: salary| pay)?|of salary"
    r"|per (?:year|annum|month|hour)|p\.a\.|on (?:all |every )?sales"
    r"|(?:for (?:all )?hours |for anything )?(?:over|after|beyond) [0-9]{1,2} ?(?:hours|hrs|h)?(?! ?days| ?months"
    r"|\w)(?: (?:per|a) week)?|/(?:hr|hour|h|year|yr)"
    r"|(?:brutto ?)?jahresgehalt|vom bruttojahresgehalt|des jahresgehalts|du salaire(?: annuel)?|del salario"
    r"|van het (?:bruto )?jaarsalaris)(?!\w)"
)
_JOINS = re.compile(
    r"(?:[+&,/]|(?<!\w)(?:plus|and|with|incl\.?|including|offers|inkl\.?|zzgl\.?|und|mit|et|avec|y|con|più|en|met"
    r"|och|samt|og|ja|oraz|a|e|\+))\s{0,3}\Z"
)
_SHARE_BESIDE_PAY = re.compile(rf"\s?[|•·+,/]\s?(?:{_PERCENT})(?: equity)?(?=\s|\Z|[|•·).])")
_LARGEST_SHARE = 5.0
_HEAD_OF_LINE = re.compile(r"(?:\A|\n)[\s*•·-]{0,6}\Z")
_REST_OF_LINE = re.compile(
    r"(?: (?:scheme|pay|plan|package|opportunit(?:y|ies)|program(?:me)?|structure|available|scheme available"
    r"|rates?))?\s{0,2}(?:\n|\Z)"
)
#: A word begins no farther before the sign in it than this, and ends no farther behind.
_BEFORE_SIGN, _AFTER_SIGN = 16, 32


@dataclass(frozen=True, slots=True)
class _Extra:
    kind: PayExtraKind
    start: int
    end: int
    #: Whether an amount is among its words.
    measured: bool


def find_extras(text: str, pay: Sequence[tuple[int, int]] = ()) -> tuple[Found[PayExtra], ...]:
    """What `text` offers on top of the pay, in its order.

    Args:
        text: The posting's own text.
        pay: Where in it the pay itself stands (spans of characters): those amounts belong to no extra.

    Returns:
        At most 12; a kind that is named with an amount is not named again without.
    """
    flat = plain(text)
    found = [*_beside(flat, pay), *_named(flat, pay)]
    measured = {it.kind for it in found if it.measured}
    kept: list[_Extra] = []
    for it in sorted(found, key=lambda it: (not it.measured, it.start)):
        said_before = any(it.kind is other.kind and _words(flat, it) == _words(flat, other) for other in kept)
        overlaps = any(it.start < other.end and other.start < it.end for other in kept)
        if not (said_before or overlaps) and (
            it.measured or it.kind not in measured or it.kind is PayExtraKind.ALLOWANCE
        ):
            kept.append(it)
    kept = sorted(kept, key=lambda it: it.start)[:_MOST]
    return tuple(
        Found.of(PayExtra(kind=it.kind, text=folded(text[it.start : it.end])), text, it.start, it.end) for it in kept
    )


def _words(flat: str, extra: _Extra) -> str:
    return " ".join(flat[extra.start : extra.end].split())


def _beside(flat: str, pay: Sequence[tuple[int, int]]) -> Iterator[_Extra]:
    """The small share that start-ups write behind the pay: "$120k – $180k • 0.5% – 1.0%"."""
    for _, end in pay:
        if found := _SHARE_BESIDE_PAY.match(flat, end):
            share = re.findall(r"[0-9.,]+", found[0].strip("|•·+,/ "))
            if "." in found[0] and all(float(it.replace(",", ".").strip(".")) <= _LARGEST_SHARE for it in share):
                start = end + len(found[0]) - len(found[0].lstrip(" |•·+,/"))
                yield _Extra(PayExtraKind.EQUITY, start, found.end(), measured=True)


def _named(flat: str, pay: Sequence[tuple[int, int]]) -> Iterator[_Extra]:
    amounts = _Amounts(flat, pay)
    for first, last in windows(flat, SIGNS, before=_BEFORE_SIGN, after=_AFTER_SIGN):
        for word in EXTRA.finditer(flat, first, last):
            described = ADJECTIVES.search(flat, max(0, word.start() - _REACH), word.start())
            start, end = described.start() if described else word.start(), word.end()
            if NOT_EXTRA.search(flat, max(0, start - 30), end + 20):
                continue
            extra = _Extra(PayExtraKind(word.lastgroup or ""), start, end, measured=False)
            if measured := _measured(flat, amounts, extra):
                yield measured
            elif _is_offered(flat, extra, pay) and not HEDGED.search(
                flat, clause_start(flat, start, reach=_REACH), start
            ):
                yield extra


def _shares(flat: str) -> Iterator[tuple[int, int]]:
    for signs in _MAY_BE_SHARE:
        last = 0
        for sign in signs.finditer(flat):
            if sign.start() >= last and (found := _SHARE.match(flat, sign.start())):
                last = found.end()
                yield found.span()


class _Amounts:
    """The amounts and shares of a text that are not its pay."""

    def __init__(self, flat: str, pay: Sequence[tuple[int, int]]) -> None:
        self._flat, self._pay = flat, pay

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        flat, pay = self._flat, self._pay
        spans = [(it.start, it.end) for it in money(flat) if it.marks]
        spans += _shares(flat)
        return sorted(it for it in spans if not any(it[0] < end and start < it[1] for start, end in pay))

    def before(self, position: int) -> tuple[int, int] | None:
        """The last that ends before a position."""
        at = bisect_left(self._spans, (position, 0))
        return self._spans[at - 1] if at and self._spans[at - 1][1] <= position else None

    def after(self, position: int) -> tuple[int, int] | None:
        """The first that begins there or later."""
        at = bisect_left(self._spans, (position, 0))
        return self._spans[at] if at < len(self._spans) else None


def _measured(flat: str, amounts: _Amounts, word: _Extra) -> _Extra | None:
    """The word with the amount before or after it; "time and a half" is both."""
    kind, start, end = word.kind, word.start, word.end
    after = amounts.after(end)
    if after and after[0] - end <= _REACH and _TO_AMOUNT.fullmatch(flat, end, after[0]):
        return _Extra(kind, start, _tail(flat, start, after[1]), measured=True)
    before = amounts.before(start)
    if before and start - before[1] <= _REACH and _TO_WORD.fullmatch(flat, before[1], start):
        bound = _BOUND.search(flat, max(0, before[0] - 20), before[0])
        opening = bound.start() if bound and bound[0].strip() not in {"a", "an"} else before[0]
        return _Extra(kind, opening, _tail(flat, start, end), measured=True)
    if _SHARE.fullmatch(flat, start, end):
        return _Extra(kind, start, _tail(flat, start, end), measured=True)
    return None


def _tail(flat: str, start: int, end: int) -> int:
    """Where the words end that belong to what ends there: its bracket, or what the share is of."""
    end += flat.startswith(")", end) and "(" in flat[start:end]
    found = _TAIL.match(flat, end)
    return found.end() if found else end


def _is_offered(flat: str, word: _Extra, pay: Sequence[tuple[int, int]]) -> bool:
    """Whether words without an amount plainly offer it: by themselves, on a line of their own, or beside the pay."""
    start, end = word.start, word.end
    if OFFERED.fullmatch(flat, start, end):
        return True
    if _HEAD_OF_LINE.search(flat, max(0, start - 8), start) and _REST_OF_LINE.match(flat, end):
        return True
    joined = _JOINS.search(flat, max(0, start - 12), start)
    beside = any(0 <= start - at <= _REACH and "\n" not in flat[at:start] for _, at in pay)
    return bool(joined and beside)
