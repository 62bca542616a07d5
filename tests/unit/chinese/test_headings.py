"""The grammar of headings on single lines."""

from __future__ import annotations

import pytest

from gangyao.chinese.heading_labels import MAYBE_HEADING
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.numerals import read_number

NUMBERED = [
    ("第一篇 总体要求", "part", (1,), "总体要求"),
    ("第二部分 重点任务", "part", (2,), "重点任务"),
    ("第十二章　推进规划实施", "chapter", (12,), "推进规划实施"),
    ("第 三 章 优化布局", "chapter", (3,), "优化布局"),
    ("第三節 塑造環境", "section", (3,), "塑造環境"),
    ("第1章 总则", "chapter", (1,), "总则"),
    ("第１２章　附则", "chapter", (12,), "附则"),
    ("第十二章推进规划实施", "chapter", (12,), "推进规划实施"),
    ("第四章 格局构建：筑牢生态屏障", "chapter", (4,), "格局构建：筑牢生态屏障"),
    ("第三条 立法目的", "article", (3,), "立法目的"),
    ("一、总体要求", "chinese", (1,), "总体要求"),
    ("一、2024年工作回顾", "chinese", (1,), "2024年工作回顾"),
    ("十一．保障措施", "chinese", (11,), "保障措施"),
    ("（一）指导思想", "chinese_bracket", (1,), "指导思想"),
    ("(二十一)加强督查", "chinese_bracket", (21,), "加强督查"),
    ("（ 三 ）基本原则", "chinese_bracket", (3,), "基本原则"),
    ("㈣工作目标", "chinese_bracket", (4,), "工作目标"),
    ("〈二〉建设桥梁", "chinese_bracket", (2,), "建设桥梁"),
    ("1.拓展市场", "arabic", (1,), "拓展市场"),
    ("１．拓展市场", "arabic", (1,), "拓展市场"),
    ("2、完善机制", "arabic", (2,), "完善机制"),
    ("⒒完善机制", "arabic", (11,), "完善机制"),
    ("（56）加强党的领导", "arabic_bracket", (56,), "加强党的领导"),
    ("3）建设平台", "arabic_bracket", (3,), "建设平台"),
    ("⑵建设平台", "arabic_bracket", (2,), "建设平台"),
    ("③建设平台", "circled", (3,), "建设平台"),
    ("1.1 编制目的", "dotted", (1, 1), "编制目的"),
    ("2.1.3适用范围", "dotted", (2, 1, 3), "适用范围"),
    ("附件1 任务分工表", "annex", (1,), "任务分工表"),
    ("附件2", "annex", (2,), ""),
    ("第五，改善人民生活", "ordinal", (5,), "改善人民生活"),
    ("二是加快转型发展", "ordinal", (2,), "加快转型发展"),
    ("## 第一章 总则", "chapter", (1,), "总则"),
    ("三", "chinese", (3,), ""),
]


@pytest.mark.parametrize(("line", "family", "numbers", "title"), NUMBERED)
def test_numbered_headings(line: str, family: str, numbers: tuple[int, ...], title: str) -> None:
    heading = parse_heading(line)
    assert heading is not None
    assert (heading.family, heading.numbers, heading.title) == (family, numbers, title)
    assert line[heading.label_start : heading.label_end] == heading.label
    assert line[heading.title_start : heading.title_end] == title
    assert heading.body_start is None


@pytest.mark.parametrize(
    ("line", "label", "title", "body"),
    [
        ("（一）总体要求。以改革为动力，推进发展。", "（一）", "总体要求", "以改革为动力，推进发展。"),
        ("1.监督组。负责监督。", "1.", "监督组", "负责监督。"),
        ("一、“双随机、一公开”监管。要落实责任。", "一、", "“双随机、一公开”监管", "要落实责任。"),
        ("（二）知识产权方面：强化保护，优化服务。", "（二）", "知识产权方面", "强化保护，优化服务。"),
        ("第一条 为了加强管理，制定本法。", "第一条", "", "为了加强管理，制定本法。"),
        ("第七条　【适用】本办法适用于全市。", "第七条", "", "【适用】本办法适用于全市。"),
    ],
)
def test_a_run_in_heading_is_split(line: str, label: str, title: str, body: str) -> None:
    heading = parse_heading(line)
    assert heading is not None
    assert heading.body_start is not None
    assert (heading.label, heading.title, line[heading.body_start :]) == (label, title, body)


def test_a_numbered_paragraph_without_a_title_has_none() -> None:
    line = (
        "（三）"
        + "从事内容创作生产传播的公司，可以设立总编辑或者艺术总监等专门岗位，" * 3
        + "设立办法另行制定。"
    )
    heading = parse_heading(line)
    assert heading is not None
    assert heading.title == ""
    assert heading.body_start == 3


@pytest.mark.parametrize(
    "line",
    [
        "一是坚持改革；二是扩大开放。",
        "第一，全国动员，大办农业。",
        "第五条规定的程序，由市人民政府制定。",
        "第三章所列事项",
        "2.5%左右的增长",
        "2.5万人",
        "120、110等服务范围",
        "一、二、三产业融合发展",
        "二、三线城市",
        "2021年9月",
        "二〇二五年三月",
        "三中全会指出",
        "十年来，我们砥砺前行。",
        "第一次全体会议",
        "（草案）",
        "（2021年—2035年）",
        "附件：1.任务分工表",
        "一个国家、两种制度",
        "前言中提到的任务",
        "",
    ],
)
def test_sentences_figures_and_dates_are_no_headings(line: str) -> None:
    assert parse_heading(line) is None


@pytest.mark.parametrize("line", ["前言", "前  言", "总　则", "结语", "附则", "注释："])
def test_known_names_are_headings_without_number(line: str) -> None:
    heading = parse_heading(line)
    assert heading is not None
    assert (heading.family, heading.label, heading.number) == ("named", "", None)
    assert heading.title == line.rstrip("：")


def test_a_line_of_a_table_of_contents_is_told() -> None:
    heading = parse_heading("第二章 规划愿景与目标 .............................. 7")
    assert heading is not None
    assert heading.has_leader
    assert heading.title == "规划愿景与目标"


@pytest.mark.parametrize("line", [line for line, *_ in NUMBERED])
def test_the_quick_look_lets_every_heading_pass(line: str) -> None:
    assert MAYBE_HEADING.match(line)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("三十二", 32),
        ("一百零八", 108),
        ("一百二十", 120),
        ("廿三", 23),
        ("二〇二五", 2025),
        ("１２", 12),
        ("十 二", 12),
        ("⑫", 12),
        ("十十", None),
        ("章", None),
        ("", None),
    ],
)
def test_numbers(text: str, number: int | None) -> None:
    assert read_number(text) == number


def test_a_sentence_before_a_note_is_no_title() -> None:
    told = parse_heading("（3）鼓励东镇、西镇共建渔港，支持南镇先行先试。（责任单位：市渔业局）")
    assert told is not None
    assert (told.title, told.body_start) == ("", 3)
    titled = parse_heading("（3）建设渔港。（责任单位：市渔业局）")
    assert titled is not None
    assert titled.title == "建设渔港"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("（1）市应急局迅速汇总灾情，组织评估。集结队伍。", ""),
        ("（二）各有关单位要完善制度。开展培训。", ""),
        ("（三）城投公司按照职责分工建设泵站。改造管网。", ""),
        ("（一）加强部门统筹协调。各部门要配合。", "加强部门统筹协调"),
        ("（二）压实单位负责人责任。逐级落实。", "压实单位负责人责任"),
        ("（三）市场监管体系。完善制度。", "市场监管体系"),
    ],
)
def test_a_sentence_that_says_who_acts_is_no_title(line: str, title: str) -> None:
    heading = parse_heading(line)
    assert heading is not None
    assert heading.title == title


def test_an_arrow_is_no_mark_of_a_heading():
    assert parse_heading("==> 图4 总体架构 <==") is None
    heading = parse_heading("== 总体架构 ==")
    assert heading is not None
    assert heading.markdown_depth == 2


def test_a_sentence_that_a_file_marks_as_a_heading_is_none() -> None:
    assert parse_heading("## 到2027年，建成高标准农田12万亩，粮食产能稳定在45万吨以上。") is None
    assert parse_heading("## 支持国有企业收购存量住房用作租赁住房。") is None
    for title in (
        "## 加强领导，压实责任。",
        "## 关于加快推进现代农业产业园建设的若干政策措施（试行）。",
        "## 目标",
    ):
        heading = parse_heading(title)
        assert heading is not None
        assert heading.family == "markdown"
