"""Bodies by their whole names: 省政府 in the report of 四川省 is 四川省人民政府."""

from __future__ import annotations

import re

_LEVEL_ALONE = re.compile(r"^(?P<level>省|市|县|区|州|自治区|自治州|自治县|旗|盟)(?P<rest>人民政府|政府)$")
# 我代表市人民检察院
_COURT = re.compile("[省市县区州旗](?:(?:高级|中级)?人民法院|人民检察院|人民代表大会常务委员会|人大常委会)")
_WHOLE = {"政府": "人民政府"}


def full_body(body: str, place: str | None) -> str | None:
    """Return a government by its whole name: 省政府 in the report of 四川省 → 四川省人民政府.

    None where a level alone is named and the place is not known, or is of another level.
    """
    if found := _LEVEL_ALONE.match(body):
        if place is None or place == "全国" or not place.endswith(found["level"]):
            return None
        return f"{place}人民政府"
    if place is not None and _COURT.fullmatch(body) and place.endswith(body[0]):
        return f"{place}{body[1:]}"
    if body.startswith("第") and body.endswith("中央委员会"):
        return f"中国共产党{body}"
    return re.sub("^中华人民共和国(?=国务院)|(?<!人民)政府$", lambda part: _WHOLE.get(part[0], ""), body)
