"""Who acts under a heading that names a body. All texts are invented."""

from __future__ import annotations

import pytest

from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "（一）市公安局。负责维护社会秩序；疏导交通。\n（二）市教育局、市体育局\n组织学生避险。督促学校检查。\n",
            [["市公安局"], ["市公安局"], ["市教育局", "市体育局"], ["市教育局", "市体育局"]],
        ),
        # What it tells of a body charges it with nothing.
        ("（一）市公安局\n建设指挥中心。完善巡逻制度。\n（二）预警\n发布预警信息。\n", [[], [], []]),
        # 组织机构 names a thing that every plan has.
        (
            "（一）组织机构\n负责统筹协调。市水利局要加强监测。\n（二）预警\n发布预警信息。\n",
            [[], ["市水利局"], []],
        ),
        # On a line of its own above what it has to do.
        (
            "市总工会职责：\n1.改造老旧管网。\n2.组织技能培训。\n县残联主要职责。\n1.新建公园。\n",
            [["市总工会"], ["市总工会"], ["县残联"]],
        ),
        ("加快转变政府职能。\n1.改造老旧管网。\n2.组织技能培训。\n", [[], [], []]),
        # What an item says of who acts is no title.
        (
            "（1）市水利局迅速核查灾情，调集队伍。组织抢险。\n（2）县残联配合排查隐患，完善制度。建立台账。\n",
            [["市水利局"], ["市水利局"], ["县残联"], ["县残联"]],
        ),
    ],
)
def test_who_acts_under_its_name(text: str, actors: list[list[str]], engine: Engine) -> None:
    printed = f"某市防汛应急预案\n一、职责\n{text}"
    source = join_files([("a.txt", printed.encode())])
    read = read_document(Document(DocumentSpec("a", "某市防汛应急预案", ("a.txt",)), source), engine)
    assert [[party.text for party in task.actors] for own in read.tasks for task in own] == actors
