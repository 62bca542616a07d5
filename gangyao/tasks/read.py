"""From paragraphs to their tasks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress, islice, zip_longest
from operator import not_
from typing import NamedTuple

from gangyao.chinese.duty_labels import is_note_line
from gangyao.document.outline import Paragraph
from gangyao.document.spans import Spans
from gangyao.document.tasks import Action, Direction, Kind, Modality, Target, Task
from gangyao.tasks.actions import Sentence, SentenceActions, read_actions_of_each
from gangyao.tasks.context import Context
from gangyao.tasks.duty_notes import DutyNote, find_duty_notes, outside_notes, with_duties
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.note_lines import is_note_alone, lines_that_answer
from gangyao.tasks.statements.judge import judge_sentences
from gangyao.tasks.targets.counted_nouns import indicator_after
from gangyao.tasks.targets.indicators import is_granted
from gangyao.tasks.targets.once import TargetsOnce

__all__ = ["BegunTasks", "Context", "begin_tasks", "finish_tasks", "read_all_tasks", "read_tasks"]

# What a note of who answers for a paragraph says of its sentences, in nats (see Context.leaning): as much as
# what a body is charged with. Set by hand.
_ANSWERED_FOR = -3.0
_ANSWERS = re.compile("责任|牵头|负责|配合|落实")


class _Judged(NamedTuple):
    """A paragraph that sets tasks: its notes, and the sentences that are no statements.

    `is_answered_for`: a note in it or on the next line says who answers.
    """

    paragraph: Paragraph
    notes: tuple[DutyNote, ...]
    sentences: tuple[tuple[int, int], ...]
    is_answered_for: bool


@dataclass(frozen=True, slots=True)
class BegunTasks:
    """The paragraphs of a document, judged, and their `sentences` of which the actions are still to be read.

    `judged` are all of them, None where nothing sets a task; `targets` are those of the others.
    """

    judged: Sequence[_Judged | None]
    targets: Sequence[tuple[Target, ...]]
    sentences: Sequence[Sentence]


def read_tasks(paragraph: Paragraph, context: Context, grammar: Grammar) -> tuple[Task, ...]:
    """Return the tasks of one paragraph (see `finish_tasks`)."""
    return read_all_tasks([paragraph], [context], grammar, TargetsOnce(grammar.targets))[0]


def read_all_tasks(
    paragraphs: Sequence[Paragraph], contexts: Sequence[Context], grammar: Grammar, figures: TargetsOnce
) -> list[tuple[Task, ...]]:
    """Return the tasks of the paragraphs of one document (see `finish_tasks`)."""
    begun = begin_tasks(paragraphs, contexts, grammar, figures)
    (actions,) = read_actions_of_each([begun.sentences], grammar)
    return finish_tasks(begun, actions, grammar)


def begin_tasks(
    paragraphs: Sequence[Paragraph], contexts: Sequence[Context], grammar: Grammar, figures: TargetsOnce
) -> BegunTasks:
    """Judge the paragraphs of a document, and read their targets; `figures` are those of the document.

    Each step is done for all paragraphs before the next: in texts as printed that takes a sixth less time
    than all steps for one paragraph after the other, whose words and code push each other out of the caches.
    """
    judged = [
        _judge(*one, grammar) for one in zip(paragraphs, contexts, _have_note_behind(paragraphs), strict=True)
    ]
    setting = [one for one in judged if one is not None]
    targets = [figures.of(one.paragraph) for one in setting]
    sentences = [
        Sentence(one.paragraph.text, start, _before_note(start, end, one.notes) if one.notes else end)
        for one in setting
        for start, end in one.sentences
    ]
    return BegunTasks(judged, targets, sentences)


def finish_tasks(
    begun: BegunTasks, actions: Iterable[SentenceActions], grammar: Grammar
) -> list[tuple[Task, ...]]:
    """Return for each paragraph of a document one task per sentence that sets something to be done.

    The lead is no task but the theme of the others. A sentence that only reports or describes (see
    `gangyao.tasks.statements`) is no task, nor is one that has neither a predicate nor a quantity
    (居民消费价格涨幅2%左右。 has one and no action); tables and the formal parts of a dispatch set none.
    Offsets are code points in the paragraph's text. `actions` are those of the sentences.
    """
    of_sentences, targets = iter(actions), iter(begun.targets)
    return [
        ()
        if one is None
        else _tasks_of(one, next(targets), list(islice(of_sentences, len(one.sentences))), grammar)
        for one in begun.judged
    ]


def _have_note_behind(paragraphs: Sequence[Paragraph]) -> Iterator[bool]:
    """Tell of each paragraph whether the next of its section is nothing but a note of who answers for it."""
    answering = lines_that_answer(paragraphs)
    for index, (one, after) in enumerate(zip_longest(paragraphs, paragraphs[1:]), 1):
        yield (
            after is not None
            and after.section_path == one.section_path
            and (index in answering or is_note_alone(after.text))
        )


def _judge(paragraph: Paragraph, context: Context, has_note_behind: bool, grammar: Grammar) -> _Judged | None:
    """Return what of a paragraph may set tasks; None where nothing does.

    What somebody answers for is to be done: where a note says so, the sentence before it is a task whatever
    its words.
    """
    if not paragraph.is_running_text or not paragraph.sentences:
        return None
    text = paragraph.text
    if is_note_line(text) or (has_note_behind and is_note_alone(text)):
        return None
    notes = find_duty_notes(text)
    after_lead = paragraph.sentences[1:] if paragraph.lead is not None else paragraph.sentences
    is_answered_for = has_note_behind or any(_ANSWERS.search(text, note.start, note.end) for note in notes)
    if is_answered_for and (context.leaning is None or context.leaning > _ANSWERED_FOR):
        context = replace(context, leaning=_ANSWERED_FOR)
    sentences = outside_notes(after_lead, notes)
    if notes and not sentences:
        # 开展排查。〔牵头单位：县妇联〕: what seems a lead is all there is to do.
        sentences = outside_notes(paragraph.sentences, notes)
    if sentences != paragraph.sentences:
        context = replace(context, evidence=_evidence_of(sentences, paragraph, context))
    statements = judge_sentences(text, sentences, context, grammar.statements)
    if not all(statements):
        setting = tuple(compress(sentences, map(not_, statements)))
    elif is_answered_for:
        setting = sentences[-1:]
    else:
        setting = ()
    return _Judged(paragraph, notes, setting, is_answered_for) if setting else None


def _tasks_of(
    judged: _Judged, targets: tuple[Target, ...], actions: Sequence[SentenceActions], grammar: Grammar
) -> tuple[Task, ...]:
    """Return the tasks of a paragraph, given its targets and the actions of its sentences."""
    paragraph, notes, sentences, is_answered_for = judged
    text = paragraph.text
    kind: Kind = "preamble" if paragraph.is_preamble else "measure"
    target_starts = [target.start for target in targets]
    tasks: list[Task] = []
    for (start, end), of_sentence in zip(sentences, actions, strict=True):
        acts = of_sentence.actions
        own = targets[bisect_left(target_starts, start) : bisect_left(target_starts, end)] if targets else ()
        if own:
            own = _without_verbs(own, acts, grammar.targets.comparisons.verbs, text)
        is_last_hope = is_answered_for and not tasks and end == sentences[-1][1]
        if not acts and all(target.kind == "deadline" for target in own) and not is_last_hope:
            continue
        modality: Modality = acts[0].modality if acts else "commit"
        for action in acts:
            if action.role == "action":
                modality = action.modality
                break
        tasks.append(
            Task(
                position=len(tasks) + 1,
                kind=kind,
                theme=paragraph.lead if text[start:end] != paragraph.lead else None,
                text=text[start:end],
                modality=modality,
                actors=of_sentence.actors,
                beneficiaries=of_sentence.beneficiaries,
                actions=acts,
                targets=own,
                start=start,
                end=end,
            )
        )
    return _with_notes(tasks, notes, text, targets) if notes else tuple(tasks)


def _evidence_of(
    sentences: Sequence[tuple[int, int]], paragraph: Paragraph, context: Context
) -> tuple[float, ...] | None:
    """Return what is known of `sentences`, some of those of the paragraph; None where one was not read so."""
    if context.evidence is None or len(context.evidence) != len(paragraph.sentences):
        return None
    read = dict(zip(paragraph.sentences, context.evidence, strict=True))
    return tuple(read[span] for span in sentences) if all(span in read for span in sentences) else None


def _before_note(start: int, end: int, notes: Sequence[DutyNote]) -> int:
    """Return where a sentence ends, or the note begins that closes it."""
    return next((note.start for note in notes if start < note.start < end and note.end >= end - 1), end)


def _with_notes(
    tasks: Sequence[Task], notes: Sequence[DutyNote], text: str, targets: Sequence[Target]
) -> tuple[Task, ...]:
    """Give each task the first note that ends behind its beginning: it speaks for all since the last one."""
    return tuple(
        with_duties(task, [note], text, targets)
        if (note := next((one for one in notes if one.end > task.start), None)) is not None
        else task
        for task in tasks
    )


def _without_verbs(
    targets: Sequence[Target], actions: Sequence[Action], verbs: Mapping[str, Direction], text: str
) -> tuple[Target, ...]:
    clauses = Spans((action.start, action.end) for action in actions)
    return tuple(_without_verb(target, actions, clauses, verbs, text) for target in targets)


# 总投资12.8亿元, 投资250亿元建设甲、乙: the verb is what the sum is.
_SPENT = "投资"
# In what, or for whom, something is done.
_IN_OR_FOR = re.compile(".+(?:方面|领域|等地|[上中内])|(?:面向|围绕|针对|依托|通过|结合|[对向为在从以按]).+")


def _of_object(indicator: str, end: int, action: Action, text: str) -> str:
    """Return what of an indicator that stands before `end` belongs to the object of its clause's verb."""
    at = action.text.find(action.verb + action.object)
    start = text.rfind(indicator, action.start, end)
    behind = action.start + at + len(action.verb) - start
    if at >= 0 and start >= 0 and 0 < behind < len(indicator):
        before = indicator[: max(0, behind - len(action.verb))]
        # 城镇新增就业32万人 is all of it what is measured.
        if not before or _IN_OR_FOR.fullmatch(before) is not None:
            return indicator[behind:].lstrip("、的 ")
    return indicator.removeprefix(action.verb)


def _without_verb(
    target: Target, actions: Sequence[Action], clauses: Spans, verbs: Mapping[str, Direction], text: str
) -> Target:
    """Return `target` with the verb of its clause taken from the indicator: 压减|煤炭消费 … 100万吨.

    What stands before the verb goes with it: 在种源、医疗等方面突破|关键技术125项. Where the verb is all of
    it, what follows the number in `text` is measured: 使用|1000亿元|失业保险基金.
    """
    if target.indicator is None:
        return target
    for index in clauses.holding(target.start, target.start + 1):
        action = actions[index]
        bare = _of_object(target.indicator, target.start, action, text)
        if not bare:
            if target.kind == "money" and target.indicator.endswith(_SPENT):
                return target
            what = target.indicator if is_granted(target.indicator) else None
            return target._replace(indicator=indicator_after(text, target.end) or what)
        if bare != target.indicator:
            direction = target.direction or next(
                (verbs[verb] for verb in verbs if action.verb.endswith(verb)), None
            )
            return target._replace(indicator=bare, direction=direction)
    return target
