"""Everything that reading a task needs, compiled once from the lexicon folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gangyao.chinese.signs import CharacterSet
from gangyao.lexicon_tables import read_lexicon
from gangyao.tasks.indicators.names import IndicatorNames, compile_names
from gangyao.tasks.lexicon import EndWords, Lexicon, compile_lexicon, end_words
from gangyao.tasks.places import Places, compile_places
from gangyao.tasks.predicate_network import PredicateNetwork, load_network
from gangyao.tasks.statements.grammar import StatementGrammar, compile_statements
from gangyao.tasks.targets.grammar import TargetGrammar, compile_target_grammar

# A run-in number begins with one of these; digits beyond the Basic Multilingual Plane are looked for apart.
_NUMBER_STARTS = frozenset("—(（第一二三四五六七八九十").union(filter(str.isdigit, map(chr, range(0x10000))))


@dataclass(frozen=True, slots=True, eq=False)
class ModalityWords:
    """The pattern that shows each modality in a verb group; compared by identity, so that it keys a cache.

    `of_word` gives the modalities that each word of the lexicon shows alone.
    """

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    of_word: Mapping[str, frozenset[str]]


def compile_modality(by_modality: Mapping[str, list[str]], lexicon: Lexicon) -> ModalityWords:
    """Compile the words that show each modality."""
    patterns = tuple((name, re.compile(_alternatives(by_modality[name]))) for name in sorted(by_modality))
    words = (word.text for words in lexicon.heads.values() for word in words if word.verb)
    return ModalityWords(patterns, {word: shown_modalities(word, patterns) for word in words})


def shown_modalities(words: str, patterns: Iterable[tuple[str, re.Pattern[str]]]) -> frozenset[str]:
    """Return the modalities whose `patterns` occur in the joined words of a group."""
    return frozenset(name for name, pattern in patterns if pattern.search(words))


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word tables of `gangyao.tasks` and the patterns compiled from them.

    `places` finds where a clause may have its predicate; `modality_words` maps a modality to the pattern that
    shows it in a verb group; `phrase_ends` and `party_ends` close a phrase and a party's name; `conjunction`
    matches what may open a clause; that, or a run-in number, begins with one of `openings`. `network` reads
    doubtful predicates again: made ready with the rest, it need not be so in each process.
    """

    lexicon: Lexicon
    places: Places
    statements: StatementGrammar
    targets: TargetGrammar
    indicators: IndicatorNames
    modality_words: ModalityWords
    outcome_verbs: frozenset[str]
    phrase_ends: EndWords
    party_ends: EndWords
    conjunction: re.Pattern[str]
    openings: CharacterSet
    network: PredicateNetwork


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=4)
def load_grammar(lexicon: Path) -> Grammar:
    """Read and compile the tables of the folder `lexicon`; cached per process.

    Raises LexiconError when the lexicon cannot be used.
    """
    tables = read_lexicon(lexicon)
    by_modality: dict[str, list[str]] = {}
    for word, modality in tables.rows("modality_words", "word", "modality"):
        by_modality.setdefault(modality, []).append(word)
    conjunctions = tables.words("conjunctions")
    words = compile_lexicon(tables)
    return Grammar(
        lexicon=words,
        places=compile_places(words),
        statements=compile_statements(tables, words),
        targets=compile_target_grammar(tables, words),
        indicators=compile_names(tables),
        modality_words=compile_modality(by_modality, words),
        outcome_verbs=frozenset(tables.words("outcome_verbs")),
        phrase_ends=end_words(tables.words("phrase_ends")),
        party_ends=end_words(tables.words("party_heads")),
        conjunction=re.compile(rf"(?:{_alternatives(conjunctions)})"),
        openings=CharacterSet(_NUMBER_STARTS.union(word[0] for word in conjunctions)),
        network=load_network(),
    )
