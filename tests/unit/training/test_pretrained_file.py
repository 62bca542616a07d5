"""The pretrained file and its pieces, on a small file that is written here."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.pretrained_file import PretrainedFile, read_pretrained
from training.pretrained_pieces import cut_into_pieces

PIECES = {"<unk>": -9.0, "加": -6.0, "强": -6.0, "加强": -5.0, "港": -7.0, "渔港": -6.0, ",": -2.0, "▁": -1.0}
SCALES = (0.5, 2.0)


def written(path: Path) -> Path:
    text = [piece.encode() for piece in PIECES]
    bounds = np.cumsum([0, *map(len, text)]).astype(np.uint32)
    raw = b"E5S1" + struct.pack("<I", 1) + struct.pack("<7i", 32, 1, 1, 32, len(PIECES), 4, 2)
    raw += struct.pack("<fi", 1e-5, 32) + struct.pack("<5i", len(PIECES), 0, 2, 1, 0)
    raw += struct.pack("<Q", int(bounds[-1])) + bounds.tobytes()
    raw += np.array(list(PIECES.values()), np.float32).tobytes() + b"".join(text)
    forms = struct.pack("<IBI", ord("，"), 1, ord(","))
    forms += struct.pack("<IB2I", ord("㎡"), 2, ord("m"), ord("2"))
    raw += struct.pack("<iI", 2, len(forms)) + forms
    blocks = b"".join(
        np.float16(scale).tobytes() + bytes((low | (15 - low) << 4) for low in range(16)) for scale in SCALES
    )
    floats = np.array([1.5, -2.5], np.float32).tobytes()
    names = (("word", 64, blocks), ("bias", 2, floats))
    directory = struct.pack("<i", len(names))
    size = sum(2 + len(name) + 21 for name, _, _ in names)
    offset = len(raw) + len(directory) + size
    for name, count, held in names:
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BI", 0, count)
        directory += struct.pack("<QQ", offset, len(held))
        offset += len(held)
    path.write_bytes(raw + directory + blocks + floats)
    return path


@pytest.fixture(scope="module")
def pretrained(tmp_path_factory: pytest.TempPathFactory) -> PretrainedFile:
    return read_pretrained(written(tmp_path_factory.mktemp("pretrained") / "small.bin"))


def test_weights_of_four_bits_are_those_that_were_packed(pretrained: PretrainedFile) -> None:
    found = pretrained.of_four_bits("word", 2, 32)
    steps = np.array([*range(-8, 8), *range(7, -9, -1)], np.float32)
    assert np.array_equal(found, np.stack([steps * scale for scale in SCALES]))
    assert pretrained.floats("bias").tolist() == [1.5, -2.5]
    assert pretrained.sizes.width == 32


def test_the_likeliest_pieces_are_cut(pretrained: PretrainedFile) -> None:
    pieces = cut_into_pieces("加强渔港，港", pretrained)
    assert pieces.spans == ((0, 2), (2, 4), (4, 5), (5, 6))
    assert pieces.numbers == tuple(pretrained.pieces[one][0] for one in ("加强", "渔港", ",", "港"))


@given(text=st.text(alphabet="加强渔港，㎡ x", max_size=30))
def test_each_character_is_of_one_piece(pretrained: PretrainedFile, text: str) -> None:
    spans = cut_into_pieces(text, pretrained).spans
    assert [place for start, end in spans for place in range(start, end)] == list(range(len(text)))


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match=r"other\.bin"):
        read_pretrained(other)
