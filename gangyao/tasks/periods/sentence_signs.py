"""What the sentences of a document may say of time and figures, asked of all at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, product

import numpy as np

from gangyao.chinese.numerals import DIGITS
from gangyao.chinese.signs import Lines, Signs
from gangyao.document.outline import Paragraph

SIGNS = Signs(
    {
        # What names years has one of these (see `gangyao.tasks.periods.when.years_said`).
        "time": ("年", "五", "20"),
        # A number, or a small one that counts (see `gangyao.tasks.periods.results.ANY_FIGURE`).
        "figure": (
            *DIGITS,
            *"%％十百千万亿两",
            *map("".join, product("一二三四五六七八九", "个项家件名条座所")),
        ),
    }
)
#: What is told of a sentence that is none of its paragraph.
EVERY_SIGN = (1 << 64) - 1
TIME, FIGURE = SIGNS.bits("time"), SIGNS.bits("figure")


def sentence_signs(paragraphs: Sequence[Paragraph]) -> list[dict[int, int]]:
    """Return what may stand in the sentences of each paragraph, by where they start in it."""
    lines = Lines([paragraph.text for paragraph in paragraphs])
    starts = [[start for start, _ in paragraph.sentences] for paragraph in paragraphs]
    counts = [len(of_paragraph) for of_paragraph in starts]
    places = np.fromiter(chain.from_iterable(starts), np.intp, sum(counts)) + np.repeat(lines.starts, counts)
    told = iter(SIGNS.masks(lines.codes, places).tolist())
    return [dict(zip(of_paragraph, told, strict=False)) for of_paragraph in starts]
