"""Lexicon file `suspect_scores.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import reason

TABLE = Table(
    name="suspect_scores",
    title="Records of detectors",
    title_zh="检测器的可信度",
    row="detector",
    description=("How often a curator agrees with a detector that does not weigh each of its doubts itself."),
    primary_key=("detector",),
    columns=(
        Column("detector", "string", "检测器", "Name of the detector.", "quote"),
        Column(
            "score",
            "number",
            "可信度",
            "Share of its suspects in which something is wrong; the score that they are published with.",
            0.9,
            unit="1",
            minimum=0,
            maximum=1,
        ),
        reason(),
    ),
)
