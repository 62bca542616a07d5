"""`python -m flows` where nothing changed: an answer without Prefect."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PROGRAM = (
    "import sys; from flows.__main__ import main, release_that_stands; "
    "stands = release_that_stands() is not None; "
    "main() if stands else None; print(stands, 'prefect' in sys.modules)"
)


def run(folder: Path) -> str:
    repository = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(repository)!r}); {PROGRAM}"],
        cwd=folder, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def test_a_release_that_stands_needs_no_prefect(seeds: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds, tmp_path / "seeds")
    assert run(tmp_path).split() == ["False", "False"]
    build = "from gangyao.cli import main; main()"
    repository = Path(__file__).parents[2]
    subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(repository)!r}); {build}", "build"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    assert run(tmp_path).splitlines() == [
        "output: nothing changed since the last build; the release stays as it is",
        "True False",
    ]
    with (tmp_path / "seeds" / "documents" / "chengyu-2021" / "errata.csv").open("a") as file:
        file.write("nowhere,a,b,witness,invented,\n")
    assert run(tmp_path).split() == ["False", "False"]
