"""Lexicon file `name_limits.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import reason, word

TABLE = Table(
    name="name_limits",
    title="Limits of heads",
    title_zh="中心词界限",
    row="head or rule, side and word",
    description="Words that make another word of a head, and words that names of a rule never hold.",
    primary_key=("head", "side", "word"),
    columns=(
        Column("head", "string", "中心词", "The head, or the rule (named, streets, towns, waters).", "局"),
        Column(
            "side",
            "string",
            "位置",
            "Where the word stands.",
            "behind",
            values={
                "ahead": "right after the head",
                "behind": "right before the head",
                "inside": "anywhere before the head within the name",
            },
        ),
        word(),
        reason(),
    ),
)
