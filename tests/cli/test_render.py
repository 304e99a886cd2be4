"""`citekit render`."""

import json
import subprocess
import sys

import pytest

from citekit.render import OUTPUTS, STYLES

BIB = """@article{leung1985,
  author = {Leung, V. C. and Lee, K. E.},
  title = {Infantile cortical hyperostosis with {100\\%} intramedullary lesions},
  journal = {J Pediatr Orthop},
  year = {1985},
  volume = {5},
  number = {3},
  pages = {354--357},
}

@article{half,
  title = {Half a reference},
}
"""
LEUNG = "1. Leung VC, Lee KE. Infantile cortical hyperostosis with 100% intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7."


def test_vancouver(run, tmp_path):
    (tmp_path / "refs.bib").write_text(BIB)
    ran = run("render", "refs.bib", "--style", "vancouver")
    assert ran.code == 0
    assert ran.out == f"{LEUNG}\n2. Half a reference.\n"
    assert ran.err == "citekit: refs.bib:11: half: incomplete article: no author, no journal, no year\n"


def test_standard_input_and_a_second_file(run, tmp_path):
    (tmp_path / "more.bib").write_text("@misc{more, title = {More}}\n")
    ran = run("render", "-", "more.bib", "--style", "vancouver", stdin=BIB)
    assert ran.out == f"{LEUNG}\n2. Half a reference.\n3. More.\n"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("to", OUTPUTS)
def test_every_style_and_format(run, tmp_path, style, to):
    (tmp_path / "refs.bib").write_text(BIB)
    ran = run("render", "refs.bib", "--style", style, "--to", to, "-o", f"refs.{to}")
    assert (ran.code, ran.out) == (0, "")
    made = (tmp_path / f"refs.{to}").read_bytes()
    assert made.startswith(b"PK") if to == "docx" else b"Infantile cortical hyperostosis" in made


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["missing.bib"], 1, "missing.bib"),
        (["refs.bib", "--style", "vancover"], 1, "no style 'vancover'; did you mean vancouver?"),
        (["refs.bib", "--style", "mine.csl"], 1, "mine.csl: no such file"),
        (["refs.bib", "--to", "pdf"], 2, "'pdf' is not one of 'text', 'html', 'page'"),
        (["refs.bib", "--to", "rtf", "--page"], 2, "--page is for HTML"),
        (["-", "-"], 2, "only once"),
        (["refs.bib", "-o", "no/such/folder"], 1, "no/such"),
        (["comment.bib"], 1, "comment.bib"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, tmp_path, arguments, code, said):
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "comment.bib").write_text("@comment{nothing here}\n")
    ran = run("render", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


ITEMS = """[{"id": "b/2", "type": "article-journal", "title": "On bees", "author": [{"family": "Doe", "given": "Jane"}],
  "issued": {"date-parts": [[2009]]}, "container-title": "J Bees", "page": "3-7", "DOI": "10.1000/b"},
 {"id": "a", "type": "book", "title": "Bees", "author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [[2009]]},
  "publisher": "Hive"}]"""


def test_json_is_the_id_and_how_each_reads_by_itself(run, tmp_path):
    (tmp_path / "refs.json").write_text(ITEMS)
    assert run("render", "refs.json", "--style", "apa", "-o", "out.json").code == 0
    assert json.loads((tmp_path / "out.json").read_text()) == {
        "b/2": "Doe, J. (2009). On bees. J Bees, 3–7. https://doi.org/10.1000/b",
        "a": "Doe, J. (2009). Bees. Hive.",
    }


def test_a_list_is_sorted_and_tells_works_of_one_year_apart(run, tmp_path):
    (tmp_path / "refs.json").write_text(ITEMS)
    assert run("render", "refs.json", "--style", "apa").out.splitlines() == [
        "Doe, J. (2009a). Bees. Hive.",
        "Doe, J. (2009b). On bees. J Bees, 3–7. https://doi.org/10.1000/b",
    ]


def test_the_language_of_a_style_can_be_chosen(run, tmp_path):
    item = '[{"id": "a", "type": "chapter", "title": "T", "container-title": "B", "page": "3-7"}]'
    (tmp_path / "refs.json").write_text(item)
    assert "S. 3–7" in run("render", "refs.json", "--style", "apa", "--lang", "de-DE").out


def test_a_language_without_words_is_said(run, tmp_path):
    (tmp_path / "refs.json").write_text(ITEMS)
    assert "no words in 'xx'" in run("render", "refs.json", "--style", "apa", "--lang", "xx").err
    assert run("render", "refs.json", "--style", "apa", "--lang", "../x").code == 2


def test_an_output_that_there_is_not_is_refused(run, tmp_path):
    (tmp_path / "refs.json").write_text(ITEMS)
    ran = run("render", "refs.json", "--style", "apa", "-o", "refs.pdf")
    assert (ran.code, ".pdf is no output format" in ran.err) == (2, True)
    assert not (tmp_path / "refs.pdf").exists()


def test_ids_of_short_items_are_kept_and_repeated_ones_are_said(run, tmp_path):
    (tmp_path / "refs.json").write_text(
        '[{"id": "k", "type": "book", "title": "A"},\n{"id": "k", "type": "book", "title": "B"}]'
    )
    ran = run("render", "refs.json", "--style", "apa", "--to", "json")
    assert list(json.loads(ran.out)) == ["k", "k-2"]
    assert "refs.json:2: k: the id k also stands in line 1" in ran.err


def test_a_style_in_a_file(run, tmp_path):
    (tmp_path / "refs.json").write_text(ITEMS)
    (tmp_path / "mine.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation><layout/></citation>'
        '<bibliography><layout suffix="."><text variable="title" font-weight="bold"/></layout></bibliography></style>'
    )
    assert run("render", "refs.json", "--style", "mine.csl").out == "On bees.\nBees.\n"
    assert "<b>On bees</b>." in run("render", "refs.json", "--style", "./mine.csl", "--to", "html").out


@pytest.mark.parametrize(
    ("name", "begins"), [("refs.html", "<!DOCTYPE html>"), ("refs.rtf", "{\\rtf1"), ("refs.md", "1. ")]
)
def test_the_name_of_the_output_tells_its_format(run, tmp_path, name, begins):
    (tmp_path / "refs.json").write_text(ITEMS)
    assert run("render", "refs.json", "--style", "nejm", "-o", name).code == 0
    assert (tmp_path / name).read_text().startswith(begins)


def test_a_failure_leaves_the_old_file(run, tmp_path):
    (tmp_path / "out.txt").write_text("old")
    assert run("render", "missing.bib", "-o", "out.txt").code == 1
    assert (tmp_path / "out.txt").read_text() == "old"


def test_help_names_styles_and_formats(run):
    ran = run("render", "--help")
    assert ran.code == 0
    assert all(name in ran.out for name in (*STYLES, *OUTPUTS, "refs.bib", "Exit codes"))


def test_the_command_loads_pybtex_only_when_it_runs():
    code = "import sys, citekit.cli.render; sys.exit('pybtex' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
