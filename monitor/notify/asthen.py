"""Watches as they were called when a change of theirs was told. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from monitor.vocabulary import Kind
from storage.rows import StoredChange, Watch

#: The changes that say how a posting was called before, by the field of the record that they are about.
RENAMING = {Kind.TITLE_CHANGED.value: "title", Kind.ORGANIZATION_CHANGED.value: "organization"}


def without_text(watch: Watch) -> Watch:
    """A watch with no more of its record than what the posting is called: thousands of them fit into memory."""
    posting = (watch.record or {}).get("posting") or {}
    return replace(watch, record={"posting": {name: posting.get(name) for name in RENAMING.values()}})


class AsThen:
    """Goes through changes in their order, and knows what each posting was called at each of them."""

    def __init__(self, renamings: Iterable[StoredChange]) -> None:
        """Of the changes to go through, those of the kinds `RENAMING`, in their order."""
        self._before: dict[int, dict[str, Any]] = {}
        for change in renamings:
            if _is_text(change.before):
                self._before.setdefault(change.watch_id, {}).setdefault(RENAMING[change.kind], change.before)
        self._watches: dict[int, Watch] = {}

    def watch_at(self, change: StoredChange, watch: Watch) -> Watch:
        """The watch as it was right after a change; to be asked of one change after the other."""
        then = self._watches.get(watch.id)
        if then is None:
            then = _called(without_text(watch), self._before.get(watch.id, {}))
        if change.kind in RENAMING and _is_text(change.after):
            then = _called(then, {RENAMING[change.kind]: change.after})
        self._watches[watch.id] = then
        return then


def _called(watch: Watch, names: dict[str, Any]) -> Watch:
    assert watch.record is not None
    return replace(watch, record={"posting": watch.record["posting"] | names}) if names else watch


def _is_text(value: Any) -> bool:
    """Not the role of a board, which says nothing of the watch itself."""
    return isinstance(value, str)
