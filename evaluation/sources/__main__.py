"""Print how well files of every kind are read: `make sources`."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from evaluation.figures import Figure
from evaluation.sources.copies import can_read_first, score_copy
from evaluation.sources.misreadings import Found
from evaluation.sources.recognition import PageScore, score_page, some_pages
from evaluation.sources.rendering import Rendered, missing_programs, render_set
from evaluation.sources.scans import CLEAN, DEGRADED, POOR, Scanner
from evaluation.sources.scoring import Score, score_headings, score_lines
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.read import read_content
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine


def main() -> None:
    """Render a set, read it, and print the figures beside their bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of reference texts, see README")
    parser.add_argument("--seed", default="1", help="which texts and styles are drawn")
    parser.add_argument("--pages", type=int, default=2, help="pages of each PDF that are scanned; 0: none")
    parser.add_argument("--poor", type=int, default=1, help="of these, how many are scanned poorly too")
    arguments = parser.parse_args()
    if missing := missing_programs():
        print(f"left out, not installed: {', '.join(missing)}", file=sys.stderr)
    engine = load_engine(lexicon_of(SEEDS))
    with tempfile.TemporaryDirectory() as folder:
        rendered = render_set(arguments.corpus, arguments.seed, Path(folder))
        _print("files", _file_figures(rendered, engine))
        if arguments.pages:
            pages = list(_scanned(rendered, arguments.seed, arguments.pages, arguments.poor, engine))
            _print("scans", _scan_figures(pages))
            if can_read_first():
                copies = list(_copies(rendered, arguments.seed, arguments.pages, engine))
                _print("copies", _found_figures("collate, degraded", copies))


def _print(title: str, figures: Iterable[Figure]) -> None:
    table = Table(title=title, title_justify="left")
    for column in ("figure", "value", "bar", "reached", "note"):
        table.add_column(column)
    for figure in figures:
        bar = "" if figure.bar is None else f"{'≥' if figure.better == 'higher' else '≤'} {figure.bar:g}"
        reached = {True: "yes", False: "NO", None: ""}[figure.reached]
        table.add_row(figure.name, f"{figure.value:.5g}", bar, reached, figure.note)
    Console(width=140).print(table)


def _file_figures(rendered: Sequence[Rendered], engine: Engine) -> Iterator[Figure]:
    scores: dict[str, Score] = defaultdict(Score)
    speeds = []
    for one in rendered:
        for tool, path in (*one.pdfs.items(), *one.others.items()):
            data = path.read_bytes()
            start = time.process_time()
            content = read_content(kind_of(data, path.name), data, path.name)
            if content.pages:
                speeds.append(content.pages / (time.process_time() - start))
            headings, missing, further = score_headings(path, one.blocks, engine)
            scores["PDF" if tool in one.pdfs else tool] += score_lines(content.lines, one.blocks) + headings
            for what, texts in (("missing", missing), ("no heading", further)):
                for text in texts:
                    print(f"{path.name} ({one.text}): {what}: {text}", file=sys.stderr)
    for name, score in scores.items():
        yield Figure(
            f"{name}: characters",
            score.right_characters / score.characters,
            0.999,
            note=f"of {score.characters}",
        )
        yield Figure(
            f"{name}: blocks in order", score.blocks_in_order / score.blocks, 1.0, note=f"of {score.blocks}"
        )
        yield Figure(f"{name}: whole blocks", score.whole_blocks / score.blocks, note=f"of {score.blocks}")
        yield Figure(
            f"{name}: headings",
            score.right_headings / max(1, score.headings + score.wrong_headings),
            1.0,
            note=f"of {score.headings}, {score.wrong_headings} wrong",
        )
        yield Figure(f"{name}: cells", score.right_cells / max(1, score.cells), 1.0, note=f"of {score.cells}")
    if speeds:
        yield Figure("PDF: pages a second and core", median(speeds), 20, note="median of files")


def _scanned(
    rendered: Sequence[Rendered], seed: str, pages: int, poor: int, engine: Engine
) -> Iterator[PageScore]:
    """Scan pages of the first PDF of each document; the poor ones are no newspaper's."""
    # A page of a newspaper takes as long as all the others.
    for one in sorted(rendered, key=lambda one: one.kind == "newspaper"):
        if not one.pdfs:
            continue
        rng = random.Random(f"{seed} {one.kind} scans")
        pdf = next(iter(one.pdfs.values()))
        chosen = some_pages(pdf, pages, rng)
        of_kind: list[tuple[int, Scanner]] = [
            (page, scanner) for page in chosen for scanner in (CLEAN, DEGRADED)
        ]
        if one.kind != "newspaper":
            of_kind += [(page, scanner) for page in chosen[:poor] for scanner in POOR]
        for page, scanner in of_kind:
            score = score_page(pdf, page, scanner, rng, engine, again=scanner is not CLEAN)
            print(f"{one.kind} {page + 1} {score}", file=sys.stderr)
            yield score


def _scan_figures(pages: Sequence[PageScore]) -> Iterator[Figure]:
    bars = {CLEAN.name: 0.005, DEGRADED.name: 0.02}
    for name in dict.fromkeys(page.scanner for page in pages):
        found = [page for page in pages if page.scanner == name]
        characters = sum(page.first.characters for page in found)
        lines = sum(page.first.lines for page in found)
        wrong = sum(page.first.wrong for page in found)
        in_order = sum(page.first.lines_in_order for page in found)
        yield Figure(
            f"{name}: character errors",
            wrong / characters,
            bars.get(name),
            "lower",
            f"{wrong} of {characters}",
        )
        yield Figure(
            f"{name}: lines in order", in_order / lines, 0.98 if name in bars else None, note=f"of {lines}"
        )
    again = [page for page in pages if page.second is not None]
    for name in dict.fromkeys(page.scanner for page in again):
        scores = [page.second for page in again if page.scanner == name and page.second is not None]
        yield from _found_figures(f"second reading, {name}", scores)
    if again:
        seconds_again = median(page.seconds_again for page in again)
        yield Figure("second reading: CPU seconds a page", seconds_again, better="lower")
    yield Figure("recognition: CPU seconds a page", median(page.seconds for page in pages), 8, "lower")


def _found_figures(what: str, scores: Sequence[Found]) -> Iterator[Figure]:
    errors, found = sum(one.errors for one in scores), sum(one.found for one in scores)
    characters, false = sum(one.characters for one in scores), sum(one.false for one in scores)
    han, han_found = sum(one.han_errors for one in scores), sum(one.han_found for one in scores)
    if han:
        yield Figure(f"{what}: errors in Han found", han_found / han, 0.95, note=f"{han_found} of {han}")
    if errors:
        yield Figure(f"{what}: errors found", found / errors, note=f"{found} of {errors}")
    yield Figure(
        f"{what}: false a 1,000", 1000 * false / max(1, characters), 3, "lower", f"{false} of {characters}"
    )


def _copies(rendered: Sequence[Rendered], seed: str, pages: int, engine: Engine) -> Iterator[Found]:
    """Collate degraded pages that Tesseract read first with their pictures; it reads no columns."""
    for one in rendered:
        if one.kind != "newspaper" and one.pdfs:
            rng = random.Random(f"{seed} {one.kind} copies")
            pdf = next(iter(one.pdfs.values()))
            for page in some_pages(pdf, pages, rng):
                yield score_copy(pdf, page, DEGRADED, rng, engine)


if __name__ == "__main__":
    main()
