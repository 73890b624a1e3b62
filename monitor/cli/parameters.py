"""Arguments and options that several verbs have."""

from typing import Annotated

import typer

WatchId = Annotated[str, typer.Argument(metavar="ID", help="The watch's number or URL.")]
WatchIds = Annotated[list[str], typer.Argument(metavar="ID...", help="Numbers or URLs of watches.")]
SomeWatchIds = Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Numbers or URLs of watches.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="T", help="A tag; may be given more than once.")]
OneTag = Annotated[str | None, typer.Option("--tag", metavar="T", help="Only watches with this tag.")]
Every = Annotated[str | None, typer.Option("--every", metavar="6h", help="Time between two checks.")]
Since = Annotated[str | None, typer.Option("--since", metavar="TIME", help='From this time on: "2d", "2026-02-05".')]
