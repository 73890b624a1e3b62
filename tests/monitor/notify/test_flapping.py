import asyncio
from datetime import timedelta

import pytest

from monitor.notify.flapping import HELD_FOR, TOLD_AT_ONCE, held_back
from monitor.notify.sender import drain
from storage import changes, outbox
from storage.rows import NewChange, NewNotice, StoredChange
from tests.monitor.notify.conftest import NOW


def new(kind, field="status", after=None):
    return NewChange(kind=kind, field=field, summary=kind, severity="critical", after=after)


def earlier(kind, number, field="status", before=None):
    at = NOW - timedelta(minutes=number)
    return StoredChange(
        id=number,
        watch_id=1,
        url="https://jobs.example/1",
        kind=kind,
        direction=None,
        field=field,
        before=before,
        after=None,
        summary=kind,
        severity="critical",
        detected_at=at,
        since=None,
        from_version=1,
        to_version=2,
    )


def notice(change=0):
    return NewNotice(change=change, target="mail", due_at=NOW, message_id="x@test")


def test_the_first_changes_of_a_thing_are_told_at_once():
    recent = [earlier("closed", 1), earlier("reopened", 2)]
    assert len(recent) < TOLD_AT_ONCE
    assert held_back([notice()], [new("closed")], recent, NOW) == (notice(),)


@pytest.mark.parametrize(
    ("kind", "others"),
    [
        ("closed", ("reopened", "closed", "reopened")),
        ("removed", ("restored", "removed", "restored")),
        ("sources_agree", ("sources_disagree", "sources_agree", "sources_disagree")),
    ],
)
def test_what_flaps_is_held_and_takes_over_what_waits(kind, others):
    recent = [earlier(it, number) for number, it in enumerate(others)]
    [held] = held_back([notice()], [new(kind)], recent, NOW)
    assert held.due_at == NOW + HELD_FOR
    assert set(held.takes_over) >= {kind, *others}


def test_changes_of_other_fields_do_not_count():
    recent = [earlier("title_changed", number, field="title") for number in range(5)]
    assert held_back([notice()], [new("pay_changed", "pay")], recent, NOW) == (notice(),)
    recent = [earlier("posting_added", number, field=f"https://jobs.example/{number}") for number in range(5)]
    assert held_back([notice()], [new("posting_added", "https://jobs.example/9")], recent, NOW) == (notice(),)


def test_a_pay_that_moves_on_does_not_flap_and_one_that_goes_back_does():
    recent = [earlier("pay_changed", it, "pay", {"min": str(60 + it), "text": f"${60 + it}"}) for it in range(5)]
    on, back = (new("pay_changed", "pay", {"min": it, "text": f"{it} USD"}) for it in ("80", "62"))
    assert held_back([notice()], [on], recent, NOW) == (notice(),)
    assert held_back([notice()], [back], recent, NOW) != (notice(),)


def test_removals_of_a_page_count_whatever_instant_they_name():
    recent = [earlier("removed", number, field=f"2026-01-0{number + 1}T00:00:00Z") for number in range(3)]
    [held] = held_back([notice()], [new("restored", "2026-01-09T00:00:00Z")], recent, NOW)
    assert held.of_any_field


def test_reminders_are_never_held():
    recent = [earlier("deadline_soon", number, field="7d") for number in range(5)]
    assert held_back([notice()], [new("deadline_soon", "7d")], recent, NOW) == (notice(),)


def test_one_message_tells_what_was_held_and_none_of_it_twice(database, tell, target, settings, hook):
    server, at = hook(), NOW
    given = settings(target(url=f"json://127.0.0.1:{server.port}/"))
    for number in range(6):
        flaps = number >= TOLD_AT_ONCE
        at = NOW + timedelta(minutes=number)
        tell(
            1,
            "hook",
            now=at,
            due_at=at + HELD_FOR if flaps else at,
            takes_over=("title_changed",) if flaps else (),
        )
        assert asyncio.run(drain(database, given, now=lambda at=at: at)).sent == ({} if flaps else {"hook": 1})
    late = NOW + timedelta(minutes=TOLD_AT_ONCE) + HELD_FOR
    assert asyncio.run(drain(database, given, now=lambda: late)).sent == {"hook": 1}
    last = server.taken[-1].json["message"]
    assert "Changed 3 times since" in last
    assert "Edit 6.0" in last
    with database.reading() as c:
        assert outbox.waiting(c) == []
        assert len(changes.stored(c)) == 6
