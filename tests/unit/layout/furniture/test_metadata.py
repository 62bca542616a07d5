"""Keys above the text. All texts are invented."""

from __future__ import annotations

from gangyao.layout.furniture.metadata import find_metadata


def test_a_key_that_no_list_has_between_two_that_are_known() -> None:
    texts = [
        "索引号：JX0001/2025-00131",
        "摘要：",
        "成文日期：2025-05-30",
        "关于供水的通知",
        "各乡镇人民政府：",
    ]
    assert find_metadata(texts) == [True, True, True, False, False]
    below = ["索引号：JX0001/2025-00131", "成文日期：2025-05-30", "摘要：", "为做好供水工作，制定本方案。"]
    assert find_metadata(below) == [True, True, False, False]


def test_whom_a_dispatch_addresses_is_no_key() -> None:
    texts = [
        "文号：甲政发〔2025〕4号",
        "各乡镇人民政府：",
        "成文日期：2025-05-30",
        "为做好供水工作，制定本方案。",
    ]
    assert not any(find_metadata(texts)[1:])
