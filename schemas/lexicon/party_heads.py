"""Lexicon file `party_heads.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import frequency, note, word

TABLE = Table(
    name="party_heads",
    title="Last words of bodies and groups",
    title_zh="主体中心词",
    row="word",
    description=("Words that the name of an actor or a beneficiary ends with."),
    primary_key=("word",),
    columns=(
        word(),
        frequency(),
        note(),
    ),
)
