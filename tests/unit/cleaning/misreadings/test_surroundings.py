import numpy as np
import pytest

from gangyao.chinese.character_model import load_official_model
from gangyao.cleaning.misreadings.candidates import HAN
from gangyao.cleaning.misreadings.surroundings import AROUND_FEATURES, around


def told(text, at):
    codes = load_official_model().scan(text).codes
    # The scan has a line break before the text.
    row = around(codes, np.array([at + 1]), HAN)[0]
    return dict(zip(AROUND_FEATURES, row.tolist(), strict=True))


def test_a_parallel_phrase_repeats_its_neighbours():
    text = "坚持依法治港治澳，维护宪法。"

    of_phrase = told(text, text.index("港"))
    of_prose = told(text, text.index("护"))

    assert of_phrase["the left neighbour again within six"] == 1
    assert of_prose["the left neighbour again within six"] == 0
    assert told("宜工则工、宜商则商", 1)["the character again within three"] == 1
    assert told("宜工则工、宜商则商", 1)["the right neighbour again within six"] == 1


@pytest.mark.parametrize("text", ["举办“村跑”活动", "举办《村跑》活动", "舉辦「村跑」活動"])
def test_short_quotations_are_told(text):
    row = told(text, text.index("村"))

    assert row["in short quotation marks"] == 1
    assert row["first between two marks"] == 1
    assert row["last between two marks"] == 0
    assert row["characters between two marks"] == pytest.approx(np.log(3))


def test_a_mark_that_is_not_closed_nearby_is_no_short_quotation():
    assert told("“村庄道路建设全面提速提质”", 1)["in short quotation marks"] == 0
    assert told("村庄道路", 0)["in short quotation marks"] == 0
