"""Writing BibTeX: what was not changed is written byte for byte; what was, can be read by BibTeX and by us."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Block, Field, Library, Names, Person, Reference
from citekit.readers.bibtex import read
from citekit.values.latex import balanced
from citekit.writers.bibtex import entry, write

FILE = r"""% Reading list

@string{nejm = "N. Engl. J. Med."}

@ARTICLE(ak09,
	Author={Aksentijevich, Ivona  and others},
   journal = nejm, month = jun # "~4", title = "The {IL-1} Receptor", doi={10.1/a_b}, doi={again})

@misc{open, note = {R\&D},
    archivePrefix = {arXiv}
}

@article{broken, title = {Two,

@comment{the end}
"""


def values(library: Library) -> list[tuple[str, str, dict[str, object]]]:
    return [(r.type, r.key, {name: field.value for name, field in r.fields.items()}) for r in library]


def changed(library: Library, key: str, **fields: str | Names) -> Library:
    items = []
    for item in library.items:
        if isinstance(item, Reference) and item.key == key:
            for name, value in fields.items():
                item = item.with_field(name, value)
        items.append(item)
    return replace(library, items=tuple(items))


def test_an_unchanged_file_is_written_byte_for_byte():
    assert write(read(FILE, "x.bib")) == FILE


def test_only_the_changed_entry_is_rewritten():
    before, after = FILE.splitlines(), write(changed(read(FILE, "x.bib"), "ak09", year="2009")).splitlines()
    start, end = before.index("@ARTICLE(ak09,"), before.index("@misc{open, note = {R\\&D},")
    assert after[:start] == before[:start]
    assert after[-(len(before) - end) :] == before[end:]
    assert after[start : after.index("}", start) + 1] == [
        "@article{ak09,",
        "  author = {Aksentijevich, Ivona  and others},",  # as it stood
        '  title = "The {IL-1} Receptor",',
        "  journal = nejm,",
        "  year = {2009},",
        '  month = jun # "~4",',
        "  doi = {10.1/a_b},",
        "}",
    ]


def test_any_change_is_seen():
    library = read("@misc{k, title={One}, year=2000}", "x.bib")
    (reference,) = library
    origin = reference.fields["title"].origin
    for other in (
        replace(reference, key="l"),
        replace(reference, type="online"),
        reference.without("year"),
        reference.with_field("title", "Two", origin),  # a step may keep the origin
    ):
        assert entry(other) != reference.origin.text
    moved = reference.with_field("title", "One", None)
    assert entry(moved) == reference.origin.text


def test_a_string_that_is_not_in_the_output_is_written_out():
    first, second = read(
        '@string{j="Journal"} @article{a, journal = j # " A"} @string{j="Other"} @article{b, journal = j}', "x.bib"
    )
    assert entry(first) == "@article{a,\n  journal = {Journal A},\n}"
    assert entry(first, {"j": "Journal"}) == first.origin.text
    library = Library((Block("string", '@string{j = "Other"}'), first, second))
    assert (
        write(library)
        == '@string{j = "Other"}\n\n@article{a,\n  journal = {Journal A},\n}\n\n@article{b, journal = j}\n'
    )


def test_an_entry_without_its_last_brace_is_closed_in_another_file():
    library = read("@misc{k, title = {One}\n", "x.bib")
    assert write(library) == "@misc{k, title = {One}\n"
    assert write(Library(library.items, file="other.bib")) == "@misc{k,\n  title = {One},\n}\n"


def test_page_text_has_no_place_in_a_bib_file():
    assert write(Library((Block("unused", "Skip to main content"),))) == ""
    assert write(Library()) == ""


NEW = [
    ("title", "50% of R&D: a_b #1 {x", r"{50\% of R\&D: a\_b \#1 \textbraceleft{}x}"),
    ("title", "Fever at \u221280 °C", "{Fever at $-$80 °C}"),
    ("url", "https://example.org/a_b%20c~d#e", "{https://example.org/a_b%20c~d#e}"),
    ("doi", "10.1007/978-3-540-74976-9_30", "{10.1007/978-3-540-74976-9_30}"),
    ("month", "jun", "jun"),
    ("month", "jul-aug", 'jul # "-" # aug'),
    ("month", "Michaelmas Term", "{Michaelmas Term}"),
    ("pages", "2426--2437", "{2426--2437}"),
    (
        "author",
        Names(
            (Person("Royen-Kerkhoff", "Annet", "van"), Person("World Health Organization", literal=True)), others=True
        ),
        "{van Royen-Kerkhoff, Annet and {World Health Organization} and others}",
    ),
]


@pytest.mark.parametrize(("field", "value", "source"), NEW)
def test_a_new_value(field, value, source):
    reference = Reference("misc", "k", {field: Field(value)})
    assert entry(reference) == f"@misc{{k,\n  {field} = {source},\n}}"
    assert values(read(entry(reference), "-")) == [("misc", "k", {field: value})]


NAMED = [
    ("article", "container", "journal"),
    ("inproceedings", "container", "booktitle"),
    ("incollection", "container", "booktitle"),
    ("article", "container_short", "shortjournal"),
]


@pytest.mark.parametrize(("kind", "field", "name"), NAMED)
def test_the_container_is_named_by_the_type(kind, field, name):
    assert f"  {name} = {{X}}," in entry(Reference(kind, "k", {field: Field("X")}))


KEPT = [
    ("@misc{k, archivePrefix={arXiv}}", "archiveprefix = {arXiv}"),
    ("@article{k, journaltitle={J}}", "journaltitle = {J}"),
    ("@online{k, booktitle={B}}", "booktitle = {B}"),
    ("@article{k, journal={J}, booktitle={B}}", "booktitle = {B}"),
    ("@book{k, location={L}, address={A}}", "location = {L}"),
]


@pytest.mark.parametrize(("text", "line"), KEPT)
def test_a_changed_entry_keeps_its_own_names_for_fields(text, line):
    (reference,) = read(text, "x.bib")
    again = reference.with_field("note", "new")
    assert f"  {line}," in entry(again)
    assert values(read(entry(again), "-")) == values(Library((again,)))


REPAIRED = [
    ("@misc{k, note = undefined}", "note = {undefined}"),
    ("@misc{k, note = {one} {two}}", "note = {one two}"),
    (r"@misc{k, note = {a \{ brace}}", r"note = {a \textbraceleft{} brace}"),
]


@pytest.mark.parametrize(("text", "line"), REPAIRED)
def test_a_changed_entry_is_one_that_bibtex_accepts(text, line):
    (reference,) = read(text, "x.bib")
    assert f"  {line}," in entry(reference.with_field("year", "2000"))


FIELDS = st.dictionaries(
    st.sampled_from(["title", "container", "address", "note", "url", "doi", "pages", "volume", "howpublished"]),
    st.text(st.sampled_from("aZ9 é−–$_^{}\\%&#~\"'`@,=-()")).map(lambda t: " ".join(t.split())).filter(bool),
    max_size=4,
)


@given(st.lists(st.tuples(st.sampled_from(["article", "incollection", "misc"]), FIELDS), max_size=3))
def test_what_is_written_is_read_back(entries):
    """Addresses with unbalanced braces are percent-encoded, so they are left out of the comparison."""
    references = tuple(
        Reference(kind, f"k{n}", {name: Field(value) for name, value in fields.items()})
        for n, (kind, fields) in enumerate(entries)
    )
    library = Library(references)
    written = write(library)
    assert balanced(written)
    again = read(written, "-")
    assert write(again) == written
    safe = lambda found: [  # noqa: E731
        (kind, key, {n: v for n, v in sorted(fields.items()) if n not in ("url", "doi") or balanced(str(v))})
        for kind, key, fields in values(found)
    ]
    assert [s[:2] for s in safe(again)] == [s[:2] for s in safe(library)]
    for (_, _, got), (_, _, meant) in zip(safe(again), safe(library), strict=True):
        assert {name: got.get(name) for name in meant} == meant


PIECES = st.sampled_from(
    ["\n@article{", "\n@book(", '\n@string{a="x"}', "\n@string{a=", "\n@comment{", "k,", "{", "}", '"', ",", "=", "#", "\\", "%", "\n", " ",
     "title = {A b},", "author = {A and B},", 'year = "1"', "note = a", "jan", "a", ")", "\n@misc{k, note={x}}\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_read_and_write_settle_at_once(text):
    """Broken text keeps all its characters; where one broken block ends and the next begins may depend on line ends."""
    library = read(text, "-")
    written = write(library)
    assert "".join(written.split()) == "".join(text.split())
    if not any(problem.kind == "syntax" for problem in library.problems):
        again = read(written, "-")
        assert values(again) == values(library)
        assert write(again) == written
