"""What we write for pandoc, read by pandoc itself. Skipped where pandoc is not installed."""

import json
import shutil
import subprocess

import pytest

from citekit.formats import Input
from citekit.model import Library, Names, Reference
from citekit.readers import csl_json, csl_yaml
from citekit.values.names import Person
from citekit.writers import csl_json as to_json
from citekit.writers import csl_yaml as to_yaml

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc")

FORMS = {"json": to_json.WRITER, "yaml": to_yaml.WRITER}
DOE = Person("Doe", "Jane")


def pandoc(*arguments, given=""):
    return subprocess.run(
        ["pandoc", *arguments], input=given, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60
    ).stdout


def printed(references, form, folder):
    """Each reference as pandoc's own style (Chicago, author and date) prints it, in order."""
    path = folder / f"refs.{form}"
    path.write_bytes(FORMS[form].write(Library(tuple(references))).data)
    found = []
    for reference in references:
        text = pandoc(
            "--citeproc", f"--bibliography={path}", "-t", "plain", "--columns=1000", given=f"@{reference.key}"
        )
        found.append(text.strip().split("\n\n")[-1])
    return found


def book(key, author, **fields):
    return Reference("book", key).with_fields({"author": Names(author), "title": "Title", "year": "2009", **fields})


# Chicago Manual of Style 17, author and date, as https://github.com/citation-style-language/styles has it.
PEOPLE = [
    ((DOE,), "Doe, Jane. 2009. Title."),
    ((DOE, Person("Roe", "Richard")), "Doe, Jane, and Richard Roe. 2009. Title."),
    ((Person("Gogh", "Vincent", "van"),), "Gogh, Vincent van. 2009. Title."),
    ((DOE, Person("Berg", "Anna", "van der")), "Doe, Jane, and Anna van der Berg. 2009. Title."),
    ((Person("World Health Organization", literal=True),), "World Health Organization. 2009. Title."),
    ((Person("Müller-Lüdenscheidt", "Hans-Jürgen"),), "Müller-Lüdenscheidt, Hans-Jürgen. 2009. Title."),
    ((DOE, Person("King", "Martin Luther", "", "Jr.")), "Doe, Jane, and Martin Luther King Jr. 2009. Title."),
    ((Person("Plato"),), "Plato. 2009. Title."),
    ((Person("毛", "泽东"),), "毛泽东. 2009. Title."),
]


@pytest.mark.parametrize("form", FORMS)
def test_names_are_printed_right(form, tmp_path):
    references = [book(f"k{n}", author) for n, (author, _) in enumerate(PEOPLE)]
    assert printed(references, form, tmp_path) == [meant for _, meant in PEOPLE]


DATES = [
    ({"year": "2009"}, "2009"),
    ({"year": "2009", "month": "jun", "day": "4"}, "2009"),
    ({"date": "1999/2000"}, "1999–2000"),
    ({"date": "2004/"}, "2004–"),
    ({"date": "-0043"}, "44BC"),
    ({"year": "in press"}, "in press"),
    ({"year": "800"}, "800AD"),
    ({"date": "Y17000"}, "17000"),
]


@pytest.mark.parametrize("form", FORMS)
def test_dates_are_printed_right(form, tmp_path):
    references = [
        Reference("book", f"k{n}").with_fields({"title": "T", "author": Names((DOE,)), **said})
        for n, (said, _) in enumerate(DATES)
    ]
    assert printed(references, form, tmp_path) == [f"Doe, Jane. {meant}. T." for _, meant in DATES]


@pytest.mark.parametrize("form", FORMS)
def test_a_list_that_was_cut_ends_in_et_al(form, tmp_path):
    reference = Reference("book", "a").with_fields(
        {"title": "Title", "author": Names((DOE,), others=True), "year": "2009"}
    )
    assert printed([reference], form, tmp_path) == ["Doe, Jane et al. 2009. Title."]


@pytest.mark.parametrize("form", FORMS)
def test_an_article_is_printed_whole(form, tmp_path):
    reference = Reference("article", "a").with_fields(
        {"author": Names((DOE,)), "title": "On things", "container": "Journal of Things", "volume": "5", "number": "3", "pages": "354--357",
         "year": "2009", "doi": "10.1000/x_1"}
    )  # fmt: skip
    assert printed([reference], form, tmp_path) == [
        "Doe, Jane. 2009. “On Things.” Journal of Things 5 (3): 354–57. https://doi.org/10.1000/x_1."
    ]


@pytest.mark.parametrize("form", FORMS)
def test_marks_are_no_markup(form, tmp_path):
    title = "a * b _c_ # d ~e~ [f] $g$ p < q & r @doe \\n"
    [text] = printed([book("a", (DOE,), title=title)], form, tmp_path)
    assert [char for char in title if not char.isalnum()] == [
        char for char in text[len("Doe, Jane. 2009. ") : -1] if not char.isalnum()
    ]


KINDS = """
article book booklet inbook incollection inproceedings proceedings phdthesis mastersthesis techreport manual unpublished online dataset software
patent misc periodical collection reference inreference artwork audio video movie image legislation jurisdiction legal letter performance
standard music review
""".split()


@pytest.mark.parametrize("form", FORMS)
def test_every_type_is_printed(form, tmp_path):
    references = [
        Reference(kind, f"key{n}").with_fields(
            {"author": Names((Person(f"Name{n}", "Jane"),)), "title": f"Word{n}", "year": "2009"}
        )
        for n, kind in enumerate(KINDS)
    ]
    path = tmp_path / f"refs.{form}"
    path.write_bytes(FORMS[form].write(Library(tuple(references))).data)
    text = pandoc("--citeproc", f"--bibliography={path}", "-t", "plain", given="---\nnocite: '@*'\n---\n")
    assert [n for n in range(len(KINDS)) if f"Name{n}," not in text] == []


def test_pandoc_keeps_the_variables_of_our_json():
    """Pandoc's own copy of what we write says the same; it drops what it has no place for (`custom`)."""
    reference = Reference("incollection", "a").with_fields(
        {
            "author": Names((DOE, Person("Gogh", "Vincent", "van"))), "editor": Names((Person("Roe", "R."),)), "title": "T", "container": "C",
            "series": "S", "number": "7", "volume": "2", "pages": "1--9", "publisher": "P", "address": "Oslo", "year": "2009", "month": "jun",
            "isbn": "978-3-16-148410-0", "doi": "10.1000/x", "url": "https://x.org", "urldate": "2010-01-02", "language": "de-DE", "note": "N",
            "abstract": "A", "edition": "2", "origdate": "1899", "eventtitle": "E", "venue": "V", "keywords": "a, b",
        }
    )  # fmt: skip
    ours = to_json.WRITER.write(Library((reference,))).data.decode()
    theirs = pandoc("-f", "csljson", "-t", "csljson", given=ours)
    assert json.loads(theirs) == json.loads(ours)


def test_the_yaml_that_pandoc_writes_is_read():
    items = [
        {"id": "a", "type": "article-journal", "title": "A <i>b</i> * c_d", "author": [{"family": "Gogh", "given": "V.", "non-dropping-particle": "van"}],
         "issued": {"date-parts": [[1999], [2000]], "circa": True}, "container-title": "J", "page": "1-9", "URL": "https://x.org/a_b"},
        {"id": "b", "type": "book", "title": "no", "author": [{"literal": "WHO"}], "issued": {"date-parts": [[-44, 3, 15]]}, "volume": "010"},
    ]  # fmt: skip
    text = pandoc("-f", "csljson", "-t", "markdown", "-s", given=json.dumps(items))
    read = csl_yaml.READER.read(Input.of_text(text, "a.md"))
    meant = csl_json.READER.read(Input.of_text(json.dumps(items), "a.json"))
    assert [(r.key, r.type, {n: f.value for n, f in r.fields.items()}) for r in read] == [
        (r.key, r.type, {n: f.value for n, f in r.fields.items()}) for r in meant
    ]
