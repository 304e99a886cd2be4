"""A file whose entries gained fields: only those are new."""

from __future__ import annotations

import pytest

from citekit.git.in_place import in_place
from citekit.readers import bibtex
from citekit.writers.bibtex import entry

DOI = "10.1000/182"


def added(text, encoding="utf-8", **fields):
    """What becomes of a file when each of its entries gets these fields."""
    data = text.encode(encoding)
    before = bibtex.read(text.replace("\r\n", "\n").removeprefix("\ufeff"), "a.bib").references
    after = [reference.with_fields(fields) for reference in before]
    found = in_place(data, before, after, entry)
    return None if found is None else found.decode(encoding)


STYLES = {
    "one line": ("@misc{a, title={X}, year=2009}", "@misc{a, title={X}, year=2009, doi={10.1000/182}}"),
    "citekit's": (
        "@misc{a,\n  title = {X},\n  year = {2009},\n}",
        "@misc{a,\n  title = {X},\n  year = {2009},\n  doi = {10.1000/182},\n}",
    ),
    "no comma at the end": (
        "@misc{a,\n\ttitle = {X}\n}",
        "@misc{a,\n\ttitle = {X},\n\tdoi = {10.1000/182}\n}",
    ),
    "in columns": (
        '@Misc {a ,\n  author    = "Y",\n  title     = {X}}',
        '@Misc {a ,\n  author    = "Y",\n  title     = {X},\n  doi       = {10.1000/182}}',
    ),
    "names of one length are no columns": (
        "@misc{a,\n  title = {X},\n  pages = {1},\n}",
        "@misc{a,\n  title = {X},\n  pages = {1},\n  doi = {10.1000/182},\n}",
    ),
    "commas first": (
        "@misc{a\n  , title = {X}\n  , year = 2009\n  }",
        "@misc{a\n  , title = {X}\n  , year = 2009\n  , doi = {10.1000/182}\n  }",
    ),
    "before what citekit writes later": (
        "@misc{a,\n  title = {X},\n  url = {http://x.org},\n}",
        "@misc{a,\n  title = {X},\n  doi = {10.1000/182},\n  url = {http://x.org},\n}",
    ),
    "an empty one": ("@misc{a, doi = {}, title = {X}}", "@misc{a, doi = {10.1000/182}, title = {X}}"),
    "one that changes": ("@misc{a, DOI = {10.1000/18}, note = {X}}", "@misc{a, DOI = {10.1000/182}, note = {X}}"),
    "nothing but a key": ("@misc{a}", "@misc{a,\n  doi = {10.1000/182},\n}"),
}  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_a_field_is_added_as_the_others_are_written(style):
    before, after = STYLES[style]
    assert added(before, doi=DOI) == after


AROUND = (
    '% a comment\n@string{x = "Y"}\n% of a\n\n\n%s\nsome words\n   \n@comment{z}\n@broken{b, title = {never closed\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_all_around_stays(line_end, encoding):
    text = AROUND.replace("%s", "@misc{a,\n  journal = x,\n  title = {Über}\n}").replace("\n", line_end)
    more = text.replace(f"{{Über}}{line_end}", f"{{Über}},{line_end}  doi = {{10.1000/182}}{line_end}")
    assert added(text, encoding, doi=DOI) == more
    assert added(text, encoding) == text


def test_a_letter_that_the_encoding_lacks_makes_it_utf_8():
    data = "@misc{a, title = {Über}}\r\n".encode("cp1252")
    before = bibtex.read("@misc{a, title = {Über}}\n", "a.bib").references
    found = in_place(data, before, [before[0].with_field("publisher", "Ćwik")], entry)
    assert found == "@misc{a, title = {Über}, publisher = {Ćwik}}\r\n".encode()


def test_an_entry_of_another_type_is_written_anew():
    before = bibtex.read("@misc{a, doi={10.1000/182}}\n\n\n@misc{b,x={y}}", "a.bib").references
    after = [*before]
    after[0] = bibtex.read("@article{a, doi={10.1000/182}, journal={J}}", "a.bib").references[0]
    found = in_place(b"@misc{a, doi={10.1000/182}}\n\n\n@misc{b,x={y}}", before, after, lambda _: "@article{NEW}")
    assert found == b"@article{NEW}\n\n\n@misc{b,x={y}}"


def test_a_key_is_given():
    before = bibtex.read("@misc{, title={X}}", "a.bib").references
    named = [bibtex.read("@misc{x2009, title={X}}", "a.bib").references[0]]
    assert in_place(b"@misc{, title={X}}", before, named, entry) == b"@misc{x2009, title={X}}"


@pytest.mark.parametrize("data", [b"<<<<<<< HEAD\n@misc{a, x={y}}\n>>>>>>> b\n", b"@misc{other, x={y}}", b"\0"])
def test_what_cannot_be_taken_apart(data):
    before = bibtex.read("@misc{a, x={y}}", "a.bib").references
    assert in_place(data, before, before, entry) is None
