"""The user's home folder, which not every user has."""

from collections.abc import Mapping
from pathlib import Path


def home(environ: Mapping[str, str]) -> Path | None:
    """$HOME, else what the system knows of this user; None for a user that it does not know (DynamicUser=)."""
    if given := environ.get("HOME"):
        return Path(given)
    try:
        return Path.home()
    except RuntimeError:
        return None
