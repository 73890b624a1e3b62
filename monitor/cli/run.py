"""`monitor run`."""

import typer

from monitor.cli.delivering import try_templates
from monitor.cli.session import session_of


def command(context: typer.Context) -> None:
    """Run the daemon until SIGTERM: fetch, compare, notify.

    It makes the database where there is none, and upgrades an older one. SIGHUP reads the configuration again.
    """
    session = session_of(context)
    session.settle()
    for target in session.settings.notify.targets:
        target.resolved_url()
    session.settings.heartbeat.resolved_url()
    try_templates(session.settings.notify.targets)
    from monitor import daemon  # noqa: PLC0415 - its libraries are for it alone, and for a configuration in order

    # A service that was installed or upgraded starts by itself: an upgrade is one transaction, undone when it fails.
    with session.database(create=True, upgrade=True) as database:
        raise typer.Exit(daemon.run(session.settings, database))
