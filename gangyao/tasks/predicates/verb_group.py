"""Verb groups: a predicate with its adverbs and modal words, as far as its main verb."""

from __future__ import annotations

from dataclasses import dataclass

from gangyao.tasks.lexicon import Word


@dataclass(slots=True, eq=False)
class VerbGroup:
    """A verb group at `start`:`end`. `words` are its adverbs, modals and verbs, without the phrases between.

    `first` and `last` are its first and last verb; its preposition in a mere ground (`is_basis`).
    `is_reached`: its subject is an indicator, and it says what that is to reach.

    Nothing changes one; it is not frozen because a clause makes several and reads each often: a frozen
    one takes five times as long to make, the fields of a named tuple four times as long to read.
    """

    start: int
    end: int
    words: tuple[str, ...]
    first: Word
    last: Word
    modals: tuple[Word, ...] = ()
    is_basis: bool = False
    has_adverb: bool = False
    is_reached: bool = False


def led_by(group: VerbGroup, start: int, words: tuple[str, ...], modals: tuple[Word, ...]) -> VerbGroup:
    """Return `group` with the adverbs and modals that stand before it, from `start`."""
    return VerbGroup(
        start,
        group.end,
        (*words, *group.words),
        group.first,
        group.last,
        (*modals, *group.modals),
        group.is_basis,
        bool(words) or group.has_adverb,
    )
