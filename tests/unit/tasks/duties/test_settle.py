"""Who must act; all sentences are invented."""

from __future__ import annotations

import pytest

from gangyao.document.source import Document, DocumentSpec
from gangyao.document.tasks import Task
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document
from gangyao.tasks.duties.bodies import body_in


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


def tasks_of(text: str, engine: Engine) -> list[Task]:
    source = join_files([("x.txt", f"某市工作方案\n一、重点任务\n{text}\n".encode())])
    read = read_document(Document(DocumentSpec("x", "", ("x.txt",)), source), engine)
    return [task for tasks in read.tasks for task in tasks]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "县级以上人民政府林业、草原、水利主管部门应当建立档案。",
            ["县级以上人民政府林业、草原、水利主管部门"],
        ),
        ("教育、民政、财政等部门要按照职责分工，做好资助工作。", ["教育、民政、财政等部门"]),
        ("各省、自治区、直辖市人民政府要制定实施方案。", ["各省、自治区、直辖市人民政府"]),
        ("市财政局负责制定资金管理办法，有关部门可以制定细则。", ["市财政局", "有关部门"]),
        ("我们要办好民生实事，推动城乡融合发展。", []),
        ("完善就业服务，确保城镇新增就业50万人以上。", []),
        ("支持企业牵头组建创新联合体。", []),
    ],
)
def test_bodies_act(text: str, actors: list[str], engine: Engine) -> None:
    (task,) = tasks_of(text, engine)
    assert [party.text for party in task.actors] == actors


def test_a_subject_goes_on_where_a_sentence_has_none(engine: Engine) -> None:
    tasks = tasks_of("各级各部门要高度重视。要建立台账，及时报送情况。市直有关单位要加强指导。", engine)
    assert [[party.text for party in task.actors] for task in tasks] == [
        ["各级各部门"],
        ["各级各部门"],
        ["市直有关单位"],
    ]


def test_who_is_called_in_supports(engine: Engine) -> None:
    (task,) = tasks_of("市商务局会同市财政局制定促进消费的具体办法。", engine)
    assert [(duty.body, duty.part) for duty in task.responsibilities] == [("市财政局", "support")]


def test_said_parts_are_more_than_labels(engine: Engine) -> None:
    (task,) = tasks_of(
        "推进一网通办。〔责任单位：市数据局牵头，市有关部门配合；完成时限：2026年6月底前〕", engine
    )
    assert [(duty.body, duty.part, duty.deadline) for duty in task.responsibilities] == [
        ("市数据局", "lead", "2026年6月底前"),
        ("市有关部门", "support", "2026年6月底前"),
    ]


def test_a_line_of_the_time_holds_for_the_lines_of_bodies_before_it(engine: Engine) -> None:
    (task,) = tasks_of("出台人才新政。\n牵头单位：市委组织部\n完成时限：2026年底", engine)
    assert [(duty.body, duty.part, duty.deadline) for duty in task.responsibilities] == [
        ("市委组织部", "lead", "2026年底")
    ]


def test_a_list_in_heavy_brackets_and_the_ministry_of_commerce(engine: Engine) -> None:
    (first,) = tasks_of("健全全市应急体系，完善预案。【市应急局，各县（市、区）】", engine)
    (second,) = tasks_of("支持企业开拓国际市场。（海关总署、商务部等有关部门负责）", engine)
    assert [duty.body for duty in first.responsibilities] == ["市应急局", "各县（市、区）"]
    assert [duty.body for duty in second.responsibilities] == ["海关总署", "商务部"]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("2026年6月底前各省份", "各省份"),
        ("国务院城乡规划主管部门报国务院", "国务院城乡规划主管部门"),
        ("各地可以指定部门", "各地"),
        ("自觉在思想上政治上行动上同以习近平同志", None),
        ("城镇", None),
        ("各位代表", None),
        ("新布局", None),
        ("50所县级医疗机构", None),
    ],
)
def test_how_much_of_a_subject_is_a_body(subject: str, body: str | None) -> None:
    span = body_in(subject, is_named=False)
    assert (subject[span[0] : span[1]] if span else None) == body
