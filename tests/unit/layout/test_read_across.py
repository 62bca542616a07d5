"""Columns whose lines were read row by row are read one after the other."""

from __future__ import annotations

from itertools import pairwise, zip_longest

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.layout import Layout
from gangyao.ingest.join import join_files
from gangyao.layout.column_paths import Bits, columns_of, find_course
from gangyao.layout.read_across import EVIDENCE, find_read_across
from gangyao.layout.side_by_side import EVIDENCE as SIDE_BY_SIDE
from gangyao.layout.stage import lay_out

TEXT = """坚持以人民为中心的发展思想，统筹城乡区域协调发展，加快建设现代化产业体系，推动经济持续增长。
围绕先进制造业集群培育，支持龙头企业牵头组建创新联合体，推动关键核心技术攻关，促进科技成果就近转化为现实生产力。
完善综合立体交通网络，加快推进跨江通道和城际铁路前期工作，实施普通国省干线提质改造，打通一批乡镇之间的断头路。
深入推进乡村全面振兴，守住耕地红线，建设高标准农田三十万亩，培育粮油、生猪、茶叶等优势特色产业，带动农民持续增收。
持续改善生态环境质量，推进重点流域水污染综合治理，开展大气污染联防联控，加强固体废物和新污染物治理，建设美丽城乡。
健全多层次社会保障体系，扩大基本医疗保险覆盖面，发展普惠托育和社区养老服务，让广大群众共享改革发展成果。
各县（区）人民政府要切实加强组织领导，建立健全工作机制，明确任务分工和完成时限，定期调度工作进展，及时研究解决困难和问题。"""


def wrapped(text: str, width: int) -> list[str]:
    return [line[at : at + width] for line in text.split("\n") for at in range(0, len(line), width)]


def columns(lines: list[str], count: int) -> list[list[str | None]]:
    height = -(-len(lines) // count)
    return [list(lines[at : at + height]) for at in range(0, len(lines), height)]


def across(own: list[list[str | None]]) -> list[str]:
    return [line for row in zip_longest(*own) for line in row if line is not None]


def going_on(*columns: tuple[int, ...]) -> Bits:
    """Return bits by which the lines of each column go on each other for sure."""
    return Bits({pair: 8.0 for column in columns for pair in pairwise(column)})


def read(lines: list[str]) -> tuple[list[str], Layout]:
    """Return the texts of the lines that are read, in their order."""
    page = join_files([("a.txt", "\n".join(lines).encode())])
    layout = lay_out(page, load_model())
    placed = sorted((line.reading_position, line) for line in layout.lines if line.reading_position)
    return [page.text[line.raw_start : line.raw_end].strip() for _, line in placed], layout


@pytest.mark.parametrize("count", [2, 3, 4, 5])
@pytest.mark.parametrize("width", [13, 18])
def test_columns_are_read_one_after_the_other(width: int, count: int) -> None:
    lines = wrapped(TEXT, width)
    texts, layout = read(across(columns(lines, count)))
    assert texts == lines
    assert {one.evidence for one in layout.breaks} == {EVIDENCE} != {SIDE_BY_SIDE}
    assert len(layout.breaks) == count - 1


def test_a_column_with_a_picture_has_no_lines_beside_it() -> None:
    lines = wrapped(TEXT, 15)
    left, right = columns(lines, 2)
    texts, _ = read(across([left, [*right[:6], None, None, None, None, *right[6:]]]))
    assert texts == lines


@pytest.mark.parametrize("width", [12, 16, 24])
def test_what_is_read_in_order_stays(width: int) -> None:
    page = join_files([("a.txt", "\n".join(wrapped(TEXT, width)).encode())])
    assert find_read_across(page, (), (), load_model()) == ()


def test_cells_of_a_table_one_a_line_are_no_columns() -> None:
    heads = ["指标名称", "单位", "基期", "目标"]
    rows = [[f"第{n}项主要指标完成情况统计", "万元", str(100 + n), str(200 + n)] for n in range(12)]
    page = join_files([("a.txt", "\n".join([*heads, *(cell for row in rows for cell in row)]).encode())])
    assert find_read_across(page, (), (), load_model()) == ()


def test_the_course_of_lines_through_columns_of_unlike_lengths() -> None:
    # Columns of four, two and three lines; those of one go on each other, and on nothing else.
    own = ((0, 3, 6, 8), (1, 4), (2, 5, 7))
    assert list(columns_of(find_course(9, going_on(*own)))) == [own]


def test_the_next_page_goes_on_the_last_column() -> None:
    first = ((0, 3, 6, 9, 12), (1, 4, 7, 10, 13), (2, 5, 8, 11, 14))
    second = ((15, 18, 21), (16, 19, 22), (17, 20, 23))
    assert list(columns_of(find_course(24, going_on(*first, *second, (14, 15))))) == [first, second]


def test_no_lines_have_no_columns() -> None:
    assert list(columns_of(find_course(0, Bits({})))) == []
