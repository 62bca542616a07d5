"""Register a text file as a new document of the seeds."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from gangyao.document.source import ERRATA_COLUMNS
from gangyao.ingest.decode import decode
from gangyao.ingest.errata import ERRATA_FILE
from gangyao.ingest.errors import SeedError
from gangyao.ingest.ids import check_new_id
from gangyao.ingest.seeds import DOCUMENTS
from gangyao.ingest.spec import SPEC_FILE
from gangyao.one_line import ACTING


def register_document(file: Path, document_id: str, title: str, seeds: Path) -> Path:
    """Copy `file` into `seeds/documents/<document_id>/` and write document.yaml and an empty errata.csv.

    Returns the new folder. Raises SeedError, before anything is written, when the file is no text that can
    be decoded, when the id is no safe path, when the title is empty, or when the document exists.
    """
    if not file.is_file():
        raise SeedError(str(file), "", "no such file", "name the text file to register")
    decode(file.read_bytes(), str(file))
    acting = ACTING.search(title)
    if acting is not None:
        what = f"the title holds U+{ord(acting.group()):04X}"
        raise SeedError(str(file), "", what, "leave that character out")
    if not title.strip():
        raise SeedError(str(file), "", "the title is empty", "give the document's title with --title")
    folder = seeds / DOCUMENTS / check_new_id(document_id, f"--id {document_id}")
    if file.name in (SPEC_FILE, ERRATA_FILE):
        raise SeedError(str(file), "", f"a raw file cannot be called {file.name}", "rename it")
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise SeedError(
            str(folder), "", "the document exists already", "choose another --id or edit its document.yaml"
        ) from None
    shutil.copyfile(file, folder / file.name)
    spec = {"title": title.strip(), "files": [file.name]}
    (folder / SPEC_FILE).write_text(
        yaml.safe_dump(spec, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8", newline="\n"
    )
    (folder / ERRATA_FILE).write_text(",".join(ERRATA_COLUMNS) + "\n", encoding="utf-8", newline="\n")
    return folder
