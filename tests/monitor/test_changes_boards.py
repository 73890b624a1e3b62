"""Boards: roles that appear, go, are renamed or put up again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.changes import role_differences
from monitor.vocabulary import Kind, Severity
from spiders.posting import Role

ROLES = tuple(
    Role(title=title, url=f"https://hub.example/roles/{number}")
    for number, title in enumerate(["Pilot", "Cook", "Engineer", "Deckhand"])
)


def role(title, number=None, suffix=""):
    return Role(title=title, url=None if number is None else f"https://hub.example/roles/{number}{suffix}")


def told(before, after):
    return [(it.kind, it.field) for it in role_differences(before, after)]


def test_an_added_role_and_a_removed_one_are_told_with_their_address():
    (added,) = role_differences(ROLES, (*ROLES, role("Purser", 9)))
    assert (added.kind, added.severity, added.field) == (
        Kind.POSTING_ADDED,
        Severity.HIGH,
        "https://hub.example/roles/9",
    )
    assert (added.before, added.after) == (None, {"title": "Purser", "url": "https://hub.example/roles/9"})
    assert added.summary == "New posting: Purser"
    (removed,) = role_differences(ROLES, ROLES[1:])
    assert (removed.kind, removed.severity, removed.before["title"]) == (Kind.POSTING_REMOVED, Severity.MEDIUM, "Pilot")


@pytest.mark.parametrize(
    "after",
    [
        tuple(reversed(ROLES)),
        (*ROLES, ROLES[0]),
        tuple(Role(title=it.title.upper() + " ", url=it.url + "?utm_source=x") for it in ROLES),
        tuple(Role(title=it.title, url=None) for it in ROLES),
    ],
)
def test_order_tracking_spelling_and_repetition_are_nothing(after):
    assert told(ROLES, after) == []


def test_a_role_that_went_and_came_under_another_address_is_reposted():
    after = (*ROLES[1:], role("Pilot", 77))
    (change,) = role_differences(ROLES, after)
    assert (change.kind, change.severity) == (Kind.REPOSTED, Severity.HIGH)
    assert (change.before["url"], change.after["url"]) == (
        "https://hub.example/roles/0",
        "https://hub.example/roles/77",
    )


def test_titles_that_stand_more_than_once_are_not_taken_for_a_repost():
    twins = (role("Cook", 1), role("Cook", 2))
    assert [kind for kind, _ in told(twins, (role("Cook", 3), role("Cook", 4)))] == [
        Kind.POSTING_ADDED,
        Kind.POSTING_ADDED,
        Kind.POSTING_REMOVED,
        Kind.POSTING_REMOVED,
    ]


def test_a_board_that_moved_all_its_postings_reposted_none():
    moved = tuple(Role(title=it.title, url=it.url.replace("/roles/", "/careers/open/")) for it in ROLES)
    assert told(ROLES, moved) == []
    assert told(ROLES, (*moved, role("Purser", 9))) == [(Kind.POSTING_ADDED, "https://hub.example/roles/9")]


def test_another_title_at_the_same_address_is_renamed():
    (change,) = role_differences(ROLES, (role("Chief Pilot", 0), *ROLES[1:]))
    assert (change.kind, change.field) == (Kind.TITLE_CHANGED, ROLES[0].url)
    assert change.summary == "Title changed: Pilot → Chief Pilot"


def test_roles_without_addresses_are_counted_by_title():
    before = (role("Cook"), role("Pilot"))
    assert told(before, (role("Cook"), role("Cook"), role("Pilot"))) == [(Kind.POSTING_ADDED, "Cook (2)")]
    assert told(before, (role("Pilot"),)) == [(Kind.POSTING_REMOVED, "Cook")]


roles = st.lists(
    st.builds(role, st.sampled_from(["Cook", "cook ", "Pilot", "Purser"]), st.none() | st.integers(0, 5)), max_size=8
)


@settings(max_examples=80, deadline=None)
@given(roles, roles)
def test_any_two_boards_can_be_compared_and_no_change_is_said_twice(before, after):
    changes = told(before, after)
    assert len(set(changes)) == len(changes)
    assert told(before, before) == []
