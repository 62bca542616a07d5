"""The labels of the answers hold no text, and names of bodies are compared as a reader would."""

from __future__ import annotations

import json

from evaluation.quality.answers import LABELS, Counts, _count, _names, read_labels


def test_labels_know_tasks_by_digest_alone() -> None:
    labels = read_labels()
    assert len(labels) > 300
    longest = max(len(value) for label in labels for value in label.values() if isinstance(value, str))
    assert longest < 60
    assert all("text" not in label for label in labels)
    assert json.loads(LABELS.read_text(encoding="utf-8").splitlines()[0])["what"] == "facts"


def test_a_name_is_right_with_or_without_its_list() -> None:
    assert _names("国务院有关部门", ["国务院有关部门"])
    assert _names("教育、民政等部门", ["教育、民政"])
    assert not _names("城镇", ["城镇人民政府"])
    assert not _names("财政部", ["教育部"])


def test_counts() -> None:
    counts = Counts()
    for found, wanted in (("a", "a"), ("a", "b"), (None, "b"), ("a", None)):
        _count(counts, found, wanted)
    assert (counts.right, counts.wrong, counts.missed) == (1, 2, 2)
    assert counts.precision == counts.recall == 1 / 3
