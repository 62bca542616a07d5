"""Lines that links, written-out line ends and pages' ends broke, and lines in English."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.chinese.detect_script import is_mostly_latin
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.stage import lay_out


def blocks(text):
    source = join_files([("a.txt", text.encode())])
    layout = lay_out(source, load_model())
    read = reading_text(source, layout)
    found = read.text
    for aside in sorted(read.asides, key=lambda one: -one.raw_start):
        printed = source.text[aside.raw_start : aside.raw_end]
        found = found.replace(printed, "", 1) if printed in found else found
    return found.split("\n")


def test_a_sentence_broken_round_its_links_is_one_line():
    lines = [
        "一、工作回顾",
        "深入实施",
        "乡村振兴战略",
        "，落实《",
        "粮食安全保障法",
        "》和",
        "省委一号文件",
        "要求，粮食产量再创新高。",
        "二、工作安排",
        "建设高标准农田10万亩。",
        "某县人民政府",
        "2025年1月8日",
    ]
    assert blocks("\n".join(lines)) == [lines[0], "".join(lines[1:8]), *lines[8:]]


def test_names_of_documents_alone_on_their_lines_are_links():
    lines = [
        "某区关于促进就业的通知",
        "根据",
        "《就业促进法》",
        "和",
        "《省就业条例》",
        "，结合我区实际，通知如下：",
        "一、强化服务。",
    ]
    assert blocks("\n".join(lines)) == [lines[0], "".join(lines[1:6]), lines[6]]


def test_titles_are_no_links():
    lines = [
        "一、总体要求",
        "指导思想",
        "坚持绿色发展，推进生态建设。",
        "主要目标",
        "到2030年，建成公园50个。",
    ]
    assert blocks("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "line_end",
    [
        "\\n", "\\r\\n", "<br>", "<br/>", "<BR />", "\\n\\u3000\\u3000", "<br>&nbsp;&nbsp;",
        '</p><p style="text-indent: 2em;">', "</strong></p><p><br/></p><p><strong>", "</div>\n<div>",
    ],
)  # fmt: skip
def test_a_written_out_line_end_ends_a_line(line_end):
    lines = ["某县林业发展方案", "一、发展目标", "森林覆盖率达到52%。", "二、主要任务", "造林2万亩。"]
    assert blocks(line_end.join(lines)) == lines


def test_a_marker_of_a_workbook_ends_a_line():
    assert blocks("一、目标_x000D_\n造林2万亩。_x000D_二、任务\r\n修路3公里。_x000D_\r\n") == [
        "一、目标",
        "造林2万亩。",
        "二、任务",
        "修路3公里。",
    ]


def test_the_number_of_a_paragraph_on_a_line_of_its_own():
    items = ["市旅文局要会同市公安局开展检查，严禁无证揽客。", "改造厕所26座，清理乱搭乱建60处。"]
    text = "\n\n".join(["二、", "整治任务", "1.", items[0], "2.", items[1]])
    assert blocks(text)[1:] == ["整治任务", f"1.{items[0]}", f"2.{items[1]}"]
    cells = ["序号", "任务", "1.", "新建公园3个。", "2.", "改造道路5条。"]
    assert blocks("\n".join(cells)) == cells


def test_emphasis_within_a_line_does_not_end_it():
    assert len(blocks("坚持<b>绿色</b>发展，建设<span>公园</span>。")) == 1


def test_a_command_of_latex_is_no_line_end():
    assert len(blocks("系数为\\nu，温度为\\times。")) == 1


@pytest.mark.parametrize("between", ["\u200b\n", "\n"])
def test_a_word_that_the_end_of_a_page_parts(between):
    first = "坚持稳中求进工作总基调，经济保持平稳增长，新型城镇化水平稳步提"
    second = "升，城镇新增就业8万人。"
    assert blocks(f"一、目标\n{first}\n{between}{second}\n二、任务\n") == [
        "一、目标",
        first + second,
        "二、任务",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Notice of the People's Government", True),
        ("I. General Requirements 一、总体要求", True),
        ("建设5G基站和PM2.5监测网络", False),
        ("GDP", False),
    ],
)
def test_lines_in_english(text, expected):
    assert is_mostly_latin(text) == expected
