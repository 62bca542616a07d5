import json
from importlib import resources

import numpy as np

from gangyao.chinese.character_model import load_official_model
from gangyao.cleaning.misreadings.candidates import (
    HAN,
    doubtful_places,
    improbable_places,
    look_around,
    odd_places,
    scan_document,
)
from gangyao.cleaning.misreadings.repeats import count_repeats
from gangyao.cleaning.misreadings.segmentation import segmentation_cost
from gangyao.cleaning.misreadings.shortlist import Kind
from gangyao.cleaning.misreadings.weights import EDIT_FEATURES, PLACE_FEATURES, SCAN_FEATURES, load_weights

TEXT = "优化管商环境，支持残疾人事业发展，健全多层欢社会保障体系。\n"


def test_every_feature_has_a_weight_for_every_kind_of_edit():
    weights = load_weights()

    assert weights.first_cut.shape == (len(SCAN_FEATURES) + 1,)
    assert weights.second_cut.hidden.shape[0] == len(PLACE_FEATURES)
    assert len(weights.edits) == len(Kind)
    for network in weights.edits:
        features = np.zeros((3, len(PLACE_FEATURES + EDIT_FEATURES)), dtype=np.float32)
        assert np.isfinite(network.weigh(features)).all()


def test_the_weights_say_what_they_were_fitted_on():
    stored = json.loads((resources.files("gangyao.models") / "suspect_weights.json").read_text("utf-8"))

    # Part 0 of the split is what evaluation measure on.
    assert 0 not in stored["provenance"]["parts_of_the_split"]
    assert stored["provenance"]["planted_slips"] > 1000


def test_cuts_keep_the_places_of_slips():
    model = load_official_model()
    documents = scan_document(model, TEXT)
    seen = look_around(documents, improbable_places(documents))
    kept = doubtful_places(documents, load_weights(), odd_places(documents, load_weights()))

    assert seen.features.shape == (len(seen.place), len(PLACE_FEATURES))
    assert set(kept.place.tolist()) <= set(seen.place.tolist())
    # The scan has a line break before the text.
    assert {TEXT.index("管") + 1, TEXT.index("欢") + 1} <= set(kept.place.tolist())


def test_repeats_count_what_else_is_printed():
    keys = np.array([7, 9, 7, 7, 7, 9, 9], dtype=np.uint64) << np.uint64(40)
    repeats = count_repeats(keys, np.array([4, 3]))

    assert repeats.again(np.array([0, 1, 3, 4, 6])).tolist() == [2, 0, 2, 0, 1]
    assert repeats.of(keys[1:3], np.array([0, 0])).tolist() == [1, 3]
    assert repeats.of(keys[1:3], np.array([1, 1])).tolist() == [2, 1]


def test_a_cut_into_words_is_cheaper_than_characters():
    model = load_official_model()
    rows = np.array(
        [[ord(char) for char in text] for text in ("基础设施", "基础设旋", "\0\0\0\0")], dtype=np.uint64
    )
    whole, broken, nothing = segmentation_cost(model.words, rows, HAN).tolist()

    assert nothing == 0 < whole < broken
