"""`search` finds every paragraph that holds all words asked for, and no other."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.release.document_tables import document_tables
from gangyao.release.publish import publish
from gangyao.release.sql import query
from gangyao.release.writers.full_text import declared_index, postings, write_full_text
from tests.release.invented import law, plan
from tests.release.test_publish import NO_INPUTS


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(
        document_tables([plan(), law()]), tmp_path_factory.mktemp("search") / "out", NO_INPUTS
    ).output


def found(out: Path, words: str) -> list[str]:
    return [str(one) for one in query(out, f"FROM search('{words}')")["paragraph_id"].to_pylist()]


def holding(out: Path, *words: str) -> list[str]:
    rows = query(out, "FROM paragraphs").to_pylist()
    return [row["paragraph_id"] for row in rows if all(word in row["text"] for word in words)]


def test_all_words_must_stand_in_the_paragraph(out: Path) -> None:
    assert found(out, "临河市 学校") == holding(out, "临河市", "学校") != []
    assert found(out, "临河市 没有") == []


def test_words_may_be_traditional_one_character_or_none(out: Path) -> None:
    assert found(out, "建設學校") == found(out, "建设学校") == holding(out, "建设学校") != []
    assert found(out, "校") == holding(out, "校") != []
    assert found(out, " ") == found(out, "") == []


def test_the_tasks_of_what_was_found(out: Path) -> None:
    rows = query(out, "SELECT task_id FROM search('建设学校') JOIN tasks USING (paragraph_id)")
    assert rows["task_id"].to_pylist() == ["linhe-2020/8/p1/t1"]


texts = st.lists(st.text("甲乙Aa𠮷 ", max_size=6), min_size=1, max_size=8)


@given(texts)
def test_pairs_are_those_of_the_texts(several: list[str]) -> None:
    wanted = {
        ((ord(one[at].lower()) << 21) + ord(one[at + 1].lower()), number + 5)
        for number, one in enumerate(several)
        for at in range(len(one) - 1)
    }
    rows = postings(pa.array(several), 5).to_pylist()
    assert [(row["bigram"], row["paragraph"]) for row in rows] == sorted(wanted)


def test_several_runs_are_sorted_as_one() -> None:
    with duckdb.connect() as connection:
        for statement in declared_index():
            connection.execute(statement)
        write_full_text(connection, [pa.array(["乙甲", "甲乙"]), pa.array(["甲乙甲"])])
        rows = connection.execute("SELECT bigram >> 21, paragraph FROM text_bigrams").fetchall()
    assert rows == [(ord("乙"), 0), (ord("乙"), 2), (ord("甲"), 1), (ord("甲"), 2)]
