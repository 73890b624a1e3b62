"""Amounts and ranges of money in a text, as written: "€30–40k", "56.509,46 €", "CHF 120'000.-", "50-80.000 Kč".

What the money is for is not asked here; `spiders.reading.pay` does.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from spiders.posting import PayUnit
from spiders.reading.currencies import FACTORS, MARK, MARK_BEGINS, MARK_ENDS, stated
from spiders.reading.pay_units import unit_after

#: The ends of one range are never further apart.
_WIDEST_RANGE = 50
#: Characters between the ends of a range; more is another sentence.
_LONGEST_GAP = 45
#: Where the low end leaves out its thousands ("50-80.000"), the high end is at least this.
_SHORTENED_FROM = 10_000
_THOUSAND, _MILLION = Decimal(1_000), Decimal(1_000_000)

#: Begins with a plain set of characters, which Python looks for faster than for anything else.
_NUMBER = re.compile(
    r"[0-9](?<![0-9.,'][0-9])(?:"
    r"[0-9]{0,2}([ .,'])[0-9]{3}(?:\1[0-9]{3}){0,3}(?![0-9'])(?:(?!\1)[.,][0-9]{1,2}(?![0-9]))?"  # 80 000; 1.500,50
    r"|[0-9]?(?:,[0-9]{2}){1,3},[0-9]{3}(?![0-9])(?:\.[0-9]{1,2}(?![0-9]))?"  # 12,00,000
    r"|[0-9]{0,8}(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?)"  # 60; 14.00; 7,5
)
_MAGNITUDES = {
    Decimal(
        1_000
    ): r"k(?![^\W\d_])|tsd\.?(?!\w)|tis\.?(?!\w)|tys\.?(?!\w)|mil(?![.\w])|tusen\b|tusind\b|tuhatta\b|thousand\b"
    r"|t(?=\s?€)",
    Decimal(100_000): r"lakhs?\b|lacs?\b|lpa\b|l(?=\s?(?:-|to\s?[0-9]|per annum|p\.?a\b))",
    Decimal(
        1_000_000
    ): r"m(?![^\W\d_])|mm\b|mn\b|mio\b\.?|mln\b\.?|mil\.|mill\.|millions?\b|millionen\b|milioni\b|millones\b|milhões\b"
    r"|miljoner\b|miljoonaa\b|miljoen\b|milion\w{0,2}\b",
    Decimal(10_000_000): r"crores?\b|cr\b",
    Decimal(
        1_000_000_000
    ): r"b(?![^\W\d_])|bn\b|billions?\b|mrd\b\.?|mld\b\.?|milliarden\b|milliards?\b|miljard\w{0,3}\b|trillions?\b",
}
_MAGNITUDE_VALUES = tuple(_MAGNITUDES)
_MAGNITUDE = re.compile(r"\s?(?P<plus>\+?)\s?(?:" + "|".join(f"({pattern})" for pattern in _MAGNITUDES.values()) + ")")
_ROUND = re.compile(r"[.,]-{1,2}(?!\d)|/-(?!\w)")  # "3.000,-", "15,000/-"
_IN_WORD = re.compile(r"[^\W\d_]-?\Z")  # "GS-14"
_PLUS = re.compile(r"\+(?=\s|$|[|,;)/])")
_MARK_AFTER = re.compile(rf"\s{{0,2}}(?:\((?={MARK}\)))?(?P<mark>{MARK})(?:(?<=\w)\))?")
#: South African pay ("R25 000"): the letter marks no smaller amount, as it also numbers things ("R12").
_RAND = re.compile(r"(?<![^\W_])r\s?\Z")
_MARKS_BEFORE = re.compile(rf"(?:(?P<first>{MARK})\s?)?(?P<mark>{MARK})\s{{0,2}}~?\s?\Z")

_TO = (
    r"(?:-{1,2}|~|～|〜|/|to -|to|and|or|up to|bis|bis zu|und|à|a|et|jusqu'à|y|hasta|al|e|fino a|tot|en|tot en met|t/m"
    r"|till|til|och|og|"
    r"do|až|až do|i|ja|até|through)"
)
_TIGHT = re.compile(rf"\s{{0,3}}[)]?\s?{_TO}(?::\s)?\s{{0,3}}[(]?(?:approx\.?|ca\.?|circa|~)?\s{{0,2}}")
#: Between two amounts that both carry a mark there may be a word or two: "MPS £22,917 – UPS £38,633".
_LOOSE = re.compile(
    r"\s{0,3}\)?\s{0,2}(?:-{1,2}|to|bis|and the max(?:imum)?)\s{1,2}[\w'][\w' .-]{0,30}\(?|\s{0,3}-{1,2}[a-z]{2,5}\s"
)


#: "Minimum salary: $55,000 Maximum salary: $70,000".
_TO_MOST = re.compile(
    r"[\s,;|/(.-]{0,4}(?:mid-?point\W{1,3}[$€£]?[\d.,]{1,14}\s{1,3})?(?:[a-z]{2,12} ){0,2}(?:max\.?"
    r"|maximum)(?: [a-z]{2,12}){0,2}"
    r"\s?[:=]?\s{0,3}"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with what is written around it."""

    value: Decimal
    #: From the mark before it, or its first digit …
    start: int
    #: … to the last character of its mark or unit.
    end: int
    #: The currency's marks as written, in lower case: "$", "usd".
    marks: tuple[str, ...] = ()
    #: The factor that is written: "k" is 1,000.
    magnitude: Decimal | None = None
    #: Written with a separator of thousands.
    grouped: bool = False
    #: "200k+", "400+k": at least.
    plus: bool = False
    unit: PayUnit | None = None

    @property
    def is_bare(self) -> bool:
        """Whether nothing but digits is written."""
        return not (self.marks or self.magnitude or self.unit)

    @property
    def scaled(self) -> Decimal:
        """The value with its magnitude."""
        return self.value * (self.magnitude or 1)


@dataclass(frozen=True, slots=True)
class Money:
    """One amount (`low` equals `high`) or a range."""

    low: Decimal
    high: Decimal
    start: int
    end: int
    marks: tuple[str, ...]
    unit: PayUnit | None
    plus: bool
    is_range: bool
    #: Whether it is written as large amounts are: "80k", "80,000".
    styled: bool
    #: Whether it is written in millions or more.
    huge: bool

    @property
    def currency(self) -> str | None:
        """The code that the marks state, or None where they are shared ones ("$") or missing."""
        return next((code for mark in self.marks if (code := stated(mark))), None)


@lru_cache(maxsize=4)  # the pay and what comes on top of it are read from the same text
def money(flat: str) -> tuple[Money, ...]:
    """Every amount and range of money in `flat` (see `spiders.reading.characters`), in order.

    Numbers without a currency's mark are among them only where they are written as large amounts are or
    carry a unit; whether they are money, their label has to say.
    """
    amounts = _Amounts(flat)
    found: list[Money] = []
    index = 0
    while index < len(amounts):
        made, used = _read(amounts, index)
        if made:
            found.append(made)
        index += used
    return tuple(found)


class _Amounts:
    """The numbers of a text, each read with what is written around it when it is asked for."""

    def __init__(self, flat: str) -> None:
        self.flat = flat
        self._numbers = list(_NUMBER.finditer(flat))
        self._read: dict[int, Amount] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, index: int) -> Amount:
        if index not in self._read:
            self._read[index] = _amount(self.flat, self._numbers[index])
        return self._read[index]

    def is_near(self, index: int, position: int) -> bool:
        """Whether there is such a number, and it begins soon after `position`."""
        return index < len(self) and self._numbers[index].start() - position <= _LONGEST_GAP


def _read(amounts: _Amounts, index: int) -> tuple[Money | None, int]:
    """The money that begins with a number, and how many numbers it took."""
    first = amounts[index]
    if not first.marks and _IN_WORD.search(amounts.flat, max(0, first.start - 3), first.start):
        return None, 1
    for at in range(index + 1, index + (4 if first.marks else 2)):
        if not amounts.is_near(at, first.end):
            break
        second = amounts[at]
        if _is_joined(amounts.flat[first.end : second.start], first, second, next_to=at == index + 1):
            low, high = _aligned(first, _timed(amounts.flat, second))
            if low.scaled <= high.scaled <= low.scaled * _WIDEST_RANGE:
                return _range(low, high), at - index + 1
    return (_range(first, first) if _may_be_money(first) else None), 1


def _is_joined(gap: str, first: Amount, second: Amount, *, next_to: bool) -> bool:
    """Whether two amounts with `gap` between them read as the two ends of a range."""
    if not (_may_be_money(first) or _may_be_money(second)) or _currencies_differ(first, second):
        return False
    if next_to and _TIGHT.fullmatch(gap):
        # neither "Band 8a £53,755" nor "$24.50 hourly / 35 to 40 hours"
        return not (gap[:1].isalpha() and first.is_bare) and not (first.unit and second.is_bare and gap.strip() == "/")
    if first.marks and second.marks and _TO_MOST.fullmatch(gap):
        return True
    return bool(first.marks and second.marks and _LOOSE.fullmatch(gap))


def _currencies_differ(first: Amount, second: Amount) -> bool:
    codes = {code for mark in (*first.marks, *second.marks) if (code := stated(mark))}
    return len(codes) > 1


def _aligned(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Both with the magnitude that is written once: "$140-200k", "$75k - 125k", "50-80.000 Kč"."""
    if low.magnitude and not high.magnitude and high.value < _THOUSAND <= high.value * low.magnitude:
        return low, replace(high, magnitude=low.magnitude)
    if low.magnitude or low.grouped or low.value >= _THOUSAND:
        return low, high
    if high.magnitude and low.value * high.magnitude <= high.scaled:
        return replace(low, magnitude=high.magnitude), high
    if (
        high.scaled >= _SHORTENED_FROM
        and high.scaled > low.value * _WIDEST_RANGE
        and low.value * _THOUSAND <= high.scaled
    ):
        return replace(low, magnitude=_THOUSAND), high
    return low, high


def _may_be_money(amount: Amount) -> bool:
    return bool(amount.marks or amount.grouped or amount.magnitude or amount.unit)


def _range(low: Amount, high: Amount) -> Money:
    return Money(
        low=low.scaled,
        high=high.scaled,
        start=low.start,
        end=high.end,
        marks=low.marks if low is high else low.marks + high.marks,
        unit=high.unit or low.unit,
        plus=high.plus,
        is_range=low is not high,
        styled=any(it.grouped or it.magnitude for it in (low, high)),
        huge=any((it.magnitude or 0) >= _MILLION for it in (low, high)),
    )


def _amount(flat: str, number: re.Match[str]) -> Amount:
    start, end = number.span()
    grouped = number[1] is not None or number[0].count(",") > 1
    magnitude, plus, end = _magnitude_at(flat, end)
    start, before = _marks_before(flat, start, grouped=grouped)
    end, after = _marks_after(flat, end, marked=bool(before))
    marks = before + after
    factor = None if magnitude else next((FACTORS[it] for it in marks if it in FACTORS), None)
    if factor:
        magnitude = Decimal(factor)
    if not plus and (found := _PLUS.match(flat, end)):
        plus, end = True, found.end()
    amount = Amount(_value(number[0]), start, end, marks, magnitude, grouped, plus)
    return _timed(flat, amount) if _may_be_money(amount) else amount


def _timed(flat: str, amount: Amount) -> Amount:
    """With the unit that follows it."""
    found = None if amount.unit else unit_after(flat, amount.end)
    return replace(amount, unit=found[0], end=found[1]) if found else amount


def _magnitude_at(flat: str, position: int) -> tuple[Decimal | None, bool, int]:
    """The factor, whether a plus stands before it, and where it ends."""
    if found := _ROUND.match(flat, position):
        return None, False, found.end()
    found = _MAGNITUDE.match(flat, position)
    if not found or found.lastindex is None:
        return None, False, position
    return _MAGNITUDE_VALUES[found.lastindex - 2], bool(found["plus"]), found.end()


def _marks_before(flat: str, start: int, *, grouped: bool) -> tuple[int, tuple[str, ...]]:
    before = flat[max(0, start - 24) : start]
    if grouped and (rand := _RAND.search(before)):
        return start - len(rand[0]), ("zar",)
    if before.rstrip(" ~")[-1:] not in MARK_ENDS:
        return start, ()
    found = _MARKS_BEFORE.search(before)
    if not found:
        return start, ()
    return start - (len(before) - found.start()), tuple(it for it in found.groups() if it)


def _marks_after(flat: str, end: int, *, marked: bool) -> tuple[int, tuple[str, ...]]:
    if flat[end : end + 3].lstrip(" (")[:1] not in MARK_BEGINS:
        return end, ()
    found = _MARK_AFTER.match(flat, end)
    if not found or _belongs_to_next(flat, found, marked=marked):
        return end, ()
    return found.end(), (found["mark"],)


def _belongs_to_next(flat: str, mark: re.Match[str], *, marked: bool) -> bool:
    """Whether the mark is that of an amount after it: "Step 1 $131,178", "USD 40 USD 50"."""
    following = flat[mark.end() : mark.end() + 2]
    glued = following[:1].isdigit() and mark.start("mark") > mark.start()
    return glued or (marked and following.strip()[:1].isdigit())


def _value(written: str) -> Decimal:
    """The number that digits, separators of thousands and a decimal separator make."""
    digits = written.replace(" ", "").replace("'", "")
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return Decimal(digits)
    if len(digits) - last - 1 == 3:  # noqa: PLR2004 - three digits after a separator are thousands
        return Decimal(digits.replace(".", "").replace(",", ""))
    return Decimal(digits[:last].replace(".", "").replace(",", "") + "." + digits[last + 1 :])
