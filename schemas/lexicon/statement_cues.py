"""Lexicon file `statement_cues.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import reason

TABLE = Table(
    name="statement_cues",
    title="Cues of statements",
    title_zh="陈述句线索",
    row="cue and place",
    description=(
        "Words that speak for a report (positive) or for a task (negative) where they stand at the place."
    ),
    primary_key=(
        "cue",
        "place",
    ),
    columns=(
        Column("cue", "string", "线索词", "The word.", "一定能够"),
        Column(
            "place",
            "string",
            "位置",
            "Where it counts.",
            "any",
            values={
                "any": "anywhere",
                "start": "at the start of the sentence",
                "clause": "at the start of a clause",
                "end": "before the end of a clause",
            },
        ),
        Column(
            "weight",
            "number",
            "权重",
            "Weight in nats, set by hand; positive speaks for a statement.",
            1.5,
            unit="nats",
        ),
        reason(),
    ),
)
