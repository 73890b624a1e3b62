"""What every verb needs of its surroundings: settings, database, time zone. Made when first asked for."""

import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import tzinfo
from functools import cached_property
from pathlib import Path

import typer

from config import loading
from config.settings import Settings
from monitor.zones import zone_named
from storage import watches
from storage.database import Connection, Database
from storage.errors import NoSuchWatch
from storage.rows import Watch

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
        """The database, open. Raises ConfigError and StorageError."""
        database = Database.open(self.settings.database.resolved_url(), create=create, upgrade=upgrade)
        try:
            yield database
        finally:
            database.close()

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

    def settle(self) -> None:
        """Prepare for a longer stay: garbage is collected, logs go to standard error."""
        gc.enable()
        level = logging.ERROR if self.quiet else logging.DEBUG if self.verbose else logging.INFO
        logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
        logging.getLogger("monitor").setLevel(level)


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
