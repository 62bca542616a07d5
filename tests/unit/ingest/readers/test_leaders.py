from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gangyao.document.printed import Box
from gangyao.document.recognised import Reading
from gangyao.ingest.printed_pages.page import Run
from gangyao.ingest.readers.picture.leaders import with_leaders

SIZE = 40
ENTRY = Run("一、总体要求…", Box(100, 100, 380, 140), SIZE, scores=(0.9,) * 7)
BODY = Run("加快建设临河水库，推进城乡供水一体化，到二〇三〇年", Box(100, 200, 900, 240), SIZE)


def page(*, step: int = 20, until: int = 860, number: bool = True) -> np.ndarray:
    """Draw a leader behind an entry and a bar where its number stands."""
    pixels = np.full((400, 1000, 3), 250, np.uint8)
    for x in range(346, until, step):
        pixels[118:122, x : x + 4] = 20
    if number:
        pixels[105:135, 875:890] = 20
    return pixels


def read(cutting: np.ndarray) -> Reading:
    """Read the number where the picture is that of one, else the entry."""
    assert cutting.shape[0] >= SIZE
    text = "12" if cutting.shape[1] < 4 * SIZE else "一、总体要求"
    return Reading(text, (0.95,) * len(text))


def texts(runs: list[Run]) -> list[str]:
    assert all(len(run.scores) in (0, len(run.text)) for run in runs)
    return [run.text for run in runs]


def test_an_entry_gets_its_leader_and_the_number_behind_it():
    found = with_leaders(page(), [ENTRY, BODY], read)
    assert texts(found) == ["一、总体要求" + "…" * 13 + "12", BODY.text]
    assert found[0].box.right == 890
    assert found[0].scores[-2:] == (0.95, 0.95)


def test_a_number_that_was_recognised_apart_is_put_behind_the_leader():
    number = Run("3", Box(870, 100, 895, 140), SIZE, scores=(0.8,))
    found = with_leaders(page(number=False), [ENTRY, number, BODY], read)
    assert texts(found) == ["一、总体要求" + "…" * 13 + "3", BODY.text]


@pytest.mark.parametrize("rest", ["…", "...", "", "…12", "...l2"])
def test_a_character_that_was_left_out_before_a_leader_is_read_again_without_it(rest: str):
    entry = replace(ENTRY, text="一、总体要" + rest, box=Box(100, 100, 900, 140), scores=())
    (found, _) = with_leaders(page(), [entry, BODY], read)
    wanted = "一、总体要求" if rest else "一、总体要"
    assert found.text == (wanted + "…" * 13 + "12" if rest else wanted)


def test_dots_that_were_recognised_apart_are_part_of_the_leader():
    dots = Run("…", Box(600, 100, 700, 140), SIZE, scores=(0.8,))
    number = Run("…3", Box(800, 100, 895, 140), SIZE, scores=(0.8, 0.9))
    found = with_leaders(page(), [dots, ENTRY, number, BODY], read)
    assert texts(found) == ["一、总体要求" + "…" * 11 + "3", BODY.text]


def test_room_without_a_leader_stays_empty():
    plain = Run("　附件", Box(100, 100, 200, 140), SIZE)
    assert with_leaders(page(until=0, number=False), [plain, BODY], read) == [plain, BODY]
    # A line of text that was not recognised is none: its marks are as high as characters.
    line = np.full((400, 1000, 3), 250, np.uint8)
    line[105:135, 300:860:20] = 20
    assert with_leaders(line, [plain, BODY], read) == [plain, BODY]


def test_an_ellipsis_is_no_leader_and_nothing_behind_it_is_lost():
    within = Run("修建水库……等工程，加快建设。", Box(100, 100, 700, 140), SIZE)
    at_end = Run("修建水库……", Box(100, 200, 340, 240), SIZE)
    pixels = np.full((400, 1000, 3), 250, np.uint8)
    for x in range(263, 340, 13):
        pixels[118:122, x : x + 4] = pixels[218:222, x : x + 4] = 20
    assert with_leaders(pixels, [within, at_end, BODY], read) == [within, at_end, BODY]
    # A leader in the column beside a line is none of it.
    pixels = page(number=False)
    whole = Run("一、总体要求，加快建设临河水库。", Box(100, 100, 980, 140), SIZE)
    assert with_leaders(pixels, [whole], read) == [whole]


def test_no_leader_runs_into_what_stands_beside_it():
    # A line of the next column, half a line lower, whose upper edges look like dots.
    beside = Run("间的联合有了新的发展", Box(600, 122, 900, 162), SIZE)
    assert with_leaders(page(number=False), [ENTRY, beside, BODY], read)[1:] == [beside, BODY]
    assert with_leaders(page(number=False), [ENTRY, beside, BODY], read)[0].box.right <= 600


def test_a_number_alone_behind_dots_has_its_leader_before_it():
    above = Run("一、健全以先进制造业为骨干的现代化产业体系建设", Box(100, 40, 900, 80), SIZE)
    number = Run("3", Box(875, 100, 890, 140), SIZE, scores=(0.8,))
    found = with_leaders(page(), [above, number, BODY], read)
    assert texts(found) == [above.text, "…" * 13 + "3", BODY.text]
    assert found[1].box.left == 346


def test_a_line_that_ends_beyond_the_page_has_no_leader():
    beyond = replace(ENTRY, box=Box(100, 420, 380, 460))
    assert with_leaders(page(), [beyond, BODY], read) == [beyond, BODY]


def test_a_number_alone_is_left_as_it_is_without_dots():
    number = Run("3", Box(875, 100, 890, 140), SIZE, scores=(0.8,))
    assert with_leaders(page(until=0), [number, BODY], read) == [number, BODY]
