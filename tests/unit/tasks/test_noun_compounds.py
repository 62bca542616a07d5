"""Nouns that begin like a predicate; sentences invented for the purpose."""

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.noun_compounds import is_attested, opens_compound


def _predicates(sentence: str, grammar: Grammar) -> list[tuple[str, str]]:
    return [(one.verb, one.object) for one in read_actions(sentence, 0, len(sentence), grammar).actions]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("部门的最高计量标准，由市计量主管部门核定。", [("核定", "")]),
        ("创新服务贸易机制。", [("创新", "服务贸易机制")]),
        ("县煤矿安全监察机构负责日常检查。", [("负责", "日常检查")]),
    ],
)
def test_what_official_prose_has_as_a_noun_is_no_predicate(
    sentence: str, wanted: list[tuple[str, str]], grammar: Grammar
) -> None:
    assert _predicates(sentence, grammar) == wanted


def test_a_pair_is_attested_by_its_table_and_ends_by_its_form(grammar: Grammar) -> None:
    lexicon = grammar.lexicon
    assert is_attested("监察机构", 2, "监察", lexicon)
    assert not is_attested("监察水质", 2, "监察", lexicon)
    assert opens_compound("监察体系", 2, "监察", lexicon)


def test_verbs_joined_as_one_predicate_are_no_noun(grammar: Grammar) -> None:
    lexicon = grammar.lexicon
    assert not [(verb, other) for verb, other in lexicon.pairs if other in lexicon.compounds.get(verb, ())]
