"""A file whose entries gained fields: only those are new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.model import Field, Reference
from citekit.readers import from_bytes
from citekit.writers.bibtex import write_bytes

DOI = "10.1000/182"


def written(data, change):
    """What becomes of a file when `change` is done to each of its references."""
    library = from_bytes(data, "a.bib")
    return write_bytes(library.with_references(change(reference) for reference in library))


def added(text, encoding="utf-8", **fields):
    """What becomes of a file when each of its entries gets these fields."""
    return written(text.encode(encoding), lambda reference: reference.with_fields(fields)).decode(encoding)


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
    found = written("@misc{a, title = {Über}}\r\n".encode("cp1252"), lambda each: each.with_field("publisher", "Ćwik"))
    assert found == "@misc{a, title = {Über}, publisher = {Ćwik}}\r\n".encode()


FORMS = {
    "UTF-8": ("utf-8", b""),
    "with a byte order mark": ("utf-8", b"\xef\xbb\xbf"),
    "UTF-16": ("utf-16-le", b"\xff\xfe"),
    "UTF-16, big end first": ("utf-16-be", b"\xfe\xff"),
    "UTF-16 without a mark": ("utf-16-le", b""),
    "Windows-1252": ("cp1252", b""),
}
TWO = '@misc{a, title = "Über"}\n\n\n% between\n@misc{b,\n  title = {Zwei},\n  year = 2009\n}'


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_byte_stays_and_a_change_is_one_line(form, line_end):
    encoding, mark = FORMS[form]
    data = mark + TWO.replace("\n", line_end).encode(encoding)
    assert written(data, lambda each: each) == data
    changed = written(data, lambda each: each.with_field("year", "2010") if each.key == "b" else each)
    assert changed == mark + TWO.replace("2009", "2010").replace("\n", line_end).encode(encoding)


def test_bytes_that_are_not_utf_8_stay():
    data = (
        "@misc{a, title = {Grüße, Straße}}\n@misc{b, title = {".encode() + b"\xe9t\xe9 \x93x\x94" + b"}, year = 2009}\n"
    )
    data = data + "% äöüÄÖÜß €\n".encode()
    library = from_bytes(data, "a.bib")
    assert library.references[1].title == "été “x”"
    assert [(problem.kind, problem.line) for problem in library.problems] == [("encoding", 2)]
    assert written(data, lambda each: each) == data
    changed = written(data, lambda each: each.with_field("year", "2010") if each.key == "a" else each)
    assert changed == data.replace("Straße}".encode(), "Straße}, year = {2010}".encode())


def test_mixed_line_ends_stay():
    data = b"@misc{a,\r\n  title = {A},\r\n}\n\n@misc{b,\n  title = {B}\n}\r\n"
    assert written(data, lambda each: each) == data
    assert written(data, lambda each: each.with_field("title", "C") if each.key == "b" else each) == data.replace(
        b"{B}", b"{C}"
    )


# Before, what becomes of the entry, after.
CHANGES = {
    "a value keeps its quotes": ('@misc{a, title = "X"}', {"title": "Y"}, '@misc{a, title = "Y"}'),
    "a quote in it needs braces": ('@misc{a, title = "X"}', {"title": 'a "b"'}, '@misc{a, title = {a "b"}}'),
    "a bare number stays bare": ("@misc{a, year = 2009}", {"year": "2010"}, "@misc{a, year = 2010}"),
    "what is no number does not": ("@misc{a, year = 2009}", {"year": "in press"}, "@misc{a, year = {in press}}"),
    "a new value as most are": (
        '@misc{a, title = "X", note = "Y"}', {"url": "http://x.org"}, '@misc{a, title = "X", url = "http://x.org", note = "Y"}',
    ),
    "names in capitals": (
        "@MISC{a,\n  TITLE = {X},\n  NOTE = {Y}\n}", {"doi": DOI}, "@MISC{a,\n  TITLE = {X},\n  DOI = {10.1000/182},\n  NOTE = {Y}\n}",
    ),
    "names that begin with a capital": (
        "@Misc{a,\n  Title={X},\n}", {"doi": DOI}, "@Misc{a,\n  Title={X},\n  Doi={10.1000/182},\n}",
    ),
    "a macro elsewhere stays": (
        "@misc{a, journal = nejm # {2}, month = jan, title={X}}", {"title": "Y"}, "@misc{a, journal = nejm # {2}, month = jan, title={Y}}",
    ),
    "a field goes": ("@misc{a,\n  title = {X},\n  note = {Y}\n}", {"note": ""}, "@misc{a,\n  title = {X},\n}"),
    "protected words stay protected": (
        "@misc{a, title = {Repiar of {DNA} in {E.} coli}}", {"title": "Repair of DNA in E. coli"},
        "@misc{a, title = {Repair of {DNA} in {E.} coli}}",
    ),
    "a protected title stays protected": ('@misc{a, title = "{X and Y}"}', {"title": "X & Y"}, '@misc{a, title = "{X \\& Y}"}'),
    "round brackets": ("@misc(a, title = {X})", {"title": "Y"}, "@misc(a, title = {Y})"),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGES)
def test_only_the_field_that_changes_is_written(case):
    before, fields, after = CHANGES[case]
    assert written(before.encode(), lambda each: each.with_fields(fields)).decode() == after


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        ("@misc{a, title={X}}\n\n\n@misc{b,x={y}}", "book", "@book{a, title={X}}\n\n\n@book{b,x={y}}"),
        ("@MISC{a, title={X}}", "book", "@BOOK{a, title={X}}"),
        ('@article{a,\n\tjournal="X",\n\tyear="2009"\n}', "inproceedings", '@inproceedings{a,\n\tbooktitle="X",\n\tyear="2009"\n}'),
    ],
)  # fmt: skip
def test_a_type_changes(before, kind, after):
    assert written(before.encode(), lambda each: replace(each, type=kind)).decode() == after


def test_a_key_is_given():
    assert written(b"@misc{, title={X}}", lambda each: replace(each, key="x2009")) == b"@misc{x2009, title={X}}"


NEW = Reference("book", "new", {"title": Field("New & old"), "year": Field("2020")})
LIBRARY = b'% top\n\n@string{x = "Y"}\n\n@MISC{a,\n    TITLE  = "X",\n    YEAR   = 2009\n  }\n\n% b\n@MISC{b, TITLE = "Z"}\n\n% end\n'


def test_a_new_entry_is_written_in_the_manner_of_the_others():
    library = from_bytes(LIBRARY, "a.bib")
    more = replace(library, items=(*library.items, NEW))
    new = b'\n@BOOK{new,\n    TITLE  = "New \\& old",\n    YEAR   = 2020\n  }'
    assert write_bytes(more) == LIBRARY.rstrip() + b"\n" + new + b"\n"


def test_an_entry_is_taken_out():
    library = from_bytes(LIBRARY, "a.bib")
    less = replace(library, items=tuple(item for item in library.items if getattr(item, "key", "") != "a"))
    assert write_bytes(less) == b'% top\n\n@string{x = "Y"}\n\n% b\n@MISC{b, TITLE = "Z"}\n\n% end\n'


def test_entries_change_places():
    data = b"@misc{a, x={1}}\n\n@misc{b, x={2}}\n\n@misc{c, x={3}}\n"
    library = from_bytes(data, "a.bib")
    moved = replace(library, items=library.items[::-1])
    assert write_bytes(moved) == b"@misc{c, x={3}}\n\n@misc{b, x={2}}\n\n@misc{a, x={1}}\n"


def test_entries_keep_their_meaning_when_a_string_goes():
    library = from_bytes(b'@string{x = "Y"}\n@misc{a, title = x}\n@misc{b, title = {x}}\n', "a.bib")
    less = replace(library, items=library.items[1:])
    assert write_bytes(less) == b"@misc{a, title = {Y}}\n@misc{b, title = {x}}\n"


def test_broken_entries_stay_where_they_are():
    data = b"@misc{a, title = {X}}\n@article{b, title = {never closed\n@misc{c, title = {Y}}\n@misc{d, title = {Z}"
    found = written(data, lambda each: each.with_field("year", "2009") if each.key == "c" else each)
    assert found == data.replace(b"{Y}}", b"{Y},\n  year = {2009},\n}") or found == data.replace(
        b"{Y}}", b"{Y}, year = {2009}}"
    )


def test_an_entry_of_another_file_is_written_as_it_stood_there():
    library = from_bytes(LIBRARY.replace(b"\n", b"\r\n"), "a.bib")
    (other,) = from_bytes(b"@book{o,\r\n title={O},\n}\n", "other.bib").references
    more = replace(library, items=(*library.items, other))
    assert write_bytes(more) == LIBRARY.replace(b"\n", b"\r\n").rstrip() + b"\r\n\r\n@book{o,\r\n title={O},\r\n}\r\n"


def test_what_stood_before_an_entry_moves_with_it():
    data = b"@misc{a, x={1}}\n\n@misc{b, x={2}}\n\n\n\n@misc{c, x={3}}\n\n@misc{d, x={4}}\n"
    library = from_bytes(data, "a.bib")
    a, b, c, d = library.items
    assert write_bytes(replace(library, items=(a, c, d))) == data.replace(b"\n\n@misc{b, x={2}}", b"")
    assert write_bytes(replace(library, items=(c, a, d, b))) == (
        b"@misc{c, x={3}}\n\n@misc{a, x={1}}\n\n@misc{d, x={4}}\n\n@misc{b, x={2}}\n"
    )


def test_an_entry_that_bibtex_would_complain_about_is_written_anew_when_it_changes():
    data = b"@misc{a, title = {X} year = 2009}\n\n@misc{b, title={Y}}\n"
    changed = written(data, lambda each: each.with_field("note", "N") if each.key == "a" else each)
    assert changed == (b"@misc{a,\n  title = {X},\n  year = 2009,\n  note = {N},\n}\n\n@misc{b, title={Y}}\n")


def test_half_a_character_is_no_letter():
    data = b"\xef\xbb\xbf@misc{a, title={X}}\n"
    changed = written(data, lambda each: each.with_field("note", "a\ud800b"))
    assert changed == b"\xef\xbb\xbf@misc{a, title={X}, note={a\xef\xbf\xbdb}}\n"


def test_of_a_repeated_field_both_go():
    """Of the two the first counts; without it the second would."""
    data = b"@misc{a, title={One}, title={Two}, year=2009}\n"
    assert written(data, lambda each: each.with_field("title", "")) == b"@misc{a, year=2009}\n"


def test_a_null_byte_is_kept_like_any_other():
    data = b"@misc{a, title={A\0B}}\n\n@misc{b, title={C}, year=2009}\n"
    assert written(data, lambda each: each) == data
    changed = written(data, lambda each: each.with_field("year", "2010") if each.key == "b" else each)
    assert changed == data.replace(b"2009", b"2010")
