"""One library in another format."""

from __future__ import annotations

import json

import pytest

import citekit
from citekit.converting import convert, together
from citekit.errors import InputError, OutputError
from citekit.readers import from_text

CHILDREN = """\
@inproceedings{child, author = {Ito, A.}, title = {A paper}, crossref = {book}}

@proceedings{book, title = {The Proceedings}, editor = {Roe, B.}, year = 2009}
"""


def converted(text, form, file="a.bib"):
    return convert(from_text(text, file), form)


def test_bibtex_to_bibtex_is_the_same_text():
    text = "% top\n@ARTICLE{a, title = {{DNA}},\n\tJournal=nejm # x}\n\n\n@comment{z}\n"
    assert converted(text, "bibtex").data == text.encode()


def test_biblatex_to_bibtex_changes_what_bibtex_lacks():
    text = "@article{a,\n  title        = {The {DNA}},\n  journaltitle = {J},\n  date         = {2009-06-04},\n}\n"
    assert converted(text, "bibtex").data.decode() == (
        "@article{a,\n  title        = {The {DNA}},\n  journal      = {J},\n  year         = {2009},\n"
        "  month        = jun,\n  day          = {4},\n}\n"
    )


def test_a_child_has_what_it_inherits_elsewhere_and_not_in_bibtex():
    items = json.loads(converted(CHILDREN, "csl-json").data)
    assert items[0]["container-title"] == "The Proceedings"
    assert converted(CHILDREN, "bibtex").data == CHILDREN.encode()
    assert b"booktitle" not in converted(CHILDREN, "biblatex").data


def test_a_missing_parent_is_said():
    problem, *_ = converted("@inproceedings{a, title = {X}, crossref = {nobody}}\n", "ris").problems
    assert (problem.kind, problem.line) == ("missing-parent", 1)


def test_what_only_gives_fields_to_others_is_no_work():
    text = "@xdata{acm, publisher = {ACM}}\n@book{a, title = {X}, xdata = {acm}}\n"
    (item,) = json.loads(converted(text, "csl-json").data)
    assert item["publisher"] == "ACM"


def test_references_without_a_key_get_one():
    written = converted("TY  - JOUR\nAU  - Leung, V. C.\nTI  - X\nPY  - 1985\nER  - \n", "bibtex", "a.ris")
    assert written.data.startswith(b"@article{leung1985,")


def test_what_a_format_cannot_hold_is_said_once():
    text = "".join(f"@misc{{k{n}, title = {{X}}, odd = {{y}}}}\n" for n in range(3))
    (problem,) = converted(text, "nbib").problems
    assert problem.kind == "not-held"
    assert "odd" in problem.message
    assert "3 references" in problem.message


def test_unknown_formats():
    with pytest.raises(InputError, match=r"not a format citekit writes; it writes .*bibtex"):
        converted("@misc{a}", "word")


def test_several_files_become_one():
    one, two = from_text("@misc{a, title={A}}", "a.bib"), from_text("@misc{b, title={B}}", "b.bib")
    assert [each.key for each in together([one, two])] == ["a", "b"]
    assert together([one]) is one


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("refs.bib", b"@book{a"),
        ("refs.ris", b"TY  - BOOK"),
        ("refs.json", b"["),
        ("refs.yaml", b"---\nreferences:"),
        ("refs.enw", b"%0 Book"),
        ("refs.xml", b"<?xml"),
        ("refs.nbib", b"BTI - X"),
        ("refs", b"@book{a"),
    ],
)
def test_the_name_of_the_file_tells_the_format(tmp_path, name, begins):
    library = from_text("@book{a, title = {X}, author = {Ito, A.}, year = 2009}\n", "a.bib")
    citekit.write(library, str(tmp_path / name))
    assert begins in (tmp_path / name).read_bytes()[:200]


def test_reading_and_writing_a_file_changes_nothing(tmp_path):
    data = b"\xef\xbb\xbf@misc{a,\r\n title={\xc3\x9cber}}\r\n\r\n% end"
    (tmp_path / "a.bib").write_bytes(data)
    problems = citekit.write(citekit.read(str(tmp_path / "a.bib")), str(tmp_path / "b.bib"))
    assert (tmp_path / "b.bib").read_bytes() == data
    assert problems == ()


RIS = "TY  - BOOK\n\nTY  - BOOK\nID  - roe2001\nTI  - @book{{\nER  - \n"


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_a_broken_record_of_another_format_is_nothing_in_bibtex(form):
    """Else the file begins with `TY  -`, and nobody takes it for BibTeX."""
    library = from_text(RIS, "a.ris")
    assert [block.kind for block in library.blocks] == ["failed"]
    assert convert(library, form).data.startswith(b"@book{roe2001,")
    mixed = together([from_text("@string{x = {X}}\n@misc{a, title = x}\n", "a.bib"), library])
    assert [block.kind for block in mixed.blocks] == ["string"]
    assert b"TY  -" not in convert(mixed, form).data


def test_zotero_is_written_to_as_a_file_is(monkeypatch, tmp_path):
    """Where nobody answers, that is said, and no file of that name is made."""
    monkeypatch.chdir(tmp_path)
    for name in ("ZOTERO_API_KEY", "CITEKIT_ZOTERO"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CITEKIT_ZOTERO_LOCAL_URL", "http://127.0.0.1:9")
    with pytest.raises(citekit.CitekitError, match="Zotero does not run"):
        citekit.write(from_text("@misc{a, title={A}}", "a.bib"), "zotero:")
    assert list(tmp_path.iterdir()) == []


def test_keys_are_kept_even_where_two_are_the_same():
    text = "TY  - BOOK\nID  - x1\nTI  - A\nER  - \nTY  - BOOK\nID  - x1\nTI  - B\nER  - \n"
    written = converted(text, "bibtex", "a.ris").data.decode()
    assert written.count("@book{x1,") == 2


def test_initials_stand_apart_in_bibtex():
    """BibTeX's styles take `SL` for one name and print S."""
    written = converted("TY  - BOOK\nAU  - Masters, SL\nTI  - A\nER  - \n", "bibtex", "a.ris").data
    assert b"author = {Masters, S. L.}" in written


def test_links_that_were_followed_are_not_missed():
    assert converted(CHILDREN, "ris").problems == ()


def test_a_name_that_says_pdf_is_refused(tmp_path):
    with pytest.raises(OutputError, match="a format that citekit only reads"):
        citekit.write(from_text("@misc{a, title={X}}", "a.bib"), str(tmp_path / "paper.pdf"))
    assert not (tmp_path / "paper.pdf").exists()


def test_many_entries_of_one_key_come_to_an_end():
    """Some exports have no keys but `a`; finding each a letter by trying all of them took minutes."""
    text = "@misc{, title={x}}\n" + "@article{a, title={x}}\n" * 4_000
    assert converted(text, "ris").data.count(b"TY  - ") == 4_001
