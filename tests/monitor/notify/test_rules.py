"""Which change is told to which target."""

from datetime import timedelta

import pytest

from monitor.notify.rules import notices_for
from storage.rows import NewChange


def edit(kind="pay_changed", severity="high", field="pay"):
    return NewChange(kind=kind, field=field, summary="It changed", severity=severity)


@pytest.fixture
def told(target, watch, now):
    """Names of the targets that are told, by change, under one rule."""

    def make(*changes, tags=(), **rules):
        given = notices_for(changes, watch(tags=tags), [target(**rules)], "Europe/London", now, version=3)
        return [notice.change for notice in given]

    return make


def test_a_target_without_rules_is_told_everything(told):
    assert told(edit(), edit("closed", "critical"), edit("apply_changed", "low")) == [0, 1, 2]


def test_a_target_is_told_the_kinds_it_asks_for(told):
    assert told(edit(), edit("closed", "critical"), kinds=("closed", "opened")) == [1]


def test_a_target_is_told_what_is_severe_enough(told):
    changes = [edit(severity=severity) for severity in ("critical", "high", "medium", "low")]
    assert told(*changes, min_severity="critical") == [0]
    assert told(*changes, min_severity="medium") == [0, 1, 2]


def test_a_target_is_told_of_watches_with_one_of_its_tags(target, watch, now):
    def is_told(wanted, given):
        rules = [target(tags=wanted)]
        return bool(notices_for([edit()], watch(tags=given), rules, "Europe/London", now, version=3))

    assert is_told((), ())
    assert is_told(("audio", "video"), ("london", "audio"))
    assert not is_told(("video",), ("london", "audio"))
    assert not is_told(("video",), ())


def test_each_target_has_a_notice_of_its_own(target, watch, now):
    targets = [target("mail"), target("chat", quiet_hours="16:00-18:00")]
    mail, chat = notices_for([edit()], watch(), targets, "Europe/London", now, version=3)
    assert (mail.target, mail.due_at) == ("mail", now)
    assert (chat.target, chat.due_at) == ("chat", now + timedelta(hours=1))
    assert mail.message_id != chat.message_id


class TestMessageId:
    @pytest.fixture
    def id_of(self, target, watch, now):
        def make(change=None, *, name="mail", at=now, version=3, position=0, **given):
            changes = [*[edit()] * position, change or edit()]
            return notices_for(changes, watch(**given), [target(name)], "", at, version=version)[-1].message_id

        return make

    def test_is_the_same_for_the_same_change_and_target(self, id_of):
        assert id_of() == id_of()

    def test_fits_a_mail(self, id_of):
        name, _, domain = id_of().partition("@")
        assert (len(name), name.isalnum(), domain) == (40, True, "posting-monitor")

    def test_differs_for_all_that_is_another_message(self, id_of, now):
        ids = [
            id_of(),
            id_of(edit("title_changed")),
            id_of(edit(field="other")),
            id_of(name="chat"),
            id_of(version=4),
            id_of(position=1),
            id_of(id=13),
            id_of(url="https://jobs.example.org/other"),
            id_of(added_at=now),
            id_of(at=now + timedelta(minutes=1)),
        ]
        assert len(set(ids)) == len(ids)
