"""CSL-YAML as pandoc's manual describes it (https://pandoc.org/MANUAL.html#specifying-bibliographic-data)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import InputError
from citekit.formats import Input
from citekit.model import Names
from citekit.readers import from_text
from citekit.readers.csl_yaml import READER
from citekit.values.names import Person

ITEMS = """\
references:
- id: fenner2012a
  title: One-click *science* marketing, H~2~O and [mRNA]{.nocase}
  type: article-journal
  author:
  - family: Fenner
    given: Martin
  - literal: World Health Organization
  container-title: Nature Materials
  volume: 11
  URL: 'https://doi.org/10.1038/nmat3283'
  DOI: 10.1038/nmat3283
  issue: 4
  page: 261-263
  language: no
  number-of-pages: 010
  issued:
    year: 2012
    month: 3
- id: doe
  type: book
  title: "Two: a title"
  author:
    family: van der Doe
    given: Jane
  issued: 1999/2000~
"""


def given_text(text, file="a.yaml"):
    return Input.of_text(text, file)


def read(text, file="a.yaml"):
    return READER.read(given_text(text, file))


SHAPES = {
    "a file": ITEMS,
    "with marks": f"---\n{ITEMS}...\n",
    "with another end": f"---\n{ITEMS}---\n",
    "front matter": f"---\ntitle: A paper\nnocite: '@*'\n{ITEMS}---\n\n# Introduction\n\n- a list\n- of things\n",
    "front matter after": f"---\n{ITEMS}author: Jane\n---\n\nText.\n",
    "metadata in the middle": f"# Text\n\nreferences: are below\n\n---\n{ITEMS}...\n\nMore.\n",
    "a comment": f"# my references\n{ITEMS}",
    "a list alone": ITEMS.removeprefix("references:\n"),
    "indented": "references:\n" + "\n".join("  " + line for line in ITEMS.split("\n")[1:]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_files(shape):
    text = SHAPES[shape]
    assert READER.recognise(given_text(text))
    library = from_text(text, "paper.md" if "front" in shape else "a.yaml")
    assert library.format == "csl-yaml"
    assert [reference.key for reference in library] == ["fenner2012a", "doe"]
    for reference in library:
        assert text.split("\n")[reference.origin.line - 1].strip(" -") == f"id: {reference.key}"
        assert reference.origin.text.startswith(f"id: {reference.key}\n")


def test_an_item():
    first, second = read(ITEMS)
    assert {name: first.get(name) for name in first.fields} == {
        "title": "One-click science marketing, H₂O and mRNA",
        "author": "Fenner, Martin and World Health Organization",
        "container": "Nature Materials",
        "volume": "11",
        "url": "https://doi.org/10.1038/nmat3283",
        "doi": "10.1038/nmat3283",
        "number": "4",
        "pages": "261--263",
        "language": "no",
        "pagetotal": "010",
        "year": "2012",
        "month": "mar",
    }
    assert second.author == Names((Person("Doe", "Jane", "van der"),))
    assert (second.get("year"), second.get("date")) == ("1999", "1999/2000~")


DATES = [
    ("2009-06-04", {"year": "2009", "month": "jun", "day": "4"}),
    ("2009", {"year": "2009"}),
    ("[{year: 2009, month: 6}]", {"year": "2009", "month": "jun"}),
    ("\n  - year: 1999\n  - year: 2000", {"year": "1999", "date": "1999/2000"}),
    ("{date-parts: [[2009, 6]]}", {"year": "2009", "month": "jun"}),
    ("\n    date-parts:\n    - - 2009\n    season: 1", {"year": "2009", "date": "2009-21"}),
    (r"1850\~", {"year": "1850", "date": "1850~"}),
    ("{literal: in press}", {"year": "in press"}),
    ("-0043-03-15", {"year": "-44", "date": "-0043-03-15"}),
    ("~", {}),
]


@pytest.mark.parametrize(("said", "meant"), DATES)
def test_dates(said, meant):
    reference = read(f"references:\n- id: a\n  type: book\n  issued: {said}\n").references[0]
    assert {name: reference.get(name) for name in reference.fields} == meant


def test_an_item_that_is_broken_is_kept_and_the_rest_is_read():
    text = ITEMS.replace('"Two: a title"', "Two: a title") + "- id: last\n  type: book\n- no item\n"
    library = read(text)
    assert [reference.key for reference in library] == ["fenner2012a", "last"]
    assert [(block.kind, block.line, block.text.split("\n")[0]) for block in library.blocks] == [
        ("failed", 20, "- id: doe"),
        ("failed", 29, "no item"),
    ]
    assert [str(problem) for problem in library.problems if problem.kind == "syntax"] == [
        "a.yaml:20: left out: no YAML; mapping values are not allowed in this context in line 22",
        "a.yaml:29: left out: no item",
    ]


def test_what_stands_behind_a_broken_list_is_no_item():
    library = read("references:\n- id: a\n  title: Two: titles\n- id: b\n  type: book\nother:\n- id: c\n")
    assert [reference.key for reference in library] == ["b"]


def test_an_id_that_comes_twice_is_told():
    library = read(ITEMS.replace("fenner2012a", "doe"))
    assert [str(problem) for problem in library.problems if problem.kind == "duplicate-key"] == [
        "a.yaml:20: doe: the id doe also stands in line 2"
    ]


def test_aliases_are_followed():
    library = read("references:\n- &a {id: a, type: book, publisher: P}\n- {<<: *a, id: b}\n")
    assert [(reference.key, reference.get("publisher")) for reference in library] == [("a", "P"), ("b", "P")]


def bomb():
    lines = ["  a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
    ]
    return "references:\n- id: z\n" + "\n".join(lines) + "\n- id: b\n  type: book\n"


HOSTILE = {
    "a bomb": bomb(),
    "a circle": "references:\n- &z\n  id: z\n  title: *z\n- id: b\n  type: book\n",
    "a deep nest": f"references:\n- id: z\n  a: {'[' * 50_000}\n- id: b\n  type: book\n",
    "Python": "references:\n- id: z\n  a: !!python/object/apply:os.system [x]\n  *q\n- id: b\n  type: book\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_yaml_is_refused(kind):
    library = read(HOSTILE[kind])
    assert [reference.key for reference in library] == ["b"]
    assert [(problem.kind, problem.line) for problem in library.problems] == [("syntax", 2)]


OTHERS = {
    "a configuration": "name: test\non: [push]\njobs:\n  build:\n    steps:\n    - uses: x\n",
    "Hayagriva": "harry:\n  type: Book\n  title: Harry\n",
    "CITATION.cff": "cff-version: 1.2.0\nreferences:\n- type: article\n  title: T\n",
    "text": "References:\n- Smith J. On things. J Things. 2009.\n- Roe R. On others.\n",
    "a list": "- one\n- two\n",
    "tasks": "- name: install\n  type: book\n  apt: x\n",
    "Markdown": "---\ntitle: A paper\n---\n\n# References\n\nreferences: none\n",
    "a line": "references:\n",
    "JSON": '[{"id": "a", "type": "book"}]',
}


@pytest.mark.parametrize("kind", [name for name in OTHERS if name != "tasks"])
def test_other_files_are_not_taken(kind):
    assert not READER.recognise(given_text(OTHERS[kind], "a.yaml"))


def test_no_list_is_an_error():
    with pytest.raises(InputError, match="no list of references"):
        read("title: A paper\n")


@given(st.text(alphabet="-: [{}]&*!|>'\"#~ab\n\t\x07\u2028"))
def test_any_text_is_read(text):
    READER.recognise(given_text(text))
    read("references:\n- id: a\n  title: " + text)
