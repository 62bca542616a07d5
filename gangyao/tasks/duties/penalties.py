"""Who punishes goes on to the next case: 由乙局责令改正；逾期不改正的，处一万元罚款。

A part of a sentence, or the next one, that says in which case another penalty is due and names nobody is the
work of the body that the one before it charges with a penalty. Where a duty stands in it, it is that of who
is punished; 依法追究刑事责任 and 处分 are the work of others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.document.tasks import Party, Task
from gangyao.tasks.duties.lists import BETWEEN

# The kinds of penalty that the Law on Administrative Penalties lists (article 9), and orders beside them.
_PENALTY = re.compile(
    "责令|警告|通报批评|罚款|没收|暂扣|吊销|拘留|取缔|停产|停业|降低[^，。；]{0,6}等级|限制从业|强制拆除"
)
# In which case, for whom, or the penalty at once.
_CASE = re.compile("[^，。；：]{2,80}的，|对[^，。；：]{2,80}(?:，|处|可?以?并?处)|可以并?处|并?处|没收|责令")
_ANOTHER = re.compile("应当|必须|不得|由|有权|处分|追究刑事责任")
_CASE_END = "的，"


def who_punish(bodies: Sequence[Party], text: str, task: Task) -> tuple[Party, ...]:
    """Return those of the bodies of a task that it charges with a penalty; none where it has none."""
    penalty = _PENALTY.search(text, task.start, task.end)
    if penalty is None:
        return ()
    before = sorted((one for one in bodies if one.end <= penalty.start()), key=lambda one: one.end)
    if not before or text.find(_CASE_END, before[-1].end, penalty.start()) >= 0:
        # 企业逾期未改正的，责令停业: who is punished.
        return ()
    listed = [before.pop()]
    while before and (before[-1].end >= listed[0].start or text[before[-1].end : listed[0].start] in BETWEEN):
        listed.insert(0, before.pop())
    return tuple(listed)


def goes_on_punishing(text: str, task: Task) -> bool:
    """Tell whether a task says no more than in which case another penalty is due."""
    return (
        _PENALTY.search(text, task.start, task.end) is not None
        and _CASE.match(text, task.start, task.end) is not None
        and _ANOTHER.search(text, task.start, task.end) is None
    )
