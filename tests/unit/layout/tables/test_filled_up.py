"""Rows without the cells that reach down from above. All texts are invented."""

from __future__ import annotations

from gangyao.layout.tables.pipes import pipe_tables

TABLE = """项目名称 | 工作任务 | 计划完成时间 | 牵头单位 |
1.公墓项目 | 新建墓地15处; | 10月底 | 民政局 |
2021.8 | 城投集团 | ||
新建口袋公园2处; | 11月 | 建设局 | |
计划10月底完成建设 | 公共服务集团 | ||
2.道路项目 | 改造公路40公里。 | 10月 | 交通运输局 |
"""


def printed(text: str) -> list[list[str]]:
    (table,) = pipe_tables(text)
    return [[text[cell.raw_start : cell.raw_end] for cell in row] for row in table.rows]


def test_rows_move_below_the_heads_of_their_kind() -> None:
    assert printed(TABLE) == [
        ["项目名称", "工作任务", "计划完成时间", "牵头单位"],
        ["1.公墓项目", "新建墓地15处;", "10月底", "民政局"],
        ["", "", "2021.8", "城投集团"],
        ["", "新建口袋公园2处;", "11月", "建设局"],
        ["", "", "计划10月底完成建设", "公共服务集团"],
        ["2.道路项目", "改造公路40公里。", "10月", "交通运输局"],
    ]


def test_an_empty_last_cell_stays_where_the_others_fit() -> None:
    text = "序号 | 任务 | 单位 | 备注 |\n1 | 修建水渠 | 水利局 | |\n2 | 改造公路 | 交通局 | 续建 |\n"
    assert printed(text)[1] == ["1", "修建水渠", "水利局", ""]
