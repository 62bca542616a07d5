"""A page that Tesseract read first, collated with its picture: what `gangyao collate` finds of its errors."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from evaluation.sources.misreadings import Found, compare, lines_of
from evaluation.sources.recognition import frame_lines, page_lines
from evaluation.sources.scans import Scanner, scan
from gangyao.collation.collate import WORDING, collate
from gangyao.ingest.copies import read_copy
from gangyao.ingest.seeds import document_from_file
from gangyao.pipeline import Engine, read_document

_PROGRAM, _LANGUAGE = "tesseract", "chi_sim"


def can_read_first() -> bool:
    """Tell whether Tesseract is there with its Chinese models."""
    if shutil.which(_PROGRAM) is None:
        return False
    known = subprocess.run([_PROGRAM, "--list-langs"], capture_output=True, check=False)
    return _LANGUAGE.encode() in known.stdout.split()


def score_copy(pdf: Path, page: int, scanner: Scanner, rng: random.Random, engine: Engine) -> Found:
    """Scan page `page` (from 0) of a PDF: what Tesseract reads is the document, the picture its copy."""
    pixels = scan(pdf, page, scanner, rng)
    with tempfile.TemporaryDirectory() as folder:
        picture, text = Path(folder) / "scan.png", Path(folder) / "first.txt"
        Image.fromarray(pixels).save(picture, dpi=(scanner.dpi, scanner.dpi))
        text.write_text(_first_reading(picture), encoding="utf-8")
        document = document_from_file(text)
        read = read_document(document, engine)
        differences = collate(document, read.cleaned, read_copy(picture)).differences
    places = [(one.start, one.end) for one in differences if one.kind in WORDING]
    return compare(read.cleaned.text, lines_of(read), places, page_lines(pdf, page), frame_lines(pdf, page))


def _first_reading(picture: Path) -> str:
    found = subprocess.run(
        [_PROGRAM, str(picture), "-", "-l", _LANGUAGE, "--psm", "3"],
        capture_output=True,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    lines = found.stdout.decode("utf-8", "replace").replace("\f", "").splitlines()
    # It prints a blank between any two characters.
    return "\n".join("".join(line.split(" ")) for line in lines if line.strip()) + "\n"
