"""citekit as a plugin of pybtex: its entries and ours, its formats and ours, its styles and ours."""

from __future__ import annotations

import json
import string
import subprocess
import sys

import pybtex.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, Entry, Person, parse_file, parse_string
from pybtex.exceptions import PybtexError
from pybtex.plugin import enumerate_plugin_names, find_plugin
from pybtex.style.formatting import unsrt

from citekit import readers
from citekit.model import Names, Reference
from citekit.model import Person as OurPerson
from citekit.pybtex_plugins import csl
from citekit.pybtex_plugins.entries import entry_of, reference_of
from citekit.pybtex_plugins.input import CitekitParser, CslJsonParser, NbibParser, RisParser
from citekit.pybtex_plugins.output import BibtexWriter, CslJsonWriter, RisWriter
from citekit.pybtex_plugins.styles import Plain

RIS = """TY  - JOUR
ID  - aks2009
AU  - Aksentijevich, Ivona
AU  - van Royen-Kerkhoff, Annet
TI  - 50% of cases & more
JO  - N Engl J Med
PY  - 2009
VL  - 360
SP  - 2426
EP  - 2437
DO  - 10.1056/NEJMoa0807865
ER  -
"""

# ---------------------------------------------------------------- found by pybtex


@pytest.mark.parametrize(
    ("group", "name", "plugin"),
    [
        ("pybtex.database.input", "citekit", CitekitParser),
        ("pybtex.database.input", "ris", RisParser),
        ("pybtex.database.input", "nbib", NbibParser),
        ("pybtex.database.input", "csl-json", CslJsonParser),
        ("pybtex.database.output", "citekit", BibtexWriter),
        ("pybtex.database.output", "ris", RisWriter),
        ("pybtex.database.output", "csl-json", CslJsonWriter),
        ("pybtex.style.formatting", "citekit-plain", Plain),
    ],
)
def test_pybtex_finds_ours(group, name, plugin):
    """Where this fails, citekit's entry points are not installed: `pip install -e .` again."""
    assert find_plugin(group, name) is plugin
    assert list(enumerate_plugin_names(group)).count(name) == 1  # nobody else's, pybtex's neither


@pytest.mark.parametrize(
    ("group", "file", "plugin"),
    [
        ("pybtex.database.input", "a.ris", RisParser),
        ("pybtex.database.input", "a.nbib", NbibParser),
        ("pybtex.database.input", "a.json", CslJsonParser),
        ("pybtex.database.input", "a.html", CitekitParser),
        ("pybtex.database.output", "a.ris", RisWriter),
        ("pybtex.database.output", "a.json", CslJsonWriter),
    ],
)
def test_pybtex_tells_ours_by_the_name_of_the_file(group, file, plugin):
    assert find_plugin(group, filename=file) is plugin


@pytest.mark.parametrize("suffix", [".bib", ".yaml", ".xml", ".bibtexml"])
def test_what_is_pybtexs_stays_pybtexs(suffix):
    assert find_plugin("pybtex.database.input", filename=f"a{suffix}").__module__.startswith("pybtex.")
    assert find_plugin("pybtex.style.formatting", "plain").__module__.startswith("pybtex.")


# ---------------------------------------------------------------- entries

PEOPLE = Names(
    (
        OurPerson("Royen-Kerkhoff", "Annet", "van"),
        OurPerson("King", "Martin Luther", suffix="Jr."),
        OurPerson("World Health Organization", literal=True),
        OurPerson("García Márquez", "Gabriel"),
    ),
    others=True,
)


def test_people_stand_in_parts():
    entry = entry_of(Reference("book", "a").with_field("author", PEOPLE))
    parts = [
        (p.first_names, p.middle_names, p.prelast_names, p.last_names, p.lineage_names) for p in entry.persons["author"]
    ]
    assert parts == [
        (["Annet"], [], ["van"], ["Royen-Kerkhoff"], []),
        (["Martin"], ["Luther"], [], ["King"], ["Jr."]),
        ([], [], [], ["{World Health Organization}"], []),
        (["Gabriel"], [], [], ["García", "Márquez"], []),
        ([], [], [], ["others"], []),
    ]


def test_fields_are_latex_by_their_bibtex_names():
    reference = Reference("article", "a").with_fields(
        {
            "title": "50% & more_{x}",
            "container": "J",
            "month": "jun",
            "url": "http://x.org/a_b%20c",
            "container_short": "N Engl",
        }
    )
    assert dict(entry_of(reference).fields) == {
        "title": r"50\% \& more\_\textbraceleft{}x\textbraceright{}",
        "journal": "J",
        "month": "June",
        "url": "http://x.org/a_b%20c",
        "shortjournal": "N Engl",
    }  # fmt: skip


def test_braces_of_a_bib_file_stay():
    library = readers.from_text('@article{a, title = {The {DNA} of M\\"uller}, month = jun, year = 2001}', "a.bib")
    fields = entry_of(library.references[0]).fields
    assert (fields["title"], fields["month"], fields["year"]) == ('The {DNA} of M\\"uller', "June", "2001")


def test_what_pybtex_reads_from_bibtex_is_what_we_have():
    text = r"""@inproceedings{a, author = {van Berg, Jr., Ada B. and {ACME Corp} and others}, booktitle = {Proc. \& {ACM}},
        title = {M{\"u}ller's 50\% of {DNA}}, year = 2001, month = jun, doi = {10.1/a_b}, pages = {1--9}}"""
    ours = readers.from_text(text, "a.bib").references[0]
    theirs = reference_of(parse_string(text, "bibtex").entries["a"])
    assert {name: ours.fields[name].value for name in ours.fields} == {
        name: theirs.fields[name].value for name in theirs.fields
    }
    assert (theirs.type, theirs.key) == ("inproceedings", "a")


def test_what_an_entry_lacks_comes_from_its_crossref():
    data = BibliographyData(
        {
            "part": Entry("inproceedings", {"title": "Part", "crossref": "whole"}),
            "whole": Entry("proceedings", {"title": "Whole", "year": "2001"}, {"editor": [Person("Berg, Ada")]}),
            "ring": Entry("misc", {"crossref": "ring"}),
        }
    )
    part = reference_of(data.entries["part"], data.entries)
    assert (part.title, part.get("year"), part.get("editor")) == ("Part", "2001", "Berg, Ada")
    assert reference_of(data.entries["ring"], data.entries).get("crossref") == "ring"


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" %&$#_{}~^\\-"), min_size=1
)
words = st.text(string.ascii_letters + "é'ü-%&", min_size=1, max_size=8).filter(lambda word: word.strip("-'") == word)


@given(texts, st.lists(st.builds(OurPerson, words.map(str.capitalize), words.map(str.capitalize)), max_size=3))
def test_there_and_back_is_the_same(title, people):
    reference = Reference("article", "a").with_fields(
        {"title": " ".join(title.split()), "author": Names(tuple(people))}
    )
    back = reference_of(entry_of(reference))
    assert {name: field.value for name, field in back.fields.items()} == {
        name: field.value for name, field in reference.fields.items()
    }


def test_all_people_come_back():
    assert reference_of(entry_of(Reference("book", "a").with_field("author", PEOPLE))).author == PEOPLE


# ---------------------------------------------------------------- files


@pytest.fixture
def ris(tmp_path):
    (tmp_path / "a.ris").write_text(RIS)
    return tmp_path / "a.ris"


def test_a_file_is_read(ris):
    data = parse_file(str(ris))
    assert data.entries["aks2009"].fields["title"] == r"50\% of cases \& more"
    assert parse_string(RIS, "ris").entries == data.entries
    assert parse_string(RIS, "citekit").entries == data.entries


def test_a_page_is_read():
    text = "Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5:354-7.\n"
    entries = parse_string(text, "citekit").entries
    assert [(key, each.fields["journal"], each.fields["pages"]) for key, each in entries.items()] == [
        ("leung1985", "J Pediatr Orthop", "354--357")
    ]


def test_an_encoding_that_is_given_is_believed(tmp_path):
    (tmp_path / "a.ris").write_bytes(RIS.replace("Ivona", "Žofie").encode("iso8859-2"))
    entry = parse_file(str(tmp_path / "a.ris"), encoding="iso8859-2").entries["aks2009"]
    assert entry.persons["author"][0].first_names == ["Žofie"]


def test_what_cannot_be_read_is_reported_as_pybtex_does(tmp_path):
    (tmp_path / "a.ris").write_text(RIS.replace("ER  -\n", ""))
    with pytest.raises(PybtexError) as told:
        parse_file(str(tmp_path / "a.ris"))
    assert str(tmp_path / "a.ris") in told.value.get_filename()
    with pybtex.errors.capture() as reported:
        data = parse_file(str(tmp_path / "a.ris"))
    assert (list(data.entries), len(reported)) == (["aks2009"], 1)
    (tmp_path / "a.nbib").write_bytes(b"\x00\x01\x02" * 100)
    with pytest.raises(PybtexError, match="binary"):
        parse_file(str(tmp_path / "a.nbib"))


def test_only_what_is_cited_is_kept(ris):
    text = ris.read_text()
    both = text + text.replace("aks2009", "other")
    assert list(RisParser(wanted_entries=["other"]).parse_string(both).entries) == ["other"]


def test_a_file_is_written(ris, tmp_path):
    data = parse_file(str(ris))
    data.to_file(str(tmp_path / "b.ris"))
    assert parse_file(str(tmp_path / "b.ris")).entries == data.entries
    item = json.loads(data.to_string("csl-json"))[0]
    assert (item["title"], item["author"][0]["family"]) == ("50% of cases & more", "Aksentijevich")
    assert r"title = {50\% of cases \& more}" in data.to_string("citekit")


def test_what_a_format_cannot_hold_is_a_warning():
    data = BibliographyData({"a": Entry("misc", {"title": "A", "nonsense": "B"})})
    with pytest.warns(UserWarning, match="nonsense"):
        assert "TI  - A" in data.to_string("ris")


# ---------------------------------------------------------------- styles


def formatted(style, data, backend="plaintext"):
    import io

    out = io.StringIO()
    find_plugin("pybtex.backends", backend)("utf-8").write_to_stream(style().format_bibliography(data), out)
    return out.getvalue()


def test_a_style_prints_what_pybtex_read():
    data = parse_string(
        r"""@article{a, author = {Reddy, S. and Jia, S. and others}, title = {50\% of {DIRA}}, journal = {N Engl J Med}, year = 2009,
        volume = 360, pages = {2438--2444}, month = jun}""",
        "bibtex",
    )
    assert formatted(csl.style("vancouver"), data) == (
        "[1] Reddy S, Jia S, et al. 50% of DIRA. N Engl J Med. 2009 Jun;360:2438–44.\n"
    )
    assert "June 2009" in formatted(Plain, data)
    assert "Reddy" in formatted(unsrt.Style, data)  # the entries were not touched


def test_only_what_is_cited_is_printed():
    data = BibliographyData({name: Entry("book", {"title": name}) for name in ("one", "two", "three")})
    found = csl.style("vancouver")().format_bibliography(data, ["three", "one", "four"])
    assert [(each.key, each.label, str(each.text)) for each in found.entries] == [
        ("three", "1", "three."),
        ("one", "2", "one."),
    ]


@pytest.mark.parametrize(
    "name", "vancouver ama nejm lancet bmj nature cell plos apa ieee acm acs chicago mla harvard".split()
)
def test_short_names_of_csl_are_pybtexs_styles(name):
    data = parse_string(
        "@book{a, author = {Doe, Jane}, title = {On {DIRA}}, publisher = {Hive}, year = 2009}", "bibtex"
    )
    assert "DIRA" in formatted(find_plugin("pybtex.style.formatting", name), data)


def test_a_csl_style_sorts_labels_and_links_as_pybtex_takes_it():
    data = parse_string(
        r"""@book{b, author = {Roe, R.}, title = {Bees \& wasps}, publisher = {Hive}, year = 2009}
        @article{a, author = {Doe, J. and Poe, P.}, title = {T}, journal = {J}, year = 2001, doi = {10.1000/b}}""",
        "bibtex",
    )
    assert formatted(csl.style("apa"), data, "html").count("<i>Bees &amp; wasps</i>") == 1
    found = csl.style("apa")().format_bibliography(data)
    assert [(each.key, each.label) for each in found.entries] == [("a", "Doe and Poe, 2001"), ("b", "Roe, 2009")]
    assert [each.label for each in csl.style("nejm")().format_bibliography(data).entries] == ["1", "2"]
    assert '<a href="https://doi.org/10.1000/b">' in formatted(csl.style("apa"), data, "citekit-html")


def test_our_outputs_are_pybtexs_backends():
    data = BibliographyData({"a": Entry("book", {"title": "A_b"})})
    said = {name: formatted(Plain, data, f"citekit-{name}") for name in ("text", "latex", "markdown", "rtf", "page")}
    assert said["text"] == "[1] A_b.\n"
    assert "\\bibitem" in said["latex"]
    assert r"A\_b" in said["markdown"]
    assert said["rtf"].startswith("{\\rtf1")
    assert said["page"].startswith("<!DOCTYPE html>")


def test_pybtexs_own_programs(ris, tmp_path):
    """`pybtex-convert` and `pybtex-format`, as people run them."""

    def ran(module, *arguments):
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")

    ran("pybtex.database.convert", "--to", "citekit", "a.ris", "a.bib")
    assert r"50\% of cases \& more" in (tmp_path / "a.bib").read_text()
    ran("pybtex.database.format", "--style", "vancouver", "a.ris", "a.txt")
    assert (
        (tmp_path / "a.txt").read_text().startswith("[1] Aksentijevich I, van Royen-Kerkhoff A. 50% of cases & more.")
    )
