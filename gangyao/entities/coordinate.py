"""Lists in which a name is cut short or changes its meaning: 长江中游和下游, 京津冀协同发展、粤港澳大湾区建设."""

from __future__ import annotations

import re

from gangyao.entities.candidates import Candidate

_REACH = re.compile("[上中下]游$")
_NEXT_REACH = re.compile("[、和及与]([上中下]游)(?:地区)?")
_STRATEGY_BEHIND = re.compile(
    "等(?:国家|区域|重大)*战略|[、和及与](?:推动|推进)?(?:京津冀协同|长三角一体化|长江三角洲区域一体化|长江经济带发展|粤港澳大湾区建设|"
    "黄河流域生态|雄安新区建设|东北|西部大开发|中部|海南)[^，。；]{0,60}?(?:战略|发展|振兴|建设)"
)
_STRATEGY_BEFORE = re.compile(
    "(?:协同发展|一体化发展|大湾区建设|经济带发展|高质量发展|一体化|自由贸易港建设)[、和及与]$"
)


def is_listed_strategy(text: str, start: int, end: int) -> bool:
    """Tell whether the region and verb at `start`:`end` stand in a list of strategies (…、粤港澳大湾区建设等重大战略)."""
    return bool(_STRATEGY_BEHIND.match(text, end) or _STRATEGY_BEFORE.search(text, max(0, start - 12), start))


def with_elliptic(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Add the second reach of a river where only the first names it (长江中游和[下游])."""
    found: list[Candidate] = []
    for index, one in enumerate(chosen):
        found.append(one)
        reach = _REACH.search(text, one.start, one.end) if one.type == "region" else None
        if reach is None:
            continue
        limit = chosen[index + 1].start if index + 1 < len(chosen) else len(text)
        at = one.end
        while (behind := _NEXT_REACH.match(text, at)) and behind.end() <= limit:
            name = text[one.start : reach.start()] + behind[1]
            found.append(
                Candidate(behind.start(1), behind.end(), "region", name, "ellipsis", f"ellipsis: {name}")
            )
            at = behind.end()
    return found
