"""The entry point of the `monitor` program. Light, so that what it decides is decided before anything is loaded."""

import gc
import os
import sys
from io import TextIOWrapper


def main() -> None:
    """Run the command line of this process and end with its exit code."""
    # A short command is over before collecting garbage pays, and loading makes much of it. What runs for long turns it
    # on again (`Session.settle`). Together with the freezing below it is worth a quarter of a short command.
    gc.disable()
    # Else pydantic asks every installed distribution whether it extends pydantic; nobody should see our configuration.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    from monitor.cli.program import run  # noqa: PLC0415 - see above

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # words of pages, on terminals that do not know all letters
    code = run(sys.argv[1:])
    if not gc.isenabled():
        gc.freeze()  # the interpreter would look through all of it once more before it ends
    sys.exit(code)
