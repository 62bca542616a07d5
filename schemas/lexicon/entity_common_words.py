"""Lexicon file `entity_common_words.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import word

TABLE = Table(
    name="entity_common_words",
    title="Words of two characters",
    title_zh="二字常用词",
    row="word",
    description=("Words that a short name must not cut in two."),
    primary_key=("word",),
    columns=(word(),),
)
