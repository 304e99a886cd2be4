"""Fields that would do harm if LaTeX read them as its own: they are printed, and nothing is run."""

import pytest

HOSTILE = r"""
@article{commands, author = {\input{/etc/passwd} and Doe, \write18{touch owned}}, title = {\immediate\write18{touch owned} \input{owned} \csname end\endcsname},
  journal = {\catcode`\%=12 \def\x{\x}\x}, year = {\year}, doi = {10.1000/}\input|ls}, url = {https://example.org/}\write18{touch owned}}}

@book{signs, author = {O'Neil, % and A # B & C $ D and Doe, ^_~}, title = {100% of $x^2_i & # ~ ^ \\ \ $$ \end{thebibliography} \begin{x}}, year = {20%}, publisher = {P_Q}}
@book{brackets, author = {{[NASA] (Ames)}}, title = {[1] ] [ (2) \bibitem{x}}, publisher = {P}, year = {[2009]}}
@book{unbalanced, author = {Doe, J.}, title = "Open { brace", publisher = {P}, year = 2001}
@book{scripts, author = {כהן, דוד and 张, 三 and محمد}, title = {中文 😀 שלום العربية ﷺ Ελλάδα кириллица \u0301}, publisher = {北京}, year = {二〇〇一}}
@book{nothing, title = {}}
@book{controls, author = {D‮oe, J.}, title = {Tab	and ‮right-to-left‬ override}, publisher = {P}, year = {2002--2003}}
"""
CITED = "commands,signs,brackets,unbalanced,scripts,nothing,controls"


@pytest.mark.parametrize(
    ("style", "preamble"), [("apa", ""), ("nejm", r"\usepackage[numbers]{natbib}\usepackage{hyperref}")]
)
def test_hostile_fields_are_text(paper, run, style, preamble):
    body = rf"\cite{{{CITED}}} \bibliographystyle{{{style}}}\bibliography{{hostile}}"
    made = paper("p", body, preamble, hostile=HOSTILE)
    made.latex()
    ran = run("latex", "p")
    assert ran.code == 0
    made.latex(2)
    assert made.trouble == []
    assert "passwd)" not in made.read(".log")
    assert not (made.folder / "owned").exists()
    assert "scripts: pdfLaTeX prints" in ran.err
    assert "unbalanced: the entry is not closed" in ran.err
