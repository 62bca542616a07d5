"""A string that interrupts lines again and again is a watermark; a term that comes again is none."""

from __future__ import annotations

import itertools

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.overlay.watermarks import find_watermarks
from gangyao.layout.stage import lay_out

PLAIN = """某县种业振兴实施方案
一、总体要求
坚持以人民为中心的发展思想，统筹城乡区域发展，加快建设现代化产业体系，推动经济实现质的有效提升和量的合理增长。
二、主要任务
加快建设智慧交通体系，完善综合交通枢纽功能，新建公路120公里。支持企业开展技术改造，培育专精特新企业200家。
推进乡村全面振兴，建设高标准农田30万亩，改造农村公路500公里。实施乡村建设行动，改善农村人居环境。
三、保障措施
加强组织领导，健全工作机制，压实工作责任。各乡镇要制定年度计划，明确任务分工，确保规划目标如期实现。
"""
PLACES = (45, 99, 137, 162, 205)


def marked(mark: str) -> str:
    edges = [0, *PLACES, len(PLAIN)]
    return mark.join(PLAIN[a:b] for a, b in itertools.pairwise(edges))


@pytest.mark.parametrize(
    "mark", ["内部资料注意保存", " 征求意见稿 ", "CONFIDENTIAL", "仅供某县使用", "【样稿】勿外传"]
)
def test_a_watermark_is_found_wherever_it_stands(mark: str):
    text = marked(mark)
    spans = find_watermarks(text, load_model())
    left = "".join(
        text[a:b]
        for a, b in zip([0, *(b for _, b in spans)], [*(a for a, _ in spans), len(text)], strict=True)
    )
    assert left == PLAIN


def test_it_is_furniture_and_nothing_is_lost():
    source = join_files([("a.txt", marked("内部资料注意保存").encode())])
    layout = lay_out(source, load_model())
    marks = [one for one in layout.asides if one.rule == "watermark"]
    assert [source.text[one.raw_start : one.raw_end] for one in marks] == ["内部资料注意保存"] * len(PLACES)
    assert "内部资料注意保存" in reading_text(source, layout).text


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN * 4,
        "".join(
            f"支持种业振兴行动第{n}批项目建设，推进种业振兴行动落地，完善种业振兴行动机制。\n"
            for n in range(6)
        ),
        "".join(f"由■■■■、■■■■牵头，第{n}批企业和■■■■配合。\n" for n in range(6)),
        "".join(f"由[REDACTED]、第{n}批企业和[REDACTED]、各乡镇配合。\n" for n in range(6)),
    ],
)
def test_what_a_text_repeats_stays(text: str):
    assert find_watermarks(text, load_model()) == []


def test_a_cell_that_comes_again_is_no_watermark():
    acts = [
        "建设现代粮仓",
        "改造老旧小区",
        "新修农村公路",
        "推广节水灌溉",
        "建设区域医疗",
        "完善社区养老",
        "整治城乡水环",
        "推进垃圾分类",
        "开展职业技能",
        "发展乡村旅游",
        "保护历史文化",
        "建设智慧停车",
        "提升应急救援",
        "扩大公共文化",
        "优化营商环境",
        "加强耕地质量",
    ]
    rows = zip(acts * 2, acts[3:] * 2, acts[5:] * 2, strict=False)
    assert find_watermarks("".join("\t".join(row) + "\n" for row in rows), load_model()) == []
