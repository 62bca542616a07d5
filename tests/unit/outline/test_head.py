"""The head and foot of dispatches and reports, and what is attached to them."""

from __future__ import annotations

from datetime import date

import pytest

from gangyao.chinese.dates import read_date
from tests.unit.outline.outline_texts import headings, outline_of

BODY = "为进一步推动全市公共交通发展，提升出行服务水平，现就有关工作通知如下，请结合实际认真贯彻执行。"
NOTICE = f"""甲州市人民政府办公厅关于印发公共交通
发展行动方案的通知
甲政办发〔2022〕17号
各区、县人民政府，市政府各部门、各直属机构：
{BODY}
附件：1.任务分工表
2.指标表
甲州市人民政府办公厅
2022年3月8日
（此件公开发布）
公共交通发展行动方案
{BODY}
一、总体要求
{BODY}
二、主要任务
{BODY}
附件2
指标表
一、规模指标
{BODY}
"""
TITLE = "甲州市人民政府办公厅关于印发公共交通发展行动方案的通知"


def test_what_the_head_and_foot_say() -> None:
    head = outline_of(NOTICE, TITLE).head
    assert head.issuers == ("甲州市人民政府办公厅",)
    assert head.document_number == "甲政办发〔2022〕17号"
    assert head.addressees == ("各区、县人民政府", "市政府各部门、各直属机构")
    assert head.issued_on == date(2022, 3, 8)


@pytest.mark.parametrize(
    ("line", "addressees"),
    [
        ("青河省人民政府、国家发展改革委：", ("青河省人民政府", "国家发展改革委")),
        ("县财政局、水利局，各乡镇人民政府：", ("县财政局", "水利局", "各乡镇人民政府")),
        ("各区、县人民政府：", ("各区、县人民政府",)),
        ("各委、办、局：", ("各委、办、局",)),
    ],
)
def test_bodies_that_are_listed_are_addressed_each(line: str, addressees: tuple[str, ...]) -> None:
    text = NOTICE.replace("各区、县人民政府，市政府各部门、各直属机构：", line)
    assert text != NOTICE
    assert outline_of(text, TITLE).head.addressees == addressees


def test_formal_lines_stay_as_paragraphs_that_set_no_task() -> None:
    outline = outline_of(NOTICE, TITLE)
    formal = [p.text for p in outline.paragraphs if p.is_formal]
    assert formal[:4] == NOTICE.split("\n")[:4]
    assert formal[4:] == [
        "附件：1.任务分工表",
        "2.指标表",
        "甲州市人民政府办公厅",
        "2022年3月8日",
        "（此件公开发布）",
    ]
    assert [p.text for p in outline.paragraphs if p.section_path == "0" and not p.is_formal] == [BODY]


def test_the_imprint_of_a_dispatch_sets_no_task() -> None:
    imprint = [
        "抄送：省委各部门，省军区，省人大常委会办公厅、省政协办公厅。",
        "甲州市人民政府办公厅　　　2022年3月9日印发",
    ]
    text = "\n".join(
        [*NOTICE.split("\n")[:4], BODY, "甲州市人民政府办公厅", "2022年3月8日", "（此件公开发布）", *imprint]
    )
    outline = outline_of(text, TITLE)
    assert [p.text for p in outline.paragraphs if p.is_formal][-2:] == imprint
    assert outline.head.issued_on == date(2022, 3, 8)
    sent = "抄送：各区县。2022年3月9日起，各区要加快建设公园。"
    assert not [p for p in outline_of(f"{BODY}\n{sent}").paragraphs if p.is_formal]


def test_attached_documents_have_trees_of_their_own() -> None:
    outline = outline_of(NOTICE, TITLE)
    assert headings(outline) == [
        ("0", "", ""),
        ("A1", "", "公共交通发展行动方案"),
        ("A1.1", "一、", "总体要求"),
        ("A1.2", "二、", "主要任务"),
        ("A2", "附件2", "指标表"),
        ("A2.1", "一、", "规模指标"),
    ]
    assert [s.level for s in outline.sections if s.path in ("A1", "A2")] == ["part", "part"]


@pytest.mark.parametrize(
    "speaker", ["市人民检察院检察长　王某", "省统计局党组书记、局长 王某", "市中级人民法院院长 李某某"]
)
def test_who_speaks_is_no_heading(speaker: str) -> None:
    outline = outline_of(
        "\n".join(["关于法治建设情况的报告", speaker, "各位代表：", BODY]), "关于法治建设情况的报告"
    )
    assert [section.title for section in outline.sections if section.title] == []
    assert speaker in [paragraph.text for paragraph in outline.paragraphs if paragraph.is_formal]


def test_the_head_of_a_report() -> None:
    head = [
        "2024年政府工作报告",
        "——2024年1月20日在甲州市第十届人民代表大会第四次会议上",
        "甲州市市长 王小明",
    ]
    text = "\n".join([*head, "各位代表：", BODY, "一、工作回顾", BODY, "各位代表！", BODY])
    outline = outline_of(text, "2024年政府工作报告")
    assert [p.text for p in outline.paragraphs if p.is_formal] == [*head, "各位代表：", "各位代表！"]
    assert outline.head.document_number is None
    assert outline.head.addressees == ()
    assert outline.head.issued_on == date(2024, 1, 20)


def test_two_issuers_sign_on_one_line() -> None:
    text = f"关于加强管理的通知\n{BODY}\n甲州市财政局　甲州市教育局\n二〇〇四年十一月四日"
    head = outline_of(text, "关于加强管理的通知").head
    assert head.issuers == ("甲州市财政局", "甲州市教育局")
    assert head.issued_on == date(2004, 11, 4)


@pytest.mark.parametrize(
    ("signed", "issuers"),
    [
        ("某河省财政厅某河省教育厅", ("某河省财政厅", "某河省教育厅")),
        ("甲州市人民政府办公室", ("甲州市人民政府办公室",)),
        ("中共甲州市委甲州市人民政府", ("中共甲州市委", "甲州市人民政府")),
    ],
)
def test_offices_of_one_place_may_stand_side_by_side(signed: str, issuers: tuple[str, ...]) -> None:
    text = f"关于加强管理的通知\n{BODY}\n{signed}\n二〇〇四年十一月四日"
    assert outline_of(text, "关于加强管理的通知").head.issuers == issuers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019年1月16日", date(2019, 1, 16)),
        ("2019 年 1 月 16 日", date(2019, 1, 16)),
        ("（2018年1月2日）", date(2018, 1, 2)),
        ("一九九六年六月二十九日", date(1996, 6, 29)),
        ("二○○五年三月三日", date(2005, 3, 3)),
        ("——2024年1月20日在甲州市人民代表大会会议上", date(2024, 1, 20)),
        ("2019年4月23日 第十届会议修正", date(2019, 4, 23)),
        ("１９９６年３月５日", date(1996, 3, 5)),
        ("2021年9月", None),
        ("2021年13月1日", None),
        ("2021年", None),
    ],
)
def test_dates(text: str, expected: date | None) -> None:
    assert read_date(text) == expected


def test_the_office_that_reports_stands_below_the_title() -> None:
    text = (
        "关于计划执行情况的报告\n——2024年1月20日在甲州市第五届人民代表大会第二次会议上\n"
        f"甲州市发展和改革委员会\n各位代表：\n{BODY}\n一、执行情况\n{BODY}\n二、主要任务\n{BODY}\n"
    )
    outline = outline_of(text, "关于计划执行情况的报告")
    assert [s.label for s in outline.sections if not s.is_implied] == ["一、", "二、"]


def test_a_leading_groups_office_signs() -> None:
    text = NOTICE.replace(
        "甲州市人民政府办公厅\n2022年3月8日", "甲州市公共交通工作领导小组办公室\n2022年3月8日"
    )
    outline = outline_of(text, TITLE)
    assert outline.head.issued_on == date(2022, 3, 8)
    assert outline.head.issuers == ("甲州市公共交通工作领导小组办公室",)


def test_a_decree_is_signed_by_the_head_of_the_office() -> None:
    text = (
        f"甲州市人民政府令第86号\n《甲州市公园条例》已经市人民政府通过，现予公布，自2021年5月1日起施行。\n"
        "市长　王某某\n2021年3月20日\n甲州市公园条例\n"
        f"第一章　总则\n第一条　{BODY}\n第二章　附则\n第二条　{BODY}\n"
    )
    outline = outline_of(text, "甲州市人民政府令第86号")
    assert [(s.depth, s.title) for s in outline.sections if s.level != "article" and not s.is_implied] == [
        (1, "甲州市公园条例"),
        (2, "总则"),
        (2, "附则"),
    ]
    assert outline.head.issued_on == date(2021, 3, 20)
    assert "王某某" not in outline.head.issuers


def test_marks_of_markdown_before_the_title_are_no_words() -> None:
    outline = outline_of(f"# 关于加强建设的通知\n\n## 一、总体要求\n\n{BODY}\n")
    assert [paragraph.text for paragraph in outline.paragraphs] == ["关于加强建设的通知", BODY]
    assert outline.paragraphs[0].start == 2


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("（2026年2月10日甲州市人民政府令第88号公布　自2026年4月1日起施行）", date(2026, 2, 10)),
        ("（2026年2月10日甲州市人民政府第9次常务会议通过，自2026年4月1日起施行）", date(2026, 2, 10)),
        ("（自2026年4月1日起施行）", None),
    ],
)
def test_the_day_from_which_a_text_holds_is_not_that_of_its_issue(line: str, day: date | None) -> None:
    text = f"甲州市燃气管理办法\n{line}\n第一章 总则\n第一条 {BODY}\n第二条 {BODY}"
    assert outline_of(text, "甲州市燃气管理办法").head.issued_on == day


def test_parties_to_an_agreement_are_no_part_of_its_title() -> None:
    text = f"关于公共服务共建共享的合作协议\n甲方：甲州市人民政府\n乙方：乙州市人民政府\n{BODY}"
    assert outline_of(text).head.title == "关于公共服务共建共享的合作协议"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("## 甲州市应急管理局权责清单（2025年版）\n", "甲州市应急管理局权责清单（2025年版）"),
        ("### 甲州市2026年重点工作安排表\n", "甲州市2026年重点工作安排表"),
        (
            "甲政发〔2025〕3号\n# 甲州市人民政府\n# 关于加强湿地保护的实施意见\n",
            "甲州市人民政府关于加强湿地保护的实施意见",
        ),
        (
            "# 甲州市人民政府办公室\n## 关于印发交通强市建设任务的通知\n甲政办〔2026〕5号\n",
            "甲州市人民政府办公室关于印发交通强市建设任务的通知",
        ),
        ("甲州市绿化委员会文件 甲绿委〔2026〕2号\n关于下达绿化任务的通知\n", "关于下达绿化任务的通知"),
    ],
)
def test_a_title_stands_where_the_file_marks_it_highest(head: str, title: str) -> None:
    outline = outline_of(f"{head}{BODY}\n#### 一、总体要求\n{BODY}\n#### 二、主要任务\n{BODY}\n", "")
    assert outline.head.title == title
    assert [section.title for section in outline.sections if not section.is_implied] == [
        "总体要求",
        "主要任务",
    ]


def test_sections_that_are_marked_alike_are_no_title() -> None:
    outline = outline_of(f"## 总体要求\n{BODY}\n## 主要任务\n{BODY}\n", "")
    assert outline.head.title is None
    assert [section.title for section in outline.sections] == ["总体要求", "主要任务"]


def test_a_file_that_is_an_annex_has_its_title() -> None:
    text = f"附件2\n甲州市专项行动时间表\n填报单位：市政府办公室\n{BODY}\n"
    assert outline_of(text, "").head.title == "甲州市专项行动时间表"


def test_who_printed_a_dispatch_may_stand_over_the_day() -> None:
    outline = outline_of(f"{NOTICE}甲州市人民政府办公厅\n2022年3月9日印发\n", TITLE)
    assert [p.text for p in outline.paragraphs if p.is_formal][-2:] == [
        "甲州市人民政府办公厅",
        "2022年3月9日印发",
    ]


def test_a_number_may_be_followed_by_the_day_on_its_line() -> None:
    outline = outline_of(f"关于加强水资源管理的通知\n甲政发〔2024〕6号 发布日期：2024-05-20\n{BODY}\n", "")
    assert outline.head.document_number == "甲政发〔2024〕6号"


def test_a_contact_below_the_date_is_no_document_and_a_seal_no_name() -> None:
    text = (
        f"甲县水利局关于做好防汛的通知\n各乡镇：\n{BODY}\n甲县水利局（章）\n2022年3月8日\n"
        "（联系人：李某，电话：1）\n"
    )
    outline = outline_of(text, "甲县水利局关于做好防汛的通知")
    assert outline.head.issuers == ("甲县水利局",)
    assert outline.head.issued_on == date(2022, 3, 8)
    assert headings(outline) == [("0", "", "")]


def test_a_title_in_english_stands_over_the_chinese_one() -> None:
    title = "Regulations of Mou City on Rivers\n某市河道管理条例"
    outline = outline_of(f"{title}\nChapter I\n第一章 总则\n第一条 甲。\n第二条 乙。")
    assert outline.head.title == "某市河道管理条例"
