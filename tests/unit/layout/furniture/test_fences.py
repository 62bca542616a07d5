"""Fences round a text are set aside, and a model's remarks outside of them; nothing that may be the text."""

import pytest

from gangyao.layout.contents import find_contents
from gangyao.layout.furniture.fences import find_fences
from gangyao.layout.furniture.find import is_furniture
from gangyao.layout.tables.tabs import tab_tables
from gangyao.markup.latex_heads import without_latex_marks

BODY = [
    "# 某县实施意见",
    "",
    "## 一、目标",
    "到2026年，公众覆盖率达到98%，建成区域自动站30个，完善预警发布机制。",
]


def test_entries_of_contents_with_the_fields_that_made_them() -> None:
    lines = [
        "第一章 总则",
        'HYPERLINK \\l "_Toc1" 第二章 任务',
        "第三章 保障 PAGEREF _Toc3 \\h 9",
        "依据 REF _Ref1 \\h",
    ]
    assert find_contents(lines) == [False, True, True, False]


def flagged(texts: list[str]) -> list[str]:
    return [text for text, flag in zip(texts, find_fences(texts), strict=True) if flag]


def test_a_remark_before_and_after_the_fences_is_no_text() -> None:
    texts = ["以下是图片中的文字：", "", "```markdown", *BODY, "```", "", "需要整理表格请告诉我。"]
    assert flagged(texts) == ["以下是图片中的文字：", "```markdown", "```", "需要整理表格请告诉我。"]


@pytest.mark.parametrize(
    "line",
    [
        "好的，以下是图片中的文字内容：",
        "图片文字提取如下：",
        "OCR识别结果：",
        "以下是圖片中的文字內容。",
        "当然！这是截图里的文本：",
    ],
)
def test_a_first_line_that_announces_what_was_read_is_no_text(line: str) -> None:
    assert flagged([line, "", *BODY]) == [line]


@pytest.mark.parametrize(
    "line", ["图片识别系统建设内容", "某市图片档案管理办法", "规范图片使用，公开内容：", "关于识别结果"]
)
def test_a_first_line_of_the_text_stays(line: str) -> None:
    assert flagged([line, "", *BODY]) == []


def test_pictures_with_a_size_are_furniture() -> None:
    assert is_furniture('![](media/image1.png){width="5.76in" height="3.2in"}')
    assert is_furniture('![](media/image1.png){width="5.76in"')
    assert is_furniture('height="3.2in"}')


def test_contents_with_fields_and_tabs_are_no_table() -> None:
    text = "1\t总则\t PAGEREF _Toc1 \\h 3\n2\t任务\t PAGEREF _Toc2 \\h 5\n3\t保障\t PAGEREF _Toc3 \\h 9\n"
    assert tab_tables(text) == []


def test_what_a_model_thought_is_no_text() -> None:
    assert flagged(["", "<think>先转录。", "再核对。</think>", "", *BODY]) == [
        "<think>先转录。",
        "再核对。</think>",
    ]
    assert flagged(["<think>先转录。", *BODY]) == []


def test_what_a_model_says_to_its_reader_is_no_text() -> None:
    said = "以上内容已按原文版式整理，如需继续识别下一页请告诉我。"
    assert flagged(["```", "建设驿站20个。", "```", said])[-1] == said
    assert flagged([*BODY, "如果您需要我继续识别，请随时告诉我。"]) == [
        "如果您需要我继续识别，请随时告诉我。"
    ]
    for text in ("以上内容整理自调研报告，请各单位认真落实。", "如有问题，请及时告知县水务局。"):
        assert flagged([*BODY, text]) == []


def test_a_fence_alone_is_set_aside() -> None:
    assert flagged(["```", *BODY]) == ["```"]


def test_a_dispatch_with_a_fenced_part_stays() -> None:
    for before, after in (
        (["某县人民政府文件"], []),
        ([], ["某县人民政府", "2025年3月1日"]),
        (["甲。", "乙。", "丙。"], []),
        (["各乡镇要落实责任，完善机制，加强督查，确保各项任务按期完成，及时报告进展情况。"], []),
    ):
        assert flagged([*before, "```", *BODY, "```", *after]) == ["```", "```"]


def test_frames_of_latex_and_remarks_on_a_draft_are_furniture() -> None:
    frames = ("\\begin{itemize}", "\\end{enumerate}", "\\title{", "}", "\\maketitle", "批注 [张1]: 请核实")
    assert all(map(is_furniture, frames))
    assert not any(map(is_furniture, ("\\begin{foo}", "批注：请核实", "\\section{总则}")))


def test_lines_of_latex_are_laid_out_as_those_of_markdown() -> None:
    assert without_latex_marks("\\section*{一、总则}") == "## 一、总则"
    assert without_latex_marks("\\item 建设粮仓。") == "建设粮仓。"
    assert without_latex_marks("\\foo{一、总则}") == "\\foo{一、总则}"


def test_blocks_of_pandoc_and_struck_lines_are_furniture() -> None:
    assert all(map(is_furniture, ("::: {.center}", ":::", "::: note", "~~（三）建设粮仓。~~", "- ~~旧文~~")))
    assert not any(map(is_furniture, ("：：：", "~~旧~~新", "一:::二")))
