"""Offices of a list whose level only the first names: 省科技厅、财政厅 are 省科技厅 and 省财政厅."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gangyao.document.tasks import Party

_OFFICE = "(?:厅|局|委|委员会|办)"
# 市委办, 省政府办公厅, 县级…局: no level of an office.
_LEVELLED = re.compile(
    r"(?P<level>自治区|[\u4e00-\u9fff]{2,3}[省市县]|[省市县区州旗])"
    rf"(?!级|直|委(?!员)|政府|人民|[场域政]|[和与、])[\u4e00-\u9fff（）]{{1,16}}{_OFFICE}"
)
# Nothing in it says whose it is.
_BARE = re.compile(
    rf"(?!国家|中国|国务院|全国|中央|最高|驻|各|有关|相关|本|该|其)(?:城市|社区|园区|乡村|[^省市县区州盟旗各、]){{2,14}}{_OFFICE}"
)
_OF_PROVINCES = ("省", "自治区")
_NEXT = ("、", "和", "与", "及")


def with_shared_levels(names: Iterable[str]) -> list[str]:
    """Return the names of one list, those that name no level with that of the office before them."""
    level = ""
    shared: list[str] = []
    for name in names:
        levelled = _LEVELLED.fullmatch(name)
        if levelled is not None:
            level = levelled["level"]
        elif not level or _BARE.fullmatch(name) is None or _is_of_other(name, level):
            level = ""
        else:
            name = f"{level}{name}"
        shared.append(name)
    return shared


def _is_of_other(name: str, level: str) -> bool:
    """Tell whether no office of the level is called so: 厅 are those of provinces."""
    return name.endswith("厅") and not level.endswith(_OF_PROVINCES)


def of_shared_levels(bodies: Sequence[Party], text: str) -> tuple[Party, ...]:
    """Return bodies, those that stand in one list with the level that it shares."""
    if len(bodies) < 2:
        return tuple(bodies)
    named: list[Party] = []
    run: list[Party] = []
    for body in bodies:
        if run and text[run[-1].end : body.start] not in _NEXT:
            named += _named(run)
            run = []
        run.append(body)
    return (*named, *_named(run))


def _named(run: Sequence[Party]) -> list[Party]:
    names = with_shared_levels(one.text for one in run)
    return [one._replace(text=name) for one, name in zip(run, names, strict=True)]
