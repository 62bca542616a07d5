"""Lexicon file `name_breaks.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import reason, word

TABLE = Table(
    name="name_breaks",
    title="What no name holds",
    title_zh="名称断点",
    row="word or mark",
    description=("What never stands between the first and the last word of a name."),
    primary_key=("word",),
    columns=(
        word(),
        reason(),
    ),
)
