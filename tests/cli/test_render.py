"""`citekit render`."""

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
LEUNG = "1. Leung VC, Lee KE. Infantile cortical hyperostosis with 100% intramedullary lesions. J Pediatr Orthop. 1985;5(3):354-7."


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
    assert "Infantile cortical hyperostosis" in (tmp_path / f"refs.{to}").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["missing.bib"], 1, "missing.bib"),
        (["refs.bib", "--style", "apa"], 2, "'apa' is not one of 'plain', 'vancouver'"),
        (["refs.bib", "--to", "docx"], 2, "'docx' is not one of 'text', 'html', 'latex', 'markdown'"),
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
