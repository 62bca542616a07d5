"""Documents that were read become rows, in whatever batches."""

from __future__ import annotations

import pickle
import random
from datetime import date

import pytest

from gangyao.release.checks.provenance import prove
from gangyao.release.checks.schema import validate
from gangyao.release.document_tables import document_tables, merge
from gangyao.release.tables import Tables
from tests.release.invented import law, plan


def rows(tables: Tables, name: str, *columns: str) -> list[tuple[object, ...]]:
    return list(zip(*(tables[name][column].to_pylist() for column in columns), strict=True))


def test_invented_documents_hold_and_prove_themselves(tables: Tables) -> None:
    assert validate(tables) == ()
    assert prove(tables) == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_files_of_any_encoding_and_line_end_are_had_back(end: str, encoding: str) -> None:
    assert prove(document_tables([plan(end=end, encoding=encoding)])) == ()


def test_ids_are_paths_of_source_coordinates(tables: Tables) -> None:
    assert rows(tables, "sections", "section_id", "parent_id") == [
        ("linhe-2020/8", None),
        ("linhe-2020/8.1", "linhe-2020/8"),
        ("shuilifa-2011/1", None),
        ("shuilifa-2011/2", None),
    ]
    assert tables["paragraphs"]["paragraph_id"].to_pylist()[:2] == ["linhe-2020/8/p1", "linhe-2020/8.1/p1"]
    assert tables["actions"]["action_id"].to_pylist() == [
        "linhe-2020/8/p1/t1/a1",
        "linhe-2020/8/p1/t1/a2",
        "linhe-2020/8.1/p1/t1/a1",
    ]
    assert tables["targets"]["target_id"].to_pylist() == ["linhe-2020/8.1/p1/t1/q1"]
    assert rows(tables, "mentions", "mention_id", "task_id")[:2] == [
        ("linhe-2020/8/p1/m5", "linhe-2020/8/p1/t1"),
        ("linhe-2020/8/p1/m17", "linhe-2020/8/p1/t1"),
    ]


def test_a_document_says_how_much_of_it_was_read(tables: Tables) -> None:
    first, second = tables["documents"].to_pylist()
    assert first["issuers"] == ["临河市人民政府"]
    assert first["announced_on"] == date(2020, 3, 1)
    assert first["document_number"] == "临政发〔2020〕3号"
    assert first["set_aside_chars"] == len("03要闻") + len("临河流域发展规划")
    assert first["witness_chars"] == 38
    assert first["confirmed_share"] == round(38 / 42, 4)
    assert second["confirmed_share"] is None
    assert tables["paragraphs"]["confirmed_share"].to_pylist()[:2] == [0.9, round(20 / 22, 4)]
    assert first["is_partial"] is False
    assert (second["script"], second["title"], second["title_hant"]) == ("hant", "水利法", "水利法")
    assert second["encoding"] == "big5"
    assert len(second["source_sha256"]) == 2


def test_lines_know_their_section_and_paragraph(tables: Tables) -> None:
    got = rows(tables, "lines", "text", "kind", "section_id", "paragraph_id")[:8]
    assert [row[1:] for row in got] == [
        ("furniture", None, None),
        ("paragraph", "linhe-2020/8.1", "linhe-2020/8.1/p1"),
        ("paragraph", "linhe-2020/8.1", "linhe-2020/8.1/p1"),
        ("blank", None, None),
        ("furniture", None, None),
        ("heading", "linhe-2020/8", None),
        ("paragraph", "linhe-2020/8", "linhe-2020/8/p1"),
        ("paragraph", "linhe-2020/8", "linhe-2020/8/p1"),
    ]


def test_a_correction_in_a_heading_is_in_no_paragraph(tables: Tables) -> None:
    got = {
        row[0]: row[1:]
        for row in rows(tables, "corrections", "after", "paragraph_id", "start_char", "end_char")
    }
    assert got["民生"] == (None, None, None)
    assert got["展教育"] == ("linhe-2020/8/p1", 21, 24)
    assert got[""] == ("linhe-2020/8.1/p1", 2, 2)


def test_a_traditional_text_is_published_in_both_scripts(tables: Tables) -> None:
    assert rows(tables, "paragraphs", "text", "text_hant")[2:] == [
        ("国家发展水利。", "國家發展水利。"),
        ("保护干流。", "保護幹流。"),
    ]


def test_batches_of_any_size_and_order_give_the_same_tables() -> None:
    read = [plan(f"linhe-{year}") for year in range(2001, 2008)] + [
        law(f"law-{number}") for number in range(5)
    ]
    whole = document_tables(read)
    for seed in range(5):
        shuffled = random.Random(seed)
        order = read.copy()
        shuffled.shuffle(order)
        size = shuffled.randint(1, 5)
        parts = [document_tables(order[at : at + size]) for at in range(0, len(order), size)]
        shuffled.shuffle(parts)
        merged = merge(parts)
        for name in whole.names:
            assert merged[name].equals(whole[name], check_metadata=True), name
    assert prove(whole) == ()


def test_entities_are_counted_over_all_documents() -> None:
    merged = merge([document_tables([plan("b")]), document_tables([plan("a"), law("c")])])
    got = {row["entity_id"]: row for row in merged["entities"].to_pylist()}
    assert list(got) == sorted(got)
    area = got["admin_area/临河市青川区"]
    assert (area["mention_count"], area["document_count"], area["aliases"]) == (2, 2, ["青川区"])
    assert area["name_hant"] == "臨河市青川區"
    assert area["admin_code"] == "990102"


def test_an_entity_has_the_code_of_its_latest_document() -> None:
    from dataclasses import replace

    old, new = plan("z-old"), plan("a-new")
    spec = replace(old.document.spec, announced_on=date(1999, 1, 1))
    recoded = tuple(
        tuple(one._replace(admin_code="120000") if one.name == "临河市" else one for one in of_paragraph)
        for of_paragraph in old.mentions
    )
    old = replace(old, document=replace(old.document, spec=spec), mentions=recoded)
    for parts in ([old, new], [new, old]):
        merged = merge([document_tables([part]) for part in parts])
        codes = dict(rows(merged, "entities", "entity_id", "admin_code"))
        assert codes["admin_area/临河市"] == "990100"
        assert set(merged["mentions"]["admin_code"].to_pylist()) == {"120000", "990100", "990102"}


def test_no_documents_give_empty_tables() -> None:
    nothing = document_tables([])
    assert merge([]).names == nothing.names
    assert all(merge([nothing])[name].num_rows == 0 for name in nothing.names)
    assert validate(nothing) == ()


def test_tables_can_be_shipped_to_another_process(tables: Tables) -> None:
    shipped = pickle.loads(pickle.dumps(tables))
    assert all(shipped[name].equals(tables[name]) for name in tables.names)


def test_a_document_with_an_empty_file_proves_itself() -> None:
    import hashlib
    from dataclasses import replace

    from gangyao.document.changes import Cleaned
    from gangyao.document.layout import Layout
    from gangyao.document.outline import Outline
    from gangyao.document.reading_text import ReadingText
    from gangyao.document.source import Source, SourceFile

    nothing = hashlib.sha256(b"").hexdigest()
    read = plan()
    source = read.document.source
    empty = SourceFile("empty.txt", nothing, "utf-8", len(source.text), len(source.text))
    beside = replace(
        read, document=replace(read.document, source=Source(source.text, (*source.files, empty)))
    )
    assert prove(document_tables([beside])) == ()
    alone = replace(
        read,
        document=replace(read.document, source=Source("", (replace(empty, raw_start=0, raw_end=0),))),
        layout=Layout(()), cleaned=Cleaned(ReadingText("", ()), "", (), ()), text_hant="",
        outline=Outline((), ()), tasks=(), mentions=(), task_entities=(), confirmations=(),
    )  # fmt: skip
    tables = document_tables([alone])
    assert validate(tables) == ()
    assert prove(tables) == ()
