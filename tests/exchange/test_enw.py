"""EndNote's tags as tables."""

from __future__ import annotations

import re

import pytest

from citekit.exchange import enw
from citekit.exchange.ris import types as ris_types


@pytest.mark.parametrize("kind", sorted(ris_types.TYPES))
def test_what_is_written_means_the_same_when_read(kind):
    for field, tag in enw.tags(kind).items():
        meaning = enw.meaning(kind, tag)
        assert meaning == field or meaning.startswith("("), (kind, field, tag)


@pytest.mark.parametrize(
    ("kind", "field", "tag"),
    [
        ("JOUR", "container", "J"),
        ("JOUR", "container_short", "O"),
        ("CHAP", "container", "B"),
        ("CHAP", "serieseditor", "Y"),
        ("BOOK", "series", "B"),
        ("BOOK", "edition", "7"),
        ("CONF", "container", "3"),
        ("CONF", "eventtitle", "B"),
        ("THES", "school", "I"),
        ("PAT", "holder", "I"),
        ("COMP", "version", "7"),
    ],
)
def test_the_tag_of_a_field(kind, field, tag):
    assert enw.tags(kind)[field] == tag


def test_every_sign_has_a_word_of_its_own():
    signs = {tag for tag in enw.TAGS - enw.BOOKKEEPING if not tag.isalnum()}
    assert signs == enw.WORDS.keys()
    assert len(set(enw.WORDS.values())) == len(enw.WORDS)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]+", word) for word in enw.WORDS.values())
