"""What every reader returns."""

from __future__ import annotations

from dataclasses import dataclass, field

from gangyao.document.metadata import Finding
from gangyao.document.printed import Box, PrintedLine
from gangyao.document.problems import Remark
from gangyao.document.recognised import Reading


@dataclass(frozen=True, slots=True)
class Content:
    """The lines of a file in reading order, what it says of itself, the number of its pages, if any, and
    what of it is not in the lines.
    """

    lines: tuple[PrintedLine, ...]
    findings: tuple[Finding, ...] = ()
    pages: int | None = field(default=None)
    remarks: tuple[Remark, ...] = ()

    @property
    def text(self) -> str:
        r"""The raw text: the lines, each ended by `\n`."""
        return "".join(f"{line.text}\n" for line in self.lines)


@dataclass(frozen=True, slots=True)
class LineAgain:
    """A line of a scanned page, as each of some recognisers reads it; the box is that on the scan."""

    page: int
    box: Box
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """What recognisers, named in the order of each line's readings, read of some pages."""

    recognisers: tuple[str, ...]
    lines: tuple[LineAgain, ...]
