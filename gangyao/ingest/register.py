"""Register a file of any kind that is read as a new document of the seeds."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from gangyao.document.facts import Fact
from gangyao.document.source import ERRATA_COLUMNS
from gangyao.ingest.description import describe
from gangyao.ingest.errata import ERRATA_FILE
from gangyao.ingest.errors import SeedError
from gangyao.ingest.files import file_bytes
from gangyao.ingest.ids import check_new_id
from gangyao.ingest.join import join_files
from gangyao.ingest.rejections import REJECTIONS_FILE
from gangyao.ingest.spec import SPEC_FILE
from gangyao.one_line import ACTING
from gangyao.paths import DOCUMENTS


def register_document(
    file: Path, document_id: str, title: str | None, seeds: Path, facts: Sequence[Fact] = ()
) -> Path:
    """Copy `file`, untouched, into `seeds/documents/<document_id>/`, with document.yaml and errata.csv.

    Without a `title`, `facts` (what the file says of itself) have to tell it. Returns the new folder. Raises
    SeedError, before anything is written, when the file cannot be read, when the id is no safe path, when
    there is no title, or when the document exists.
    """
    if not file.is_file():
        raise SeedError(str(file), "", "no such file", "name the file to register")
    join_files([(file.name, file_bytes(file))], f"{file.parent}/")
    acting = ACTING.search(title or "")
    if acting is not None:
        what = f"the title holds U+{ord(acting.group()):04X}"
        raise SeedError(str(file), "", what, "leave that character out")
    if title is not None and not title.strip():
        raise SeedError(str(file), "", "the title is empty", "give the document's title with --title")
    if title is None and not any(fact.field == "title" for fact in facts):
        raise SeedError(str(file), "", "does not say its title", "give the document's title with --title")
    folder = seeds / DOCUMENTS / check_new_id(document_id, f"--id {document_id}")
    if ACTING.search(file.name):
        raise SeedError(str(file), "", "its name holds what acts when it is shown", "rename it")
    if file.name in (SPEC_FILE, ERRATA_FILE, REJECTIONS_FILE):
        raise SeedError(str(file), "", f"a raw file cannot be called {file.name}", "rename it")
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise SeedError(
            str(folder), "", "the document exists already", "choose another --id or edit its document.yaml"
        ) from None
    shutil.copyfile(file, folder / file.name)
    description = describe(title.strip() if title else None, [file.name], facts)
    (folder / SPEC_FILE).write_text(description, encoding="utf-8", newline="\n")
    (folder / ERRATA_FILE).write_text(",".join(ERRATA_COLUMNS) + "\n", encoding="utf-8", newline="\n")
    return folder
