"""Which printed lines are headings, by their size and by their font."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.ingest.printed_pages.paragraphs import Flow
from gangyao.ingest.printed_pages.segments import Segment

# A heading that no number tells is set larger than the text by this factor, and no longer than this.
_LARGER = 1.12
_LONGEST = 45
# Fonts that stand in for others, for figures or for signs, make lines of the text larger: such lines end so.
_NO_TITLE_END = "。；，"
# A font of the text's own size is that of headings where so many numbered headings are set in it, and they
# are this share of the paragraphs that begin in it; what has no number is no longer than this then.
_FEWEST = 2
_SHARE = 0.6
_LONGEST_UNNUMBERED = 30


def find_headings(
    flows: Sequence[Flow], joins: Sequence[Sequence[bool | None]], size: float
) -> list[list[int | None]]:
    """Return for each line of each flow its rank as a heading, None where it is none.

    The largest size ranks 1. A numbered heading of the text's own size ranks 0: its number tells its rank.
    `joins` tell which lines go on the line before them (see `find_joins`), `size` is that of the text.
    """
    larger = sorted(
        {round(line.size) for flow in flows for line in flow.lines if line.size >= _LARGER * size},
        reverse=True,
    )
    levels = {value: rank for rank, value in enumerate(larger, start=1)}
    fonts = _heading_fonts(flows, joins)
    found: list[list[int | None]] = []
    for flow, joined in zip(flows, joins, strict=True):
        goes_on = [*joined[1:], False]
        ranks: list[int | None] = []
        for line, is_joined, is_wrapped in zip(flow.lines, joined, goes_on, strict=True):
            if _is_entry(line):
                ranks.append(None)
            elif line.size >= _LARGER * size:
                is_title = len(line.text) <= _LONGEST and line.text[-1] not in _NO_TITLE_END
                ranks.append(levels[round(line.size)] if is_title else None)
            elif line.font in fonts and is_joined is False:
                ranks.append(_rank(line, bool(is_wrapped), len(larger) + 1))
            else:
                ranks.append(None)
        found.append(ranks)
    return found


def _is_entry(line: Segment) -> bool:
    """Tell whether a line is an entry of a table of contents, with dots and a page number."""
    heading = parse_heading(line.text)
    return heading is not None and heading.has_leader


def _rank(line: Segment, is_wrapped: bool, rank: int) -> int | None:
    """Return the rank of a line that begins a paragraph in the font of headings."""
    if _is_numbered(line):
        return 0
    is_short = len(line.text) <= _LONGEST_UNNUMBERED and not is_wrapped
    return rank if is_short and not ends_sentence(line.text) and not line.text.endswith("：") else None


def _heading_fonts(flows: Sequence[Flow], joins: Sequence[Sequence[bool | None]]) -> frozenset[str]:
    """Return the fonts that headings of the text's own size are set in."""
    characters: Counter[str] = Counter()
    begun: Counter[str] = Counter()
    numbered: Counter[str] = Counter()
    for flow, joined in zip(flows, joins, strict=True):
        for line, is_joined in zip(flow.lines, joined, strict=True):
            characters[line.font] += len(line.text)
            if not is_joined:
                begun[line.font] += 1
                numbered[line.font] += _is_numbered(line)
    text = characters.most_common(1)[0][0] if characters else ""
    return frozenset(
        font
        for font, count in numbered.items()
        if font and font != text and count >= _FEWEST and count >= _SHARE * begun[font]
    )


def _is_numbered(line: Segment) -> bool:
    heading = parse_heading(line.text)
    return heading is not None and heading.body_start is None and bool(heading.title)
