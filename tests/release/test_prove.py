"""A release whose lines, corrections or published text do not agree does not prove itself, and says where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pyarrow as pa
import pytest

from gangyao.release.checks.problems import Problem
from gangyao.release.checks.provenance import prove
from gangyao.release.checks.replay import Edit, LedgerFault, replay, undo
from gangyao.release.checks.source_files import RawLine
from gangyao.release.checks.text import Found, Heading, PublishedParagraph, after_heading, published_problems
from gangyao.release.document_tables import document_tables
from gangyao.release.tables import Tables
from tests.release.invented import plan

Rows = list[dict[str, object]]


def altered(tables: Tables, name: str, change: Callable[[Rows], object]) -> Tables:
    rows = tables[name].to_pylist()
    change(rows)
    return tables.with_table(name, pa.Table.from_pylist(rows, tables[name].schema))


def told(tables: Tables, name: str, change: Callable[[Rows], object]) -> list[str]:
    return list(map(str, prove(altered(tables, name, change))))


def put(rows: Rows, index: int, column: str, value: object) -> None:
    rows[index][column] = value


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("lines", lambda rows: rows.pop(1), "a line is missing"),
        ("lines", lambda rows: rows.pop(7), "a line is missing"),
        ("lines", lambda rows: put(rows, 4, "text", "临河流域发展规画"), "do not give back the file"),
        ("lines", lambda rows: put(rows, 6, "text", "完善政策"), "the line has 4 code points"),
        ("lines", lambda rows: put(rows, 0, "source_file", "other.txt"), "no source file"),
        ("lines", lambda rows: put(rows, 7, "joins_previous", False), "青川区发"),
        ("lines", lambda rows: put(rows, 7, "kind", "furniture"), "is on no line that is read"),
        ("documents", lambda rows: put(rows, 0, "encoding", "gb18030"), "do not give back the file"),
        ("documents", lambda rows: put(rows, 0, "raw_chars", 500), "a line is missing"),
        ("corrections", lambda rows: rows.pop(0), "民主"),
        ("corrections", lambda rows: put(rows, 0, "before", "民生"), "is to change '民生'"),
        ("corrections", lambda rows: put(rows, 0, "after", "民意"), "民意"),
        ("corrections", lambda rows: put(rows, 1, "start_char", 20), "stands at 21:24"),
        ("corrections", lambda rows: put(rows, 0, "raw_end", 300), "leaves its line"),
        ("paragraphs", lambda rows: rows.pop(1), "推动沿江"),
        ("paragraphs", lambda rows: put(rows, 1, "text", "推动沿江各县共享水原。"), "水原"),
        ("paragraphs", lambda rows: put(rows, 2, "text", "国家发展水力。"), "水利"),
        ("paragraphs", lambda rows: put(rows, 0, "paragraph_id", "linhe-2020/8/p2"), "no line of the source"),
        ("sections", lambda rows: put(rows, 0, "title", "改善民主"), "民主"),
        ("sections", lambda rows: rows.pop(0), "第八章"),
        ("sections", lambda rows: put(rows, 2, "label", "第一章"), "shuilifa-2011"),
    ],
)  # fmt: skip
def test_whatever_is_changed_is_found_and_named(
    tables: Tables, name: str, change: Callable[[Rows], object], words: str
) -> None:
    problems = told(tables, name, change)
    assert problems
    assert any(words in problem for problem in problems), problems
    assert any("linhe-2020" in problem or "shuilifa-2011" in problem for problem in problems)


def test_lines_that_the_outline_left_out_are_found() -> None:
    read = plan()
    for left in ((0,), (1,), ()):
        paragraphs = tuple(read.outline.paragraphs[index] for index in left)
        outline = replace(read.outline, paragraphs=paragraphs)
        tasks, mentions, task_entities = (
            tuple(rows[index] for index in left) for rows in (read.tasks, read.mentions, read.task_entities)
        )
        dropped = replace(
            read,
            outline=outline,
            tasks=tasks,
            mentions=mentions,
            task_entities=task_entities,
            confirmations=(),
        )
        [problem] = prove(document_tables([dropped]))
        first = "linhe-2020 3" if left == (0,) else "linhe-2020 7"
        assert (problem.table, problem.row) == ("lines", first)
        assert "in no heading and in no paragraph" in problem.what


def test_a_heading_may_begin_on_the_line_before_its_paragraph() -> None:
    wrapped = [
        RawLine("d 1", "a.txt", "一、加强治", 0, 5, "heading", 1, False, "d/1", None),
        RawLine("d 2", "a.txt", "理能力。完善制度。", 6, 15, "paragraph", 2, True, "d/1", "d/1/p1"),
    ]
    heading = [Heading("d/1", "一、加强治理能力")]
    paragraph = [PublishedParagraph("d/1/p1", "d/1", "完善制度。")]
    text = "一、加强治理能力。完善制度。"
    assert list(published_problems(text, wrapped, (0, 5), heading, paragraph)) == [Found("d/1/p1", 9)]
    other = text.replace("加强", "加快")
    [problem] = published_problems(other, wrapped, (0, 5), heading, paragraph)
    assert isinstance(problem, Problem)
    assert problem.row == "d/1/p1"


def test_lines_read_in_another_order_do_not_give_the_published_text(tables: Tables) -> None:
    def swap(rows: Rows) -> None:
        rows[1]["reading_position"], rows[6]["reading_position"] = 3, 5

    assert told(tables, "lines", swap)


def test_replay_and_undo_are_inverse() -> None:
    edits = [Edit("a", 10, 12, "国国", "国"), Edit("b", 13, 13, "", "际"), Edit("c", 14, 15, " ", "")]
    text, spans = replay("国国中 会", 10, [edits[0], edits[1]])
    assert text == "国中际 会"
    assert [(span.start, span.end) for span in spans] == [(0, 1), (2, 3)]
    assert undo(text, spans) == "国国中 会"


def test_overlapping_corrections_are_refused() -> None:
    with pytest.raises(LedgerFault, match="overlaps"):
        replay("abcdef", 0, [Edit("a", 0, 3, "abc", "x"), Edit("b", 2, 4, "cd", "y")])


def test_undo_refuses_a_text_that_lacks_the_correction() -> None:
    _, spans = replay("abcdef", 0, [Edit("a", 0, 3, "abc", "x")])
    with pytest.raises(LedgerFault, match="gave 'x'"):
        undo("ydef", spans)


@pytest.mark.parametrize(
    ("text", "heading", "end"),
    [
        ("1.，。，", "1.，", 3),
        ("一、总则。建设", "一总则", 4),
        ("一、总则（试行）建设", "一总则（试行）", 8),
        ("一、建设", "二建设", 0),
        ("一、", "一建设", 0),
        ("一 总 则", "一、总则", 5),
    ],
)
def test_a_heading_ends_with_its_last_character_separators_apart(text: str, heading: str, end: int) -> None:
    assert after_heading(text, 0, heading) == end
