"""Versions of everything that has a say in what this program does; nothing of it is loaded for that."""

import re
import shutil
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from spiders.reader_version import READER_VERSION
from storage.schema import REVISION

#: What it is called here, and the distribution.
_DISTRIBUTIONS = {
    "monitor": "posting-monitor",
    "scrapy": "scrapy",
    "apprise": "apprise",
    "sqlalchemy": "sqlalchemy",
    "psycopg": "psycopg",
    "scrapy-playwright": "scrapy-playwright",
    "prometheus-client": "prometheus-client",
    "opentelemetry-sdk": "opentelemetry-sdk",
}
#: The folder that an installed distribution leaves (the binary distribution format, packaging.python.org).
_FOLDER = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)\.dist-info")
#: As `spiders.browser` looks for it.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")


def versions(*, schema: str | None, server: str | None, browser: str) -> Mapping[str, str]:
    """What is installed, by name; what is not has no entry.

    Args:
        schema: the database's.
        server: the database server's version; None where there is no server.
        browser: its program, as the settings name it; empty: looked for in $PATH.
    """
    found = _distributions()
    known = {name: found.get(distribution) for name, distribution in _DISTRIBUTIONS.items()}
    known |= {
        "python": ".".join(map(str, sys.version_info[:3])),
        "reader": str(READER_VERSION),
        "schema": schema,
        "newest schema": REVISION,
        "sqlite": None if server else sqlite3.sqlite_version,
        "postgresql": server,
        "chromium": next(filter(None, map(shutil.which, (browser,) if browser else _BROWSERS)), None),
    }
    return {name: it for name, it in known.items() if it}


def _distributions() -> dict[str, str]:
    """The versions of all that is installed, by name; `importlib.metadata` takes a tenth of a short command for it."""
    found: dict[str, str] = {}
    for folder in reversed(sys.path):
        with suppress(OSError):
            names = (_FOLDER.fullmatch(it.name) for it in Path(folder or ".").iterdir())
            found |= {it["name"].replace("_", "-").lower(): it["version"] for it in names if it}
    return found
