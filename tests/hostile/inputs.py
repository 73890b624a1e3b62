"""What a hostile input is: a name, and what makes it when it is wanted (some are 10 MB long)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

#: Sizes are multiplied by it: the whole of it is measured (`bench/hostile.py`), tests take less.
WHOLE = 1.0

MIB = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Hostile:
    """One hostile input of a kind."""

    #: "pages", "heads", "answers", "configurations", "lists", "command lines", "archives".
    kind: str
    #: Unique within the kind; says what is hostile about it.
    name: str
    #: Makes it, at a scale of up to `WHOLE`.
    make: Callable[[float], Any]


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What a server answers: the bytes of a whole HTTP response, or those of one made of a body."""

    body: bytes = b""
    status: int = 200
    #: As they are written, one a pair.
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    #: Sent instead of all the above.
    raw: bytes | None = None
    #: What stands after the "/" of the number in the address: some readers look there.
    path: str = ""
    #: Further answers, by path, for what a page leads to.
    beside: dict[str, "Sent"] = field(default_factory=dict)

    def response(self) -> bytes:
        """The response as it is sent."""
        if self.raw is not None:
            return self.raw
        names = {name.lower() for name, _ in self.headers}
        lines = [f"HTTP/1.1 {self.status} Hostile", *(f"{name}: {value}" for name, value in self.headers)]
        if not names & {"content-length", "transfer-encoding"}:
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1", "replace") + self.body
