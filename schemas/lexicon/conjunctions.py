"""Lexicon file `conjunctions.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import frequency, note, word

TABLE = Table(
    name="conjunctions",
    title="Conjunctions",
    title_zh="连词",
    row="conjunction",
    description=("Words that may open a clause."),
    primary_key=("word",),
    columns=(
        word(),
        frequency(),
        note(),
    ),
)
