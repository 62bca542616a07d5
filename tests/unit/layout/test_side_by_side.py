"""Columns that stand side by side on the lines of a plain text are read one after the other."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.chinese.line_width import line_width
from gangyao.document.layout import Layout
from gangyao.document.source import Source
from gangyao.ingest.join import join_files
from gangyao.layout.side_by_side import EVIDENCE, find_side_by_side
from gangyao.layout.stage import lay_out

LEFT = """第一章 总体要求
坚持以人民为中心的发展思想，统筹城
乡区域发展，加快建设现代化产业体系，
推动经济实现质的有效提升和量的合理增
长。到2025年，全市地区生产总值达到
5000亿元，年均增长6%以上。
第二章 主要任务
加快建设智慧交通体系，完善综合交通枢
纽功能，新建公路120公里。支持企业开展
技术改造，培育专精特新企业200家。""".splitlines()
RIGHT = """推进乡村全面振兴，建设高标准农田30万
亩，改造农村公路500公里。实施乡村建设
行动，改善农村人居环境。
第三章 保障措施
加强组织领导，健全工作机制，压实工作
责任。各县（区）人民政府要制定年度计划，
明确任务分工，确保规划目标如期实现。
强化资金保障，市财政安排专项资金2亿元，
引导社会资本参与。加强监督检查，定期
通报进展情况。""".splitlines()


def source(lines: list[str]) -> Source:
    return join_files([("a.txt", "\n".join(lines).encode())])


def beside(left: list[str], right: list[str], width: int = 46) -> list[str]:
    return [a + " " * (width - line_width(a)) + b for a, b in zip(left, right, strict=True)]


def read(lines: list[str]) -> tuple[list[str], Layout]:
    """Return the texts of the lines that are read, in their order."""
    page = source(lines)
    layout = lay_out(page, load_model())
    placed = sorted((line.reading_position, line) for line in layout.lines if line.reading_position)
    return [page.text[line.raw_start : line.raw_end].strip() for _, line in placed], layout


def test_columns_are_read_one_after_the_other_and_the_break_is_published():
    texts, layout = read(beside(LEFT, RIGHT))
    assert texts == [*LEFT, *RIGHT]
    (found,) = layout.breaks
    assert found.evidence == EVIDENCE
    assert [layout.lines[found.after_line - 1].raw_start, layout.lines[found.before_line - 1].raw_start] == [
        source(beside(LEFT, RIGHT)).text.index(LEFT[-1]),
        source(beside(LEFT, RIGHT)).text.index(RIGHT[0]),
    ]


def test_a_title_over_the_columns_and_a_longer_last_column():
    title = "某市国民经济和社会发展第十四个五年规划纲要（征求意见稿）全文公开发布"
    page = [title, "", *beside(LEFT, RIGHT), " " * 46 + "各部门要抓好落实。"]
    texts, _ = read(page)
    assert texts == [title, *LEFT, *RIGHT, "各部门要抓好落实。"]


TABLE = beside(
    [
        "指标名称",
        "地区生产总值年均增长",
        "森林覆盖率",
        "城镇新增就业人数",
        "常住人口城镇化率",
        "污水处理率",
        "人均预期寿命",
    ],
    ["2025年目标", "6%以上", "45%", "20万人", "65%", "98%", "79岁"],
)
NAMES = beside(["张建国 李卫东", "王小明 赵志强"] * 5, ["陈明华 周立新", "孙文斌 吴晓峰"] * 5)
INDENTED = ["　　" + line for line in LEFT]


@pytest.mark.parametrize("lines", [TABLE, NAMES, INDENTED, LEFT], ids=["table", "names", "indented", "prose"])
def test_what_is_no_running_text_side_by_side_stays(lines: list[str]):
    assert find_side_by_side(source(lines), (), load_model()) == ()


def test_columns_that_a_tab_parts_need_no_tab_stops():
    assert read([f"{a}\t{b}" for a, b in zip(LEFT, RIGHT, strict=True)])[0] == [*LEFT, *RIGHT]
    assert read([f"{a}\t \t{b}" for a, b in zip(LEFT, RIGHT, strict=True)])[0] == [*LEFT, *RIGHT]


def test_columns_that_a_program_filled_up_by_characters_are_read_so():
    counted = [a + " " * (24 - len(a)) + b for a, b in zip(LEFT, RIGHT, strict=True)]
    assert read(counted)[0] == [*LEFT, *RIGHT]


def test_three_columns_that_tabs_part_are_no_table():
    text = "".join([*LEFT[1:6], *LEFT[7:], *RIGHT[:3], *RIGHT[4:]])
    pieces = [text[start : start + 7] for start in range(0, len(text), 7)]
    count = len(pieces) // 3
    columns = [pieces[n * count : (n + 1) * count] for n in range(3)]
    assert read(["\t".join(row) for row in zip(*columns, strict=True)])[0] == pieces[: 3 * count]


def test_a_table_whose_cells_tabs_part_stays_one():
    bodies = [f"市{name}政局" for name in "财民邮行教水林计体商司医人城"]
    tasks = zip(RIGHT + LEFT, bodies, strict=False)
    rows = [f"{n}\t{task}\t{body}" for n, (task, body) in enumerate(tasks, 1)]
    layout = read(["序号\t重点任务\t责任单位", *rows])[1]
    assert len(layout.tables) == 1
    assert {line.kind for line in layout.lines} == {"table"}
