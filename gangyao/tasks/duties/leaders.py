"""Who leads by the sentence itself: 市水务局牵头，…; 由市财政局负责牵头，市水务局配合; 甲局会同乙局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gangyao.document.tasks import Part, Party, Responsibility, Task
from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.lists import listed
from gangyao.tasks.duties.written_out import written_out

# What follows a name says its part; one who supports does so beside one who leads.
_SAID: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("lead", re.compile("(?:负责|统筹|总)?牵头")),
    ("support", re.compile("(?:负责|积极|协同|共同)?(?:配合|协助|参与|参加)(?=[，。；])")),
)
_AND = re.compile("[、和及与]")
_APART = re.compile("[。；]")
# Beside who leads, others take part: 由市水务局牵头，市审计局、市财政局共同参与的机制.
_TAKE_PART = re.compile(
    "(?:[^，。；、的：]{1,12})?[，、](?P<names>[^，。；的]{2,60}?)(?:负责|积极|协同|共同)?(?:配合|协助|参与|参加)"
    "(?=[，。；的开做抓加建组完推实落制]|$)"
)
# Fields of work for those who do it: 自然资源、住建、司法等.
_FIELDS = re.compile("(?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6}等$")
_FIELD = re.compile("[\u4e00-\u9fff]{2,6}(?=[、等])")
_NAME_ENDS = re.compile(
    "[局委厅办院署会人员者部队联镇乡县市区](?=[、等])|中心|集团|街道|部门|单位|机构|企业|公司|组织|政府"
)
# Parts of a list stand so near one another: 以及其.
_LIST_GAP = 3


def with_leaders(task: Task, text: str) -> Task:
    """Return a task with the parts that its sentence gives its actors, where one of them leads.

    `text` is the paragraph's. What a note says of a body goes before that.
    """
    if "牵头" not in text[task.start : task.end]:
        return task
    noted = {duty.body for duty in task.responsibilities}
    printed = sorted((one for one in task.actors if one.start < one.end), key=lambda one: one.start)
    parts: dict[Party, Part] = {}
    for at in range(len(printed) - 1, -1, -1):
        party = printed[at]
        said = next((part for part, words in _SAID if words.match(text, party.end)), None)
        goes_on = _AND.match(text, party.end)
        if said is None and goes_on and at + 1 < len(printed) and printed[at + 1].start == goes_on.end():
            said = parts.get(printed[at + 1])
        if said is not None:
            parts[party] = said
    if "lead" not in parts.values():
        return task
    found = tuple(
        Responsibility(party.text, parts[party], None, party.start, party.end)
        for party in printed
        if party in parts and party.text not in noted
    )
    known = noted | {party.text for party in parts}
    beside = tuple(one for one in _taking_part(text, task, parts) if one.body not in known)
    if not (found or beside):
        return task
    actors = (*task.actors, *(Party(one.body, one.start, one.end) for one in beside))
    return task._replace(
        actors=tuple({one.text: one for one in actors}.values()),
        responsibilities=(*task.responsibilities, *found, *beside),
    )


def _taking_part(text: str, task: Task, parts: Mapping[Party, Part]) -> Iterator[Responsibility]:
    """Yield the bodies that take part beside those who lead, named right behind them."""
    last = max(party.end for party, part in parts.items() if part == "lead")
    said = _SAID[0][1].match(text, last)
    found = _TAKE_PART.match(text, said.end(), task.end) if said is not None else None
    if found is None:
        return
    if _FIELDS.fullmatch(found["names"]) is not None and not _NAME_ENDS.search(found["names"]):
        for field in _FIELD.finditer(text, *found.span("names")):
            yield Responsibility(f"{field[0]}部门", "support", None, *field.span())
        return
    for start, end in listed(text, found.span("names")):
        if body_in(text[start:end], is_named=False) == (0, end - start):
            for one in written_out(Party(text[start:end], start, end)):
                # 民政、教育和有关单位: fields of work without a head name no body.
                if "、" not in one.text:
                    yield Responsibility(one.text, "support", None, one.start, one.end)


def who_call_in(
    text: str, task: Task, bodies: Sequence[Party], others: Sequence[Responsibility]
) -> tuple[Responsibility, ...]:
    """Return those of `bodies` that call in `others` by 会同, as who leads: 市教育局会同有关部门组织检查.

    They are the list that stands nearest before; where none does in the sentence, those that go on in it.
    """
    at = min(one.start for one in others)
    before = sorted((one for one in bodies if task.start <= one.start < at), key=lambda one: one.start)
    if not before:
        leaders = [one for one in bodies if one.start < task.start]
    elif _APART.search(text, before[-1].end, at) is not None:
        leaders = []
    else:
        leaders = [before[-1]]
        for one in reversed(before[:-1]):
            if leaders[0].start - one.end > _LIST_GAP or "，" in text[one.end : leaders[0].start]:
                break
            leaders.insert(0, one)
    return tuple([Responsibility(one.text, "lead", None, one.start, one.end) for one in leaders])
