"""Lexicon file `verb_pairs.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import frequency, note

TABLE = Table(
    name="verb_pairs",
    title="Verbs joined as one predicate",
    title_zh="并列动词",
    row="pair of verbs",
    description=("Two verbs side by side that make one predicate (培育壮大)."),
    primary_key=(
        "first",
        "second",
    ),
    columns=(
        Column("first", "string", "前一动词", "The first verb.", "培育"),
        Column("second", "string", "后一动词", "The second verb.", "壮大"),
        frequency(),
        note(),
    ),
)
