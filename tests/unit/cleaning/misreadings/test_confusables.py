import json
from importlib import resources

import numpy as np
import pytest

from gangyao.cleaning.misreadings.confusables import UNIT, load_confusables
from training.confusables import build, near_syllable, read_readings, shortened, strokes, without_tone

SHIPPED = resources.files("gangyao.models")


def _codes(text):
    return np.array([ord(char) for char in text], dtype=np.uint64)


def test_what_looks_alike_and_what_sounds_alike():
    closeness, same, near = load_confusables().compare(_codes("施未其林长"), _codes("旋末期宁山"))

    assert (closeness[:2] > 0.7).all()
    assert abs(closeness[4]) < 0.3
    assert same.tolist() == [False, False, True, False, False]
    # lin and ning: l for n, -ng for -n.
    assert near.tolist() == [False, False, True, True, False]


def test_candidates_hold_lookalikes_and_soundalikes():
    (row,) = load_confusables().candidates(_codes("营")).tolist()

    assert {"管", "影"} <= {chr(code) for code in row}


def test_a_character_without_a_row_is_like_nothing():
    closeness, same, near = load_confusables().compare(_codes("，㐂"), _codes("，㐂"))

    assert not np.concatenate([closeness, same, near]).any()
    assert not load_confusables().candidates(_codes("，")).any()


@pytest.mark.parametrize(("written", "plain"), [("lǜ", "lü"), ("xíng", "xing"), ("ér", "er")])
def test_tones_are_dropped_and_umlauts_are_not(written, plain):
    assert without_tone(written) == plain


def test_near_syllables_fold():
    assert near_syllable("zhang") == near_syllable("zan")
    assert near_syllable("ling") == near_syllable("nin")
    assert near_syllable("ma") != near_syllable("na")


def test_readings_are_read_without_doubles():
    lines = [
        "# Unihan\n",
        "U+884C\tkMandarin\txíng\n",
        "U+884C\tkTGHZ2013\t131.140:háng 408.120:xíng 9.1:hàng\n",
    ]

    assert read_readings(lines) == {"行": ("hang", "xing")}


def test_only_characters_with_a_frequency_are_offered():
    shapes = np.array([[127, 0], [120, 42], [64, 110]], dtype=np.int8)

    table = build({"未": ("wei",), "末": ("mo",), "为": ("wei",)}, shapes, np.array([5, 0, 7]))

    offered = {chr(code) for code in table.candidates(_codes("未"))[0].tolist() if code}
    assert "为" in offered
    assert "末" not in offered
    (closeness,) = table.compare(_codes("未"), _codes("末"))[0].tolist()
    assert closeness == pytest.approx(0.945, abs=0.01)


def test_directions_of_strokes_tell_characters_apart():
    """A stroke a little aside is near, one across is not."""
    images = np.zeros((3, 56, 56), dtype=np.float32)
    images[0, 25:29, 8:48] = images[1, 28:32, 8:48] = images[2, 8:48, 26:30] = 255
    rows = strokes(images)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)

    assert rows[0] @ rows[1] > 0.8
    assert rows[0] @ rows[2] < 0.3


def test_shapes_are_short_and_of_one_length():
    rows = np.random.default_rng(0).normal(size=(60, 40)).astype(np.float32)
    lengths = np.linalg.norm(shortened(rows).astype(float), axis=1)

    assert lengths == pytest.approx(UNIT, abs=3)


def test_the_shipped_table_is_compact_and_says_where_it_comes_from():
    described = json.loads((SHIPPED / "confusables.json").read_text(encoding="utf-8"))

    assert len((SHIPPED / "confusables.npz").read_bytes()) < 500_000
    assert described["readings"]["licence"] == "Unicode License v3"
    assert all("Open Font License" in font["licence"] for font in described["fonts"])
