"""Train the cloze network: `python -m training.cloze_network CORPUS -o FOLDER` (needs the extra `training`).

Reads the documents of the parts 2 to 4 of the split and the official prose beside the corpus, less the laws
that are set aside and what is copied from the parts 0 and 1: on those the network is weighed and measured.
One thread and fixed seeds: the same texts give the same network. 4,200 steps take about 25 minutes of one
processor core.

A three-layer perceptron over the embeddings of the characters around a place and of their pairs (in form like
Bengio et al. 2003; in use a cloze model). A quarter of the examples are gaps between neighbours, whose answer
is that nothing stands there. Only the answers that a batch holds compete, each made up for by how often a
batch holds it (sampled softmax; Jean et al. 2015).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from gangyao.chinese.character_model import fold_codes
from gangyao.cleaning.misreadings.candidates import HAN
from gangyao.cleaning.misreadings.cloze_network import NOTHING_HERE, PAIR_BUCKETS, PAIR_REACH, REACH
from training.cloze_export import export
from training.corpus import FOLDERS
from training.folding import build_fold
from training.official_texts import beside, set_laws_aside, without_copies
from training.provenance import write_provenance
from training.texts import TrainingText, fold_of, one_per_group, read_folder

#: Parts of the split that the network never sees: 0 is measured on, 1 weighed on.
UNSEEN = (0, 1)
# Shares of the examples: laws, congress reports, the corpus. The corpus is small, but nearest to plans.
_SHARES = (0.72, 0.05, 0.23)
_KNOWN = 4600
_WIDTH, _PAIR_WIDTH, _HIDDEN, _OUTPUT = 96, 24, 768, 160
_BATCH = 4096
_GAP_SHARE = 0.25
_STEPS, _WARM, _COOL = 4200, 500, 700
_RATE, _DECAY = 2e-3, 0.01
_SEED = 11
# Counts of characters are taken as of so long a text when the known ones are chosen.
_COUNTED = 2e7

Numbers = npt.NDArray[np.int32]


class Network(nn.Module):
    """Scores for each number, from windows of numbers and the buckets of their pairs."""

    def __init__(self) -> None:
        super().__init__()
        self.emb = nn.Embedding(_KNOWN, _WIDTH)
        nn.init.normal_(self.emb.weight, std=0.3)
        self.big = nn.Embedding(PAIR_BUCKETS, _PAIR_WIDTH)
        nn.init.normal_(self.big.weight, std=0.1)
        self.first = nn.Linear(2 * REACH * _WIDTH + (2 * PAIR_REACH - 1) * _PAIR_WIDTH, _HIDDEN)
        self.n1 = nn.LayerNorm(_HIDDEN)
        self.second = nn.Linear(_HIDDEN, _HIDDEN)
        self.n2 = nn.LayerNorm(_HIDDEN)
        self.last = nn.Linear(_HIDDEN, _OUTPUT)
        self.out = nn.Linear(_OUTPUT, _KNOWN)
        nn.init.normal_(self.out.weight, std=0.08)

    def hidden(self, windows: torch.Tensor) -> torch.Tensor:
        """Return what the answers are scored by."""
        near = windows[:, REACH - PAIR_REACH : REACH + PAIR_REACH].long()
        pairs = ((near[:, :-1] * 40503 + near[:, 1:] * 2654435761) >> 7) & (PAIR_BUCKETS - 1)
        read = torch.cat([self.emb(windows).flatten(1), self.big(pairs).flatten(1)], 1)
        first = functional.relu(self.n1(self.first(read)))
        return self.last(first + functional.relu(self.n2(self.second(first))))


@dataclass(frozen=True, slots=True)
class Source:
    """Texts of one kind as numbers, edges included, with the places of their Han characters."""

    numbers: torch.Tensor
    places: npt.NDArray[np.int64]


def read_texts(corpus: Path) -> list[npt.NDArray[np.uint16]]:
    """Return the folded codes of laws, congress reports and corpus that the network may see."""
    texts = one_per_group(read_folder(corpus, FOLDERS))
    held = [text for text in texts if fold_of(text.name) in UNSEEN]
    official = without_copies(set_laws_aside(beside(corpus))[0], held)
    seen = [text for text in texts if fold_of(text.name) not in UNSEEN]
    fold = build_fold()
    laws = [text for text in official if text.name.startswith("laws")]
    reports = [text for text in official if not text.name.startswith("laws")]
    return [_codes(part, fold) for part in (laws, reports, seen)]


def _codes(texts: list[TrainingText], fold: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint16]:
    lines = [line.strip(" \t\u3000\u00a0\r") for text in texts for line in text.text.split("\n")]
    return fold_codes("\n" + "\n".join(line for line in lines if line) + "\n", fold).astype(np.uint16)


def choose_vocabulary(parts: list[npt.NDArray[np.uint16]]) -> str:
    """Return the most frequent characters, the most frequent first, a line break as `⏎`."""
    counts = np.zeros(0x10000, dtype=np.int64)
    for part, share in zip(parts, _SHARES, strict=True):
        counts += (np.bincount(part, minlength=0x10000) * (share * _COUNTED / len(part))).astype(np.int64)
    order = np.lexsort((np.arange(len(counts)), -counts))[: _KNOWN - NOTHING_HERE - 1]
    return "".join(chr(code) for code in order.tolist() if counts[code] > 0).replace("\n", "⏎")


def _sources(parts: list[npt.NDArray[np.uint16]], vocabulary: str) -> list[Source]:
    number = np.zeros(0x10000, dtype=np.int32)
    known = [ord(char) for char in vocabulary.replace("⏎", "\n")]
    number[known] = np.arange(len(known)) + NOTHING_HERE + 1
    edge = np.full(REACH + 1, number[ord("\n")], dtype=np.int32)
    return [
        Source(
            torch.from_numpy(np.concatenate([edge, number[part], edge])),
            np.flatnonzero(HAN[part]) + REACH + 1,
        )
        for part in parts
    ]


def _batches(
    sources: list[Source], chance: np.random.Generator
) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    offsets = torch.cat([torch.arange(-REACH, 0), torch.arange(1, REACH + 1)])
    while True:
        windows, answers = [], []
        for source, share in zip(sources, _SHARES, strict=True):
            wanted = round(_BATCH * share)
            at = torch.from_numpy(chance.choice(source.places, wanted))
            is_gap = torch.from_numpy(chance.random(wanted) < _GAP_SHARE)
            # The right side of a gap begins with the character itself.
            around = offsets[None, :] - (is_gap[:, None] & (offsets[None, :] > 0)).long()
            windows.append(source.numbers[at[:, None] + around])
            answers.append(torch.where(is_gap, NOTHING_HERE, source.numbers[at].long()))
        yield torch.cat(windows), torch.cat(answers)


def _held_by_batch(sources: list[Source]) -> torch.Tensor:
    """Return the logarithm of how likely a batch holds each answer."""
    share = np.zeros(_KNOWN)
    for source, part in zip(sources, _SHARES, strict=True):
        answers = source.numbers.numpy()[source.places]
        share += np.bincount(answers, minlength=_KNOWN) / len(answers) * part * (1 - _GAP_SHARE)
    share[NOTHING_HERE] = _GAP_SHARE
    held = np.log(np.maximum(1 - (1 - share) ** _BATCH, 1e-4))
    return torch.from_numpy(held.astype(np.float32))


def train(sources: list[Source], steps: int, cool: int) -> Network:
    """Train for `steps` batches, at a rate that falls to nothing over the last `cool` of them."""
    torch.set_num_threads(1)
    torch.manual_seed(_SEED)
    network = Network()
    descent = torch.optim.AdamW(
        network.parameters(), lr=_RATE, betas=(0.9, 0.98), weight_decay=_DECAY, fused=True
    )
    held = _held_by_batch(sources)
    batches = _batches(sources, np.random.default_rng(_SEED))
    for step in range(steps):
        rate = _RATE * min(1, (step + 1) / _WARM) * min(1, (steps - step) / cool)
        for group in descent.param_groups:
            group["lr"] = rate
        windows, answers = next(batches)
        some, own = torch.unique(answers, return_inverse=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = functional.linear(
                network.hidden(windows), network.out.weight[some], (network.out.bias - held)[some]
            )
        loss = functional.cross_entropy(scores.float(), own)
        descent.zero_grad(set_to_none=True)
        loss.backward()
        descent.step()
        if (step + 1) % 250 == 0:
            print(f"{step + 1} of {steps}: loss {loss.item():.3f}", flush=True)
    return network


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder for the network")
    parser.add_argument("--steps", type=int, default=_STEPS)
    arguments = parser.parse_args()
    parts = read_texts(arguments.corpus)
    vocabulary = choose_vocabulary(parts)
    network = train(_sources(parts, vocabulary), arguments.steps, min(_COOL, arguments.steps))
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    path = arguments.output / "cloze_network.onnx"
    export(weights, path)
    (arguments.output / "cloze_vocabulary.txt").write_text(vocabulary + "\n", encoding="utf-8")
    provenance = {
        "script": "python -m training.cloze_network",
        "unseen_parts_of_the_split": UNSEEN,
        "characters": {
            name: len(part) for name, part in zip(("laws", "reports", "corpus"), parts, strict=True)
        },
        "steps": arguments.steps,
        "examples": arguments.steps * _BATCH,
        "seed": _SEED,
    }
    write_provenance(provenance, path)


if __name__ == "__main__":
    main()
