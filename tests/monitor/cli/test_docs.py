"""docs/commands.md has every verb with its arguments and options, in the words of `--help`."""

from pathlib import Path

import pytest
import typer

from monitor.cli.program import app
from monitor.cli.verbs import VERBS, loaded

DOCS = (Path(__file__).resolve().parents[3] / "docs" / "commands.md").read_text(encoding="utf-8")
#: Said once, for all verbs.
EVERYWHERE = {"--help", "--install-completion", "--show-completion"}


def every_command():
    """Each verb, with the verbs below it."""
    for name in VERBS:
        verb = loaded(name)
        below = getattr(verb, "commands", None)
        yield from ((f"{name} {it}", command) for it, command in below.items()) if below else [(name, verb)]


def rows_of(command):
    """The lines of the table that describes a command's arguments and options."""
    for parameter in command.params:
        names = ", ".join(sorted(parameter.opts, key=len))
        if parameter.param_type_name == "argument":
            yield f"| `{parameter.metavar}` | {parameter.help} |"
        elif not EVERYWHERE & set(parameter.opts):
            value = f" {parameter.metavar}" if parameter.metavar else ""
            yield f"| `{names}{value}` | {parameter.help} |"


def written(name, command):
    """What the page says of a command."""
    arguments = [it.metavar for it in command.params if it.param_type_name == "argument"]
    heading = f"### `{' '.join(['monitor', name, *arguments])}`"
    rows = list(rows_of(command))
    table = ["", "| | |", "| --- | --- |", *rows] if rows else []
    return "\n".join([heading, "", *(line.strip() for line in command.help.splitlines()), *table]).strip()


@pytest.mark.parametrize(("name", "command"), list(every_command()), ids=lambda it: it if isinstance(it, str) else "")
def test_every_verb_is_described_with_its_options(name, command):
    assert written(name, command) in DOCS


def test_the_options_before_the_verb_are_described():
    root = typer.main.get_command(app)
    assert [row for row in rows_of(root) if row not in DOCS] == []
    assert [name for name in ("--install-completion", "--show-completion") if name not in DOCS] == []


def test_no_verb_is_described_that_is_not_there():
    described = {line.split("`")[1].split()[1] for line in DOCS.splitlines() if line.startswith("### `monitor ")}
    assert described == set(VERBS)
