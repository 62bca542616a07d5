"""Lexicon file `modality_words.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import frequency, modality, note, word

TABLE = Table(
    name="modality_words",
    title="Words that show a modality",
    title_zh="情态词",
    row="word in a verb group",
    description=("Which modality a verb group with this word has."),
    primary_key=("word",),
    columns=(
        word(),
        modality(),
        frequency(),
        note(),
    ),
)
