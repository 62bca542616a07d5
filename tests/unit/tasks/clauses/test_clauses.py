import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gangyao.chinese.signs import Lines
from gangyao.tasks.clauses.cut import predicate_start, split_all, split_clauses
from gangyao.tasks.clauses.signs import NUMBERED, clause_signs
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicates.read import read_predicate


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
        ("二要修缮校舍", "要修缮校舍"),
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


@example(["甲，以及"], "")
@given(
    st.lists(st.text(st.sampled_from("甲以及为的，：。！“”（） \n,1"), max_size=14), max_size=4),
    st.sampled_from(("", "丙")),
)
def test_sentences_together_are_cut_like_each_alone(texts: list[str], behind: str) -> None:
    # Each stands behind two characters of its text, and may be the end of it.
    sentences = [(f"乙，{text}{behind}", 2, 2 + len(text)) for text in texts]
    alone = [split_clauses(*sentence) for sentence in sentences]
    assert split_all(sentences, Lines(texts)) == alone


@pytest.mark.parametrize(
    "clause",
    [
        "环境由市政府负责",
        "覆盖率提高到65%",
        "谋长远、抓重点",
        "主管部门要加强管理",
        "渔区是渔业基地",
        "①加强管理",
    ],
)
def test_what_is_not_told_of_a_clause_changes_nothing(clause: str, grammar: Grammar) -> None:
    spans = [(1, 1 + len(clause))]
    ((signs,),) = clause_signs(Lines([clause]), [1], [spans], grammar.openings)
    text = f"，{clause}。"
    start = predicate_start(text, *spans[0], grammar)
    assert bool(signs & NUMBERED) == (start > 1)
    told = read_predicate(text, start, spans[0][1], grammar, signs)
    plain = read_predicate(text, start, spans[0][1], grammar)
    assert (told and (told.start, told.end, told.words)) == (plain and (plain.start, plain.end, plain.words))
