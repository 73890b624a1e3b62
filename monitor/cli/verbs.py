"""Every verb, and how it is found: the one place where a new verb is entered."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

#: Verb: the module in this package that holds it, in the order of the overview.
VERBS = {
    "init": "init",
    "add": "add",
    "remove": "remove",
    "pause": "pause",
    "resume": "resume",
    "set": "set",
    "check": "check",
    "run": "run",
    "list": "list",
    "show": "show",
    "history": "history",
    "diff": "diff",
    "changes": "changes",
    "notify": "notify",
    "read": "read",
    "new-reader": "new_reader",
    "explain": "explain",
    "reread": "reread",
    "export": "export",
    "status": "status",
    "doctor": "doctor",
    "db": "db",
    "service": "service",
    "web": "web",
    "worker": "worker",
    "demo": "demo",
}


class Verbs(TyperGroup):
    """The verbs, each loaded when it is asked for: most commands are short, and their start is most of their cost."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the library's signature
        """The names, in the order of the overview."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ARG002 - as above
        """The verb of a name; None where there is none."""
        if cmd_name not in VERBS:
            # The library looks for near names among those that are loaded.
            self.commands.update({name: loaded(name) for name in VERBS})
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = loaded(cmd_name)
        found = self.commands[cmd_name]
        assert isinstance(found, TyperCommand | TyperGroup)
        return found


def loaded(name: str) -> Any:
    """The verb as the library runs it."""
    module = import_module(f"monitor.cli.{VERBS[name]}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name)(module.command)
    found = typer.main.get_command(app)
    found.name = name
    return found
