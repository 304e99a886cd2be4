"""The Markdown of pandoc's YAML bibliographies (https://pandoc.org/MANUAL.html#specifying-bibliographic-data)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange.csl.markdown import of_markup, to_markup
from citekit.exchange.csl.markup import escaped, plain

SMALL = '<span style="font-variant:small-caps">'
TABLE = [
    ("*Il1rn* in mice", "<i>Il1rn</i> in mice"),
    ("_Il1rn_ in mice", "<i>Il1rn</i> in mice"),
    ("a **bold** word", "a <b>bold</b> word"),
    ("H~2~O and m^2^", "H<sub>2</sub>O and m<sup>2</sup>"),
    ("the [mRNA]{.nocase} of", 'the <span class="nocase">mRNA</span> of'),
    ("[Cæsar]{.smallcaps}", f"{SMALL}Cæsar</span>"),
    ("**a *b* c**", "<b>a <i>b</i> c</b>"),
    ("[x](https://x.org)", "x"),
    ("snake_case_name", "snake_case_name"),
    (r"5 \* 6 \_x\_ \[1\]", "5 * 6 _x_ [1]"),
    (r"\<i\>", "&lt;i>"),
    ("1999--2000 ... ---", "1999–2000 … —"),
    ("`a*b`", "a*b"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("p < 5 & q > 3", "p < 5 & q > 3"),
]


@pytest.mark.parametrize(("markdown", "markup"), TABLE)
def test_markdown_is_read(markdown, markup):
    assert to_markup(markdown) == markup


WRITTEN = [
    ("<i>Il1rn</i> in mice", "*Il1rn* in mice"),
    ("H<sub>2</sub>O", "H~2~O"),
    ('<span class="nocase">mRNA</span>', "[mRNA]{.nocase}"),
    (f"{SMALL}Cæsar</span>", "[Cæsar]{.smallcaps}"),
    ("a * b_c _d_", r"a \* b_c \_d\_"),
    ("# 1", r"\# 1"),
    ("1. One", r"1\. One"),
    ("J. R. R.", "J. R. R."),
    ("me@x.org and @you", r"me@x.org and \@you"),
    ("an <i>open tag", "an open tag"),
    ("-- and ...", r"\-\- and \.\.\."),
]


@pytest.mark.parametrize(("markup", "markdown"), WRITTEN)
def test_markdown_is_written(markup, markdown):
    assert of_markup(markup) == markdown


@given(st.text(st.sampled_from("ab1 *_~^[]{}()<>&;.-\\`$@#!i/lt=\"'\n")))
def test_any_plain_text_comes_back(text):
    assert plain(to_markup(of_markup(escaped(text)))) == text


@given(st.text(st.sampled_from("*_~^[]{}.\\`ab ")))
def test_any_markdown_is_read(text):
    to_markup(text)


@pytest.mark.parametrize(
    "piece", ["*a", "**a", "_a", "__a", "[", "[a](", "~a", "^a", "`", "``a", "\\", "<i>", "[a]{", "~~a"]
)
def test_nasty_markdown_is_read_in_time(piece):
    to_markup(piece * 30_000)
    of_markup(piece * 30_000)
