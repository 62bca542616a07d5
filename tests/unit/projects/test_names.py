"""What a list of works shares."""

from __future__ import annotations

import pytest

from gangyao.projects.names import whole_name


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("甲城至丁城、丙城至乙城等铁路和戊城机场", "甲城至丁城", "甲城至丁城铁路"),
        ("雄商、雄忻高铁", "雄商", "雄商高铁"),
        # What says itself what it is takes nothing of the next ones, but 新都桥 is a place.
        ("甲城至丁城铁路、丙城至乙城高速、丁城机场等项目", "甲城至丁城铁路", "甲城至丁城铁路"),
        (
            "甲丁铁路丙城至乙城段扩能改造、丁城铁路",
            "甲丁铁路丙城至乙城段扩能改造",
            "甲丁铁路丙城至乙城段扩能改造",
        ),
        ("甲城至新都桥、丙城至乙城等高速公路", "甲城至新都桥", "甲城至新都桥高速公路"),
        ("青云水库、白河水库等项目", "青云水库", "青云水库"),
        ("天宇多晶硅、远星零碳电池等项目", "天宇多晶硅", "天宇多晶硅"),
    ],
)
def test_shared_words_are_written_out(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    assert whole_name(text, start, start + len(name), len(text)) == whole
