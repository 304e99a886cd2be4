"""Escapes of CommonMark 0.31 (2.4 backslash escapes, 5.2 list items, 6.2 emphasis) and GitHub's `~` and `$`."""

import shutil
import subprocess

import pytest

from citekit.csl.marks import BLOCK, BOLD, INDENT, ITALIC, SMALL_CAPS, SUPERSCRIPT, link, wrap
from citekit.render.outputs import Entry, Layout
from citekit.render.outputs.markdown import written


def of(text: str, label: str = "") -> str:
    return written([Entry("key", label, text)], Layout())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("IL1RN*2 and a_b_c", r"IL1RN\*2 and a\_b\_c"),
        ("`code` [Internet] <b>", r"\`code\` \[Internet\] \<b\>"),
        (r"back\slash", r"back\\slash"),
        ("AT&amp;T & more", "AT&amp;amp;T & more"),
        ("$5 ~ #1 | 2", r"\$5 \~ \#1 \| 2"),
        ("2002. A title", r"2002\. A title"),
        ("1) A title", r"1\) A title"),
        ("- a title", r"\- a title"),
        ("IL-1, 100%. Half", "IL-1, 100%. Half"),  # nothing to escape
    ],
)
def test_text(title, expected):
    assert of(title) == f"{expected}\n"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (wrap(ITALIC, "J Chem") + ". 5", "*J Chem*. 5"),
        ("x " + wrap(BOLD, "360") + "(2)", "x <b>360</b>(2)"),  # `**360**(2)` is right, too
        ("x" + wrap(ITALIC, "y") + "z", "x<i>y</i>z"),
        (wrap(ITALIC, "J. ") + "Chem", "<i>J. </i>Chem"),
        (wrap(ITALIC, "J.") + "Chem", "<i>J.</i>Chem"),
        (wrap(ITALIC, "J [Internet]") + ", 5", r"*J \[Internet\]*, 5"),
        (r"\<i>x</i>", r"\\\<i\>x\</i\>"),
        (wrap(SUPERSCRIPT, "2") + wrap(SMALL_CAPS, "Doe"), '<sup>2</sup><span style="font-variant:small-caps;">Doe</span>'),
        ("a" + wrap(BLOCK, "- b") + wrap(INDENT, "c"), "a\\\n\\- b\\\n&emsp;c"),
        (link("https://e.org/(a)?b&lt;", "a*b"), r"[a\*b](https://e.org/%28a%29?b&amp;lt;)"),
    ],
)  # fmt: skip
def test_marks(marked, expected):
    assert of(marked) == f"{expected}\n"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["1.", "2."], "1. x\n2. x\n"),
        (["1", "2"], "1. x\n2. x\n"),
        (["[1]", "[2]"], "\\[1\\] x\n\n\\[2\\] x\n"),
        (["2.", "1."], "2\\. x\n\n1\\. x\n"),  # Markdown would count upwards
        (["", ""], "x\n\nx\n"),
    ],
)
def test_labels(labels, expected):
    assert written([Entry("key", label, "x") for label in labels], Layout()) == expected


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc")
@pytest.mark.parametrize(
    ("marked", "html"),
    [
        (wrap(ITALIC, "“J”") + ", " + wrap(BOLD, "5") + ".", "<p><em>“J”</em>, <strong>5</strong>.</p>"),
        ("(" + wrap(ITALIC, "x") + ")/" + wrap(ITALIC, "y") + "–" + wrap(BOLD, "z"), "<p>(<em>x</em>)/<em>y</em>–<strong>z</strong></p>"),
        ("a*" + wrap(ITALIC, "b*c") + "*d", "<p>a*<i>b*c</i>*d</p>"),
        ("<script>&lt; [x](y) ![z] `c`", "<p>&lt;script&gt;&amp;lt; [x](y) ![z] `c`</p>"),
    ],
)  # fmt: skip
def test_what_a_reader_of_markdown_makes_of_it(marked, html):
    read = subprocess.run(["pandoc", "-f", "commonmark", "-t", "html", "--wrap=none"], input=of(marked), capture_output=True, text=True, timeout=60, check=True)  # fmt: skip
    assert read.stdout.strip() == html
