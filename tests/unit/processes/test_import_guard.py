"""The command line pulls in nothing that it does not use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_a_build_and_a_check_import_neither_pandas_nor_prefect(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("一、总体要求\n到2025年，新增公园30个以上。\n", encoding="utf-8")
    code = (
        "import sys; from gangyao.cli import main\n"
        "text, output = sys.argv[1:]\n"
        "for call in (['build', text, '--output', output], ['check', output]):\n"
        "    sys.argv = ['gangyao', *call]\n"
        "    try: main()\n"
        "    except SystemExit as done: assert not done.code, done.code\n"
        "print(sorted({'pandas', 'prefect', 'hypothesis', 'polars'} & set(sys.modules)))\n"
    )
    arguments = [str(tmp_path / "text.txt"), str(tmp_path / "output")]
    ran = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_arrow_can_be_used_without_the_docstrings_of_its_options() -> None:
    code = (
        "from gangyao.processes.import_guard import keep_unused_out; keep_unused_out()\n"
        "import sys, warnings; warnings.simplefilter('error')\n"
        "import pyarrow as pa, pyarrow.compute as pc\n"
        "print(pc.round(pa.array([1.26]), ndigits=1)[0], 'numpydoc' in sys.modules, 'pydoc' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "1.3 False False\n"
