"""Lexicon file `project_kinds.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import note, word
from schemas.project_kinds import PROJECT_KINDS

TABLE = Table(
    name="project_kinds",
    title="Last words of works",
    title_zh="项目类别词",
    row="word",
    description="Words that the names of works end with, and of which kind such works are.",
    primary_key=("word",),
    columns=(
        word(),
        Column("kind", "string", "类别", "The kind of the works.", "railway", values=PROJECT_KINDS),
        note(),
    ),
)
