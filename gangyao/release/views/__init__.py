"""Views of the database: the common questions, answered. One SQL file per view or macro in this folder.

A file begins with `-- ` lines, which become the comment that the database shows, and its name is the view's.
A macro's file is called `<name>(<parameters>).sql`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from schemas.projections.duckdb import name, quoted

# A view comes after those that it uses.
ORDER = (
    "v_columns.sql",
    "v_sections.sql",
    "v_tasks.sql",
    "v_task_breakdown.sql",
    "v_actions.sql",
    "v_targets.sql",
    "v_results.sql",
    "v_results_and_targets.sql",
    "v_due.sql",
    "v_money.sql",
    "v_citations.sql",
    "v_leads.sql",
    "v_bans.sql",
    "v_strategies.sql",
    "v_listed_projects.sql",
    "v_table_projects.sql",
    "v_projects.sql",
    "v_task_links.sql",
    "v_entities.sql",
    "v_mentions.sql",
    "v_cooccurrence.sql",
    "v_admin_areas.sql",
    "v_corrections.sql",
    "v_suspects.sql",
    "v_trace.sql",
    "trace(wanted).sql",
    "search(wanted).sql",
)


@dataclass(frozen=True, slots=True)
class View:
    """A view, or a table macro where it has `parameters`."""

    name: str
    parameters: str | None
    description: str
    query: str

    def create(self) -> str:
        """Return the statement that creates it."""
        if self.parameters is None:
            return f"CREATE VIEW {name(self.name)} AS {self.query}"
        return f"CREATE MACRO {name(self.name)}({self.parameters}) AS TABLE {self.query}"

    def comment(self) -> str:
        """Return the statement that tells what it is."""
        kind = "VIEW" if self.parameters is None else "MACRO TABLE"
        return f"COMMENT ON {kind} {name(self.name)} IS {quoted(self.description)}"


def _read(file_name: str) -> View:
    lines = files(__package__).joinpath(file_name).read_text(encoding="utf-8").splitlines()
    said = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
    query = "\n".join(line for line in lines if not line.startswith("-- ")).strip().removesuffix(";")
    stem = file_name.removesuffix(".sql")
    called, _, parameters = stem.removesuffix(")").partition("(")
    return View(called, parameters or None, " ".join(said), query)


VIEWS: tuple[View, ...] = tuple(_read(file_name) for file_name in ORDER)
