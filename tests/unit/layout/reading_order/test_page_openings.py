"""Where a page begins, of the places where the circle of its fragments may be opened."""

import numpy as np
import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.reading_order.continuity import Continuity
from gangyao.layout.reading_order.counting import Counting, make_fragment
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.page_openings import (
    OPENING_TRAITS,
    Circle,
    open_circle,
    opening_traits,
    openings_inside,
)
from gangyao.layout.reading_order.priors import Priors
from gangyao.layout.reading_order.scores import make_scores
from gangyao.layout.reading_order.search import make_problem
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.stage import lay_out
from tests.unit.layout.reading_order.test_sections import CHAPTERS

LINES = ("第二章 措施", "（一）加强巡查，", "及时报告。", "第三章 监督", "定期检查。")


def made_circle(order, lines=LINES, bits=None, parts=None):
    """A circle of fragments, of one line each if no `parts` are given, whose pairs are worth `bits`."""
    units = [Unit(line, mark := read_mark(line), line[0] == "第" and mark is not None) for line in lines]
    count = len(parts or lines)
    score = np.eye(count, k=1) * 8.0 if bits is None else bits
    continuity = Continuity(score, score > 90.0, score, score - 3.0, np.zeros(count), np.zeros(count))
    priors = Priors(np.zeros(count - 1), np.zeros(count - 1), np.zeros(count), np.zeros(count))
    bounds = parts or [(place, place + 1) for place in range(count)]
    fragments = [make_fragment(units[start:end]) for start, end in bounds]
    problem = make_problem(Counting(fragments, frozenset()), make_scores(continuity, priors))
    return Circle(tuple(order), units, bounds, continuity, priors, priors, problem)


def test_traits_tell_what_would_stand_first_and_last():
    traits = opening_traits(made_circle((3, 4, 0, 1, 2)), range(5))
    at = {name: traits[:, place].tolist() for place, name in enumerate(OPENING_TRAITS)}
    assert at["opens a section"] == [1, 0, 1, 0, 0]
    assert at["opens the first of the outermost sections"] == [0, 0, 1, 0, 0]
    assert at["number one"] == [0, 0, 0, 1, 0]
    # The circle is opened between 定期检查 and 第二章, which are no neighbours in print.
    assert at["neighbours in print"] == [1, 1, 0, 1, 1]
    assert at["after an open end"] == [0, 0, 0, 0, 1]
    assert at["after a heading"] == [0, 1, 0, 1, 0]
    assert at["numbers"][0] > at["numbers"][2]


@pytest.mark.parametrize("first", [1, 2, 3, 4])
def test_a_circle_is_not_opened_as_printed(first):
    order = tuple((first + place) % 5 for place in range(5))
    opening = open_circle(made_circle(order))
    assert sorted(opening.order) == list(range(5))
    assert opening.order != tuple(range(5))
    assert opening.losses[0] >= 0.0


def test_where_nothing_tells_more_the_search_is_followed():
    """Fragments of the same words, each as good as the other."""
    order = (2, 0, 1)
    circle = made_circle(order, ("加强巡查。",) * 3, np.zeros((3, 3)))
    assert open_circle(circle).order == order


def test_sections_inside_fragments_are_weighed_where_the_ends_of_the_page_go_together():
    parts = [(0, 3), (3, 4), (4, 5)]
    lines = ("现予公布。", "定期检查。", "第二章 措施", "加强巡查，", "第三章 监督")
    together, apart = np.full((3, 3), 4.0), np.full((3, 3), -4.0)
    assert openings_inside(made_circle((1, 2, 0), lines, together, parts)) == {2}
    # A section is first already.
    assert openings_inside(made_circle((2, 0, 1), lines, together, parts)) == set()
    assert openings_inside(made_circle((1, 2, 0), lines, apart, parts)) == set()


@pytest.mark.parametrize("cuts", [(73, 243), (70, 140)])
def test_whole_sections_begin_with_the_first_of_them(cuts):
    """Three chapters, whose last line the search takes for the one before the first."""
    lines = [line for chapter in CHAPTERS[1:] for line in chapter]
    text = "\n".join(lines)
    one, two, three = text[: cuts[0]], text[cuts[0] : cuts[1]], text[cuts[1] :]
    source = join_files([("page.txt", "\n".join([two, three, one]).encode())])
    assert reading_text(source, lay_out(source, load_model())).text.split("\n") == lines
