"""Page furniture is set aside by its form, and nothing else is."""

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.contents import find_contents
from gangyao.layout.furniture.find import is_furniture
from gangyao.layout.furniture.page_numbers import find_page_numbers
from gangyao.layout.furniture.running_heads import find_running_heads


@pytest.mark.parametrize(
    "text",
    [
        "11要聞",
        "【字体：大 中 小】 打印 分享",
        "字体：[大 中 小] 打印本页 关闭窗口",
        "要闻 3",
        "第4版",
        "（上接第十版）",
        "（下转第五版）",
        "(紧接第2版)",
        "本版责编：张三 李四",
        "责任编辑：王五",
        "— 12 —",
        "- 3 -",
        "第 3 页 共 20 页",
        "3/20",
        "某某日报 2021年10月21日 星期四",
        "新华社北京10月20日电",
        "（新华社发）",
        "<!-- end -->",
        "----------",
        "编辑/王小明",
        "责编 王小明｜校对 张丽",
        "2024.3.5 星期二 责编：王小明",
        "▶下转第三版",
        "（接上页）",
        "（下页继续）",
        "（未完待续）",
        "续表",
        "（续表1）",
        "（表2-1续）",
        "（此页无正文）",
        "\\newpage",
        "\\clearpage",
        "附件：某市养老服务规划.pdf（1.2MB）",
        "国内统一连续出版物号 CN 11-0065",
        "邮发代号：1-1",
        "新闻热线：010-12345678",
        "某某日报社出版",
        "<page_number>3</page_number>",
        "<header>某某市人民政府公报</header>",
    ],
)
def test_furniture(text):
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "第一章 总则",
        "统筹设计城市风貌",
        "手机",
        "大 中 小",
        "责任落实",
        "一、综合施策",
        "11个重点任务",
        "2021年10月21日",
        "经济发展",
        "执行主体责任",
        "编辑出版一批志书",
        "设计 建造 运营一体化",
        "今日中国",
        "新闻热线",
        "转下页内容",
        "零售业",
        "（一）生态优先",
        "国发〔2019〕5号",
        "提高服务水平。（见第三版）",
    ],
)
def test_text_is_no_furniture(text):
    assert not is_furniture(text)


def test_bare_numbers_a_page_apart_that_count_up_are_page_numbers():
    page = ["推进乡村建设，改善人居环境，完善基础设施。" * 16]
    texts = [*page, "3", *page, "4", *page, "", "5", *page]
    assert [texts[i] for i, flag in enumerate(find_page_numbers(texts)) if flag] == ["3", "4", "5"]


def test_the_numbers_of_a_table_are_no_page_numbers():
    texts = [cell for row in range(1, 9) for cell in (str(row), "森林覆盖率", "百分比")]
    assert not any(find_page_numbers(texts))


def test_a_line_that_every_page_repeats_beside_its_number_is_a_running_head():
    texts = [
        line
        for page in range(1, 5)
        for line in ("某市国土空间规划", "加强保护。", "各位代表！", f"— {page} —")
    ]
    furniture = [text.startswith("—") for text in texts]
    heads = {
        text
        for text, flag in zip(texts, find_running_heads(texts, furniture, load_model()), strict=True)
        if flag
    }
    assert heads == {"某市国土空间规划"}


def test_a_head_above_the_number_of_each_page_is_no_title_on_the_first_one():
    texts = [
        line
        for page, text in enumerate(["为了加强水源保护，制定", "本条例。保护水源的活动，", "适用本条例。"], 1)
        for line in ("某省人民代表大会常务委员会公报", f"第 {page} 页", text)
    ]
    furniture = [text.startswith("第") for text in texts]
    flags = find_running_heads(texts, furniture, load_model())
    assert [index for index, flag in enumerate(flags) if flag] == [0, 3, 6]


def test_a_drawn_rule_is_furniture_however_long():
    assert [is_furniture(text) for text in ("-" * 88 + " " + "-" * 14, "— — —", "--")] == [True, True, False]


HEADINGS = ["第一章 发展基础", "第二章 总体要求", "第三章 重点任务", "第四章 保障措施"]
TEXT = "加强流域综合治理，完善河湖长制，推进重点河段水环境整治，改善城乡人居环境。"


@pytest.mark.parametrize("suffix", ["", " 3", "........3", "…… 12"])
def test_a_table_of_contents_ends_before_what_it_does_not_list(suffix):
    head = ["关于印发规划的通知", "某政发〔2021〕3号", "各区人民政府：", TEXT]
    texts = ["规划", "目 录", *(title + suffix for title in HEADINGS), *head]
    texts += [line for title in HEADINGS for line in (title, TEXT)]
    assert [i for i, flag in enumerate(find_contents(texts)) if flag] == [1, 2, 3, 4, 5]


def test_a_contents_list_before_a_foreword_and_run_in_titles():
    titles = ["（一）完善机制", "（二）加大投入", "（三）强化考核"]
    texts = ["目录", *titles, TEXT * 3, *(f"{title}。{TEXT}" for title in titles)]
    assert [i for i, flag in enumerate(find_contents(texts)) if flag] == [0, 1, 2, 3]


def test_a_number_alone_among_entries_does_not_end_the_table() -> None:
    chapters = ["第一章 总体要求", "第二章 主要任务", "第三章 保障措施", "第四章 附则"]
    texts = ["目录", "12", *chapters, chapters[0], "加快建设城市公园，完善绿道体系。" * 5, *chapters[1:]]
    assert [i for i, flag in enumerate(find_contents(texts)) if flag] == [0, 1, 2, 3, 4, 5]


def test_contents_in_english():
    lines = ["CONTENTS", "Chapter 1 Overview ........ 1", "Chapter 2 Tasks ........ 5", "第一章 概述"]
    assert find_contents(lines) == [True, True, True, False]
