"""Section trees of invented documents: nesting, restarts, gaps, lists, attached documents."""

from __future__ import annotations

import pytest

from tests.unit.outline.outline_texts import headings, outline_of

BODY = "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升。"


def document(*lines: str) -> str:
    """Put a paragraph under every heading that ends with `+`."""
    return "\n".join(line[:-1] + "\n" + BODY if line.endswith("+") else line for line in lines)


def paths(*lines: str, title: str = "") -> list[str]:
    return [s.path for s in outline_of(document(*lines), title).sections]


def test_chapters_sections_and_items() -> None:
    found = paths(
        "第一篇 发展环境",
        "第一章 基础+",
        "第二章 形势",
        "第一节 机遇+",
        "第二节 挑战+",
        "第二篇 重点任务",
        "第三章 产业",
        "第一节 制造业",
        "一、装备+",
        "二、材料+",
    )
    assert found == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "2", "2.3", "2.3.1", "2.3.1.1", "2.3.1.2"]


def test_levels_of_the_customary_families() -> None:
    outline = outline_of(
        document("第一章 总则", "第一节 目的", "一、依据", "（一）法律", "1.条例+", "2.规章+", "（二）规划+")
    )
    assert [s.level for s in outline.sections] == [
        "chapter",
        "section",
        "item",
        "subitem",
        "point",
        "point",
        "subitem",
    ]
    assert [s.depth for s in outline.sections] == [1, 2, 3, 4, 5, 5, 4]
    assert outline.sections[4].parent_path == "1.1.1.1"


def test_a_family_may_be_the_top_in_one_document_and_deep_in_another() -> None:
    assert paths("1.范围+", "2.目标+", "（1）近期+", "（2）远期+") == ["1", "2", "2.1", "2.2"]
    assert paths("一、任务", "（一）产业", "1.范围+", "2.目标+", "（二）科技+") == [
        "1",
        "1.1",
        "1.1.1",
        "1.1.2",
        "1.2",
    ]


def test_an_inverted_order_is_seen_by_what_counts_on() -> None:
    found = paths(
        "（一）成就", "一、工业+", "二、农业+", "（二）问题", "一、投资+", "二、消费+", "（三）任务+"
    )
    assert found == ["1", "1.1", "1.2", "2", "2.1", "2.2", "3"]


def test_a_series_may_start_again_inside_itself() -> None:
    found = paths(
        "一、回顾+",
        "二、任务",
        "（一）要求+",
        "（二）目标",
        "一、速度+",
        "二、结构+",
        "三、科技+",
        "三、外交+",
    )
    assert found == ["1", "2", "2.1", "2.2", "2.2.1", "2.2.2", "2.2.3", "3"]


def test_numbers_that_run_through_the_parents() -> None:
    outline = outline_of(
        document("一、总则", "（一）依据+", "（二）范围+", "二、任务", "（三）产业+", "（四）科技+")
    )
    assert [s.path for s in outline.sections] == ["1", "1.1", "1.2", "2", "2.3", "2.4"]
    assert outline.doubts == ()


def test_dotted_numbers() -> None:
    found = headings(
        outline_of(
            document(
                "1 总则",
                "1.1 编制目的+",
                "1.2 适用范围+",
                "2 组织体系",
                "2.1 领导机构",
                "2.1.1 职责+",
                "2.2 办事机构+",
            )
        )
    )
    assert [path for path, _, _ in found] == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.2"]
    assert found[5] == ("2.1.1", "2.1.1", "职责")


def test_markdown_depth() -> None:
    outline = outline_of(document("# 市域规划", "", "## 发展目标+", "### 近期+", "## 空间布局+"), "市域规划")
    assert headings(outline)[1:] == [("1", "", "发展目标"), ("1.1", "", "近期"), ("2", "", "空间布局")]


def test_a_law() -> None:
    text = document(
        "## 第一章 总则",
        "第一条 为了加强管理，制定本条例。",
        "第二条 本条例所称规划，包括下列事项：",
        "（一）国土空间规划；",
        "（二）专项规划。",
        "## 第二章 附则",
        "第三条 本条例自公布之日起施行。",
    )
    outline = outline_of(text)
    assert headings(outline) == [
        ("1", "第一章", "总则"),
        ("1.1", "第一条", ""),
        ("1.2", "第二条", ""),
        ("2", "第二章", "附则"),
        ("2.3", "第三条", ""),
    ]
    assert [p.text for p in outline.paragraphs if p.section_path == "1.2"] == [
        "本条例所称规划，包括下列事项：",
        "（一）国土空间规划；",
        "（二）专项规划。",
    ]


def test_lines_without_number_above_a_count_that_starts_again() -> None:
    found = headings(
        outline_of(
            document(
                "政府工作报告",
                "上年工作回顾+",
                "（一）稳增长+",
                "（二）促改革+",
                "今年工作安排+",
                "（一）扩内需+",
                "（二）强产业+",
                "加强自身建设+",
            )
        )
    )
    assert found == [
        ("0", "", ""),
        ("1", "", "上年工作回顾"),
        ("1.1", "（一）", "稳增长"),
        ("1.2", "（二）", "促改革"),
        ("2", "", "今年工作安排"),
        ("2.1", "（一）", "扩内需"),
        ("2.2", "（二）", "强产业"),
        ("3", "", "加强自身建设"),
    ]


def test_known_names_stand_beside_the_chapters() -> None:
    found = paths("前言+", "第一章 基础+", "第一节 条件+", "第二章 任务+", "结语+")
    assert found == ["0a", "1", "1.1", "2", "2a"]


def test_a_preface_may_have_items_of_its_own() -> None:
    assert paths("总则", "一、依据+", "二、范围+", "第一章 任务", "一、产业+") == [
        "0a",
        "0a.1",
        "0a.2",
        "1",
        "1.1",
    ]


def test_an_unseen_parent_is_implied() -> None:
    outline = outline_of(document("第三节 消费环境+", "第八章 生态屏障", "第一节 共建共保+"))
    assert [(s.path, s.is_implied) for s in outline.sections] == [
        ("7", True),
        ("7.3", False),
        ("8", False),
        ("8.1", False),
    ]
    assert outline.doubts == ()


def test_a_lost_heading_between_two_is_implied() -> None:
    outline = outline_of(
        document(
            "第一章 基础",
            "第一节 条件+",
            "第二节 形势+",
            "第一节 要求+",
            "第二节 目标+",
            "第三章 任务",
            "第一节 产业+",
        )
    )
    assert [s.path for s in outline.sections] == ["1", "1.1", "1.2", "2", "2.1", "2.2", "3", "3.1"]
    assert [s.path for s in outline.sections if s.is_implied] == ["2"]


@pytest.mark.parametrize(
    ("lines", "found", "reason", "suggestion"),
    [
        (
            ["第一节 甲乙+", "第二节 丙丁+", "第二节 戊己+"],
            ["1", "2", "2-2"],
            "the number 2 occurs twice",
            "3",
        ),
        (["一、产业+", "二、科技+", "五、人才+"], ["1", "2", "5"], "the numbering jumps from 2 to 5", "3"),
        (
            ["一、产业+", "三、科技+", "二、人才+", "四、民生+"],
            ["1", "3", "2", "4"],
            "the numbering jumps from 1 to 3",
            "2",
        ),
    ],
)
def test_gaps_and_repeats_are_reported(
    lines: list[str], found: list[str], reason: str, suggestion: str
) -> None:
    text = document(*lines)
    outline = outline_of(text)
    assert [s.path for s in outline.sections] == found
    assert (outline.doubts[0].reason, outline.doubts[0].suggestion) == (reason, suggestion)
    assert text[outline.doubts[0].start : outline.doubts[0].end].strip()


def test_many_gaps_of_an_extract_are_told_once() -> None:
    numbers = ["五", "六", "九", "二十二", "二十五"]
    outline = outline_of(document(*(f"第{number}条 县人民政府应当加强管理。" for number in numbers)))
    assert [s.path for s in outline.sections if not s.is_implied] == ["5", "6", "9", "22", "25"]
    (doubt,) = outline.doubts
    assert doubt.reason.startswith("3 of 5 numbers do not go on")


def test_an_extract_may_be_pieced_together_of_two_passes() -> None:
    numbers = ["五", "九", "十二", "二十五", "六", "十一", "十九"]
    outline = outline_of(document(*(f"第{number}条 县人民政府应当加强管理。" for number in numbers)))
    assert len(outline.doubts) == 1


def test_numbers_that_fall_keep_their_doubts() -> None:
    outline = outline_of(document("一、产业+", "五、科技+", "三、人才+", "九、民生+"))
    assert len(outline.doubts) == 3


def test_list_items_are_no_headings() -> None:
    outline = outline_of(
        "一、范围\n下列事项适用本办法：\n（一）企业；\n（二）机构；\n（三）其他。\n二、依据\n1.《城乡规划法》\n2.《土地管理法》\n3.《森林法》\n三、期限\n"
        + BODY
    )
    assert [s.path for s in outline.sections] == ["1", "2", "3"]
    assert "1.《城乡规划法》" in [p.text for p in outline.paragraphs if p.section_path == "2"]


def test_the_entries_of_a_glossary_are_no_headings() -> None:
    outline = outline_of(
        document(
            "一、工作回顾+",
            "二、工作安排+",
            "名词解释",
            "1.两重：国家重大战略实施和重点领域安全能力建设。",
            "2.两新：大规模设备更新和消费品以旧换新。",
        )
    )
    assert [s.path for s in outline.sections] == ["1", "2", "2a"]


def test_numbered_paragraphs_without_titles_are_sections() -> None:
    long = "各级财政部门应当统筹相关专项资金，会同有关部门制定支持办法，明确范围和标准。使用情况应当公开。"
    outline = outline_of(f"一、关于资金\n（一）{long}\n（二）{long}\n二、关于土地\n（三）{long}")
    assert headings(outline) == [
        ("1", "一、", "关于资金"),
        ("1.1", "（一）", ""),
        ("1.2", "（二）", ""),
        ("2", "二、", "关于土地"),
        ("2.3", "（三）", ""),
    ]
    assert [p.text for p in outline.paragraphs] == [long] * 3


def test_a_title_on_the_next_line() -> None:
    outline = outline_of(document("第一章", "发展基础+", "第二章", "主要任务+"))
    assert headings(outline) == [("1", "第一章", "发展基础"), ("2", "第二章", "主要任务")]
    assert all(s.start is not None and s.end is not None for s in outline.sections)


def test_a_title_cut_in_two_lines() -> None:
    found = headings(
        outline_of(
            document(
                "一、工作回顾+",
                "二、工作安排+",
                "三、加快提升政府",
                "治理效能和服务水平+",
                "四、切实加强党的领导和",
                "党的建设+",
            )
        )
    )
    assert found[2:] == [
        ("3", "三、", "加快提升政府治理效能和服务水平"),
        ("4", "四、", "切实加强党的领导和党的建设"),
    ]


def test_run_in_titles() -> None:
    outline = outline_of(f"一、总体要求\n（一）指导思想。{BODY}\n（二）基本原则。{BODY}")
    assert headings(outline)[1:] == [("1.1", "（一）", "指导思想"), ("1.2", "（二）", "基本原则")]
    assert [p.text for p in outline.paragraphs] == [BODY, BODY]


def test_points_that_open_paragraphs_are_no_headings() -> None:
    outline = outline_of(f"一、任务\n一是稳增长。{BODY}\n二是促改革。{BODY}\n第三，惠民生。{BODY}")
    assert [s.path for s in outline.sections] == ["1"]
    assert len(outline.paragraphs) == 3


def test_table_lines_are_no_headings() -> None:
    outline = outline_of(document("一、任务+", "1.指标", "一、产业", "完成率", "二、保障+"), tables=[3, 4, 5])
    assert [s.path for s in outline.sections] == ["1", "2"]
    assert [p.text for p in outline.paragraphs if p.is_table] == ["1.指标", "一、产业", "完成率"]


def test_text_before_the_first_heading_is_section_zero() -> None:
    outline = outline_of(document(BODY, "一、任务+"))
    first = outline.sections[0]
    assert (first.path, first.is_implied, first.position, first.number) == ("0", True, 1, 0)
    assert [s.position for s in outline.sections] == [1, 2]


def test_an_empty_document() -> None:
    outline = outline_of("\n \n")
    assert outline.sections == ()
    assert outline.paragraphs == ()


def test_a_table_of_contents_without_dots_is_no_outline() -> None:
    contents = ["目录", "第一章 基础 1", "第二章 要求 3", "第一节 思想 3", "第二节 目标 5", "第三章 保障 9"]
    text = ["第一章 基础+", "第二章 要求", "第一节 思想+", "第二节 目标+", "第三章 保障+"]
    outline = outline_of(document("甲州市发展规划", *contents, *text), "甲州市发展规划")
    assert [s.path for s in outline.sections] == ["0", "1", "2", "2.1", "2.2", "3"]
    assert [p.text for p in outline.paragraphs if p.is_formal] == ["甲州市发展规划", *contents]


def test_a_heading_glued_to_the_paragraph_before_it() -> None:
    outline = outline_of(document("第一章 基础", BODY + "第二章 目标", BODY))
    assert headings(outline) == [("1", "第一章", "基础"), ("2", "第二章", "目标")]
    assert [p.text for p in outline.paragraphs] == [BODY, BODY]


def test_a_title_glued_to_its_paragraph_is_not_guessed() -> None:
    text = document("第一章 加强组织领导" + BODY * 2, "第二章 目标+")
    outline = outline_of(text)
    assert headings(outline) == [("1", "第一章", ""), ("2", "第二章", "目标")]
    assert [d.reason for d in outline.doubts] == ["the title runs into the paragraph"]


def test_a_known_name_may_be_the_title_below_a_label() -> None:
    outline = outline_of(document("第一章", "总则+", "第二章", "附则+"))
    assert headings(outline) == [("1", "第一章", "总则"), ("2", "第二章", "附则")]


def test_a_colon_may_divide_a_title_without_number() -> None:
    found = headings(
        outline_of(
            document("第一章 空间结构+", "一屏：山区生态屏障+", "多廊：多条生态廊道+", "主办单位：市园林局")
        )
    )
    assert found == [
        ("1", "第一章", "空间结构"),
        ("1.1", "", "一屏：山区生态屏障"),
        ("1.2", "", "多廊：多条生态廊道"),
    ]


def test_dotted_numbers_stand_below_the_last_chinese_number_too() -> None:
    text = "".join(
        f"{chinese}、任务{chinese}组\n{BODY}\n{number}.1 重点方向\n"
        f"{number}.1.1 具体安排。{BODY}\n{number}.1.2 其他安排。{BODY}\n"
        for chinese, number in (("八", 8), ("九", 9), ("十", 10))
    )
    outline = outline_of(text, "规划")
    assert [s.depth for s in outline.sections if not s.is_implied] == [1, 2, 3, 3] * 3


def test_a_mark_after_the_label_of_a_chapter() -> None:
    text = f"第一章、总体要求\n{BODY}\n第二章、重点任务\n{BODY}\n第三章、第四章规定的情形除外，{BODY}\n"
    assert [s.title for s in outline_of(text, "规划").sections] == ["总体要求", "重点任务"]


def test_notes_that_explain_words_are_no_headings() -> None:
    text = f"第一章 总则\n{BODY}\n① “三线”：指生态红线、耕地红线和城镇边界。\n第二章 附则\n{BODY}\n"
    assert [s.label for s in outline_of(text, "规划").sections] == ["第一章", "第二章"]


def test_formal_numerals_count_chapters() -> None:
    text = f"壹、前言\n{BODY}\n貳、總體情勢\n一、國際情勢\n{BODY}\n二、國內情勢\n{BODY}\n參、策略\n{BODY}\n"
    sections = outline_of(text, "計畫").sections
    assert [(s.number, s.depth, s.level) for s in sections] == [
        (1, 1, "chapter"),
        (2, 1, "chapter"),
        (1, 2, "item"),
        (2, 2, "item"),
        (3, 1, "chapter"),
    ]


def test_a_heading_over_a_list_of_short_sentences_stays_one() -> None:
    text = f"一、任务\n（一）国土绿化\n1.编制规划。\n2.开展植树。\n（二）保护体系\n{BODY}\n二、保障\n{BODY}\n"
    assert [s.label for s in outline_of(text, "规划").sections] == ["一、", "（一）", "（二）", "二、"]


def test_an_appendix_may_have_its_title_after_a_colon() -> None:
    text = f"第一部分 背景\n{BODY}\n第二部分 任务\n{BODY}\n附录：重大项目布局\n{BODY}\n"
    last = outline_of(text, "规划").sections[-1]
    assert (last.label, last.title, last.depth) == ("附录", "重大项目布局", 1)


def test_the_new_wording_of_a_provision_is_no_title() -> None:
    text = f"一、将第三条修改为：“环境保护坚持预防为主。”\n二、增加一条：“{BODY}\n“{BODY}”\n"
    text += f"三、将第五条修改为：“{BODY}”\n"
    assert [s.title for s in outline_of(text, "决定").sections] == ["", "", ""]


def test_the_paragraph_on_the_line_of_an_annex_is_a_paragraph() -> None:
    outline = outline_of(
        "第一章 总则\n" + BODY + "\n附件1.建设幼儿园。严格遵循规划，配套建设幼儿园。\n" + BODY
    )
    assert headings(outline)[-1] == ("A1", "附件1.", "建设幼儿园")
    last = [paragraph.text for paragraph in outline.paragraphs if paragraph.section_path == "A1"]
    assert last == ["严格遵循规划，配套建设幼儿园。", BODY]


def test_the_caption_below_the_title_of_an_annex_is_none_of_it() -> None:
    text = f"第一章 总则\n{BODY}\n附件1\n{{}}\n{BODY}\n"
    for title, caption in (("水利发展规划实施报告", "表1 主要指标"), ("重点项目", "图2-1水系图")):
        assert headings(outline_of(text.format(f"{title}\n{caption}")))[-1] == ("A1", "附件1", title)
    # Where it is all that there is, it is the title.
    assert headings(outline_of(text.format("表1 主要指标")))[-1] == ("A1", "附件1", "表1 主要指标")


def test_a_number_before_a_time_is_no_decimal() -> None:
    times = "1.3月底前查清水库。\n2.6月底前建成泵站，开展演练。\n3.2026年修复堤防。\n4.12月15日前报送总结。"
    outline = outline_of(f"一、重点工作\n{times}\n二、工作要求\n1.落实责任。{BODY}\n2.加强督查。{BODY}")
    assert headings(outline) == [
        ("1", "一、", "重点工作"),
        ("2", "二、", "工作要求"),
        ("2.1", "1.", "落实责任"),
        ("2.2", "2.", "加强督查"),
    ]
    assert "\n".join(p.text for p in outline.paragraphs[:4]) == times


def test_a_sentence_with_a_comma_and_nothing_under_it_is_text_among_titles() -> None:
    outline = outline_of(
        f"一、支出重点\n1.支持教育。{BODY}\n2.压减一般性支出，过紧日子。\n3.兜牢底线。{BODY}\n二、保障措施\n{BODY}"
    )
    assert headings(outline)[1:4] == [("1.1", "1.", "支持教育"), ("1.2", "2.", ""), ("1.3", "3.", "兜牢底线")]
    assert outline.paragraphs[1].text == "压减一般性支出，过紧日子。"


def test_a_sentence_with_nothing_but_a_note_is_text() -> None:
    outline = outline_of(
        "一、主要目标\n1.地区生产总值增长6%左右。\n责任单位：县发展改革局\n2.财政收入增长4.2%。\n责任单位：县财政局\n"
        "二、重点工作\n（一）扩大投资\n3.建设环城南路。（牵头单位：县交通局）\n4.改造管网。（牵头单位：县住建局）\n"
        "（二）加强组织领导。（各部门负责）"
    )
    assert headings(outline) == [
        ("1", "一、", "主要目标"),
        ("2", "二、", "重点工作"),
        ("2.1", "（一）", "扩大投资"),
        ("2.2", "（二）", ""),
    ]
    texts = [paragraph.text for paragraph in outline.paragraphs]
    assert texts[0] == "1.地区生产总值增长6%左右。"
    assert texts[-2:] == ["4.改造管网。（牵头单位：县住建局）", "加强组织领导。（各部门负责）"]


def test_a_question_is_a_title() -> None:
    outline = outline_of(
        "一、问：为什么要制定条例？\n答：为了规范活动，提升品质，制定了条例。\n二、问：市民如何参与？\n答：可以提出建议。"
    )
    assert headings(outline) == [
        ("1", "一、", "问：为什么要制定条例？"),
        ("2", "二、", "问：市民如何参与？"),
    ]


def test_a_heading_may_count_on_where_a_list_ended() -> None:
    listed = "1.粮食增产。\n2.农民增收。\n3.山水增绿。"
    outline = outline_of(f"一、主要目标\n{listed}\n二、重点工作\n4.建设粮仓。{BODY}\n5.建设泵站。{BODY}")
    assert [h[1] for h in headings(outline)] == ["一、", "二、", "4.", "5."]
    assert outline.doubts == ()
    lost = outline_of(f"一、主要目标\n{BODY}\n二、重点工作\n4.建设粮仓。{BODY}\n5.建设泵站。{BODY}")
    assert len(lost.doubts) == 1


def test_a_list_of_one_sentence_is_no_section() -> None:
    lines = ("## 稳定生产", "1. 落实面积60万亩。", "2. 建设农田4万亩。", "## 发展产业", "1. 培育企业10家。")
    sections = outline_of(document(*lines)).sections
    assert [section.title for section in sections if not section.is_implied] == ["稳定生产", "发展产业"]


@pytest.mark.parametrize(
    ("lines", "doubts"),
    [
        (["第四十一条 处罚。", "第四十二条 赔偿。", "第四十三条 施行。"], 0),
        (["第九章 责任", "第九十九条 处分。", "第一百条 改正。", "第十章 附则", "第一百零一条 施行。"], 0),
        (["二、监督+", "三、责任+"], 1),
        (["七、监督+", "二、责任+"], 2),
    ],
)
def test_an_excerpt_may_begin_with_any_number_that_counts_on(lines: list[str], doubts: int) -> None:
    assert len(outline_of(document(*lines)).doubts) == doubts
