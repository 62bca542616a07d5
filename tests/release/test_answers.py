"""The fourteen questions of docs/answers.md, asked of invented documents: each query of the page answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gangyao.batch import build_batch
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.release.inputs import release_inputs
from gangyao.release.publish import publish
from gangyao.release.sql import query
from tests.docs.examples import EXAMPLE
from tests.release.test_views import ASKED_ELSEWHERE

REPOSITORY = Path(__file__).parent.parent.parent
PAGE = REPOSITORY / "docs" / "answers.md"
REPORT = """2026年四川省政府工作报告
——2026年1月20日在四川省第十四届人民代表大会第五次会议上
各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
全省经济稳中有进。地区生产总值增长5.6%，城镇新增就业90万人，新增风电光伏装机800万千瓦。发放贷款500亿元。
二、2026年工作安排
今年发展主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业85万人以上。
（一）扩大有效投资。完成交通投资2000亿元，加快建设成渝中线高铁、成都天府机场二期等5个项目，建成成昆铁路二线120公里，开工毗河引水工程。支持成都市高质量发展。新增新能源装机1000万千瓦。落实乡村振兴战略。
（二）办好民生实事。实施养老服务体系提升行动。实施“十百千万”工程。新增养老床位5000张，发展“15分钟养老服务圈”。严禁新增隐性债务。
"""
NOTICE = """成都市人民政府办公厅关于印发成都市养老服务三年行动计划（2024—2026年）的通知
成办发〔2024〕12号
各区（市）县人民政府：
根据《成都市养老服务条例》，制定本计划，请认真贯彻执行。
一、重点任务
到2026年，建成社区养老服务综合体100个。（市民政局牵头，市财政局配合）
实施“十百千万”工程。实施养老服务体系提升行动，各区（市）县人民政府要落实资金。
成都市人民政府办公厅
2024年3月15日
"""
LAW = """成都市养老服务条例
（2023年11月25日成都市第十八届人民代表大会常务委员会第一次会议通过）
第一条 为了规范养老服务，制定本条例。
第二条 市民政部门应当建立养老服务制度。
第三条 禁止虐待老年人。
"""
WORKS = """重大项目建设工作方案
一、重点任务
2026年，加快青云至白河、红石至绿塘等铁路建设，开工建设云岭大型灌区、白河弗迪电池二期、青云至乌石750千伏输变电工程，推进在建水库、农村供水工程等项目建设。黑石、白石和青石铁路东山段全线贯通。开工建设绿石机场，加快甲城至丁城、丙城至乙城等铁路和戊城机场等项目建设。
推进青云新材料一期、红石天宇多晶硅、远星零碳电池等一批项目，以及白水电站、绿塘储能等能源项目。推进学前教育扩容、老旧小区改造等民生项目。黄石高速进入路面建设阶段。
"""
FOLLOWS = """甲区关于做好养老服务工作的通知
各街道办事处：
根据《成都市养老服务三年行动计划》，按照《关于印发成都市养老服务三年行动计划（2024—2026年）的通知》和成办发[2024]12号要求，落实《第十六个五年规划纲要》，现将有关事项通知如下。
一、各街道办事处要落实资金。
甲区民政局
2024年5月6日
"""
LISTED = """2026年白川市重大项目清单
| 序号 | 项目名称 | 建设性质 | 建设内容及规模 | 建设地点 | 起止年限 | 总投资（亿元） | 责任单位 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 一 | 交通（2项） | | | | | 62.5 | |
| 1 | 白川至永宁高速公路 | 续建 | 全长68公里。 | 永宁县 | 2024—2027 | 58.3 | 市交通局 |
| 2 | 白川通用机场 | 前期 | 跑道800米 | 石门镇 | 2027年 | — | 市发展改革委 |
| 合计 | | | | | | 62.5 | |
"""
QUERIES = {
    heading.splitlines()[0].split(" (")[0]: EXAMPLE.search(heading)
    for heading in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
}


def released(texts: dict[str, str], output: Path) -> Path:
    """Publish a release of the texts, by their ids."""
    documents = [
        Document(DocumentSpec(name, "", ("page.txt",)), join_files([("page.txt", text.encode())]))
        for name, text in texts.items()
    ]
    lexicon = REPOSITORY / lexicon_of(SEEDS)
    part = build_batch(documents, lexicon)
    assert part.problems == ()
    publish(part.tables, output, release_inputs(documents, None, lexicon))
    return output


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {
        "report": REPORT,
        "notice": NOTICE,
        "law": LAW,
        "works": WORKS,
        "follows": FOLLOWS,
        "listed": LISTED,
    }
    return released(texts, tmp_path_factory.mktemp("answers") / "output")


def test_there_are_fourteen_questions() -> None:
    assert len(QUERIES) == 14
    assert None not in QUERIES.values()


@pytest.mark.parametrize("question", QUERIES)
def test_each_question_has_an_answer(question: str, answers: Path) -> None:
    example = QUERIES[question]
    assert example is not None
    assert query(answers, example["sql"]).num_rows > 0


@pytest.mark.parametrize("view", sorted(ASKED_ELSEWHERE))
def test_each_view_that_the_invented_plan_leaves_empty_has_rows(view: str, answers: Path) -> None:
    assert query(answers, f"FROM {view}").num_rows > 0


def rows(answers: Path, sql: str) -> list[dict[str, Any]]:
    return query(answers, sql).to_pylist()  # type: ignore[no-any-return]


def test_what_is_due_and_by_whom(answers: Path) -> None:
    found = rows(
        answers, "select by_whom, is_named, figures from v_due where document_id = 'notice' and is_named"
    )
    assert {"by_whom": ["市民政局"], "is_named": True, "figures": "社区养老服务综合体100个"} in found
    of_report = rows(answers, "select distinct year_to, by_whom from v_due where document_id = 'report'")
    assert {"year_to": 2026, "by_whom": ["四川省人民政府"]} in of_report


def test_result_meets_target(answers: Path) -> None:
    found = rows(
        answers,
        "select result_value, result_year, target_value, target_year from v_results_and_targets "
        "where indicator_name = '地区生产总值'",
    )
    assert found == [{"result_value": 5.6, "result_year": 2025, "target_value": 5.5, "target_year": 2026}]


def test_a_citation_finds_its_document(answers: Path) -> None:
    (found,) = rows(
        answers, "select relation, cited_document_id from v_citations where document_id = 'notice'"
    )
    assert found == {"relation": "basis", "cited_document_id": "law"}


def test_a_document_is_known_without_its_issuer_and_years_and_by_its_number(answers: Path) -> None:
    found = rows(
        answers,
        "select title, cited_document_id from v_citations where document_id = 'follows' order by start_char",
    )
    assert [row["cited_document_id"] for row in found] == ["notice", "notice", "notice", None]


def test_what_two_documents_are_called_is_neither(tmp_path: Path) -> None:
    citing = "某市工作方案\n一、总体要求\n贯彻落实《2026年四川省政府工作报告》，建设公园。\n"
    texts = {"a": REPORT, "b": REPORT.replace("90万", "91万"), "c": citing}
    (found,) = rows(
        released(texts, tmp_path / "out"), "select cited_document_id from v_citations where document_id = 'c'"
    )
    assert found == {"cited_document_id": None}


def test_what_was_added_is_no_level(answers: Path) -> None:
    found = rows(
        answers, "select measure, base_value from v_targets where indicator_name = '新能源发电装机容量'"
    )
    assert found == [{"measure": "increase", "base_value": 1e10}]


def test_who_leads_and_who_supports(answers: Path) -> None:
    (found,) = rows(answers, "select body, supports from v_leads where part = 'lead'")
    assert found == {"body": "市民政局", "supports": ["市财政局"]}


def test_bans_and_strategies(answers: Path) -> None:
    kinds = {row["ban"] for row in rows(answers, "select ban from v_bans")}
    assert kinds == {"prohibited"}
    assert rows(answers, "select distinct strategy from v_strategies") == [{"strategy": "乡村振兴战略"}]


def test_projects_have_their_stage(answers: Path) -> None:
    found = rows(
        answers,
        "select item, stage, year_to, place, figures from v_projects where document_id = 'report'",
    )
    assert {tuple(row.values()) for row in found} == {
        ("成渝中线高铁", "build", 2026, None, None),
        ("成都天府机场二期", "build", 2026, "成都市", None),
        ("成昆铁路二线", "finish", 2026, None, "成昆铁路二线120公里"),
        ("毗河引水工程", "start", 2026, None, None),
    }


def test_projects_of_a_list_need_no_name_of_the_release(answers: Path) -> None:
    found = rows(answers, "select item, stage from v_projects where document_id = 'works' order by item")
    assert {(row["item"], row["stage"]) for row in found} == {
        ("青云至白河铁路", "build"),
        ("红石至绿塘铁路", "build"),
        ("云岭大型灌区", "start"),
        ("白河弗迪电池二期", "start"),
        ("青云至乌石750千伏输变电工程", "start"),
        ("黑石铁路", "finish"),
        ("白石铁路", "finish"),
        ("青石铁路东山段", "finish"),
        ("绿石机场", "start"),
        ("甲城至丁城铁路", "build"),
        ("丙城至乙城铁路", "build"),
        ("戊城机场", "build"),
        # A list of works, of which one or more are known for such; the rest goes with them.
        ("青云新材料一期", "build"),
        ("红石天宇多晶硅", "build"),
        ("远星零碳电池", "build"),
        ("白水电站", "build"),
        ("绿塘储能", "build"),
        ("黄石高速", "build"),
    }


def test_projects_of_a_table_are_read_by_the_heads_of_its_columns(answers: Path) -> None:
    found = rows(
        answers,
        "select project, stage, place, year_from, year_to, investment_cny, body from v_table_projects "
        "order by row_index",
    )
    assert [tuple(row.values()) for row in found] == [
        ("白川至永宁高速公路", "build", "永宁县", 2024, 2027, 5_830_000_000.0, "市交通局"),
        ("白川通用机场", "plan", "石门镇", 2027, 2027, None, "市发展改革委"),
    ]


def test_items_of_lists_stand_where_they_are_printed(answers: Path) -> None:
    found = rows(
        answers,
        "select item, substr(text, start_char + 1, end_char - start_char) as printed from v_listed_projects "
        "join paragraphs using (paragraph_id) where item like '%铁路%'",
    )
    printed = {row["item"]: row["printed"] for row in found}
    assert printed["青云至白河铁路"] == "青云至白河"
    assert printed["青石铁路东山段"] == "青石铁路东山段"
    assert printed["丙城至乙城铁路"] == "丙城至乙城"


def test_money_stands_in_its_sentence(answers: Path) -> None:
    found = rows(answers, "select sentence from v_money where stands = 'result'")
    assert found == [{"sentence": "发放贷款500亿元。"}]


def test_tasks_are_linked_by_what_few_documents_name(answers: Path) -> None:
    both = "select document_count from entities where name like '%十百千万%'"
    assert rows(answers, both) == [{"document_count": 2}]
    assert rows(answers, "select basis, score from v_task_links") == [
        {"basis": "养老服务体系提升行动", "score": 1.0}
    ]
