"""Names that say only a part or a stage of what is named before: 其中|农村|15家, 开工74个、|完工|54个."""

from __future__ import annotations

from collections.abc import Sequence

# Parts of what is counted in all: 建成社区食堂35家，其中农村不少于15家.
_PARTS = frozenset(
    ("农村", "城镇", "城市", "城区", "乡镇", "省级", "市级", "县级", "国家级", "公办", "民办", "普惠性")
)
_AMONG = "其中"
# How far what is named before has come.
_STAGES = ("开工", "完工", "竣工", "建成", "投产", "投用", "在建", "续建", "交付")


def with_parts_said(indicators: Sequence[str | None], text: str, clauses: Sequence[int]) -> list[str | None]:
    """Return the indicators, a part or a stage alone with the name that it speaks of.

    `clauses` are the starts of the clauses in which their figures stand.
    """
    whole = list(indicators)
    for index in range(1, len(whole)):
        said, before = whole[index], whole[index - 1]
        if said is None or before is None or said == before:
            continue
        if said in _PARTS and text.startswith(_AMONG, clauses[index]):
            whole[index] = said + before
        elif said in _STAGES and clauses[index] == clauses[index - 1]:
            whole[index] = _without_stage(before) + said
    return whole


def _without_stage(name: str) -> str:
    stage = next((stage for stage in _STAGES if name.endswith(stage) and len(name) > len(stage) + 1), "")
    return name.removesuffix(stage)
