from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.chinese.scripts import to_traditional
from gangyao.cleaning.clean import clean, load_rules
from gangyao.cleaning.errata import place_errata
from gangyao.collation.collate import WORDING, Apparatus, collate
from gangyao.collation.errata import propose_errata, write_proposals
from gangyao.collation.report import as_text
from gangyao.document.layout import Layout, Line
from gangyao.document.ledger import open_ledger
from gangyao.document.reading_text import ReadingText, reading_text
from gangyao.document.source import Document, DocumentSpec, Source, SourceFile, Witness
from gangyao.ingest.errata import read_errata
from tests.unit.collation.plan_text import PARAGRAPHS, TEXT


def _document(text: str) -> tuple[Document, ReadingText]:
    source = Source(text, (SourceFile("a.txt", "", "utf-8", 0, len(text)),))
    lines, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(Line(number, "a.txt", start, start + len(line), "paragraph", 1, number))
        start += len(line) + 1
    document = Document(DocumentSpec("lake", "规划", ("a.txt",)), source)
    return document, reading_text(source, Layout(tuple(lines)))


def _collate(text: str, copy: str) -> Apparatus:
    document, reading = _document(text)
    return collate(document, open_ledger(reading).cleaned(), Witness("copy.txt", copy))


def _wording(apparatus: Apparatus) -> list[tuple[str, str, str]]:
    return [(d.kind, d.printed, d.reading) for d in apparatus.differences if d.kind in WORDING]


@pytest.mark.parametrize(
    ("printed", "reading", "kind"),
    [
        ("协同治理", "联合治理", "substitution"),
        ("不低于五年", "五年", "omission"),
        ("老渔村", "湖畔老渔村", "addition"),
        ("118.5", "1185", "omission"),
        ("2027年", "2025年", "substitution"),
    ],
)
def test_a_difference_in_wording(printed, reading, kind):
    apparatus = _collate(TEXT, TEXT.replace(printed, reading))

    (found,) = (d for d in apparatus.differences if d.kind in WORDING)
    assert found.kind == kind
    assert TEXT[found.raw_start : found.raw_end] == found.printed
    repaired = TEXT[: found.start] + found.reading + TEXT[found.end :]
    assert repaired == TEXT.replace(printed, reading)


def test_what_both_copies_say_is_confirmed():
    apparatus = _collate(TEXT, "\n".join(PARAGRAPHS[:3]))

    assert apparatus.differences == ()
    assert 0 < apparatus.confirmed_chars < apparatus.compared_chars


@pytest.mark.parametrize(
    "copy",
    [
        to_traditional(TEXT),
        TEXT.replace("，", ",").replace("“", "「"),
        TEXT.replace("，", "， ").replace("湖", "湖\n"),
        TEXT.replace("2027", "２０２７"),
        "\n".join([*PARAGRAPHS[4:], *PARAGRAPHS[:4]]),
        "首页 导航\n" + "\n".join(PARAGRAPHS[3:]) + "\n版权所有 责任编辑某人",
        "\n".join(PARAGRAPHS[:2] + PARAGRAPHS[5:]),
    ],
    ids=["script", "marks", "white space", "width", "order", "page", "missing part"],
)
def test_form_order_and_missing_parts_are_no_errata(copy):
    assert propose_errata(_collate(TEXT, copy)) == ()


def test_other_marks_are_listed_but_not_proposed():
    apparatus = _collate(TEXT, TEXT.replace("鼓励企业", "。鼓励企业").replace("，。鼓励", "。鼓励"))

    assert [(d.kind, d.printed, d.reading) for d in apparatus.differences] == [("punctuation", "，", "。")]
    assert propose_errata(apparatus) == ()


def test_a_variant_in_a_copy_of_the_same_script_is_listed_but_not_proposed():
    apparatus = _collate(TEXT, TEXT.replace("开湖节", "開湖节"))

    assert [(d.kind, d.printed, d.reading) for d in apparatus.differences] == [("script", "开", "開")]
    assert propose_errata(apparatus) == ()


def test_a_long_passage_that_the_copy_lacks_is_a_part_not_a_slip():
    apparatus = _collate(TEXT, TEXT.replace(PARAGRAPHS[2] + "\n", ""))

    assert [d.kind for d in apparatus.differences] == ["missing part"]


def test_readings_from_a_traditional_copy_are_proposed_in_simplified_characters():
    apparatus = _collate(TEXT, to_traditional(TEXT.replace("稳定补助", "长期补贴")))

    (row,) = propose_errata(apparatus)
    assert (row.before, row.after, row.evidence, row.source) == (
        "稳定补助",
        "长期补贴",
        "witness",
        "copy.txt",
    )


def test_readings_for_a_traditional_document_are_proposed_in_its_script():
    apparatus = _collate(to_traditional(TEXT), TEXT.replace("稳定补助", "长期补贴"))

    (row,) = propose_errata(apparatus)
    assert (row.before, row.after) == (to_traditional("稳定补助"), to_traditional("长期补贴"))


def test_proposals_can_be_used_as_they_are(tmp_path: Path):
    copy = (
        TEXT.replace("协同治理", "联合治理")
        .replace("设立专项基金", "设立基金")
        .replace("支持老渔村", "大力支持老渔村")
        .replace("台风季节", "台风和大雾季节")
    )
    path = tmp_path / "errata.csv"

    assert write_proposals(_collate(TEXT, copy), path) == 4

    document, reading = _document(TEXT)
    placed = place_errata(document.source, read_errata(path))
    cleaned = clean(reading, placed, "hans", load_rules(Path("seeds/lexicon")), load_model())
    assert _wording(_collate(cleaned.text, copy)) == []


def test_a_row_is_proposed_where_the_character_comes_again_nearby():
    text = TEXT.replace("环湖水上巴士", "环湖湖上湖区巴士")

    (row,) = propose_errata(_collate(text, text.replace("湖上湖区", "湖上林区")))

    assert text.count(row.context) == 1
    assert row.context.count(row.before) == 1
    assert text.replace(row.context, row.context.replace(row.before, row.after)) == text.replace(
        "湖上湖区", "湖上林区"
    )


def test_what_a_curated_correction_already_settles_is_not_proposed():
    document, reading = _document(TEXT)
    path_rows = place_errata(
        document.source,
        propose_errata(_collate(TEXT, TEXT.replace("稳定补助", "长期补贴"))),
    )
    cleaned = clean(reading, path_rows, "hans", load_rules(Path("seeds/lexicon")), load_model())

    apparatus = collate(document, cleaned, Witness("other.txt", TEXT.replace("稳定补助", "按年津助")))

    assert _wording(apparatus) == [("substitution", "长期补贴", "按年津助")]
    assert propose_errata(apparatus) == ()


def test_the_report_shows_both_readings_and_the_place():
    text = as_text(_collate(TEXT, TEXT.replace("协同治理", "联合治理")))

    first, counts, row = text.split("\n")
    assert first.startswith("copy.txt confirms ")
    assert counts == "substitution: 1"
    assert row.startswith(f"{TEXT.index('协同治理')}\tsubstitution\t")
    assert "上下游〔协同 → 联合〕治理，严格" in row


def test_where_the_copy_has_another_text_nothing_is_proposed():
    other = (
        "坚持流域上下游协同治理，严格保护湖滨湿地与水源涵养林，这一句之后写的全是别的事情，"
        "例如城区积水点改造、老旧小区加装电梯、便民市场提升和夜间照明。\n"
        "对偏远岛屿实行客运补贴，保障居民每日至少两班往返，此外还要说明经费来源和考核办法。"
    )

    apparatus = _collate(TEXT, other)

    assert apparatus.confirmed_chars > 0
    assert propose_errata(apparatus) == ()


# The text as a column prints it, twelve characters a line.
_PRINTED = [TEXT.replace("\n", "")[at : at + 12] for at in range(0, len(TEXT.replace("\n", "")), 12)]


@given(
    st.sets(st.integers(2, len(_PRINTED) - 3), min_size=1, max_size=3),
    st.integers(2, len(_PRINTED) - 3),
    st.sampled_from(("8", "A", "湖")),
)
def test_whole_lines_that_one_copy_lacks_are_no_difference_and_any_other_character_is(gone, at, char):
    complete = "\n".join(_PRINTED)
    lacking = "\n".join(line for index, line in enumerate(_PRINTED) if index not in gone)
    assert _wording(_collate(complete, lacking)) == []
    assert _wording(_collate(lacking, complete)) == []
    line = _PRINTED[at]
    changed = complete.replace(line, line[:5] + char + line[6:])
    if line[5].isalnum() and line[5] != char:
        assert len(_wording(_collate(complete, changed))) == 1
