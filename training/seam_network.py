"""Train the network of seams: `python -m training.seam_network CORPUS -o FILE` (needs the extra `training`).

It reads the characters before a cut and those after it (`gangyao.layout.reading_order.seam_network`) and
learns to choose, for each of `CUTS` cuts of a stretch of text, what follows it and what comes before it among
the others' (InfoNCE, van den Oord et al. 2018). First it reads official prose beside the corpus, less what is
copied from it, then mostly the documents of the corpus but those of the parts that `--unseen` names. What
ships has seen all parts but the measured one; how much it tells the network of joins learns of others, which
have not seen the parts that they judge (`close_join_network`). One thread and fixed seeds: about 40 minutes
of one processor core.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from gangyao.chinese.character_model import fold_codes, load_model
from gangyao.ingest.seeds import document_from_file
from gangyao.layout.reading_order.seam_network import AFTER, BEFORE, BEYOND, NEAR, SCALE, UNKNOWN
from gangyao.layout.stage import lay_out
from training.corpus import FOLDERS, read_paragraphs
from training.cuts import CUTS, MEASURED, SEED
from training.folding import build_fold
from training.official_texts import beside, without_copies
from training.provenance import write_provenance
from training.texts import fold_of, one_per_group, read_folder

# Characters that are known; all others together are one in 400,000.
_KNOWN = 4000
# What a character, a convolution, a side, its two answers and what is made of both are told by.
_VECTOR, _THREES, _UNITS, _JOINT, _LIKENESS, _WEIGHED = 64, 128, 320, 96, 96, 48
# Stretches of text in a batch, and their length: as much as a page holds.
_STRETCHES, _LENGTH = 32, 9000
# Shorter texts are left out: cuts of them stand too near to each other.
_SHORTEST = 1500
# Batches of official prose alone, then those of which such a share is official. Of 24 sides of parts not seen
# the right one is chosen in 76 % of cases; after 5000 and 5000 batches it was in 71.
_FIRST, _THEN, _OFFICIAL = 17_000, 13_000, 0.35
_FIRST_RATE, _RATE, _LEAST_RATE, _WARM, _DECAY = 2.5e-3, 1.5e-3, 0.03, 200, 0.02
# In so many batches the characters farthest before the cuts are hidden, as at the beginning of a line.
_HIDDEN = 0.1
# A document counts by so many of the same length of official prose when the known characters are chosen.
_OF_CORPUS = 5

Codes = npt.NDArray[np.int64]


class Side(nn.Module):
    """Reads one side of a cut."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.threes = nn.Conv1d(_VECTOR, _THREES, 3, padding=1)
        self.places = nn.Linear(length * _THREES, _UNITS)
        self.near = nn.Linear(NEAR * _VECTOR, _UNITS)
        self.told = nn.Linear(_UNITS, _JOINT + _LIKENESS)

    def forward(self, characters: torch.Tensor, near: torch.Tensor) -> torch.Tensor:
        """Return what the characters of each side tell."""
        threes = functional.relu(self.threes(characters.transpose(1, 2))).transpose(1, 2)
        units = functional.relu(self.places(threes.flatten(1)) + self.near(near.flatten(1)))
        told: torch.Tensor = self.told(units)
        return told


class Network(nn.Module):
    """Scores each side before a cut with each side after one, within each stretch of text."""

    def __init__(self) -> None:
        super().__init__()
        self.vectors = nn.Embedding(UNKNOWN + 1 + _KNOWN, _VECTOR)
        nn.init.normal_(self.vectors.weight, std=0.3)
        self.left, self.right = Side(BEFORE), Side(AFTER)
        self.joint = nn.Linear(_JOINT, _WEIGHED)
        self.output = nn.Linear(_WEIGHED, 1)

    def forward(self, before: torch.Tensor, after: torch.Tensor) -> torch.Tensor:
        """Return the scores, (stretches, cuts, cuts)."""
        first, second = self.vectors(before), self.vectors(after)
        left = self.left(first, first[:, BEFORE - NEAR :]).view(-1, CUTS, _JOINT + _LIKENESS)
        right = self.right(second, second[:, :NEAR]).view(-1, CUTS, _JOINT + _LIKENESS)
        both = functional.relu(left[:, :, None, :_JOINT] + right[:, None, :, :_JOINT])
        weighed = self.output(functional.relu(self.joint(both))).squeeze(-1)
        likeness = torch.matmul(left[..., _JOINT:], right[..., _JOINT:].transpose(1, 2))
        return weighed.float() + likeness.float() / SCALE


class Stretches:
    """Texts of one kind, of which stretches are cut at random."""

    def __init__(self, texts: Sequence[Codes], numbers: Codes, chance: np.random.Generator) -> None:
        self._chance = chance
        self._break = int(numbers[ord("\n")])
        edges = (np.full(BEFORE, self._break), np.full(AFTER, self._break))
        long = [text for text in texts if len(text) > _SHORTEST]
        self._texts = [np.concatenate([edges[0], numbers[text], edges[1]]) for text in long]
        lengths = np.array([len(text) for text in self._texts], dtype=np.float64)
        self._share = lengths / lengths.sum()

    def batch(self, stretches: int = _STRETCHES) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the characters before and after the cuts of so many stretches."""
        sides = [self._cut() for _ in range(stretches)]
        before, after = (np.concatenate(side) for side in zip(*sides, strict=True))
        if self._chance.random() < _HIDDEN:
            before[:, : BEFORE - int(self._chance.integers(4, BEFORE))] = BEYOND
        return torch.from_numpy(before), torch.from_numpy(after)

    def _cut(self) -> tuple[Codes, Codes]:
        while True:
            text = self._texts[self._chance.choice(len(self._texts), p=self._share)]
            start = int(self._chance.integers(BEFORE + 1, max(len(text) - AFTER - _LENGTH, BEFORE + 2)))
            end = min(len(text) - AFTER, start + _LENGTH)
            places = self._chance.choice(np.arange(start, end), 4 * CUTS, replace=False)
            inside = (text[places] != self._break) & (text[places - 1] != self._break)
            if inside.sum() >= CUTS:
                return self._sides(text, places[inside][:CUTS])

    def _sides(self, text: Codes, places: Codes) -> tuple[Codes, Codes]:
        """Return what stands before and after each place on its line."""
        before = text[places[:, None] + np.arange(-BEFORE, 0)]
        after = text[places[:, None] + np.arange(AFTER)]
        is_beyond = np.cumsum((before == self._break)[:, ::-1], axis=1)[:, ::-1] > 0
        return np.where(is_beyond, BEYOND, before), np.where(
            np.cumsum(after == self._break, axis=1) > 0, BEYOND, after
        )


def loss_of(scores: torch.Tensor) -> torch.Tensor:
    """Return what the right choices cost, of what follows and of what comes before."""
    count = scores.shape[0] * CUTS
    right = torch.arange(CUTS).repeat(scores.shape[0])
    follows = functional.cross_entropy(scores.reshape(count, CUTS), right)
    precedes = functional.cross_entropy(scores.transpose(1, 2).reshape(count, CUTS), right)
    return (follows + precedes) / 2


def train(
    network: Network, kinds: Sequence[Stretches], shares: Sequence[float], steps: int, rate: float
) -> None:
    """Train for `steps` batches, of which such shares are of each kind, at a rate that falls as a cosine."""
    chance = np.random.default_rng(SEED)
    descent = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=_DECAY, fused=True)
    for step in range(steps):
        falling = _LEAST_RATE + (1 - _LEAST_RATE) * (1 + math.cos(math.pi * step / steps)) / 2
        for group in descent.param_groups:
            group["lr"] = rate * min(1.0, step / _WARM) * falling
        before, after = kinds[int(chance.choice(len(kinds), p=shares))].batch()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(before, after)
        loss = loss_of(scores)
        descent.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        descent.step()
        if (step + 1) % 500 == 0:
            print(f"{step + 1} of {steps}: {loss.item() / math.log(2):.3f} bits", flush=True)


def read_corpus(corpus: Path) -> list[tuple[int, str]]:
    """Return the paragraphs of each document of the corpus as one text, with its part of the split."""
    found, model = [], load_model()
    for folder in FOLDERS:
        for path in sorted((corpus / folder).glob("*.txt")):
            if ".sent." not in path.name:
                source = document_from_file(path).source
                part = fold_of(path.relative_to(corpus).as_posix())
                found.append((part, "\n".join(read_paragraphs(source, lay_out(source, model)))))
    return found


def count_codes(texts: Sequence[Codes]) -> Codes:
    """Return how often each code stands in the texts."""
    return np.bincount(np.concatenate(texts), minlength=0x10000).astype(np.int64)


def codes_of(text: str, fold: npt.NDArray[np.uint16]) -> Codes:
    """Return the folded codes of a text."""
    return fold_codes(text, fold).astype(np.int64)


def stored(network: Network, known: Codes) -> dict[str, npt.NDArray[np.generic]]:
    """Return the weights as `gangyao.layout.reading_order.seam_network` reads them."""
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    arrays = {
        "vectors": weights["vectors.weight"],
        "joint": weights["joint.weight"].T,
        "joint_constants": weights["joint.bias"],
        "output": weights["output.weight"][0],
        "constant": weights["output.bias"][0],
    }
    for side in ("left", "right"):
        threes = weights[f"{side}.threes.weight"]
        arrays |= {
            f"{side}.threes": threes.transpose(2, 1, 0).reshape(-1, _THREES),
            f"{side}.threes_constants": weights[f"{side}.threes.bias"],
            f"{side}.places": weights[f"{side}.places.weight"].T,
            f"{side}.near": weights[f"{side}.near.weight"].T,
            f"{side}.constants": weights[f"{side}.places.bias"] + weights[f"{side}.near.bias"],
            f"{side}.told": weights[f"{side}.told.weight"].T,
            f"{side}.told_constants": weights[f"{side}.told.bias"],
        }
    halves = {name: np.asarray(array, dtype=np.float16) for name, array in arrays.items()}
    return {"known": known.astype(np.uint16), **halves}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, help="write the network as it ships")
    parser.add_argument("--unseen", type=int, nargs="+", default=[MEASURED], help="parts that it never sees")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    fold = build_fold()
    read = one_per_group(read_folder(arguments.corpus, FOLDERS))
    official = [codes_of(text.text, fold) for text in without_copies(beside(arguments.corpus), read)]
    parts = [(part, codes_of(text, fold)) for part, text in read_corpus(arguments.corpus)]
    seen = [codes for part, codes in parts if part not in arguments.unseen]
    counts = count_codes(official) + _OF_CORPUS * count_codes(seen)
    known = np.lexsort((np.arange(len(counts)), -counts))[:_KNOWN]
    numbers = np.full(0x10000, UNKNOWN, dtype=np.int64)
    numbers[known] = np.arange(_KNOWN) + UNKNOWN + 1
    chance = np.random.default_rng(SEED)
    prose, documents = (Stretches(kind, numbers, chance) for kind in (official, seen))
    network = Network()
    train(network, [prose], [1.0], _FIRST, _FIRST_RATE)
    train(network, [prose, documents], [_OFFICIAL, 1 - _OFFICIAL], _THEN, _RATE)
    with arguments.output.open("wb") as file:
        np.savez(file, allow_pickle=False, **stored(network, known))
    provenance = {
        "script": "python -m training.seam_network",
        "unseen_parts_of_the_split": arguments.unseen,
        "characters": {"official prose": sum(map(len, official)), "corpus": sum(map(len, seen))},
        "batches": [_FIRST, _THEN],
        "cuts": (_FIRST + _THEN) * _STRETCHES * CUTS,
        "seed": SEED,
    }
    write_provenance(provenance, arguments.output)


if __name__ == "__main__":
    main()
