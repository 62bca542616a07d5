"""The files that are attached to a tagged release: `python -m gangyao.release.assets OUTPUT DIST [FILE…]`.

Their names do not hold a version, so that `…/releases/latest/download/NAME` is a stable link.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from gangyao.release.files import DATABASE

CHECKSUMS = "SHA256SUMS"
CSV_ARCHIVE = "gangyao-csv.zip"
RELEASE_ARCHIVE = "gangyao-release.zip"
SINGLE_FILES = (DATABASE, "datapackage.json", "croissant.json", "manifest.json", "CHANGES.md")
# The earliest time that the ZIP format can hold: archives of equal files are equal.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_archive(archive: Path, folder: Path, files: list[Path]) -> None:
    """Write `files` of `folder` into a ZIP archive, sorted, with names relative to the folder."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writer:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            writer.writestr(entry, path.read_bytes())


def write_assets(output: Path, dist: Path, more: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Write the assets of the release in `output` to the folder `dist`, which is made anew.

    Every Parquet file by itself, the CSV files with the descriptors in one archive, the whole release but the
    DuckDB file in another, the DuckDB file, the descriptors, `more` files as they are, and a SHA256SUMS of
    them all.
    """
    if dist.exists():
        shutil.rmtree(dist)
    dist.mkdir(parents=True)
    csv_files = list((output / "csv").glob("*.csv"))
    write_archive(dist / CSV_ARCHIVE, output, [*csv_files, output / "datapackage.json", output / "README.md"])
    whole = [path for path in output.rglob("*") if path.is_file() and path.suffix != ".duckdb"]
    write_archive(dist / RELEASE_ARCHIVE, output, whole)
    for path in (*(output / "parquet").glob("*.parquet"), *(output / name for name in SINGLE_FILES), *more):
        shutil.copyfile(path, dist / path.name)
    assets = sorted(dist.iterdir())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in assets]
    (dist / CHECKSUMS).write_text("".join(sums), encoding="utf-8")
    return (*assets, dist / CHECKSUMS)


def main() -> None:
    """Write the assets and print their names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("dist", type=Path)
    parser.add_argument("more", type=Path, nargs="*", help="files to add as they are, as the wheel")
    arguments = parser.parse_args()
    for path in write_assets(arguments.output, arguments.dist, arguments.more):
        print(path)


if __name__ == "__main__":
    main()
