"""What is proposed at a place, and which edits of it are weighed in full."""

import numpy as np
import pytest

from gangyao.chinese.character_model import load_official_model
from gangyao.cleaning.misreadings.candidates import Documents, Places, scan_document
from gangyao.cleaning.misreadings.edits import best_edits
from gangyao.cleaning.misreadings.proposals import AT, propose
from gangyao.cleaning.misreadings.shortlist import Kind, shortlist
from gangyao.cleaning.misreadings.weights import PLACE_FEATURES


def at(text: str, place: int) -> tuple[Documents, Places]:
    """Return the place of the character `place` of a text, which the scan has one place later."""
    features = np.zeros((1, len(PLACE_FEATURES)), dtype=np.float32)
    return scan_document(load_official_model(), text), Places(np.array([place + 1]), features)


def listed(text: str, place: int):
    """Return what is listed for the character `place` of a text."""
    documents, places = at(text, place)
    found = shortlist(documents, places, propose(documents, places))
    return [
        (Kind(kind), chr(code)) for kind, code in zip(found.kind.tolist(), found.code.tolist(), strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # Neither looks nor sounds alike, and the right pair was seldom or never counted.
        ("面对严重的地選威胁，必须认真应对。", "選", "震"),
        ("加强污梁防治，改善环境质量。", "梁", "染"),
    ],
)
def test_what_goes_on_from_one_side_is_listed(text, wrong, right):
    assert (Kind.SUBSTITUTION, right) in listed(text, text.index(wrong))


def test_what_is_missing_and_what_is_turned_is_listed():
    assert (Kind.INSERTION, "保") in listed("健全社会障体系，激发活力。", 4)
    found = listed("加强污防染治，改善环境质量。", 3)
    assert (Kind.TRANSPOSITION, "染") in found
    assert (Kind.DELETION, "防") in found


def test_only_the_best_are_listed():
    found = listed("优化管商环境，支持发展。", 2)

    assert len([kind for kind, _ in found if kind is Kind.SUBSTITUTION]) <= 3
    assert len([kind for kind, _ in found if kind is Kind.INSERTION]) <= 2
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("text", "place", "kind", "window"),
    [
        ("优化管商环境，支持发展。", 2, Kind.SUBSTITUTION, "营商环境，支持"),
        ("加强污防染治，改善环境质量。", 3, Kind.TRANSPOSITION, "染防治，改善环"),
        ("优化营商寒环境，支持发展。", 4, Kind.DELETION, "环境，支持发\0"),
        ("健全社会障体系，支持残疾人。", 4, Kind.INSERTION, "保障体系，支持"),
    ],
)
def test_windows_show_the_text_after_the_edit(text, place, kind, window):
    documents, places = at(text, place)
    edits = best_edits(documents, places, propose(documents, places))
    (row,) = edits.window[edits.kind == kind].tolist()

    assert "".join(map(chr, row[AT:])) == window
