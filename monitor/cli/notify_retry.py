"""`monitor notify retry`."""

import typer

from monitor import clock
from monitor.cli.delivering import deliver_now
from monitor.cli.errors import NotDone
from monitor.cli.session import session_of
from monitor.cli.terminal import counted, say
from monitor.notify.backoff import RESTING
from storage import bulletins, outbox, pulse


def command(context: typer.Context) -> None:
    """Try again now what waits for another attempt or was given up, and send what is due."""
    session = session_of(context)
    session.settle()
    now = clock.now()
    with session.database() as database:
        with database.writing() as connection:
            count = outbox.retry(connection, now=now) + bulletins.retry(connection, now=now)
            for target in session.settings.notify.targets:
                pulse.drop(connection, RESTING + target.name)
            fresh = [it for it in outbox.waiting(connection) if it.state == "waiting" and not it.told_as]
        due = sum(it.due_at <= now for it in fresh)
        if count:
            say(f"trying {counted(count, 'notice')} again")
        elif due:
            say(f"sending {counted(due, 'notice')} for the first time")
        else:
            say("nothing waits for another attempt")
        if later := len(fresh) - due:
            say(f"{counted(later, 'notice')} held back for later; see `monitor notify pending`")
        left = deliver_now(session, database)
    if left:
        raise NotDone(f"not taken: {counted(left, 'notice')}; see `monitor notify pending`")
