"""The configuration's words are the hub's words; config may not import the hub, so this test holds them together."""

from typing import get_args

from config.fields import KindName, SeverityName
from monitor.vocabulary import Kind, Severity


def test_the_configuration_knows_every_kind_of_change_and_no_other():
    assert get_args(KindName) == tuple(kind.value for kind in Kind)


def test_the_configuration_knows_every_severity_in_falling_order():
    assert get_args(SeverityName) == tuple(severity.value for severity in Severity)
