from __future__ import annotations

import json
from pathlib import Path

import pytest

from gangyao.errors import DataError
from gangyao.explorer.static import write_site


def test_the_site_holds_the_explorer_and_what_the_release_publishes(release: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_site(release, target, "https://example.org/r", tmp_path)
    write_site(release, target, "https://example.org/r", tmp_path)
    assert (target / "index.html").is_file()
    assert (
        json.loads((target / "site.json").read_text(encoding="utf-8"))["repository"]
        == "https://example.org/r"
    )
    copied = target / "release" / "parquet" / "tasks.parquet"
    assert copied.read_bytes() == (release / "parquet" / "tasks.parquet").read_bytes()
    assert not (target / "release" / ".state").exists()


def test_a_folder_with_other_files_is_left_alone(release: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(DataError, match="holds other files"):
        write_site(release, tmp_path, None, tmp_path)
    assert (tmp_path / "thesis.txt").exists()


def test_without_a_release_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="holds no release"):
        write_site(tmp_path / "none", tmp_path / "site", None, tmp_path)
    assert not (tmp_path / "site").exists()
