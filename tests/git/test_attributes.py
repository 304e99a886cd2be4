"""The line in .gitattributes."""

import pytest

from citekit.git.attributes import has_driver, with_driver, without_driver

LINE = "*.bib merge=citekit\n"
FILES = [
    # before, with the driver, after taking it out again
    ("", LINE, ""),
    ("*.tex text\n", "*.tex text\n" + LINE, "*.tex text\n"),
    ("*.tex text", "*.tex text\n" + LINE, "*.tex text\n"),
    ("*.tex text\r\n", "*.tex text\r\n*.bib merge=citekit\r\n", "*.tex text\r\n"),
    (LINE, LINE, ""),
    ("*.bib text merge=citekit\n", "*.bib text merge=citekit\n", "*.bib text\n"),
    ("*.bib merge=union\n", "*.bib merge=union\n" + LINE, "*.bib merge=union\n"),  # the last line counts
    (LINE + "*.bib -merge\n", LINE + "*.bib -merge\n" + LINE, "*.bib -merge\n"),
    ("# *.bib merge=citekit\n", "# *.bib merge=citekit\n" + LINE, "# *.bib merge=citekit\n"),
]


@pytest.mark.parametrize(("before", "installed", "removed"), FILES)
def test_attributes(before, installed, removed):
    assert with_driver(before) == installed
    assert has_driver(installed)
    assert with_driver(installed) == installed
    assert without_driver(installed) == removed
