"""The checked trees and how an outline is compared with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evaluation.quality.outline import (
    Errors,
    MissingCorpusError,
    Row,
    compare,
    digest,
    figures,
    read_trees,
    rows_of,
)
from tests.unit.outline.outline_texts import outline_of


def test_the_checked_trees_are_well_formed() -> None:
    trees = read_trees()
    assert len(trees) >= 10
    assert [t.file for t in trees] == sorted({t.file for t in trees})
    for tree in trees:
        assert re.fullmatch("[0-9a-f]{64}", tree.source_sha256)
        assert all(re.fullmatch("[0-9a-f]{12}", row.title) for row in tree.rows)
        assert {row.level for row in tree.rows} <= {
            "part",
            "chapter",
            "section",
            "article",
            "item",
            "subitem",
            "point",
        }


def test_missed_and_invented_headings_are_counted() -> None:
    found = rows_of(
        outline_of("一、总体要求\n坚持稳中求进。\n二、保障措施\n加强领导。\n三、其他事项\n抓好落实。")
    )
    expected = [
        Row("item", "1", digest("总体 要求")),
        Row("item", "2", digest("重点任务")),
        Row("item", "3", digest("其他事项")),
    ]
    assert compare(found, expected) == Errors(missed=1, invented=1, headings=3)
    assert compare(found, found) == Errors(0, 0, 3)


def test_a_missing_corpus_is_an_error_that_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingCorpusError, match="corpus"):
        figures(tmp_path, Path("seeds"))
