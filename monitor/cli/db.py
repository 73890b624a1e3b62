"""`monitor db`: the one place where a verb of it is entered."""

import typer

from monitor.cli import db_backup, db_chain, db_check, db_prune, db_restore, db_upgrade

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, help="Upgrade, back up, restore, check and prune the database."
)

for _name, _module in {
    "upgrade": db_upgrade,
    "backup": db_backup,
    "restore": db_restore,
    "check": db_check,
    "chain": db_chain,
    "prune": db_prune,
}.items():
    app.command(_name)(_module.command)
