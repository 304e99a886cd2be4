"""The HTML of lists and pages. Class names and elements: citeproc-js, as the results of the CSL test suite show them."""

import pytest

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout, html, page


def item(text: str, label: str = "") -> str:
    return html.written([Entry("a", label, text)], Layout()).splitlines()[1]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (marks.ITALIC, "<i>x</i>"),
        (marks.BOLD, "<b>x</b>"),
        (marks.SUPERSCRIPT, "<sup>x</sup>"),
        (marks.SUBSCRIPT, "<sub>x</sub>"),
        (marks.SMALL_CAPS, '<span style="font-variant:small-caps;">x</span>'),
        (marks.UPRIGHT, '<span style="font-style:normal;">x</span>'),
        (marks.REGULAR, '<span style="font-weight:normal;">x</span>'),
        (marks.FULL_CAPS, '<span style="font-variant:normal;">x</span>'),
        (marks.UNDERLINE, '<span style="text-decoration:underline;">x</span>'),
        (marks.BLOCK, '<div class="csl-block">x</div>'),
        (marks.INDENT, '<div class="csl-indent">x</div>'),
    ],
)
def test_marks(mark, expected):
    assert item(marks.wrap(mark, "x")) == f'<li id="a" class="csl-entry">{expected}</li>'


def test_label_and_text_stand_in_columns():
    assert item("J <i> Doe", "[1]") == (
        '<li id="a" class="csl-entry"><div class="csl-left-margin">[1]</div>'
        '<div class="csl-right-inline">J &lt;i&gt; Doe</div></li>'
    )


@pytest.mark.parametrize(
    ("text", "direction"),
    [("דוד, א", True), ("عربي", True), ("Doe, é 中", False), (marks.wrap(marks.ITALIC, "x"), False)],
)
def test_direction(text, direction):
    assert ('class="csl-entry" dir="auto">' in item(text)) is direction
    assert ('class="csl-right-inline" dir="auto">' in item(text, "1.")) is direction


def test_the_list_has_its_language_and_no_numbers_of_the_browser():
    first = html.written([Entry("a", "", "x")], Layout(hanging_indent=True, language="de-DE")).splitlines()[0]
    assert first == (
        '<ol class="csl-bib-body csl-hanging-indent" role="list" lang="de-DE" '
        'style="list-style:none;padding-left:2em;text-indent:-2em">'
    )


@pytest.mark.parametrize(("key", "written"), [("a b", "a-b"), ('"><x', "&quot;&gt;&lt;x"), ("Müller:1", "Müller:1")])
def test_ids(key, written):
    assert f'<li id="{written}"' in html.written([Entry(key, "", "x")], Layout())


def test_a_page_stands_by_itself():
    out = page.written([Entry("a", "1.", "x")], Layout(language="fr-FR", title="Œuvres & <x>", line_spacing=2))
    assert out.startswith('<!DOCTYPE html>\n<html lang="fr-FR">')
    assert "<title>Œuvres &amp; &lt;x&gt;</title>" in out
    assert '<meta charset="utf-8">' in out
    assert "@media print" in out.partition(".csl-bib-body { line-height: 3; }")[0]  # double spacing is for paper
    assert not [word for word in ("<script", "<link", "@import", "url(", "src=") if word in out]


def test_labels_stand_in_the_margin_where_the_style_wants_them_there():
    entries = [Entry("a", "1.", "x")]
    assert "margin-inline-start: calc(" in page.written(entries, Layout(second_field_align="margin"))
    assert "margin-inline-start: calc(" not in page.written(entries, Layout(second_field_align="flush"))
