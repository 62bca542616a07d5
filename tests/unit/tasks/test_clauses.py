import re

import pytest

from gangyao.tasks.clauses import predicate_start, split_clauses
from gangyao.tasks.grammar import Grammar


def clauses(text: str) -> list[str]:
    return [text[start:end] for start, end in split_clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("建设港口，疏浚航道。", ["建设港口", "疏浚航道"]),
        ("推广“先看病，后付费”做法，方便群众。", ["推广“先看病，后付费”做法", "方便群众"]),
        ("完善制度(含考核，奖惩)，抓好落实；", ["完善制度(含考核，奖惩)", "抓好落实"]),
        ("落实《关于甲，乙的意见》。", ["落实《关于甲，乙的意见》"]),
        ("打造以河谷为轴，两岸村镇为节点的休闲带。", ["打造以河谷为轴，两岸村镇为节点的休闲带"]),
        ("以河谷为轴，串联两岸村镇。", ["以河谷为轴", "串联两岸村镇"]),
        ("新增床位1,200张，改造病房。", ["新增床位1,200张", "改造病房"]),
        ("未闭合的“引号，照样分开。", ["未闭合的“引号", "照样分开"]),
        ("，，。", []),
    ],
)
def test_split_clauses(text: str, wanted: list[str]) -> None:
    assert clauses(text) == wanted


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("一是修缮校舍", "修缮校舍"),
        ("（2）修缮校舍", "修缮校舍"),
        ("并逐步覆盖到乡村", "逐步覆盖到乡村"),
        ("二要修缮校舍", "修缮校舍"),
        ("（水利部指导）修缮堤坝", "修缮堤坝"),
        ("3.5万亩农田", "3.5万亩农田"),
        ("要素市场", "要素市场"),
    ],
)
def test_predicate_starts_behind_numbers_and_conjunctions(grammar: Grammar, text: str, rest: str) -> None:
    assert text[predicate_start(text, 0, len(text), grammar) :] == rest


def test_conjunction_pattern_is_compiled_from_the_table(grammar: Grammar) -> None:
    assert isinstance(grammar.conjunction, re.Pattern)
    assert grammar.conjunction.match("同时")
