"""Lexicon file `topics.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import note, word
from schemas.topics import TOPICS

TABLE = Table(
    name="topics",
    title="Words of topics",
    title_zh="主题词",
    row="word that tells a topic",
    description="Words that tell which class of the State Council's catalogue a text is about.",
    primary_key=("word",),
    columns=(
        word(),
        Column(
            "topic",
            "string",
            "主题",
            "The class of the catalogue.",
            "农业、林业、水利",
            values={topic: "a class of the catalogue" for topic in TOPICS},
        ),
        Column(
            "weight",
            "number",
            "权重",
            "2 for a word that tells it alone, 1 for one that hints at it.",
            2.0,
            unit="1",
            minimum=0,
        ),
        note(),
    ),
)
