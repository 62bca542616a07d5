"""The command line. Commands import what they need when they run, so that `gangyao --help` is quick.

Exit codes: 0 done, 1 the data is wrong, 2 the call is wrong.
"""

from __future__ import annotations

import sys

import typer

from gangyao import __version__
from gangyao.cli import build, check, clean, collate, compare, network, new, query, trace
from gangyao.errors import DataError
from gangyao.import_guard import keep_unused_out

app = typer.Typer(
    name="gangyao",
    help="Turn Chinese government planning documents into open tables of sections, tasks and entities.\n\n"
    "Start with `gangyao build`, which makes a checked release of seeds/ in output/, then ask it with "
    '`gangyao sql "select * from tasks limit 5"`. A text of your own: `gangyao build my.txt --output mine`.',
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command("build")(build.build)
app.command("check")(check.check)
app.command("clean")(clean.clean)
app.command("collate")(collate.collate)
app.command("new")(new.new)
app.command("sql")(query.sql)
app.command("diff")(compare.diff)
app.command("trace")(trace.trace)
app.command("network")(network.network)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"gangyao {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    pass


def main() -> None:
    """Run the command line; data errors become one line on stderr and exit code 1."""
    keep_unused_out()
    try:
        app()
    except DataError as error:
        print(f"gangyao: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)
