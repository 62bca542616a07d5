"""Lexicon file `indicator_edges.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import reason, word

TABLE = Table(
    name="indicator_edges",
    title="Words beside indicators",
    title_zh="指标边界词",
    row="word and its side",
    description=("Words that stand before or after the name of an indicator and do not belong to it."),
    primary_key=(
        "word",
        "place",
    ),
    columns=(
        word(),
        Column(
            "place",
            "string",
            "位置",
            "On which side of the name it stands.",
            "before",
            values={
                "before": "before the name",
                "after": "after the name",
                "name": "begins the name: what stands before is taken off, not this",
                "act": "an act on what is measured, printed before it; its canonical name has none",
                "alone": "names too little when it stands alone (项目): such a figure has no indicator",
            },
        ),
        reason(),
    ),
)
