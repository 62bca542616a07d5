"""Who acts in the items of a list, by what opens it: 当事人应当履行下列义务：（一）…；（二）…。"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.document.tasks import Party, Task
from gangyao.tasks.duties.labels import labelled_bodies
from gangyao.tasks.duties.lists import listed_parties
from gangyao.tasks.duties.subjects import first_body, opening_body
from gangyao.tasks.duties.written_out import written_out
from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.listed import opening_of_list

# What a body does in each item, also without a word of duty: 公安机关履行下列职责.
_DOES = re.compile(
    "(?:履行|承担|做好|开展|行使|提供|负责|采取)[^，。；：]{0,12}(?:下列|以下)"
    "[^，。；：]{0,8}(?:义务|职责|职权|责任|工作|任务|服务|措施)(?:，[^，。；：]{2,20})?："
)


def lead_of_list(text: str, tasks: Sequence[Task], lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the bodies of which a paragraph that ends in a colon says that they act in what it lists.

    They stand in another paragraph than the items: their places are empty (0, 0).
    """
    start = max(text.rfind("。", 0, -1), text.rfind("；", 0, -1)) + 1
    opening = opening_of_list(text)
    if text.endswith("：") and (labelled := labelled_bodies(text)) and text.count("：") == 1:
        return tuple(Party(one.text, 0, 0) for body in labelled for one in written_out(body))
    if opening == "case" or (opening is None and _DOES.search(text, start) is None):
        return ()
    read = tasks[-1].actors if tasks and tasks[-1].end >= len(text) - 1 else ()
    if read:
        return tuple(Party(body.text, 0, 0) for body in read)
    span = opening_body(text, start, len(text), lexicon) or first_body(text, start, len(text), lexicon)
    if span is None:
        return ()
    return tuple(Party(one.text, 0, 0) for body in listed_parties(text, span) for one in written_out(body))


def with_lead(tasks: tuple[Task, ...], lead: tuple[Party, ...]) -> tuple[Task, ...]:
    """Return the tasks of an item with the bodies of its list where they name none of their own."""
    return tuple(
        [task if task.actors or task.responsibilities else task._replace(actors=lead) for task in tasks]
    )
