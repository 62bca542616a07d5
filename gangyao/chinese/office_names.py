"""Names of offices of one place that stand side by side, without a mark between them."""

from __future__ import annotations

import re

# A party committee before the government of the same place: 中共某市委|某市人民政府.
_COMMITTEE = re.compile(
    r"(?:中共)?(?P<place>[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|[省市县区州盟旗]))委(?:办公[厅室])?(?=(?P=place))"
)
# An office before another of the same place: [某省财政厅]某省税务局.
_BESIDE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,6}?[省市县区州盟旗])[\u4e00-\u9fff]{2,16}?[厅局委部会府办院]"
    r"(?=(?P=place)[\u4e00-\u9fff]{2,16}[厅局委部会府办院])"
)


def parted_offices(text: str) -> list[str]:
    """Split the names of offices of one place that stand side by side."""
    return _BESIDE.sub(r"\g<0>\n", _COMMITTEE.sub(r"\g<0>\n", text)).split("\n")
