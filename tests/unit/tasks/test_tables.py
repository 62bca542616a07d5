"""The curated tables behind the grammar."""

import csv
import pickle
from pathlib import Path

import pytest

from gangyao.tasks.grammar import Grammar, load_grammar
from gangyao.tasks.lexicon import VERB_CLASSES, LexiconError, end_words, load_lexicon

LEXICON = Path(__file__).parents[3] / "seeds" / "lexicon"
KEYS = {
    "verbs.csv": ("word",),
    "verb_pairs.csv": ("first", "second"),
    "adverbs.csv": ("word",),
    "modals.csv": ("word",),
    "modality_words.csv": ("word",),
    "outcome_verbs.csv": ("word",),
    "prepositions.csv": ("word",),
    "party_heads.csv": ("word",),
    "phrase_ends.csv": ("word",),
    "conjunctions.csv": ("word",),
    "nouns.csv": ("word",),
}


def rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", KEYS)
def test_sorted_without_duplicates(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in rows(name)]
    assert keys == sorted(set(keys))
    assert all(all(key) for key in keys)
    assert all(row["frequency"].isdecimal() for row in rows(name))


def test_no_word_is_verb_and_noun() -> None:
    assert not {row["word"] for row in rows("verbs.csv")} & {row["word"] for row in rows("nouns.csv")}


def test_every_verb_class_is_used() -> None:
    assert {row["class"] for row in rows("verbs.csv")} == VERB_CLASSES


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


def test_an_unknown_verb_class_is_refused(tmp_path: Path) -> None:
    for name in KEYS:
        (tmp_path / name).write_bytes((LEXICON / name).read_bytes())
    with (tmp_path / "verbs.csv").open("a", encoding="utf-8") as file:
        file.write("龘龘,wrong,1,\n")
    with pytest.raises(LexiconError, match="龘龘"):
        load_lexicon(tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    for path in LEXICON.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "adverbs.csv").write_text("wort\n大力\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"adverbs\.csv"):
        load_grammar(tmp_path)
