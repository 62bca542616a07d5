"""Write the arrays of `gangyao.chinese.script_tables`: `python -m training.script_tables`.

They are read out of the dictionaries of the OpenCC that is installed, by its own `opencc_dict`; to be run
again whenever its version changes.
"""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import opencc

import gangyao.models
from gangyao.chinese.character_model import CharacterModel, extended_keys, fold_codes, load_official_model
from gangyao.chinese.script_tables import MODEL, Configuration, Points, pair_keys
from training.provenance import write_provenance

_OPENCC = Path(opencc.__file__).parent / "clib"
_DICTIONARIES = _OPENCC / "share" / "opencc"
_NORMALISED = "CJK_Compatibility_Ideographs"
# The dictionaries of phrases of each configuration, by its JSON file there.
_PHRASES: dict[Configuration, tuple[str, ...]] = {
    "s2t": ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases"),
    "t2s": ("TSPhrases",),
}
_SURROGATES = range(0xD800, 0xE000)
_POINTS = [point for point in range(0x20, 0x110000) if point not in _SURROGATES]


def read_dictionary(name: str) -> dict[str, str]:
    """Return the entries of one of OpenCC's dictionaries, each with its first value."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / f"{name}.txt"
        source = _DICTIONARIES / f"{name}.ocd2"
        tool = str(_OPENCC / "bin" / "opencc_dict")
        command = [tool, "-i", str(source), "-o", str(text), "-f", "ocd2", "-t", "text"]
        subprocess.run(command, check=True)
        lines = text.read_text(encoding="utf-8").splitlines()
    return {key: values.split(" ")[0] for key, values in (line.split("\t") for line in lines)}


def converted_alone(configuration: Configuration) -> dict[str, str]:
    """Return what OpenCC makes of each single character that it changes."""
    characters = [chr(point) for point in _POINTS]
    converted = opencc.OpenCC(configuration).convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, converted, strict=True) if old != new}


def telling_pairs(phrases: dict[str, str], alone: dict[str, str], model: CharacterModel) -> list[str]:
    """Return pairs of characters of which each phrase has one that converts otherwise than its characters.

    Of each phrase the pair that `model` counted least often; raises ValueError for a phrase of one character,
    which has no pair.
    """
    told = [
        phrase
        for phrase, converted in phrases.items()
        if converted != "".join(alone.get(char, char) for char in phrase)
    ]
    kept: set[str] = set()
    for phrase in sorted(told, key=lambda phrase: (len(phrase), phrase)):
        pairs = [first + second for first, second in pairwise(phrase)]
        if not pairs:
            raise ValueError(f"{phrase} is a phrase of one character")
        if kept.isdisjoint(pairs):
            codes = fold_codes("".join(pairs), model.fold)
            counts = model.table.look_up(extended_keys(codes[0::2], codes[1::2]))
            kept.add(pairs[int(np.argmin(counts))])
    return sorted(kept)


def points_of(characters: str) -> Points:
    """Return the code points of characters."""
    return np.frombuffer(characters.encode("utf-32-le"), dtype=np.uint32)


def _keys(pairs: Iterable[str]) -> npt.NDArray[np.uint64]:
    both = points_of("".join(sorted(pairs)))
    return pair_keys(both[0::2], both[1::2])


def main() -> None:
    """Write the arrays of both directions, with their provenance beside them."""
    model = load_official_model()
    normalised = read_dictionary(_NORMALISED)
    if any(len(key) != 1 or len(value) != 1 for key, value in normalised.items()):
        raise ValueError(f"{_NORMALISED} has entries of more than one character")
    arrays = {
        "version": np.array(opencc.__version__),
        "normalised": points_of("".join(sorted(normalised))),
    }
    for configuration, names in _PHRASES.items():
        alone = converted_alone(configuration)
        if any(len(form) != 1 for form in alone.values()):
            raise ValueError(f"{configuration} converts a character to several")
        phrases = {key: value for name in names for key, value in read_dictionary(name).items()}
        pairs = telling_pairs(phrases, alone, model)
        arrays[f"{configuration}_changed"] = points_of("".join(alone))
        arrays[f"{configuration}_forms"] = points_of("".join(alone.values()))
        joined = {first + second for phrase in phrases for first, second in pairwise(phrase)}
        arrays[f"{configuration}_joined"] = _keys(joined)
        arrays[f"{configuration}_telling"] = _keys(pairs)
    output = Path(gangyao.models.__file__).parent / MODEL
    np.savez_compressed(output, allow_pickle=False, **arrays)
    used = [_NORMALISED, *(name for names in _PHRASES.values() for name in names)]
    provenance = {
        "script": "python -m training.script_tables",
        "name": "OpenCC",
        "version": opencc.__version__,
        "licence": "Apache-2.0",
        "sha256": {
            name: hashlib.sha256((_DICTIONARIES / f"{name}.ocd2").read_bytes()).hexdigest() for name in used
        },
    }
    write_provenance(provenance, output)


if __name__ == "__main__":
    main()
