"""Texts through the whole of Gangyao: bytes, tables, checks, files, and what is wrong with them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gangyao.batch import build_batch
from gangyao.document.source import Document, DocumentSpec
from gangyao.errors import DataError
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.release.checks.release import check
from gangyao.release.inputs import Inputs
from gangyao.release.publish import publish
from gangyao.release.tables import Tables

NO_INPUTS = Inputs((), (), from_seeds=False, is_whole=False)
TITLE = "某市国民经济和社会发展规划"


@dataclass(frozen=True, slots=True)
class Find:
    """What should never happen to `data`: what, where in the code, and what a report should carry."""

    data: bytes
    what: str
    place: str
    report: str

    @property
    def kind(self) -> str:
        """What tells finds apart: two of one kind have, as far as one can tell, one cause."""
        if self.place:
            return f"{self.place}: {self.what.partition(':')[0]}"
        return "".join(char for char in self.what[:100] if not char.isdigit())


def read_texts(texts: Sequence[bytes]) -> tuple[Tables, list[Find]]:
    """Read files into tables that hold; bytes that are no text may be refused, doubts may be told.

    Together, since a check of tables costs the same for one document as for many; a document whose tables do
    not hold is found all the same (see `gangyao.batch`).
    """
    documents: dict[str, tuple[Document, bytes]] = {}
    for number, data in enumerate(texts):
        try:
            source = join_files([("a.txt", data)])
        except DataError:
            continue
        if source.text.strip():
            name = f"trial-{number:03}"
            documents[name] = Document(DocumentSpec(name, TITLE, ("a.txt",)), source), data
    part = build_batch([document for document, _ in documents.values()], lexicon_of(SEEDS))
    return part.tables, [
        Find(documents[one.document_id][1], one.message, one.place, one.report)
        for one in part.problems
        if one.severity == "fault"
    ]


def publish_texts(texts: Sequence[bytes], tables: Tables) -> list[Find]:
    """Publish the tables of `texts` and prove the release from its files; nothing may go wrong."""
    if not tables["documents"].num_rows:
        return []
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        try:
            publish(tables, output, NO_INPUTS)
            wrong = [str(problem) for problem in check(output)]
        except (DataError, ValueError, OSError) as error:
            wrong = [f"{type(error).__name__}: {error}"]
    return [Find(b"\n".join(texts), what, "publication", what) for what in wrong]
