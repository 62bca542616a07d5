"""Lexicon file `variants.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import ONE_CHARACTER, reason

TABLE = Table(
    name="variants",
    title="Variant characters",
    title_zh="异体字",
    row="variant",
    description=("Variants and what the standard form is."),
    primary_key=("variant",),
    columns=(
        Column("variant", "string", "异体", "The variant.", "両", pattern=ONE_CHARACTER),
        Column("standard", "string", "正体", "The standard form.", "两", pattern=ONE_CHARACTER),
        Column(
            "except",
            "strings",
            "除外",
            "Words in which the variant is right, separated by spaces.",
            ("瞭望",),
            nullable=True,
        ),
        Column(
            "only",
            "strings",
            "限于",
            "Words in which alone it is wrong, separated by spaces.",
            ("甚么",),
            nullable=True,
        ),
        reason(),
    ),
)
