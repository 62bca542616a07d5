from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gangyao.document.problems import problem
from gangyao.release.document_tables import document_tables
from gangyao.release.inputs import Inputs, release_inputs
from gangyao.release.publish import publish
from gangyao.release.tables import Tables, problem_table
from tests.release.invented import law, plan, seeds_with

# A document that was left out, beside those that were read.
LEFT_OUT = problem("hedong-2021", "error", "errata.csv", "row 1", "fits nowhere", "delete the row")
ERRATA = ("第八章 改善民主,民主,民生,witness,another copy,", "教育。,教育,展教育,witness,another copy,")


@pytest.fixture(scope="session")
def tables() -> Tables:
    return document_tables([law(), plan()]).with_table("problems", problem_table([LEFT_OUT]))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `seeds` and the release `out` that was made from them."""
    folder = tmp_path_factory.mktemp("made")
    seeds = seeds_with(folder / "seeds", ERRATA)
    publish(made_tables(), folder / "out", inputs_of(seeds))
    return folder


def made_tables() -> Tables:
    """The tables of the release `made`."""
    return document_tables([plan()]).with_table("problems", problem_table([LEFT_OUT]))


def inputs_of(seeds: Path) -> Inputs:
    document = replace(plan().document, folder=seeds / "documents" / "linhe-2020")
    return release_inputs([document], seeds, seeds / "lexicon")


@pytest.fixture
def release(made: Path, tmp_path: Path) -> Path:
    """A copy of the release, to spoil; its seeds are beside it."""
    shutil.copytree(made, tmp_path / "made")
    return tmp_path / "made" / "out"


@pytest.fixture
def spoil() -> Callable[[Path, str, str], None]:
    def replace_once(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace_once
