"""The crawler program: `python -P -m spiders.crawl [--tied PID]`.

Reads its `Instructions` and then one `CheckRequest` a line from standard input, writes one `Observation` a line to
standard output (see `spiders.wire`), logs to standard error. Ends at the end of input once all requests are
answered, exit code 0; by SIGTERM at once; with `--tied` also when its parent, process PID, dies. Exit code 2
says that a line was not of the protocol.
"""

import sys

from spiders import tying

_EXIT_ORPHANED = 1


def main() -> None:
    """Runs until the end of input."""
    if sys.argv[1:2] == ["--tied"] and not tying.tie(int(sys.argv[2])):
        sys.stderr.write("crawler: the process that started it has gone\n")
        sys.exit(_EXIT_ORPHANED)
    from spiders import serving  # noqa: PLC0415 - takes a second, in which it could outlive who started it

    serving.serve()


if __name__ == "__main__":
    main()
