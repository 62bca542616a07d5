"""What is said of the dataset as a whole: name, licence, who made it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its SPDX name."""

    name: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document's text comes from; `path` is an address, where there is one."""

    title: str
    path: str | None


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file of the release that holds a table: `path` relative to it, size, SHA-256, number of rows.

    It is a CSV file, or in a release without CSV files a Parquet file.
    """

    table: str
    path: str
    bytes: int
    sha256: str
    rows: int

    @property
    def is_csv(self) -> bool:
        """Whether it is a CSV file."""
        return self.path.endswith(".csv")

    @property
    def media_type(self) -> str:
        """The media type of its content."""
        return "text/csv" if self.is_csv else "application/vnd.apache.parquet"


NAME = "gangyao"
#: The file of a release that holds all tables for DuckDB.
DATABASE = f"{NAME}.duckdb"
TITLE = "Gangyao: Chinese government planning documents as open tables"
TITLE_ZH = "纲要：中国政府规划文件开放数据"
DESCRIPTION = (
    "The sections of Chinese government planning documents, the tasks they set, the entities they name, "
    "and a ledger of every character that was changed on the way from the printed page."
)
#: Where the project lives on the web, and the DOI of its releases: descriptors, data dictionary and
#: `.zenodo.json` take them from here. It has neither yet.
HOMEPAGE: str | None = None
DOI: str | None = None
#: The table that a reader is given who names none.
FIRST_TABLE = "tasks"
KEYWORDS = ("China", "planning documents", "policy", "government", "OCR", "规划纲要", "政策文本")
CONTRIBUTOR = "The Gangyao authors"
LICENCE = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)
CITATION = (
    "The Gangyao authors. Gangyao (纲要): open structured datasets of Chinese government planning documents."
)
SOURCE_RIGHTS = (
    "The source texts are official documents, not subject to copyright under Article 5 of the "
    "Copyright Law of the People's Republic of China."
)


def download_address(file: str) -> str | None:
    """Return the lasting address of a file of the newest tagged release; None while there is no home."""
    return f"{HOMEPAGE}/releases/latest/download/{file}" if HOMEPAGE else None
