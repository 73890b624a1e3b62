"""The command line: one verb a file.

To add a verb: write `monitor/cli/VERB.py` with a function `command`, whose parameters are its arguments and options and
whose docstring is its help (or with a Typer `app`, where it has verbs of its own), and add its line to
`monitor.cli.verbs.VERBS`. It raises for what goes wrong; `monitor.cli.program` makes one line and an exit code of that.
"""
