"""From a paragraph to its tasks."""

from __future__ import annotations

from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Task
from gangyao.tasks.actions import read_actions
from gangyao.tasks.context import Context
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.statements.judge import judge_sentences
from gangyao.tasks.targets.read import read_targets

__all__ = ["Context", "read_tasks"]


def read_tasks(paragraph: Paragraph, context: Context, grammar: Grammar) -> tuple[Task, ...]:
    """Return one task per sentence of `paragraph` that sets something to be done.

    The lead is no task but the theme of the others. A sentence that only reports or describes (see
    `gangyao.tasks.statements`) and one in which no clause has a predicate are no tasks; tables and the
    formal parts of a dispatch set none. Offsets are code points in the paragraph's text.
    """
    if paragraph.is_table or paragraph.is_formal or not paragraph.sentences:
        return ()
    text = paragraph.text
    sentences = paragraph.sentences[1:] if paragraph.lead is not None else paragraph.sentences
    statements = judge_sentences(text, sentences, context, grammar.cues)
    if all(statements):
        return ()
    targets = read_targets(text)
    tasks: list[Task] = []
    for (start, end), is_statement in zip(sentences, statements, strict=True):
        if is_statement:
            continue
        actions, actors, beneficiaries = read_actions(text, start, end, grammar)
        if not actions:
            continue
        leading = next((action for action in actions if action.role == "action"), actions[0])
        tasks.append(
            Task(
                position=len(tasks) + 1,
                kind="preamble" if paragraph.is_preamble else "measure",
                theme=paragraph.lead,
                text=text[start:end],
                modality=leading.modality,
                actors=actors,
                beneficiaries=beneficiaries,
                actions=actions,
                targets=tuple(target for target in targets if start <= target.start < end),
                start=start,
                end=end,
            )
        )
    return tuple(tasks)
