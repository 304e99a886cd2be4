"""The merge as golden files: each tells what it is about, then base, ours, theirs, what comes out, and what is said."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from citekit.git import Markers, UnmergeableError, merge3

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def sections(path: Path) -> dict[str, str]:
    _, *parts = re.split(r"^==== (\w+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_golden_file(path):
    case = sections(path)
    outcome = merge3(case["base"], case["ours"], case["theirs"])
    assert outcome.text == case["expected"]
    said = [str(decision) for decision in outcome.decisions] + ([outcome.summary] if outcome.summary else [])
    for line, expected in zip(said, case["said"].splitlines(), strict=True):
        assert line == expected or fnmatchcase(line, expected)
    assert outcome.conflicts == case["said"].count("CONFLICT")


ENTRY = "@article{smith2009,\n  year = {%s},\n  title = {On Rivers},\n}\n"


def test_markers_have_the_size_and_names_asked_for_and_the_base():
    markers = Markers(9, "HEAD", "topic", "1a2b3c", show_base=True)
    assert merge3(ENTRY % 2009, ENTRY % 2010, ENTRY % 2011, markers).text == (
        "@article{smith2009,\n"
        "<<<<<<<<< HEAD\n  year = {2010},\n||||||||| 1a2b3c\n  year = {2009},\n=========\n  year = {2011},\n>>>>>>>>> topic\n"
        "  title = {On Rivers},\n}\n"
    )


@pytest.mark.parametrize(
    ("theirs", "reason"),
    [
        ("<<<<<<< HEAD\n" + ENTRY % 1 + "=======\n>>>>>>> topic\n", "theirs still has conflict markers (line 1)"),
        (ENTRY % 1 + "@article{broken, title = {\n", "a block that is not BibTeX differs between the sides"),
    ],
)
def test_what_is_not_merged_by_entries(theirs, reason):
    with pytest.raises(UnmergeableError, match=re.escape(reason)):
        merge3(ENTRY % 2009, ENTRY % 2010, theirs)


def test_text_without_any_entry_is_not_merged_by_entries():
    with pytest.raises(UnmergeableError, match="no entry"):
        merge3("notes\n", "our notes\n", "their notes\n")


def test_an_entry_that_is_not_closed_swallows_nothing():
    base = "@misc{a, title = {A}}\n"
    with pytest.raises(UnmergeableError, match="not closed"):
        merge3(base, base + "@misc{b, title = {B}\n", base + "\nyear = 2009}\n")


def test_two_works_of_one_key_beside_a_conflict_do_not_nest_markers():
    base = (
        "@article{a,\n  author = {Brown, Carl},\n  title = {Soils of the Upper Valley and Their Fauna},\n"
        "  journal = {Soil Letters},\n  year = {2015},\n  volume = {3},\n  pages = {1--9},\n  note = {read},\n}\n"
    )
    ours = base.replace("{a,", "{b,").replace("{read}", "{read twice}")
    theirs = base.replace("{read}", "{unread}") + "\n@book{b,\n  author = {Zhou, Wei},\n  title = {Glass},\n}\n"
    outcome = merge3(base, ours, theirs)
    marks = re.findall("^(?:<{7}|={7}|>{7})", outcome.text, re.MULTILINE)
    assert marks == ["<<<<<<<", "=======", ">>>>>>>"] * 2
    assert "@article{b," in outcome.text
    assert "@book{ba," in outcome.text


def test_entries_that_cannot_be_cut_at_their_fields_are_marked_whole():
    base = "@misc{a, title = {A} year = 2000}\n"  # no comma
    outcome = merge3(base, base.replace("2000", "2001"), base.replace("{A}", "{B}"))
    assert outcome.text == (
        "<<<<<<< ours\n@misc{a, title = {A} year = 2001}\n=======\n@misc{a, title = {B} year = 2000}\n>>>>>>> theirs\n"
    )
