"""What every verb needs of its surroundings: settings, database, time zone. Made when first asked for."""

import gc
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from config import loading
from config.settings import Settings, state_folder
from monitor import clock
from monitor.cli.terminal import note
from monitor.zones import zone_named
from storage import watches
from storage.database import Connection, Database
from storage.errors import NoSuchWatch
from storage.rows import Watch

if TYPE_CHECKING:
    from storage.upgrading import Upgraded

#: SQLite's and PostgreSQL's largest row number has 19 digits.
_MOST_DIGITS = 18


class Session:
    """One command of the user."""

    def __init__(self, *, config: Path | None, database_url: str | None, verbose: bool, quiet: bool) -> None:
        self.config = config
        self.verbose = verbose
        self.quiet = quiet
        self._database_url = database_url

    @cached_property
    def settings(self) -> Settings:
        """The settings. Raises ConfigError."""
        return loading.load(self.config, database_url=self._database_url)

    @cached_property
    def zone(self) -> tzinfo:
        """The user's time zone."""
        return zone_named(self.settings.zone)

    @contextmanager
    def database(self, *, create: bool = False, upgrade: bool = False) -> Iterator[Database]:
        """The database, open; with `upgrade` an older schema is upgraded, after a backup.

        Raises ConfigError and StorageError.
        """
        url = self.settings.database.resolved_url()
        database = Database.open(url, create=create, check_schema=not upgrade)
        try:
            if upgrade:
                self.upgrade(database)
            yield database
        finally:
            database.close()

    def upgrade(self, database: Database, *, backup: bool = True) -> "Upgraded":
        """Upgrade the schema of a database that was opened without looking at it. Raises StorageError."""
        from storage import upgrading  # noqa: PLC0415 - for those that upgrade only

        folder = backups_folder(database) if backup else None
        done = upgrading.upgrade(database, folder, now=clock.now())
        if done.backup:
            note(f"backed up the database before its upgrade: {done.backup}")
        return done

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that reads."""
        with self.database() as database, database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together or not at all."""
        with self.database() as database, database.writing() as connection:
            yield connection

    def settle(self, *, configured: bool = True) -> None:
        """Prepare for a longer stay: garbage is collected, logs go where the settings say, if they may be looked at.

        Raises ConfigError.
        """
        from monitor.cli.logs import handler_of  # noqa: PLC0415 - for what stays long only

        gc.enable()
        level = logging.ERROR if self.quiet else logging.DEBUG if self.verbose else logging.INFO
        handler = handler_of(self.settings.log.format if configured else "auto")
        logging.basicConfig(handlers=[handler], level=logging.WARNING)
        logging.getLogger("monitor").setLevel(level)


def backups_folder(database: Database, environ: Mapping[str, str] = os.environ) -> Path:
    """Where backups go that are made by themselves: beside the database, or for a server's where our state is."""
    return (database.file.absolute().parent if database.file else state_folder(environ)) / "backup"


def session_of(context: typer.Context) -> Session:
    """The session that the options before the verb made."""
    session = context.find_object(Session)
    assert session is not None
    return session


def find_watch(connection: Connection, id_or_url: str, *, with_record: bool = False) -> Watch:
    """The watch that the user names by its number or URL, also a removed one.

    Raises:
        NoSuchWatch: there is none.
    """
    text = id_or_url.strip()
    if text.isdecimal():
        if not text.isascii() or len(text) > _MOST_DIGITS:
            raise NoSuchWatch(text)
        return watches.find(connection, int(text), with_record=with_record)
    try:
        return watches.find(connection, text, with_record=with_record)
    except NoSuchWatch:
        # Loaded only where the URL was not written as it was kept.
        from monitor.cli.addresses import tidied  # noqa: PLC0415 - see above

        return watches.find(connection, tidied(text), with_record=with_record)
