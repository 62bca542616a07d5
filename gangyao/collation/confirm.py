"""How much of each paragraph another copy of the text confirms."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gangyao.collation.align import align
from gangyao.collation.characters import compared_characters
from gangyao.document.source import Witness
from gangyao.document.witnesses import Confirmation


def confirm(paragraph_texts: Sequence[str], witnesses: Sequence[Witness]) -> tuple[Confirmation, ...]:
    """Count, for each paragraph and witness, the characters that the witness confirms; witness by witness."""
    if not witnesses:
        return ()
    characters = compared_characters("\n".join(paragraph_texts))
    lengths = np.array([len(text) + 1 for text in paragraph_texts], dtype=np.int64)
    # For each compared character, the paragraph that it stands in.
    paragraph_of = np.searchsorted(np.cumsum(lengths), characters.positions, side="right")
    compared = np.bincount(paragraph_of, minlength=len(paragraph_texts))
    confirmations: list[Confirmation] = []
    for witness in witnesses:
        equal = np.zeros(len(characters), dtype=bool)
        for chain in align(characters.codes, compared_characters(witness.text).codes):
            for run in chain.runs:
                equal[run.left : run.left_end] = True
        confirmed = np.bincount(paragraph_of[equal], minlength=len(paragraph_texts))
        confirmations += [
            Confirmation(index, witness.name, int(confirmed[index]), int(compared[index]))
            for index in range(len(paragraph_texts))
        ]
    return tuple(confirmations)
