"""Fit the network that judges joins closely: `python -m training.close_join_network CORPUS -o FILE`.

As `join_network` does, with what a model that also counted official prose (it must lie in the folder
`training` beside the corpus) and a network of seams tell besides. Each part of the split is judged by the
first of the networks `--seams` that has not seen it, and left out where all have. What ships was fitted with
two, one of which had not seen parts 0, 2 and 4, the other not 1 and 3, nor the laws that are set aside: of
joins that none had seen 0.271 bits are lost, where 0.317 were with networks of a third of the batches. It is
the mean of several fits: an order falls by its one worst join, and that is less wrong in the mean.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np

from gangyao.layout.reading_order.break_judges import CLOSE_JOIN_TRAITS, CloseLook
from gangyao.layout.reading_order.seam_network import SeamNetwork, network_of
from training.corpus import held_out_official_models
from training.cuts import cut_documents
from training.join_network import TIMES, fit_and_compare, joins_at
from training.texts import FOLDS
from training.trait_networks import Fitting

# One member loses 0.03 bits more per pair; 14 rounds on three tenths of the wrong pairs lose no more than 20
# on all.
_FITTING = Fitting(
    units=32, rounds=14, penalty=0.1, batch=512, rate=2e-3, least=-10.5, most=100.0, members=3, share=0.3
)
#: The network of seams that ships.
SHIPPED_SEAMS = Path(str(resources.files("gangyao.models") / "seam_network.npz"))


def seams_of_parts(paths: Sequence[Path]) -> dict[int, SeamNetwork]:
    """Return for each part of the split the first of the stored networks that has not seen it."""
    found: dict[int, SeamNetwork] = {}
    for path in paths:
        unseen = json.loads(path.with_suffix(".json").read_text("utf-8"))["unseen_parts_of_the_split"]
        with np.load(path) as stored:
            network = network_of({name: stored[name] for name in stored.files})
        found = {part: network for part in range(FOLDS) if part in unseen} | found
    return found


def add_seams(parser: argparse.ArgumentParser) -> None:
    """Let a script be told which networks of seams judge what they have not seen."""
    parser.add_argument(
        "--seams",
        type=Path,
        nargs="+",
        default=[SHIPPED_SEAMS],
        help="networks of seams, each .npz with its .json",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the network as the package ships it")
    add_seams(parser)
    arguments = parser.parse_args()
    official, seams = held_out_official_models(arguments.corpus), seams_of_parts(arguments.seams)
    examples = [
        joins_at(cut, CloseLook(official[cut.part], seams[cut.part]))
        for cut in cut_documents(arguments.corpus, TIMES)
        if cut.part in seams
    ]
    fit_and_compare("close_join", CLOSE_JOIN_TRAITS, examples, _FITTING, arguments.output)


if __name__ == "__main__":
    main()
