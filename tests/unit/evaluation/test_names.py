"""F1 of names over paragraphs that were read by hand. The paragraphs are invented."""

from __future__ import annotations

import pytest

from evaluation.quality.names import Paragraph, f1, interval, read_labels


def paragraph(wanted, found):
    return Paragraph("dev", "plans", "", wanted, found)


RIGHT = paragraph({(0, 3): "zone"}, {(0, 3): "zone"})
OTHER_TYPE = paragraph({(0, 3): "zone"}, {(0, 3): "region"})
MISSED = paragraph({(0, 3): "zone", (4, 6): "zone"}, {(0, 3): "zone"})


@pytest.mark.parametrize(
    ("paragraphs", "typed", "value"),
    [
        ([RIGHT], True, 1.0),
        ([OTHER_TYPE], True, 0.0),
        ([OTHER_TYPE], False, 1.0),
        ([MISSED], True, 2 / 3),
        ([paragraph({}, {})], True, 0.0),
    ],
)
def test_f1_counts_spans_and_their_types(paragraphs, typed, value):
    assert f1(paragraphs, typed=typed) == pytest.approx(value)


def test_interval_holds_the_figure():
    low, high = interval([RIGHT, OTHER_TYPE, MISSED], typed=True)
    assert low <= f1([RIGHT, OTHER_TYPE, MISSED], typed=True) <= high


def test_labels_lie_in_their_paragraphs_and_do_not_overlap():
    for label in read_labels():
        ends = [0]
        for start, end in sorted(label.entities):
            assert ends[-1] <= start < end <= label.length
            ends.append(end)
