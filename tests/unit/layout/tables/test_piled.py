"""Tables whose cells stand below each other, each closed by a pipe. All texts are invented."""

from __future__ import annotations

from gangyao.layout.tables.piled import piled_tables

HEAD = "|\n序号 |\n建设内容 |\n责任单位 |\n"
ROWS = "|\n1 |\n修建水渠5公里。 |\n水利局 |\n|\n2 |\n改造运动场，\n新建看台。 |\n教体局 |\n"


def printed(text: str) -> list[list[list[str]]]:
    return [
        [[text[cell.raw_start : cell.raw_end] for cell in row] for row in table.rows]
        for table in piled_tables(text)
    ]


def test_a_pipe_alone_opens_a_row() -> None:
    assert printed(f"附件：\n{HEAD}{ROWS}以上项目年内完成。\n") == [
        [
            ["序号", "建设内容", "责任单位"],
            ["1", "修建水渠5公里。", "水利局"],
            ["2", "改造运动场，\n新建看台。", "教体局"],
        ]
    ]
    (table,) = piled_tables(HEAD + ROWS)
    assert [cell.is_header for cell in table.rows[0]] == [True] * 3


def test_a_title_stands_over_all_columns() -> None:
    (table,) = piled_tables(f"|\n某县民生实事清单 |\n|||\n{HEAD}{ROWS}")
    assert [len(row) for row in table.rows] == [1, 3, 3, 3]
    assert table.rows[0][0].column_span == 3


def test_pipes_that_open_no_rows_are_no_table() -> None:
    assert piled_tables("招标\n|\n关注 |\n无\n") == []
    assert piled_tables("|\n|\n|\n正文。\n") == []
    assert piled_tables("") == []
