"""Markup in what should be plain text. The signs above and below the line: https://www.unicode.org/charts/PDF/U2070.pdf"""

import pytest

from citekit.values.markup import lost_tags, plain, without_tags

TABLE = [
    ("<i>Il1rn</i> &amp; men", "Il1rn & men"),
    ("&lt;i&gt;Il1rn&lt;/i&gt;", "Il1rn"),
    ("H<sub>2</sub>O at 10<sup>-6</sup> Pa", "H₂O at 10⁻⁶ Pa"),
    ("<jats:italic>x</jats:italic><jats:sup><jats:italic>2</jats:italic></jats:sup>", "x²"),
    ("Il1rn<sup>-/-</sup> and CO<sub>x</sub>", "Il1rn-/- and COx"),
    ("the 4<SUP>th</SUP> of", "the 4th of"),
    ('<span class="nocase">mRNA</span>', "mRNA"),
    ("<p>One.</p><p>Two.<br/>Three.</p>", "One. Two. Three."),
    ("p < 5 & q > 3, <300 μm> wide; AT&T &c", "p < 5 & q > 3, <300 μm> wide; AT&T &c"),
    ("Lud&#228;scher &#x2014; B.", "Ludäscher — B."),
    ("<sub>2", "2"),
    ("a <sub></sub> b", "a b"),
]


@pytest.mark.parametrize(("said", "meant"), TABLE)
def test_plain(said, meant):
    assert plain(said) == meant


@pytest.mark.parametrize(
    "piece", ["<sub>", "<sub>2", "<sub><i>", "<i " + "x" * 70 + ">", "&#", "<sup>" + "2" * 70 + "</sup>"]
)
def test_a_megabyte_of_anything_is_read(piece):
    assert len(plain(piece * (1_000_000 // len(piece)))) <= 1_000_000


def test_tags_that_say_nothing_else():
    assert lost_tags("<i>A</i>, <i>B</i>, H<sub>2</sub>O, CO<sub>x</sub>") == ("<i>", "<sub>")


def test_lines_stay():
    assert without_tags("<b>a</b>\nb") == "a\nb"
