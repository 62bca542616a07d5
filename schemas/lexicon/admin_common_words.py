"""Lexicon file `admin_common_words.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import form, reason

TABLE = Table(
    name="admin_common_words",
    title="Names of divisions that are words",
    title_zh="与常用词同形的区划名",
    row="short name that is a common word too",
    description=("Such a name is a place only in a list of places or right behind its parent."),
    primary_key=("form",),
    columns=(
        form(),
        reason(),
    ),
)
