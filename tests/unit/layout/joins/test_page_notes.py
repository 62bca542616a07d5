"""Notes and captions that a page prints inside a sentence are read behind its paragraph."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.joins.page_notes import behind_paragraphs, find_page_notes
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.stage import lay_out

BEFORE = "全面推广再生水①利用，新建改建再生水厂，到2027年全市再生水利用率达到"
AFTER = "35%以上，建成再生水厂12座。"
NOTE = "① 再生水：指污水经处理后达到一定水质指标的水。"
HEAD = "二、管护河湖"


def read(*lines: str):
    source = join_files([("page.txt", "\n".join(lines).encode())])
    layout = lay_out(source, load_model())
    return reading_text(source, layout).text.split("\n"), layout


def test_a_note_at_the_foot_of_a_page_is_read_behind_the_sentence_that_it_parts() -> None:
    blocks, layout = read("一、推进节水", BEFORE, NOTE, "— 3 —", AFTER, HEAD, "落实河湖长制。")
    assert blocks == ["一、推进节水", BEFORE + AFTER, NOTE, HEAD, "落实河湖长制。"]
    assert [(cut.after_line, cut.before_line) for cut in layout.breaks] == [(2, 5), (5, 3), (3, 6)]


def test_all_notes_of_a_page_move_together() -> None:
    other = "② 管网：指输水的管道。"
    blocks, _ = read("一、推进节水", BEFORE, "——————", NOTE, other, "第 3 页", AFTER, HEAD)
    assert blocks == ["一、推进节水", BEFORE + AFTER, NOTE, other, HEAD]


def test_a_caption_is_read_behind_the_sentence_that_its_figure_parts() -> None:
    before = "以中心城区为核心，以快速交通走廊为骨架，构建一主两副、多点支撑的国土空间开发保护"
    caption = "图2-1 国土空间总体格局图"
    blocks, _ = read("一、总体格局", before, caption, "12", "格局，引导人口向重点城镇集聚。", HEAD)
    assert blocks == ["一、总体格局", before + "格局，引导人口向重点城镇集聚。", caption, HEAD]


def test_notes_after_a_sentence_stay_where_they_are() -> None:
    whole = "全面推广再生水①利用，新建改建再生水厂，建成再生水厂12座。"
    blocks, layout = read("一、推进节水", whole, NOTE, "— 3 —", "加强城乡供水保障。", HEAD)
    assert blocks == ["一、推进节水", whole, NOTE, "加强城乡供水保障。", HEAD]
    assert layout.breaks == ()


def test_a_list_with_circled_numbers_is_no_note() -> None:
    lines = [ReadLine(BEFORE.replace("①", "")), ReadLine("①建设水厂"), ReadLine("②改造管网", 0, "page")]
    assert find_page_notes([*lines, ReadLine(AFTER, 0, "page")], load_model()) == []


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 4), st.integers(0, 3))
def test_no_line_is_lost_by_moving_notes(notes: int, before: int) -> None:
    lines = [ReadLine("加强城乡供水保障。")] * before + [ReadLine(BEFORE)] + [ReadLine(NOTE)] * notes
    lines += [ReadLine(AFTER, 0, "page"), ReadLine(HEAD)]
    found = find_page_notes(lines, load_model())
    printed = range(len(lines))
    order = behind_paragraphs(printed, found, printed)
    assert sorted(order) == list(printed)
    assert order[before : before + 2] == [before, before + notes + 1]
