"""The .bbl by itself. What TeX makes of it is in tests/tex."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl import marks
from citekit.render import render, render_items
from citekit.render.bbl import bbl
from citekit.render.bbl.labels import cited_as, number_form
from citekit.render.bbl.styled import typeset
from citekit.render.outputs import Entry

DOE = Entry("doe2009", "", "Doe J. T. 2009.", "Doe et al.", "2009a", "Doe, Roe, and Poe")


def numbered(*labels):
    return [Entry(f"k{label}", label, "T.", "Doe", "2000") for label in labels]


def test_a_bibitem_is_what_natbib_and_publishers_programs_read():
    """natbib's reference sheet, \\bibitem[short(year)long]{key}; plainnat.bst writes \\natexlab."""
    assert "\n\\bibitem[{Doe et~al.(2009{\\natexlab{a}})Doe, Roe, and Poe}]{doe2009}\nDoe J. T. 2009.\n" in bbl(
        [DOE], False
    )


@pytest.mark.parametrize(
    ("names", "year", "written"),
    [
        ("Doe and Roe", "2009", "Doe and Roe(2009)"),
        ("NASA (Ames)", "2009", "{NASA (Ames)}(2009)"),  # its brackets would end the names
        ("[Anonymous]", "2009", "{[Anonymous]}(2009)"),
        ("Müller & Søn_1", "2009", r"M\"{u}ller \& S{\o}n\_1(2009)"),
        (marks.wrap(marks.ITALIC, "E. coli"), "2009", "E. coli(2009)"),
        (r"The $\mathbb{Z}_2$", "2009", r"The $\mathbb{Z}_2$(2009)"),
        ("On $f(x_2)$", "2009", "{On $f(x_2)$}(2009)"),
        ("Doe", "-44", "Doe(44 BC)"),
        ("Doe", "-0044a", "Doe(44 BCa)"),
        ("Doe", "n.d.", "Doe(n.d.)"),
        ("Doe", "n.d.a", "Doe(n.d.a)"),
        ("Doe", "2009–2010", "Doe(2009-2010)"),
        ("Doe", "[ca. 1900]", "Doe(ca. 1900)"),
        ("Doe", "(1999)", "Doe(1999)"),
        ("Doe", "à paraître", "Doe(a paraitre)"),
        ("Doe", "二〇〇九", "Doe()"),
        ("", "2009", "k(2009)"),  # natbib warns of an entry without names
    ],
)
def test_what_a_citation_says(names, year, written):
    assert cited_as(Entry("k", "", "T.", names, year)) == written


@pytest.mark.parametrize("key", ["a_b", "NASA&co:x", "Müller2009", "smith/2001", "a b", "O'Neil", "x+y=z", "#1", "~x"])
def test_keys_stay_as_the_paper_has_them(key):
    assert f"]{{{key}}}\n" in bbl([Entry(key, "", "T.", "Doe", "2000")], True)


@pytest.mark.parametrize(
    ("labels", "form"),
    [
        (["[1]", "[2]"], ""),  # LaTeX's own
        (["1", "2"], ""),
        (["1.", "2."], "#1."),
        (["(1)", "(2)"], "(#1)"),
        ([marks.wrap(marks.SUPERSCRIPT, "1")], r"\textsuperscript{#1}"),
        (["[Doe09]"], ""),
        ([""], ""),
    ],
)
def test_how_the_style_prints_its_numbers(labels, form):
    assert number_form(numbered(*labels)) == form


def test_labels_of_a_style_with_labels():
    text = bbl([Entry("doe", "[Doe09]", "T.", "Doe", "2009"), Entry("x", "[Longer09]", "T.", "Roe", "2009")], False)
    assert r"\bibitem[{Doe(2009)}]{doe}\citekitlabel{Doe09}" in text
    assert text.startswith(r"\begin{thebibliography}{Longer09}")


def test_what_ot1_lacks_is_defined_for_the_citations_too():
    text = bbl([Entry("k", "", "«T».", "Żądło", "2000")], False)
    assert text.count(r"\csname ?\string\k\endcsname") == 2  # here, and in the .aux
    assert text.count(r"\csname ?\string\guillemotleft\endcsname") == 1


def test_characters_of_no_font_are_defined_unless_the_paper_does():
    assert r"\gdef\csname u8:\detokenize{中}\endcsname{[U+4E2D]}\fi" in bbl([Entry("k", "", "中.", "Doe", "1")], True)


def test_maths_of_packages_is_defined_unless_the_paper_does():
    text = bbl([Entry("k", "", r"On $\mathbb{Z}_2$.", "Doe", "1")], True)
    assert "\n\\providecommand{\\mathbb}[1]{\\mathbf{#1}}%\n" in text
    assert "mathfrak" not in text


def test_nothing_cited_is_no_list():
    assert "thebibliography" not in bbl([], True)


@given(
    st.lists(st.tuples(*[st.text().map(marks.clean)] * 6), min_size=1, max_size=3),
    st.booleans(),
)
def test_braces_are_balanced_whatever_the_fields(rows, numeric):
    text = bbl([Entry(*row) for row in rows], numeric)
    plain = text.replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")
    assert text.count("\n\\bibitem[{") == len(rows)


def test_every_style_brings_its_entries(references):
    for style in ("plain", "apa", "nejm"):
        made = typeset(references, style)
        assert made.text.count("\n\\bibitem[{") == len(references), style


def test_all_names_for_natbib(make, named):
    authors = [named("Doe|J"), named("Doe|J", "Roe|R"), named("Doe|J", "Roe|R|van", "WHO"), named("Doe|J", others=True)]
    references = [make("book", f"k{n}", author=each, title="T", year="2000") for n, each in enumerate(authors)]
    text = typeset(references, "nejm").text
    for said in ("(2000)Doe}", "(2000)Doe and Roe}", "(2000)Doe, van Roe, and WHO}", "(2000)Doe, et~al.}"):
        assert said in text


def test_a_title_that_stands_for_the_author_comes_without_markup(make):
    reference = make("book", "k", title="T", year="-44")
    for style in ("apa", "plain"):
        made = render_items([({"id": "k", "type": "book", "title": "<i>E. coli</i> & y"}, None)], style, "latex")
        assert r"\bibitem[{E. coli \& y(n.d.)}]{k}" in made.text, style
        assert r"\bibitem[{T(44 BC)}]{k}" in typeset([reference], style).text, style


def test_a_list_by_itself_is_that_of_a_paper(references):
    """But for keys, of which a list by itself may have none, or one twice."""
    whole = [reference for reference in references if reference.key != 'x">, 10%']
    for style in ("plain", "apa", "nejm"):
        assert render(whole, style, "latex").text == typeset(whole, style).text, style
        assert render(whole, style, "latex").problems == typeset(whole, style).problems, style
