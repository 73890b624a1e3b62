"""The program: options that stand before the verb, errors as one line, exit codes.

Exit codes: 0 done; 1 it could not be done; 2 the command line or the configuration is wrong; 130 interrupted.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from config.errors import ConfigError
from monitor.cli.errors import Refused
from monitor.cli.session import Session
from monitor.cli.verbs import Verbs
from monitor.errors import MonitorError
from storage.errors import NoSuchChange, NoSuchVersion, NoSuchWatch, StorageError, UrlTooLong

#: Characters of a message's line: what it quotes may be of any length.
_LONGEST = 2_000
_INTERRUPTED = 130
#: Our own errors: each is a sentence that says what to do.
_OURS = (ConfigError, MonitorError, StorageError)
#: Those that blame the command line or the configuration.
_WRONG_INPUT = (ConfigError, Refused, NoSuchChange, NoSuchVersion, NoSuchWatch, UrlTooLong)

app = typer.Typer(
    name="monitor",
    cls=Verbs,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the library's signature
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - for this option only

        sys.stdout.write(f"monitor {version('posting-monitor')}\n")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    *,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="The configuration file.")] = None,
    database: Annotated[str | None, typer.Option(metavar="URL", help="The database.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more; tracebacks for errors.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say less: errors only.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Watches job postings and says what changed."""
    del version  # answered before anything else
    if verbose and quiet:
        raise Refused("-v and -q exclude each other")
    context.obj = Session(config=config, database_url=database, verbose=verbose, quiet=quiet)


def run(arguments: list[str]) -> int:
    """Run one command line.

    Args:
        arguments: without the program's name; none asks for help.

    Returns:
        The exit code.
    """
    if any(not _is_text(it) for it in arguments):
        return _tell("an argument is not text: allowed is UTF-8", 2)
    try:
        code = typer.main.get_command(app).main(arguments or ["--help"], prog_name="monitor", standalone_mode=False)
    except typer.TyperException as error:
        return _tell(error.format_message(), error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except _OURS as error:
        if _wants_traceback(arguments):
            import traceback  # noqa: PLC0415 - for -v only

            traceback.print_exc()
        return _tell(str(error), 2 if isinstance(error, _WRONG_INPUT) else 1)
    return code if isinstance(code, int) else 0


def _is_text(argument: str) -> bool:
    """Whether an argument's bytes were UTF-8: those that were not have no place in a database or a message."""
    return not any("\ud800" <= char <= "\udfff" for char in argument)


def _wants_traceback(arguments: list[str]) -> bool:
    return "-v" in arguments or "--verbose" in arguments


def _tell(message: str, code: int) -> int:
    """Each line of a message, by name; control characters of what it quotes are dropped, and its middle when long."""
    for line in message.splitlines():
        shown = line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]}…{line[-_LONGEST // 2 :]}"
        kept = "".join(char for char in shown if char.isprintable())
        sys.stderr.write(f"monitor: {kept}\n")
    return code
