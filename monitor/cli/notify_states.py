"""How the targets are: which are failing, since when, and what waits for them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from config.settings import Settings
from config.targets import TargetSettings
from storage import bulletins, outbox, pulse
from storage.database import Connection
from storage.rows import Bulletin


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetState:
    """How one target is."""

    name: str
    fallback: str
    #: Since when it has taken nothing; None: it is well, as far as is known.
    since: datetime | None
    #: When it failed last, and what it answered then.
    failed_at: datetime | None
    answer: str | None
    #: Notices that wait for it or are being sent.
    waiting: int
    #: Word about the service that it was not told yet.
    words: tuple[Bulletin, ...]

    @property
    def failing(self) -> bool:
        """Whether its last attempt failed."""
        return self.since is not None


def states_of(connection: Connection, settings: Settings) -> list[TargetState]:
    """How each target of the configuration is, in its order."""
    words = bulletins.waiting(connection)
    return [
        _state(connection, target, tuple(it for it in words if it.target == target.name))
        for target in settings.notify.targets
    ]


def state_document(it: TargetState) -> dict[str, Any]:
    """A target of `notify pending --targets`."""
    from monitor.cli.documents import time_document  # noqa: PLC0415 - for JSON only

    return {
        "target": it.name,
        "state": "failing" if it.failing else "well",
        "failing_since": time_document(it.since),
        "last_failed_at": time_document(it.failed_at),
        "last_answer": it.answer,
        "waiting": it.waiting,
        "fallback": it.fallback or None,
        "bulletins": [
            {
                "kind": word.kind,
                "title": word.title,
                "text": word.text,
                "state": word.state,
                "last_error": word.last_error,
            }
            for word in it.words
        ],
    }


def _state(connection: Connection, target: TargetSettings, words: tuple[Bulletin, ...]) -> TargetState:
    known = pulse.get(connection, pulse.FAILING + target.name)
    return TargetState(
        name=target.name,
        fallback=target.fallback,
        since=(known.since or known.at) if known else None,
        failed_at=known.at if known else None,
        answer=known.text if known else None,
        waiting=outbox.pending(connection, target.name),
        words=words,
    )
