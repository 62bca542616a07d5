"""Write the nouns that verbs begin: `python -m training.verb_compounds TRAINING` (packed texts).

A verb and the two characters behind it are one noun where they stand as one and never as a predicate and its
object: 监察机构, 计量标准, 污染防治. The predicate of a clause is sure where a modal word binds it behind its
subject (…机构|应当|提交…) or where a verb that mostly opens predicates stands first (提交|…报告); the subject
of the former and the object of the latter are noun phrases. A noun stands at the beginning of such a phrase,
behind 的, 、 or what joins nouns, or at its end.

What the file itself tells is not used while it is written.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.clauses.cut import predicate_start, split_clauses
from gangyao.tasks.grammar import Grammar, load_grammar
from gangyao.tasks.predicates.read import read_predicate
from gangyao.tasks.predicates.verb_group import VerbGroup
from training.texts import read_official

_SENTENCE = re.compile("[^。；！？]{8,300}[。；！？]?")
_ARTICLE = re.compile("第[一二三四五六七八九十百零〇]{1,6}条 *")
_HAN = re.compile("[\u4e00-\u9fff]{2}")
# What stands between nouns, and what no noun has behind a verb.
_JOINTS = frozenset("的、和与及或")
_NO_NOUN = frozenset("和与及或并的为有")
# Shorter phrases are pronouns and numbers, longer ones mostly hold clauses.
_SHORTEST, _LONGEST = 4, 25
_LONGEST_CLAUSE = 60
# Verbs that mostly take a noun as their object.
_TAKE_NOUNS = frozenset({"transitive", "taker"})
# Others hardly begin nouns.
_NOUN_LIKE = frozenset({"transitive", "nominal", "dual"})
# How often a pair must be a noun, and how many times more often than a predicate: set by reading lists of
# a hundred pairs.
_LEAST, _TIMES, _TIMES_OPENING = 3, 10, 5

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Uses:
    """How often a verb and the characters behind it are a noun, in subjects and in objects, and how often a
    predicate and its object: bound by a modal word, or seemingly where a clause opens."""

    in_subjects: Counter[Pair]
    in_objects: Counter[Pair]
    bound: Counter[Pair]
    opening: Counter[Pair]


def count_uses(lines: Iterable[str], grammar: Grammar) -> Uses:
    """Count in the clauses of `lines` whose predicate is sure."""
    uses = Uses(Counter(), Counter(), Counter(), Counter())
    for line in lines:
        for sentence in _SENTENCE.findall(_ARTICLE.sub("", line)):
            for start, end in split_clauses(sentence, 0, len(sentence)):
                if end - start > _LONGEST_CLAUSE:
                    continue
                opening = predicate_start(sentence, start, end, grammar)
                group = read_predicate(sentence, opening, end, grammar)
                if group is not None and not group.is_basis:
                    _count_clause(sentence[:end], opening, group, grammar, uses)
    return uses


def _count_clause(text: str, opening: int, group: VerbGroup, grammar: Grammar, uses: Uses) -> None:
    """Count the clause that begins at `opening` and ends with `text`."""
    at = text.find(group.first.text, group.start)
    behind = at + len(group.first.text)
    is_bound = bool(group.modals) and group.start > opening
    is_first = group.start == opening and not group.modals and group.first.verb in _TAKE_NOUNS
    holds_phrase = group.end - group.start > sum(map(len, group.words))
    pair = group.first.text, text[behind : behind + 2]
    if group.modals and not holds_phrase:
        uses.bound[pair] += 1
    elif at == opening:
        uses.opening[pair] += 1
    if is_bound:
        uses.in_subjects.update(_nouns(text[opening : group.start], grammar))
    if (is_bound or is_first) and group.first is group.last and group.first.verb in _TAKE_NOUNS:
        uses.in_objects.update(_nouns(text[group.end :], grammar))


def _nouns(phrase: str, grammar: Grammar) -> Iterator[Pair]:
    """Yield what in a noun phrase begins like a verb and stands where a noun does."""
    if not _SHORTEST <= len(phrase) <= _LONGEST:
        return
    at = 0
    while at < len(phrase) - 3:
        word = grammar.lexicon.at(phrase, at)
        if word is None or word.noun or word.verb not in _NOUN_LIKE or len(word.text) != 2:
            at += 1
            continue
        following = phrase[at + 2 : at + 4]
        is_alone = at == 0 or phrase[at - 1] in _JOINTS or at + 4 == len(phrase)
        if is_alone and _HAN.fullmatch(following) and following[0] not in _NO_NOUN:
            yield word.text, following
        at += 2


def compounds(uses: Uses, joined: Container[Pair]) -> dict[Pair, int]:
    """Return the pairs that are nouns, with how often they stand as one; none of verbs `joined` as one."""
    return {
        pair: count
        for pair, count in (uses.in_subjects + uses.in_objects).items()
        if count >= _LEAST
        and count > _TIMES * uses.bound[pair]
        and (uses.in_subjects[pair] or count > _TIMES_OPENING * uses.opening[pair])
        and pair not in joined
    }


def main() -> None:
    """Write `verb_compounds.csv` of the lexicon."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("training", type=Path, help="folder with laws.txt.xz and political-reports.txt.xz")
    parser.add_argument("-o", "--output", type=Path, default=lexicon_of(SEEDS) / "verb_compounds.csv")
    arguments = parser.parse_args()
    grammar = load_grammar(lexicon_of(SEEDS))
    grammar = replace(grammar, lexicon=replace(grammar.lexicon, compounds={}))
    lines = (line for text in read_official(arguments.training) for line in text.text.split("\n"))
    found = compounds(count_uses(lines, grammar), grammar.lexicon.pairs)
    with arguments.output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("verb", "following", "frequency"))
        writer.writerows((*pair, count) for pair, count in sorted(found.items()))


if __name__ == "__main__":
    main()
