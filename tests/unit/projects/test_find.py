"""The works of a paragraph, with their place, stage and figures."""

from __future__ import annotations

import sys

import pytest

from gangyao.document.mentions import Mention
from gangyao.document.outline import Paragraph
from gangyao.document.projects import Project
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document
from gangyao.projects.find import find_projects


def projects(line: str) -> list[Project]:
    text = f"青禾县2026年政府工作报告\n——2026年1月15日在青禾县第十八届人民代表大会第五次会议上\n{line}\n"
    source = join_files([("a.txt", text.encode())])
    read = read_document(Document(DocumentSpec("a", "", ("a.txt",)), source), load_engine(lexicon_of(SEEDS)))
    return [one for of_paragraph in read.projects for one in of_paragraph]


def test_a_project_knows_its_kind_and_stage() -> None:
    (one,) = projects("天宇电池二期项目总投资12亿元，年内建成投产。")
    assert (one.kind, one.stage) == ("industry", "build")


def test_the_place_is_what_the_name_opens_with() -> None:
    text = "眉山市第二水厂建成投用。"
    place = Mention("眉山市", "admin_area", "眉山市", "511400", 0, 3, "division")
    paragraph = Paragraph("1", 1, 0, len(text), text, ((0, len(text)),), None, False)
    judge = load_engine(lexicon_of(SEEDS)).works
    ((one,),) = find_projects([paragraph], [()], [()], [(place,)], judge, "市")
    assert (one.name, one.place, one.admin_code, one.stage) == (
        "眉山市第二水厂",
        "眉山市",
        "511400",
        "finish",
    )


@pytest.mark.parametrize(
    "line",
    [
        "由成都市、眉山市共同推进产业园建设。",
        "改扩建、投入运营一批社区卫生服务中心。",
        "加快孟中印缅等经济走廊建设。",
        "优先布局国家重大战略项目，加快建设中德、中法、中瑞(士)、中意等双边合作园区，培育进出口商品集散中心。",
    ],
)
def test_places_acts_and_corridors_are_no_works(line: str) -> None:
    assert projects(line) == []


def test_when_and_how_dear_is_no_part_of_a_name() -> None:
    names = [one.name for one in projects("年底前王坟镇水厂建成投用，开工新建西环路二期工程。")]
    assert names == ["王坟镇水厂", "西环路二期工程"]


def test_what_works_cost_may_stand_before_their_name() -> None:
    (one,) = projects("总投资10.26亿元的城市供水工程开工建设。")
    assert (one.name, one.figures) == ("城市供水工程", ("总投资10.26亿元",))


def test_a_list_of_works_alone_names_them() -> None:
    found = projects("出省通道：甲山至青川（省界）高速、乙河至丙江高速、G55丁山至戊川支线、戊江跨海通道等。")
    assert [one.name for one in found] == [
        "甲山至青川（省界）高速",
        "乙河至丙江高速",
        "G55丁山至戊川支线",
        "戊江跨海通道",
    ]
    assert {one.stage for one in found} == {None}


@pytest.mark.parametrize(
    "line",
    [
        "统筹普通公路、高速公路、城市快速路、乡村道路。",
        "完善铁路、公路、水运、航空等。",
        "水利：灌区、水库、泵站、河道等。",
    ],
)
def test_kinds_of_works_are_no_names(line: str) -> None:
    assert projects(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "推进城东水厂建设。（市财政局、市住建局、市场监管总局负责）",
        "加快建设城东水厂(专项、基金等)项目。",
        "在大连、青岛等港口建设城东水厂。",
    ],
)
def test_bodies_and_halves_of_brackets_are_no_works(line: str) -> None:
    names = [one.name for one in projects(line)]
    assert not {"市财政局", "市住建局", "市场监管总局", "(专项", "在大连"} & set(names)


@pytest.mark.parametrize(
    "line",
    [
        "全面建成社会主义现代化强国、实现第二个百年奋斗目标。",
        "脱贫是全面建成小康社会必须完成的硬任务。",
        "增加国家铁路建设资本金1000亿元。",
        "全面贯彻党的十九大和十九届二中、三中、四中全会精神，坚决打好攻坚战，建成小康社会。",
        # so many of a kind, and none by name
        "新建民航机场46个，开工重大水利工程122项。",
    ],
)
def test_aims_meetings_and_counted_kinds_are_no_works(line: str) -> None:
    assert projects(line) == []


def test_what_an_aim_is_named_by_may_be_built() -> None:
    names = [one.name for one in projects("推进青禾战略储备库建设，建成青禾科技强国馆。")]
    assert names == ["青禾战略储备库", "青禾科技强国馆"]


def test_the_count_of_a_list_is_no_part_of_its_last_name() -> None:
    names = [one.name for one in projects("加快建设哇云、同河、德林3座抽水蓄能电站。")]
    assert names == ["哇云抽水蓄能电站", "同河抽水蓄能电站", "德林抽水蓄能电站"]


def test_what_ends_like_a_body_may_be_built() -> None:
    names = [one.name for one in projects("加快推进昆河国际通信业务出入口局、城东水厂项目建设。")]
    assert "昆河国际通信业务出入口局" in names


def test_a_document_on_one_line_takes_linear_work() -> None:
    # Each was looked for among all names, marks and tasks: a line of 400,000 characters took 12 s.
    sentence = "到2025年建成公园100个，支持成都市建设西部金融中心，总投资10亿元。"
    names = [(place, place + 3) for place in (0, 7, 16, 25)]
    judge = load_engine(lexicon_of(SEEDS)).works

    def lines_run(sentences: int) -> int:
        text = sentence * sentences
        paragraph = Paragraph("1", 1, 0, len(text), text, ((0, len(text)),), None, False)
        mentions = tuple(
            Mention("某市", "admin_area", "某市", "", first + start, first + end, "division")
            for first in range(0, len(text), len(sentence))
            for start, end in names
        )
        lines = 0

        def count(*_: object) -> object:
            nonlocal lines
            lines += 1
            return count

        sys.settrace(count)
        try:
            find_projects([paragraph], [()], [()], [mentions], judge, "市")
        finally:
            sys.settrace(None)
        return lines

    lines_run(10)
    assert lines_run(800) < 4.5 * lines_run(200)
