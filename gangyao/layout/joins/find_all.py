"""Which lines go on the line before them, by all rules of this package together."""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.layout.joins.cut_sentences import breaks_off_in_print, find_cut_sentences
from gangyao.layout.joins.line_joins import find_joins
from gangyao.layout.joins.link_lines import find_link_joins
from gangyao.layout.joins.number_pieces import find_piece_joins
from gangyao.layout.joins.open_brackets import find_bracket_joins
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.joins.upright_text import is_upright, join_upright
from gangyao.layout.joins.upright_titles import find_upright_joins
from gangyao.layout.tables.loose import find_tables
from gangyao.layout.wrapping import Wrapping


def find_all_joins(lines: Sequence[ReadLine], wrapping: Wrapping | None, model: CharacterModel) -> list[bool]:
    """Tell which lines go on the line before them.

    Where lines are wrapped, a long cell is a cell only as a whole, so tables are looked for after joining. In
    a text that is not, the end of a page cuts paragraphs, but what stands before and after it in a table are
    two cells.
    """
    if is_upright([line.text for line in lines]):
        return join_upright(lines)
    joins = find_joins(lines, wrapping, model)
    joins = [joined or line.is_interrupted for joined, line in zip(joins, lines, strict=True)]
    if wrapping is None:
        links = find_link_joins(lines, model)
        joins = [a or b for a, b in zip(joins, links, strict=True)]
        # One alone is a sentence that was cut, as others may be.
        if sum(links) <= 1:
            joins = [a or b for a, b in zip(joins, find_cut_sentences(lines, model), strict=True)]
    if wrapping is None and any(joins):
        texts = [line.text for line in lines]
        joins = [
            joined and not (cell and not breaks_off_in_print(texts[index - 1]))
            for index, (joined, cell) in enumerate(zip(joins, find_tables(texts), strict=True))
        ]
    upright = find_upright_joins([line.text for line in lines], model)
    # A title that was printed downward ends where its characters do.
    joins = [
        joined and not (index and upright[index - 1] and not upright[index])
        for index, joined in enumerate(joins)
    ]
    return [
        any(joined)
        for joined in zip(joins, upright, find_bracket_joins(lines), find_piece_joins(lines), strict=True)
    ]
