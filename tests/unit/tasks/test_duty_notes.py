"""Notes that say who answers for a task."""

from __future__ import annotations

import pytest

from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Action, Task
from gangyao.outline.sentences import split_sentences
from gangyao.tasks.context import Context
from gangyao.tasks.duty_notes import find_duty_notes
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.note_lines import spread_note_lines
from gangyao.tasks.read import read_tasks

NOWHERE = Context("某省实施方案")


def paragraph(text: str, position: int = 1) -> Paragraph:
    return Paragraph("1", position, 0, len(text), text, tuple(split_sentences(text)), None, False)


def bodies(text: str) -> str:
    return " ".join(f"{body.body} {body.part}" for note in find_duty_notes(text) for body in note.bodies)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建好中心。〔责任单位：发改委、商务厅按职责分工负责。〕", "发改委 responsible 商务厅 responsible"),
        ("建设枢纽。（牵头单位：省发改委，配合单位：省交通运输厅）", "省发改委 lead 省交通运输厅 support"),
        ("完善制度。（省教育厅牵头，财政厅等配合）", "省教育厅 lead 财政厅 support"),
        ("加快发展（科技部、财政部按职责分工负责）。", "科技部 responsible 财政部 responsible"),
        ("责任单位：发改委，各县（市、区）人民政府", "发改委 responsible 各县（市、区）人民政府 responsible"),
        ("抓好落实。（发改委会同财政部负责，2027年底前完成）", "发改委 responsible 财政部 support"),
        ("健全机制（由市委组织部牵头，市人社局负责，持续推进）。", "市委组织部 lead 市人社局 responsible"),
        ("推进试点（含县级）。", ""),
        ("落实《关于加快发展的意见》（国发〔2021〕5号）。", ""),
        ("推动（市财政局、市审计局）改革。", ""),
        ("新增托位2000个（市卫生健康委、市民政局）", "市卫生健康委 responsible 市民政局 responsible"),
        ("新建公园10座（各区）。", ""),
        ("责任领导：王某责任单位：镇建设办完成时间：11月30日前", "镇建设办 responsible"),
        ("牵头领导：张某 牵头单位：县水利局 配合单位：县财政局", "县水利局 lead 县财政局 support"),
        ("设园区。（供销合作总社等和各省政府负责）", "供销合作总社 responsible 各省政府 responsible"),
        ("责任人：李某", ""),
        ("建好阵地。（牵头单位：市“两新”组织党工委）", "市“两新”组织党工委 lead"),
        ("推行工作法（即居民提事、居民议事和居民参与）。", ""),
        ("健全机制。〔责任单位：市财政局。均涉及各区，不再分工，下同。〕", "市财政局 responsible"),
    ],
)  # fmt: skip
def test_a_note_names_bodies_with_their_parts(text: str, expected: str) -> None:
    assert bodies(text) == expected


def test_spans_hold_the_bodies_and_the_deadline() -> None:
    text = "建设枢纽3个。（牵头单位：省发改委；完成时限：2026年底）"
    (note,) = find_duty_notes(text)
    assert [text[body.start : body.end] for body in note.bodies] == ["省发改委"]
    assert note.deadline is not None
    assert text[slice(*note.deadline)] == "2026年底"


def test_a_note_is_no_task_and_belongs_to_the_one_before(grammar: Grammar) -> None:
    text = "加快建设区域集散枢纽。（牵头单位：省发改委；完成时限：2026年底）支持发展夜间经济。"
    first, second = read_tasks(paragraph(text), NOWHERE, grammar)
    assert [party.text for party in first.actors] == ["省发改委"]
    assert [target.year for target in first.targets if target.kind == "deadline"] == [2026]
    assert [duty.deadline for duty in first.responsibilities] == ["2026年底"]
    assert second.responsibilities == ()
    assert not any("单位" in action.text for task in (first, second) for action in task.actions)


def test_what_a_body_answers_for_is_a_task_however_it_is_worded(grammar: Grammar) -> None:
    text = "全年为企业减免税费3亿元以上。（牵头单位：税务局；配合单位：财政局）"
    (only,) = read_tasks(paragraph(text), Context("某区通知", leaning=1.0), grammar)
    assert [(duty.body, duty.part) for duty in only.responsibilities] == [
        ("税务局", "lead"),
        ("财政局", "support"),
    ]


def task(text: str) -> Task:
    action = Action(1, text[:2], text[2:-1], text[:-1], "action", "commit", 0, len(text) - 1)
    return Task(1, "measure", None, text, "commit", (), (), (action,), (), 0, len(text))


def test_a_note_in_a_paragraph_of_its_own_goes_to_the_tasks_before_it() -> None:
    texts = ["推进灌区改造。", "责任单位：市水务局", "配合单位：市财政局", "发展旅游。"]
    paragraphs = [paragraph(text, number) for number, text in enumerate(texts, 1)]
    found = spread_note_lines(paragraphs, [(task(texts[0]),), (), (), (task(texts[3]),)])
    assert [[(duty.body, duty.part) for duty in one.responsibilities] for of in found for one in of] == [
        [("市水务局", "responsible"), ("市财政局", "support")],
        [],
    ]
    assert all(duty.start == duty.end == 0 for duty in found[0][0].responsibilities)


@pytest.mark.parametrize("shape", ["（牵头", "（由甲局负责", "责任单位：甲局、"])
def test_many_open_brackets_are_no_trouble(shape: str) -> None:
    assert len(find_duty_notes(shape * 2000)) <= 1


def test_a_line_of_bodies_and_their_parts_is_a_note_without_brackets() -> None:
    texts = [
        "建设算力平台。",
        "省科技厅牵头，省财政厅、通信局按职责分工负责，各市人民政府结合实际落实",
        "省科技厅负责平台的建设。",
    ]
    paragraphs = [paragraph(text, position) for position, text in enumerate(texts, 1)]
    found = spread_note_lines(paragraphs, [(task(texts[0]),), (), (task(texts[2]),)])
    assert [(one.body, one.part) for one in found[0][0].responsibilities] == [
        ("省科技厅", "lead"),
        *((name, "responsible") for name in ("省财政厅", "省通信局", "各市人民政府")),
    ]
    assert found[2] == (task(texts[2]),)


@pytest.mark.parametrize(
    "listed", ["市局、" * 40 + "有关工作", "各局等部门、" * 40 + "x1", "各（局）、" * 40 + "x"]
)
def test_a_long_list_that_is_none_is_told_so_at_once(listed: str) -> None:
    assert find_duty_notes(f"加快建设公园。（{listed}）") == ()
    assert find_duty_notes(f"加快建设公园【{listed}】") == ()


def test_a_long_list_of_bodies_is_one() -> None:
    (note,) = find_duty_notes(
        f"加快建设公园。（{'、'.join(f'{name}市水利局' for name in '甲乙丙丁戊' * 8)}）"
    )
    assert len(note.bodies) == 40
