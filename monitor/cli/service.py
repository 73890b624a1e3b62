"""`monitor service`: put the daemon under systemd, and take it away again."""

import os
from pathlib import Path
from typing import Annotated

import typer

from monitor.cli import service_units as units
from monitor.cli.errors import NotDone, Refused
from monitor.cli.service_machine import Machine
from monitor.cli.session import session_of
from monitor.cli.terminal import say

app = typer.Typer(add_completion=False, rich_markup_mode=None, help="Put the daemon under systemd.")

_CONFIG = Path("/etc/monitor/monitor.toml")
#: What systemd makes for DynamicUser= and StateDirectory=: a folder, and a link to it.
_STATE = (Path("/var/lib/private/posting-monitor"), Path("/var/lib/posting-monitor"))

_System = Annotated[bool, typer.Option("--system", help="For the machine, as root.")]
_User = Annotated[bool, typer.Option("--user", help="For yourself, in your own service manager.")]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done; do nothing.")]
_Root = Annotated[Path | None, typer.Option(metavar="FOLDER", help="With --system: of the system in this folder.")]


@app.command()
def install(
    *,
    system: _System = False,
    user: _User = False,
    now: Annotated[bool, typer.Option("--now", help="Start it, or start it anew.")] = False,
    dry_run: _DryRun = False,
    root: _Root = None,
) -> None:
    """Write the units and a configuration, and have them started with the machine.

    Says each thing that it does. Done again, it brings the units up to date and leaves the configuration alone.
    """
    machine = _machine(system, user, dry_run, root)
    program = units.program()
    if system and root is None:
        units.refuse_hidden(program)
    for name in units.UNITS:
        machine.write(machine.folder / name, _unit(name, program, user=user), "the unit")
    if system:
        from config.loading import default_file_text  # noqa: PLC0415 - for this only

        machine.keep(_CONFIG, default_file_text(), "the configuration")
    machine.systemctl("daemon-reload")
    machine.systemctl("enable", *units.ENABLED)
    if now:
        machine.systemctl("restart", *units.ENABLED)
    for line in _ABOUT_SYSTEM if system else _ABOUT_USER:
        say(line)


@app.command()
def uninstall(
    *,
    system: _System = False,
    user: _User = False,
    purge: Annotated[bool, typer.Option("--purge", help="Remove database, backups and configuration, too.")] = False,
    dry_run: _DryRun = False,
    root: _Root = None,
) -> None:
    """Stop it and remove the units; database, backups and configuration stay unless --purge."""
    machine = _machine(system, user, dry_run, root)
    if any(machine.has(machine.folder / name) for name in units.UNITS):
        machine.systemctl("stop", *units.ENABLED)
        machine.systemctl("disable", *units.ENABLED)
    for name in units.UNITS:
        machine.remove(machine.folder / name)
    machine.systemctl("daemon-reload")
    data = [_CONFIG.parent, *_STATE] if system else [_user_state()]
    data += [machine.folder / f"{name}.d" for name in units.UNITS]  # what `systemctl edit` wrote
    for path in data:
        if purge:
            machine.remove(path)
        elif machine.has(path):
            say(f"kept {path}")


@app.command()
def check(context: typer.Context) -> None:
    """Refuse a configuration that cannot be used; `systemctl reload` does it first.

    Secrets are not looked at: systemd shows its credentials to the daemon alone. The daemon does, and refuses then.
    """
    settings = session_of(context).settings
    say(f"{settings.source or 'the built-in configuration'} can be used")


_ABOUT_SYSTEM = (
    "its user posting-monitor and its folder /var/lib/posting-monitor (0700) are made by systemd at the start",
    "secrets: `systemctl edit monitor`, LoadCredential=NAME:FILE, and url_credential = NAME in monitor.toml",
    "its database, as root: monitor --database sqlite:////var/lib/posting-monitor/monitor.sqlite3 add URL",
)
_ABOUT_USER = (
    "the database is the one that `monitor list` shows you",
    "to have it run while you are not logged in: loginctl enable-linger",
)


def _machine(system: bool, user: bool, dry_run: bool, root: Path | None) -> Machine:  # noqa: FBT001 - as they were given
    if system == user:
        raise Refused("say --system or --user")
    if root and not system:
        raise Refused("--root goes with --system")
    if system and not root and not dry_run and os.geteuid() != 0:
        raise NotDone("the machine's services are root's: run it by sudo, or take --user")
    return Machine(root=root, user=user, dry_run=dry_run)


def _unit(name: str, program: Path, *, user: bool) -> str:
    return units.of_user(name, program, _user_state()) if user else units.of_system(name, program)


def _user_state() -> Path:
    """Where a user's database is without $STATE_DIRECTORY, which the unit does not set."""
    from config.settings import state_folder  # noqa: PLC0415 - for a user's service only

    return state_folder({name: value for name, value in os.environ.items() if name != "STATE_DIRECTORY"})
