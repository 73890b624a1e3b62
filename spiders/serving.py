"""Checks by the lines of `spiders.wire`, from standard input to standard output; the only place that starts Scrapy."""

import asyncio
import logging
import os
import sys
from datetime import UTC, datetime
from typing import BinaryIO, NoReturn

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.reactor import install_reactor

from spiders import browsing
from spiders.confining import confine
from spiders.observation import CheckRequest, Instructions, Observation
from spiders.scrapy_settings import scrapy_settings
from spiders.spider import PostingSpider
from spiders.wire import (
    Alive,
    WireError,
    alive_to_line,
    instructions_from_line,
    observation_to_line,
    request_from_line,
)

_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"

_EXIT_NOBODY_LISTENS = 1
_EXIT_NOT_THE_PROTOCOL = 2


class Pipes:
    """Standard input and output as lines.

    Both in threads: so plain files do as well as pipes, and nobody who reads slowly stops the loop.
    """

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        self._requests = requests
        self._answers = answers
        self._writing = asyncio.Lock()

    async def next_request(self) -> CheckRequest | None:
        """The next line's request; None at the end of input."""
        line = await asyncio.to_thread(self._requests.readline)
        try:
            return request_from_line(line) if line else None
        except WireError as error:
            _give_up(str(error), _EXIT_NOT_THE_PROTOCOL)

    async def answer(self, answer: Observation | Alive) -> None:
        """Done when the line is handed to the system."""
        line = alive_to_line(answer) if isinstance(answer, Alive) else observation_to_line(answer)
        async with self._writing:
            await asyncio.to_thread(self._write, line)

    def _write(self, line: bytes) -> None:
        try:
            self._answers.write(line)
            self._answers.flush()
        except BrokenPipeError:
            _give_up("nobody reads the answers any more", _EXIT_NOBODY_LISTENS)


def serve() -> None:
    """Runs until the end of input, confined; `spiders.crawl` says how it ends."""
    _log_to_stderr()
    answers = _only_answers_to_stdout()
    try:
        instructions = instructions_from_line(sys.stdin.buffer.readline())
    except WireError as error:
        _give_up(str(error), _EXIT_NOT_THE_PROTOCOL)
    confine(browser=browsing.has_browser(instructions.fetch), max_memory_mib=instructions.fetch["max_memory_mib"])
    _crawl(instructions, Pipes(sys.stdin.buffer, answers))


def _crawl(instructions: Instructions, pipes: Pipes) -> None:
    install_reactor(_REACTOR)
    process = AsyncCrawlerProcess(scrapy_settings(instructions.fetch))
    for library in ("scrapy", "scrapy-playwright", "twisted"):  # what sites do to us is said in answers
        logging.getLogger(library).setLevel(logging.ERROR)
    process.crawl(PostingSpider, exchange=pipes, now=_now, fetch=instructions.fetch)
    process.start(install_signal_handlers=False)


def _log_to_stderr() -> None:
    logging.basicConfig(stream=sys.stderr, format="crawler: %(levelname)s %(message)s")
    logging.getLogger().handlers[0].setLevel(logging.WARNING)  # Scrapy sets its loggers' levels anew


def _only_answers_to_stdout() -> BinaryIO:
    """Standard output for the answers alone: what any library prints goes to standard error from now on."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _give_up(why: str, code: int) -> NoReturn:
    """Ends at once, from any thread: there is nothing to save and nobody to answer."""
    sys.stderr.write(f"crawler: {why}\n")
    sys.stderr.flush()
    os._exit(code)


def _now() -> datetime:
    """The crawler is a program of its own: its wall clock is read here only."""
    return datetime.now(UTC)  # noqa: TID251 - monitor.clock cannot be imported from here
