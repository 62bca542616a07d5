"""Titles of documents over several lines, and what stands above and below them; all are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.outline.document_titles import ends_as_title, is_whole_title
from tests.unit.outline.outline_texts import headings, outline_of

BODY = "为进一步做好有关工作，结合实际，现就有关事项通知如下，请结合实际认真贯彻执行，切实抓好落实。"
TITLES = (
    "关于青山县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告",
    "青山县人民政府办公室关于印发《青山县森林防火应急预案》的通知",
    "青山县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
)


@given(st.sampled_from(TITLES), st.data())
def test_a_title_is_whole_wherever_its_lines_end(title: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(4, len(title) - 4))
    # No line begins with a digit, which would count it, or within a number.
    if title[cut].isdigit() or title[cut] in "年〇》一二三四五十个和" or title[cut - 1] in "《第":
        return
    text = f"{title[:cut]}\n{title[cut:]}\n青政发〔2024〕3号\n各乡镇人民政府：\n{BODY}\n一、要求\n{BODY}\n"
    assert outline_of(text).head.title == title


@pytest.mark.parametrize(
    ("above", "number"),
    [
        (("青山县林业局",), "青林字〔2024〕第3号    签发人：黄某"),
        (("特急", "青山县林业局文件"), "青林字第118号"),
        (("青山县林业局", "会 议 纪 要"), "〔2024〕17号"),
        (("青山县革命委员会文件",), "（79）青革字第83号"),
    ],
)
def test_letterhead_and_number_are_no_part_of_the_title(above: tuple[str, ...], number: str) -> None:
    title = "关于做好森林防火工作的会议纪要"
    text = "\n".join([*above, number, title, BODY, "一、要求", BODY]) + "\n"
    head = outline_of(text).head
    assert head.title == title
    assert head.document_number == number.split("    ", maxsplit=1)[0]


def test_what_is_said_of_a_document_between_number_and_title() -> None:
    text = f"青山县教育局\n青教提字〔2024〕9号\n办理结果：B类\n关于第0127号提案的答复\n吴某委员：\n{BODY}\n"
    head = outline_of(text).head
    assert (head.title, head.addressees) == ("关于第0127号提案的答复", ("吴某委员",))


@pytest.mark.parametrize("below", ["市长　张某", "（2024年4月11日）", "某市统计局  国家统计局某调查队"])
def test_a_speech_may_be_named_by_its_occasion_alone(below: str) -> None:
    text = f"在全市经济工作会议上的讲话\n{below}\n{BODY}\n一、要求\n{BODY}\n"
    assert outline_of(text).head.title == "在全市经济工作会议上的讲话"


def test_the_mark_of_a_note_is_no_part_of_a_title() -> None:
    text = (
        f"青山县2023年国民经济和社会发展统计公报[1]\n青山县统计局\n2024年3月28日\n{BODY}\n一、综合\n{BODY}\n"
    )
    assert outline_of(text).head.title == "青山县2023年国民经济和社会发展统计公报"


def test_what_a_title_is_about_may_end_as_titles_do() -> None:
    part, whole = "关于青山县2024年国民经济和社会发展计划", "关于青山县2024年国民经济和社会发展计划的报告"
    assert ends_as_title(part)
    assert not is_whole_title(part)
    assert is_whole_title(whole)
    assert is_whole_title("青山县2024年国民经济和社会发展计划")
    assert not is_whole_title("关于印发《青山县森林防火应急预案")


def test_a_dispatch_in_the_midst_of_a_file_is_a_document_of_its_own() -> None:
    text = (
        f"青山县河长制考核办法\n第一条 考核每年组织一次。\n第二条 本办法自公布之日起施行。\n"
        f"青山县人民政府关于做好森林防火工作的通知\n青政办发〔2023〕2号\n各乡镇人民政府：\n{BODY}\n"
        f"一、严格管控火源\n{BODY}\n二、加强值守\n{BODY}\n"
    )
    outline = outline_of(text)
    assert ("A1", "", "青山县人民政府关于做好森林防火工作的通知") in headings(outline)
    assert ("A1.2", "二、", "加强值守") in headings(outline)


def test_short_headings_where_others_are() -> None:
    text = "\n".join(
        ["青山县环境公报", BODY, "大气环境", BODY, "水环境", BODY, "环境监管", BODY, "结语", BODY]
    )
    assert [title for _, _, title in headings(outline_of(text)) if title] == [
        "大气环境",
        "水环境",
        "环境监管",
        "结语",
    ]


def test_a_wording_that_amends_a_law_is_no_heading() -> None:
    text = (
        "关于修改《青山县水条例》的决定\n"
        "一、将第三条修改为：“县级人民政府应当加强领导。”\n"
        "二、增加一条，作为第九条：“取用地下水应当符合要求。不得新增取水。”\n"
        "三、将第十八条改为第十九条，修改为：“取水单位应当安装计量设施。”\n"
    )
    assert [title for _, _, title in headings(outline_of(text)) if title] == []
