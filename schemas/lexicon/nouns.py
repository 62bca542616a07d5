"""Lexicon file `nouns.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import frequency, note, word

TABLE = Table(
    name="nouns",
    title="Nouns",
    title_zh="名词",
    row="noun",
    description=("Words that are no verb, though a verb may seem to stand in them."),
    primary_key=("word",),
    columns=(
        word(),
        frequency(),
        note(),
    ),
)
