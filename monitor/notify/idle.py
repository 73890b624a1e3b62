"""Rules that nothing which is watched now can meet: most often a tag or an address is misspelt. Pure."""

from collections.abc import Iterator, Sequence

from config.targets import TargetSettings
from monitor.notify.conditions import is_below
from storage.rows import Watch


def idle_rules(target: TargetSettings, watched: Sequence[Watch]) -> Iterator[str]:
    """A sentence for each tag that no watch has and each board that no watch is at or below."""
    tags = {tag for watch in watched for tag in watch.tags}
    for tag in target.tags:
        if tag not in tags:
            yield f"no watch has the tag {tag}"
    for board in target.boards:
        if not any(is_below(watch.url, board) for watch in watched):
            yield f"no watch is at {board} or below it"
