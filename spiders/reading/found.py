"""A value with the words it was read from."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What was read, and exactly where: `text` is the page's text from `start` to `end`."""

    value: T
    #: The words, unchanged.
    text: str
    #: Character offsets into the text that was read.
    start: int
    end: int

    @classmethod
    def of(cls, value: T, page_text: str, start: int, end: int) -> "Found[T]":
        """`value` as read from `page_text[start:end]`."""
        return cls(value, page_text[start:end], start, end)
