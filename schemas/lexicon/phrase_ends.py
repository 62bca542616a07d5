"""Lexicon file `phrase_ends.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import frequency, note, word

TABLE = Table(
    name="phrase_ends",
    title="Ends of phrases",
    title_zh="短语尾词",
    row="word",
    description=("Words that close a phrase before the verb."),
    primary_key=("word",),
    columns=(
        word(),
        frequency(),
        note(),
    ),
)
