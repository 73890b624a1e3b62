"""What becomes of watches whose pages turn hostile: each is checked when its page is good, hostile, and good again.

    python -m tests.hostile.checking FOLDER SCALE

does it for every hostile input that a server sends, with the real crawler, and prints a line of JSON for each.
"""

import asyncio
import json
import os
import sqlite3
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from config.settings import Settings
from monitor import clock
from monitor.checks import CheckResult, check_watches
from storage import watches
from storage.database import Database
from storage.rows import NewWatch
from tests.hostile.corpus import FETCHED, corpus
from tests.hostile.inputs import Hostile, Sent
from tests.hostile.pages import POSTING

_GOOD = Sent(body=POSTING.encode())
#: Addresses of this machine, one a watch: a host that misbehaves is left alone for a while, the others are not.
_PER_NET = 250
#: What a check must not touch where it found no change.
_TOLD = ("version", "change", "notice")


class Servers:
    """One server for each hostile input, each at an address of its own."""

    def __init__(self, inputs: Sequence[Hostile], scale: float) -> None:
        self._inputs = inputs
        self._scale = scale
        self._loop = asyncio.new_event_loop()
        self.are_hostile = False
        self.urls: list[str] = []

    @contextmanager
    def running(self) -> Iterator["Servers"]:
        """The servers, until the block ends."""
        thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        thread.start()
        server = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result()
        try:
            yield self
        finally:
            asyncio.run_coroutine_threadsafe(self._end(server), self._loop).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join()
            self._loop.close()

    async def _start(self) -> asyncio.Server:
        hosts = [f"127.9.{at // _PER_NET}.{at % _PER_NET + 1}" for at in range(len(self._inputs))]
        server = await asyncio.start_server(self._serve, host=hosts, port=0)
        ports = dict(it.getsockname() for it in server.sockets)
        self.urls = [f"http://{host}:{ports[host]}/posting" for host in hosts]
        self._numbers = {host: number for number, host in enumerate(hosts)}
        return server

    @staticmethod
    async def _end(server: asyncio.Server) -> None:
        server.close()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            answer = _GOOD
            if self.are_hostile:
                one = self._inputs[self._numbers[writer.get_extra_info("sockname")[0]]]
                answer = await asyncio.to_thread(one.make, self._scale)
            writer.write(answer.response())
            await writer.drain()
            while answer.again:
                writer.write(answer.again)
                await writer.drain()
                await asyncio.sleep(answer.pause)
            if answer.stays:
                await reader.read()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()


@dataclass(frozen=True, kw_only=True)
class Checked:
    """How a watch's check of a hostile page ended, and the one after it."""

    kind: str
    name: str
    outcome: str
    reason: str
    #: Whether its versions, changes and notices are what they were.
    same: bool
    #: How the check of the good page ended, afterwards.
    later: str
    later_reason: str


def settings() -> Settings:
    """Quick, and without a target."""
    fetch = {
        "allow_private_addresses": True,
        "obey_robots": False,
        "per_domain_delay_seconds": 0.0,
        "retries": 0,
        "timeout_seconds": 20.0,
    }
    return Settings.model_validate({"fetch": fetch})


def all_checked(folder: Path, scale: float) -> Iterator[Checked]:
    """Each input that a server sends."""
    inputs = [it for it in corpus() if it.kind in FETCHED]
    database = Database.open(f"sqlite:///{folder / 'checked.sqlite3'}", create=True)
    with closing(database), Servers(inputs, scale).running() as servers:
        numbers = _watched(database, servers.urls)
        _look(database, numbers)
        before = _told(folder)
        servers.are_hostile = True
        seen = _look(database, numbers)
        after = _told(folder)
        servers.are_hostile = False
        later = _look(database, numbers)
    for one, number in zip(inputs, numbers, strict=True):
        yield Checked(
            kind=one.kind,
            name=one.name,
            outcome=seen[number].outcome,
            reason=seen[number].reason or "",
            same=before.get(number) == after.get(number),
            later=later[number].outcome,
            later_reason=later[number].reason or "",
        )


def _watched(database: Database, urls: Sequence[str]) -> list[int]:
    now = clock.now()
    with database.writing() as connection:
        return [
            watches.add(connection, NewWatch(url=url, host=url.split("/")[2]), now=now, first_check_at=now)[0]
            for url in urls
        ]


def _look(database: Database, numbers: Sequence[int]) -> dict[int, CheckResult]:
    results: list[CheckResult] = []
    with database.reading() as connection:
        wanted = [watches.find(connection, number, with_record=True) for number in numbers]
    asyncio.run(check_watches(database, settings(), wanted, asked=True, on_result=results.append))
    return {it.watch.id: it for it in results}


def _told(folder: Path) -> dict[int, list[object]]:
    """By watch, the rows of what was told of it."""
    found: dict[int, list[object]] = {}
    with closing(sqlite3.connect(folder / "checked.sqlite3")) as connection:
        connection.row_factory = sqlite3.Row
        for table in _TOLD:
            for row in connection.execute(f"SELECT * FROM {table}"):
                held = dict(row)
                found.setdefault(held.get("watch_id", 0), []).append((table, held))
    return found


if __name__ == "__main__":
    out = os.fdopen(os.dup(1), "w")
    for ended in all_checked(Path(sys.argv[1]), float(sys.argv[2])):
        print(json.dumps(asdict(ended)), file=out, flush=True)
