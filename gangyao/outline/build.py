"""From blocks to placed headings: find the candidates, place them, drop list items, place again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.headings import Heading
from gangyao.outline.blocks import Block
from gangyao.outline.candidates import Candidates, find_candidates
from gangyao.outline.hierarchy import place
from gangyao.outline.items import list_items, untitled
from gangyao.outline.nodes import Entry, Node


@dataclass(frozen=True, slots=True)
class HeadingText:
    """What of the cleaned text a heading takes: its label and title, and its printed span.

    `blocks` are the indices of all blocks it stands on; `body` is the span of the run-in paragraph, if any.
    """

    label: str
    title: str
    start: int
    end: int
    blocks: tuple[int, ...]
    body: tuple[int, int] | None


# Of 12 extracts of laws each had at least so many gaps, and so large a share.
_MANY_GAPS = 3
_GAP_SHARE = 1 / 3
# One was pieced together of two passes through its law: 13 gaps, and one number smaller than that before.
_GAPS_A_FALL = 4


@dataclass(frozen=True, slots=True)
class Tree:
    """The placed headings and what each takes of the text, by its node."""

    root: Node
    texts: dict[int, HeadingText]


def build_tree(blocks: Sequence[Block], title: str) -> Tree:
    """Find the headings of a document and their tree; marks the formal blocks.

    Numbered lines that turn out to count a list are dropped and the rest is placed again, until none is left;
    a heading may go on with their numbers.
    """
    found = find_candidates(blocks, title)
    entries = found.entries
    root = place(entries)
    listed: list[Entry] = []
    while rejected := list_items(root, blocks):
        listed += [e for e in entries if e.block in rejected]
        entries = [e for e in entries if e.block not in rejected]
        for index in rejected:
            blocks[index].heading = None
        root = place(entries)
    _settle_doubts(root, listed)
    bare = untitled(root, blocks)
    texts = {e.block: _heading_text(blocks, e, found, e.block in bare) for e in entries}
    return Tree(root, texts)


def _settle_doubts(node: Node, listed: Sequence[Entry]) -> None:
    """Take back the doubts of headings that count on where a list before them ended: 1. to 3., then 4."""
    entry = node.entry
    if node.doubt is not None and entry is not None and entry.number is not None:
        before = [one.number for one in listed if one.family == entry.family and one.block < entry.block]
        if before and before[-1] == entry.number - 1:
            node.doubt = node.suggestion = None
    for child in node.children:
        _settle_doubts(child, listed)
    _sum_up_gaps(node)


def _sum_up_gaps(node: Node) -> None:
    """Say once of a series with many gaps that its numbers do not go on: 第五条, 第九条, 第二十二条.

    So it is where only a part of a document was printed. Nearly each number is larger than the one before: of
    numbers that were misread many are smaller, and each of those keeps its doubt.
    """
    for family in dict.fromkeys(child.family for child in node.children):
        series = [child for child in node.children if child.family == family and child.number is not None]
        gaps = [child for child in series if child.doubt is not None]
        numbers = [child.number or 0 for child in series]
        falls = sum(before >= after for before, after in pairwise(numbers))
        is_extract = len(gaps) >= _MANY_GAPS and len(gaps) >= _GAP_SHARE * len(series)
        if is_extract and falls * _GAPS_A_FALL <= len(gaps):
            for child in gaps:
                child.doubt = child.suggestion = None
            gaps[0].doubt = (
                f"{len(gaps)} of {len(series)} numbers do not go on from the one before: "
                "an extract, or headings that were not seen"
            )


def _heading_text(blocks: Sequence[Block], entry: Entry, found: Candidates, is_bare: bool) -> HeadingText:
    block = blocks[entry.block]
    heading = entry.heading
    if heading is None or entry.opens_document:
        return _document_title(blocks, entry, found.documents.get(entry.block, (entry.block,)))
    continued = found.continued.get(entry.block, ())
    # Markdown marks (#, **) before the label belong to the printed heading.
    start = (
        block.start if heading.markdown_depth or block.text[0] == "*" else block.start + heading.label_start
    )
    label_end = block.start + heading.label_end
    if is_bare and heading.title:
        return HeadingText(
            heading.label,
            "",
            start,
            label_end,
            (entry.block,),
            (block.start + heading.title_start, block.end),
        )
    title = heading.title
    end = block.start + (heading.title_end if title else heading.label_end)
    if continued:
        title += "".join(blocks[b].text for b in continued)
        end = blocks[continued[-1]].end
    return HeadingText(
        heading.label, title, start, end, (entry.block, *continued), _run_in_paragraph(block, heading)
    )


def _run_in_paragraph(block: Block, heading: Heading) -> tuple[int, int] | None:
    """Return the span of the paragraph that begins on the line of its heading, None where there is none."""
    if heading.body_start is None or heading.body_start >= len(block.text):
        return None
    return block.start + heading.body_start, block.end


def _document_title(blocks: Sequence[Block], entry: Entry, lines: tuple[int, ...]) -> HeadingText:
    first = blocks[lines[0]]
    heading = entry.heading
    if heading is None:
        title = "".join(blocks[b].text for b in lines)
        return HeadingText("", title, first.start, blocks[lines[-1]].end, lines, None)
    title = heading.title + "".join(blocks[b].text for b in lines[1:])
    body = _run_in_paragraph(first, heading)
    if body is not None:
        end = first.start + (heading.title_end if heading.title else heading.label_end)
        return HeadingText(heading.label, title, first.start, end, lines, body)
    return HeadingText(heading.label, title, first.start, blocks[lines[-1]].end, lines, None)
