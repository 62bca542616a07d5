"""Lexicon file `adverbs.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import frequency, note, word

TABLE = Table(
    name="adverbs",
    title="Adverbs",
    title_zh="副词",
    row="adverb",
    description=("Words that may stand before the verb of a clause."),
    primary_key=("word",),
    columns=(
        word(),
        frequency(),
        note(),
    ),
)
