from __future__ import annotations

import pytest

from gangyao.ingest.readers.progress import tell_page


@pytest.mark.parametrize(
    ("is_terminal", "pages", "told"),
    [(True, 40, "scan.pdf: page 3 of 40 is recognised\n"), (True, 1, ""), (False, 40, "")],
)
def test_whoever_waits_for_many_pages_is_told(
    is_terminal: bool,
    pages: int,
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)
    tell_page("scan.pdf", 3, pages)
    assert capsys.readouterr().err == told
