"""Who goes on from one sentence of a paragraph to the next.

A sentence without a subject goes on with the bodies of the one before it where it opens with a duty, maybe
behind a case (需要补正的，应当…), or with a verb where the first sentence sets who acts (各地要加强领导。).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gangyao.document.tasks import Party, Task
from gangyao.tasks.duties.lists import BETWEEN
from gangyao.tasks.duties.name_ends import opens_with_act
from gangyao.tasks.duties.name_lists import of_level
from gangyao.tasks.duties.openings import behind_opening
from gangyao.tasks.duties.penalties import goes_on_punishing, who_punish
from gangyao.tasks.duties.subjects import ANY_DUTY, goes_on
from gangyao.tasks.duties.written_out import written_out
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Lexicon

# 各地要加强领导。建立台账。 市水利局：负责监测；组织编制方案。 So the first sentence of a paragraph sets who
# acts in all of it.
_SETS = re.compile(
    "[^，。；]{2,60}?(?:要(?![求素])|应当|必须|负责(?![人的同])|牵头(?!单位|部门|人)|承担(?=[\u4e00-\u9fff])|统筹)"
    "|[^，。；：“”]{1,24}(?:[局委办厅院部]|政府|部门|单位|公司|指挥部|小组)：(?=[\u4e00-\u9fff]{2})"
)
# 对发现的问题，及时处置; 同时组织演练: what may stand before the verb of a sentence that goes on.
_BEFORE_VERB = re.compile("(?:同时|此外|另外|并|还)[，,]?|(?:对|按照?|根据|结合|围绕|通过)[^，。；]{2,30}，")
# 清远区人民政府应优化流程。: offices go on by a weaker word as well.
_OFFICE_ACTS = re.compile(
    "[^，。；]{2,60}?(?:政府|部门|[局委厅办院署]|街道|乡镇|单位|办事处|中心|[支大总]队|[妇残侨]联)(?:都|均)?应(?![急用对付收变])"
)
_NUMBER_ENDS = ("）", ")", ".", "．", "、")
# What may stand before it in its paragraph is no more than a lead: 七、加强管理。县民政部门要….
_LONGEST_LEAD = 40
_PASSED_ON = re.compile("由|处分|追究")
_REPORTS = re.compile("要求|强调|部署|指出|提出")


class Subject(NamedTuple):
    """Who acts in a sentence that ends at `end`; `sets`: also in those after it that open with a verb.

    `acts` where they do in this one: a duty without a subject that opens with no verb (蔬菜要提前采购) does
    not end what the sentence before it set. `opens` where they open the sentence, and so act in what follows
    a semicolon. `punishing` are those of them that punish in further cases.
    """

    bodies: tuple[Party, ...] = ()
    end: int = -1
    sets: bool = False
    acts: bool = True
    opens: bool = False
    punishing: tuple[Party, ...] = ()


def next_subject(
    read: tuple[Party, ...], before: Subject, text: str, task: Task, grammar: Grammar
) -> Subject:
    """Return the bodies of a sentence: those read in it, else those of the sentence before that go on."""
    if read:
        bodies = tuple(one for body in read for one in written_out(body))
        opening = min(read, key=lambda one: one.start)
        is_name = not opens_with_act(text, opening.start, opening.end, grammar.lexicon)
        first = task.position == 1 and task.start <= _LONGEST_LEAD
        sets = first and _sets_on(read, text, task, is_name=is_name)
        opens = sets or (is_name and _opens(read, text, task))
        return Subject(bodies, task.end, sets, opens=opens, punishing=who_punish(bodies, text, task))
    if before.punishing and task.start - before.end <= 1 and goes_on_punishing(text, task):
        return Subject(before.punishing, task.end, punishing=before.punishing)
    within = before.opens and text[task.start - 1 : task.start] == "；"
    if within and not task.responsibilities and _goes_on_within(text, task, grammar.lexicon):
        # 乙局负责监督管理；开展专项检查: one sentence.
        return before._replace(end=task.end)
    if task.start - before.end <= 1 and before.bodies:
        if before.acts and goes_on(text, task.start, task.end, grammar.lexicon):
            bodies = tuple(_going_on(before.bodies, text, task.start))
            return Subject(bodies, task.end, before.sets)
        if before.sets and not task.responsibilities:
            acts = _opens_with_verb(text, task, grammar.lexicon)
            if acts or ANY_DUTY.search(text, task.start, task.end) is not None:
                return Subject(before.bodies, task.end, sets=True, acts=acts)
    return Subject()


def _going_on(bodies: Sequence[Party], text: str, start: int) -> Iterable[Party]:
    """Yield the bodies that go on in the sentence at `start`.

    Who is named by 由 does one thing: 由主管部门处罚。造成损失的，应当赔偿。 任何单位 is forbidden things, no
    more: 任何单位不得变更；确需变更的，应当报批。
    """
    allows_other = not text.startswith("不得", start)
    end, is_left_out = -1, False
    for body in bodies:
        begins = text[body.start - 1 : body.start] == "由" or (allows_other and body.text.startswith("任何"))
        is_left_out = begins or (is_left_out and text[end : body.start] in BETWEEN)
        end = body.end
        if not is_left_out:
            yield body


def _opens(read: Sequence[Party], text: str, task: Task) -> bool:
    """Tell whether the bodies of a sentence open it, and are charged with what it says."""
    at = behind_opening(text, task.start, task.end)
    return min(one.start for one in read) == at and _SETS.match(text, at, task.end) is not None


def _sets_on(read: Sequence[Party], text: str, task: Task, *, is_name: bool) -> bool:
    """Tell whether the bodies of a sentence are its subject, so that they act in those behind it as well.

    They open it, or a clause of what it reports: 《通知》指出，…，各地要高度重视。 `is_name`: no act opens
    the first of them (发展乡镇企业).
    """
    first = min(read, key=lambda one: one.start)
    if not task.start <= first.start < task.end:
        return False
    at = behind_opening(text, task.start, task.end)
    reports = _REPORTS.search(text, task.start, at) is not None
    if first.start != at and not (reports and text[first.start - 1] == "，"):
        return False
    if reports and first.start == at:
        # 通知要求，各地支持…: the duty is in what asks for it.
        return True
    # （3）市应急局汇总灾情。: an item of a list of who does what, or a name that begins with its level.
    is_item = text.endswith(_NUMBER_ENDS, task.start, at)
    opens = is_name and first.start == at and (of_level(first.text) or is_item)
    return opens or any(acts.match(text, first.start, task.end) for acts in (_SETS, _OFFICE_ACTS))


def _goes_on_within(text: str, task: Task, lexicon: Lexicon) -> bool:
    """Tell whether a part of a sentence has no subject: it opens with its verb, or with a phrase before it.

    对渔民进行安全教育; 在信息共享等方面加强合作: what a phrase leads stands in its clause, so that nobody
    is named between them.
    """
    if _opens_with_verb(text, task, lexicon):
        return True
    word = lexicon.at(text, task.start)
    is_led = word is not None and word.preposition is not None and not word.noun
    return (
        is_led
        and bool(task.actions)
        and task.actions[0].start == task.start
        and not _is_passed_on(text, task)
    )


def _is_passed_on(text: str, task: Task) -> bool:
    """Tell whether a part of a sentence has an act of others: 由…, 依法给予处分."""
    return _PASSED_ON.search(text, task.start, task.end) is not None


def _opens_with_verb(text: str, task: Task, lexicon: Lexicon) -> bool:
    if not task.actions:
        return False
    verb = next((one.verb for one in task.actions if one.role == "action"), task.actions[0].verb)
    before = _BEFORE_VERB.match(text, task.start, task.end)
    at = before.end() if before is not None else task.start
    while (word := lexicon.at(text, at)) is not None and word.adverb and not text.startswith(verb, at):
        at += len(word.text)
    return text.startswith(task.actions[0].verb, task.start) or text.startswith(verb, at)
