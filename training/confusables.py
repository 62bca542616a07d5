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
from gangyao.cleaning.misreadings.confusables import Confusables
from training.provenance import write_provenance

# The field of Unihan with the readings of the Table of General Standard Characters (8,105 characters).
FIELD = "kTGHZ2013"
LOOKALIKES = 12
SOUNDALIKES = 10
_READINGS = 3
# Side of the rendered glyph and of the grid it is compared on, radius of the blur, all in pixels.
_SIZE, _GRID, _BLUR = 48, 24, 1.6
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


def outlines(font: str, chars: Sequence[str]) -> npt.NDArray[np.float32]:
    """Render characters small and blurred; return a row of unit length for each, mean 0."""
    # By name, so that neither the package nor its checks need Pillow.
    image_of, draw_on, blurs, faces = (
        import_module(f"PIL.{name}") for name in ("Image", "ImageDraw", "ImageFilter", "ImageFont")
    )
    path, _, index = font.partition(":")
    face = faces.truetype(path, _SIZE, index=int(index or 0))
    rows = []
    for char in chars:
        image = image_of.new("L", (_SIZE + 8, _SIZE + 8), 0)
        draw_on.Draw(image).text((_SIZE // 2 + 4, _SIZE // 2 + 4), char, font=face, fill=255, anchor="mm")
        small = image.filter(blurs.GaussianBlur(_BLUR)).resize((_GRID, _GRID), image_of.Resampling.BOX)
        row = np.asarray(small, dtype=np.float32).ravel()
        row = row - row.mean()
        rows.append(row / np.linalg.norm(row))
    return np.array(rows, dtype=np.float32)


def build(
    readings: Mapping[str, tuple[str, ...]],
    similarity: npt.NDArray[np.float32],
    frequency: npt.NDArray[np.int64],
) -> Confusables:
    """Put the table together; characters in the order of `readings`, `similarity` of each with each.

    Only characters with a `frequency` are offered in place of another.
    """
    chars = tuple(readings)
    codes = np.array([ord(char) for char in chars])
    row_of = np.zeros(0x10000, dtype=np.uint16)
    row_of[codes] = np.arange(1, len(chars) + 1)
    rows = len(chars) + 1
    lookalikes = np.zeros((rows, LOOKALIKES), dtype=np.uint16)
    closeness = np.zeros((rows, LOOKALIKES), dtype=np.uint8)
    offered = np.where(frequency[None, :] > 0, similarity, -1)
    np.fill_diagonal(offered, -1)
    nearest = np.argsort(-offered, axis=1, kind="stable")[:, :LOOKALIKES]
    width = nearest.shape[1]
    lookalikes[1:, :width] = codes[nearest]
    closeness[1:, :width] = np.clip(np.take_along_axis(offered, nearest, axis=1) * 255, 0, 255).astype(
        np.uint8
    )
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
    return Confusables(row_of, lookalikes, closeness, exact, near, soundalikes)


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
    similarity = np.zeros((len(readings), len(readings)), dtype=np.float32)
    for font in arguments.fonts:
        drawn = outlines(font, tuple(readings))
        similarity += drawn @ drawn.T / np.float32(len(arguments.fonts))
    frequency = load_model().unigrams[[ord(char) for char in readings]].astype(np.int64)
    table = build(readings, similarity, frequency)
    np.savez_compressed(
        arguments.output,
        row_of=table.row_of,
        lookalikes=table.lookalikes,
        closeness=table.closeness,
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
