"""What verbs do to what is counted: 压减|煤炭消费100万吨; a list goes on with the verb before it."""

from __future__ import annotations

from collections.abc import Mapping

from gangyao.document.tasks import Direction
from gangyao.tasks.targets.quantities import Quantity


def said_of(
    text: str, start: int, indicator: str | None, quantity: Quantity, verbs: Mapping[str, Direction]
) -> Direction | None:
    """Return the direction of the verb before an indicator of the clause at `start`: 压减|煤炭消费100万吨."""
    at = text.find(indicator, start, quantity.said) if indicator else quantity.said
    if at < 0:
        # 农村|社区食堂: made of what several places print, so that no verb stands before it.
        at = start
    if text[at - 1 : at] == "）":
        # 新建（扩建）|公办幼儿园8所
        at = max(start, text.rfind("（", start, at))
    # The verbs of the table have three characters or two.
    heads = (text[max(start, at - size) : at] for size in (3, 2))
    said = next((verbs[head] for head in heads if head in verbs), None)
    if said is None and indicator is not None and verbs.get(indicator[:2]) == "decrease":
        # 减少二氧化碳排放98万吨: the verb begins what is measured.
        return "decrease"
    return said


def is_listed(text: str, before: Quantity, quantity: Quantity, indicator: str | None) -> bool:
    """Tell whether a quantity stands in one list with the one before it: …150万吨、|炼铁产能|30万吨."""
    if indicator is None or quantity.is_compared or text[before.end : before.end + 1] != "、":
        return False
    return text.startswith(indicator, before.end + 1)
