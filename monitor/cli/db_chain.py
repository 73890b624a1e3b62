"""`monitor db chain`."""

import typer

from monitor.cli.parameters import AsJson
from monitor.cli.session import session_of
from monitor.cli.terminal import counted, say, say_json


def command(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Print one hash over all versions and changes, to be kept elsewhere.

    With --json also the end of the chain of each watch: `monitor db check --against` finds what was edited since.
    """
    from storage import tampering  # noqa: PLC0415 - for this verb only

    with session_of(context).reading() as connection:
        heads = list(tampering.heads(connection))
    head = tampering.head_of(heads)
    if as_json:
        each = [{"watch_id": it.watch_id, "seq": it.seq, "chain": it.chain} for it in heads]
        say_json({"head": head, "watches": each})
    else:
        say(f"{head}  {counted(len(heads), 'watch', 'watches')}")
