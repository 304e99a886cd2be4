"""`citekit latex`. Papers built with TeX are in tests/tex."""

import pytest

BIB = """@string{nejm = "N Engl J Med"}
@article{reddy2009, author = {Reddy, S. and Jia, S.}, title = {A locus}, journal = nejm, year = 2009, volume = 360, pages = {2438--2444}, ids = {old09}}
@article{beck2011, author = {Beck, C.}, title = {Mutations}, journal = nejm, year = 2011}
@inproceedings{child, author = {Doe, J.}, title = {A paper}, crossref = {parent}}
@proceedings{parent, title = {Proceedings of a Conference}, year = 2000}
@book{half, title = {Half}, author = {Doe, J.}, year = 2001}
"""


def aux(*keys, style="nejm", bib="refs"):
    cited = "".join(f"\\citation{{{key}}}\n" for key in keys)
    return (
        "\\relax \n" + cited + (f"\\bibstyle{{{style}}}\n" if style else "") + (f"\\bibdata{{{bib}}}\n" if bib else "")
    )


@pytest.fixture
def latex(run, tmp_path):
    (tmp_path / "refs.bib").write_text(BIB)

    def ran(content, *arguments):
        (tmp_path / "p.aux").write_text(content)
        return run("latex", *(arguments or ["p"]))

    return ran


def keys(path):
    return [line.rpartition("{")[2][:-1] for line in path.read_text().splitlines() if line.startswith("\\bibitem")]


def test_what_is_cited_in_its_order(latex, tmp_path):
    ran = latex(aux("reddy2009", "beck2011"))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "2 entries written to p.bbl, style nejm, from refs.bib\n"
    assert keys(tmp_path / "p.bbl") == ["reddy2009", "beck2011"]
    assert "Reddy S, Jia S. A locus. N Engl J Med 2009;360:2438{\\textendash}44." in (tmp_path / "p.bbl").read_text()


@pytest.mark.parametrize("name", ["p", "p.aux", "p.tex", "p.bbl", "./p"])
def test_the_paper_by_any_of_its_names(latex, tmp_path, name):
    assert latex(aux("reddy2009"), name).code == 0
    assert keys(tmp_path / "p.bbl") == ["reddy2009"]


def test_a_style_that_sorts(latex, tmp_path):
    latex(aux("reddy2009", "beck2011"), "p", "--style", "apa")
    assert keys(tmp_path / "p.bbl") == ["beck2011", "reddy2009"]


def test_nocite_all(latex, tmp_path):
    latex(aux("half", "*"))
    assert keys(tmp_path / "p.bbl") == ["half", "reddy2009", "beck2011", "child", "parent"]


def test_a_child_has_what_its_parent_has(latex, tmp_path):
    latex(aux("child"))
    assert "Proceedings of a Conference" in (tmp_path / "p.bbl").read_text()
    assert keys(tmp_path / "p.bbl") == ["child"]


def test_strings_of_another_file(latex, tmp_path):
    first, rest = BIB.split("\n", 1)
    (tmp_path / "strings.bib").write_text(first)
    (tmp_path / "more.bib").write_text(rest)
    ran = latex(aux("reddy2009", "half", bib="strings,more"))
    assert "N Engl J Med 2009;360" in (tmp_path / "p.bbl").read_text()
    assert "more.bib:5: half" in ran.err  # lines are those of the file


def test_undefined_keys_are_warnings_with_near_misses(latex, tmp_path):
    ran = latex(aux("redy2009", "beck2011"))
    assert ran.code == 0
    assert "citekit: redy2009 is cited and not in refs.bib; did you mean reddy2009?\n" in ran.err
    log = (tmp_path / "p.blg").read_text()
    assert 'Warning--I didn\'t find a database entry for "redy2009"\n' in log  # by which latexmk knows
    assert log.endswith("(There was 1 warning)\n")


def test_incomplete_entries_are_warnings(latex, tmp_path):
    (tmp_path / "refs.bib").write_text("@article{half, title = {Half}}\n@article{other, title = {Not cited}}\n")
    ran = latex(aux("half"))
    assert (ran.code, ran.err.count("incomplete")) == (0, 1)
    assert "refs.bib:1: half: incomplete article: no author, no journal, no year" in ran.err
    assert "Warning--refs.bib:1: half: incomplete" in (tmp_path / "p.blg").read_text()


def test_keys_in_other_case_and_other_names_of_an_entry(latex, tmp_path):
    ran = latex(aux("Reddy2009", "old09"))
    assert keys(tmp_path / "p.bbl") == ["Reddy2009"]
    assert "b@old09" in (tmp_path / "p.bbl").read_text()
    assert "not in" not in ran.err


@pytest.mark.parametrize(("style", "ours"), [("plainnat", "chicago"), ("IEEEtran", "ieee"), ("unsrt", "vancouver")])
def test_a_style_of_bibtex_has_a_nearest(latex, style, ours):
    assert f"{style} is a style of BibTeX's; the nearest is {ours}" in latex(aux("reddy2009", style=style)).err


def test_bibtex_s_plain_is_ours(latex, tmp_path):
    assert "nearest" not in latex(aux("reddy2009", "beck2011", style="plain")).err
    assert keys(tmp_path / "p.bbl") == ["beck2011", "reddy2009"]


def test_other_files_than_the_paper_s(latex, tmp_path):
    (tmp_path / "o.json").write_text(
        '[{"id": "x", "type": "book", "title": "From CSL", "author": [{"family": "Doe"}]}]'
    )
    ran = latex(aux("x", bib="nowhere"), "p", "o.json", "-o", "out.bbl")
    assert ran.code == 0
    assert "nowhere" not in ran.err
    assert "From CSL" in (tmp_path / "out.bbl").read_text()
    assert (tmp_path / "out.blg").exists()


def test_one_of_two_files_is_missing(latex, tmp_path):
    ran = latex(aux("reddy2009", bib="refs,nowhere"))
    assert ran.code == 0
    assert "nowhere.bib is not there" in ran.err


def test_quiet_as_latexmk_asks_for_it(latex):
    assert latex(aux("redy2009"), "-terse", "p").err == ""


def test_standard_output(latex, tmp_path):
    assert latex(aux("reddy2009"), "p", "-o", "-").out.startswith("\\begin{thebibliography}{1}")
    assert not (tmp_path / "p.bbl").exists()


def test_nothing_cited(latex, tmp_path):
    assert latex(aux()).code == 0
    assert keys(tmp_path / "p.bbl") == []


def test_the_control_file_of_biblatex_is_biber_s(latex, tmp_path):
    (tmp_path / "p.bcf").write_text('<bcf:controlfile xmlns:bcf="https://sourceforge.net/projects/biblatex"/>')
    ran = latex(aux("x"), "p.bcf")
    assert (ran.code, ran.out) == (1, "")
    assert "p.bcf: is of a paper with biblatex, whose bibliography only biber can make: run biber p;" in ran.err
    assert "q.bcf: no such file" in latex(aux("x"), "q.bcf").err
    assert not (tmp_path / "p.bbl").exists()


def test_hints_are_those_of_check_and_cited(run, tmp_path):
    (tmp_path / "refs.bib").write_text("@misc{doe2b, ids={doe2d}}\n@misc{doe2a, title={x}}\n")
    (tmp_path / "p.aux").write_text(aux("doe2c", "doe2a"))
    hint = "; did you mean doe2b or doe2a or doe2d?"
    assert hint in run("latex", "p").err
    assert hint in run("check", "p.aux").out
    assert hint in run("cited", "p.aux", "-o", "out.bib").err


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        (aux("x"), ["q"], "q.aux: no such file"),
        (aux("x", style=""), ["p"], "p.aux: names no style: say --style"),
        (aux("x", style="myjournal"), ["p"], "myjournal"),
        (aux("x", bib=""), ["p"], "p.aux: names no .bib file"),
        (aux("x", bib="nowhere"), ["p"], "nowhere.bib is not there"),
        (aux("x"), ["p", "nowhere.bib"], "nowhere.bib"),
        ("\\relax \n\\abx@aux@refcontext{nty/global//global/global}\n\\abx@aux@cite{0}{x}\n", ["p"], "run biber p"),
        ("", ["p"], "p.aux"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_the_old_file(latex, tmp_path, content, arguments, said):
    (tmp_path / "p.bbl").write_text("old")
    ran = latex(content, *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert (tmp_path / "p.bbl").read_text() == "old"
