"""The tables of EndNote's reference types."""

import pytest

from citekit.exchange.endnote_xml.kinds import KINDS, kind_for, kind_of
from citekit.exchange.endnote_xml.rows import ROWS


def test_numbers_and_names_are_unique():
    numbers = [kind.number for kind in KINDS if kind.number]
    assert len(set(numbers)) == len(numbers)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_row_that_holds_a_field_means_that_field(kind):
    for name in {*ROWS.values(), *kind.rows.values()} - {""}:
        row = kind.row(name)
        assert not row or kind.meaning(row) == name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_is_found_by_its_name_and_number(kind):
    assert kind_of(kind.name, "0") is kind
    assert kind_of(kind.name.upper(), "13") is kind
    if kind.number:
        assert kind_of("", str(kind.number)) is kind


def test_our_types_are_written_as_a_type_that_is_read_as_ours():
    assert kind_for("article", "", False).name == "Journal Article"
    assert kind_for("article", "newspaper", False).name == "Newspaper Article"
    assert kind_for("book", "", True).name == "Edited Book"
    assert kind_for("nobody knows", "", False).name == "Generic"
