"""What can be wrong with a configuration. One error, one line."""

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Where a key of the configuration stands."""

    #: The file it came from; None for built-in defaults, the environment and the command line.
    file: Path | None = None
    #: Line in that file, counted from 1; None where it is not known.
    line: int | None = None
    #: "fetch.concurrency", "notify.targets[1].url".
    key: str = ""

    def __str__(self) -> str:
        """As far as it is known: "monitor.toml:12: fetch.concurrency"."""
        file = "" if self.file is None else str(self.file)
        if file and self.line is not None:
            file += f":{self.line}"
        return ": ".join(part for part in (file, self.key) if part)

    def below(self, name: str) -> "Origin":
        """The origin of a key inside this table; its own line is not known any more."""
        return replace(self, key=f"{self.key}.{name}" if self.key else name)


class ConfigError(Exception):
    """The configuration cannot be used. One line: where it stands, what was found, what is allowed.

    Never holds the value of a secret.
    """


class Contradiction(ValueError):
    """Two keys that cannot both be meant. Raised by a table's own check, which knows the key better than pydantic.

    The message begins with "found " and says what is allowed.
    """

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        #: The key at fault, from the table that was checked downwards.
        self.path = path
