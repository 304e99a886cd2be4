"""RTF 1.9.1 (Microsoft, 2008): "Font (Character) Formatting Properties", "Unicode RTF", "Paragraph Formatting Properties"."""

import shutil
import subprocess

import pytest

from citekit.csl.marks import BLOCK, BOLD, INDENT, ITALIC, SMALL_CAPS, SUPERSCRIPT, UPRIGHT, link, wrap
from citekit.render.outputs import Entry, Layout, rtf


def of(text: str, label: str = "", layout: Layout = Layout()) -> str:  # noqa: B008
    return rtf.written([Entry("key", label, text)], layout).splitlines()[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("é", r"\u233\'3f"),
        ("\uf900", r"\u-1792\'3f"),  # U+F900: above 32767 the number is negative
        ("🙂", r"\u-10179\'3f\u-8638\'3f"),  # U+1F642 is D83D DE42
        (r"a{b}\c", r"a\{b\}\\c"),
        (wrap(ITALIC, "J" + wrap(UPRIGHT, "r")) + wrap(BOLD, "5"), r"{\i J{\i0 r}}{\b 5}"),
        (wrap(SMALL_CAPS, "Doe") + wrap(SUPERSCRIPT, "2"), r"{\scaps Doe}{\super 2}"),
        (link("https://e.org/{", "x"), r'{\field{\*\fldinst{HYPERLINK "https://e.org/%7B"}}{\fldrslt{\ul x}}}'),
        (link("javascript:x", "x"), "x"),
    ],
)
def test_text(text, expected):
    assert of(text) == rf"\pard\sl240\slmult1\sa120\li0\fi0 {expected}\par"


def test_labels_stand_in_a_column_and_others_hang():
    assert of("J", "[1]").endswith(r"\li600\fi-600\tx600 [1]\tab J\par")
    assert (
        of("J", layout=Layout(hanging_indent=True, line_spacing=2, entry_spacing=0))
        == r"\pard\sl480\slmult1\sa0\li720\fi-720 J\par"
    )


def test_blocks_are_paragraphs():
    lines = rtf.written([Entry("key", "", "J" + wrap(BLOCK, "x") + wrap(INDENT, "y"))], Layout()).splitlines()
    assert [line.split(" ")[-1] for line in lines[1:-1]] == [r"J\par", r"x\par", r"y\par"]
    assert r"\li720" in lines[3]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc")
def test_a_reader_of_rtf_reads_it():
    text = rtf.written([Entry("k", "[1]", wrap(ITALIC, "Müller 中 x") + " " + link("https://e.org/", "x"))], Layout())
    read = subprocess.run(["pandoc", "-f", "rtf", "-t", "html", "--wrap=none"], input=text, capture_output=True, text=True, timeout=60, check=False)  # fmt: skip
    if read.returncode:
        pytest.skip("this pandoc reads no RTF")
    assert "<em>Müller 中 x</em>" in read.stdout
    assert '<a href="https://e.org/"' in read.stdout
