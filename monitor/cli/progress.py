"""A progress bar on standard error, where that is a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar


class Progress:
    """How many of a number of steps are done. A context manager."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        console = Console(stderr=True)
        self._bar = Bar(
            TextColumn("checking"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not sys.stderr.isatty(),
            redirect_stdout=False,
            redirect_stderr=True,
        )
        self._task = self._bar.add_task("checking", total=total)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    @contextmanager
    def step(self) -> Iterator[None]:
        """One step; what is printed meanwhile stands above the bar."""
        if self._bar.disable:
            yield
            return
        self._bar.stop()
        yield
        self._bar.advance(self._task)
        self._bar.start()
