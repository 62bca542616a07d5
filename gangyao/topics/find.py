"""Topics of sections and tasks, from the words of `topics.csv`; none rather than a doubtful one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import daachorse

from gangyao.document.outline import Outline
from gangyao.document.tasks import Task
from gangyao.document.topics import DocumentTopics, Topics
from gangyao.lexicon_tables import LexiconTables

_MOST = 3
# One sure word, or two that hint; what falls behind two thirds of the best is not what the text is about.
_ENOUGH = 2.0
_BEHIND = 0.67
# What a section is about lends its tasks half a hint: it decides between two, and makes no topic of its own.
_LENT = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class TopicWords:
    """The words, compiled: `topics[i]` and `weights[i]` are those of word `i` of the automaton."""

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    topics: tuple[str, ...]
    weights: tuple[float, ...]


def compile_topics(tables: LexiconTables) -> TopicWords:
    """Compile `topics.csv`."""
    rows = sorted(tables.rows("topics", "word", "topic", "weight"))
    return TopicWords(
        daachorse.CharwiseDoubleArrayAhoCorasick(
            [word for word, _, _ in rows], daachorse.MATCH_KIND_LEFTMOST_LONGEST
        ),
        tuple(topic for _, topic, _ in rows),
        tuple(float(weight) for _, _, weight in rows),
    )


def find_topics(outline: Outline, tasks: Sequence[tuple[Task, ...]], words: TopicWords) -> DocumentTopics:
    """Return what each section and each task is about.

    A section without words of its own has the topics of the one above; a task without has those of its theme,
    else of its section.
    """
    sections: dict[str, Topics] = {}
    for section in outline.sections:
        own = _chosen(_scores(section.title, words))
        above = sections.get(section.parent_path, ()) if section.parent_path is not None else ()
        sections[section.path] = own or above
    found = []
    for paragraph, of_paragraph in zip(outline.paragraphs, tasks, strict=True):
        lent = sections.get(paragraph.section_path, ())
        theme = _chosen(_scores(paragraph.lead, words)) if paragraph.lead and of_paragraph else ()
        found.append(tuple(_of_task(task, theme or lent, words) for task in of_paragraph))
    return DocumentTopics(sections, tuple(found))


def _of_task(task: Task, lent: Topics, words: TopicWords) -> Topics:
    scores = _scores(task.text, words)
    for topic in lent:
        if topic in scores:
            scores[topic] += _LENT
    return _chosen(scores) or lent


def _scores(text: str, words: TopicWords) -> dict[str, float]:
    """Return the sum of the weights of the words of each topic, each word once."""
    scores: dict[str, float] = {}
    for word in {found[2] for found in words.automaton.find(text)}:
        topic = words.topics[word]
        scores[topic] = scores.get(topic, 0.0) + words.weights[word]
    return scores


def _chosen(scores: Mapping[str, float]) -> Topics:
    if not scores:
        return ()
    best = max(scores.values())
    if best < _ENOUGH:
        return ()
    least = max(_ENOUGH, _BEHIND * best)
    kept = [(-score, topic) for topic, score in scores.items() if score >= least]
    kept.sort()
    return tuple([topic for _, topic in kept[:_MOST]])
