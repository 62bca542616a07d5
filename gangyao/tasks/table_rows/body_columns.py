"""Columns whose cells are names of bodies, whatever their heads are called: 推进单位, 认领处室, 分工.

In a table whose other columns say what is to be done, such a column says who does it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gangyao.tasks.duties.name_lists import is_body_name, names_in

# One name in five may be an institution whose kind is unknown, or a short form.
_LEAST = 0.8
_FEWEST_NAMES = 2


def columns_of_bodies(cells: Mapping[int, Sequence[str]]) -> tuple[int, ...]:
    """Return the columns of which nearly every cell with text names bodies, and nothing else."""
    return tuple(column for column, printed in cells.items() if _are_bodies(printed))


def _are_bodies(printed: Sequence[str]) -> bool:
    names = [name for text in printed for name in names_in(text)]
    return len(names) >= _FEWEST_NAMES and sum(map(is_body_name, names)) >= _LEAST * len(names)
