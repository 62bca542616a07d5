"""What most lines begin or end with is no text where what is left is one; what texts count stays."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.overlay.edges import find_common_edges
from tests.unit.layout.overlay.plain_text import PLAIN


def left(lines: list[str]) -> list[str]:
    sizes = find_common_edges(lines, load_model())
    return [line[a : len(line) - b].strip() for line, (a, b) in zip(lines, sizes, strict=True)]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("OCR> ", ""),
        ("【原文】", ""),
        ("正文 ", ""),
        ("§ ", ""),
        ("@@", ""),
        ("[10:2{n}:30] 资料员：", ""),
        ("Mar  3 10:21:0{n} srv01 ocr[311]: ", ""),
        ("", " <<"),
        ("", "|||"),
        ("", "；；"),
        ("", "[EOL]"),
    ],
)
def test_the_edge_of_most_lines_is_taken_off(before: str, behind: str):
    dumped = [before.format(n=n % 10) + line + behind for n, line in enumerate(PLAIN)]
    assert left(dumped) == PLAIN
    dumped[3], dumped[8] = PLAIN[3], PLAIN[8]
    assert left(dumped) == PLAIN


def test_another_name_on_a_few_lines_goes_too():
    names = ["李科长" if n in (2, 5, 9) else "资料员" for n in range(len(PLAIN))]
    assert (
        left(
            [
                f"[10:2{n % 10}] {name}：{line}"
                for n, (name, line) in enumerate(zip(names, PLAIN, strict=True))
            ]
        )
        == PLAIN
    )


@pytest.mark.parametrize(
    "lines",
    [
        PLAIN,
        [f"第{n}条　各级人民政府应当加强对种业工作的领导。" for n in "一二三四五六七八九十"],
        [f"（{n}）加强组织领导。" for n in "一二三四五六七八九十"],
        [f"{n}. 加强组织领导，落实责任。" for n in range(1, 13)],
        [f"- 支持企业开展第{n}批技术改造。" for n in range(1, 13)],
        [
            f"责任单位：市{name}局"
            for name in ["教育", "财政", "民政", "水利", "林业", "统计", "审计", "体育", "商务", "司法"]
        ],
        [f"第{n}章……………… {n}" for n in range(1, 13)],
        [f"森林覆盖率{n}%" for n in range(40, 52)],
        [f"新建公路{n}公里" for n in range(40, 52)],
        [f"| {n} | 改造厂房 | {n}座 |" for n in range(1, 13)],
        [f"加快建设第{n}个（市级）" for n in range(1, 13)],
        ["详见 a"] * 12,
        [f"支持企业开展{'技术' * n}改造。责任单位：县发改委" for n in range(1, 13)],
        [f"支持企业开展{'技术' * n}改造！！" for n in range(1, 13)],
        ["重点工作清单", *[f"县发改委：支持企业开展{'技术' * n}改造。" for n in range(1, 13)]],
        [f"要求：支持企业开展{'技术' * n}改造。" for n in range(1, 13)],
        ["重点工作清单", *[f"AI+支持企业开展{'技术' * n}改造。" for n in range(1, 13)]],
        *(
            ["重点工作清单", *[f"支持企业开展{'技术' * n}改造{mark}" for n in range(1, 13)]]
            for mark in (" √", "★", " A", "App", "。已完成")
        ),
        [f"审议通过了第{n}号决定！！" if n == 3 else f"审议通过了第{n}号决定。" for n in range(1, 13)],
    ],
)
def test_what_a_text_prints_stays(lines: list[str]):
    assert left(lines) == lines


def test_what_headings_begin_with_is_theirs() -> None:
    titles = [
        "养老服务",
        "防灾减灾",
        "乡村产业",
        "科技创新",
        "综合交通",
        "公共文化",
        "市场监管",
        "水环境",
    ] * 2
    texts = [f"第{'一二三四五六七八'[n % 8]}节 完善{title}体系" for n, title in enumerate(titles)]
    assert find_common_edges(texts, load_model()) == [(0, 0)] * len(texts)


def test_rows_of_a_box_that_begin_alike_are_cells() -> None:
    texts = [f"│ 1    │ 建设高标准农田3万亩，配 │ {name} │" for name in ("甲县", "乙县", "丙县", "丁县") * 3]
    assert find_common_edges(texts, load_model()) == [(0, 0)] * len(texts)
