"""The curated tables behind the grammar."""

import csv
import pickle
from pathlib import Path

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import end_words
from schemas.lexicon.registry import BY_NAME

LEXICON = Path(__file__).parents[3] / "seeds" / "lexicon"


def rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_word_is_verb_and_noun() -> None:
    assert not {row["word"] for row in rows("verbs.csv")} & {row["word"] for row in rows("nouns.csv")}


def test_every_verb_class_is_used() -> None:
    assert {row["class"] for row in rows("verbs.csv")} == set(BY_NAME["verbs"].column("class").values)


def test_longest_word_wins(grammar: Grammar) -> None:
    found = grammar.lexicon.at("开发区", 0)
    assert found is not None
    assert found.text == "开发区"
    assert found.noun


def test_end_words() -> None:
    ends = end_words(["企业", "省"])
    assert ends.closes("甲省", 0, 2)
    assert not ends.closes("甲省级", 0, 3)
    assert not ends.closes("", 0, 0)


def test_a_grammar_can_be_sent_to_another_process(grammar: Grammar) -> None:
    again = pickle.loads(pickle.dumps(grammar))
    assert again.lexicon.heads == grammar.lexicon.heads
