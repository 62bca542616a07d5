"""How well statements are told from tasks, against sentences that were labelled by hand.

`statement_labels.csv` has one row per sentence: which part of the sample it belongs to, its file, a digest
of its Chinese characters and the label, so that no text of the corpus stands here. The sentences of the parts
`tuning` and `tuning-2` were looked at while the cue words were chosen (`tuning-2` gave 0.932 before that);
those of `held-out` were labelled before they were judged (0.952 then), and only one kind of cue, adverb and
verb at the start of a sentence, was changed after that. `kinds` are sentences of plans, notices, laws and
reports, most of them drawn where the program was in doubt: it is learnt from, and has no bar. `blind` are
paragraphs of other files, labelled before they were judged (0.93 then); neither they nor their files are
learnt from, but features were added after what they missed was read. `random` and `random-held-out` are
sentences drawn at random from all files (130 of notices, 50 of laws, 50 of plans, 150 of reports; 7 that the
guide leaves open are not in) and labelled before they were judged (0.960 in both then); the second part is
not learnt from.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from evaluation.figures import Figure
from gangyao.chinese.character_model import load_model
from gangyao.chinese.detect_script import detect_script
from gangyao.cleaning.clean import clean, load_rules
from gangyao.document.outline import Outline, Paragraph
from gangyao.document.reading_text import reading_text
from gangyao.ingest.seeds import document_from_file
from gangyao.layout.stage import lay_out
from gangyao.outline.read import read_outline
from gangyao.paths import lexicon_of
from gangyao.tasks.context import Context
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.statements.judge import judge_sentences
from gangyao.tasks.statements.sections import read_contexts

LABELS = Path(__file__).with_name("statement_labels.csv")
_BAR = 0.95
# Sentences drawn where the program was in doubt say nothing of how often it is.
_DOUBTFUL = "kinds"
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Label:
    """A sentence that was labelled by hand."""

    part: str
    file: str
    sentence: str
    is_statement: bool


def digest(sentence: str) -> str:
    """Return 16 hexadecimal digits for the Chinese characters of a sentence: cleaning may change the rest."""
    return hashlib.sha256("".join(_HAN.findall(sentence)).encode()).hexdigest()[:16]


def read_labels(path: Path = LABELS) -> list[Label]:
    """Read the labelled sentences."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Label(row["part"], row["file"], row["sentence"], row["label"] == "statement")
            for row in csv.DictReader(file)
        ]


@lru_cache(maxsize=64)
def outline_of(path: Path, lexicon: Path) -> tuple[str, Outline]:
    """Take a corpus file as far as its outline; returns its title with it."""
    document = document_from_file(path)
    model = load_model()
    layout = lay_out(document.source, model)
    reading = reading_text(document.source, layout)
    cleaned = clean(reading, (), detect_script(reading.text), load_rules(lexicon), model)
    outline = read_outline(cleaned, layout, document.spec.title)
    # As the pipeline has it (see `gangyao.document.facts`): what is printed where nothing else is known.
    return document.spec.title or outline.head.title or "", outline


def paragraphs_of(path: Path, seeds: Path) -> Iterator[tuple[Paragraph, Context]]:
    """Yield the paragraphs of a corpus file with the context that they are read in."""
    lexicon = lexicon_of(seeds)
    title, outline = outline_of(path, lexicon)
    yield from zip(
        outline.paragraphs, read_contexts(title, outline, load_grammar(lexicon).statements), strict=True
    )


def judged(path: Path, seeds: Path) -> dict[str, bool]:
    """Return by digest what is said of each sentence of a corpus file; a formal paragraph sets no task."""
    grammar = load_grammar(lexicon_of(seeds)).statements
    found: dict[str, bool] = {}
    for paragraph, context in paragraphs_of(path, seeds):
        answers = judge_sentences(paragraph.text, paragraph.sentences, context, grammar)
        for (start, end), answer in zip(paragraph.sentences, answers, strict=True):
            found.setdefault(digest(paragraph.text[start:end]), answer or paragraph.is_formal)
    return found


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Return the accuracy on each part of the sample and on all of it."""
    labels = read_labels()
    answers = {file: judged(corpus / file, seeds) for file in sorted({label.file for label in labels})}
    found = [label for label in labels if label.sentence in answers[label.file]]
    lost = len(labels) - len(found)
    drawn = [label for label in found if label.part != _DOUBTFUL]
    result = [_accuracy("all", drawn, answers, f"{len(drawn)} sentences; {lost} not found as a sentence")]
    for part in sorted({label.part for label in labels}):
        chosen = [label for label in found if label.part == part]
        result.append(_accuracy(part, chosen, answers, f"{len(chosen)} sentences"))
    return result


def _accuracy(name: str, labels: Iterable[Label], answers: dict[str, dict[str, bool]], note: str) -> Figure:
    right = [answers[label.file][label.sentence] == label.is_statement for label in labels]
    bar = None if name == _DOUBTFUL else _BAR
    return Figure(f"statements told from tasks, {name}", sum(right) / max(1, len(right)), bar, note=note)
