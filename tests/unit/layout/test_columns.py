"""Pages of a newspaper: columns of the seed, cut anywhere, in any order, with furniture between them."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.ingest.seeds import load_document
from gangyao.layout.stage import lay_out

SEED = Path(__file__).parents[3] / "seeds" / "documents" / "chengyu-2021"
FURNITURE = ("11要闻", "（下转第五版）", "（上接第一版）", "人民日报 2021年10月21日 星期四", "— 7 —")


def laid_out(text):
    source = join_files([("page.txt", text.encode())])
    layout = lay_out(source, load_model())
    return layout, reading_text(source, layout).text


@pytest.fixture(scope="module")
def text():
    """The middle of the seed as it is read: it begins and ends in mid-sentence."""
    source = load_document(SEED).source
    whole = reading_text(source, lay_out(source, load_model())).text
    return whole[1003:6502]


def columns(text, cuts):
    return [text[a:b].strip("\n") for a, b in pairwise([0, *cuts, len(text)])]


# Cut in mid-word, in mid-sentence, after a comma; none at the end of a sentence.
CUTS = (871, 2210, 3603, 4444)


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (2, 3, 4, 0, 1), (1, 4, 0, 3, 2)])
def test_columns_with_furniture_between_them_are_put_in_order(text, order):
    parts = columns(text, CUTS)
    printed = [[head, *parts[index].split("\n")] for index, head in zip(order, FURNITURE, strict=True)]
    page = "\n\n".join(line for column in printed for line in column)
    layout, read = laid_out(page)
    assert "".join(read.split()) == "".join(text.split())
    assert layout.breaks


@pytest.mark.parametrize("furniture", [FURNITURE, ()])
def test_columns_in_order_stay_and_are_joined(text, furniture):
    parts = columns(text, CUTS)
    page = ""
    for index, part in enumerate(parts):
        page += "\n\n".join([*furniture[index : index + 1], *part.split("\n")]) + "\n\n"
    layout, read = laid_out(page)
    assert not layout.breaks
    assert "".join(read.split()) == "".join(text.split())
    if furniture:
        assert read.split("\n") == text.split("\n")


def test_wrapped_columns_are_put_in_order(text):
    lines = [part[at : at + 16] for part in text.split("\n") for at in range(0, len(part), 16)]
    cuts = (len(lines) // 4, len(lines) // 2 + 3)
    first, second, third = (lines[a:b] for a, b in pairwise([0, *cuts, len(lines)]))
    page = "\n".join(["11要闻", "", *third, "", *first, "（下转第五版）", *second])
    _, read = laid_out(page)
    assert "".join(read.split()) == "".join(text.split())


def test_a_text_of_one_sentence_a_line_stays_as_printed(text):
    sentences = [s for s in re.split("(?<=[。；])", text.replace("\n", "")) if s]
    sentences.insert(len(sentences) // 2, "等等。")
    layout, _ = laid_out("\n".join(sentences))
    assert not layout.breaks
