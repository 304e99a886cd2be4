"""How much must agree: each case stands at one of the thresholds, and the next to it on the other side."""

from __future__ import annotations

import pytest

from citekit.model import Field, Names, Person, Reference
from citekit.sources.work import Work
from citekit.validate import judge, told
from citekit.validate.title import check_title

LONG = "Inflammation in pregnancy and its roles in reproductive physiology"
MIDDLING = "Increased risk of gastric cancer"
SHORT = "Gastric cancer"
OURS = {"year": "2009", "volume": "12", "number": "7", "pages": "333--340", "container": "Gut"}
THEIRS = {"years": ("2009",), "volume": "12", "issue": "7", "pages": "333-340", "containers": ("Gut",)}
FIELD = {"years": "year", "issue": "number", "containers": "container"}
WRONG = {"year": "1990", "volume": "99", "pages": "801--805", "container": "Blood"}
ANN = Names((Person("Roe", "Ann"),))


def verdict(title: str, agree: str, wrong: str = "", theirs: str = "") -> str:
    """Where the named fields agree (`a` the author, then the first letter of year, volume, number, pages, container), others differ
    and the rest is not told."""
    named = {name for name in OURS if name[0] in agree}
    fields = {"title": title} | {name: OURS[name] for name in named} | {name: WRONG[name] for name in wrong.split()}
    record = {name: value for name, value in THEIRS.items() if FIELD.get(name, name) in named | set(wrong.split())}
    people = ANN if "a" in agree else Names()
    reference = Reference("article").with_fields({**fields, **({"author": ANN} if people else {})})
    work = Work("10.5555/x", "journal-article", theirs or title, authors=people, **record)  # type: ignore[arg-type]
    return judge(reference, work).verdict


@pytest.mark.parametrize(
    ("title", "agree", "wrong", "theirs", "meant"),
    [
        (MIDDLING, "ay", "", "", "accept"),  # 6: all that a work without volume and page tells
        (LONG, "ay", "", LONG.replace("roles", "role"), "accept"),  # 5: no other work of hers has so long a title
        (MIDDLING, "ay", "", MIDDLING.replace("Increased", "Increasd"), "unsure"),
        (SHORT, "apy", "", "", "accept"),  # 6: a title that many have, and the page
        (SHORT, "ayvc", "", "", "unsure"),  # the same without a page
        (MIDDLING, "apc", "year", "", "accept"),  # 8, and a slip
        (MIDDLING, "pv", "year", "", "unsure"),  # 6
        (MIDDLING, "ayvn", "container", "", "unsure"),  # 8, but no page
        (SHORT, "apvc", "year", "", "accept"),  # all of the place
        (MIDDLING, "ac", "year volume", "", "reject"),
        (MIDDLING, "", "", "", "unsure"),  # 3: worth a look
        (SHORT, "y", "", "", "reject"),  # 2
        (MIDDLING.replace("gastric", "IL1RA"), "aypvc", "", MIDDLING.replace("gastric", "IL1R"), "accept"),
        (MIDDLING.replace("gastric", "IL1RA"), "apvc", "", MIDDLING.replace("gastric", "IL1R"), "unsure"),
    ],
)
def test_thresholds(title, agree, wrong, theirs, meant):
    assert verdict(title, agree, wrong, theirs) == meant


@pytest.mark.parametrize(
    ("ours", "theirs", "weight"),
    [
        ("First results of an expedition to the brains of rats", "First results of", 1),  # what followed was in italics
        ("Brain changes in a hundred small children", "Brain", 0),
        ("Gastroenterological considerations", "Gastroenterological considerations", 1),  # two words
        ("On this and on it", "On this and on it", 1),  # few letters
    ],
)
def test_pieces_and_titles_that_say_little(ours, theirs, weight):
    found = check_title(told(Reference("article", fields={"title": Field(ours)})), Work("10.5555/x", title=theirs))
    assert found.weight == weight
