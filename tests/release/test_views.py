"""The views answer the common questions; queries and traces run on a release."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from gangyao.errors import DataError
from gangyao.release.document_tables import document_tables
from gangyao.release.publish import publish
from gangyao.release.sql import QueryError, query
from gangyao.release.trace import trace
from gangyao.release.views import ORDER, VIEWS
from tests.release.invented import law, plan
from tests.release.test_publish import NO_INPUTS


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(
        document_tables([plan(), law()]), tmp_path_factory.mktemp("views") / "out", NO_INPUTS
    ).output


# test_answers.py asks them of documents that have what they tell.
ASKED_ELSEWHERE = {
    *("v_due", "v_leads", "v_results", "v_results_and_targets", "v_money", "v_bans", "v_citations"),
    *("v_strategies", "v_projects", "v_listed_projects", "v_table_projects", "v_task_links"),
}


def one(out: Path, sql: str) -> dict[str, object]:
    rows = query(out, sql).to_pylist()
    assert len(rows) == 1, rows
    return rows[0]


def test_every_view_has_a_description_and_runs(out: Path) -> None:
    folder = Path(__file__).parents[2] / "gangyao" / "release" / "views"
    assert sorted(ORDER) == sorted(path.name for path in folder.glob("*.sql"))
    with duckdb.connect(out / "gangyao.duckdb", read_only=True) as connection:
        described = dict(connection.execute("SELECT view_name, comment FROM duckdb_views()").fetchall())
        for view in VIEWS:
            if view.parameters is None:
                assert described[view.name] == view.description
                found = connection.execute(f"SELECT * FROM {view.name}").fetchall()
                assert found or view.name in ASKED_ELSEWHERE, view.name
            assert view.description.endswith(".")


def test_tasks_have_their_section_path_and_parties(out: Path) -> None:
    row = one(out, "FROM v_tasks WHERE task_id = 'linhe-2020/8/p1/t1'")
    assert row["section_path"] == "第八章 改善民生"
    assert row["document"] == "临河流域发展规划"
    assert (row["actor_entities"], row["beneficiary_entities"]) == (["临河市"], ["临河市青川区"])
    assert query(out, "SELECT section_path FROM v_tasks")["section_path"].to_pylist() == [
        "第八章 改善民生",
        "第八章 改善民生 › （一） 共建水网",
    ]


def test_entities_know_where_they_occur(out: Path) -> None:
    row = one(out, "FROM v_entities WHERE name = '临河市青川区'")
    assert (row["documents"], row["sections"], row["tasks"]) == (["linhe-2020"], ["linhe-2020/8"], 1)


def test_divisions_know_the_division_above_them(out: Path) -> None:
    # 990100 is a prefecture: the invented district 990102 lies in it.
    row = one(out, "FROM v_admin_areas WHERE name = '临河市青川区'")
    assert (row["parent"], row["admin_level"]) == ("临河市", "county")


def test_entities_named_together_are_paired(out: Path) -> None:
    row = one(out, "FROM v_cooccurrence")
    assert (row["entity_id"], row["other_entity_id"], row["paragraphs"]) == (
        "admin_area/临河市",
        "admin_area/临河市青川区",
        1,
    )


def test_mentions_and_suspects_stand_in_their_context(out: Path) -> None:
    row = one(out, "FROM v_mentions WHERE surface = '青川区'")
    assert (row["before"], row["after"]) == ("完善政策。临河市要建设学校，=支持", "发展教育。")
    assert one(out, "FROM v_suspects")["context"] == "善政策。临河市要建设【学校】，=支持青川区发展教"


def test_corrections_show_what_is_printed_and_what_is_published(out: Path) -> None:
    row = one(out, "FROM v_corrections WHERE after = '展教育'")
    assert row["printed"] == "【教育】。"
    assert row["published"] == "学校，=支持青川区发【展教育】。"
    assert query(out, "FROM v_corrections").num_rows == 4


def test_the_trace_macro_leads_back_to_the_printed_lines(out: Path) -> None:
    rows = query(out, "FROM trace('linhe-2020/8/p1/t1/a2')").to_pylist()
    assert [(row["line"], row["printed"]) for row in rows] == [
        (7, "完善政策。临河市要建设学校，=支持青川区发"),
        (8, "教育。"),
    ]
    assert rows[0]["corrections"] is None
    assert rows[1]["corrections"][0]["evidence"] == "witness"


@pytest.mark.parametrize(
    "row_id",
    [
        "linhe-2020/8/p1", "linhe-2020/8/p1/t1", "linhe-2020/8/p1/t1/a2", "linhe-2020/8/p1/m17",
        "linhe-2020/c86-88",
        "linhe-2020/8/p1 copy.txt", "linhe-2020/8/p1/t1 linhe-2020/8/p1/m5 actor",
    ],
)  # fmt: skip
def test_any_row_is_traced_to_the_printed_line_and_the_evidence(out: Path, row_id: str) -> None:
    told = trace(out, row_id)
    assert row_id in told.splitlines()[0]
    assert "page.txt, line 7: 完善政策。临河市要建设学校，=支持青川区发\n" in told
    assert "page.txt, line 8: 【教育→展教育】。\n" in told
    assert "'教育' → '展教育', by witness (erratum): invented for the test (another copy, page 2)" in told


def test_rows_outside_paragraphs_are_traced_too(out: Path) -> None:
    [heading] = query(out, "FROM corrections WHERE before = '民主'")["correction_id"].to_pylist()
    assert "【民主→民生】" in trace(out, heading)
    assert "line 6: 第八章 改善【民主→民生】" in trace(out, "linhe-2020 6")
    assert "第八章 改善【民主→民生】" in trace(out, "linhe-2020/8")
    assert "line 1: 03要闻" in trace(out, "linhe-2020 1")
    assert "line 8: 【教育" in trace(out, "breaks linhe-2020 1")
    assert "mentioned in\n  linhe-2020/8/p1/m5  完善政策。【临河市】要建设学校" in trace(
        out, "admin_area/临河市"
    )
    assert "临河流域发展规划" in trace(out, "linhe-2020")


def test_an_unknown_id_is_told(out: Path) -> None:
    with pytest.raises(DataError, match="has the id 'linhe-2020/99'"):
        trace(out, "linhe-2020/99")


def test_queries_see_tables_and_names_and_cannot_write(out: Path) -> None:
    assert query(out, "SELECT count(*) AS n FROM tasks").to_pylist() == [{"n": 2}]
    assert "modality" in query(out, "DESCRIBE tasks")["column_name"].to_pylist()
    assert "tasks" in query(out, "SHOW TABLES")["name"].to_pylist()
    with pytest.raises(QueryError, match=r"read-only"):
        query(out, "DELETE FROM tasks")
    with pytest.raises(QueryError, match=r"(?i)syntax"):
        query(out, "SELEC 1")
    with pytest.raises(DataError, match="build the release first"):
        query(out / "csv", "SELECT 1")
