"""How far works are."""

from __future__ import annotations

import time

import pytest

from gangyao.projects.stages import stage_of


@pytest.mark.parametrize(
    ("text", "name", "stage"),
    [
        ("推进甲水库前期工作。", "甲水库", "plan"),
        ("开工建设甲水库。", "甲水库", "start"),
        ("加快甲水库建设。", "甲水库", "build"),
        ("甲水库建成投用。", "甲水库", "finish"),
        ("甲医院主体完工。", "甲医院", "build"),
        ("开工建设甲水库等水利项目，以及乙电站等能源项目。", "乙电站", "start"),
        ("甲水库开工、乙电站投产。", "乙电站", "finish"),
        ("甲水库。", "甲水库", None),
    ],
)
def test_stage_is_what_the_words_around_say(text: str, name: str, stage: str | None) -> None:
    start = text.index(name)
    clause_start = max(text.rfind(mark, 0, start) for mark in "，。") + 1
    clause_end = min(at for mark in "，。" if (at := text.find(mark, start)) >= 0)
    assert stage_of(text, (start, start + len(name)), (clause_start, clause_end), 0) == stage


def test_a_sentence_may_name_thousands_of_works():
    item = "天宇多晶硅、远星零碳电池等项目，"
    text = f"开工{item}{item * 4_000}"
    clauses = [(2 + len(item) * rank, 1 + len(item) * (rank + 1)) for rank in range(4_000)]
    started = time.process_time()
    stages = [stage_of(text, (start, start + 5), (start, end), 0) for start, end in clauses]
    # A tenth of a second; where each looked over the whole sentence, a minute.
    assert time.process_time() - started < 10
    assert stages[:2] == ["start", "start"]
    assert stages[-1] is None
