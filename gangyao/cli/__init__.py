"""The command line. Commands import what they need when they run, so that `gangyao --help` is quick.

Exit codes: 0 done (warnings allowed), 1 something could not be used or done, 2 the call is wrong.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from typing import NoReturn

import typer

from gangyao import __version__
from gangyao.cli import (
    build,
    check,
    clean,
    collate,
    compare,
    explore,
    network,
    new,
    query,
    releases,
    review,
    status,
    trace,
    unite,
    workbook,
)
from gangyao.errors import DataError
from gangyao.one_line import escaped_lines, one_line
from gangyao.processes.asked_to_end import AskedToEnd, end_when_asked
from gangyao.processes.own_process import leave, prepare_process

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
app.command("unite")(unite.unite)
app.command("trace")(trace.trace)
app.command("review")(review.review)
app.command("network")(network.network)
app.command("workbook")(workbook.workbook)
app.command("status")(status.status)
app.add_typer(releases.releases, name="releases")
app.command("explore")(explore.explore)


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


# What can be done about an error of the system, by its number; else its own words must do.
_REMEDIES = {
    errno.ENOSPC: "free some space on that disk",
    errno.EDQUOT: "free some space on that disk",
    errno.EFBIG: "allow larger files (ulimit -f), or name a place on another file system",
    errno.EACCES: "make it readable and writable, or name another place",
    errno.EPERM: "make it readable and writable, or name another place",
    errno.EROFS: "that file system is read-only: name another place",
    errno.ENOTDIR: "a file stands where a folder should be: move it away, or name another place",
    errno.EEXIST: "a file stands where a folder should be: move it away, or name another place",
    errno.EISDIR: "a folder stands where a file should be: move it away, or name another place",
    errno.ENAMETOOLONG: "give a shorter name",
    errno.EMFILE: "allow more open files (ulimit -n)",
}


def program() -> NoReturn:
    """Run the command line as a program of its own, which ends with it."""
    try:
        main()
    except SystemExit as done:
        # A text is what Python prints, with code 1.
        if done.code is None or isinstance(done.code, int):
            leave(done.code or 0)
        raise
    leave(0)


def main() -> None:
    """Run the command line; whatever goes wrong becomes one line on stderr and exit code 1.

    A fault of Gangyao's own leaves its traceback in a file that a report can carry.
    """
    prepare_process()
    end_when_asked()
    try:
        app()
    except AskedToEnd as asked:
        print(f"gangyao: {asked}; what was begun is cleared away", file=sys.stderr)
        raise
    except DataError as error:
        _fail(escaped_lines(str(error)))
    except BrokenPipeError:
        # Python would complain of it again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        remedy = f"; {_REMEDIES[error.errno]}" if error.errno in _REMEDIES else ""
        _fail(f"{one_line(f'{where}{error.strerror or error}')}{remedy}")
    except MemoryError:
        _fail("memory ran out; give it fewer or smaller documents, or fewer --workers")
    except Exception as error:
        raised = one_line(f"{type(error).__name__}: {error}")
        _fail(f"a fault of Gangyao's own: {raised}; report it, {_report()}")


def _fail(told: str) -> None:
    print(f"gangyao: {told}", file=sys.stderr)
    sys.exit(1)


def _report() -> str:
    """Write the traceback of what was raised to a file, and say where it is."""
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            prefix="gangyao-fault-",
            suffix=".txt",
            delete=False,
            encoding="utf-8",
            errors="backslashreplace",
        ) as file:
            file.write(f"Gangyao {__version__}\n{traceback.format_exc()}")
    except OSError:
        return f"with this:\n{traceback.format_exc()}"
    return f"with {file.name}"
