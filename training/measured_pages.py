"""Pages of columns measured as layout measures them, with the order of their fragments that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.layout.joins.line_joins import find_joins
from gangyao.layout.joins.odd_joins import find_doubtful_joins, find_open_gaps
from gangyao.layout.joins.paragraphs import early_ends, make_paragraphs, make_units, part_paragraphs
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.reading_order.announced import with_announced
from gangyao.layout.reading_order.break_judges import FIRST_LOOK, BreakJudge
from gangyao.layout.reading_order.continuity import Continuity, Grounds
from gangyao.layout.reading_order.counting import Fragment
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.fragments import find_candidates, fragment_bounds
from gangyao.layout.reading_order.narrowing import likely_breaks, measure, measure_fragments, read_lines
from gangyao.layout.reading_order.numbering import families_counted_through
from gangyao.layout.reading_order.units import Unit, with_customs
from gangyao.layout.reading_order.whole import read_whole
from gangyao.layout.wrapping import find_wrapping
from training.cuts import CutDocument
from training.pages import NewspaperPage


@dataclass(frozen=True, slots=True, eq=False)
class MeasuredPage:
    """The fragments of a page, how they go on each other, and its true order."""

    units: Sequence[Unit]
    bounds: Sequence[tuple[int, int]]
    fragments: Sequence[Fragment]
    continuity: Continuity
    through: frozenset[str]
    true: tuple[int, ...]
    grounds: Grounds


def measure_page(
    page: NewspaperPage, cut: CutDocument, judge: BreakJudge = FIRST_LOOK
) -> MeasuredPage | None:
    """Measure a page as layout does; None where columns were joined to each other, or nothing may be left.

    `judge` judges the fragments; where they may be parted is found at a first look.
    """
    lines: list[ReadLine] = []
    ranks: list[int] = []
    after_furniture = False
    for line in page.lines:
        if line.rank is not None:
            lines.append(ReadLine(line.text, 0, "page" if after_furniture and lines else "none"))
            ranks.append(line.rank)
        after_furniture = line.rank is None
    texts = [line.text for line in lines]
    read = range(len(texts))
    wrapping = find_wrapping(texts)
    joins = find_joins(lines, wrapping, cut.model)
    gaps = find_open_gaps(lines)
    odd = find_doubtful_joins(lines, joins, wrapping, gaps, cut.model, cut.topics)
    paragraphs = part_paragraphs(make_paragraphs(texts, read, joins, [None] * len(texts)), texts, read, odd)
    if any(ranks[b] != ranks[a] + 1 for part in paragraphs for a, b in pairwise(part.lines)):
        return None
    early = early_ends(texts, read, wrapping)
    units = with_customs(make_units(paragraphs, set(gaps), early, is_wrapped=wrapping is not None))
    through = families_counted_through(unit.mark for unit in units if unit.mark is not None)
    candidates = find_candidates(units, through, cut.model)
    if not candidates:
        return None
    units = with_announced(units)
    whole = read_whole("\n".join(unit.text for unit in units), cut.topics)
    grounds = Grounds(whole, read_customs([unit.end for unit in units]), cut.model)
    firsts = [ranks[part.lines[0]] for part in paragraphs]
    needed = [
        index
        for index, (a, b) in enumerate(pairwise(paragraphs), 1)
        if ranks[b.lines[0]] != ranks[a.lines[-1]] + 1
    ]
    measured = measure(units, candidates, through, grounds)
    breaks = sorted({*likely_breaks(units, measured, through, grounds), *needed})
    bounds = fragment_bounds(len(units), breaks)
    grounds = Grounds(whole, grounds.customs, cut.model, judge)
    fragments, continuity = measure_fragments(units, bounds, read_lines(units, bounds, grounds), grounds)
    true = tuple(sorted(range(len(bounds)), key=lambda index: firsts[bounds[index][0]]))
    return MeasuredPage(units, bounds, fragments, continuity, through, true, grounds)
