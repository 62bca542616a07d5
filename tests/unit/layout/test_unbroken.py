"""Documents whose line ends were lost are read as if they were there."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gangyao.document.source import Source
from gangyao.ingest.join import join_files
from gangyao.layout.unbroken import find_lost_line_ends

FILLER = "坚持因地制宜、分类指导，统筹推进城乡养老服务设施建设，完善居家社区机构相协调的养老服务体系。" * 3
PARTS = [
    "某市关于加快养老服务发展的意见 ",
    "各区人民政府：现提出以下意见。",
    "一、总体要求",
    f"（一）指导思想。{FILLER}",
    "（二）主要目标。到2025年，养老床位达到5万张。",
    "二、重点任务",
    "（一）居家养老。1.做好以下工作。",
    "2.每个街道建设1处养老服务设施。",
    "（二）机构养老。鼓励社会力量兴办养老机构。",
    "三、保障措施。各区人民政府要加强领导。",
]


def source(text: str) -> Source:
    return join_files([("a.txt", text.encode())])


def parted(text: str) -> list[str]:
    cuts = [0, *find_lost_line_ends(source(text), ()), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


def test_a_document_on_one_line_is_parted_at_its_numbers_and_blanks():
    # 1. stands behind a run-in title, so its part is two lines.
    expected = [*PARTS[:6], "（一）居家养老。", "1.做好以下工作。", *PARTS[7:]]
    assert parted("".join(PARTS)) == expected


def test_numbers_that_do_not_count_on_part_nothing():
    text = "".join(PARTS).replace("二、", "四、").replace("三、", "九、")
    assert parted(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "加快第一、二、三产业融合发展。" + FILLER * 2,
        "坚持：一、生态优先；二、绿色发展。",  # short: read as printed
    ],
)
def test_numbers_in_prose_part_nothing(text):
    assert parted(text) == [text]


def test_blanks_that_stand_everywhere_are_no_line_ends():
    text = " ".join("".join(PARTS).replace(" ", ""))
    assert len(parted(text)) <= len(PARTS) + 2


def test_a_paragraph_that_counts_is_not_parted_where_line_ends_are_kept():
    paragraph = f"今后调整投资结构的方向是：一、继续增加投资。{FILLER}二、适当控制建设。{FILLER}"
    text = "\n".join([FILLER * 2, paragraph, FILLER * 3])
    assert parted(text) == [text]


def test_a_short_file_on_one_line_is_parted_where_blanks_stand_for_line_ends():
    text = "某县方案 一、要求 加快建设。 二、任务 （一）建设驿站20个。（二）新建公园3处。"
    assert [line.strip() for line in parted(text)] == [
        "某县方案",
        "一、要求",
        "加快建设。",
        "二、任务",
        "（一）建设驿站20个。",
        "（二）新建公园3处。",
    ]
    for whole in ("重点抓好：一、加强监管。二、落实责任。", f"{FILLER}\n{text}\n{FILLER * 3}"):
        assert parted(whole) == [whole]


def test_a_short_file_on_one_line_is_parted_behind_its_title():
    text = "关于建设绿道的实施意见一、要求坚持生态优先。二、任务（一）建设驿站20个。（二）新建公园3处。"
    assert parted(text) == [
        "关于建设绿道的实施意见",
        "一、要求坚持生态优先。",
        "二、任务",
        "（一）建设驿站20个。",
        "（二）新建公园3处。",
    ]


def test_articles_on_one_line_are_parted():
    parts = [
        "某市供热管理办法", "第一章 总则", "第一条 为了规范供热，制定本办法。",
        "第二条 依照第一条规定，实行下列措施：",
        "（一）统一规划；", "（二）分级管理。", "第二章 供热管理", "第三条 室内温度不低于18摄氏度。",
    ]  # fmt: skip
    assert parted("".join(parts)) == parts
    assert parted("依照本法第一条和第二条的规定执行。") == ["依照本法第一条和第二条的规定执行。"]


def test_signs_between_sentences_part_them():
    parts = [
        "某镇整修道路。",
        "全镇计划整修道路38公里，安装路灯260盏。",
        "一、质量监管",
        "建设中心要加强监管。",
    ]
    for sign in ("　　", "  ", " ", "↵", "|", "\t"):
        assert [part.strip(" \t　↵|") for part in parted(sign.join(parts))] == parts
    assert len(parted("坚持创新 协调 绿色 开放 共享，加快发展。推进改革。深化开放。")) == 1
