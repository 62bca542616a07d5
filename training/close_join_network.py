"""Fit the network that judges joins closely: `python -m training.close_join_network CORPUS -o FILE`.

As `join_network` does, with what a model that also counted official prose (it must lie in the folder
`training` beside the corpus) and the network of seams tell besides: on the parts that this network has not
seen. It is the mean of several fits: an order falls by its one worst join, and that is less wrong in the
mean.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import gangyao.models
from gangyao.layout.reading_order.break_judges import CLOSE_JOIN_TRAITS, CloseLook
from gangyao.layout.reading_order.seam_network import load_seam_network
from training.corpus import held_out_official_models
from training.cuts import cut_documents
from training.join_network import TIMES, fit_and_compare, joins_at
from training.trait_networks import Fitting

# One member loses 0.03 bits more per pair; 14 rounds on three tenths of the wrong pairs lose no more than 20
# on all.
_FITTING = Fitting(
    units=32, rounds=14, penalty=0.1, batch=512, rate=2e-3, least=-10.5, most=100.0, members=3, share=0.3
)


def unseen_parts() -> frozenset[int]:
    """Return the parts of the split that the network of seams that ships has not seen."""
    described = Path(gangyao.models.__file__).parent / "seam_network.json"
    return frozenset(json.loads(described.read_text("utf-8"))["unseen_parts_of_the_split"])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the network as the package ships it")
    arguments = parser.parse_args()
    official, seams, unseen = held_out_official_models(arguments.corpus), load_seam_network(), unseen_parts()
    examples = [
        joins_at(cut, CloseLook(official[cut.part], seams))
        for cut in cut_documents(arguments.corpus, TIMES)
        if cut.part in unseen
    ]
    fit_and_compare("close_join", CLOSE_JOIN_TRAITS, examples, _FITTING, arguments.output)


if __name__ == "__main__":
    main()
