"""A tour of the release as a marimo notebook: `marimo edit docs/tour.py`, or run it as a script."""

import marimo

app = marimo.App()


@app.cell
def _():
    from pathlib import Path

    import duckdb
    import marimo as mo

    release = duckdb.connect(str(Path("output") / "gangyao.duckdb"), read_only=True)
    mo.md("# A tour of Gangyao")
    return mo, release


@app.cell
def _(mo, release):
    modalities = release.sql(
        "select modality, count(*) as tasks from tasks group by modality order by tasks desc"
    ).df()
    assert len(modalities) > 1, "the release has no tasks: run `make data` first"
    mo.vstack([mo.md("## How firmly"), modalities])


@app.cell
def _(mo, release):
    named = release.sql(
        "select name, type, mention_count from entities order by mention_count desc, name limit 15"
    ).df()
    assert not named.empty
    mo.vstack([mo.md("## What is named most often"), named])


@app.cell
def _(mo, release):
    # Every correction can be replayed: what stands at its span in the published paragraph is its `after`.
    wrong = release.sql(
        """
        select correction_id from corrections join paragraphs using (paragraph_id)
        where substr(text, start_char + 1, end_char - start_char) <> after
        """
    ).fetchall()
    assert wrong == []
    mo.md("## Every correction stands where the ledger says")


if __name__ == "__main__":
    app.run()
