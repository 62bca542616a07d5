"""Pages of columns that follow one another with nothing between are read one after the other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.column_pages import find_page_rows

TEXT = (
    "加强流域综合治理，完善河湖长制，推进重点河段水环境整治，改善城乡人居环境，健全监测预警体系，提升防灾能力。"
    "优化交通网络布局，推进干线公路改造升级，打通断头路，提高农村公路通达深度，建设一批综合客运枢纽和物流园区。"
    "实施乡村建设行动，统筹县域基础设施和公共服务布局，改造提升农村电网，发展特色种养业和乡村旅游，促进农民增收。"
    "推动优质教育资源均衡配置，扩大普惠性学前教育供给，深化县域医共体建设，完善养老托育服务体系，兜牢民生底线。"
    "强化企业创新主体地位，支持建设产业技术研究院，完善科技成果转化机制，培育专精特新企业，壮大战略性新兴产业。"
    "坚持绿色发展理念，加快推进重点行业节能降碳改造，推广清洁能源，建设资源循环利用基地，完善生态补偿制度。"
    "深化重点领域改革，优化营商环境，推进政务服务一网通办，清理不合理收费，保护各类经营主体的合法权益。"
    "加大财政投入力度，统筹用好各类专项资金，引导金融机构增加信贷供给，鼓励社会资本参与，严格资金使用监管。"
)
LINES = [TEXT[start : start + 9] for start in range(0, len(TEXT), 9)]


def printed(pages: list[int]) -> list[list[str]]:
    """Print the lines on pages of so many rows of two columns; what is left is not printed."""
    edges = [0]
    for rows in pages:
        edges += [edges[-1] + rows, edges[-1] + 2 * rows]
    columns = [LINES[a:b] for a, b in pairwise(edges)]
    return [
        [left, right]
        for one, other in zip(columns[::2], columns[1::2], strict=True)
        for left, right in zip(one, other, strict=True)
    ]


@pytest.mark.parametrize("pages", [[21], [10, 11], [12, 10]])
def test_the_first_row_of_each_page_is_found(pages: list[int]):
    starts = [sum(pages[:n]) for n in range(1, len(pages))]
    assert find_page_rows(printed(pages), load_model()) == starts
