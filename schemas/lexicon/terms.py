"""Lexicon file `terms.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import note, source

TABLE = Table(
    name="terms",
    title="Known terms",
    title_zh="固定术语",
    row="term",
    description=("Terms whose wording does not vary: a near miss of one is an error."),
    primary_key=("term",),
    columns=(
        Column("term", "string", "术语", "The term as official documents print it.", "21世纪海上丝绸之路"),
        Column(
            "type",
            "string",
            "类型",
            "Type of term.",
            "corridor",
            values={
                "corridor": "corridor",
                "institution": "institution",
                "plan": "plan",
                "programme": "programme",
                "region": "region",
                "strategy": "strategy",
                "system": "system",
                "thought": "thought",
            },
        ),
        source(),
        note(),
    ),
)
