"""The tables of MODS: roles, genres, types."""

import pytest

from citekit.exchange.mods.forms import FORMS, form_of, subtype_of, type_of
from citekit.exchange.mods.roles import RELATORS, relator, role_of
from citekit.vocabulary import NAME_FIELDS

BODIES = {"school", "institution", "organization", "publisher"}


def test_roles_are_fields_that_hold_people_or_bodies():
    assert {ours for _, _, ours in RELATORS} <= {*NAME_FIELDS, *BODIES}
    assert len({code for code, _, _ in RELATORS}) == len(RELATORS)


@pytest.mark.parametrize("name", sorted({ours for _, _, ours in RELATORS}))
def test_a_role_that_is_written_is_read_as_the_same(name):
    code, term = relator(name)
    assert role_of(code) == role_of(term) == name


@pytest.mark.parametrize(
    ("word", "field"),
    [
        ("aut", "author"),
        ("Editor.", "editor"),
        ("http://id.loc.gov/vocabulary/relators/trl", "translator"),
        ("degree grantor", "school"),
        ("falconer", ""),
    ],
)
def test_roles(word, field):
    assert role_of(word) == field


@pytest.mark.parametrize("kind", sorted(set(FORMS) - {"inbook", "music"}))
def test_the_genres_of_a_type_say_that_type(kind):
    """`inbook` and `music` have no words of their own; the writer adds a genre that names the type."""
    form = form_of(kind)
    host = tuple(term for _, term in form.host) or None
    assert type_of(tuple(term for _, term in form.genres), host, resource=form.resource, issuance=form.issuance) == kind


def test_what_holds_the_work_tells_the_type():
    assert type_of(("article",), ("newspaper",)) == "article"
    assert subtype_of(("article",), ("newspaper",)) == "newspaper"
    assert type_of((), ("conference publication",)) == "inproceedings"
    assert type_of(("book",), ()) == "incollection"
    assert type_of((), None, resource="cartographic") == "image"
