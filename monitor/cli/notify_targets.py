"""The targets that a verb of `monitor notify` is about."""

from collections.abc import Sequence

from config.targets import TargetSettings
from monitor.cli.errors import Refused


def chosen_targets(targets: Sequence[TargetSettings], name: str | None) -> list[TargetSettings]:
    """The target of a name; all of them where none is named.

    Raises:
        Refused: there is none of this name, or none at all; the message names those that there are.
    """
    chosen = [target for target in targets if name in {None, target.name}]
    if not chosen:
        known = ", ".join(target.name for target in targets) or "none; add one to [[notify.targets]]"
        raise Refused(f"there is no target {name or 'at all'}; targets: {known}")
    return chosen
