"""Lexicon file `forms.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import printed, reason

TABLE = Table(
    name="forms",
    title="Forms of characters",
    title_zh="字符异形",
    row="printed form",
    description=("Characters that stand for others: widths, radicals, punctuation."),
    primary_key=("printed",),
    columns=(
        printed(),
        Column("form", "string", "本字", "What it stands for; may be empty.", "，", nullable=True),
        Column(
            "category",
            "string",
            "类别",
            "The category of the correction.",
            "width",
            values={
                "form": "another form of the same character",
                "punctuation": "a mark of another script",
                "radical": "a radical that stands for its character",
                "subscript": "a subscript",
                "width": "a full-width or half-width form",
            },
        ),
        reason(),
    ),
)
