import pytest

from gangyao.layout.furniture.described import find_described

SAID = "工作人员引导群众，应在5个工作日内办结"


@pytest.mark.parametrize(
    "line",
    [
        f"[图片：{SAID}]", f"【图片内容：{SAID}。】", f"（图片描述：{SAID}）", "[印章：某市人民政府]",
        "（此处有印章：某市人民政府）", "[空白页]", "[无法辨认]", f"图片描述：{SAID}。",
        f"**图片说明**：{SAID}。",
        "[Image: a flow chart with 5 steps]", f"<image_description>{SAID}</image_description>",
        "[页眉：某市规划]",
        "Image description: a bar chart with 5 bars",
    ],
)  # fmt: skip
def test_what_a_program_says_of_a_picture_is_no_text(line):
    assert find_described(["推行线上申请。", line, "设置绿色通道。"]) == [False, True, False]


@pytest.mark.parametrize(
    "line",
    [
        "【标识】", "[2024]5号", "（图1 略）", "（责任单位：市图书馆）", "图片展览3场，由市文化馆承办。",
        "【图解】一图读懂", "[一] 总体要求", "（照片展示工作要落实到位）", "Description of works",
    ],
)  # fmt: skip
def test_other_brackets_and_labels_are_text(line):
    assert find_described(["推行线上申请。", line, "设置绿色通道。"]) == [False, False, False]


def test_elements_and_drawings_end_where_they_are_closed():
    drawn = ["```mermaid", "graph TD", "A[申请] --> B[受理]", "```", "设置绿色通道。"]
    assert find_described(drawn) == [True, True, True, True, False]
    assert find_described(["<figure>", "图中应有5人", "", "</figure>", "正文。"]) == [
        True,
        True,
        False,
        True,
        False,
    ]
    assert find_described(["[图表数据]", "甲,5,6", "[/图表数据]", "正文。"]) == [True, True, True, False]
    assert not any(find_described(["<figure>", "图中应有5人", "正文。"]))
    assert not any(find_described(["<figure>", "<table>", "</table>", "</figure>"]))


def test_a_label_in_english_takes_the_english_below_it():
    assert find_described(["# Description:", "", "The image shows a map.", "正文。"]) == [
        True,
        False,
        True,
        False,
    ]
    assert not any(find_described(["# Description:", "正文。"]))
