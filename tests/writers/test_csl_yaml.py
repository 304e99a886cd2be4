"""CSL-YAML as citekit writes it."""

from hypothesis import given
from hypothesis import strategies as st

from citekit.formats import Input
from citekit.model import Library, Names, Reference
from citekit.readers.csl_yaml import READER
from citekit.values.names import Person
from citekit.writers.csl_yaml import WRITER


def written(*references):
    return WRITER.write(Library(references)).data.decode()


def test_a_library():
    reference = Reference("article", "doe2009").with_fields(
        {
            "title": "no", "author": Names((Person("Berg", "Anna", "van der"), Person("World Bank", literal=True)), others=True), "year": "2009",
            "month": "jun", "container": "J *Things*", "volume": "010", "pages": "354--357",
        }
    )  # fmt: skip
    assert (
        written(reference)
        == """\
---
references:
- id: doe2009
  type: article-journal
  citation-key: doe2009
  author:
  - family: Berg
    given: Anna
    non-dropping-particle: van der
  - literal: World Bank
  - literal: others
  issued: "2009-06"
  container-title: J \\*Things\\*
  title: 'no'
  page: "354-357"
  volume: "010"
...
"""
    )


def test_markup_comes_back():
    text = "references:\n- id: a\n  type: book\n  title: On *Il1rn* and H~2~O, [mRNA]{.nocase}\n"
    library = READER.read(Input.of_text(text, "a.yaml"))
    assert "  title: On *Il1rn* and H~2~O, [mRNA]{.nocase}\n" in written(*library.references)


DATES = [
    ({"year": "2009"}, 'issued: "2009"\n'),
    ({"year": "2009", "date": "2009-21"}, "issued:\n    date-parts:\n    - - 2009\n    season: 1\n"),
    ({"date": "1999/2000~"}, "issued: 1999/2000\\~\n"),
    ({"date": "-0043-03-15"}, 'issued: "-0043-03-15"\n'),
    ({"year": "in press"}, "issued:\n    literal: in press\n"),
    ({"date": "Y17000"}, "issued:\n    date-parts:\n    - - 17000\n"),
]


def test_dates():
    for said, meant in DATES:
        assert meant in written(Reference("book", "a").with_fields(said))


WORDS = (
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
ODD = (
    st.sampled_from(
        ["no", "~", "null", "1e5", "0x1F", "2009-06-04", "12:30", "- a", "a: b", "# a", "*a*", "{a}", "'", "a\tb"]
    )
    | WORDS
)


@given(
    st.dictionaries(
        st.sampled_from(["title", "container", "publisher", "note", "series", "address", "csl-scale"]),
        ODD.map(str.strip),
    )
)
def test_every_reference_comes_back_whole(said):
    said = {name: " ".join(value.split()) for name, value in said.items() if not (name == "note" and ":" in value)}
    text = written(Reference("book", "a").with_fields(said))
    again = READER.read(Input.of_text(text, "a.yaml")).references[0]
    assert {name: again.get(name) for name in again.fields} == said
