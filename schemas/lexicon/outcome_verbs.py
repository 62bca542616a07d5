"""Lexicon file `outcome_verbs.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import frequency, note, word

TABLE = Table(
    name="outcome_verbs",
    title="Verbs of outcome",
    title_zh="结果动词",
    row="verb",
    description=("Verbs that state the result aimed at rather than an action."),
    primary_key=("word",),
    columns=(
        word(),
        frequency(),
        note(),
    ),
)
