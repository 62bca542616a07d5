"""Settle who must act for each task: of its subjects those that are bodies, and whom a sentence goes on with.

A sentence that opens with 要, 还要, 应 or 并 has no subject of its own: that of the sentence before it, in
the same paragraph, goes on (各地要加强领导。要建立台账。). Bodies called in with 会同 support.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Sequence
from operator import attrgetter

from gangyao.document.mentions import Mention
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Party, Responsibility, Task
from gangyao.tasks.duties.bodies import body_in, is_part_of_list

_GOES_ON = re.compile(r"(?:同时|并且?|此外|还|也)?，?(?:要|还要|也要|应当|应(?=[^对急])|必须|不得)")
_OTHERS = re.compile(
    r"会同(?P<others>[^，。；会]{2,40}?(?:部门|政府|单位|机构|地区|委员会|[厅局部委办院署])"
    r"(?:[和及、][^，。；]{2,30}?(?:部门|政府|单位|机构))?)"
    r"(?=[按组制建加对根依负开做，确划采编定抓研完严推统及实指督发进提结])"
)
_APART = re.compile(r"[和及与](?=[\u4e00-\u9fff]{4})")
# A subject before a word of duty, at the start of a clause: 司法部负责…, 有关部门可以…, 作出决定前，要…
_LONGEST = 45
_OF_DUTY = (
    r"[都均也]?要|[都均也]?应当|[都均也]?应(?=[在当对按将把])|必须|不得|可以|负责(?!制(?![定订])|[、，])|须|如[遇发]"
    r"|在.{2,30}(?:基础上|前)|作出.{2,20}[前后]，要|完成.{2,20}[前后]，要|按照|根据|作为|，应当|，必须"
    r"|对[^，。；]{2,30}(?:进行|实施|予以|给予|负责)"
)
_SUBJECT = re.compile(
    r"(?:^|[，；。、]|(?<=[，；。]))(?:建议|请|由)?"
    rf"(?P<subject>[^，。；：]{{2,{_LONGEST}}}?)(?={_OF_DUTY})"
)
# Where such a word begins. Every alternative begins with its character, so that `re` passes over all others.
_DUTY = re.compile(_OF_DUTY.replace("[都均也]?", ""))
# What may stand before it, from the mark before the subject on.
_BEFORE_DUTY = len("，建议") + _LONGEST + len("都")
# An office at the start of a sentence, before whatever it does: 试点工作小组办公室|汇总用量信息.
_OFFICE = re.compile(
    r"(?P<subject>[^，。；：、的对向为由在让使将把]{2,30}?(?:部门|人民政府|委员会|机构|机关|办公室|小组))"
    r"(?=[汇完审制组提建开加指确定发编监检研落牵受承会统])(?![^，。；]{0,8}(?:体系|机制|能力|队伍|工作。))"
)
_ORDERED = re.compile(
    r"^(?:引导|督促|指导|推动|允许|要求|动员|组织(?![部编人机])|鼓励|支持|保障|确保|健全|强化|建立|贯彻|授权|保证|实行|做好"
    r"|统一到|发现|按照|一方面|能够|选择|加强|完善|深化|落实|坚持|对|为|在|由|除|经|凡|如|不|本|符合|未)"
)
# A level goes on a list of levels: 有关省、自治区、直辖市.
_LEVELS = re.compile("^(?:自治区|直辖市|自治州|[市县区州盟旗乡镇](?:人民政府|政府|$))")
# 列第一位者为牵头单位，下同: of the bodies of a note, from here on, the first leads.
_FIRST_LEADS = re.compile("(?:排|列)(?:名)?(?:在)?(?:第一|首)位?(?:的)?(?:部门|单位|者)?为牵头")
# What may stand between two parts of a list.
_BETWEEN = frozenset({"、", "和", "与", "及", "以及", "或", "或者"})
# Types of names that act.
_ACTING = ("admin_area", "organization")


def settle_actors(
    paragraphs: Sequence[Paragraph],
    tasks: Sequence[tuple[Task, ...]],
    mentions: Sequence[tuple[Mention, ...]],
) -> tuple[tuple[Task, ...], ...]:
    """Return the tasks with the bodies that must act as their actors, in the order of the text."""
    settled: list[tuple[Task, ...]] = []
    first_leads = False
    for paragraph, own, named in zip(paragraphs, tasks, mentions, strict=True):
        text = paragraph.text
        first_leads = first_leads or ("牵头" in text and _FIRST_LEADS.search(text) is not None)
        read = _settle(text, own, named) if own else own
        settled.append(tuple(map(_with_leader, read)) if first_leads else read)
    return tuple(settled)


def _with_leader(task: Task) -> Task:
    """Return a task whose note names no leader with its first body as the one."""
    duties = task.responsibilities
    if len(duties) <= 1 or any(duty.part != "responsible" for duty in duties):
        return task
    return task._replace(responsibilities=(duties[0]._replace(part="lead"), *duties[1:]))


def _settle(text: str, tasks: tuple[Task, ...], mentions: Sequence[Mention]) -> tuple[Task, ...]:
    ends = {mention.end for mention in mentions if mention.type in _ACTING}
    settled: list[Task] = []
    before: tuple[Party, ...] = ()
    end_before = -1
    for task in tasks:
        actors = task.actors
        by_note = {duty.body for duty in task.responsibilities} if task.responsibilities else frozenset()
        subjects = [party for party in actors if party.text not in by_note]
        bodies = _with_others(tuple(_bodies(subjects, text, ends)) if subjects else (), text, task)
        if not bodies and task.start - end_before <= 1 and _GOES_ON.match(text, task.start, task.end):
            bodies = before
        others = tuple(_called_in(text, task)) if bodies else ()
        before, end_before = bodies, task.end
        noted = [party for party in actors if party.text in by_note]
        if others or len(noted) + len(bodies) != len(actors) or list(bodies) != subjects:
            task = _with_actors(task, noted, bodies, others)
        settled.append(task)
    return tuple(settled)


def _with_actors(
    task: Task, noted: Sequence[Party], bodies: Sequence[Party], others: Sequence[Responsibility]
) -> Task:
    called = [Party(one.body, one.start, one.end) for one in others]
    actors = {party.text: party for party in (*bodies, *called, *noted)}
    return task._replace(actors=tuple(actors.values()), responsibilities=(*task.responsibilities, *others))


def _with_others(bodies: tuple[Party, ...], text: str, task: Task) -> tuple[Party, ...]:
    """Add the bodies before a word of duty that the reading of clauses took for no subject."""
    if not bodies and (opening := _OFFICE.match(text, task.start, task.end)) is not None:
        span = body_in(opening["subject"], is_named=False)
        if span is not None:
            bodies = (
                Party(opening["subject"][span[0] : span[1]], task.start + span[0], task.start + span[1]),
            )
    duty = _DUTY.search(text, task.start + 2, task.end)
    if duty is None:
        return bodies
    found = list(bodies)
    for match in _SUBJECT.finditer(text, max(task.start, duty.start() - _BEFORE_DUTY), task.end):
        subject = match["subject"]
        start = match.start("subject")
        if _ORDERED.match(subject) or any(one.start < match.end() and start < one.end for one in found):
            continue
        span = body_in(subject, is_named=False)
        if span is not None:
            insort(
                found,
                Party(subject[span[0] : span[1]], start + span[0], start + span[1]),
                key=attrgetter("start"),
            )
    return tuple(found)


def _bodies(subjects: Sequence[Party], text: str, ends: set[int]) -> Iterable[Party]:
    """Yield the bodies among subjects; parts of a list that share its head are one: 教育、民政等部门."""
    waiting: Party | None = None
    for party in _levels_together(subjects, text):
        whole = party
        if waiting is not None:
            joined = text[waiting.end : party.start] in _BETWEEN
            whole = Party(text[waiting.start : party.end], waiting.start, party.end) if joined else party
        span = body_in(whole.text, is_named=party.end in ends)
        if span is None and whole is not party:
            whole, span = party, body_in(party.text, is_named=party.end in ends)
        if span is not None:
            start = whole.start + span[0]
            yield Party(whole.text[span[0] : span[1]], start, whole.start + span[1])
            waiting = None
        else:
            waiting = whole if is_part_of_list(whole.text) else None


def _levels_together(subjects: Sequence[Party], text: str) -> Iterable[Party]:
    """Yield the subjects, lists of levels as one: 各省、自治区、直辖市人民政府."""
    whole: Party | None = None
    for party in subjects:
        if whole is not None and _LEVELS.match(party.text) and text[whole.end : party.start] in _BETWEEN:
            whole = Party(text[whole.start : party.end], whole.start, party.end)
            continue
        if whole is not None:
            yield whole
        whole = party
    if whole is not None:
        yield whole


def _called_in(text: str, task: Task) -> Iterable[Responsibility]:
    """Yield the bodies that another acts together with: 会同有关部门."""
    if text.find("会同", task.start, task.end) < 0:
        return
    for found in _OTHERS.finditer(text, task.start, task.end):
        start = found.start("others")
        for gap in [*_APART.finditer(text, start, found.end("others")), None]:
            end = found.end("others") if gap is None else gap.start()
            if body_in(text[start:end], is_named=False) is not None:
                yield Responsibility(text[start:end], "support", None, start, end)
            start = end if gap is None else gap.end()
