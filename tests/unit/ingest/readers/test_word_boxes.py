"""Words with boxes, as tesseract writes them."""

import re

import pytest

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.word_boxes import read_word_boxes

_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
_SIZE = 20
_LEFT = [
    "一、发展目标",
    "到2030年，青禾市建成十二个产业",
    "园区，新增就业岗位三万个，引进",
    "GREEN POWER项目两个。",
]
_RIGHT = [
    "二、重点任务",
    "市商务局牵头建设跨境电子商务综",
    "合试验区，支持企业开拓国际市场",
    "，完善口岸通关服务。",
]


def words_of(text: str) -> list[str]:
    """Cut a line to words of two Chinese characters, or of Latin letters and digits that stand together."""
    return re.findall("[A-Za-z0-9]+|[^A-Za-z0-9 ]{1,2}", text)


def tsv_of(columns: list[list[str]], width: int = 900) -> bytes:
    rows = [_HEAD, f"1\t1\t0\t0\t0\t0\t0\t0\t{width}\t600\t-1\t"]
    for block, lines in enumerate(columns, 1):
        start = 60 + (block - 1) * 440
        for number, line in enumerate(lines, 1):
            top, left = 60 + 40 * number, start
            rows.append(f"4\t1\t{block}\t1\t{number}\t0\t{start}\t{top}\t{_SIZE * len(line)}\t{_SIZE}\t-1\t")
            for count, word in enumerate(words_of(line), 1):
                at = start + _SIZE * line.index(word, max(0, (left - start) // _SIZE))
                place = f"{at}\t{top}\t{_SIZE * len(word)}\t{_SIZE}"
                rows.append(f"5\t1\t{block}\t1\t{number}\t{count}\t{place}\t91.5\t{word}")
                left = at + _SIZE * len(word)
    return ("\n".join(rows) + "\n").encode()


def test_words_become_lines_and_columns_are_read_one_after_the_other() -> None:
    data = tsv_of([_LEFT, _RIGHT])
    assert kind_of(data, "page.tsv") == "word boxes"
    content = read_word_boxes(data, "page.tsv")
    assert [line.text for line in content.lines] == [*_LEFT, *_RIGHT]
    assert content.pages == 1
    assert {line.page for line in content.lines} == {1}
    assert content.lines[0].box == Box(60, 100, 60 + _SIZE * len(_LEFT[0]), 120)


def test_words_that_stand_far_apart_on_a_line_are_parted() -> None:
    row = "5\t1\t1\t1\t1\t{}\t{}\t100\t60\t20\t88\t{}"
    rows = [_HEAD, row.format(1, 60, "合计数"), row.format(2, 400, "三百亿")]
    assert [line.text for line in read_word_boxes("\n".join(rows).encode(), "t").lines] == [
        "合计数",
        "三百亿",
    ]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (["5\t1\t1\t1\t1\t1\t60\t100\tx\t20\t88\t字"], "is a damaged list of words with boxes"),
        (["5\t1\t1\t1\t1\t1\t60\t100\tnan\t20\t88\t字"], "no box on a page"),
        (["5\t1\t1\t1\t1\t1\t-60\t100\t20\t20\t88\t字"], "no box on a page"),
        (["5\t1\t1\t1"], "line 2"),
        (["1\t1\t0\t0\t0\t0\t0\t0\t900\t600\t-1\t"], "holds no word"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(rows: list[str], says: str) -> None:
    with pytest.raises(SeedError, match=says):
        read_word_boxes("\n".join([_HEAD, *rows]).encode(), "page.tsv")


def test_another_table_with_tabs_is_a_text() -> None:
    assert kind_of("level\tpage\ttext\n1\t2\t三\n".encode(), "a.tsv") == "text"


def test_pages_of_files_that_were_put_together_stay_apart() -> None:
    content = read_word_boxes(tsv_of([_LEFT]) + tsv_of([_RIGHT]), "both.tsv")
    assert [line.text for line in content.lines] == [*_LEFT, *_RIGHT]
    assert [line.page for line in content.lines] == [1] * 4 + [2] * 4


def test_a_table_that_speaks_of_hocr_is_a_table() -> None:
    row = "5\t1\t1\t1\t1\t1\t60\t100\t60\t20\t88\t<div class='ocr_page'>字"
    data = f"{_HEAD}\n{row}\n".encode()
    assert kind_of(data, "t.tsv") == "word boxes"
    assert [line.text for line in read_word_boxes(data, "t.tsv").lines] == ["<div class='ocr_page'>字"]


def test_scores_are_those_of_the_words() -> None:
    row = "5\t1\t1\t1\t{}\t1\t60\t{}\t60\t20\t{}\t合计数"
    rows = [_HEAD, row.format(1, 100, 12), row.format(2, 200, -1)]
    lines = read_word_boxes("\n".join(rows).encode(), "t").lines
    assert [line.scores for line in lines] == [(0.12,) * 3, ()]


def test_words_of_a_line_that_is_not_level_are_no_larger_than_others() -> None:
    row = "5\t1\t1\t1\t{}\t{}\t{}\t{}\t40\t20\t90\t字词"
    level = [row.format(1, k, 60 + 50 * k, 100) for k in range(8)]
    skew = [row.format(2, k, 60 + 50 * k, 140 + 2 * k) for k in range(8)]
    lines = read_word_boxes("\n".join([_HEAD, *level, *skew]).encode(), "t").lines
    assert [line.size for line in lines] == [20, 20]
