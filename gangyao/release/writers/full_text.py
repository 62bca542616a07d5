"""Full-text index: which paragraphs hold which two neighbouring characters.

Chinese prints no spaces, so DuckDB's own full-text index, which splits at them, finds no words, and an index
of three letters none of two characters. Two characters are what every word has: the paragraphs that hold all
pairs of a word are few, and the macro `search` reads only those.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from string import ascii_uppercase

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from gangyao.chinese.scripts import to_simplified
from schemas.projections.duckdb import name, quoted

TABLE = "text_bigrams"
# Code points have at most 21 bits, so that a pair and the number of a paragraph within a run fill 63.
_BITS = 21
# Of this many paragraphs, at about 100 characters each, the pairs take some 150 MB to sort.
RUN_PARAGRAPHS = 1 << 16

_COMMENT = (
    "Full-text index of paragraphs: two neighbouring characters (the code point of the first shifted by 21 "
    "bits, plus that of the second; A to Z as a to z), and the rowid of a paragraph whose text holds them. "
    "The macro search reads it."
)


def declared_index() -> tuple[str, str]:
    """Return the statements that create the index, empty, and say what it is."""
    return (
        f"CREATE TABLE {TABLE} (bigram BIGINT NOT NULL, paragraph INTEGER NOT NULL)",
        f"COMMENT ON TABLE {TABLE} IS {quoted(_COMMENT)}",
    )


def write_full_text(connection: duckdb.DuckDBPyConnection, texts: Iterable[pa.Array]) -> None:
    """Fill the index in the database in use, sorted by pair.

    `texts` are those of all paragraphs in their order, run by run of at most `RUN_PARAGRAPHS`.
    """
    first, runs = 0, 0
    for run in texts:
        _insert(connection, postings(run, first))
        first, runs = first + len(run), runs + 1
    if runs > 1:
        connection.execute(f"CREATE TABLE sorted AS FROM {TABLE} ORDER BY bigram, paragraph")
        connection.execute(f"TRUNCATE {TABLE}")
        connection.execute(f"INSERT INTO {TABLE} FROM sorted")
        connection.execute("DROP TABLE sorted")


def _insert(connection: duckdb.DuckDBPyConnection, rows: pa.Table) -> None:
    connection.register("postings", rows)
    connection.execute(f"INSERT INTO {TABLE} FROM postings")
    connection.unregister("postings")


def postings(texts: pa.Array, first: int) -> pa.Table:
    """Return each pair and the numbers of the texts that hold it, sorted; the first has number `first`."""
    points = np.frombuffer("".join(texts.to_pylist()).encode("utf-32-le"), np.uint32).astype(np.int64)
    points[(points >= ord("A")) & (points <= ord("Z"))] += ord("a") - ord("A")
    numbers = np.repeat(np.arange(len(texts)), pc.utf8_length(texts).to_numpy())
    within = numbers[1:] == numbers[:-1]
    keys = np.sort((points[:-1] << _BITS | points[1:])[within] << _BITS | numbers[1:][within])
    keys = keys[np.diff(keys, prepend=-1) != 0]
    paragraphs = ((keys & ((1 << _BITS) - 1)) + first).astype(np.int32)
    return pa.table(
        {"bigram": _numbers(keys >> _BITS, pa.int64()), "paragraph": _numbers(paragraphs, pa.int32())}
    )


def _numbers(values: npt.NDArray[np.signedinteger], of_type: pa.DataType) -> pa.Array:
    # Not `pa.array`, which imports NumPy's masked arrays to see whether these are such.
    return pa.Array.from_buffers(of_type, len(values), [None, pa.py_buffer(values)])


@cache
def folded_characters() -> tuple[str, str]:
    """Return the characters that a search takes for others, and those others: Traditional forms, A to Z."""
    # The blocks of common Han characters; what is beyond them has no Simplified form in OpenCC's tables.
    han = [chr(point) for point in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    simplified = to_simplified("\n".join(han)).split("\n")
    pairs = [(one, other) for one, other in zip(han, simplified, strict=True) if one != other]
    pairs += zip(ascii_uppercase, ascii_uppercase.lower(), strict=True)
    return "".join(one for one, _ in pairs), "".join(other for _, other in pairs)


def folding_macros() -> tuple[str, str]:
    """Return the statements that create two macros.

    `folded(text)`: in Simplified characters and small letters;
    `small_letters(text)`: for what is Simplified already, since `folded` reads its table anew for each text.
    """
    forms, plain = folded_characters()
    return _folding("folded", forms, plain), _folding(
        "small_letters", ascii_uppercase, ascii_uppercase.lower()
    )


def _folding(called: str, forms: str, plain: str) -> str:
    return f"CREATE MACRO {name(called)}(said) AS translate(said, {quoted(forms)}, {quoted(plain)})"
