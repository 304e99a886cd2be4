"""Bytes: encoding, byte order mark and line ends stay."""

import pytest

from citekit.errors import InputError
from citekit.formatting import formatted_file


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("@misc{a,title={Ü}}".encode(), "@misc{a,\n  title = {Ü},\n}\n".encode()),
        ("@misc{a,title={Ü}}".encode("latin-1"), "@misc{a,\n  title = {Ü},\n}\n".encode("latin-1")),
        ("\ufeff@misc{a}".encode(), "\ufeff@misc{a,\n}\n".encode()),
        ("\ufeff@misc{a}".encode("utf-16-le"), "\ufeff@misc{a,\n}\n".encode("utf-16-le")),
        (b"@misc{a}\r\n@misc{b}\r\n", b"@misc{a,\r\n}\r\n\r\n@misc{b,\r\n}\r\n"),
        (b"@misc{a}\r\n@misc{b}\r\n@misc{c}\n", b"@misc{a,\r\n}\r\n\r\n@misc{b,\r\n}\r\n\r\n@misc{c,\r\n}\r\n"),
        ("@misc{a,title={é é é ".encode() + b"\xe9}}", "@misc{a,\n  title = {é é é ".encode() + b"\xe9},\n}\n"),
        (b"@misc{a}\r@misc{b}", b"@misc{a,\r}\r\r@misc{b,\r}\r"),
    ],
)
def test_bytes(given, made):
    result = formatted_file(given, "a.bib")
    assert result.data == made
    assert result.is_changed
    assert not formatted_file(made, "a.bib").is_changed


def test_a_file_that_is_left_keeps_its_bytes():
    given = b"no BibTeX\r\nat all\n"
    result = formatted_file(given, "a.bib")
    assert (result.data, result.is_left, result.is_changed) == (given, True, False)
    assert result.problems[0].file == "a.bib"


def test_binary_files_are_refused():
    with pytest.raises(InputError, match="a PDF"):
        formatted_file(b"%PDF-1.7 \0", "a.bib")
