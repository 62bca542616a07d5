"""Processes of our own: where Arrow takes its memory from."""

from __future__ import annotations

import subprocess
import sys


def test_the_command_line_takes_arrows_memory_from_the_system() -> None:
    code = (
        "import sys; from gangyao.cli import main\n"
        "sys.argv = ['gangyao', '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "import pyarrow; print(pyarrow.default_memory_pool().backend_name)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "system"
