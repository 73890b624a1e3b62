"""Whether two sources of one opening say the same of pay or deadline, as far as both say it.

A source that says less (no unit, no currency, no zone, a day for a time), or says it in round numbers, contradicts
nothing.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from spiders.posting import Deadline, Pay
from spiders.reading.zones import as_tzinfo

#: "$60k" for 59,750; "€2,900" for 2,916.67.
_ROUNDED = Decimal("0.03")
_MINUTE = timedelta(minutes=1)


def same_pay(one: Pay, other: Pay) -> bool:
    """Whether two pays can both be right: ends that both name are alike, or one amount lies in the other's range."""
    if one.currency and other.currency and one.currency != other.currency:
        return False
    pairs = [((one.min, one.max), (other.min, other.max))]
    if one.unit and other.unit:
        pairs.append(((one.annual_min, one.annual_max), (other.annual_min, other.annual_max)))
    return any(_alike(*pair) for pair in pairs)


def same_deadline(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines can both be right: one instant, or one day where a side names no time or zone."""
    if one.date_only or other.date_only:
        return not _days(one).isdisjoint(_days(other))
    if abs(one.at - other.at) <= _MINUTE:
        return True
    return None in {one.zone, other.zone} and _clock(one) == _clock(other)


_Range = tuple[Decimal | None, Decimal | None]


def _alike(one: _Range, other: _Range) -> bool:
    ends = [pair for pair in zip(one, other, strict=True) if None not in pair]
    if ends and all(_close(*pair) for pair in ends):
        return True
    return _is_within(one, other) or _is_within(other, one)


def _close(one: Decimal | None, other: Decimal | None) -> bool:
    assert one is not None
    assert other is not None
    return abs(one - other) <= _ROUNDED * max(one, other)


def _is_within(amount: _Range, whole: _Range) -> bool:
    """Whether one amount alone, not a range, lies in a range."""
    low, high = whole
    value = amount[0]
    if value is None or value != amount[1] or low == high:
        return False
    return (low is None or low <= value) and (high is None or value <= high)


def _days(deadline: Deadline) -> frozenset[date]:
    """The day in its own zone; of a time without a zone the day in UTC too, as for a day."""
    return frozenset({deadline.at.astimezone(as_tzinfo(deadline.zone)).date()} | _utc_days(deadline))


def _utc_days(deadline: Deadline) -> set[date]:
    return set() if deadline.date_only else {deadline.at.astimezone(UTC).date()}


def _clock(deadline: Deadline) -> datetime:
    return deadline.at.astimezone(as_tzinfo(deadline.zone)).replace(tzinfo=None)
