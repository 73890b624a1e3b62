"""What docs/adding-a-rule.md says is done: a key is declared, its function written and entered."""

import re
import textwrap
from pathlib import Path
from types import SimpleNamespace

import pytest

from config import targets
from config.loading import load
from monitor.notify import conditions, rules

TEXT = (Path(__file__).resolve().parent.parent / "docs" / "adding-a-rule.md").read_text(encoding="utf-8")
KEY, FUNCTION = (textwrap.dedent(it) for it in re.findall(r"^ +```python\n(.*?)^ +```", TEXT, re.MULTILINE | re.DOTALL))


@pytest.fixture
def extended(monkeypatch):
    """Makes a target of settings that have the key, with the function entered."""
    space = dict(vars(targets))
    exec(f"class Extended(TargetSettings):\n    {KEY}", space)
    written = dict(vars(conditions))
    exec(FUNCTION, written)
    monkeypatch.setattr(rules, "RULES", (*conditions.RULES, written["of_workplaces"]))
    return lambda **given: space["Extended"](name="team", url="json://127.0.0.1", **given)


def said(target, workplace):
    change = SimpleNamespace(kind="closed", severity="critical", before="open", after="closed")
    return rules.verdict(
        target, change, SimpleNamespace(record={"posting": {"workplace": workplace}}, tags=(), url="x")
    )


def test_the_rule_of_the_page_tells_and_leaves_out(extended):
    remote = extended(workplaces=("remote",))
    assert said(remote, "remote").wanted
    assert said(remote, None).wanted
    assert said(extended(), "onsite").wanted
    left_out = said(remote, "onsite")
    assert (left_out.rule, left_out.reason) == ("workplaces", "it asks for the workplaces remote, this is onsite")


def test_everything_that_the_page_names_is_there():
    beside, program = Path(__file__).resolve().parent.parent, Path(targets.__file__).resolve().parent.parent
    for path in re.findall(r"`((?:config|monitor|docs|tests)/[\w/.-]+)`", TEXT):
        assert (beside / path).exists() or (program / path).exists(), path
    assert "RENAMING" in (program / "monitor/notify/asthen.py").read_text()
    assert load(environ={"HOME": "/nonexistent"}).notify.targets == ()
