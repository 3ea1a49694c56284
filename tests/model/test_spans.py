"""A span is a half-open stretch of text."""

import pytest

from helpers.model import Span, make_id


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_or_reversed_span_is_refused_with_its_offsets(start, end):
    with pytest.raises(ValueError, match=rf"found \[{start}, {end}\)"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "contain"),
    [((0, 5), (5, 9), False, False), ((0, 5), (4, 9), True, False), ((0, 9), (4, 9), True, True)],
)
def test_neighbours_do_not_overlap_and_a_part_is_contained(one, other, overlap, contain):
    assert Span(*one).overlaps(Span(*other)) is overlap
    assert Span(*other).overlaps(Span(*one)) is overlap
    assert Span(*one).contains(Span(*other)) is contain


def test_two_sources_of_one_content_get_two_ids():
    content = Span(10, 20)
    ids = {make_id("a", "c", content, Span(1, 3)), make_id("a", "c", content, Span(4, 6)), make_id("a", "c", content, None)}
    assert len(ids) == 3
