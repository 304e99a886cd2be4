import pytest

from citekit.csl.marks import BLOCK, INDENT, ITALIC, link, wrap
from citekit.render.outputs import Entry, Layout, text


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("a", "[1]", "J Doe."), "[1] J Doe.\n"),
        (Entry("a", "1. ", wrap(ITALIC, "J") + " " + link("https://e.org", "e")), "1. J e\n"),
        (Entry("a", "", "J Doe."), "J Doe.\n"),
        (Entry("a", "", wrap(BLOCK, "Doe") + "Title." + wrap(BLOCK, "x") + wrap(INDENT, "Abstract.")), "Doe\nTitle.\nx\n    Abstract.\n"),
        (Entry("a", "1", wrap(BLOCK, "Doe")), "1 Doe\n"),
    ],
)  # fmt: skip
def test_line(entry, expected):
    assert text.written([entry], Layout()) == expected
