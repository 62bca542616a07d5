"""Who acts where no list knows its kind, and who goes on acting behind them. All sentences are invented."""

from __future__ import annotations

import pytest

from gangyao.chinese.reporting import reported_from, reports_its_subject
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document
from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.open_names import load_odds, may_be_name


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


def actors_of(text: str, engine: Engine) -> list[list[str]]:
    source = join_files([("x.txt", f"某市工作方案\n一、重点任务\n{text}\n".encode())])
    read = read_document(Document(DocumentSpec("x", "", ("x.txt",)), source), engine)
    return [[party.text for party in task.actors] for own in read.tasks for task in own]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("供热改造团队应与管网设计团队建立沟通机制。", [["供热改造团队"]]),
        ("发货方应当查验承运车辆的证件。", [["发货方"]]),
        ("排水户不得擅自拆除预处理设施。", [["排水户"]]),
        # What is said of things makes nobody act.
        ("城镇新增就业要达到5万人。", [[]]),
        ("供热管网标准应当符合国家规定。", [[]]),
        ("各项工作要抓紧推进。", [[]]),
    ],
)
def test_a_name_acts_by_its_end_and_what_it_is_asked_to_do(
    text: str, actors: list[list[str]], engine: Engine
) -> None:
    assert actors_of(text, engine) == actors


@pytest.mark.parametrize("name", ["供热改造团队", "发货方", "实验区"])
def test_the_lists_know_none_of_these(name: str) -> None:
    assert body_in(name, is_named=False) is None
    assert may_be_name(name)
    assert load_odds().chance(name, "应当", "制定") > load_odds().chance("供热管网标准", "应当", "制定")


@pytest.mark.parametrize("name", ["接到报告后", "在出口方面", "我国", "具体", "（一）"])
def test_no_names(name: str) -> None:
    assert not may_be_name(name)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "《通知》指出，汛期将至，各地要高度重视。完善值守制度。蔬菜要提前储备。及时投放物资。",
            [["各地"], ["各地"], [], ["各地"]],
        ),
        ("通知要求，各地支持企业建立基地。健全储备制度。", [["各地"], ["各地"]]),
        ("市水利局要求各县水利局要开展排查。", [["各县水利局"]]),
        (
            "加强人员管理。县民政局要加强对人员的管理。建立健全考核制度。",
            [[], ["县民政局"], []],
        ),
        # In the middle of a paragraph a duty of one body is not that of the next sentence.
        (
            "推动城乡融合发展，完善公共服务设施，提高供水供电保障水平，建设一批示范村镇。企业要落实责任。完善管网。",
            [[], ["企业"], []],
        ),
    ],
)
def test_who_goes_on(text: str, actors: list[list[str]], engine: Engine) -> None:
    assert actors_of(text, engine) == actors


def test_reports() -> None:
    text = "《办法》明确，各县要制定方案。"
    assert text[reported_from(text, 0, len(text)) :] == "各县要制定方案。"
    assert reports_its_subject(text)
    assert not reports_its_subject("《某省供水条例》规定，用户应当缴费。")
