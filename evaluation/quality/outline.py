"""How well the outline finds the headings of real documents.

Two measures: the sections against the document's own table of contents, and against trees that were checked
by hand, line by line, on documents of different kinds (`outline_trees.csv`: one row per heading: its level,
number and the first 12 digits of the SHA-256 of its title, so that no text of the corpus stands here).

`python -m evaluation.quality.outline CORPUS FILE` prints the rows of a file with their titles, for checking.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from evaluation.figures import Figure
from gangyao.chinese.character_model import CharacterModel, load_model
from gangyao.chinese.detect_script import detect_script
from gangyao.chinese.headings import parse_heading
from gangyao.cleaning.clean import CleaningRules, clean, load_rules
from gangyao.document.layout import Layout
from gangyao.document.outline import Outline, Section
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Source
from gangyao.ingest.seeds import document_from_file
from gangyao.layout.stage import lay_out
from gangyao.outline.read import read_outline
from gangyao.paths import SEEDS, lexicon_of
from training.corpus import FOLDERS

TREES = Path(__file__).with_name("outline_trees.csv")


@dataclass(frozen=True, slots=True)
class Row:
    """A heading of a checked tree; `title` is a digest, `number` is empty where the heading has none."""

    level: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The checked headings of one file, in reading order."""

    file: str
    source_sha256: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Errors:
    """Headings of the checked tree that were missed, sections that are none, and the number of headings."""

    missed: int
    invented: int
    headings: int


class MissingCorpusError(FileNotFoundError):
    """A file that a checked tree was made from is not in the corpus, or is another version."""


def read_trees(path: Path = TREES) -> tuple[Tree, ...]:
    """Read the checked trees."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            rows[line["file"], line["source_sha256"]].append(
                Row(line["level"], line["number"], line["title"])
            )
    return tuple(Tree(file, sha256, tuple(found)) for (file, sha256), found in rows.items())


def digest(title: str) -> str:
    """Hash a title without regard to white space and width."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", title))
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def rows_of(outline: Outline) -> tuple[Row, ...]:
    """Return the printed headings of an outline as rows of a tree."""
    return tuple(_row(s) for s in outline.sections if not s.is_implied)


def compare(found: Sequence[Row], expected: Sequence[Row]) -> Errors:
    """Count missed and invented headings: a heading is found if level, number and title agree, in order."""
    same = sum(
        size for _, _, size in SequenceMatcher(None, found, expected, autojunk=False).get_matching_blocks()
    )
    return Errors(len(expected) - same, len(found) - same, len(expected))


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Measure the outline on the corpus.

    Raises MissingCorpusError when a file of the checked trees is missing or has changed.
    """
    rules, model = load_rules(lexicon_of(seeds)), load_model()
    return [*_contents_figures(corpus, rules, model), *_tree_figures(corpus, rules, model)]


def _tree_figures(corpus: Path, rules: CleaningRules, model: CharacterModel) -> list[Figure]:
    trees = read_trees()
    total = Errors(0, 0, 0)
    wrong: list[str] = []
    for tree in trees:
        errors = compare(rows_of(_outline(_checked_file(corpus, tree), rules, model)[2]), tree.rows)
        total = Errors(
            total.missed + errors.missed,
            total.invented + errors.invented,
            total.headings + errors.headings,
        )
        if errors.missed or errors.invented:
            wrong.append(f"{Path(tree.file).stem} -{errors.missed} +{errors.invented}")
    share = 100 * (total.missed + total.invented) / total.headings
    note = f"{total.headings} headings of {len(trees)} documents" + (f"; {', '.join(wrong)}" if wrong else "")
    return [
        Figure("headings missed or invented, checked by hand, %", share, 1.0, "lower", note),
        Figure("headings missed", total.missed, better="lower"),
        Figure("headings invented", total.invented, better="lower"),
    ]


def _contents_figures(corpus: Path, rules: CleaningRules, model: CharacterModel) -> list[Figure]:
    listed = agreed = documents = 0
    for folder in FOLDERS:
        for path in sorted((corpus / folder).glob("*.txt")):
            source, layout, outline = _outline(path, rules, model)
            contents = _contents(source, layout)
            if contents:
                documents += 1
                listed += len(contents)
                agreed += len(contents) - _contents_errors(contents, outline)
    if not documents:
        raise MissingCorpusError(
            f"no document with a table of contents in {corpus}; see README for the corpus"
        )
    share = 100 * agreed / listed
    note = f"{listed} headings of {documents} document(s) with a table of contents"
    return [Figure("headings as in the document's own table of contents, %", share, 100.0, "higher", note)]


def _contents(source: Source, layout: Layout) -> list[tuple[str, str]]:
    """Return label and title of each line that layout set aside as a table of contents."""
    entries: list[tuple[str, str]] = []
    for line in layout.lines:
        if line.kind == "contents":
            heading = parse_heading(source.text[line.raw_start : line.raw_end])
            if heading is not None:
                entries.append((_plain(heading.label), digest(heading.title)))
    return entries


def _contents_errors(contents: Sequence[tuple[str, str]], outline: Outline) -> int:
    """Count listed headings that are no section, and sections of a listed level that are not listed.

    Sections before the first listed one (a preface before the contents) are not the list's business.
    """
    printed = [(s.level, (_plain(s.label), digest(s.title))) for s in outline.sections if not s.is_implied]
    listed = set(contents)
    levels = {level for level, entry in printed if entry in listed}
    found = [entry for level, entry in printed if level in levels]
    start = next((i for i, entry in enumerate(found) if entry in listed), len(found))
    blocks = SequenceMatcher(None, found[start:], contents, autojunk=False).get_matching_blocks()
    return max(len(contents), len(found) - start) - sum(block.size for block in blocks)


def _outline(path: Path, rules: CleaningRules, model: CharacterModel) -> tuple[Source, Layout, Outline]:
    document = document_from_file(path)
    layout = lay_out(document.source, model)
    reading = reading_text(document.source, layout)
    cleaned = clean(reading, (), detect_script(reading.text), rules, model)
    return document.source, layout, read_outline(cleaned, layout, document.spec.title)


def _checked_file(corpus: Path, tree: Tree) -> Path:
    path = corpus / tree.file
    if not path.is_file():
        raise MissingCorpusError(
            f"{path} is missing; MANIFEST.tsv of the corpus says where {tree.file} comes from"
        )
    if hashlib.sha256(path.read_bytes()).hexdigest() != tree.source_sha256:
        raise MissingCorpusError(
            f"{path} is not the version whose headings were checked ({tree.source_sha256})"
        )
    return path


def _row(section: Section) -> Row:
    number = "" if section.number is None else str(section.number)
    return Row(section.level, number, digest(section.title))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def main() -> None:
    """Print the sections of one file as rows of `outline_trees.csv`, each with its title."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("file", help="path of the file below the corpus")
    arguments = parser.parse_args()
    path = arguments.corpus / arguments.file
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    outline = _outline(path, load_rules(lexicon_of(SEEDS)), load_model())[2]
    printed = [s for s in outline.sections if not s.is_implied]
    for section, row in zip(printed, rows_of(outline), strict=True):
        print(arguments.file, sha256, row.level, row.number, row.title, section.title, sep=",")


if __name__ == "__main__":
    main()
