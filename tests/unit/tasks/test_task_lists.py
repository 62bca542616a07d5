"""Lists of tasks in lines with labels: what has only duties under it is the task, not a heading."""

from __future__ import annotations

import pytest

from gangyao.chinese.duty_labels import content_start, is_duty_line
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document


def listed(text: str) -> list[tuple[str, list[tuple[str, str, str | None]]]]:
    document = Document(DocumentSpec("a", "甲省任务清单", ("a.txt",)), join_files([("a.txt", text.encode())]))
    read = read_document(document, load_engine(lexicon_of(SEEDS)))
    return [
        (task.text, [(duty.body, duty.part, duty.deadline) for duty in task.responsibilities])
        for of_paragraph in read.tasks
        for task in of_paragraph
    ]


def test_items_with_nothing_but_duties_below_are_tasks():
    text = (
        "甲省任务清单\n一、医疗领域\n1.推进医保支付方式改革\n责任单位：省医保局\n完成时限：2025年9月\n"
        "2.完善养老保险制度\n牵头单位：省人社厅\n配合单位：省财政厅\n"
        "二、教育领域\n3.扩大学前教育资源\n责任单位：省教育厅\n"
    )
    assert listed(text) == [
        ("1.推进医保支付方式改革", [("省医保局", "responsible", "2025年9月")]),
        ("2.完善养老保险制度", [("省人社厅", "lead", None), ("省财政厅", "support", None)]),
        ("3.扩大学前教育资源", [("省教育厅", "responsible", None)]),
    ]


def test_sections_keep_their_numbers_where_their_titles_are_tasks():
    text = (
        "甲县分工\n（一）新建公路80公里。\n责任领导：李某\n责任单位：县交通局\n"
        "（二）建成物流园\n责任单位：县商务局\n"
    )
    assert listed(text) == [
        ("新建公路80公里。", [("县交通局", "responsible", None)]),
        ("建成物流园", [("县商务局", "responsible", None)]),
    ]


def test_a_label_tells_what_is_to_be_done():
    text = (
        "甲区整改清单\n一、问题：用地保障不足\n整改措施：盘活闲置土地300亩。\n"
        "责任单位：区资源分局\n整改时限：6月底\n"
    )
    assert listed(text) == [("整改措施：盘活闲置土地300亩。", [("区资源分局", "responsible", "6月底")])]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("工作内容：完成选址", "完成选址"),
        ("主要建设内容及规模：新建厂房", "新建厂房"),
        ("整改措施:盘活土地", "盘活土地"),
    ],
)
def test_labels_of_what_is_to_be_done(text: str, rest: str) -> None:
    assert text[content_start(text) :] == rest
    assert not is_duty_line(text)


@pytest.mark.parametrize(
    "text", ["工作内容：", "存在问题：审批偏慢", "会议要求：各地抓紧", "措施到位，成效明显。"]
)
def test_what_is_no_such_label(text: str) -> None:
    assert content_start(text) == 0


def test_labels_may_be_counted_and_answer_for_all_that_was_said_to_be_done():
    text = (
        "甲县实施方案\n一、饮水工程\n1.目标任务：新建供水工程15处。\n2.工作措施：加快工程招标。\n"
        "3.责任单位：县水利局\n4.完成时限：12月底\n二、改造工程\n1.目标任务：改造小区22个。\n2.牵头单位：县住建局；配合单位：县财政局\n"
    )
    assert listed(text) == [
        ("1.目标任务：新建供水工程15处。", [("县水利局", "responsible", "12月底")]),
        ("2.工作措施：加快工程招标。", [("县水利局", "responsible", "12月底")]),
        ("1.目标任务：改造小区22个。", [("县住建局", "lead", None), ("县财政局", "support", None)]),
    ]


def test_a_time_before_the_bodies_is_theirs_too():
    text = (
        "乙市清单\n1.防洪工程\n建设内容：加固堤防60公里。\n建设起止年限：2022—2025年\n"
        "责任单位：市水利局\n2.甲\n"
    )
    assert listed(text) == [("建设内容：加固堤防60公里。", [("市水利局", "responsible", "2022—2025年")])]


def test_labels_behind_a_sentence_on_its_line_are_a_note():
    text = (
        "甲省分工\n1.开展质量提升行动。牵头单位：省监管局 完成时限：6月\n"
        "2.培育企业500家。责任单位：省工信厅\n"
    )
    assert listed(text) == [
        ("1.开展质量提升行动。", [("省监管局", "lead", "6月")]),
        ("2.培育企业500家。", [("省工信厅", "responsible", None)]),
    ]


def test_what_an_item_is_called_and_costs_is_no_task():
    text = (
        "丙县项目库\n项目名称：冷链物流项目\n建设地点：西河镇\n建设规模及内容：新建冷库3座。\n资金规模：1500万元\n"
        "责任单位：县商务局\n绩效目标：带动农户800户增收。\n项目名称：灌溉项目\n责任单位：县水利局\n"
    )
    assert listed(text) == [
        ("建设规模及内容：新建冷库3座。", [("县商务局", "responsible", None)]),
        ("绩效目标：带动农户800户增收。", []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "甲区分解表\n四、修缮校舍8所\n（责任单位：区教育局；完成时限：8月底）\n五、更新路灯。\n责任单位：区城管局\n",
        "甲区分解表\n四、修缮校舍8所。▲责任单位：区教育局；完成时限：8月底\n五、更新路灯。责任单位：区城管局\n",
    ],
)
def test_notes_in_brackets_below_and_behind_bullets(text: str) -> None:
    first, second = listed(text)
    assert first[1] == [("区教育局", "responsible", "8月底")]
    assert second == ("更新路灯。", [("区城管局", "responsible", None)])


def test_bodies_on_the_next_lines_go_on_with_the_list():
    text = (
        "甲省方案\n1.培育企业100家。\n责任单位：省工信厅\n省科技厅、省财政厅\n"
        "2.建设平台。\n牵头单位：省科技厅\n"
    )
    assert listed(text) == [
        (
            "1.培育企业100家。",
            [(name, "responsible", None) for name in ("省工信厅", "省科技厅", "省财政厅")],
        ),
        ("2.建设平台。", [("省科技厅", "lead", None)]),
    ]


def test_what_somebody_answers_for_is_a_task_whatever_its_words() -> None:
    text = (
        "甲省任务分工\n一、就业\n就业质量明显提高。\n省妇联、团省委、各市人民政府按职责分工负责\n"
        "养老服务水平不断提升。（省民政厅负责）\n"
    )
    assert listed(text) == [
        (
            "就业质量明显提高。",
            [
                ("省妇联", "responsible", None),
                ("团省委", "responsible", None),
                ("各市人民政府", "responsible", None),
            ],
        ),
        ("养老服务水平不断提升。", [("省民政厅", "responsible", None)]),
    ]


def test_a_note_behind_no_task_is_one_itself() -> None:
    text = "甲省任务分工\n一、扩大就业\n（省教育厅、省财政厅等按职责分工负责）\n办理流程如下：\n"
    assert listed(text) == [
        (
            "（省教育厅、省财政厅等按职责分工负责）",
            [("省教育厅", "responsible", None), ("省财政厅", "responsible", None)],
        )
    ]


def _bodies(text: str) -> list[tuple[str, list[str]]]:
    return [(task, [body for body, _, _ in duties]) for task, duties in listed(text)]


def test_a_list_of_bodies_behind_a_sentence_is_its_note() -> None:
    text = (
        "甲省任务分工\n（一）推进建设。建设产业园区。（市发展改革委、市财政局）推进水利工程。（市水利局）"
        "完善路网。（市交通运输局、各县区政府）\n（二）压减审批时间。（国家发展改革委、财政部等部门）\n"
    )
    assert _bodies(text) == [
        ("建设产业园区。", ["市发展改革委", "市财政局"]),
        ("推进水利工程。", ["市水利局"]),
        ("完善路网。", ["市交通运输局", "各县区政府"]),
        ("压减审批时间。", ["国家发展改革委", "财政部"]),
    ]


def test_what_stands_in_brackets_behind_a_sentence_is_a_note_only_of_bodies() -> None:
    text = "甲省任务分工\n（一）推进建设。建设产业园区。（详见附件一的项目部）完善路网。（以下简称路网办）\n"
    assert not any(bodies for _, bodies in _bodies(text))


def test_lines_of_bodies_that_take_turns_with_tasks_answer_for_them() -> None:
    text = (
        "甲省任务分工\n一、清单\n推进算力设施建设，打造低时延圈\n省通信管理局、发展改革委\n"
        "完善公共数据开放政策\n省数据局\n"
    )
    assert _bodies(text) == [
        ("推进算力设施建设，打造低时延圈", ["省通信管理局", "省发展改革委"]),
        ("完善公共数据开放政策", ["省数据局"]),
    ]
    alone = "甲省任务分工\n一、清单\n推进算力设施建设，打造低时延圈。\n省数据局\n其他事项另行通知。\n"
    assert _bodies(alone)[0] == ("推进算力设施建设，打造低时延圈。", [])


def test_a_label_may_stand_above_the_bodies_without_a_colon() -> None:
    text = "甲省任务分工\n一、清单\n建立台账制度。\n牵头单位\n市教育局\n配合单位\n市财政局、市体育局\n"
    assert listed(text) == [
        (
            "建立台账制度。",
            [
                ("市教育局", "lead", None),
                ("市财政局", "support", None),
                ("市体育局", "support", None),
            ],
        )
    ]


def test_a_numbered_line_with_a_note_and_nothing_below_is_a_task() -> None:
    text = "甲省任务分工\n（一）整治河湖【责任单位：县水利局】\n（二）改造旧房（县住建局负责）\n"
    assert [bodies for _, bodies in _bodies(text)] == [["县水利局"], ["县住建局"]]


def test_a_dash_may_stand_before_a_label() -> None:
    text = "甲省任务分工\n（一）培育人才。——责任单位：县人社局\n（二）改造旧房。——责任单位：县住建局\n"
    assert _bodies(text) == [("培育人才。", ["县人社局"]), ("改造旧房。", ["县住建局"])]


def test_what_a_line_of_duties_answers_for_is_neither_title_nor_heading() -> None:
    text = (
        "甲省任务分工\n健全职业技能等级设置，完善认定机制\n省教育厅、省人社厅等按职责分工负责\n"
        "挖掘基层就业机会\n省民政厅牵头，省妇联、团省委、省工商联、各市人民政府按职责分工负责\n"
        "（一）推进毕业生就业\n省教育厅按职责分工负责\n（二）支持自主创业\n省人社厅牵头，省财政厅配合\n"
    )
    assert _bodies(text) == [
        ("健全职业技能等级设置，完善认定机制", ["省教育厅", "省人社厅"]),
        ("挖掘基层就业机会", ["省民政厅", "省妇联", "团省委", "省工商联", "各市人民政府"]),
        ("推进毕业生就业", ["省教育厅"]),
        ("支持自主创业", ["省人社厅", "省财政厅"]),
    ]


def test_competent_departments_are_bodies_of_a_note() -> None:
    assert _bodies(
        "甲省任务分工\n一、保障\n保障资金。（责任单位：省财政厅、各市人民政府以及相关主管部门）\n"
    ) == [("保障资金。", ["省财政厅", "各市人民政府", "相关主管部门"])]
