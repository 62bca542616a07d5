"""Was a release made from the seeds as they are now?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gangyao.one_line import one_line
from gangyao.paths import DOCUMENTS, LEXICON
from gangyao.release.checks.problems import Problem
from gangyao.release.files import MANIFEST, sha256
from gangyao.release.inputs import ERRATA, document_folders, errata_rows, lexicon_files


def input_problems(manifest: dict[str, Any], seeds: Path) -> Iterator[Problem]:
    """Compare the inputs that a manifest names with a seeds folder.

    A release that was made from files outside any seeds has nothing there to compare with.
    """
    inputs = manifest.get("inputs")
    if not isinstance(inputs, dict) or not isinstance(inputs.get("documents"), list):
        yield Problem("names no inputs", file=MANIFEST)
        return
    if not inputs.get("from_seeds"):
        return
    named = inputs["documents"] + (inputs["lexicon"] if (seeds / LEXICON).is_dir() else [])
    named += inputs.get("left_out", [])
    for file in named:
        path = seeds / file["path"]
        shown = f"{seeds.name}/{file['path']}"
        if not path.is_file():
            yield Problem("the release was made from this file, and it is gone", file=shown)
        elif sha256(path) != file["sha256"]:
            if path.name == ERRATA:
                yield from _errata_problems(shown, tuple(file.get("rows", ())), errata_rows(path))
            else:
                yield Problem("was changed after the release was made: build again", file=shown)
    known = {file["path"] for file in named}
    if inputs.get("is_whole"):
        told = {row.get("document_id") for row in manifest.get("problems", ())}
        for folder in document_folders(seeds / DOCUMENTS):
            if one_line(folder) in told:
                continue
            if not any(path.startswith(f"{DOCUMENTS}/{folder}/") for path in known):
                what = "this document came after the release was made: build again"
                yield Problem(what, file=f"{seeds.name}/{DOCUMENTS}/{folder}")
            elif (
                f"{DOCUMENTS}/{folder}/{ERRATA}" not in known
                and (seeds / DOCUMENTS / folder / ERRATA).is_file()
            ):
                what = "this file came after the release was made: build again"
                yield Problem(what, file=f"{seeds.name}/{DOCUMENTS}/{folder}/{ERRATA}")
    if (seeds / LEXICON).is_dir():
        for found in lexicon_files(seeds / LEXICON):
            if found.path not in known:
                what = "this file came after the release was made: build again"
                yield Problem(what, file=f"{seeds.name}/{found.path}")


def _errata_problems(file: str, then: tuple[str, ...], now: tuple[str, ...]) -> Iterator[Problem]:
    found = False
    for number, row in enumerate(then, 2):
        if row not in now:
            found = True
            yield Problem(
                "the release was made with this row, and it is gone or changed", file=file, table=ERRATA[:-4],
                row=f"line {number}", value=row,
            )  # fmt: skip
    for number, row in enumerate(now, 2):
        if row not in then:
            found = True
            yield Problem(
                "this row came after the release was made: build again", file=file, table=ERRATA[:-4],
                row=f"line {number}", value=row,
            )  # fmt: skip
    if not found:
        yield Problem("was changed after the release was made: build again", file=file, table=ERRATA[:-4])
