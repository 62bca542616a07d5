"""Files for reports of Gangyao's own faults: one for each document that such a fault left out.

They lie beside the release, in `<output>.faults/`, not in it: they name paths of this machine and are no
data.
"""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterable
from pathlib import Path

from gangyao import __version__
from gangyao.document.problems import DocumentProblem

HEADER = "Gangyao fault report"


def faults_folder(output: Path) -> Path:
    """Return the folder for the reports of a build of `output`."""
    output = output.resolve()
    return output.with_name(f"{output.name}.faults")


def write_fault_reports(problems: Iterable[DocumentProblem], output: Path) -> tuple[Path, ...]:
    """Write a report for each fault among `problems`; those of an earlier build of `output` are removed."""
    folder = faults_folder(output)
    for old in sorted(folder.glob("*.txt")):
        with old.open(encoding="utf-8", errors="replace") as file:
            ours = file.readline().startswith(HEADER)
        if ours:
            old.unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()
    texts: dict[str, str] = {}
    for problem in problems:
        if problem.severity == "fault":
            texts[problem.document_id] = (
                texts.get(problem.document_id, _head()) + f"\n{problem}\n\n{problem.report}"
            )
    if texts:
        folder.mkdir(parents=True, exist_ok=True)
    written = []
    for document_id, text in texts.items():
        path = folder / f"{document_id.replace('/', '_')}.txt"
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
        written.append(path)
    return tuple(written)


def _head() -> str:
    return f"{HEADER}\nGangyao {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
