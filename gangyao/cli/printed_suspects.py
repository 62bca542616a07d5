"""Where a suspect was printed, and the picture of its line, for those who review it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gangyao.document.printed import Box
from gangyao.errors import DataError

if TYPE_CHECKING:
    from gangyao.document.changes import Suspect
    from gangyao.document.source import Source, SourceFile


@dataclass(frozen=True, slots=True)
class PrintedSuspect:
    """The file and page (from 1) a suspect was read from, and the box of its line where that is known."""

    file: SourceFile
    page: int
    box: Box | None

    def __str__(self) -> str:
        """Say where to look."""
        box = self.box
        place = f", box {box.left:.0f} {box.top:.0f} {box.right:.0f} {box.bottom:.0f}" if box else ""
        return f"page {self.page} of {self.file.name}{place}"


def printed_suspect(source: Source, suspect: Suspect) -> PrintedSuspect | None:
    """Return where a suspect was printed, where the reader of its file knows."""
    for file in source.files:
        if not file.raw_start <= suspect.raw_start < max(file.raw_end, file.raw_start + 1) or not file.lines:
            continue
        number = source.text.count("\n", file.raw_start, suspect.raw_start)
        line = file.lines[number] if number < len(file.lines) else None
        if line is not None and line.page is not None:
            return PrintedSuspect(file, line.page, line.box)
    return None


def draw_line(folder: Path, pictures: Path, printed: PrintedSuspect, suspect: Suspect) -> str:
    """Write the picture of a suspect's line into a folder; return its path, or why there is none.

    `folder` holds the files of the document.
    """
    from gangyao.ingest.readers.cuttings import Place, cut_out

    file = folder / printed.file.name
    if printed.box is None:
        return f"none: {printed.file.name} has no place for this line"
    if not file.is_file():
        return f"none: no file {file}"
    try:
        drawn = cut_out(
            printed.file.kind, file.read_bytes(), printed.file.name, [Place(printed.page, printed.box)]
        )
    except DataError as error:
        return f"none: {error}"
    pictures.mkdir(parents=True, exist_ok=True)
    picture = pictures / f"s{suspect.raw_start}-{suspect.raw_end}.png"
    picture.write_bytes(drawn)
    return str(picture)
