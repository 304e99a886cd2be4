"""Papers that cite all of bib/dira.bib, built by TeX itself: with our .bbl, with bibtex, with biblatex and biber."""

import json
import shutil

import pytest
from conftest import ROOT

DIRA = (ROOT / "bib" / "dira.bib").read_bytes()
PLAIN = r"Known \cite{reddy2009,stenerson2011}, see \cite[p.~3]{aksentijevich2009}.\nocite{*}"
NATBIB = (
    r"Known to \citet{reddy2009}, \citet*{stenerson2011}, \citeauthor{beck2011} \citeyearpar{beck2011},"
    r" \citep[see][p.~3]{reddy2009,stenerson2011,aksentijevich2009}. \Citet{altiok2012}\nocite{*}"
)


def end(style):
    return rf"\bibliographystyle{{{style}}}\bibliography{{dira}}"


# What it is → text, preamble, class, style, and how LaTeX is to cite an entry from now on.
PAPERS = {
    "numbers": (PLAIN, "", "article", "nejm", "{reddy2009}{1}"),
    "dates": (PLAIN, "", "article", "apa", r"{reddy2009}{Reddy et\nobreakspace  {}al., 2009}"),
    "natbib by number": (
        NATBIB,
        r"\usepackage[numbers,sort&compress]{natbib}\usepackage{hyperref}",
        "article",
        "nejm",
        "{reddy2009}{{1}{2009}{{Reddy et~al.}}{{Reddy, Jia, Geoffrey, Lorier, Suchi, Broeckel, Hessner, and Verbsky}}}",
    ),
    "natbib by date": (
        NATBIB,
        r"\usepackage[round]{natbib}\usepackage{hyperref}",
        "article",
        "apa",
        "{2009}{{Reddy et~al.}}{{Reddy, Jia, Geoffrey, Lorier, Suchi, Broeckel, Hessner, and Verbsky}}}",
    ),
    "cite, babel, KOMA-Script": (
        PLAIN,
        r"\usepackage[american]{babel}\usepackage{cite}",
        "scrartcl",
        "vancouver",
        "{reddy2009}{1}",
    ),
}


@pytest.mark.parametrize("title", PAPERS)
def test_our_bbl(paper, run, title):
    body, preamble, document_class, style, cited = PAPERS[title]
    made = paper("p", body + end(style), preamble, document_class, dira=DIRA)
    made.latex()
    assert run("latex", "p").code == 0
    made.latex(2)
    assert made.trouble == []
    assert cited in made.read(".aux")


def test_natbib_is_told_that_numbers_are_wanted(paper, run):
    made = paper("p", r"\citet{reddy2009}" + end("nejm"), r"\usepackage{natbib}", dira=DIRA)
    made.latex()
    run("latex", "p")
    made.latex()
    assert "Package citekit Warning: The style numbers its entries" in made.read(".log")


MATHS = r"""
@article{rings, author = {Doe, J.}, title = {On $\mathbb{Z}_2$, $SL_n(\mathbb{R})$ and $\frac{a}{b}$ for \$5}, journal = {J. of $L^p$}, year = 2001}
@article{title, title = {The $\mathfrak{g}$-modules $\sqrt{x_i^2}(t)$, [so] named}, journal = {J}, year = {-44}}
"""


@pytest.mark.parametrize("style", ["apa", "nejm"])
@pytest.mark.parametrize("packages", ["", "amssymb", "natbib", "amssymb,natbib,hyperref"])
def test_maths_with_its_packages_and_without(paper, run, style, packages):
    numbers = r"\PassOptionsToPackage{numbers}{natbib}" if style == "nejm" else ""
    preamble = numbers + (rf"\usepackage{{{packages}}}" if packages else "")
    made = paper(
        "p", rf"\cite{{rings,title}}\bibliographystyle{{{style}}}\bibliography{{maths}}", preamble, maths=MATHS
    )
    made.latex()
    assert run("latex", "p").code == 0
    made.latex(2)
    assert made.trouble == []
    assert r"On $\mathbb{Z}_2$, $SL_n(\mathbb{R})$ and $\frac{a}{b}$ for \$5" in made.read(".bbl")


@pytest.mark.parametrize("style", ["apa", "nejm", "plain"])
@pytest.mark.parametrize("package", ["", r"\usepackage[numbers]{natbib}"])
def test_a_list_that_is_pasted_in(paper, run, tmp_path, style, package):
    """citekit render --to latex is for papers without \\bibliography."""
    (tmp_path / "refs.bib").write_bytes(DIRA + MATHS.encode())
    assert run("render", "refs.bib", "--style", style, "-o", "list.tex").code == 0
    made = paper("p", r"\cite{reddy2009} \cite{rings} \input{list.tex}", package)
    made.latex(3)
    assert made.trouble == []


def test_an_empty_list(paper, run):
    made = paper("p", "Nothing." + end("apa"), dira=DIRA)
    made.latex()
    assert run("latex", "p").code == 0
    made.latex()
    assert made.trouble == []


def test_one_entry_under_several_keys(paper, run):
    """`ids` are what biblatex knows an entry by, too; BibTeX does not tell A from a."""
    body = r"\cite{old} \cite{new} \cite{New}" + end("nejm")
    made = paper(
        "p", body, r"\usepackage{hyperref}", dira="@book{new, ids = {old}, author = {A. Doe}, title = {T}, year = 2000}"
    )
    made.latex()
    run("latex", "p")
    made.latex(2)
    assert made.trouble == []
    assert "has been referenced but does not exist" not in made.read(".log")
    assert made.read(".bbl").count("]{old}") == 1


def test_latexmk_runs_citekit_in_bibtexs_place(paper, tmp_path):
    if shutil.which("latexmk") is None:
        pytest.skip("no latexmk")
    made = paper("p", r"\cite{reddy2009}" + end("nejm"), dira=DIRA)
    (tmp_path / "citekit").write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{shutil.which("python")}" -m citekit "$@"\n'
    )
    (tmp_path / "citekit").chmod(0o755)
    (tmp_path / "rc").write_text(f"$bibtex = '{tmp_path}/citekit latex %O %S --style lancet';\n")
    said = made.run("latexmk", "-norc", "-r", "rc", "-silent", "-pdf")
    assert "rule 'bibtex p'" in said
    assert made.trouble == []
    assert "The style: lancet" in made.read(".blg")


@pytest.mark.parametrize("style", ["plainnat", "unsrtnat"])
def test_bibtex_and_natbib(paper, style):
    made = paper("p", NATBIB + end(style), r"\usepackage{natbib}\usepackage{hyperref}", dira=DIRA)
    made.latex()
    warnings = [line for line in made.run("bibtex").splitlines() if line.startswith("Warning--")]
    assert all(line.startswith(("Warning--empty ", "Warning--to sort")) for line in warnings), warnings
    made.latex(2)
    assert made.trouble == []


BIBLATEX = r"\usepackage[T1]{fontenc}\usepackage{biblatex}\addbibresource{%s.bib}"
ITEMS = [
    {
        "id": "odd", "type": "article-journal", "title": "100% of <i>β</i>-blockers & {braces} cost $5 #1 a_b ~ ^ \\ «x» “y”",
        "author": [{"family": "Żądło", "given": "Ø."}, {"literal": "Smith & Sons {Ltd}"}], "container-title": "J & K",
        "issued": {"date-parts": [[2009, 5, 1]]}, "page": "1-9", "DOI": "10.1000/a_b%3C1", "URL": "https://example.org/~a?b=1&c=%20#d_e",
    },
    {"id": "plain", "type": "book", "title": "Plain", "author": [{"family": "Doe", "given": "J."}], "publisher": "P", "issued": {"date-parts": [[2001]]}},
]  # fmt: skip


def test_biblatex_and_biber(paper, run, tmp_path):
    """Also an exported file with odd characters, in the same run: biber takes seconds to start."""
    if shutil.which("biber") is None:
        pytest.skip("no biber")
    (tmp_path / "odd.json").write_text(json.dumps(ITEMS), encoding="utf-8")
    assert run("convert", "odd.json", "--to", "biblatex", "-o", "odd.bib").code == 0
    preamble = BIBLATEX % "dira" + r"\addbibresource{odd.bib}"
    made = paper("p", r"\cite{reddy2009,odd}\nocite{*}\printbibliography", preamble, dira=DIRA)
    made.latex()
    said = made.run("biber")
    assert "ERROR" not in said
    assert [line for line in said.splitlines() if line.startswith("WARN") and "legacy month" not in line] == []
    made.latex(2)
    assert made.trouble == []


def test_an_exported_file_through_bibtex(paper, run, tmp_path):
    (tmp_path / "odd.json").write_text(json.dumps(ITEMS), encoding="utf-8")
    assert run("convert", "odd.json", "--to", "bibtex", "-o", "dira.bib").code == 0
    made = paper("p", r"\citet{odd,plain}" + end("plainnat"), r"\usepackage[T1]{fontenc}\usepackage{natbib,hyperref}")
    made.latex()
    assert "Warning--" not in made.run("bibtex")
    made.latex(2)
    assert made.trouble == []
