from __future__ import annotations

from training.span_field import Span, fit_field


def test_features_of_right_spans_weigh_more() -> None:
    texts = [
        [Span(0, 3, True, ("river",)), Span(0, 5, False, ("phrase",)), Span(4, 6, False, ("verb",))],
        [Span(2, 4, True, ("river",)), Span(1, 4, False, ("phrase",)), Span(5, 7, False, ("verb",))],
    ] * 5
    fitted = fit_field(texts)
    assert fitted.weights["river"] > fitted.weights["phrase"]
    assert fitted.weights["river"] + fitted.constant > 0 > fitted.weights["verb"] + fitted.constant


def test_what_overlaps_a_right_span_need_not_be_told_apart_by_itself() -> None:
    alone = fit_field([[Span(0, 2, True, ("a",)), Span(5, 8, False, ("b",))]] * 5)
    crossed = fit_field([[Span(0, 2, True, ("a",)), Span(1, 3, False, ("b",))]] * 5)
    assert alone.weights["b"] + alone.constant < crossed.weights["b"] + crossed.constant


def test_features_that_stand_once_are_left_out() -> None:
    fitted = fit_field([[Span(0, 1, True, ("often",))], [Span(0, 1, True, ("often", "once"))]])
    assert set(fitted.weights) == {"often"}


def test_equal_texts_give_equal_weights() -> None:
    texts = [[Span(0, 2, True, ("a", "b")), Span(1, 3, False, ("b",))]] * 3
    assert fit_field(texts) == fit_field(texts)
