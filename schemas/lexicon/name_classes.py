"""Lexicon file `name_classes.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import reason, word

TABLE = Table(
    name="name_classes",
    title="Words that make a class",
    title_zh="类别词",
    row="word",
    description="What it qualifies is a class of things: alone before a head it names no single thing.",
    primary_key=("word",),
    columns=(word(), reason()),
)
