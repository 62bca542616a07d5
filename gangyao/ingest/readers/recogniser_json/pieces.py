"""The pieces of recognised text that records tell, and what they say that stands at no place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gangyao.ingest.readers.recogniser_json.places import Place
from gangyao.ingest.readers.recogniser_json.records import Record

_HAN = re.compile(r"[\u3400-\u9fff]")
# Names of keys under which a text without Chinese is known to be one.
_TEXT = frozenset(
    (
        *("text", "texts", "txt", "txts", "rec_text", "rec_texts", "words", "word", "content", "string"),
        *("block_content", "transcription", "description", "DetectedText", "Text", "value"),
    )
)
_FEWEST_PIECES = 2
# Of what is Chinese in a file so much, at least, stands at places or says the same again.
_LEAST_PLACED = 0.9
# Two texts of Chinese share runs of so many characters where one says what the other does.
_SAME_RUN = 4
_SAME = 0.8
_FEWEST_MORE = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A recognised text; its place, certainty, page and label where they are told.

    `trail` is its place in the lists of the file.
    """

    text: str
    place: Place | None
    score: float | None
    page: int | None
    label: str
    trail: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """The pieces of a file in its order, and the texts in it that no piece says."""

    pieces: tuple[Piece, ...]
    unplaced: tuple[str, ...]


def recognised(records: Iterable[Record]) -> Recognised | None:
    """Return what a recogniser wrote; None where records are none of such."""
    families: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    ordered: list[Record] = []
    for record in records:
        families[record.family].append(record)
        ordered.append(record)
    keys = {family: _text_key(members) for family, members in families.items()}
    pieces: list[Piece] = []
    others: list[str] = []
    for record in ordered:
        text, more = _said(record, keys[record.family])
        if text:
            pieces.append(Piece(text, record.place, record.score, record.page, record.label, record.trail))
        others += more
    placed = [piece for piece in pieces if piece.place is not None]
    said = sum(_han(piece.text) for piece in placed)
    if len(placed) < _FEWEST_PIECES or not said:
        return None
    unplaced = tuple(_not_said(others, pieces))
    bare = sum(_han(piece.text) for piece in pieces if piece.place is None) + sum(map(_han, unplaced))
    return Recognised(tuple(pieces), unplaced) if said >= _LEAST_PLACED * (said + bare) else None


def _han(text: str) -> int:
    return len(_HAN.findall(text))


def _text_key(records: Sequence[Record]) -> str | None:
    """Return the key that holds the text of records with places: most of the Chinese, or a known name.

    None where no record has a place, or no key a text.
    """
    chinese: Counter[str] = Counter()
    for record in records:
        if record.place is not None:
            for key, text in record.texts.items():
                chinese[key] += _han(text)
    if not chinese:
        return None
    key, most = chinese.most_common(1)[0]
    return key if most else next((one for one in chinese if one in _TEXT or one == ""), None)


def _said(record: Record, key: str | None) -> tuple[str, list[str]]:
    """Return the text of a record, and what of it is Chinese beside that.

    Where it has nothing under the key of its family, as a table or a picture among paragraphs, all that is
    Chinese is its text.
    """
    text = record.texts.get(key, "").strip() if key is not None else ""
    more = [one for name, one in record.texts.items() if name != key and _han(one) >= _FEWEST_MORE]
    if not text and key is not None and record.place is not None:
        return "\n".join(more), []
    return text, more


def _not_said(texts: Sequence[str], pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield the texts that no pieces say: what a file says twice is said once."""
    if not texts:
        return
    whole = "".join("".join(_HAN.findall(piece.text)) for piece in pieces)
    said = {size: set(_runs(whole, size)) for size in range(_FEWEST_MORE, _SAME_RUN + 1)}
    for text in dict.fromkeys(texts):
        own = "".join(_HAN.findall(text))
        size = min(len(own), _SAME_RUN)
        runs = list(_runs(own, size))
        if sum(run in said[size] for run in runs) < _SAME * len(runs):
            yield text


def _runs(text: str, size: int) -> Iterator[str]:
    return (text[start : start + size] for start in range(len(text) - size + 1))
