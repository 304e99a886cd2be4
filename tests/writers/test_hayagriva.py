"""Hayagriva YAML as citekit writes it (https://github.com/typst/hayagriva/blob/main/docs/file-format.md)."""

from hypothesis import given
from hypothesis import strategies as st

from citekit.formats import Input
from citekit.model import Library, Names, Reference
from citekit.readers.hayagriva import READER
from citekit.values.names import Person
from citekit.writers.hayagriva import WRITER


def written(*references):
    return WRITER.write(Library(references)).data.decode()


def test_an_article():
    reference = Reference("article", "doan2020").with_fields(
        {
            "title": "Kinetics & {luminescence}", "author": Names((Person("Doan", "T. D."), Person("Haug", "Hartmut"))), "year": "2020",
            "month": "oct", "day": "14", "container": "Physical Review B", "container_short": "PRB", "volume": "102", "number": "16",
            "pages": "165126--165139", "doi": "10.1103/x", "url": "https://x.org/a", "urldate": "2021-01-02", "issn": "1234-5678",
        }
    )  # fmt: skip
    assert (
        written(reference)
        == """\
doan2020:
  type: article
  title: Kinetics & \\{luminescence\\}
  author:
  - Doan, T. D.
  - Haug, Hartmut
  date: "2020-10-14"
  page-range: "165126-165139"
  url:
    value: https://x.org/a
    date: "2021-01-02"
  serial-number:
    doi: 10.1103/x
  parent:
    type: periodical
    title:
      value: Physical Review B
      short: PRB
    volume: 102
    issue: 16
    serial-number:
      issn: "1234-5678"
"""
    )


def test_a_chapter_in_a_series():
    reference = Reference("incollection", "moore").with_fields(
        {"title": "T", "container": "Automata", "editor": Names((Person("Shannon", "C."),)), "series": "Annals", "number": "34", "publisher": "P",
         "address": "Princeton"}
    )  # fmt: skip
    assert (
        written(reference)
        == """\
moore:
  type: anthos
  title: T
  parent:
    type: anthology
    title: Automata
    editor: Shannon, C.
    publisher:
      name: P
      location: Princeton
    parent:
      type: anthology
      title: Annals
      volume: 34
"""
    )


def test_no_two_entries_have_one_key():
    text = written(Reference("book", "x"), Reference("book", "x").with_field("title", "T"), Reference("book"))
    assert len({reference.key for reference in READER.read(Input.of_text(text, "a.yml"))}) == 3


def test_an_empty_library():
    assert written() == "{}\n"


def test_what_hayagriva_does_not_hold_is_told_once_for_each_field():
    said = {"title": "T", "keywords": "a, b", "language": "eng; ger"}
    problems = WRITER.write(Library(tuple(Reference("book", key).with_fields(said) for key in "ab"))).problems
    assert [str(problem) for problem in problems] == [
        "a: Hayagriva has no place for keywords, which is left out (2 references)",
        "a: Hayagriva has no place for language, which is left out (2 references)",
    ]


ODD = st.sampled_from(
    ["no", "~", "null", "1e5", "0x1F", "2009-06-04", "12:30", "- a", "a: b", "# a", "}", "$", "\\", "'", "a b"]
)


@given(
    st.dictionaries(
        st.sampled_from(["title", "container", "publisher", "note", "volume", "edition", "number", "doi"]), ODD
    )
)
def test_every_reference_comes_back_whole(said):
    text = written(Reference("article", "a").with_fields(said))
    again = READER.read(Input.of_text(text, "a.yml")).references[0]
    assert {name: again.get(name) for name in again.fields} == said
