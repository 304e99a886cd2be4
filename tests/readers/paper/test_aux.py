"""The `.aux` of LaTeX: lines as LaTeX (TeX Live 2022) writes them, and what a failed run leaves."""

import pytest

from citekit.errors import InputError
from citekit.readers.paper import read_paper

NATBIB_AND_HYPERREF = r"""\relax
\providecommand\hyper@newdestlabel[2]{}
\HyperFirstAtBeginDocument{\ifx\hyper@anchor\@undefined
\gdef\newlabel#1#2{\newlabelxx{#1}#2}
\fi}
\citation{smith2009,Doe2010}
\@writefile{toc}{\contentsline {section}{\numberline {1}A \citation {no}}{1}{section.1}\protected@file@percent }
\citation{kid}
\citation{Doe2010}
\@input{chapter.aux}
\citation{*}
\bibstyle{plainnat}
\bibdata{refs,more}
\bibcite{kid}{{3}{2011}{{Kid}}{{}}}
\gdef \@abspage@last{3}
"""
BIBER = r"""\relax
\abx@aux@refcontext{nty/global//global/global}
\abx@aux@cite{0}{smith2009}
\abx@aux@segm{0}{0}{smith2009}
\abx@aux@cite{1}{kid}
\abx@aux@cite{old}
\abx@aux@read@bbl@mdfivesum{nohash}
"""
CONTROL = """<bcf:controlfile xmlns:bcf="https://sourceforge.net/projects/biblatex"><bcf:bibdata section="0">
<bcf:datasource type="file" datatype="bibtex" glob="false">refs.bib</bcf:datasource></bcf:bibdata>
<bcf:section number="0"><bcf:citekey order="1">kid</bcf:citekey></bcf:section></bcf:controlfile>"""


@pytest.fixture
def aux(tmp_path, monkeypatch):
    """Writes files into an empty folder and reads main.aux."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BIBINPUTS", raising=False)

    def read(main, **others):
        (tmp_path / "main.aux").write_bytes(main.encode() if isinstance(main, str) else main)
        for name, text in others.items():
            (tmp_path / name.replace("_", ".")).write_text(text)
        return read_paper("main.aux")

    return read


def test_natbib_hyperref_and_include(aux):
    found = aux(
        NATBIB_AND_HYPERREF, chapter_aux="\\relax\n\\citation{chap1,kid}\n\\@setckpt{chapter}{\n}\n", refs_bib=""
    )
    assert found.keys == ("smith2009", "Doe2010", "kid", "chap1")
    assert found.everything
    assert (found.bibliographies, found.style, found.biblatex) == (("refs.bib", "more.bib"), "plainnat", False)
    assert found.places["kid"] == ("main.aux", 8)
    assert found.places["chap1"] == ("chapter.aux", 2)
    assert [str(problem) for problem in found.problems] == ["main.aux:13: the bibliography more.bib is not there"]


def test_keys_keep_their_case(aux):
    assert aux("\\citation{Smith,smith}\n").keys == ("Smith", "smith")


def test_line_ends_and_letters(aux):
    assert aux("\\relax \r\n\\citation{müller}\r\n".encode("latin-1")).keys == ("müller",)


def test_control_keys_of_packages_are_no_citations(aux):
    """As biblatex writes them for BibTeX, REVTeX 4.2 and achemso."""
    found = aux(
        "\\bibdata{acs-main,refs}\n\\citation{REVTEX42Control}\n\\citation{apsrev42Control}\n\\citation{achemso-control}\n\\citation{a}\n",
        refs_bib="",
    )
    assert (found.keys, found.bibliographies) == (("a",), ("refs.bib",))


def test_biblatex_with_bibtex(aux):
    source = (
        "\\relax \n\\bibstyle{biblatex}\n\\bibdata{main-blx,refs}\n\\citation{biblatex-control}\n"
        "\\citation{kid}\n\\abx@aux@cite{0}{kid}\n\\abx@aux@nociteall\n"
    )
    found = aux(source, refs_bib="")
    assert (found.keys, found.bibliographies, found.style) == (("kid",), ("refs.bib",), "")
    assert (found.biblatex, found.everything, found.problems) == (True, True, ())


def test_the_control_file_beside_tells_more(aux):
    found = aux(BIBER, main_bcf=CONTROL, refs_bib="")
    assert (found.file, found.keys, found.bibliographies, found.biblatex) == ("main.aux", ("kid",), ("refs.bib",), True)


@pytest.mark.parametrize("control", [None, CONTROL[:80], ""])
def test_without_it_the_keys_are_there_and_no_bibliography(aux, control):
    found = aux(BIBER, **({} if control is None else {"main_bcf": control}))
    assert (found.keys, found.bibliographies) == (("smith2009", "kid", "old"), ())
    assert [problem.kind for problem in found.problems] == ["unfinished"]


def test_files_that_take_in_each_other_are_read_once(aux):
    found = aux(
        "\\citation{a}\n\\@input{one.aux}\n\\@input{one.aux}\n\\@input{gone.aux}\n",
        one_aux="\\@input{main.aux}\n\\citation{b}\n",
    )
    assert found.keys == ("a", "b")
    assert [(problem.kind, problem.line) for problem in found.problems] == [("missing-file", 4)]


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ("\\relax \n\\citation{a}\n\\citation{smi", ("a",)),
        ("\\relax \n\\citation{a}", ("a",)),
        ("\\citation{a", ()),
        ("\\relax \n\\citation{a}\n" + "x" * 3000 + "\0\1\0" * 100, ("a",)),
    ],
)
def test_what_a_failed_run_left_is_read_as_far_as_it_goes(aux, source, keys):
    found = aux(source)
    assert found.keys == keys
    assert [problem.kind for problem in found.problems] == ["unfinished"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "is empty: LaTeX stopped"),
        ("Dear reader,\n", "is no .aux file of LaTeX"),
        (bytes(range(9)) * 300, "not text but a binary file"),
        (b"%PDF-1.7\n", "not text but a PDF"),
    ],
)
def test_what_is_no_aux_is_refused_in_one_line(aux, source, said):
    with pytest.raises(InputError, match=f"^main.aux: {said}.*$"):
        aux(source)


def test_one_that_latex_has_not_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tex").write_text("\\cite{a}")
    with pytest.raises(InputError, match=r"main\.aux: no such file; LaTeX writes it: run it on main\.tex"):
        read_paper("main.aux")
    with pytest.raises(InputError, match=r"other\.aux: no such file$"):
        read_paper("other.aux")
