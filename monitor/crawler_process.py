"""One crawler child: started without secrets, spoken to by lines, ended by its own process id."""

import asyncio
import logging
import os
import resource
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

from config.settings import FetchSettings
from monitor.errors import CrawlerMissing
from spiders.confining import NAMES
from spiders.observation import CheckRequest, Instructions, Observation
from spiders.wire import Alive, WireError, answer_from_line, instructions_to_line, request_to_line

_log = logging.getLogger(__name__)

#: What Python runs; -P keeps the working directory off its path.
PROGRAM = ("-P", "-m", "spiders.crawl")

#: All that the child sees of our environment.
_PASSED = frozenset(
    {"PATH", "LANG", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR", "PYTHONSAFEPATH"}
    | {"COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"}  # so that tests measure the child, too
)
_MIB = 1024 * 1024
#: What may wait in our own buffer for the child to read.
_ROOM = _MIB
#: A line holds a body in base64, and its reading.
_LINE_PER_BODY = 4

#: Seconds that a child may take to start on a busy machine.
_START_PATIENCE = 60.0
#: Seconds that each way of ending may take: no more input, SIGTERM, SIGKILL.
_PATIENCE = 1.5
#: Seconds that its log may outlast it: a browser that it started may still hold the pipe.
_LAST_WORDS = 0.2


class CrawlerProcess:
    """A running child."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin
        assert process.stdout
        self._process = process
        self._input = process.stdin
        self._output = process.stdout
        #: Held while an answer is awaited: a stream has one reader at a time.
        self._listening = asyncio.Lock()
        self._has_spoken = False
        self._names = _identities(NAMES)
        self._overhearing = asyncio.create_task(self._overhear(), name="crawler's log")

    @classmethod
    async def start(cls, settings: FetchSettings) -> Self:
        """Starts a child and gives it its instructions; raises `CrawlerMissing`."""
        instructions = instructions_to_line(Instructions(fetch=settings.model_dump(mode="json")))
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *PROGRAM,
                "--tied",
                str(os.getpid()),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=harmless(os.environ),
                process_group=0,  # a group of our session, so that no stop outlives us: `spiders.tying`
                limit=(settings.max_body_mib + 1) * _MIB * _LINE_PER_BODY,
            )
        except OSError as error:
            raise CrawlerMissing(f"cannot start the crawler with {sys.executable}: {error.strerror}") from error
        started = cls(process)
        started._input.write(instructions)
        return started

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def has_room(self) -> bool:
        """Whether more requests may be sent: the child has read most of the earlier ones."""
        return self._input.transport.get_write_buffer_size() < _ROOM

    def send(self, request: CheckRequest) -> None:
        """Hands a request over; a child that is gone shows at the next answer."""
        if not self._input.is_closing():  # asyncio warns of each write that nobody can read
            self._input.write(request_to_line(request))

    async def next_answer(self, patience: float) -> Observation | Alive | str:
        """The next line; or, in words, how the child failed: silent for `patience` seconds, ended, or babbling."""
        patience = patience if self._has_spoken else max(patience, _START_PATIENCE)
        try:
            async with self._listening:
                line = await asyncio.wait_for(self._output.readline(), patience)
        except TimeoutError:
            return f"hung: it said nothing for {patience:g} s"
        except ValueError:
            return "wrote a line that is too long"
        self._has_spoken = True
        if not line.endswith(b"\n"):
            return f"crashed ({await self._death()})"
        try:
            return answer_from_line(line)
        except WireError as error:
            return f"wrote nonsense: {error}"

    def memory_mib(self) -> float:
        """Its resident memory in MiB; 0 where it is gone."""
        with suppress(OSError, ValueError, IndexError):
            pages = Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1]
            return int(pages) * resource.getpagesize() / _MIB
        return 0.0

    @property
    def is_outdated(self) -> bool:
        """Whether the files that say how names are resolved were replaced; a confined child has the old ones only."""
        return self._names != _identities(NAMES)

    async def end(self, *, at_once: bool = False) -> None:
        """Ends it: by the end of its input, then SIGTERM, then SIGKILL; at once by SIGKILL."""
        self._input.close()
        if at_once or not (await self._has_ended() or await self._ends_by(self._process.terminate)):
            await self._ends_by(self._process.kill)
        await asyncio.wait([self._overhearing], timeout=_LAST_WORDS)
        self._overhearing.cancel()

    async def _overhear(self) -> None:
        """What it says beside its answers is said in our own log, and so in its form, until it ends."""
        assert self._process.stderr
        line = b"\n"
        while line:
            line = b"a line that is too long\n"
            with suppress(ValueError):  # the line is dropped
                line = await self._process.stderr.readline()
            if text := line.decode(errors="replace").strip():
                _log.warning("%s", text)

    async def _ends_by(self, signal: Callable[[], None]) -> bool:
        with suppress(ProcessLookupError):
            signal()
        return await self._has_ended()

    async def _has_ended(self) -> bool:
        """Whether it ends within `_PATIENCE`; what it still says is dropped, unless somebody listens: it can block."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while not self._listening.locked() and await self._output.read(_MIB):
                    pass
                await self._process.wait()
                return True
        return False

    async def _death(self) -> str:
        if not await self._has_ended():
            return "it closed its output"
        code = self._process.returncode or 0
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _identities(paths: Iterable[str]) -> list[tuple[int, int] | None]:
    """Device and inode of each file; None where there is none."""

    def identity(path: str) -> tuple[int, int] | None:
        with suppress(OSError):
            found = Path(path).stat()
            return found.st_dev, found.st_ino
        return None

    return [identity(path) for path in paths]


def harmless(environ: Mapping[str, str]) -> dict[str, str]:
    """The part of our environment that the child may see."""
    return {name: value for name, value in environ.items() if name in _PASSED or name.startswith("LC_")}
