"""The command line, called as a program and called here.

What a command prints and how it ends is the same in both, and the start of a program takes longer than most
commands. What is about the process itself, and one whole walk through the commands, starts programs.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

from gangyao import cli

PROGRAM = (sys.executable, "-c", "from gangyao.cli import main; main()")


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a program of its own."""
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, check=False)


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line in this process, which stays as it is."""
    out, err = _stream(""), _stream("")
    code: object = 0
    with (
        mock.patch.multiple(sys, argv=["gangyao", *arguments], stdin=_stream(stdin), stdout=out, stderr=err),
        # They are for a process that ends with the command.
        mock.patch.object(cli, "prepare_process"),
        mock.patch.object(cli, "end_when_asked"),
        mock.patch.dict(os.environ),
    ):
        here = Path.cwd()
        try:
            cli.main()
        except SystemExit as ended:
            code = ended.code
        finally:
            os.chdir(here)
    if isinstance(code, str):
        raise AssertionError(f"a text as exit code: {code}")
    return subprocess.CompletedProcess(arguments, int(code or 0), _text(out), _text(err))


def _stream(text: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()
