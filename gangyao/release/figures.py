"""Quality figures that a release can tell of itself, from its own tables."""

from __future__ import annotations

import pyarrow.compute as pc

from gangyao.release.manifest import QualityFigure
from gangyao.release.table_source import TableSource, read_table


def release_figures(tables: TableSource) -> tuple[QualityFigure, ...]:
    """Return how much was set aside, corrected and doubted, and how sure the reading order is.

    Rates are per 1,000 code points that are read; a release without text has none.
    """
    documents = read_table(tables, "documents", "raw_chars", "set_aside_chars", "witness_chars")
    raw = pc.sum(documents["raw_chars"]).as_py() or 0
    read = raw - (pc.sum(documents["set_aside_chars"]).as_py() or 0)
    if not read:
        return ()
    corrections, suspects = tables.count("corrections"), tables.count("suspects")
    figures = [
        QualityFigure("set_aside_share", round((raw - read) / raw, 4), "furniture, contents and blank lines"),
        QualityFigure("corrections_per_1000", round(1000 * corrections / read, 3)),
        QualityFigure("suspects_per_1000", round(1000 * suspects / read, 3)),
        QualityFigure(
            "witnessed_share",
            round((pc.sum(documents["witness_chars"]).as_py() or 0) / read, 4),
            "characters that a registered copy confirms",
        ),
    ]
    least = pc.min(read_table(tables, "breaks", "confidence")["confidence"]).as_py()
    if least is not None:
        note = "of the places where the printed order was left"
        figures.append(QualityFigure("least_confidence_of_a_break", least, note))
    return tuple(figures)
