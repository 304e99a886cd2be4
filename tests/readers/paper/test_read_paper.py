"""Which kind of paper a file is, and papers that nobody would write."""

import io
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from citekit.errors import InputError
from citekit.readers.paper import is_paper, read_paper


@pytest.mark.parametrize(("name", "paper"), [("a.tex", True), ("a.AUX", True), ("b/a.bcf", True), ("a.ltx", True), ("a.bib", False), ("-", False), ("tex", False)])  # fmt: skip
def test_papers_are_known_by_their_suffix(name, paper):
    assert is_paper(name) is paper


@pytest.mark.parametrize(
    "text",
    [
        "\\documentclass{article}\n\\relax\n\\cite{a}",
        "See \\citet{a}.",
        "\\relax \n\\citation{a}\n",
        "\\bibstyle{plain}\n\\citation{a}\n",
        "\n<?xml version='1.0'?><controlfile><citekey>a</citekey></controlfile>".lstrip(),
    ],
)
def test_else_by_their_content(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    found = read_paper("-")
    assert (found.file, found.keys) == ("-", ("a",))


@pytest.mark.parametrize("text", ["@misc{a,\n title = {\\emph{x}}}\n", "Dear reader", ""])
def test_what_is_no_paper_is_refused(tmp_path, text):
    (tmp_path / "x").write_text(text)
    with pytest.raises(InputError, match=r"is no paper; give its \.tex"):
        read_paper(str(tmp_path / "x"))


PIECES = st.lists(
    st.sampled_from(
        ["\\cite", "{a}", "{a,b}", "[x]", "\\input", "{x}", "\\bibliography", "{", "}", "[", "]", "%", "\n", "*", "\\nocite", "\\@input", "{x.aux}", "\\citation", "\\relax",
         "\\abx@aux@cite", "{0}", "\\import", "\\documentclass", "{subfiles}", "<a>", "<", "\0", "ü", " ", "\\addbibresource", "[glob]", "\\jobname", "|", "~", "/", "."]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@given(PIECES, st.sampled_from(["x.tex", "x.aux", "x.bcf", "x"]))
@example("\\addbibresource[glob]{a\0}", "x.tex")
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_or_refused(tmp_path, text, name):
    path = tmp_path / name
    path.write_text(text)
    try:
        found = read_paper(str(path))
    except InputError:
        return
    assert len(set(found.keys)) == len(found.keys)
    assert set(found.places) == set(found.keys)
    assert "*" not in found.keys
    assert all(0 < line <= text.count("\n") + 1 for _, line in found.places.values())
