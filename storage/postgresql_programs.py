"""PostgreSQL's own programs, run without a shell: `pg_dump` and `pg_restore`."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from typing import IO

from storage.errors import ProgramFailed

_LONGEST = 300
#: A line of a dump is a row: a page is kept compressed and written as two letters a byte.
LONGEST_LINE = 256 * 2**20


def run(command: list[str], environment: Mapping[str, str]) -> None:
    """Runs one to its end.

    Args:
        command: The program's name and its arguments, which every user of the machine can see.
        environment: What is added to ours.

    Raises:
        ProgramFailed: it is not there, or did not do it.
    """
    done = subprocess.run(  # noqa: S603 - the program is PostgreSQL's own, no shell reads the arguments
        [_found(command[0]), *command[1:]],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise _failed(command[0], done.stderr)


def lines(command: list[str]) -> Iterator[bytes]:
    """The lines that one writes, as they come. Raises ProgramFailed, also for a line that no row can be."""
    program = _found(command[0])
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(  # noqa: S603 - as above
            [program, *command[1:]], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said
        ) as running,
    ):
        assert running.stdout is not None
        try:
            while line := running.stdout.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE:
                    raise ProgramFailed(f"{command[0]} wrote a row of more than {LONGEST_LINE >> 20} MiB")
                yield line
            if running.wait():
                raise _failed(command[0], _end_of(said))
        finally:
            if running.poll() is None:
                running.kill()


def _found(name: str) -> str:
    program = shutil.which(name)
    if program is None:
        raise ProgramFailed(f"{name} is not on the PATH: install PostgreSQL's client programs")
    return program


def _failed(name: str, said: bytes) -> ProgramFailed:
    words = " ".join(said.decode(errors="replace").split())[:_LONGEST]
    return ProgramFailed(f"{name} failed ({words}): check that it is as new as the server")


def _end_of(said: IO[bytes]) -> bytes:
    said.seek(0)
    return said.read(4 * _LONGEST)
