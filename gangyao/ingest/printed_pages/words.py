"""Words with boxes, as recognisers give them, to the runs of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Run, height_of, hull, widths_of

# Words of a line that leave so much room between them, in heights of the line, stand in two columns or cells
# (by hand: blanks between words of a line are less than one character).
_APART = 2.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its box, and how sure the recogniser is of it (0 to 1); None where it does not say."""

    text: str
    box: Box
    score: float | None


def runs_of_words(words: Sequence[Word]) -> Iterator[Run]:
    """Yield the words of one line, those together that stand close to each other."""
    line = hull([word.box for word in words])
    height = line.bottom - line.top
    edges = [i for i, (a, b) in enumerate(pairwise(words), 1) if b.box.left - a.box.right > _APART * height]
    for start, end in pairwise([0, *edges, len(words)]):
        yield _run(words[start:end], line)


def text_of_words(words: Sequence[str]) -> str:
    """Return the words of one line as its text."""
    text = ""
    for word in filter(None, words):
        text += (" " if _needs_blank(text[-1:], word[0]) else "") + word
    return text


def _run(words: Sequence[Word], line: Box) -> Run:
    text, scores = "", list[float]()
    for word in words:
        between = " " if _needs_blank(text[-1:], word.text[0]) else ""
        text += between + word.text
        if word.score is not None:
            scores += [word.score] * len(between + word.text)
    left, right = words[0].box.left, max(word.box.right for word in words)
    # Words of a line that is not level stand higher and lower; the line is as high as its highest word.
    highest = max(word.box.bottom - word.box.top for word in words)
    size = min((right - left) / widths_of(text), highest)
    middle = height_of(line)
    box = Box(left, middle - size / 2, right, middle + size / 2)
    return Run(text, box, size, scores=tuple(scores) if len(scores) == len(text) else ())


def _needs_blank(before: str, after: str) -> bool:
    """Tell whether a blank parts two words: tesseract makes a word of any few Chinese characters."""
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
