"""How nouns that verbs begin are counted; sentences invented for the purpose."""

from dataclasses import replace
from pathlib import Path

from gangyao.tasks.grammar import load_grammar
from training.verb_compounds import compounds, count_uses

_GRAMMAR = load_grammar(Path(__file__).parents[3] / "seeds" / "lexicon")
GRAMMAR = replace(_GRAMMAR, lexicon=replace(_GRAMMAR.lexicon, compounds={}))


def test_a_noun_stands_in_subjects_and_objects_a_predicate_behind_a_duty() -> None:
    lines = [
        "县监察机构应当提交年度报告。",
        "监察机构必须公布检查结果。",
        "制定监察机构管理办法。",
        "有关部门应当监察水质变化。",
    ]
    uses = count_uses(lines, GRAMMAR)
    assert uses.in_subjects["监察", "机构"] == 2
    assert uses.in_objects["监察", "机构"] == 1
    assert uses.bound["监察", "水质"] == 1
    assert compounds(uses, ()) == {("监察", "机构"): 3}
    assert compounds(uses, {("监察", "机构")}) == {}


def test_what_opens_clauses_and_stands_in_no_subject_is_no_noun() -> None:
    uses = count_uses(["制定污染行业名录和标准。"] * 3, GRAMMAR)
    assert compounds(uses, ()) == {("污染", "行业"): 3}
    uses.opening["污染", "行业"] = 1
    assert compounds(uses, ()) == {}
