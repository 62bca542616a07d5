"""How far works are."""

from __future__ import annotations

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


@pytest.mark.parametrize(("between", "stage"), [(200, "start"), (2_000, None)])
def test_a_stage_is_sought_nearby_only(between: int, stage: str | None) -> None:
    """A sentence may name thousands of works: to look at the whole of it for each would take minutes."""
    item = "天宇多晶硅、远星零碳电池等项目，"
    text = f"开工{item * (between // len(item))}"
    start = len(text) - len(item)
    assert stage_of(text, (start, start + 5), (start, len(text) - 1), 0) == stage
