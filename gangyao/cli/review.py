"""`gangyao review`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from gangyao.paths import DOCUMENTS, SEEDS, lexicon_of
from gangyao.reading import SuspectSearch

if TYPE_CHECKING:
    from gangyao.document.changes import Suspect
    from gangyao.document.read_document import ReadDocument

_CHOICES = "[a]ccept the suggestion, [o]ther reading, [r]eject, [s]kip, [q]uit"


class CuratedEvidence(StrEnum):
    """What a curator may go by; a reading without evidence becomes a suspect on record."""

    WITNESS = "witness"
    QUOTATION = "quotation"
    TERM = "term"
    READING = "reading"


def review(
    document_id: Annotated[str, typer.Argument(metavar="ID", help="A document of the seeds.")],
    seeds: Annotated[Path, typer.Option(help="Folder with documents/ and lexicon/.")] = SEEDS,
    score: Annotated[
        float, typer.Option(min=0, max=1, help="Show suspects of this score and more, the likeliest first.")
    ] = 0.0,
    suspects: Annotated[
        SuspectSearch, typer.Option(help="How to look for misreadings (see build).")
    ] = SuspectSearch.COUNTS,
    pictures: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Keep the pictures of printed lines there; otherwise they go when the review ends.",
        ),
    ] = None,
) -> None:
    """Walk through the suspects of a document and keep your verdicts.

    An accepted reading, or another one, becomes a row of the document's errata.csv with your evidence and
    source; a rejected suspect becomes a row of rejected.csv and stays away in later builds. The text itself
    changes with the next build. For a scan or PDF the printed line is cut out of its page as a picture, whose
    path is named.
    """
    from gangyao.cleaning.errata import CURATOR
    from gangyao.cleaning.misreadings.cloze_network import load_cloze_network
    from gangyao.ingest.seeds import load_document
    from gangyao.pipeline import load_engine, read_document

    folder = seeds / DOCUMENTS / document_id
    if not folder.is_dir():
        raise typer.BadParameter(
            f"{folder} is not there; `gangyao new` registers a document", param_hint="ID"
        )
    network = load_cloze_network() if suspects is SuspectSearch.FULL else None
    read = read_document(load_document(folder), load_engine(lexicon_of(seeds)), network)
    open_ones = sorted(
        (
            suspect
            for suspect in read.cleaned.suspects
            if suspect.detector != CURATOR and (suspect.score or 0) >= score
        ),
        key=lambda suspect: (-(suspect.score or 0), suspect.raw_start),
    )
    with TemporaryDirectory(prefix="gangyao-review-") as passing:
        kept = _walk_through(folder, read, open_ones, pictures or Path(passing))
    typer.echo(f"{kept} of {len(open_ones)} verdicts kept in {folder}; `gangyao build` applies them")


def _walk_through(folder: Path, read: ReadDocument, suspects: Sequence[Suspect], pictures: Path) -> int:
    """Ask about one suspect after the other; return how many verdicts were written down."""
    kept = 0
    for number, suspect in enumerate(suspects, 1):
        _show(folder, read, suspect, f"{number} of {len(suspects)}", pictures)
        answer = _answer(suspect)
        if answer == "q":
            break
        kept += answer != "s" and _keep(folder, read, suspect, answer)
    return kept


def _show(folder: Path, read: ReadDocument, suspect: Suspect, count: str, pictures: Path) -> None:
    from gangyao.cleaning.verdicts import printed_line
    from gangyao.cli.printed_suspects import draw_line, printed_suspect

    before, text, after = printed_line(read.document.source.text, suspect)
    printed = printed_suspect(read.document.source, suspect)
    where = f", {printed}" if printed else ""
    typer.echo(f"\n{count}, {suspect.detector} {suspect.score or 0:.2f}{where}: {suspect.reason}")
    typer.echo(f"  {before}{typer.style(text or '‸', reverse=True)}{after}")
    if printed:
        typer.echo(f"  picture: {draw_line(folder, pictures, printed, suspect)}")
    typer.echo(f"  suggestion: {suspect.suggestion if suspect.suggestion else 'none'}")


def _answer(suspect: Suspect) -> str:
    allowed = "orsq" if suspect.suggestion is None else "aorsq"
    while True:
        answer: str = typer.prompt(_CHOICES, default="s").strip().lower()[:1]
        if answer in allowed:
            return answer
        typer.echo(f"one of {', '.join(allowed)}")


def _keep(folder: Path, read: ReadDocument, suspect: Suspect, answer: str) -> bool:
    """Write a verdict down; tell whether that could be done."""
    from gangyao.cleaning.verdicts import erratum_row, rejection_row
    from gangyao.document.source import ERRATA_COLUMNS, REJECTION_COLUMNS
    from gangyao.ingest.errata import ERRATA_FILE
    from gangyao.ingest.rejections import REJECTIONS_FILE, append_row

    raw = read.document.source.text
    row: tuple[str, ...] | None
    columns: tuple[str, ...]
    if answer == "r":
        row = rejection_row(raw, suspect, typer.prompt("note", default=""))
        file, columns = REJECTIONS_FILE, REJECTION_COLUMNS
    else:
        reading = suspect.suggestion or ""
        if answer == "o":
            reading = typer.prompt("what is to be read (empty: nothing)", default="", show_default=False)
        evidence = typer.prompt("evidence", type=CuratedEvidence, default=CuratedEvidence.READING)
        source = typer.prompt("source (where that can be seen)", default="", show_default=False)
        note = typer.prompt("note", default="", show_default=False)
        row = erratum_row(raw, suspect, reading, evidence.value, source, note)
        file, columns = ERRATA_FILE, ERRATA_COLUMNS
    if row is None:
        typer.echo("no context of this line occurs once in the text; write the row by hand")
        return False
    append_row(folder / file, columns, row)
    return True
