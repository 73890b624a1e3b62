"""All hostile inputs."""

from tests.hostile.answers import hostile_answers
from tests.hostile.calls import hostile_calls
from tests.hostile.heads import hostile_heads
from tests.hostile.inputs import Hostile
from tests.hostile.installations import (
    hostile_archives,
    hostile_command_lines,
    hostile_configurations,
    hostile_robots,
)
from tests.hostile.lists import hostile_lists
from tests.hostile.pages import hostile_pages


def corpus() -> list[Hostile]:
    """In the order of their kinds."""
    return [
        *hostile_pages(),
        *hostile_heads(),
        *hostile_answers(),
        *hostile_calls(),
        *hostile_robots(),
        *hostile_configurations(),
        *hostile_lists(),
        *hostile_command_lines(),
        *hostile_archives(),
    ]


#: Kinds that a server sends, to be looked at by a check.
FETCHED = frozenset({"pages", "heads"})
