"""Places of a clause where its predicate may begin."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.places import Place


def places(text: str, grammar: Grammar, *, in_phrase: bool = False) -> list[tuple[int, str]]:
    found = grammar.places.find(text, 0, len(text), in_phrase=in_phrase)
    return [(at, word.text if word is not None else text[at]) for at, word in found]


def test_verbs_and_modal_words_are_places(grammar: Grammar) -> None:
    assert places("渔港应当完善防波堤", grammar) == [(2, "应当"), (4, "完善")]


def test_the_first_word_is_none(grammar: Grammar) -> None:
    assert places("完善防波堤", grammar) == []


def test_what_stands_in_quotes_is_none(grammar: Grammar) -> None:
    assert places("渔港“完善设施”应当开放", grammar)[0] == (8, "应当")


def test_a_nominal_verb_is_one_only_behind_a_phrase(grammar: Grammar) -> None:
    assert (3, "公示") not in places("向社会公示", grammar)
    assert (3, "公示") in places("向社会公示", grammar, in_phrase=True)


def test_parts_are_a_place_without_a_word(grammar: Grammar) -> None:
    assert grammar.places.find("渔港分岛推进", 0, 6, in_phrase=False)[0] == (2, None)


def by_single_steps(text: str, start: int, end: int, grammar: Grammar) -> list[int]:
    """Return where words stand one behind the other, the longest at each place, outside of quotes."""
    found: list[int] = []
    at, depth = start, 0
    while at < end:
        depth += (text[at] in "“《(（‘") - (text[at] in "”》)）’")
        word = grammar.lexicon.at(text, at) if depth <= 0 else None
        if word is not None or (depth <= 0 and text[at] == "分"):
            found.append(at)
        at += len(word.text) if word is not None else 1
    return found


@given(
    st.lists(
        st.sampled_from([*"渔港的“”（）分应当建设立成为向", "完善", "开发区", "全面推进", "，"]), max_size=12
    ),
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_one_scan_finds_what_single_steps_find(
    grammar: Grammar, pieces: list[str], skip: int, cut: int
) -> None:
    text = "".join(pieces)
    start, end = min(skip, len(text)), max(min(skip, len(text)), len(text) - cut)
    found = grammar.places.find(text, start, end, in_phrase=False)
    assert {at for at, _ in found} <= set(by_single_steps(text, start, end, grammar)) - {start}
    for at, word in found:
        assert word == grammar.lexicon.at(text, at)


def test_places_survive_pickling(grammar: Grammar) -> None:
    again = pickle.loads(pickle.dumps(grammar.places))
    text = "渔港应当完善防波堤"
    found: list[Place] = again.find(text, 0, len(text), in_phrase=False)
    assert found == grammar.places.find(text, 0, len(text), in_phrase=False)
