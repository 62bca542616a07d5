"""Lexicon file `traditional_forms.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import reason, short_form

TABLE = Table(
    name="traditional_forms",
    title="Simplified forms that Big5 lists",
    title_zh="大五码中的简体字",
    row="character",
    description=("Simplified characters that are wrong in Traditional text although Big5 lists them."),
    primary_key=("form",),
    columns=(
        short_form(),
        Column(
            "only",
            "strings",
            "限于",
            "Words in which it is wrong, separated by spaces; empty: wrong everywhere.",
            ("里程",),
            nullable=True,
        ),
        reason(),
    ),
)
