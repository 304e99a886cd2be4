"""Reading BibTeX: every block kept, every value understood, every trouble told with its line.

Rules from *BibTeXing* (O. Patashnik); the broken files are of kinds that people have sent to the trackers of bibtexparser,
Better BibTeX and biber, written anew.
"""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Library, Names, Person, Reference
from citekit.readers.bibtex import embedded, looks_like, read

FILE = r"""% Reading list
@string{nejm = "N. Engl. J. Med."}
@preamble{"\newcommand{\x}{y}"}

@Article{aksentijevich2009,
  author  = {Aksentijevich, Ivona and van Royen-Kerkhoff, Annet and {World Health Organization} and others},
  title   = {An Autoinflammatory Disease with Deficiency of the {IL-1} Receptor Antagonist},
  journal = nejm,
  month   = jun # "~4",
  Year    = 2009,
  pages   = "2426--2437",
  doi     = {10.1056/NEJMoa0807865},
}

@comment{jabref-meta: x}
"""


def texts(library: Library) -> list[str]:
    return [item.origin.text if isinstance(item, Reference) else item.text for item in library.items]


def bare(text: str) -> str:
    return "".join(text.split())


def only(text: str) -> Reference:
    (reference,) = read(text, "x.bib").references
    return reference


def kinds(library: Library) -> list[str]:
    return ["entry" if isinstance(item, Reference) else item.kind for item in library.items]


def test_a_file_keeps_all_its_blocks_in_order():
    library = read(FILE, "x.bib")
    assert kinds(library) == ["comment", "string", "preamble", "entry", "comment"]
    assert bare("".join(texts(library))) == bare(FILE)
    assert (library.file, library.format, library.problems) == ("x.bib", "bibtex", ())
    assert [block.line for block in library.blocks] == [1, 2, 3, 15]


def test_an_entry_becomes_a_reference():
    reference = only(FILE)
    assert (reference.type, reference.key) == ("article", "aksentijevich2009")
    assert {name: field.value for name, field in reference.fields.items()} == {
        "author": Names(
            (
                Person("Aksentijevich", "Ivona"),
                Person("Royen-Kerkhoff", "Annet", "van"),
                Person("World Health Organization", literal=True),
            ),
            others=True,
        ),
        "title": "An Autoinflammatory Disease with Deficiency of the IL-1 Receptor Antagonist",
        "container": "N. Engl. J. Med.",
        "month": "jun",
        "year": "2009",
        "pages": "2426--2437",
        "doi": "10.1056/NEJMoa0807865",
    }


def test_every_value_knows_where_it_stood():
    reference = only(FILE)
    month = reference.fields["month"].origin
    assert (month.file, month.format, month.line, month.number) == ("x.bib", "bibtex", 9, 1)
    assert (month.text, month.name) == ('jun # "~4"', "month")
    assert reference.fields["year"].origin.name == "Year"
    assert reference.fields["container"].origin.text == "nejm"
    assert (reference.origin.line, reference.origin.number) == (5, 1)
    assert reference.origin.text == FILE[FILE.index("@Article") : FILE.index("\n\n@comment")]


VALUES = [
    ("note = {a} # { b} # 1", "note", "a b1"),
    ('note = "a {"}quoted{"} word"', "note", 'a "quoted" word'),
    (r'note = "Kurt G\"odel"', "note", "Kurt Gödel"),  # BibTeX ends this at the backslash
    (r'note = "Kurt G{\"o}del"', "note", "Kurt Gödel"),
    ("note = {two\n    lines}", "note", "two lines"),
    ("month = {June}", "month", "jun"),
    ("month = jul # {-} # aug", "month", "jul-aug"),
    ("month = {Aug 23--Aug 27}", "month", "aug"),
    ("month = {Michaelmas Term}", "month", "Michaelmas Term"),
    ("note = jan # { 5}", "note", "January 5"),
    ("booktitle = {Proc. of X}", "container", "Proc. of X"),
    ("journaltitle = {J. of X}", "container", "J. of X"),
    ("location = {Basel}", "address", "Basel"),
    ("archivePrefix = {arXiv}", "eprinttype", "arXiv"),
    (r"url = {https://example.org/~me/a\_b%20c}", "url", "https://example.org/~me/a_b%20c"),
    (r"note = {a \{ brace}", "note", "a { brace"),  # unbalanced for BibTeX, but bibtexparser and people mean this
    ("note = missing", "note", "missing"),
    ("note = {one} {two}", "note", "one two"),  # a missing #
]


@pytest.mark.parametrize(("source", "field", "value"), VALUES)
def test_values(source, field, value):
    assert only(f"@misc{{k, {source}}}").get(field) == value
    assert only(f"@misc(k, {source} )").get(field) == value


def test_an_empty_field_is_absent():
    assert only("@misc{k, note = {}, title = { }}").fields == {}


CONTAINERS = [
    ("article", ["journal = {J}", "booktitle = {B}"], {"container": "J", "booktitle": "B"}),
    (
        "article",
        ["booktitle = {B}", "journaltitle = {JT}", "journal = {J}"],
        {"container": "J", "journaltitle": "JT", "booktitle": "B"},
    ),
    ("inproceedings", ["journal = {J}", "booktitle = {B}"], {"container": "B", "journal": "J"}),
    ("book", ["location = {L}", "address = {A}"], {"address": "A", "location": "L"}),
]


@pytest.mark.parametrize(("kind", "sources", "values"), CONTAINERS)
def test_two_names_for_one_field_stay_two_fields(kind, sources, values):
    reference = only(f"@{kind}{{k, {', '.join(sources)}}}")
    assert {name: reference.get(name) for name in reference.fields} == values


def test_the_last_string_before_its_use_wins():
    library = read(
        '@string{a="one"} @misc{x, note=a} @STRING(A = "two") @misc{y, note=A # b} @string{b=" three"}', "x.bib"
    )
    assert [reference.get("note") for reference in library] == ["one", "twob"]
    assert [(problem.kind, problem.key) for problem in library.problems] == [("undefined-string", "y")]


# What stands in the file → (type, key, fields in order) of each entry found, and the problems told.
RECOVERED = {
    "a repeated field: the first wins": (
        "@misc{k,\n title={One},\n title={Two}}",
        [("misc", "k", {"title": "One"})],
        [("repeated-field", 3)],
    ),
    "a repeated key: both stay": (
        "@misc{k, title={One}}\n@misc{k, title={Two}}",
        [("misc", "k", {"title": "One"}), ("misc", "k", {"title": "Two"})],
        [("duplicate-key", 2)],
    ),
    "a hyphenated type": (
        "@www-inproceedings{k, title={One}}",
        [("www-inproceedings", "k", {"title": "One"})],
        [],
    ),
    "a missing comma": (
        "@misc{k, title={One} year=2000\n note={x}}",
        [("misc", "k", {"title": "One", "year": "2000", "note": "x"})],
        [("syntax", 1), ("syntax", 1)],
    ),
    "a missing comma after the key": (
        "@misc{k\n title={One}}",
        [("misc", "k", {"title": "One"})],
        [("syntax", 1)],
    ),
    "no key": (
        "@misc{\n title = {One},\n year = 2000\n}",
        [("misc", "", {"title": "One", "year": "2000"})],
        [("syntax", 1)],
    ),
    "two commas, one after the last field": (
        "@misc{k, title={One}, , year=2000,\n}",
        [("misc", "k", {"title": "One", "year": "2000"})],
        [],
    ),
    "a % comment inside": (
        "@misc{k,\n title={One}, % why, = {not}\n year=2000}",
        [("misc", "k", {"title": "One", "year": "2000"})],
        [("syntax", 2)],
    ),
    "the type and the brace apart": (
        "@misc\n{k, title={One}}",
        [("misc", "k", {"title": "One"})],
        [],
    ),
    "an @ at the start of a line of a value": (
        "@misc{k, note={see\n@book{b, title={B}}\nthere}, year=2000}\n@misc{l, title={Two}}",
        [("misc", "k", {"note": "see @bookb, title=B there", "year": "2000"}), ("misc", "l", {"title": "Two"})],
        [],
    ),
    "the last brace missing": (
        "@misc{k,\n title={One},\n\n@misc{l, title={Two}}",
        [("misc", "k", {"title": "One"}), ("misc", "l", {"title": "Two"})],
        [("syntax", 4)],
    ),
    "a backslash before a brace": (
        "@misc{k, title={ends with \\\\}, year=2000}\n@misc{l, title={Two}}",
        [("misc", "k", {"title": "ends with", "year": "2000"}), ("misc", "l", {"title": "Two"})],
        [],
    ),
    "two backslashes before braces, where bibtexparser stops too early": (
        "@misc{k, title={a \\\\{}}\n}\n@misc{l, title={Two}}",
        [("misc", "k", {"title": "a"}), ("misc", "l", {"title": "Two"})],
        [],
    ),
    "an address is no entry": (
        "Ask someone@example.org (home).\n@misc{l, title={Two}}",
        [("misc", "l", {"title": "Two"})],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", RECOVERED)
def test_what_bibtexparser_gives_up_on_is_recovered(case):
    text, entries, problems = RECOVERED[case]
    library = read(text, "x.bib")
    assert [(r.type, r.key, {name: r.get(name) for name in r.fields}) for r in library] == entries
    assert [(problem.kind, problem.line) for problem in library.problems] == problems
    assert kinds(library)[-len(entries) :] == ["entry"] * len(entries)
    assert bare("".join(texts(library))) == bare(text)


def test_a_hopeless_block_is_kept_and_told():
    text = "@misc{a, title={One}}\n\n@article{b, title = {Two,\n  year = {2000},\n}\n\n@misc{c, title={Three}}\n"
    library = read(text, "x.bib")
    assert kinds(library) == ["entry", "failed", "entry"]
    (problem,) = library.problems
    assert (problem.kind, problem.file, problem.line) == ("syntax", "x.bib", 3)
    assert problem.message == "kept as it is: a brace or a quote in it is never closed"


PIECES = st.sampled_from(
    ["@", "@article{", "@book(", "@string{a=", "@comment{", "@preamble{", "k,", "{", "}", '"', ",", "=", "#", "\\", "%", "\n", " ",
     "title = {A b}", "author = {A and B},", 'year = "1"', "jan", "a", ")", "$", "~", "é", "\ufeff", "\r\n", "\u00a0"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
def test_nothing_is_lost_and_nothing_raises(text):
    library = read(text, "-")
    assert bare("".join(texts(library))) == bare(text)
    assert all(text[start] == "@" or text[start:end].lstrip().startswith("@") for start, end in embedded(text))
    looks_like(text)


def test_bibtexparser_keeps_quiet(caplog):
    read("@misc{k, title={One\n@misc{l}", "-")
    assert not caplog.records


README = """# A tool

Cite it as follows, please, whenever you use the tool in a publication:

@misc{tool, title={A tool}, author={Someone Else}, year=2000}

or, for the second version, which is altogether another thing, as this:

@misc{tool2, title={A tool 2}, author={Someone Else}, year=2001}
"""

RECOGNISED = [
    (FILE, True),
    ("@misc{k, title={One}}", True),
    ("  @misc{k, title={One}", True),  # broken, but BibTeX
    ('@string{a = "b"}\n', True),
    ("\ufeff% only a comment before\n@misc{k, title={One}}", True),
    ("", False),
    ("Plain text.", False),
    ("Write to a@b{c, or d}.", False),
    (README, False),
    (README.replace("#", ""), False),
    ("```bibtex\n@misc{k, title={A long enough title}, author={Someone Else}, year=2000}\n```\n", False),
    ("TY  - JOUR\nTI  - One\nER  - \n", False),
]


@pytest.mark.parametrize(("text", "is_bibtex"), RECOGNISED)
def test_bibtex_is_recognised_by_its_content(text, is_bibtex):
    assert looks_like(text) is is_bibtex


def test_entries_inside_other_text_are_found():
    assert [README[start:end].split(",")[0] for start, end in embedded(README)] == ["@misc{tool", "@misc{tool2"]
    assert embedded("text @misc{k, title={One}}\n@misc{l, title={open}\n") == []


def test_release_1_of_bibtexparser_is_not_asked(monkeypatch):
    """papis and pyzotero bring it; what cannot be read is kept all the same."""
    monkeypatch.setitem(sys.modules, "bibtexparser.splitter", None)
    library = read("@misc{a, title={One}}\n@article{b, title = {Two,\n@misc{c, title={Three}}\n", "x.bib")
    assert kinds(library) == ["entry", "failed", "entry"]
