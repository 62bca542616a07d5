"""Texts as pieces of the pretrained model: the likeliest way to cut them (Kudo 2018, unigram model)."""

from __future__ import annotations

from dataclasses import dataclass

from training.pretrained_file import PretrainedFile

# Pieces of Chinese words are shorter.
_LONGEST = 8
_SPACE = "▁"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The numbers of the pieces of a text, and where each begins and ends in it, in code points."""

    numbers: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


def cut_into_pieces(text: str, file: PretrainedFile) -> Pieces:
    """Cut a text; each character is of one piece, so that what the model says of pieces is said of them."""
    printed = [_form(character, file) for character in text]
    size = len(printed)
    best = [0.0] + [float("-inf")] * size
    came: list[tuple[int, int]] = [(0, file.unknown)] * (size + 1)
    for start in range(size):
        here = best[start]
        if here + file.unknown_odds > best[start + 1]:
            best[start + 1] = here + file.unknown_odds
            came[start + 1] = (start, file.unknown)
        piece = ""
        for end in range(start, min(size, start + _LONGEST)):
            piece += printed[end]
            known = file.pieces.get(piece)
            if known is not None and here + known[1] > best[end + 1]:
                best[end + 1] = here + known[1]
                came[end + 1] = (start, known[0])
    numbers, spans, at = [], [], size
    while at:
        start, number = came[at]
        numbers.append(number)
        spans.append((start, at))
        at = start
    return Pieces(tuple(numbers[::-1]), tuple(spans[::-1]))


def _form(character: str, file: PretrainedFile) -> str:
    """The one character that stands for a character; itself where several would."""
    form = file.forms.get(ord(character), character)
    if len(form) != 1:
        form = form[:1] or character
    return _SPACE if form == " " else form
