"""A document as files of every kind, by several programs."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from evaluation.sources.blocks import Block, DocumentKind, make_document, texts_for
from evaluation.sources.web_pages import printed_page, site_page
from evaluation.sources.word_files import write_word

KINDS: tuple[DocumentKind, ...] = ("newspaper", "notice", "plan", "report")
_MOST_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document, what was set, and its files by the program that wrote them."""

    kind: DocumentKind
    text: str
    blocks: tuple[Block, ...]
    pdfs: dict[str, Path]
    others: dict[str, Path]


def render_set(corpus: Path, seed: str, folder: Path) -> list[Rendered]:
    """Render one document of each kind, of texts and in styles that `seed` draws, into `folder`."""
    rendered = []
    for kind in KINDS:
        rng = random.Random(f"{seed} {kind}")
        path = rng.choice(texts_for(kind, corpus))
        rendered.append(render(kind, path, rng, folder))
    return rendered


def render(kind: DocumentKind, path: Path, rng: random.Random, folder: Path) -> Rendered:
    """Render the document of a text by every program that is there."""
    blocks = make_document(kind, path, rng)
    page = folder / f"{kind}.print.html"
    page.write_text(printed_page(kind, blocks, rng), encoding="utf-8")
    pdfs: dict[str, Path] = {}
    others = {"site": folder / f"{kind}.site.html", "word": folder / f"{kind}.docx"}
    others["site"].write_text(site_page(blocks), encoding="utf-8")
    write_word(blocks, others["word"], rng)
    if shutil.which("chromium"):
        pdfs["chromium"] = _by_chromium(page, folder / f"{kind}.chromium.pdf")
    if shutil.which("soffice") and kind != "newspaper":
        pdfs["libreoffice"] = _by_libreoffice(others["word"], folder / f"{kind}.libreoffice.pdf")
    if has_reportlab():
        pdfs["reportlab"] = folder / f"{kind}.reportlab.pdf"
        # Imported only where it is installed.
        import_module("evaluation.sources.reportlab_files").write_reportlab(
            kind, blocks, pdfs["reportlab"], rng
        )
    page.unlink()
    return Rendered(kind, path.name, tuple(blocks), pdfs, others)


def has_reportlab() -> bool:
    """Tell whether reportlab is installed."""
    return find_spec("reportlab") is not None


def missing_programs() -> Sequence[str]:
    """Return the programs that are not there."""
    found = [program for program in ("chromium", "soffice", "fc-match") if shutil.which(program) is None]
    return found if has_reportlab() else [*found, "reportlab"]


def _by_chromium(page: Path, pdf: Path) -> Path:
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                f"--user-data-dir={profile}", f"--print-to-pdf={pdf}", page.resolve().as_uri(),
            ],
            # What chromium prints says nothing of its result, nor does what soffice prints.
            check=True, timeout=_MOST_SECONDS,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    return pdf


def _by_libreoffice(word: Path, pdf: Path) -> Path:
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", home, str(word)],
            check=True, timeout=_MOST_SECONDS, env={**os.environ, "HOME": home},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        (Path(home) / f"{word.stem}.pdf").replace(pdf)
    return pdf
