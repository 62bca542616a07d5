"""No document stops the others: what a batch leaves out, and what it says of it."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from gangyao import batch
from gangyao.batch import Part, build_batch, build_in_runs, cut_by_size, refuse
from gangyao.document.source import Document, DocumentSpec
from gangyao.errors import DataError
from gangyao.ingest.join import join_files
from gangyao.operations.fault_reports import write_fault_reports
from gangyao.paths import lexicon_of
from gangyao.release.checks.problems import Problem

TEXT = "第一章 总体要求\n加快建设城市公园{}。\n"


def document(document_id: str) -> Document:
    source = join_files([("a.txt", TEXT.format(document_id).encode())])
    return Document(DocumentSpec(document_id, "某市规划", ("a.txt",)), source)


def ids(part: Part) -> list[str]:
    found: list[str] = part.tables["documents"]["document_id"].to_pylist()
    return found


@pytest.fixture
def lexicon(seeds: Path) -> Path:
    return lexicon_of(seeds)


def failing(document_ids: set[str]):
    read = batch.read_by_stages

    def read_or_fail(one: Document, engine: object) -> object:
        yield
        if one.spec.document_id in document_ids:
            raise IndexError("no such line")
        return (yield from read(one, engine))  # type: ignore[arg-type]

    return read_or_fail


def test_a_fault_of_a_stage_leaves_out_its_document_alone(lexicon: Path, monkeypatch):
    monkeypatch.setattr(batch, "read_by_stages", failing({"b"}))
    part = build_batch([document("a"), document("b"), document("c")], lexicon)
    assert ids(part) == ["a", "c"]
    (problem,) = part.problems
    assert (problem.document_id, problem.severity) == ("b", "fault")
    assert problem.message == "IndexError: no such line"


def test_paragraphs_whose_themes_stand_behind_bullets_hold(lexicon: Path):
    text = "一、重点工程\n● 国土绿化工程。完成营造林300万亩。\n● 湿地保护工程。修复湿地20万亩。\n"
    one = Document(DocumentSpec("a", "某省林业规划", ("a.txt",)), join_files([("a.txt", text.encode())]))
    part = build_batch([one], lexicon)
    assert part.problems == ()
    assert part.tables["paragraphs"]["lead"].to_pylist() == ["国土绿化工程。", "湿地保护工程。"]


@pytest.mark.parametrize("check", ["row_problems", "relation_problems", "prove"])
@pytest.mark.parametrize("bad", [{"a"}, {"b", "e"}, {"a", "b", "c", "d", "e"}])
def test_tables_that_do_not_hold_leave_out_their_documents_alone(
    lexicon: Path, monkeypatch, bad: set[str], check: str
):
    def wrong(tables):
        return tuple(
            Problem("rows have this key", row=one)
            for one in tables["documents"]["document_id"].to_pylist()
            if one in bad
        )

    monkeypatch.setattr(batch, check, wrong)
    part = build_batch([document(name) for name in "abcde"], lexicon)
    assert ids(part) == sorted(set("abcde") - bad)
    assert {problem.document_id for problem in part.problems} == bad
    assert all("rows have this key" in problem.message for problem in part.problems)


def test_a_document_whose_rows_are_no_table_is_left_out_alone(lexicon: Path, monkeypatch):
    tables = batch.document_tables

    def broken(read):
        if any(one.document.spec.document_id == "c" for one in read):
            raise ValueError("expected length 1 but got 2")
        return tables(read)

    monkeypatch.setattr(batch, "document_tables", broken)
    part = build_batch([document(name) for name in "abcd"], lexicon)
    assert ids(part) == ["a", "b", "d"]
    assert [problem.document_id for problem in part.problems] == ["c"]


def test_strict_stops_at_the_first_that_cannot_be_used(lexicon: Path, monkeypatch):
    monkeypatch.setattr(batch, "read_by_stages", failing({"a"}))
    part = build_batch([document("a")], lexicon)
    with pytest.raises(DataError, match="--strict"):
        refuse(part.problems)


def test_the_report_of_a_fault_lies_beside_the_release_until_it_is_mended(
    lexicon: Path, monkeypatch, tmp_path: Path
):
    monkeypatch.setattr(batch, "read_by_stages", failing({"b"}))
    part = build_batch([document("a"), document("b")], lexicon)
    (report,) = write_fault_reports(part.problems, tmp_path / "out")
    assert report == tmp_path / "out.faults" / "b.txt"
    assert "Traceback" in report.read_text(encoding="utf-8")
    (report.parent / "notes.txt").write_text("the user's own")
    write_fault_reports((), tmp_path / "out")
    assert [path.name for path in report.parent.iterdir()] == ["notes.txt"]


def test_a_line_end_of_another_encoding_before_garbled_text_holds(lexicon: Path):
    text = "\u0085\u00e6\u00b4\u00e5\u00e3"
    one = Document(DocumentSpec("a", "某市规划", ("a.txt",)), join_files([("a.txt", text.encode())]))
    assert [told.message for told in build_batch([one], lexicon).problems] == ["holds no Chinese"]


@pytest.mark.parametrize(
    "text",
    [
        "| # 指标 | 单位 |\n|:-:|:-:|\n| 航线数量 | 条 |\n",
        "# 指标\t单位\t2025年\t2030年\n航线数量\t条\t60\t85\n港口吞吐量\t亿吨\t3.2\t4.5\n",
        "<table><tr><td># 指标</td><td>单位</td></tr><tr><td>航线数量</td><td>条</td></tr></table>",
    ],
)
def test_marks_of_headings_before_rows_are_no_part_of_their_cells(lexicon: Path, text: str):
    one = Document(DocumentSpec("a", "某市规划", ("a.txt",)), join_files([("a.txt", text.encode())]))
    part = build_batch([one], lexicon)
    assert part.problems == ()
    assert part.tables["table_cells"]["text"].to_pylist()[:2] == ["指标", "单位"]


def test_runs_are_as_large_as_they_may_be_and_no_larger():
    sizes = [3, 4, 4, 12, 1, 1]
    assert list(cut_by_size(sizes, lambda size: size, 8)) == [(3, 4), (4,), (12,), (1, 1)]
    assert list(cut_by_size([], lambda size: size, 8)) == []


class Watched(Document):
    """A document of which can be told whether it is still in memory."""


def test_documents_are_taken_when_they_are_read_and_none_of_them_is_kept(lexicon: Path, monkeypatch):
    monkeypatch.setattr(batch, "READ_AT_ONCE", 2 * len(document("a").source.text))
    loaded: list[weakref.ref[Watched]] = []

    def load():
        for name in "abcdef":
            one = Watched(document(name).spec, document(name).source)
            loaded.append(weakref.ref(one))
            yield one

    seen = []
    for part in build_in_runs(load(), lexicon):
        seen += ids(part)
        # One more is at hand: it did not fit.
        assert len(loaded) <= len(seen) + 1
        gc.collect()
        assert all(one() is None for one in loaded[: len(seen) - 2])
    assert seen == list("abcdef")
