"""Derive which characters look and sound alike.

`python -m training.confusables --fonts FONT… --readings FILE --version V -o FILE`
takes fonts that hold Simplified forms (`FILE:INDEX` for one of a collection; the shipped table is from Noto
Sans CJK SC and Noto Serif CJK SC, both under the SIL Open Font License) and `Unihan_Readings.txt` of the
Unihan database (Unicode License). Needs Pillow, which nothing else here does. The same input gives the same
table; a JSON file beside it names the sources.
"""

from __future__ import annotations

import argparse
import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import load_model
from gangyao.cleaning.misreadings.confusables import UNIT, Confusables
from training.provenance import write_provenance

# The field of Unihan with the readings of the Table of General Standard Characters (8,105 characters).
FIELD = "kTGHZ2013"
LOOKALIKES = 12
SOUNDALIKES = 10
_READINGS = 3
# Size of the type, side of its image, and radius of the blur, all in pixels.
_SIZE, _SIDE, _BLUR = 48, 56, 0.8
# Directions of strokes, and parts of a side of the image. 6 and 8 directions, 4 and 14 parts tell no better
# what recognition confuses; 24 components as well as all 392.
_DIRECTIONS, _PARTS, _COMPONENTS = 4, 7, 24
_NEAR_INITIALS = {"zh": "z", "ch": "c", "sh": "s", "l": "n"}
_NEAR_FINALS = {"ing": "in", "eng": "en", "ang": "an"}


def read_readings(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the syllables of each character, without tone, from the lines of `Unihan_Readings.txt`."""
    found = {}
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 3 and cells[1] == FIELD and len(cells[0]) == 6:
            syllables = (without_tone(cell.split(":")[-1]) for cell in cells[2].split())
            found[chr(int(cells[0][2:], 16))] = tuple(dict.fromkeys(syllables))[:_READINGS]
    return found


def without_tone(syllable: str) -> str:
    """Return a syllable of Pinyin without its tone mark; ü stays."""
    split = unicodedata.normalize("NFD", syllable)
    kept = "".join(char for char in split if not unicodedata.combining(char) or char == "\u0308")
    return unicodedata.normalize("NFC", kept)


def near_syllable(syllable: str) -> str:
    """Fold what many speakers do not tell apart: zh, ch, sh with z, c, s; l with n; -ng with -n."""
    for initial, folded in _NEAR_INITIALS.items():
        if syllable.startswith(initial):
            syllable = folded + syllable.removeprefix(initial)
            break
    for final, folded in _NEAR_FINALS.items():
        if syllable.endswith(final):
            return syllable.removesuffix(final) + folded
    return syllable


def glyphs(font: str, chars: Sequence[str]) -> npt.NDArray[np.float32]:
    """Render characters in grey; return an image for each."""
    # By name, so that neither the package nor its checks need Pillow.
    image_of, draw_on, blurs, faces = (
        import_module(f"PIL.{name}") for name in ("Image", "ImageDraw", "ImageFilter", "ImageFont")
    )
    path, _, index = font.partition(":")
    face = faces.truetype(path, _SIZE, index=int(index or 0))
    drawn = []
    for char in chars:
        image = image_of.new("L", (_SIDE, _SIDE), 0)
        draw_on.Draw(image).text((_SIDE // 2, _SIDE // 2), char, font=face, fill=255, anchor="mm")
        drawn.append(np.asarray(image.filter(blurs.GaussianBlur(_BLUR)), dtype=np.float32))
    return np.array(drawn)


def strokes(images: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return how much of the edges in each part of a glyph runs in each direction, a row for each image.

    Direction features, as recognition of Chinese characters reads them (Kimura et al. 1987; Liu 2007): unlike
    outlines they hold what recognition confuses. Of the pairs of a published list of its errors (FASPell) 74
    in 100 are nearer than 95 in 100 pairs at random, by blurred outlines 53.
    """
    down, right = np.gradient(images, axis=(1, 2))
    strength = np.hypot(right, down)
    direction = (np.arctan2(down, right) % np.pi) / np.pi * _DIRECTIONS
    fine, width = 2 * _PARTS, _SIDE // (2 * _PARTS)
    rows = []
    for number in range(_DIRECTIONS):
        apart = np.abs(direction - number)
        shared = np.maximum(0, 1 - np.minimum(apart, _DIRECTIONS - apart)) * strength
        cells = shared.reshape(-1, fine, width, fine, width).sum(axis=(2, 4))
        # A stroke that runs a little beside another is not far from it.
        padded = np.pad(cells, ((0, 0), (1, 1), (1, 1)))
        across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]
        smooth = across[:, :, :-2] + 2 * across[:, :, 1:-1] + across[:, :, 2:]
        rows.append(smooth.reshape(-1, _PARTS, 2, _PARTS, 2).mean(axis=(2, 4)).reshape(len(images), -1))
    found: npt.NDArray[np.float32] = np.sqrt(np.concatenate(rows, axis=1))
    return found


def shortened(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.int8]:
    """Return the first principal components of rows, each of length `UNIT`."""
    centred = (rows - rows.mean(axis=0)).astype(np.float64)
    components = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, :_COMPONENTS]
    short = centred @ components
    length = np.linalg.norm(short, axis=1, keepdims=True)
    found: npt.NDArray[np.int8] = np.rint(short / length * UNIT).astype(np.int8)
    return found


def build(
    readings: Mapping[str, tuple[str, ...]],
    shapes: npt.NDArray[np.int8],
    frequency: npt.NDArray[np.int64],
) -> Confusables:
    """Put the table together; characters in the order of `readings`, `shapes` a row for each.

    Only characters with a `frequency` are offered in place of another.
    """
    chars = tuple(readings)
    codes = np.array([ord(char) for char in chars])
    row_of = np.zeros(0x10000, dtype=np.uint16)
    row_of[codes] = np.arange(1, len(chars) + 1)
    rows = len(chars) + 1
    lookalikes = np.zeros((rows, LOOKALIKES), dtype=np.uint16)
    similarity = shapes.astype(np.float32) @ shapes.T.astype(np.float32)
    offered = np.where(frequency[None, :] > 0, similarity, -np.inf)
    np.fill_diagonal(offered, -np.inf)
    nearest = np.argsort(-offered, axis=1, kind="stable")[:, :LOOKALIKES]
    width = nearest.shape[1]
    is_offered = np.isfinite(np.take_along_axis(offered, nearest, axis=1))
    lookalikes[1:, :width] = np.where(is_offered, codes[nearest], 0)
    syllables = sorted({syllable for each in readings.values() for syllable in each})
    number = {syllable: at for at, syllable in enumerate(syllables, 1)}
    family = {near: at for at, near in enumerate(sorted({near_syllable(one) for one in syllables}), 1)}
    exact = np.zeros((rows, _READINGS), dtype=np.uint16)
    near = np.zeros((rows, _READINGS), dtype=np.uint16)
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for row, char in enumerate(chars, 1):
        for column, syllable in enumerate(readings[char]):
            exact[row, column] = number[syllable]
            near[row, column] = family[near_syllable(syllable)]
            if frequency[row - 1]:
                sharing[syllable].append(row)
    soundalikes = np.zeros((rows, SOUNDALIKES), dtype=np.uint16)
    for row, char in enumerate(chars, 1):
        others = {other for syllable in readings[char] for other in sharing[syllable] if other != row}
        best = sorted(others, key=lambda other: (-frequency[other - 1], other))[:SOUNDALIKES]
        soundalikes[row, : len(best)] = codes[np.array(best, dtype=np.int64) - 1]
    no_shape = np.zeros((1, shapes.shape[1]), dtype=np.int8)
    return Confusables(row_of, lookalikes, np.concatenate([no_shape, shapes]), exact, near, soundalikes)


def main() -> None:
    """Build the table and write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--fonts", nargs="+", required=True, metavar="FILE[:INDEX]")
    parser.add_argument("--readings", type=Path, required=True, help="Unihan_Readings.txt")
    parser.add_argument("--version", required=True, help="version of the Unihan database, to record")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    with arguments.readings.open(encoding="utf-8") as lines:
        readings = dict(sorted(read_readings(lines).items()))
    drawn = [strokes(glyphs(font, tuple(readings))) for font in arguments.fonts]
    frequency = load_model().unigrams[[ord(char) for char in readings]].astype(np.int64)
    table = build(readings, shortened(np.concatenate(drawn, axis=1)), frequency)
    np.savez_compressed(
        arguments.output,
        row_of=table.row_of,
        lookalikes=table.lookalikes,
        shapes=table.shapes,
        readings=table.readings,
        families=table.families,
        soundalikes=table.soundalikes,
    )
    described = {
        "characters": len(readings),
        "readings": {"source": f"Unihan {arguments.version}, {FIELD}", "licence": "Unicode License v3"},
        "fonts": [
            {
                "name": Path(font.partition(":")[0]).name,
                "index": int(font.partition(":")[2] or 0),
                "licence": "SIL Open Font License 1.1",
                "sha256": hashlib.sha256(Path(font.partition(":")[0]).read_bytes()).hexdigest(),
            }
            for font in arguments.fonts
        ],
        "frequency": "model.npz",
    }
    write_provenance(described, arguments.output)


if __name__ == "__main__":
    main()
