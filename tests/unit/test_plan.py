"""What a build writes where nobody said it: CSV as long as a spreadsheet can open it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gangyao.paths import SEEDS
from gangyao.plan import MOST_BYTES_AS_CSV, Request, plan_build
from gangyao.release.files import ALL_FORMATS, Format


def _formats(folder: Path, *contents: bytes, asked: frozenset[Format] | None = None) -> frozenset[Format]:
    files = [folder / f"f{number}.bin" for number in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    return plan_build(Request(folder / "out", SEEDS, tuple(files), formats=asked)).formats


@pytest.mark.parametrize(
    ("contents", "has_csv"),
    [
        pytest.param([b"a" * MOST_BYTES_AS_CSV], True, id="as much text as CSV is written of"),
        pytest.param([b"a" * MOST_BYTES_AS_CSV, b"bcdefghijk"], False, id="more, in all files together"),
        pytest.param([b"%PDF-1.7\n" + b"\0" * 2 * MOST_BYTES_AS_CSV], True, id="a PDF is mostly no text"),
        pytest.param([b"RIFF\0\0\0\0WEBP" + b"\0" * 2 * MOST_BYTES_AS_CSV], True, id="no more is a picture"),
        pytest.param([b"PK\x03\x04" + b"\0" * 11 * MOST_BYTES_AS_CSV], False, id="but some of it is"),
    ],
)
def test_csv_is_written_by_itself_up_to_so_much_text(tmp_path: Path, contents: list[bytes], has_csv: bool):
    assert (Format.csv in _formats(tmp_path, *contents)) == has_csv


def test_what_is_asked_for_is_written(tmp_path: Path):
    assert _formats(tmp_path, b"a" * (MOST_BYTES_AS_CSV + 1), asked=ALL_FORMATS) == ALL_FORMATS
