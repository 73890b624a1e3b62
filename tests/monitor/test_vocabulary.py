"""The configuration's words are the hub's words; config may not import the hub, so this test holds them together."""

import importlib.util
from pathlib import Path
from typing import get_args

from config.kinds import HIGHEST, KindName, SeverityName
from config.pay import PayMove
from monitor.vocabulary import Direction, Kind, Severity

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_configuration_knows_every_kind_of_change_and_no_other():
    assert get_args(KindName) == tuple(kind.value for kind in Kind)


def test_the_configuration_knows_every_severity_in_falling_order():
    assert get_args(SeverityName) == tuple(severity.value for severity in Severity)


def test_the_configuration_knows_how_severe_each_kind_can_be():
    spec = importlib.util.spec_from_file_location("kinds", DOCS / "kinds.py")
    kinds = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kinds)
    order = list(Severity)
    found = {}
    for change in kinds.examples():
        found[change.kind.value] = min(found.get(change.kind, Severity.LOW), change.severity, key=order.index)
    assert found == HIGHEST


def test_the_configuration_knows_every_way_that_pay_goes():
    of_deadlines = {Direction.EXTENDED, Direction.BROUGHT_FORWARD, Direction.CLARIFIED}
    assert set(get_args(PayMove)) == {direction.value for direction in set(Direction) - of_deadlines}
