"""The files of a tagged release: each table, archives, what is added, and checksums of them all."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

from gangyao.release.assets import write_assets
from schemas.registry import TABLES


def test_every_asset_is_named_with_its_checksum(made: Path, tmp_path: Path) -> None:
    wheel = tmp_path / "gangyao-1-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "of an earlier run").touch()

    *assets, sums = write_assets(made / "out", dist, [wheel])

    assert {path.name for path in dist.iterdir()} == {path.name for path in (*assets, sums)}
    assert {f"{table.name}.parquet" for table in TABLES} < {path.name for path in assets}
    told = dict(reversed(line.split("  ")) for line in sums.read_text(encoding="utf-8").splitlines())
    assert told == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in assets}
    assert (dist / wheel.name).read_bytes() == b"a wheel"


def test_the_archives_of_equal_releases_are_equal(made: Path, tmp_path: Path) -> None:
    write_assets(made / "out", tmp_path / "one")
    write_assets(made / "out", tmp_path / "two")
    names = zipfile.ZipFile(tmp_path / "one" / "gangyao-csv.zip").namelist()
    assert "csv/tasks.csv" in names
    for archive in (tmp_path / "one").glob("*.zip"):
        assert archive.read_bytes() == (tmp_path / "two" / archive.name).read_bytes()
