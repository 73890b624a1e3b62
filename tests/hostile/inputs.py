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

    #: "pages", "heads", "answers", "calls", "robots", "configurations", "lists", "command lines", "archives".
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
    #: Sent again and again behind that, until the other side hangs up; nothing: the connection is closed.
    again: bytes = b""
    #: Seconds between one time and the next.
    pause: float = 0.0
    #: Nothing more is sent, and the connection stays open.
    stays: bool = False
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


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a caller of our own address sends."""

    raw: bytes
    #: Whether it hangs up without reading the answer, with a reset.
    hangs_up: bool = False


def written(made: str | bytes | Callable[[float], str]) -> Callable[[float], bytes]:
    """What makes a file of a text, of bytes, or of what gives a text for a scale."""

    def make(scale: float) -> bytes:
        text = made(scale) if callable(made) else made
        return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")

    return make
