"""The short way for records by the million must say of every record what the long way says."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit import plain_records
from citekit.dedupe import group
from citekit.dedupe.description import described
from citekit.readers import records
from citekit.values.name_exports import parse_exported

WORK = {
    "type": "article",
    "author": "Smith, J. and Roe, R.",
    "title": "Robust cohort analysis in chronic renal infection",
    "container": "Archives of Renal Medicine",
    "year": "2001",
    "volume": "14",
    "issue": "3",
    "pages": "101-17",
    "doi": "10.1234/ARM.2001.00014",
}


def but(**changes):
    return {name: value for name, value in (WORK | changes).items() if value is not None}


RECORDS = {
    "the usual words": WORK,
    "nothing but a title": {"title": "Editorial"},
    "null and empty": but(volume=None, issue="", doi=None) | {"pages": None},
    "numbers for text": but(year=2001, volume=14),
    "markup and entities": but(title="Il1rn<sup>-/-</sup> mice &amp; men", author="Lud&#228;scher, B."),
    "another word for the container": {name: v for name, v in WORK.items() if name != "container"}
    | {"journal": "Lancet"},
    "a subtitle, and an editor for the author": but(author=None) | {"subtitle": "a study", "editor": "Roe, R."},
    "a date for the year": but(year=None) | {"date": "2001-05-03"},
    "a list of authors": but(author=["Smith, Jane", "Roe, Richard"]),
    "people as objects": but(author=[{"family": "Smith", "given": "Jane"}]),
    "nobody": but(author="[No authors listed]"),
    "a preprint by its place": but(type="misc", container="bioRxiv", volume=None, issue=None, pages=None),
    "a preprint by its type": but(type="preprint"),
    "a preprint by its eprint": but(container=None, volume=None, issue=None, pages=None) | {"eprint": "2001.00014"},
    "a preprint by its DOI": but(type="misc", container=None, volume=None, doi="10.48550/arXiv.2001.00014"),
    "a number of PubMed as eprint": but(container=None, volume=None) | {"eprint": "19762550", "eprinttype": "pubmed"},
    "a type in other letters": but(type="Journal Article"),
    "no type": but(type=None),
    "a chapter": but(type="chapter"),
    "fields nobody knows": WORK | {"abstract": "Long.", "screened": True},
    "a PubMed number": WORK | {"pmid": "19762550"},
    "spaces and dashes": but(title="  Robust   cohort\tanalysis ", pages="101–117"),
}


def both_ways(tmp_path, said):
    file = tmp_path / "records.jsonl"
    lines = [json.dumps({"id": f"r{number}"} | each) for number, each in enumerate(said)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return plain_records.read([str(file)]), records.read(file.read_text(encoding="utf-8"), str(file))


@pytest.mark.parametrize("said", RECORDS.values(), ids=RECORDS)
def test_a_record_is_described_alike(tmp_path, said):
    short, long = both_ways(tmp_path, [said])
    (ours,) = short.descriptions
    if isinstance(ours.author, str):
        ours = ours._replace(author=parse_exported(ours.author))
    assert ours == described(long.references[0])


VALUES = {
    name: st.sampled_from(["", *sorted({str(each[name]) for each in RECORDS.values() if each.get(name)})])
    for name in WORK
} | {
    "author": st.sampled_from(
        [
            "",
            "Smith, J. and Roe, R.",
            "Smith, J.; Roe, R.",
            "Smith J, Roe R",
            "J. Smith and R. Roe",
            "[No authors listed]",
        ]
    ),
    "title": st.sampled_from(
        [WORK["title"], WORK["title"].upper(), "Editorial", "  Editorial ", "Editorial & more", ""]
    ),
    "doi": st.sampled_from(["", WORK["doi"], f"https://doi.org/{WORK['doi']}"]),
    "note": st.sampled_from(["", "x", " x ", 1, ["a"], ["b"]]),
    "editor": st.sampled_from(["", "", "", "Roe, R."]),
}


@given(st.lists(st.fixed_dictionaries(VALUES), min_size=1, max_size=8))
def test_records_are_grouped_alike(tmp_path_factory, said):
    short, long = both_ways(tmp_path_factory.mktemp("records"), said)
    found, expected = short.group("together"), group(long.references, versions="together")
    assert (found.groups, found.pairs, found.versions) == (expected.groups, expected.pairs, expected.versions)


LITTLE = {
    "nothing at all": ({}, {}, False),
    "nothing but a type": ({"type": "article"}, {"type": "article"}, False),
    "one title, no more": ({"title": "Editorial"}, {"title": "Editorial"}, True),
    "more of which nothing is known": ({"title": "Editorial", "note": "a"}, {"title": "Editorial", "note": "b"}, False),
    "publishers": ({"title": "Editorial", "publisher": "A"}, {"title": "Editorial", "publisher": "B"}, False),
    "people in other forms": (
        {"title": "Editorial", "author": "Smith, J. and Roe, R."},
        {"title": "Editorial", "author": "Smith, J.; Roe, R."},
        True,
    ),
    "spaces": ({"title": "Editorial", "note": "a  b"}, {"title": "Editorial ", "note": "a b"}, True),
    "merged before": ({"title": "Editorial", "ids": ["r0", "r7"]}, {"title": "Editorial", "ids": ["r1"]}, True),
}


@pytest.mark.parametrize("case", LITTLE)
def test_records_that_say_too_little_are_one_where_all_they_say_is_equal(tmp_path, case):
    one, other, same = LITTLE[case]
    short, long = both_ways(tmp_path, [one, other])
    assert len(group(long.references).groups) == 2 - same
    assert len(short.group("apart").groups) == 2 - same


NOT_PLAIN = {
    "a broken line": '{"id": "a", "title": "X"}\n{"id": "b", "tit\n',
    "an id that comes twice": '{"id": "a", "title": "X"}\n{"id": "a", "title": "Y"}\n',
    "no id": '{"title": "X"}\n',
    "an array": '[{"id": "a", "title": "X"}]\n',
    "half a character": '{"id": "a", "title": "\\ud800"}\n',
    "BibTeX": "@article{a, title = {X}}\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_what_takes_the_long_way(tmp_path, text):
    file = tmp_path / "records.jsonl"
    file.write_text(text, encoding="utf-8")
    assert plain_records.read([str(file)]) is None


def test_a_file_given_twice_one_that_is_not_there_and_standard_input_take_the_long_way(tmp_path):
    file = tmp_path / "records.jsonl"
    file.write_text('{"id": "a", "title": "X"}\n', encoding="utf-8")
    assert plain_records.read([str(file)])
    assert plain_records.read([str(file), str(file)]) is None
    assert plain_records.read([str(tmp_path / "none.jsonl")]) is None
    assert plain_records.read(["-"]) is None
