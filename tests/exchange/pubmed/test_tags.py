"""The table of MEDLINE's tags."""

import re

from citekit.exchange.pubmed.tags import ABOUT_ONE, BEFORE, BEHIND, NOTICES, TAGS, VERBATIM, WHOLE, field_of


def test_every_tag_fits_its_four_columns():
    assert all(re.fullmatch("[A-Z]{2,4}", tag) for tag in TAGS)


def test_tags_that_other_tables_name_are_tags():
    assert {*ABOUT_ONE, *NOTICES, *WHOLE, *BEFORE, *BEHIND} <= TAGS.keys()
    assert len({*BEFORE, *BEHIND}) == len(BEFORE) + len(BEHIND)


def test_a_notice_is_kept_as_it_stands_too():
    assert all(TAGS[tag] == VERBATIM for tag in NOTICES)


def test_tags_without_a_field_keep_their_name():
    assert field_of("SFM") == "nbib-sfm"
    assert field_of("pubmed-sections") == "pubmed-sections"
