"""Lexicon file `admin_known_forms.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import form, reason

TABLE = Table(
    name="admin_known_forms",
    title="Short names of counties that stand alone",
    title_zh="可单用的县区简称",
    row="short name",
    description=("Short names that documents print without the place that they lie in."),
    primary_key=("form",),
    columns=(
        form(),
        reason(),
    ),
)
