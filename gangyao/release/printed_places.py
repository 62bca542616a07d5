"""Where on the pages of which file a row was printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gangyao.errors import DataError
from gangyao.release.files import original_file
from gangyao.release.sql import connect
from gangyao.release.trace import find_row, printed_lines

_IN_FILE = """
SELECT kind, sha256 FROM source_files WHERE document_id = ? AND source_file = ?
"""


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """A piece of a page that holds lines of a row: the file as the release stores it, page, edges."""

    file: Path
    name: str
    kind: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def printed_places(release: Path, row_id: str) -> list[PrintedPlace]:
    """Return the places of the first file that a row was printed in, in reading order.

    Lines below each other in a column are one place. Raises DataError when no row has the id, and when
    it was printed on no page.
    """
    with connect(release) as connection:
        table, key, row = find_row(connection, release, row_id)
        lines = [line for line in printed_lines(connection, table, key, row) if line["box_left"] is not None]
        if not lines:
            raise DataError(
                f"{row_id} stands on no page: its file is a text, a web page or a Word file, which have none"
            )
        name = lines[0]["source_file"]
        kind, digest = connection.execute(_IN_FILE, [lines[0]["document_id"], name]).fetchall()[0]
    file = original_file(release, digest)
    if not file.is_file():
        raise DataError(f"{file} is not there: build the release again")
    return [
        PrintedPlace(file, name, kind, *place)
        for place in _pieces(line for line in lines if line["source_file"] == name)
    ]


Piece = tuple[int, float, float, float, float]


def _pieces(lines: Iterator[dict[str, Any]]) -> list[Piece]:
    pieces: list[Piece] = []
    for line in lines:
        page, left, top = line["page"], line["box_left"], line["box_top"]
        right, bottom = line["box_right"], line["box_bottom"]
        if pieces and _goes_on(pieces[-1], page, left, top, right):
            _, other_left, other_top, other_right, other_bottom = pieces.pop()
            left, right = min(left, other_left), max(right, other_right)
            top, bottom = min(top, other_top), max(bottom, other_bottom)
        pieces.append((page, left, top, right, bottom))
    return pieces


def _goes_on(piece: Piece, page: int, left: float, top: float, right: float) -> bool:
    """Tell whether a line stands below a piece, in its column."""
    return page == piece[0] and top >= piece[2] and left < piece[3] and right > piece[1]
