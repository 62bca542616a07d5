"""A printed order that was kept with a close rival is told as a warning."""

from dataclasses import replace

from gangyao.document.doubtful_order import order_warnings
from gangyao.document.layout import Break
from tests.release.invented import plan


def test_a_close_rival_is_a_warning_that_names_the_lines():
    read = plan()
    rival = Break(1, 4, 2, "continuity", 0.3)
    doubted = replace(read, layout=replace(read.layout, rivals=(rival,)))
    (warning,) = order_warnings(doubted)
    assert warning.severity == "warning"
    assert not warning.leaves_out
    assert warning.document_id == read.document.spec.document_id
    assert warning.source_file == read.layout.lines[3].source_file
    assert warning.place == "line 4"
    assert "2 after 4" in warning.message
    assert "0.30" in warning.message


def test_other_documents_have_none():
    assert order_warnings(plan()) == ()
