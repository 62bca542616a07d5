"""Are the files that documents were read from in the release, untouched?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gangyao.release.checks.problems import Problem
from gangyao.release.files import original_file, sha256
from gangyao.release.originals import originals
from gangyao.release.table_source import TableSource


def original_problems(release: Path, tables: TableSource) -> Iterator[Problem]:
    """Check that each file that is no text is there and has the checksum that `source_files` names."""
    for original in originals(tables):
        path = original_file(release, original.sha256)
        row = f"{original.document_id} {original.name}"
        file = path.relative_to(release).as_posix()
        if not path.is_file():
            yield Problem("the file is not stored", file=file, table="source_files", row=row)
        elif sha256(path) != original.sha256:
            yield Problem("is not the file that was read", file=file, table="source_files", row=row)
