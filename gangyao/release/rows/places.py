"""Where a span of the cleaned text stands in the outline: which section, which paragraph."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from gangyao.document.outline import Outline


@dataclass(frozen=True, slots=True)
class Places:
    """Ids of a document's sections and paragraphs, and their spans in the cleaned text.

    `paragraph_ids` and `section_ids_of_paragraphs` follow `outline.paragraphs`; `order` lists the paragraphs
    by their start, `starts` and `ends` are their bounds in that order, `headings` the printed headings as
    (start, end, section id).
    """

    paragraph_ids: tuple[str, ...]
    section_ids_of_paragraphs: tuple[str, ...]
    order: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    headings: tuple[tuple[int, int, str], ...]

    def paragraph_holding(self, start: int, end: int) -> int | None:
        """Return the index of the paragraph that holds the whole span; None if none does."""
        rank = bisect_right(self.starts, start) - 1
        if rank < 0 or end > self.ends[rank]:
            return None
        return self.order[rank]

    def paragraph_touching(self, start: int, end: int) -> int | None:
        """Return the index of the first paragraph that shares a code point with the span, or None."""
        rank = bisect_right(self.ends, start)
        if rank == len(self.order) or self.starts[rank] >= end:
            return None
        return self.order[rank]

    def heading_touching(self, start: int, end: int) -> str | None:
        """Return the id of the first section whose printed heading shares a code point with the span."""
        rank = bisect_right(self.headings, start, key=lambda heading: heading[1])
        if rank == len(self.headings) or self.headings[rank][0] >= end:
            return None
        return self.headings[rank][2]


def places(document_id: str, outline: Outline) -> Places:
    """Give every section and paragraph its id, and index their spans."""
    section_ids = tuple(f"{document_id}/{paragraph.section_path}" for paragraph in outline.paragraphs)
    order = tuple(sorted(range(len(outline.paragraphs)), key=lambda index: outline.paragraphs[index].start))
    return Places(
        paragraph_ids=tuple(
            f"{section_id}/p{paragraph.position}"
            for section_id, paragraph in zip(section_ids, outline.paragraphs, strict=True)
        ),
        section_ids_of_paragraphs=section_ids,
        order=order,
        starts=tuple(outline.paragraphs[index].start for index in order),
        ends=tuple(outline.paragraphs[index].end for index in order),
        headings=tuple(
            sorted(
                (section.start, section.end, f"{document_id}/{section.path}")
                for section in outline.sections
                if section.start is not None and section.end is not None
            )
        ),
    )
