"""What sections and tasks are about; all sentences are invented."""

from __future__ import annotations

import pytest

from gangyao.document.outline import Outline, Paragraph, Section
from gangyao.document.tasks import Task
from gangyao.lexicon_tables import read_lexicon
from gangyao.paths import SEEDS, lexicon_of
from gangyao.topics.find import TopicWords, compile_topics, find_topics


@pytest.fixture(scope="module")
def words() -> TopicWords:
    return compile_topics(read_lexicon(lexicon_of(SEEDS)))


def read(title: str, text: str, words: TopicWords, lead: str | None = None) -> tuple[str, ...]:
    section = Section("1", None, "item", 1, 1, "一、", title, 1, False, None, None)
    paragraph = Paragraph("1", 1, 0, len(text), text, ((0, len(text)),), lead, False)
    task = Task(1, "measure", None, text, "commit", (), (), (), (), 0, len(text))
    found = find_topics(Outline((section,), (paragraph,)), ((task,),), words)
    return found.tasks[0][0]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("建设高标准农田300万亩。", "农业、林业、水利"),
        ("改造城镇老旧小区100个。", "城乡建设、环境保护"),
        ("推动义务教育优质均衡发展。", "科技、教育"),
        ("做好征兵和国防动员工作。", "国防"),
        ("新增养老床位5000张。", "民政、扶贫、救灾"),
        ("推广新能源汽车10万辆。", "工业、交通"),
    ],
)
def test_words_tell_topics(text: str, topic: str, words: TopicWords) -> None:
    assert read("总体要求", text, words)[0] == topic


def test_a_task_without_words_has_the_topics_of_its_theme_else_of_its_section(words: TopicWords) -> None:
    assert read("加强生态环境保护", "完善工作机制。", words) == ("城乡建设、环境保护",)
    assert read("加强生态环境保护", "完善工作机制。", words, lead="办好义务教育。") == ("科技、教育",)


def test_none_rather_than_a_doubtful_one(words: TopicWords) -> None:
    assert read("总体要求", "完善工作机制，压实各方责任。", words) == ()
