"""What is set aside before lines are read: marks at their edges, and lines that are no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gangyao.chinese.character_model import CharacterModel
from gangyao.document.layout import Aside, LineKind
from gangyao.layout.box_marks import set_box_marks_aside
from gangyao.layout.contents import find_contents
from gangyao.layout.empty_cells import set_empty_cells_aside
from gangyao.layout.escapes import set_margins_aside
from gangyao.layout.furniture.doubled_lines import find_doubled_lines
from gangyao.layout.furniture.find import ends_page, find_furniture
from gangyao.layout.furniture.in_sentences import find_in_sentences
from gangyao.layout.furniture.line_numbers import set_line_numbers_aside
from gangyao.layout.furniture.lone_numbers import find_lone_numbers
from gangyao.layout.furniture.numbered_heads import find_numbered_heads
from gangyao.layout.furniture.page_numbers import find_page_numbers
from gangyao.layout.furniture.recurring_marks import find_recurring_marks
from gangyao.layout.furniture.running_heads import find_running_heads
from gangyao.layout.furniture.style_sheets import set_styles_aside
from gangyao.layout.furniture.time_codes import find_parted_by_codes, find_time_codes, set_time_codes_aside
from gangyao.layout.furniture.upright import find_upright_heads
from gangyao.layout.furniture.watermark_letters import find_watermark_letters
from gangyao.layout.joins.interruptions import find_interruptions
from gangyao.layout.letter_bullets import set_letter_bullets_aside
from gangyao.layout.quote_marks import set_quote_marks_aside
from gangyao.layout.quoted_printable import set_quoted_ends_aside
from gangyao.layout.split import RawLine
from gangyao.layout.uniform_edges import set_uniform_edges_aside
from gangyao.layout.wrap_marks import set_wrap_marks_aside
from gangyao.layout.wrapping import find_wrapping


def set_marks_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without what programs and margins put at their edges, and that by their indices."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for set_aside in (
        set_margins_aside,
        set_quoted_ends_aside,
        set_uniform_edges_aside,
        set_wrap_marks_aside,
        set_time_codes_aside,
        set_empty_cells_aside,
        set_styles_aside,
        set_quote_marks_aside,
        set_box_marks_aside,
        set_line_numbers_aside,
        set_letter_bullets_aside,
    ):
        lines, asides = set_aside(lines)
        for index, marks in asides.items():
            found.setdefault(index, []).extend(marks)
    return lines, found


@dataclass(frozen=True, slots=True)
class SetAside:
    """The kind of each line that is set aside, None for those that are read.

    `page_ends` tells which end a page; `goes_on` are lines below such as interrupt a sentence, which goes on
    in them.
    """

    kinds: list[LineKind | None]
    page_ends: list[bool]
    goes_on: frozenset[int]


def nothing_aside(texts: Sequence[str]) -> SetAside:
    """Return what sets no line aside but the blank ones."""
    return SetAside([None if text else "blank" for text in texts], [False] * len(texts), frozenset())


def _between(texts: Sequence[str], read: Sequence[int], model: CharacterModel) -> tuple[list[int], list[int]]:
    """Return which of the lines that are read interrupt sentences, and which these go on in."""
    lines = [texts[index] for index in read]
    found = find_interruptions(lines, model, is_wrapped=find_wrapping(lines) is not None)
    return [read[place] for place in found.lines], [read[place] for place in found.goes_on]


def set_lines_aside(
    texts: Sequence[str], printed: Sequence[int], model: CharacterModel, *, are_joined: bool = False
) -> SetAside:
    """Return which lines are set aside.

    `printed` are the lines, by index, as columns that stand side by side are read. `are_joined` tells that
    the file itself says which lines are one paragraph.
    """
    ordered = [texts[index] for index in printed]
    doubled = find_doubled_lines(ordered)
    ordered = ["" if again else text for text, again in zip(ordered, doubled, strict=True)]
    contents = find_contents(ordered)
    formed = [a or b for a, b in zip(find_furniture(ordered), find_upright_heads(ordered), strict=True)]
    for place in find_in_sentences(ordered, formed):
        formed[place] = False
    marks = (find_page_numbers(ordered), find_recurring_marks(ordered), find_watermark_letters(ordered))
    numbers = [any(flags) for flags in zip(*marks, strict=True)]
    furniture = [a or b for a, b in zip(formed, numbers, strict=True)]
    repeated = find_running_heads(ordered, furniture, model)
    heads = [a or b for a, b in zip(repeated, find_numbered_heads(ordered, furniture), strict=True)]
    lone = find_lone_numbers(
        ordered, [a or b or c for a, b, c in zip(furniture, heads, contents, strict=True)]
    )
    kinds: list[LineKind | None] = [None] * len(texts)
    page_ends = [False] * len(texts)
    for place, (index, text) in enumerate(zip(printed, ordered, strict=True)):
        if doubled[place]:
            kinds[index] = "furniture"
        elif not text:
            kinds[index] = "blank"
        elif contents[place]:
            kinds[index] = "contents"
        elif furniture[place] or heads[place] or lone[place]:
            kinds[index] = "furniture"
            page_ends[index] = formed[place] and (len(text) == 1 or ends_page(text))
        page_ends[index] = page_ends[index] or numbers[place] or lone[place] or heads[place]
    if are_joined:
        return SetAside(kinds, page_ends, frozenset())
    between, below = _between(texts, [index for index in printed if kinds[index] is None], model)
    for index in between:
        kinds[index], page_ends[index] = "furniture", True
    parted = find_parted_by_codes(ordered, find_time_codes(ordered)) if any(furniture) else []
    return SetAside(kinds, page_ends, frozenset([*below, *(printed[place] for place in parted)]))
