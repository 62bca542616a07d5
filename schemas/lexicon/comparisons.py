"""Lexicon file `comparisons.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import COMPARATORS, DIRECTIONS, reason, word

TABLE = Table(
    name="comparisons",
    title="Comparing words",
    title_zh="比较词",
    row="word and its place",
    description=("Words that say how a figure compares with the value reached (不低于, 左右)."),
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
            "Where the word stands.",
            "before",
            values={
                "before": "before the number",
                "after": "after the number",
                "change": "before a change, bare or with 到, 至 or 为",
                "change_to": "before a change, only with 到, 至 or 为",
                "amount": "before a change, never with 到, 至 or 为",
                "verb": "the verb of the clause",
            },
        ),
        Column(
            "comparator",
            "string",
            "比较",
            "How the value is to be compared; empty for a verb.",
            ">=",
            nullable=True,
            values=COMPARATORS,
        ),
        Column(
            "direction",
            "string",
            "方向",
            "Where the indicator is to go; empty where the word does not say.",
            "increase",
            nullable=True,
            values=DIRECTIONS,
        ),
        reason(),
    ),
)
