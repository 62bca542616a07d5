"""Labelled sentences for the fit of what tells statements from tasks, with all that is read off them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.sparse

from evaluation.quality import extraction
from evaluation.quality.statements import LABELS, digest, outline_of, read_labels
from gangyao.chinese.signs import Lines
from gangyao.document.outline import Outline
from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.statements.features import read_features
from gangyao.tasks.statements.forms import evidence_by_form
from gangyao.tasks.statements.grammar import StatementGrammar
from gangyao.tasks.statements.runs import characters_of
from gangyao.tasks.statements.stances import read_stances, titles_of_sections
from training.annotated_sentences import LAWS, labels_of_files, read_sentences
from training.corpus import FOLDERS

#: Labels of sentences of public documents of provinces, cities, counties and ministries, as
#: `evaluation/quality/statement_labels.csv` has those of the corpus. Annotators read whole stretches of the
#: documents before the program judged them; what they were in doubt about is not in.
LOCAL_LABELS = Path(__file__).with_name("local_statement_labels.csv")
_UNSEEN = frozenset({"held-out", "blind", "random-held-out"})
_BREAK = ord("\n")
#: A key has the number of the kind of a run, then its characters, so many of so many bits each.
LONGEST, CODE_BITS = 3, np.uint64(20)

Array = npt.NDArray[np.float64]
Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Sample:
    """The sentences of one file: label (None where there is none), stance and paragraph of each.

    `outline` is None for sentences that are known alone; `is_local`: of a document of `LOCAL_LABELS`.
    """

    file: str
    outline: Outline | None
    texts: list[str]
    labels: list[float | None]
    stances: list[str]
    paragraph_stances: list[str]
    paragraphs: list[int]
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What is read off all sentences; `told` is what the form of one tells, None if nothing."""

    features: Array
    runs: scipy.sparse.csr_matrix
    keys: Keys
    told: list[float | None]


def read_sample(
    path: Path,
    file: str,
    labels: dict[tuple[str, str], float],
    kept_out: frozenset[str],
    lexicon: Lexicon,
) -> Sample:
    """Read a corpus file as far as its sentences; what is `kept_out` has no label."""
    outline = outline_of(path, lexicon_of(SEEDS))[1]
    of_paragraphs = read_stances(outline, titles_of_sections(outline), lexicon)
    places = [
        (index, paragraph.text[start:end])
        for index, paragraph in enumerate(outline.paragraphs)
        if not (paragraph.is_formal or paragraph.is_table)
        for start, end in paragraph.sentences
    ]
    texts = [text for _, text in places]
    stances = [of_paragraphs[index] for index, _ in places]
    digests = [digest(text) for text in texts]
    return Sample(
        file,
        outline,
        texts,
        [None if sentence in kept_out else labels.get((file, sentence)) for sentence in digests],
        stances,
        of_paragraphs,
        [index for index, _ in places],
    )


def read_alone(corpus: Path, training: Path) -> list[Sample]:
    """Return the annotated sentences of laws, which stand in no file of the corpus: each alone."""
    laws = [label for label in labels_of_files() if label["file"] == LAWS]
    return [
        Sample(one.document, None, [one.text], [float(one.label == "statement")], [], [], [])
        for one in read_sentences(corpus, training, laws)
        if one.label in ("statement", "task")
    ]


def read_local_documents(folder: Path | None, lexicon: Lexicon) -> list[Sample]:
    """Return the samples of the documents of `LOCAL_LABELS` that stand in `folder`; none without one."""
    if folder is None:
        return []
    labels = {(label.file, label.sentence): float(label.is_statement) for label in read_labels(LOCAL_LABELS)}
    return [
        replace(read_sample(folder / file, file, labels, frozenset(), lexicon), is_local=True)
        for file in sorted({file for file, _ in labels})
        if (folder / file).exists()
    ]


def labels_of_corpus() -> tuple[dict[tuple[str, str], float], frozenset[str], frozenset[str]]:
    """Return labels by file and digest, digests that are not to be learnt, and files that are not."""
    known = read_labels(LABELS)
    annotated = labels_of_files()
    learnt = {label["sentence"] for label in annotated}
    kept_out = frozenset(
        label["sentence"] for label in extraction.read_labels() if label["sentence"] not in learnt
    )
    labels = {
        (label.file, label.sentence): float(label.is_statement)
        for label in known
        if label.part not in _UNSEEN
    }
    labels |= {
        (label["file"], label["sentence"]): float(label["label"] == "statement")
        for label in annotated
        if label["label"] in ("statement", "task")
    }
    return labels, kept_out, frozenset(label.file for label in known if label.part == "blind")


def read_samples(corpus: Path, training: Path, local: Path | None, lexicon: Lexicon) -> list[Sample]:
    """Return the samples of the corpus, then those of sentences that are known alone."""
    labels, kept_out, unseen = labels_of_corpus()
    samples = [
        read_sample(path, f"{folder}/{path.name}", labels, kept_out, lexicon)
        for folder in FOLDERS
        for path in sorted((corpus / folder).glob("*.txt"))
        if f"{folder}/{path.name}" not in unseen
    ]
    return [*samples, *read_alone(corpus, training), *read_local_documents(local, lexicon)]


def read_all(samples: Sequence[Sample], grammar: StatementGrammar) -> Read:
    """Read the features and the runs of all sentences."""
    texts = [text for sample in samples for text in sample.texts]
    lines = Lines(texts)
    keys: list[Keys] = []
    sentences: list[npt.NDArray[np.intp]] = []
    for kind, (characters, of) in enumerate(characters_of(lines)):
        key = np.full(len(of), kind, np.uint64)
        whole = np.ones(len(of), np.bool_)
        for place in range(LONGEST):
            code = characters[place] if place < len(characters) else np.zeros(len(of), np.uint32)
            key = key << CODE_BITS | code.astype(np.uint64)
            whole &= code != _BREAK
        keys.append(key[whole])
        sentences.append(of[whole])
    known, columns = np.unique(np.concatenate(keys), return_inverse=True)
    rows = np.concatenate(sentences)
    ones = np.ones(len(rows))
    runs = scipy.sparse.csr_matrix((ones, (rows, columns)), shape=(len(texts), len(known)))
    features = read_features(lines, grammar.cues, grammar.lexicon)
    return Read(features, runs, known, evidence_by_form(texts))
