"""What a LaTeX source cites, with all that it takes in."""

import pytest

from citekit.errors import InputError
from citekit.readers.paper import read_paper


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """Writes files into an empty folder and reads the first."""
    monkeypatch.chdir(tmp_path)
    for variable in ("BIBINPUTS", "TEXINPUTS"):
        monkeypatch.delenv(variable, raising=False)

    def read(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_text(text)
        return read_paper(next(iter(files)).replace("__", "/").replace("_", "."))

    return read


def test_keys_come_in_the_order_of_first_citation(paper):
    found = paper(
        main_tex="\\cite{b, a}\n\\citep[see][3]{c}\\cite{a}\n%\\cite{no}\n\\begin{verbatim}\\cite{no}\\end{verbatim}\\nocite{d}"
    )
    assert found.keys == ("b", "a", "c", "d")
    assert found.places == {key: ("main.tex", line) for key, line in {"b": 1, "a": 1, "c": 2, "d": 4}.items()}
    assert not found.everything


@pytest.mark.parametrize("source", [r"\nocite{*}", r"\nocite{a,*}", "\\nocite{%\n*}"])
def test_everything(paper, source):
    assert paper(main_tex=source).everything


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (r"\input{part}", "part_tex"),
        (r"\input{part.tex}", "part_tex"),
        ("\\input part\n", "part_tex"),
        (r"\include{text/part}", "text__part_tex"),
        (r"\subfile{text/part}", "text__part_tex"),
        (r"\import{text/}{part}", "text__part_tex"),
        (r"\subimport*{text/}{part.tex}", "text__part_tex"),
        ("\\input{%\n  part}", "part_tex"),
        (r"\input{\jobname-part}", "main-part_tex"),
        (r'\input{"my part"}', "my part_tex"),
    ],
)
def test_what_is_taken_in_stands_at_its_place(paper, command, file):
    found = paper(main_tex=rf"\cite{{a}}{command}\cite{{c}}", **{file: "\n\\cite{b}"})
    assert found.keys == ("a", "b", "c")
    assert found.places["b"] == (file.replace("__", "/").replace("_", "."), 2)
    assert found.problems == ()


def test_a_part_names_others_from_its_own_folder_or_the_main_one(paper):
    found = paper(
        main_tex=r"\subfile{text/one}", text__one_tex=r"\input{two}\input{text/three}\bibliography{../refs}",
        text__two_tex=r"\cite{two}", text__three_tex=r"\cite{three}", refs_bib="",
    )  # fmt: skip
    assert found.keys == ("two", "three")
    assert found.bibliographies == ("refs.bib",)


def test_files_that_take_in_each_other_are_read_once(paper):
    found = paper(main_tex=r"\cite{a}\input{b}\input{b}\input{main}", b_tex=r"\cite{b}\input{main}\input{b}")
    assert found.keys == ("a", "b")
    assert found.problems == ()


def test_what_is_taken_in_and_not_there_is_told(paper):
    found = paper(
        main_tex="\n\\include{gone}\\input{\\figures/x}\\input{glyphtounicode}\n%\\input{no}\n\\InputIfFileExists{maybe}{}{}"
    )
    assert [(each.kind, each.file, each.line) for each in found.problems] == [("missing-file", "main.tex", 2)]
    assert "gone" in found.problems[0].message


def test_a_part_that_is_no_text_is_told(paper, tmp_path):
    (tmp_path / "figure.tex").write_bytes(b"\x89PNG\r\n")
    (told,) = paper(main_tex=r"\input{figure}").problems
    assert str(told) == "main.tex:1: figure.tex, which it takes in, not text but a picture"


@pytest.mark.parametrize(
    ("source", "files", "biblatex"),
    [
        (r"\bibliography{one,two}", ("one.bib", "two.bib"), False),
        ("\\bibliography{one,%\n two}", ("one.bib", "two.bib"), False),
        (r"\bibliography{one}\bibliography{one}", ("one.bib",), False),
        (r"\nobibliography{one}", ("one.bib",), False),
        (r"\newcites{own}{Mine}\bibliographyown{one}\bibliographyother{two}", ("one.bib",), False),
        (r"\begin{bibunit}\putbib[two]\end{bibunit}", ("two.bib",), False),
        (r"\usepackage[style={apa}]{biblatex}\bibliography{one}", ("one.bib",), True),
        (r"\addbibresource{one.bib}\addglobalbib{two.bib}", ("one.bib", "two.bib"), True),
        (r"\addbibresource[glob, label=x]{*o*.bib}", ("one.bib", "two.bib"), True),
        ("%\\bibliography{one}\n\\newcommand{\\refs}[1]{\\bibliography{#1}}", (), False),
    ],
)
def test_bibliographies(paper, source, files, biblatex):
    found = paper(main_tex=source, one_bib="", two_bib="")
    assert (found.bibliographies, found.biblatex, found.problems) == (files, biblatex, ())


def test_a_subfile_has_the_bibliographies_of_its_main_document(paper):
    found = paper(
        text__one_tex=r"\documentclass[../main]{subfiles}\begin{document}\cite{a}\end{document}",
        main_tex=r"\usepackage{biblatex}\addbibresource{refs.bib}\cite{b}\subfile{text/one}", refs_bib="",
    )  # fmt: skip
    assert (found.keys, found.bibliographies, found.biblatex) == (("a",), ("refs.bib",), True)


def test_bibliographies_that_are_not_there_stay_and_are_told(paper):
    found = paper(
        main_tex="\\bibliography{gone}\n\\addbibresource{https://example.org/x.bib}\\addbibresource[glob]{n*.bib}"
    )
    assert found.bibliographies == ("gone.bib", "https://example.org/x.bib", "n*.bib")
    assert [(each.kind, each.line) for each in found.problems] == [("missing-bibliography", line) for line in (1, 2, 2)]


@pytest.mark.parametrize("value", ["{}/shelf", ":{}/shelf:", "!!{}/shelf", "{}//", "/nowhere:$SHELF"])
def test_bibliographies_are_found_where_bibinputs_says(paper, tmp_path, monkeypatch, value):
    """kpathsea manual, *Path specifications*."""
    monkeypatch.setenv("SHELF", str(tmp_path / "shelf"))
    monkeypatch.setenv("BIBINPUTS", value.format(tmp_path))
    found = paper(main_tex=r"\bibliography{far}", shelf__far_bib="")
    assert found.bibliographies == (str(tmp_path / "shelf" / "far.bib"),)


def test_what_lies_beside_the_paper_comes_before_the_working_folder(paper):
    files = {"text__main_tex": r"\bibliography{refs,other}", "text__refs_bib": "", "refs_bib": "", "other_bib": ""}
    assert paper(**files).bibliographies == ("text/refs.bib", "other.bib")


def test_style(paper):
    assert paper(main_tex=r"\bibliographystyle{plainnat}").style == "plainnat"
    assert paper(main_tex=r"\usepackage{biblatex}\bibliographystyle{plain}").style == ""


def test_a_set_that_the_paper_makes_is_no_key(paper):
    assert paper(main_tex=r"\defbibentryset{set}{a,b}\cite{set,c}").keys == ("a", "b", "c")


@pytest.mark.parametrize(
    ("text", "said"), [("", "is empty"), (" \n", "is empty"), ("Dear reader", "is no LaTeX source")]
)
def test_what_is_no_latex_is_refused(paper, text, said):
    with pytest.raises(InputError, match=f"main.tex: {said}"):
        paper(main_tex=text)
