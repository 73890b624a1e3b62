"""`monitor init`."""

import os
from pathlib import Path

import typer

from config.loading import default_file_text
from monitor.cli.errors import NotDone
from monitor.cli.session import Session, session_of
from monitor.cli.terminal import say


def command(context: typer.Context) -> None:
    """Write a commented monitor.toml and prepare the database.

    A file that is there is left as it is; a database that is there is upgraded.
    """
    session = session_of(context)
    path = _path(session)
    say(f"{path} is there already and was left as it is" if not _written(path) else f"wrote {path}")
    session.config = path
    with session.database(create=True, upgrade=True) as database:
        say(f"the database {database.url_without_secret} is ready")


def _path(session: Session) -> Path:
    return session.config or Path(os.environ.get("MONITOR_CONFIG") or "monitor.toml")


def _written(path: Path) -> bool:
    """Write the default file, for its owner alone: people put secrets into it. False where there is one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(default_file_text())
    except FileExistsError:
        return False
    except OSError as error:
        raise NotDone(f"{path} cannot be written: {error.strerror}; go to another folder or use --config") from error
    return True
