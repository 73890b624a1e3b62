"""What becomes of hostile inputs that no server sends: each is tried by the part of the program that takes it.

    python -m tests.hostile.trying FOLDER SCALE

tries all of them in one process and prints a line of JSON for each.
"""

import contextlib
import hashlib
import io
import json
import os
import sqlite3
import sys
import traceback
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from monitor.cli import program
from spiders import robots
from spiders.posting import Page
from spiders.reader import read
from spiders.record import reading_from_json, reading_to_json, record_hash
from tests.hostile.calling import Endpoint
from tests.hostile.corpus import FETCHED, corpus
from tests.hostile.inputs import Asked, Hostile, Sent

_WHEN = datetime(2026, 1, 15, tzinfo=UTC)
_LONGEST = 2000


@dataclass(frozen=True, kw_only=True)
class Tried:
    """How a hostile input ended."""

    kind: str
    name: str
    #: The exit code of a command; 0 for what is only read.
    code: int
    #: What was said: standard error, or a reading's verdict with its reasons.
    said: str
    #: Whether the database, and the configuration, hold what they held.
    same: bool = True
    #: The first line of what was answered to a call; None for what is none.
    answered: str | None = None


class Installation:
    """A folder with a configuration and a database that has a watch."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = folder / "good.toml"
        self.file = folder / "monitor.sqlite3"
        if not self.config.exists():
            self.config.write_text(f'[database]\nurl = "sqlite:///{self.file}"\n')
            lenient = folder / "lenient.toml"
            lenient.write_text(f"{self.config.read_text()}[fetch]\nallow_private_addresses = true\n")
            self.run("init")
            self.run("add", "http://127.0.0.1:1/posting", config=lenient)
        #: Where it answers calls; opened for the first.
        self._endpoint: Endpoint | None = None

    @property
    def endpoint(self) -> Endpoint:
        """Where its metrics are served."""
        if self._endpoint is None:
            self._endpoint = Endpoint(self.file)
        return self._endpoint

    def close(self) -> None:
        """Ends what it serves."""
        if self._endpoint is not None:
            self._endpoint.close()

    def run(self, *arguments: str, config: Path | None = None) -> tuple[int, str]:
        """The exit code of a command, and what it said on standard error."""
        said = io.StringIO()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
            code = program.run(["--config", str(config or self.config), *arguments])
        return code, said.getvalue()[-_LONGEST:]

    def holds(self) -> str:
        """A hash of all that the database and the configuration hold."""
        with contextlib.closing(sqlite3.connect(self.file)) as connection:
            rows = "\n".join(connection.iterdump()).encode("utf-8", "surrogatepass")
        return hashlib.sha256(rows + self.config.read_bytes()).hexdigest()

    def called(self, asked: Asked) -> tuple[str, str]:
        """The first line of the answer to a call, and what was said on standard error; ends where it no more answers."""
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            answered = self.endpoint.ask(asked)
            assert self.endpoint.is_well()
        return answered, said.getvalue()[-_LONGEST:]


def tried(one: Hostile, given: object, installation: Installation) -> Tried:
    """What becomes of one; whatever it raises goes through."""
    if one.kind in {"answers", "pages"}:
        assert isinstance(given, Sent)
        return Tried(kind=one.kind, name=one.name, code=0, said=_read(given))
    if one.kind == "robots":
        assert isinstance(given, bytes)
        return Tried(kind=one.kind, name=one.name, code=0, said=_obeyed(given))
    before = installation.holds()
    if one.kind == "calls":
        assert isinstance(given, Asked)
        answered, said = installation.called(given)
        same = installation.holds() == before
        return Tried(kind=one.kind, name=one.name, code=0, said=said, answered=answered, same=same)
    code, said = _ran(one, given, installation)
    return Tried(kind=one.kind, name=one.name, code=code, said=said, same=installation.holds() == before)


def _ran(one: Hostile, given: object, installation: Installation) -> tuple[int, str]:
    if isinstance(given, list):
        return installation.run(*given)
    assert isinstance(given, bytes)
    path = installation.folder / f"hostile{Path(one.name).suffix if one.kind == 'lists' else ''}"
    path.write_bytes(given)
    match one.kind:
        case "configurations":
            ended = installation.run("list", config=path)
        case "lists":
            ended = installation.run("add", "--from", str(path))
        case _:
            ended = installation.run("db", "restore", "--force", str(path))
    assert path.read_bytes() == given
    return ended


def _read(sent: Sent) -> str:
    headers = {name.lower(): value for name, value in sent.headers}
    url = sent.path or "https://kelp.example/jobs/7"
    reading = read(Page(url=url, body=sent.body, headers=headers, status=sent.status, fetched_at=_WHEN))
    assert reading_from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading
    record_hash(reading)
    return f"{reading.verdict}: {'; '.join(reading.reasons)}"[:_LONGEST]


def _obeyed(body: bytes) -> str:
    try:
        rules = robots.parsed(body)
    except robots.UnusableRobotsError as error:
        return f"refused: {error}"
    allowed = rules.allow("https://kelp.example/" + "a" * 500, "posting-monitor")
    return f"allowed: {allowed}, delay: {rules.crawl_delay('posting-monitor')}"


def all_tried(folder: Path, scale: float) -> Iterable[Tried]:
    """Every input that no server sends."""
    os.chdir(folder)
    installation = Installation(folder)
    for one in corpus():
        if one.kind not in FETCHED:
            try:
                yield tried(one, one.make(scale), installation)
            except Exception:  # noqa: BLE001 - whatever it raised is what is asked
                yield Tried(kind=one.kind, name=one.name, code=-1, said=traceback.format_exc()[-_LONGEST:])
    installation.close()


if __name__ == "__main__":
    out = os.fdopen(os.dup(1), "w")
    for ended in all_tried(Path(sys.argv[1]), float(sys.argv[2])):
        print(json.dumps(asdict(ended)), file=out, flush=True)
