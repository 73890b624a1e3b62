"""The types of what a target is told: which changes, when, and how they look."""

import re
from functools import partial
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field

from config.fields import AS_ALLOWED, FROM_LIST, matching, one_line
from config.kinds import KindName
from config.pay import PayCondition, parse_pay_condition

#: The least severity that quiet hours let pass.
LetThrough = Literal["critical", "high", "medium", "low", "none"]

Attachment = Literal["page", "calendar"]

#: Each of these is a time to gather for; any other text is a cron line.
DigestName = Literal["none", "hourly", "daily", "weekly"]

_QUIET_HOURS = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]")
_TARGET_NAME = re.compile(r"[a-z0-9_-]{1,64}")
_BOARD = re.compile(
    r"(?:https?://)?(?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,20}|\[[0-9a-fA-F:]{2,45}\])(?::[0-9]{1,5})?(?:[/?]\S{0,1000})?"
)
_LONGEST_PHRASE = 200


def _quiet_hours(text: str) -> str:
    if not text:
        return text
    begin, _, end = matching(_QUIET_HOURS, text).partition("-")
    if begin == end:
        raise ValueError("begins and ends at the same time")
    return text


def _digest(text: str) -> str:
    if text not in get_args(DigestName):
        # Loaded only where somebody has a cron line.
        from config.cron import check  # noqa: PLC0415 - see above

        check(text)
    return text


def _spoken(text: str) -> str:
    """A name or phrase: it must hold a letter or digit, or nothing would ever meet it."""
    if not any(character.isalnum() for character in text):
        raise ValueError("has no letter or digit")
    return one_line(text)


def _pay(value: Any) -> Any:
    if isinstance(value, PayCondition):
        return value
    if not isinstance(value, str):
        raise ValueError(AS_ALLOWED)  # noqa: TRY004 - pydantic makes a message of ValueError only
    return parse_pay_condition(value)


def _folder(text: str) -> str:
    if "://" in text:
        raise ValueError(AS_ALLOWED)
    return one_line(text)


def _other_target(name: str) -> str:
    return name and matching(_TARGET_NAME, name)


_Tag = Annotated[str, Field(min_length=1), AfterValidator(one_line)]
_Phrase = Annotated[str, Field(max_length=_LONGEST_PHRASE), AfterValidator(_spoken)]
_Board = Annotated[str, AfterValidator(partial(matching, _BOARD))]

KindNames = Annotated[tuple[KindName, ...], FROM_LIST]
Tags = Annotated[tuple[_Tag, ...], FROM_LIST]
Boards = Annotated[tuple[_Board, ...], FROM_LIST]
Phrases = Annotated[tuple[_Phrase, ...], FROM_LIST]
PayConditions = Annotated[tuple[Annotated[PayCondition, BeforeValidator(_pay)], ...], FROM_LIST]
Attachments = Annotated[tuple[Attachment, ...], FROM_LIST]
TargetName = Annotated[str, AfterValidator(partial(matching, _TARGET_NAME))]
OtherTarget = Annotated[str, AfterValidator(_other_target)]
Digest = Annotated[str, AfterValidator(_digest)]
QuietHours = Annotated[str, AfterValidator(_quiet_hours)]
TemplateFolder = Annotated[str, AfterValidator(_folder)]
