"""biblatex's control file, as biblatex 3.18 writes it, cut to what counts."""

import pytest

from citekit.errors import InputError
from citekit.readers.paper import read_paper

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<bcf:controlfile version="3.8" xmlns:bcf="https://sourceforge.net/projects/biblatex">\n'
SOURCE = '<bcf:datasource type="file" datatype="bibtex" glob="{glob}">{name}</bcf:datasource>\n'


@pytest.fixture
def bcf(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("refs.bib", "more.bib"):
        (tmp_path / name).write_text("")

    def read(body, head=HEAD):
        (tmp_path / "main.bcf").write_text(head + body)
        return read_paper("main.bcf")

    return read


def test_sections(bcf):
    found = bcf(
        f"""<bcf:options><bcf:option type="singlevalued"><bcf:key>sorting</bcf:key></bcf:option></bcf:options>
<bcf:bibdata section="0">{SOURCE.format(glob="false", name="refs.bib")}</bcf:bibdata>
<bcf:section number="0">
  <bcf:citekey order="1" intorder="1">b&amp;w</bcf:citekey>
  <bcf:citekey order="2" intorder="1">a</bcf:citekey>
</bcf:section>
<bcf:bibdata section="1">{SOURCE.format(glob="false", name="more.bib")}</bcf:bibdata>
<bcf:section number="1">
  <bcf:citekey order="1" intorder="1">a</bcf:citekey>
  <bcf:citekey order="2" intorder="1" nocite="1">c</bcf:citekey>
</bcf:section>
</bcf:controlfile>
"""
    )
    assert found.keys == ("b&w", "a", "c")
    assert found.places["a"] == ("main.bcf", 8)
    assert found.bibliographies == ("refs.bib", "more.bib")
    assert (found.biblatex, found.everything, found.style) == (True, False, "")


def test_everything(bcf):
    section = (
        '<bcf:section number="0"><bcf:citekey order="5" nocite="1">*</bcf:citekey></bcf:section></bcf:controlfile>'
    )
    assert bcf(section).everything


def test_a_set_counts_for_its_members_where_it_is_cited(bcf):
    found = bcf(
        '<bcf:section number="0"><bcf:citekey type="set" members="x,y">s</bcf:citekey>'
        '<bcf:citekey type="set" members="z">t</bcf:citekey>'
        "<bcf:citekey>a</bcf:citekey><bcf:citekey>s</bcf:citekey></bcf:section></bcf:controlfile>"
    )
    assert found.keys == ("a", "x", "y")


def test_bibliographies(bcf):
    names = [("true", "*e*.bib"), ("false", "gone.bib"), ("false", "http://example.org/x.bib")]
    found = bcf("".join(SOURCE.format(glob=glob, name=name) for glob, name in names) * 2 + "</bcf:controlfile>")
    assert found.bibliographies == ("more.bib", "refs.bib", "gone.bib", "http://example.org/x.bib")
    assert [problem.kind for problem in found.problems] == ["missing-bibliography"] * 2


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        ("", "", "is empty: LaTeX stopped"),
        (HEAD, '<bcf:section number="0">\n<bcf:cite', "ends in line 4, before its end: LaTeX stopped; run it again"),
        (HEAD, "<bcf:section></bcf:controlfile>", "cannot be read in line 3 (mismatched tag); run LaTeX again"),
        (HEAD, "<bcf:citekey>&nbsp;</bcf:citekey></bcf:controlfile>", "cannot be read in line 3 (undefined entity)"),
        ("", "<html/>", "is no control file of biblatex"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>', "<controlfile>&b;</controlfile>", "has a document type"),
        ("", "\\relax\n", "cannot be read in line 1"),
    ],
)
def test_what_is_refused_in_one_line(bcf, head, body, said):
    with pytest.raises(InputError) as refusal:
        bcf(body, head)
    assert str(refusal.value).startswith(f"main.bcf: {said}")
    assert "\n" not in str(refusal.value)
