"""Bytes → text → the right reader."""

import pytest

from citekit.encoding import decode
from citekit.errors import InputError
from citekit.readers import from_text, read

ENCODED = {
    "UTF-8": "Løkke E".encode(),
    "UTF-8 with a mark": "\ufeffLøkke E".encode(),
    "UTF-16": "Løkke E".encode("utf-16"),
    "Windows-1252": "Løkke E".encode("cp1252"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(name):
    assert decode(ENCODED[name], "x") == "Løkke E"


def test_line_ends_become_newlines():
    assert decode(b"a\r\nb\rc", "x") == "a\nb\nc"


BINARY = {
    "a PDF": b"%PDF-1.7 ...",
    "a zip archive": b"PK\x03\x04...",
    "gzip": b"\x1f\x8b...",
    "a binary file": b"ab\0c",
}


@pytest.mark.parametrize("what", BINARY)
def test_binary_files_are_named(what):
    with pytest.raises(InputError, match=what):
        decode(BINARY[what], "x")


def test_content_decides_not_the_suffix(tmp_path):
    file = tmp_path / "list.txt"
    file.write_text("@article{a, title = {One}, year = 2000}\n")
    assert read(str(file)).format == "bibtex"
    file = tmp_path / "list.bib"
    file.write_text("1. Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7.\n")
    assert read(str(file)).format == "text"


def test_a_bib_file_may_be_mostly_prose(tmp_path):
    file = tmp_path / "notes.bib"
    file.write_text("My notes. " * 40 + "\n\n@article{a, title = {One}, year = 2000}\n")
    assert read(str(file)).format == "bibtex"


def test_bibtex_among_prose_is_read_as_bibtex():
    text = (
        "Please cite:\n\n"
        "- Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7.\n\n"
        "Bibtex:\n\n@article{leung,\n  author = {Leung, V. C.},\n  title = {Infantile cortical hyperostosis},\n  year = 1985,\n}\n"
    )
    library = from_text(text, "README.md")
    assert [(r.key, r.origin.number, r.origin.line) for r in library] == [("", 1, 3), ("leung", 2, 7)]
    assert library.references[1].origin.text.startswith("@article{leung,")


def test_missing_file():
    with pytest.raises(InputError, match="no such file"):
        read("/no/such/file")


def test_references_on_one_line_have_numbers_of_their_own():
    text = "1. Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7. 2. Mengesha YM, Bennett ML."
    text += " Pustular skin disorders. Am J Clin Dermatol. 2002;3(6):389–400. 3. Garg M. Rilonacept. JCI Insight. 2017;2(16)."
    assert [(r.origin.number, r.origin.line, r.year) for r in from_text(text, "x")] == [
        (1, 1, "1985"),
        (2, 1, "2002"),
        (3, 1, "2017"),
    ]


def test_references_beside_a_numbered_list_are_read():
    text = "1. Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7.\n\n"
    text += "Mengesha YM, Bennett ML. Pustular skin disorders. Am J Clin Dermatol. 2002;3(6):389–400.\n"
    assert [r.year for r in from_text(text, "x")] == ["1985", "2002"]
