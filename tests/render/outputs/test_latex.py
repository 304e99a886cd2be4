"""LaTeX for pdfLaTeX; where it is installed, it is asked."""

import shutil
import subprocess

import pytest

from citekit.csl.marks import BLOCK, BOLD, INDENT, ITALIC, SMALL_CAPS, SUBSCRIPT, UNDERLINE, link, wrap
from citekit.render.bbl import bbl
from citekit.render.bbl.markup import text as written
from citekit.render.outputs import Entry, Layout, latex
from citekit.render.outputs.tex_characters import encode, unknown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # LaTeX's ten special characters (Lamport, LaTeX, §2.1)
        ("# $ % & ~ _ ^ \\ { }", r"\# \$ \% \& \textasciitilde{} \_ \textasciicircum{} \textbackslash{} \{ \}"),
        ("a -- b --- c ''", "a -{}- b -{}-{}- c '{}'"),  # no ligatures
        ("Tedgård, Müller", r"Tedg\r{a}rd, M\"{u}ller"),
        ("Wałęsa", r"Wa{\l}\k{e}sa"),
        ("Groß", r"Gro{\ss}"),
        ("Chiș", r"Chi\textcommabelow{s}"),
        ("q\u0301", r"\'{q}"),
        ("IL‐1β −70 °C", r"IL-1\ensuremath{\beta} \ensuremath{-}70 {\textdegree}C"),
        ("Γ Α ς", r"\ensuremath{\Gamma} A \ensuremath{\varsigma}"),
        ("H₂O 10²", r"H\textsubscript{2}O 10\textsuperscript{2}"),
        ("ﬁ 𝛼 ⅔", r"fi \ensuremath{\alpha} 2/3"),
        ("“x” – y", r"{\textquotedblleft}x{\textquotedblright} {\textendash} y"),
        ("so\u00adft\u200b", "soft"),
        ("中 Й 한", "中 Й 한"),  # stays, and is said
    ],
)
def test_encode(text, expected):
    assert encode(text) == expected


def test_unknown():
    assert unknown("é β 中 中 文") == "中文"


def test_it_is_what_a_paper_gets():
    entries = [Entry("a", "[1]", "x", "Doe", "2001", "Doe")]
    assert latex.written(entries, Layout(numeric=True)) == bbl(entries, True)
    assert latex.written(entries, Layout()) == bbl(entries, False)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (wrap(ITALIC, "J & K") + wrap(BOLD, "5"), r"\textit{J \& K}\textbf{5}"),
        (wrap(SMALL_CAPS, "Doe") + wrap(SUBSCRIPT, "2") + wrap(UNDERLINE, "u"), r"\textsc{Doe}\textsubscript{2}\underline{u}"),
        (link("https://e.org/a%20b#c", "x_y"), r"\href{https://e.org/a\%20b\#c}{x\_y}"),
        (link("javascript:x", "x"), "x"),
        ("a" + wrap(INDENT, "b"), r"{\leftskip=0em a\endgraf\leftskip=1.5em b\endgraf}"),
    ],
)  # fmt: skip
def test_text(marked, expected):
    assert written(marked) == expected


PAPER = r"""\documentclass{article}
\usepackage[T1]{fontenc}
%s
\begin{document}
\cite{a} \cite{b}
%s
\end{document}
"""
# Every character we say pdfLaTeX can print.
PRINTABLE = [c for c in map(chr, range(0x21, 0x2300)) if not unknown(c) and c.isprintable()]
TEXTS = (
    r"\input{/etc/passwd} \write18{ls} }{ % $x$ # & _ ^ ~ ",
    wrap(BOLD, "b" + wrap(BLOCK, "block") + wrap(INDENT, "in" + wrap(ITALIC, "dent")) + "end"),
    wrap(BLOCK, "first") + link("https://e.org/a%20b#c&d_e~f", wrap(ITALIC, "100%")) + wrap(INDENT, "last"),
    wrap(ITALIC, link("https://e.org/a%20b#c&d_e~f", "x")),
)


def errors(folder, paper: str) -> list[str]:
    """The errors of one run of pdfLaTeX."""
    (folder / "paper.tex").write_text(paper, encoding="utf-8")
    tex = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "-draftmode", "paper.tex"]
    subprocess.run(tex, cwd=folder, capture_output=True, timeout=60, check=False)
    log = (folder / "paper.log").read_text(encoding="utf-8", errors="replace")
    assert "LaTeX2e" in log
    return [line for line in log.splitlines() if line.startswith("!")]


needs_tex = pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no TeX")


@needs_tex
@pytest.mark.parametrize(
    ("labels", "numeric", "package"),
    [
        ("[1] [2] [3] [4]", True, ""),
        ("1. 2. 3. 4.", True, r"\IfFileExists{hyperref.sty}{\usepackage{hyperref}}{}"),
        ("1. 2. 3. 4.", True, r"\IfFileExists{natbib.sty}{\usepackage[numbers]{natbib}}{}"),
        ("A B C D", False, ""),
        ("", False, ""),
        ("", False, r"\IfFileExists{natbib.sty}{\usepackage{natbib}}{}"),
    ],
)
def test_compiles(tmp_path, labels, numeric, package):
    each = labels.split() or [""] * 4
    entries = [
        Entry(key, label, text, r"Doe & $\mathbb{Z}_2(x)$", "2009", "Doe & Müller")
        for key, label, text in zip("abcd", each, TEXTS, strict=True)
    ]
    (tmp_path / "paper.aux").write_text("")
    paper = PAPER % (package, latex.written(entries, Layout(numeric=numeric)))
    assert errors(tmp_path, paper) == []
    assert errors(tmp_path, paper) == []  # the second run reads what \bibitem has written


@needs_tex
def test_all_that_we_call_printable_is(tmp_path):
    assert len(PRINTABLE) > 900
    text = "\n\n".join(f"x{encode(c)}y" for c in PRINTABLE)
    assert errors(tmp_path, PAPER % ("", text)) == []
