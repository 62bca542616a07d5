"""A verb group from where it stands: what of its words the tables know is told as the rules would tell it."""

from __future__ import annotations

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.predicates.search import read_group
from gangyao.tasks.predicates.verb_group import VerbGroup

# A verb that no table knows is taken for two characters, as most are.
_VERB = 2


def group_at(text: str, start: int, stop: int, end: int, grammar: Grammar) -> VerbGroup:
    """Return the verb group `text[start:stop]` of a clause that ends at `end`.

    It is a mere ground where it is nothing but a preposition that opens one.
    """
    word = grammar.lexicon.at(text, start)
    if word is not None and word.preposition == "basis" and start + len(word.text) == stop:
        return VerbGroup(start, stop, (word.text,), word, word, is_basis=True)
    read = read_group(text, start, end, grammar)
    if read is not None and read.start == start and read.end == stop and not read.is_basis:
        return read
    return _from_words(text, start, stop, grammar.lexicon)


def _from_words(text: str, start: int, stop: int, lexicon: Lexicon) -> VerbGroup:
    """Return the group whose adverbs, modal words and verbs the tables know, or no table does."""
    at = start
    modals: list[Word] = []
    verbs: list[Word] = []
    has_adverb = False
    while at < stop:
        word = lexicon.at(text, at)
        if word is None or at + len(word.text) > stop:
            at += 1
            continue
        if word.modal is not None and not verbs:
            modals.append(word)
        elif word.verb and not word.noun and len(word.text) > 1:
            verbs.append(word)
        elif word.adverb and not verbs:
            has_adverb = True
        at += len(word.text)
    if not verbs:
        verbs.append(coined(text[max(start, stop - _VERB) : stop], "transitive"))
    return VerbGroup(
        start, stop, (text[start:stop],), verbs[0], verbs[-1], tuple(modals), has_adverb=has_adverb
    )
