"""The wheel holds what the program reads, and not what only training reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

REPOSITORY = Path(__file__).parents[2]
CLEAN = "import sys, gangyao; print(gangyao.__file__); from gangyao.cli import main; sys.exit(main())"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    return ZipFile(next(WheelBuilder(str(REPOSITORY)).build(directory=str(tmp_path_factory.mktemp("wheel")))))


def test_training_data_stays_out(wheel: ZipFile) -> None:
    names = wheel.namelist()
    assert "gangyao/models/particle_model.npz" in names
    assert "training/newspaper.npz" not in names


def test_the_program_runs_on_the_wheel_alone(wheel: ZipFile, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    wheel.extractall(installed)
    text = tmp_path / "plan.txt"
    text.write_text("加快推進基础设施互聯互通。\n", encoding="utf-8")

    run = subprocess.run(
        [sys.executable, "-c", CLEAN, "clean", str(text)],
        cwd=tmp_path, env={"PYTHONPATH": str(installed), "HOME": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    imported, cleaned = run.stdout.splitlines()
    assert Path(imported).is_relative_to(installed)
    assert cleaned == "加快推进基础设施互联互通。"
