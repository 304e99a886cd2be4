r"""Formulas in text. Expectations: what TeX makes of them (The TeXbook, chapters 16 to 18)."""

import shutil
import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citekit.render.outputs import tex_maths
from citekit.render.outputs.tex_characters import encode

FORMULAS = [
    r"\mathbb{Z}_2", r"SL_n(\mathbb{R})", r"\sqrt{x}", r"\sqrt[3]{x}", r"\frac{a}{b}", r"\frac12", "x^2", "L^p", "^2", "_2", "f'^2", "x_i^2",
    r"\hat x_i", r"\overline{\alpha}", r"x_\infty", r"\mathrm{H_2O}", r"10^{-3}\,\mbox{m s}", r"a \le b \rightarrow c", r"\sum_{i=1}^n x_i",
    r"\{0,1\}^n", "n", "p < q", "O(n)", "k-1", r"\text{ab}^2", r"\mathcal{O}(\alpha_s^2)", r"\lim_{x \to 0} \log x", r"x^{y^{z}}",
]  # fmt: skip
NO_FORMULAS = [
    # prices and words
    "5 and ", "5 and 6 H_2", "5", "AP and Ke", "US", " x_2", "x_2 ",
    # what runs, or is not in the list
    r"\input{x}", r"\write18{ls}", r"\def\x{}", r"x_{\csname y\endcsname}", r"\catcode`\%=12", r"\immediate_2", r"\relax_1", r"\year_2",
    r"\mbox{$x}", r"\text{a_b}", r"\mbox{\input{x}}", "x^^41", "x_#1", "a_b & c", "x_%", 'x_"', "x_2\\",
    # what stops TeX
    "x_", "x^", "x^2^3", "f^2'", "x_2}", "{x_2", "}{_", r"\frac{a}", r"\sqrt", r"x^\frac12", r"x_\log", r"\sqrt[3{x}", "x_~", "x_'",
    r"\hat", "{" * 20 + "_2" + "}" * 20, "x_2" * 80,
]  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS)
def test_maths_stays_maths(formula):
    assert encode(f"on ${formula}$ & more") == rf"on ${formula}$ \& more"


@pytest.mark.parametrize("formula", NO_FORMULAS)
def test_all_else_between_dollars_is_text(formula):
    assert "$" not in encode(f"on ${formula}$ more").replace(r"\$", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5 and $6", r"\$5 and \$6"),
        ("$5-$6, x_$7", r"\$5-\$6, x\_\$7"),
        ("A$AP and Ke$ha", r"A\$AP and Ke\$ha"),
        ("$5 for $x^2$", r"\$5 for $x^2$"),
        ("$$x^2$$", "$x^2$"),
        (r"\$x^2$", r"\textbackslash{}\$x\textasciicircum{}2\$"),
        (r"$\rm d$ ${\rm d}x_2$ ${\cal O}_X$", r"\$\textbackslash{}rm d\$ $\mathrm{d}x_2$ $\mathcal{O}_X$"),
        ("$f’_2$", "$f'_2$"),  # a style has made the apostrophe
        ("é $x_2$ é", r"\'{e} $x_2$ \'{e}"),
    ],
)
def test_where_formulas_begin_and_end(text, expected):
    assert encode(text) == expected


def errors(folder, formulas):
    source = "\n\n".join(encode(f"x ${each}$ x") for each in formulas)
    provided = "".join(rf"\providecommand{{\{name}}}{made}" for name, made in tex_maths.FALLBACKS.items())
    paper = rf"\documentclass{{article}}{provided}\begin{{document}}{source}\end{{document}}"
    (folder / "p.tex").write_text(paper, encoding="utf-8")
    tex = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "-draftmode", "p.tex"]
    subprocess.run(tex, cwd=folder, capture_output=True, timeout=60, check=False)
    log = (folder / "p.log").read_text(encoding="utf-8", errors="replace")
    assert "LaTeX2e" in log
    return [line for line in log.splitlines() if line.startswith("!")]


needs_tex = pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no TeX")


@needs_tex
def test_tex_takes_all_commands_of_the_list(tmp_path):
    alone = tex_maths._SIGNS | tex_maths._COMPOSED | {n for n, made in tex_maths.FALLBACKS.items() if made[0] != "["}
    made = [rf"\{name} x^2" for name in alone] + [rf"x_\{name}" for name in tex_maths._SIGNS]
    made += [rf"\{name}{'{x}' * count}_2" for name, count in tex_maths._ARGUMENTS.items()]
    made += [rf"\{name}{{a b}}_2" for name in (*tex_maths._TEXTS, "text")]
    made += [f"x{sign}x_2" for sign in tex_maths._ESCAPED]
    assert [each for each in made if encode(f"${each}$") != f"${each}$"] == []
    assert errors(tmp_path, made) == []


PIECES = st.sampled_from(
    [*"xy2^_{}[]' ,+", r"\alpha", r"\frac", r"\sqrt", r"\hat", r"\mbox", r"\log", r"\mathbb", r"\,", r"\{"]
)


@needs_tex
@settings(max_examples=8, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=8).map("".join), min_size=50, max_size=200))
@example(FORMULAS + NO_FORMULAS)
def test_whatever_passes_cannot_stop_tex(tmp_path_factory, formulas):
    assert errors(tmp_path_factory.mktemp("tex"), formulas) == []


@pytest.mark.parametrize(
    "text", ["$" * 200_000, "$x_" * 100_000, "$x^2$" * 50_000, "$" + "{" * 300_000, r"$\frac" * 50_000]
)
def test_long_texts_take_no_time(text):
    assert encode(text)
