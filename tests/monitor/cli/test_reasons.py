from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from config.targets import TargetSettings
from monitor.cli.reasons import delivery_reasons, evidence_of
from storage.rows import Notice

NOW = datetime(2026, 3, 1, tzinfo=UTC)
CHANGE = SimpleNamespace(kind="pay_changed", severity="high", summary="Pay raised")
WATCH = SimpleNamespace(tags=("audio",))


def target(name="team", **rules):
    return TargetSettings(name=name, url="json://127.0.0.1", **rules)


def notice(name="team", **given):
    values = {"state": "sent", "attempts": 1, "last_error": None, "lease_until": None, "sent_at": NOW}
    return Notice(
        id=1, change_id=1, target=name, message_id="1@test", due_at=NOW, created_at=NOW, **{**values, **given}
    )


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ({"kinds": ("closed", "opened")}, "not told: it asks for the kinds closed, opened"),
        ({"tags": ("film",)}, "not told: it asks for the tags film"),
        ({"min_severity": "critical"}, "not told: it asks for severity critical or higher, this is high"),
        ({}, "not told: the target or its rule is newer than the change"),
    ],
)
def test_the_rule_that_kept_a_change_from_a_target_is_named(rules, reason):
    assert delivery_reasons(CHANGE, WATCH, [], [target(**rules)]) == [{"target": "team", "reason": reason}]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "told, 1 attempt"),
        ({"state": "waiting", "attempts": 2, "last_error": "HTTP 500"}, "waiting, 2 attempts: HTTP 500"),
        (
            {"state": "failed", "attempts": 12, "last_error": "HTTP 404"},
            "given up after 12 attempts: HTTP 404; `monitor notify retry` tries again",
        ),
    ],
)
def test_what_became_of_a_delivery_is_said(given, reason):
    assert delivery_reasons(CHANGE, WATCH, [notice(**given)], [target()])[0]["reason"] == reason


def test_a_target_that_is_gone_is_still_answered_for():
    reasons = delivery_reasons(CHANGE, WATCH, [notice("old")], [target()])
    assert [it["target"] for it in reasons] == ["old", "team"]


@pytest.mark.parametrize(
    ("kind", "field"), [("closed", "status"), ("pay_changed", "pay"), ("deadline_soon", "deadline"), ("removed", None)]
)
def test_a_change_is_borne_by_the_evidence_of_its_field(kind, field):
    evidence = {name: {"source": "text", "text": name} for name in ("status", "pay", "deadline")}
    found = evidence_of(SimpleNamespace(kind=kind), {"posting": {"evidence": evidence}})
    assert found == (evidence[field] if field else None)
    assert evidence_of(SimpleNamespace(kind=kind), None) is None
