"""Boards whose structured data gives an estimate of their own where the employer names no pay."""

import re

from spiders.reading.urls import host_of

_BOARDS = re.compile(
    r"(?:^|\.)(?:remoteok\.(?:io|com)|talent\.com|jooble\.org|(?:adzuna|neuvoo|glassdoor)\.(?:[a-z]{2,3})(?:\.[a-z]{2})?)$"
)


def estimates_pay(url: str) -> bool:
    """Whether pay in the structured data of a page at this address is the board's word, not the employer's."""
    return _BOARDS.search(host_of(url)) is not None
