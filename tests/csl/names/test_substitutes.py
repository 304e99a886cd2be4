"""Who stands in for missing names, and what stands for names that the entry before has, too (CSL 1.0.2, "Substitute" and "Reference
Grouping")."""

from __future__ import annotations

import pytest
from csl.names.little_style import authors, names_node, printed

from citekit.csl.rendering import Rendering

JANE = authors("Roe, Jane")["author"]
EDITOR_OR_TITLE = """
<names variable="author" prefix="[" suffix="]"><name form="short"/><label prefix=", "/>
  <substitute><names variable="editor"/><text variable="title"/></substitute>
</names>
"""


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"author": JANE, "editor": JANE, "title": "T"}, "[Roe]"),
        ({"editor": JANE, "title": "T"}, "[Roe, editor]"),  # CSL test suite, name_SubstituteInheritLabel
        ({"title": "T"}, "[T]"),
        ({}, ""),
    ],
)
def test_the_first_that_says_something_stands_in(item, text):
    assert printed(EDITOR_OR_TITLE, item) == text


@pytest.mark.parametrize(
    ("item", "silent"),
    [
        ({"author": JANE, "title": "T"}, set()),
        ({"editor": JANE, "title": "T"}, {"editor"}),
        ({"title": "T"}, {"title"}),
        ({}, set()),
    ],
)
def test_what_stood_in_is_silent_afterwards(item, silent):
    rendering = Rendering(item)
    names_node(EDITOR_OR_TITLE)(rendering)
    assert rendering.silent == silent
    assert type(rendering.silent) is set


def test_a_stand_in_fills_the_group():
    rendering = Rendering({"title": "T"})
    names_node(EDITOR_OR_TITLE)(rendering)
    assert rendering.filled


def test_names_that_say_how_they_look_inherit_nothing():
    xml = """<names variable="author"><name form="short"/><label/>
      <substitute><names variable="editor"><name/></names></substitute></names>"""
    assert printed(xml, {"editor": JANE}) == "Jane Roe"


def test_a_stand_in_of_a_stand_in():
    xml = """<names variable="author"><name form="short"/><substitute>
      <names variable="editor"><name/><substitute><names variable="translator"/></substitute></names></substitute></names>"""
    rendering = Rendering({"translator": JANE})
    assert names_node(xml)(rendering) == "Jane Roe"
    assert rendering.silent == {"translator"}


def test_names_stand_in_once():
    # CSL test suite, substitute_SuppressOrdinaryVariable
    xml = """<names variable="author"><name form="short"/><substitute><group>
      <names variable="editor"/><names variable="editor"/></group></substitute></names>"""
    assert printed(xml, {"editor": JANE}) == "Roe"


def test_counts_look_at_stand_ins():
    xml = '<names variable="author"><name form="count"/><substitute><names variable="editor"/></substitute></names>'
    assert printed(xml, {"editor": JANE}) == "1"


# ---------------------------------------------------------------- subsequent-author-substitute


DOE, JOHNSON, WILLIAMS, SMITH, STEVENS, MILLER = "Doe Johnson Williams Smith Stevens Miller".split()
# The example of CSL 1.0.2, "Reference Grouping", with commas for its ampersands and dashes for its hyphens.
ENTRIES = [
    authors(DOE),
    authors(DOE),
    authors(DOE, JOHNSON, WILLIAMS),
    authors(DOE, SMITH),
    authors(DOE, STEVENS, MILLER),
    authors(DOE, STEVENS, MILLER),
    authors(DOE, WILLIAMS, SMITH, MILLER),
    authors(DOE, WILLIAMS, SMITH, MILLER),
]
RULES = {
    "complete-all": "Doe|—|Doe, Johnson & Williams|Doe & Smith|Doe, Stevens & Miller|—|Doe, Williams et al.|—",
    "complete-each": "Doe|—|Doe, Johnson & Williams|Doe & Smith|Doe, Stevens & Miller|—, — & —|Doe, Williams et al.|—, — et al.",
    "partial-each": "Doe|—|—, Johnson & Williams|— & Smith|—, Stevens & Miller|—, — & —|—, Williams et al.|—, — et al.",
    "partial-first": "Doe|—|—, Johnson & Williams|— & Smith|—, Stevens & Miller|—, Stevens & Miller|—, Williams et al.|—, Williams et al.",
}


def in_turn(xml, items, substitute, rule):
    node = names_node(xml, subsequent_author_substitute=substitute, subsequent_author_substitute_rule=rule)
    previous, made = None, []
    for item in items:
        rendering = Rendering(item, previous=previous)
        made.append(node(rendering))
        previous = rendering.first_names or ()
    return made


@pytest.mark.parametrize("rule", RULES)
def test_names_of_the_entry_before(rule):
    """The partial rules go by the definition in the text: in the specification's table they leave a few repeated names standing."""
    xml = """<names variable="author"><name and="symbol" delimiter-precedes-last="never"
      delimiter-precedes-et-al="never" et-al-min="4" et-al-use-first="2"/></names>"""
    assert in_turn(xml, ENTRIES, "—", rule) == RULES[rule].split("|")


def test_labels_stay_and_do_not_count():
    # CSL test suite, sort_DropNameLabelInSort, sort_SeparateAuthorsAndOthers
    xml = """<names variable="author"><name/><label prefix=" "/><substitute><names variable="editor"/></substitute></names>"""
    assert in_turn(xml, [{"author": JANE}, {"editor": JANE}], "—", "complete-all") == ["Jane Roe", "— editor"]


def test_a_title_that_stands_in_is_replaced_too():
    # CSL test suite, name_SubstitutePartialEach
    for rule in RULES:
        assert in_turn(EDITOR_OR_TITLE, [{"title": "T"}, {"title": "T"}, {"title": "U"}], "—", rule) == [
            "[T]",
            "[—]",
            "[U]",
        ]


def test_only_the_first_names_of_an_entry_are_replaced():
    # CSL test suite, name_SubsequentAuthorSubstituteMultipleNames
    node = names_node(EDITOR_OR_TITLE, subsequent_author_substitute="—")
    rendering = Rendering({"author": JANE}, previous=["Roe"])
    assert [node(rendering), node(rendering)] == ["[—]", "[Roe]"]


def test_a_list_that_is_cut_is_not_the_list_of_those_shown():
    xml = '<names variable="author"><name et-al-min="2" et-al-use-first="1"/></names>'
    assert in_turn(xml, [authors(DOE), authors(DOE, SMITH)], "—", "complete-all") == ["Doe", "Doe et al."]


def test_nothing_is_replaced_in_sort_keys():
    node = names_node(EDITOR_OR_TITLE, subsequent_author_substitute="—")
    assert node(Rendering({"author": JANE}, previous=["Roe"], sorting=True)) == "Roe"
