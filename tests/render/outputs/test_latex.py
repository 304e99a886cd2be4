"""LaTeX for pdfLaTeX; where it is installed, it is asked."""

import shutil
import subprocess

import pytest

from citekit.render import STYLES, render
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


PAPER = r"""\documentclass{article}
\usepackage[T1]{fontenc}
%s
\begin{document}
\cite{aksentijevich2009,leung_1985}
%s
\end{document}
"""
# Every character we say pdfLaTeX can print.
PRINTABLE = [c for c in map(chr, range(0x21, 0x2300)) if not unknown(c) and c.isprintable()]


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
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("package", ["", r"\IfFileExists{hyperref.sty}{\usepackage{hyperref}}{}"])
def test_compiles(references, tmp_path, style, package):
    known = [r for r in references if not unknown(r.title)]
    assert errors(tmp_path, PAPER % (package, render(known, style, "latex").text)) == []


@needs_tex
def test_all_that_we_call_printable_is(tmp_path):
    assert len(PRINTABLE) > 900
    text = "\n\n".join(f"x{encode(c)}y" for c in PRINTABLE)
    assert errors(tmp_path, PAPER % ("", text)) == []
