"""Marks that count pages in forms of their own; labels of items and rows of tables are none."""

from __future__ import annotations

import pytest

from gangyao.layout.furniture.find import is_furniture
from gangyao.layout.furniture.page_marks import says_page
from gangyao.layout.furniture.recurring_marks import find_recurring_marks

PROSE = "加快推进城乡建设，完善公共服务。"


@pytest.mark.parametrize("form", ["=§=", "〈§〉", "<|p_§|>", "..§..", "**§**", "[scan §]", "#§", "——§——"])
def test_a_form_that_comes_again_with_the_next_number_counts_pages(form: str) -> None:
    texts = [PROSE, form.replace("§", "4"), PROSE, "", form.replace("§", "5"), PROSE]
    assert find_recurring_marks(texts) == [False, True, False, False, True, False]


@pytest.mark.parametrize(
    "texts",
    [
        [PROSE, "1.", PROSE, "2.", PROSE],
        [PROSE, "（1）", PROSE, "（2）", PROSE],
        [PROSE, "=4=", PROSE, "=9=", PROSE],
        ["任务", "<1>", "单位", "<2>", "时限"],
        [PROSE, "=4=", PROSE],
    ],
)
def test_labels_and_cells_count_no_pages(texts: list[str]) -> None:
    assert not any(find_recurring_marks(texts))


@pytest.mark.parametrize(
    "text", ["Pg. 7", "Page | 2", "第4页（共12页）", "[OCR page 6]", "<page>6</page>", "页码：3"]
)
def test_a_line_may_say_that_it_is_a_page(text: str) -> None:
    assert says_page(text)


@pytest.mark.parametrize("text", ["第三页", "共建共享12个", "PPP项目2个", "一页纸承诺1份", "no. 3"])
def test_other_lines_say_no_page(text: str) -> None:
    assert not says_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "分节符(下一页)",
        "----------分页符----------",
        "扫描全能王 创建",
        "以上就是图片中的全部文字内容。",
        "（识别完毕）",
        "*以上文本根据图片内容逐字识别。*",
        "网站支持IPv6",
        "#某县发布# #森林防火#",
        "（完）",
        "[TOC]",
    ],
)
def test_programs_and_sites_speak_in_lines_of_their_own(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text", ["本市推进人工智能生成内容标识", "以下任务由县工信局牵头", "识别结果", "政策咨询", "提升识别能力"]
)
def test_headings_and_items_are_no_remarks(text: str) -> None:
    assert not is_furniture(text)
