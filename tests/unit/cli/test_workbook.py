"""`gangyao workbook`."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from gangyao.cli.workbook import workbook
from gangyao.errors import DataError
from gangyao.release.files import WORKBOOK


def test_the_workbook_goes_into_the_release_and_is_a_part_of_it(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / WORKBOOK
    workbook(release, path)
    assert str(path) in capsys.readouterr().out
    assert openpyxl.load_workbook(path).sheetnames[0] == "任务分解表"
    assert [one.name for one in tmp_path.iterdir()] == [WORKBOOK]


def test_without_a_release_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="gangyao build"):
        workbook(tmp_path, None)
    assert list(tmp_path.iterdir()) == []
