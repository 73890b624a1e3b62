"""Which of several last days is for which place, and which is the posting's own."""

from collections.abc import Sequence
from typing import TypeVar

from spiders.reading import place
from spiders.reading.deadline_candidates import Candidate
from spiders.reading.mentioned_places import countries_in

T = TypeVar("T")


def by_place(closing: Sequence[Candidate]) -> list[tuple[str, Candidate]]:
    """The last days that name a place each, the first of each place; none, or those of at least two places."""
    placed: dict[str, tuple[str, Candidate]] = {}
    for it in closing:
        if (name := it.place) is not None:
            placed.setdefault(place.key(name), (name, it))
    return list(placed.values()) if len(placed) > 1 else []


def own(placed: Sequence[tuple[str, T]], places: Sequence[str], country: str | None) -> list[T]:
    """What is for one of the posting's places; else what is for its country, by name or by a place in it."""
    keys = {place.key(it) for it in places}
    if mine := [it for name, it in placed if place.key(name) in keys]:
        return mine
    codes = {code for it in places if (code := place.country_of(it))} | ({country.upper()} if country else set())
    return [it for name, it in placed if codes & countries_in(name)]


def of_place(closing: Sequence[Candidate], country: str | None) -> Sequence[Candidate]:
    """Where there is a last day for the posting's country, those; else those that name no other country."""
    if country is None or len(closing) <= 1:
        return closing
    named = [(it, countries_in(it.before) or countries_in(it.behind)) for it in closing]
    mine = [it for it, countries in named if country.upper() in countries]
    return mine or [it for it, countries in named if not countries] or closing
