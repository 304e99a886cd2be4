"""Lines with tags, whatever the tags mean."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from citekit.readers.tagged import Record, Tag, records

TAG = re.compile(r"(?P<tag>[A-Za-z][A-Z0-9])  - ?(?P<value>.*)")


def ris(text: str) -> list[Record]:
    return list(records(text, TAG, begins={"TY"}, ends={"ER"}))


def test_a_record_has_its_tags_their_lines_and_its_verbatim_text():
    text = "\n\nTY  - JOUR\nTI  - One\n  title\n\n  more \nVL  - \nER  - \n\n"
    assert ris(text) == [
        Record(
            3,
            "TY  - JOUR\nTI  - One\n  title\n\n  more \nVL  - \nER  - ",
            (Tag("TY", "JOUR", 3), Tag("TI", "One\ntitle\n\nmore", 4), Tag("VL", "", 8)),
        )
    ]


def test_a_value_on_several_lines_is_one_line_when_asked_for():
    record = ris("TY  - JOUR\nAB  - One\n   two\n\nthree\nER  - ")[0]
    assert record.tags[1].text == "One two three"
    assert record.all("AB", "TY") == ["JOUR", "One two three"]
    assert record.first("N2", "AB") == "One two three"
    assert record.first("N2") == ""


def test_tags_are_in_capitals():
    assert ris("tY  - JOUR\nER  - ")[0].tags == (Tag("TY", "JOUR", 1),)


def test_text_outside_records_is_a_record_without_tags():
    found = ris("Record 1 of 2\n\nProvider: X\nTY  - JOUR\nER  - \n2.\nTY  - BOOK\nER  - ")
    assert [(each.line, each.text, bool(each.tags)) for each in found] == [
        (1, "Record 1 of 2\n\nProvider: X", False),
        (4, "TY  - JOUR\nER  - ", True),
        (6, "2.", False),
        (7, "TY  - BOOK\nER  - ", True),
    ]


def test_a_record_that_does_not_end_says_so():
    found = ris("TY  - JOUR\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - \nTY  - CHAP\nTI  - Cut")
    assert [(each.first("TI"), each.ended) for each in found] == [("One", False), ("Two", True), ("Cut", False)]


def test_a_record_without_its_first_tag_is_a_record():
    found = ris("TY  - JOUR\nER  - \nTI  - Two\nER  - ")
    assert [each.first("TI") for each in found] == ["", "Two"]


def test_an_end_without_a_record_is_text_outside():
    assert ris("ER  - ") == [Record(1, "ER  - ")]


def test_an_empty_line_may_end_a_record():
    tag = re.compile(r"%(?P<tag>[A-Z]) (?P<value>.*)")
    found = list(records("%A Ann\n%T One\n \n%A Ben\n goes on\n", tag, begins=set(), blank_ends=True))
    assert [(each.line, each.tags) for each in found] == [
        (1, (Tag("A", "Ann", 1), Tag("T", "One", 2))),
        (4, (Tag("A", "Ben\ngoes on", 4),)),
    ]
    assert all(each.ended for each in found)


def test_tags_of_a_header_stand_outside():
    tag = re.compile(r"(?P<tag>[A-Z]{2}) ?(?P<value>.*)")
    text = "FN Web\nVR 1.0\nPT J\nTI One\nER\n\nEF"
    found = list(records(text, tag, begins={"PT"}, ends={"ER"}, outside={"FN", "VR", "EF"}))
    assert [each.text for each in found if not each.tags] == ["FN Web", "VR 1.0", "EF"]
    assert [each.tags for each in found if each.tags] == [(Tag("PT", "J", 3), Tag("TI", "One", 4))]


def test_only_a_newline_ends_a_line():
    assert ris("TY  - a\x0bb\u2028c\nER  - ")[0].tags == (Tag("TY", "a\x0bb\u2028c", 1),)


LINES = st.sampled_from(["TY  - JOUR", "TI  - One", "ER  - ", "text", "  more", "", "   ", "ZZ  - ", "TY  - "])


@given(st.lists(LINES, max_size=30), st.booleans())
def test_every_line_that_is_not_empty_is_in_one_record_in_its_place(lines, blank_ends):
    text = "\n".join(lines)
    found = list(records(text, TAG, begins={"TY"}, ends={"ER"}, outside={"ZZ"}, blank_ends=blank_ends))
    kept = [line for each in found for line in each.text.split("\n") if line.strip()]
    assert kept == [line for line in lines if line.strip()]
    for each in found:
        first = each.text.split("\n")[0]
        assert lines[each.line - 1] == first
        for tag in each.tags:
            assert lines[tag.line - 1].startswith(f"{tag.name}  -")
