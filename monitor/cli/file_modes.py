"""Whether files that hold secrets, or what is known, are open to other users of the machine."""

from collections.abc import Iterator
from pathlib import Path

from config.settings import Settings

#: Group and others.
_OTHERS = 0o077


def opened_to_others(settings: Settings, database: Path | None) -> Iterator[str]:
    """What other users may read or write, and what shuts it: "monitor.toml (0644): chmod 600 monitor.toml".

    Args:
        settings: Its file counts where it holds a secret itself, and the files of secrets that it names.
        database: The file of an SQLite database.
    """
    for path in dict.fromkeys((*_secret(settings), *([database] if database else []))):
        try:
            mode = path.stat().st_mode & 0o777
        except OSError:
            continue  # said by whoever wants to read it
        if mode & _OTHERS:
            yield f"{path} ({mode:04o}) can be used by other users of this machine: chmod 600 {path}"


def _secret(settings: Settings) -> Iterator[Path]:
    tables = (settings.database, settings.heartbeat, *settings.notify.targets)
    if settings.source and any(it.url for it in tables):
        yield Path(settings.source)
    yield from (Path(it.url_file) for it in tables if it.url_file)
