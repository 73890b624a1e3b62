"""`monitor notify`: the one place where a verb of it is entered."""

import typer

from monitor.cli import notify_backtest, notify_pending, notify_preview, notify_retry, notify_test, notify_why

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, help="Try the targets and their rules; see and retry what waits."
)

for _name, _module in {
    "test": notify_test,
    "why": notify_why,
    "backtest": notify_backtest,
    "preview": notify_preview,
    "pending": notify_pending,
    "retry": notify_retry,
}.items():
    app.command(_name)(_module.command)
