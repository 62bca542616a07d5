"""The source files again, out of the published lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import NamedTuple

from gangyao.release.checks.problems import Problem


class RawLine(NamedTuple):
    """A row of `lines`, as far as the proof needs it; `row` is its key.

    A tuple, since there are many: a dataclass that cannot be changed takes six times as long to make.
    """

    row: str
    source_file: str
    text: str
    raw_start: int
    raw_end: int
    kind: str
    reading_position: int | None
    joins_previous: bool
    section_id: str | None
    paragraph_id: str | None


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """What `documents` says of a document's files."""

    document_id: str
    names: Sequence[str]
    sha256: Sequence[str]
    encoding: str
    raw_chars: int

    def encodings(self) -> list[str]:
        """Return the encoding of each file."""
        return self.encoding.split(";") if ";" in self.encoding else [self.encoding] * len(self.names)


def line_problems(lines: Sequence[RawLine], raw_chars: int) -> Iterator[Problem]:
    """Check that the lines, with line ends of one or two code points between them, fill the raw text."""
    end = 0
    for line in lines:
        if len(line.text) != line.raw_end - line.raw_start:
            what = f"the line has {len(line.text)} code points, its span {line.raw_end - line.raw_start}"
            yield Problem(what, table="lines", row=line.row, column="raw_end", value=line.raw_end)
        if not 0 <= line.raw_start - end <= 2:
            what = f"the line before ends at {end}: a line is missing, or one too many is there"
            yield Problem(what, table="lines", row=line.row, column="raw_start", value=line.raw_start)
        end = line.raw_end
    if not 0 <= raw_chars - end <= 2:
        last = lines[-1].row if lines else "(none)"
        what = f"the last line ends at {end}, the raw text at {raw_chars}: a line is missing"
        yield Problem(what, table="lines", row=last, column="raw_end", value=end)


def _file_bytes(lines: Sequence[RawLine], after: int, encoding: str) -> Iterator[bytes]:
    """Yield the bytes that a file can have had; `after` is the length of what follows its last line.

    A line end of one code point is a line feed, or a carriage return in a file without line feeds. What
    follows the last line may also be the line feed that keeps two files apart, which belongs to neither.
    """
    gaps = [right.raw_start - left.raw_end for left, right in pairwise(lines)]
    tails = (after, 0) if after else (0,)
    ends = ("\n", "\r") if 1 in (*gaps, after) else ("\n",)
    for end, tail in product(ends, tails):
        of_length = ("", end, "\r\n")
        parts: list[str] = []
        for line, gap in zip(lines, (*gaps, tail), strict=True):
            parts += (line.text, of_length[gap])
        yield "".join(parts).encode(encoding)


def file_problems(lines: Sequence[RawLine], files: SourceFiles) -> Iterator[Problem]:
    """Check that the lines of each file, encoded, have the SHA-256 that `documents` names for it."""
    of_file: dict[str, list[RawLine]] = {name: [] for name in files.names}
    for line in lines:
        if line.source_file not in of_file:
            what = "is no source file of the document"
            yield Problem(what, table="lines", row=line.row, column="source_file", value=line.source_file)
            return
        of_file[line.source_file].append(line)
    starts = [of_file[name][0].raw_start for name in files.names if of_file[name]]
    # An empty file has no lines, and starts nowhere.
    followed_by = dict(zip(starts, (*starts[1:], files.raw_chars), strict=False))
    for name, sha256, encoding in zip(files.names, files.sha256, files.encodings(), strict=True):
        own = of_file[name]
        if own:
            after = followed_by[own[0].raw_start] - own[-1].raw_end
            candidates = _file_bytes(own, after, encoding) if 0 <= after <= 2 else iter(())
        else:
            candidates = iter(("".encode(encoding),))
        if all(hashlib.sha256(data).hexdigest() != sha256 for data in candidates):
            yield Problem(
                f"the lines of {name}, encoded as {encoding}, do not give back the file with this checksum",
                table="documents",
                row=files.document_id,
                column="source_sha256",
                value=sha256,
            )
