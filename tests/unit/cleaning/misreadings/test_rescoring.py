"""The closer look, with the network that ships."""

import json
import sys
from importlib import resources
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_official_model
from gangyao.cleaning.misreadings.candidates import scan_document
from gangyao.cleaning.misreadings.cloze_network import (
    NOTHING_HERE,
    MissingNetworkError,
    load_cloze_network,
    pair_buckets,
)
from gangyao.cleaning.misreadings.detect import find_slips_closely
from gangyao.cleaning.misreadings.edits import Kind
from gangyao.cleaning.misreadings.rescoring import (
    CHARACTER_FEATURES,
    GAP_FEATURES,
    load_closer_weights,
    look_closer,
)
from gangyao.cleaning.misreadings.weights import load_weights
from tests.property_tests import examples

RIGHT = (
    "加快推进基础设施互联互通，提升公共服务水平。\n"
    "深化重点领域改革，优化营商环境，激发市场主体活力。\n"
    "健全多层次社会保障体系，扩大养老服务供给，支持残疾人事业发展。\n"
)


@pytest.fixture(scope="module")
def network():
    return load_cloze_network()


def place_of(text, part):
    # The scan has a line break before the text.
    return np.array([text.index(part) + 1])


def said(network, document, place, step):
    ((_, rows),) = network.read(network.windows(document.scan.codes, place, step))
    return rows[0]


def test_the_network_fills_a_gap_and_leaves_what_stands_whole(network):
    document = scan_document(load_official_model(), RIGHT.replace("营商环境", "营商境"))
    at = place_of(RIGHT.replace("营商环境", "营商境"), "境")
    row = said(network, document, at, 0)
    whole = said(network, scan_document(load_official_model(), RIGHT), place_of(RIGHT, "环境"), 0)

    assert chr(network.codes[row[NOTHING_HERE + 1 :].argmax() + NOTHING_HERE + 1]) == "环"
    assert row[NOTHING_HERE] < whole[NOTHING_HERE] - 1


def test_the_network_reads_a_character_from_both_sides(network):
    document = scan_document(load_official_model(), RIGHT)
    row = said(network, document, place_of(RIGHT, "施互联"), 1)

    assert chr(network.codes[row.argmax()]) == "施"
    assert np.exp(row).sum() == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("优化营商环境", "优化营环境", Kind.INSERTION),
        ("社会保障体系", "社会障体系", Kind.INSERTION),
        ("基础设施互联", "基础设旋互联", Kind.SUBSTITUTION),
    ],
)
def test_slips_are_found_with_what_was_meant(network, right, wrong, kind):
    text = RIGHT.replace(right, wrong)

    found = find_slips_closely(load_official_model(), network, text)
    (finding,) = [finding for finding in found if finding.probability > 0.3]

    assert finding.kind is kind
    assert text[: finding.start] + finding.suggestion + text[finding.end :] == RIGHT


def test_right_text_raises_no_strong_doubt(network):
    assert not [
        finding
        for finding in find_slips_closely(load_official_model(), network, RIGHT)
        if finding.probability > 0.3
    ]


def test_every_feature_has_a_weight(network):
    weights = load_closer_weights()
    document = scan_document(load_official_model(), RIGHT.replace("营商", "管商"))
    characters, gaps = look_closer(network, document, load_weights(), weights.gap_cut)

    assert characters.features.shape[1] == len(CHARACTER_FEATURES) == len(weights.characters) - 1
    assert gaps.features.shape[1] == len(GAP_FEATURES) == len(weights.gaps) - 1
    assert np.isfinite(characters.features).all()
    assert np.isfinite(gaps.features).all()


def test_pairs_have_the_buckets_that_the_network_was_trained_with():
    windows = np.arange(16)[None, :] * 37

    assert pair_buckets(windows).tolist() == [
        [((a * 40503 + b * 2654435761) >> 7) & 65535 for a, b in pairwise(row)]
        for row in windows[:, 3:13].tolist()
    ]


def test_the_network_says_what_it_was_trained_on():
    folder = resources.files("gangyao.models")
    stored = json.loads((folder / "cloze_network.json").read_text("utf-8"))

    assert stored["unseen_parts_of_the_split"] == [0, 1]
    assert len((folder / "cloze_network.onnx").read_bytes()) < 8_000_000


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    with pytest.raises(MissingNetworkError, match=r"gangyao\[deep\]"):
        load_cloze_network.__wrapped__()


@examples(25)
@given(st.text(alphabet="加快推进基础设旋互联互通的，。\n A1\u3000𠮷", max_size=60))
def test_any_text_can_be_looked_at(text):
    position = 0
    for finding in find_slips_closely(load_official_model(), load_cloze_network(), text):
        assert position <= finding.start < finding.end <= len(text)
        position = finding.end
