"""Is what the ledger gives the text that is published, heading by heading and paragraph by paragraph?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gangyao.release.checks.problems import Problem
from gangyao.release.checks.source_files import RawLine

# What may stand between a heading's number and its title, and between a title and a body that runs into it:
# it is structure, not repeated in the tables. So are white space, line ends and Markdown heading marks.
SEPARATORS = "。：:、．.,，·—-（）()#*"
_DROP = dict.fromkeys(map(ord, SEPARATORS + " \t\n\r\v\f\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff"))


@dataclass(frozen=True, slots=True)
class Heading:
    """The number and title of a section that is printed, as published, one after the other."""

    section_id: str
    text: str


class PublishedParagraph(NamedTuple):
    """A row of `paragraphs`, as far as the proof needs it."""

    paragraph_id: str
    section_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a paragraph starts in the replayed text."""

    paragraph_id: str
    start: int


def bare(text: str) -> str:
    """Return text without separators and white space."""
    return text.translate(_DROP)


def after_heading(text: str, start: int, heading: str) -> int:
    """Return where the `heading` that begins at `start` of `text` ends, separators apart; else `start`.

    Separators that the heading has itself are of it where they stand in the text: a title may be all marks.
    """
    position, matched = start, 0
    while matched < len(heading):
        at = position
        while at < len(text) and text[at] != heading[matched] and ord(text[at]) in _DROP:
            at += 1
        if at < len(text) and text[at] == heading[matched]:
            position = at + 1
        elif ord(heading[matched]) not in _DROP:
            return start
        matched += 1
    return position


def published_problems(
    text: str,
    lines: Sequence[RawLine],
    starts: Sequence[int],
    headings: Sequence[Heading],
    paragraphs: Sequence[PublishedParagraph],
) -> Iterator[Problem | Found]:
    """Compare the replayed `text`, whose `lines` start at `starts`, with what is published.

    Yields where each paragraph stands, as long as it is found, and what does not agree.
    """
    first_line: dict[str, int] = {}
    first_of_section: dict[str, int] = {}
    ends = (*starts[1:], len(text)) if starts else ()
    for index, line in enumerate(lines):
        if line.section_id is not None:
            first_of_section.setdefault(line.section_id, index)
        if line.paragraph_id is not None:
            first_line.setdefault(line.paragraph_id, index)
        elif line.section_id is None and bare(text[starts[index] : ends[index]]):
            what = "the line is read, but is in no heading and in no paragraph"
            yield Problem(what, table="lines", row=line.row, column="text", value=line.text)
            return
    heading_of = {heading.section_id: heading.text for heading in headings}
    taken: list[tuple[int, int]] = []
    met: set[str] = set()
    cursor = 0
    for paragraph in paragraphs:
        row = paragraph.paragraph_id
        if row not in first_line:
            yield Problem("no line of the source belongs to it", table="paragraphs", row=row)
            return
        start = max(cursor, starts[first_line[row]])
        if first_of_section.get(paragraph.section_id) == first_line[row] and paragraph.section_id not in met:
            # What the heading runs into may begin as the heading does.
            start = after_heading(text, start, heading_of.get(paragraph.section_id, ""))
        met.add(paragraph.section_id)
        at = text.find(paragraph.text, start)
        if (at < 0 or bare(text[start:at])) and paragraph.section_id in heading_of:
            # The heading runs into the paragraph, on the line where it begins or where it ends.
            start = max(cursor, starts[first_of_section.get(paragraph.section_id, first_line[row])])
            start = after_heading(text, start, heading_of[paragraph.section_id])
            at = text.find(paragraph.text, start)
        if at < 0 or bare(text[start:at]):
            yield Problem(
                f"the source with its corrections reads {_first_difference(text[start:], paragraph.text)}",
                table="paragraphs",
                row=row,
                column="text",
                value=paragraph.text,
            )
            return
        yield Found(row, at)
        cursor = at + len(paragraph.text)
        taken.append((at, cursor))
    yield from _heading_problems(text, taken, headings, lines, starts)


def common_length(left: str, right: str) -> int:
    """Return how many code points two texts begin with in common."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(left), len(right)))


def _first_difference(source: str, published: str) -> str:
    """Show where the published text leaves the source."""
    source = source.lstrip()
    same = common_length(source, published)
    left = max(0, same - 8)
    return f"…{source[left : same + 8]!r}… where it says …{published[left : same + 8]!r}…, at {same}"


def _heading_problems(
    text: str,
    taken: list[tuple[int, int]],
    headings: Sequence[Heading],
    lines: Sequence[RawLine],
    starts: Sequence[int],
) -> Iterator[Problem]:
    """Check that what is in no paragraph is the headings, in their order."""
    done = 0
    rest: list[str] = []
    places: list[int] = []
    for start, end in (*sorted(taken), (len(text), len(text))):
        kept = bare(text[done:start]) if start > done else ""
        if kept:
            rest.append(kept)
            places.append(done)
        done = max(done, end)
    remainder = "".join(rest)
    wanted = "".join(bare(heading.text) for heading in headings)
    if remainder == wanted:
        return
    same = common_length(remainder, wanted)
    shown = max(0, same - 8)
    count = 0
    place = len(text)
    for kept, start in zip(rest, places, strict=True):
        if count + len(kept) > same:
            place = start
            break
        count += len(kept)
    count = 0
    section = headings[-1].section_id if headings else None
    for heading in headings:
        count += len(bare(heading.text))
        if count > same:
            section = heading.section_id
            break
    line = lines[max(0, bisect_right(starts, place) - 1)].row if lines else "(none)"
    yield Problem(
        f"the source reads {remainder[shown : same + 8]!r} (at or after line {line}), where the headings "
        f"have {wanted[shown : same + 8]!r}: a heading is not as printed, or text was left out",
        table="sections",
        row=section,
        column="title",
    )
