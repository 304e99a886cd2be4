"""Bytes → text → bytes."""

import pytest

from citekit.encoding import verbatim
from citekit.git import Markers, UnmergeableError
from citekit.git.driver import merge_files

TEXT = "@misc{a,\n  title = {Über},\n}\n"
FILES = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a byte order mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "Windows line ends": TEXT.replace("\n", "\r\n").encode(),
    "old Mac line ends": TEXT.replace("\n", "\r").encode(),
    "mixed line ends": TEXT.replace("\n", "\r\n", 1).encode(),
    "Latin-1": TEXT.encode("latin-1"),
    "UTF-16": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "a byte that Windows-1252 lacks": TEXT.encode("latin-1") + b"% \x81\n",
    "no line end": b"@misc{a}",
    "empty": b"",
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_bytes_come_back(data):
    assert verbatim(data, "a.bib").data() == data


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("no line end", "empty")])
def test_the_result_has_our_form(name):
    ours = FILES[name]
    base = TEXT.encode()
    theirs = base + b"\n@misc{b,\n  title = {B},\n}\n"
    merged, outcome = merge_files(base, ours, theirs, Markers())
    new = "\n@misc{b,\n  title = {B},\n}\n"
    if name in ("mixed line ends", "a byte that Windows-1252 lacks"):
        assert merged == ours + new.encode()
    else:
        assert merged == verbatim(ours, "a.bib").form.data(TEXT + new)
    assert not outcome.conflicts


def test_binary_files_are_not_merged():
    with pytest.raises(UnmergeableError, match="binary"):
        merge_files(b"a", b"b\0", b"c", Markers())


def test_letters_that_our_encoding_lacks():
    with pytest.raises(UnmergeableError, match="cp1252, which has no 'Ł'"):
        merge_files(b"", TEXT.encode("latin-1"), "@misc{b, title = {Łódź}}\n".encode(), Markers())
