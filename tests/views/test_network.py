"""Who speaks about whom: arrows only from what is said, labels that never collide, every arrow with its sentences."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import FancyArrowPatch
from small_tables import SmallTables

from helpers.views import draw_network, render_network
from helpers.views._index import TableIndex
from helpers.views.html import plain_text
from helpers.views.network._edges import list_edges
from helpers.views.network._figure import NARROW, WIDE, Layout, draw_edges
from helpers.views.network._layout import BOTH, SPEAKS, SPOKEN_OF, build_graph, place_actors


def talking(rights: str = "full") -> SmallTables:
    small = SmallTables(rights)
    small.article("first", "2023-05-01")
    small.actor("The Guild", "group")
    small.say("first", "Ann Mayor", "The Guild did it with the Crown.", names={"Guild": "The Guild", "Crown": "Old Crown"})
    small.say("first", "Ann Mayor", "The Guild lies.", names={"Guild": "The Guild"})
    small.say("first", "The Guild", "The Guild saw that he, the guard, ran.", names={"Guild": "The Guild", "he": "Ann Mayor",
                                                                                     "guard": "Bo Guard"})
    small.say("first", None, "The Crown is silent.", names={"Crown": "Old Crown"})
    return small


def test_an_edge_runs_from_the_source_to_who_is_named_and_weighs_its_claims() -> None:
    edges = list_edges(TableIndex(talking().frames()))
    assert [(e.source, e.target, e.weight) for e in edges] == [
        ("Ann Mayor", "The Guild", 2), ("Ann Mayor", "Old Crown", 1), ("The Guild", "Bo Guard", 1),
        ("The Guild", "The Guild", 1),
    ]  # fmt: skip


def test_a_pronoun_names_nobody_and_the_newsroom_is_no_speaker_here() -> None:
    pairs = {(edge.source, edge.target) for edge in list_edges(TableIndex(talking().frames()))}
    assert ("The Guild", "Ann Mayor") not in pairs
    assert not [pair for pair in pairs if "Courier" in pair[0]]


def test_a_name_outside_the_content_is_not_spoken_about() -> None:
    small = talking()
    small.add("mentions", mention_id="first.m9", article_id="first", start_char=990, end_char=995, text="Crown",
              entity_type="actor", entity_id="ann_mayor", form="name")
    assert len(list_edges(TableIndex(small.frames()))) == 4


def test_columns_tell_who_only_speaks_who_does_both_and_who_is_only_spoken_of() -> None:
    spots = place_actors(build_graph(list_edges(TableIndex(talking().frames()))))
    assert {name: spot.column for name, spot in spots.items()} == {
        "ann_mayor": SPEAKS, "the_guild": BOTH, "old_crown": SPOKEN_OF, "bo_guard": SPOKEN_OF}  # fmt: skip


def test_who_states_anything_at_all_is_not_only_spoken_of() -> None:
    small = talking()
    small.say("first", "Bo Guard", "It rained.")
    label = str(draw_network(small.frames()).get_label())
    assert label.endswith("Only spoken of: Old Crown.")


def test_who_names_itself_has_a_row_and_no_arrow() -> None:
    figure = draw_network(talking().frames())
    arrows = [patch for patch in figure.axes[0].patches if isinstance(patch, FancyArrowPatch)]
    assert len(arrows) == 3
    assert 'id="network-the_guild:the_guild"' in render_network(talking().frames())


def test_a_heavier_edge_is_drawn_thicker() -> None:
    figure = draw_network(talking().frames())
    widths = sorted(patch.get_linewidth() for patch in figure.axes[0].patches if isinstance(patch, FancyArrowPatch))
    assert widths[-1] > widths[0]


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_labels_stand_inside_and_do_not_collide_with_many_actors(layout: Layout) -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    for number in range(30):
        said = f"Spokesman {number} of the Department" if number % 3 else f"Target {number - 1 if number else 28} of the town"
        target = f"Target {number} of the town"
        small.say("first", said, f"It was the town, {target}.", names={target: target})
    index = TableIndex(small.frames())
    figure = draw_edges(index, list_edges(index), 60, has_links=False, layout=layout)
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [text.get_window_extent(renderer) for text in (*figure.axes[0].texts, *figure.texts)]
    assert len(figure.axes[0].texts) == 50
    assert [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])] == []
    assert [box for box in boxes if box.x0 < 0 or box.x1 > figure.bbox.width or box.y1 > figure.bbox.height] == []


def test_every_arrow_and_label_leads_to_a_row_with_its_sentences() -> None:
    page = render_network(talking().frames())
    links = set(re.findall(r'xlink:href="#([^"]+)"', page))
    assert links >= {"network-ann_mayor:the_guild", "network-ann_mayor:old_crown", "network-the_guild:bo_guard"}
    assert all(f'id="{link}"' in page for link in links)
    assert "The Guild lies." in page


def test_the_words_beside_the_drawing_say_who_is_only_spoken_of_and_what_was_used() -> None:
    page = render_network(talking().frames())
    assert "Network: 4 actors, 3 arrows from who speaks to who is named. Only spoken of: Bo Guard, Old Crown." in page
    assert "3 of 3 statements of sources" in plain_text(page)


def test_arrows_that_are_left_out_are_counted_and_stay_in_the_table() -> None:
    page = render_network(talking().frames(), max_edges=1)
    assert "1 of 3 arrows drawn." in page
    assert 'id="network-the_guild:bo_guard"' in page


def test_the_same_tables_draw_the_same_bytes() -> None:
    assert render_network(talking().frames()) == render_network(talking().frames())


def test_without_rights_no_sentence_is_shown_and_without_names_it_says_so() -> None:
    assert "The Guild lies" not in render_network(talking("none").frames())
    assert "Geen bron noemt een actor" in render_network({}, language="nl")


def test_a_link_stays_on_the_page_and_the_keyboard_stops_only_at_words() -> None:
    page = render_network(talking().frames())
    assert "_blank" not in page
    links = re.findall(r"<a ([^>]*)>\s*<(\w+)", page[page.index("<svg") : page.index("</svg>")])
    assert {tag for _, tag in links} == {"path", "use", "text"}
    assert all(("tabindex" in attributes) == (tag != "text") for attributes, tag in links)
