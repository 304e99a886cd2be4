from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.plugin import find_plugin
from pybtex.richtext import HRef, Tag, Text
from pybtex.style import FormattedEntry

from citekit.csl import marks
from citekit.csl.marks import BOLD, ITALIC, SMALL_CAPS, SUPERSCRIPT, link, wrap
from citekit.render.outputs import backends
from citekit.render.rich import TAGS, linked, rich


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("J Doe", Text("J Doe")),
        ("", Text()),
        (wrap(ITALIC, "J " + wrap(BOLD, "5")) + ".", Text(Tag("i", "J ", Tag("b", "5")), ".")),
        (link("https://e.org/<", "x"), Text(HRef("https://e.org/%3C", "x"))),
        (link("javascript:x", wrap(ITALIC, "x")), Text(Tag("i", "x"))),
        (wrap(SMALL_CAPS, "Doe"), Text(Tag("small-caps", "Doe"))),
        (ITALIC + marks.CLOSE, Text()),
        (wrap(ITALIC, "a\n\x00b"), Text(Tag("i", "a b"))),
    ],
)
def test_rich(marked, expected):
    made = rich(marked)
    assert repr(made) == repr(expected)
    assert (made, len(made)) == (expected, len(expected))


@pytest.mark.parametrize(
    ("backend", "expected"),
    [
        ("plaintext", "J 5 Doe"),
        ("html", "<i>J</i> <sup>5</sup> <small-caps>Doe</small-caps>"),
        ("latex", r"\textit{J} \textsuperscript{5} {Doe}"),
        ("markdown", "*J* <sup>5</sup> <small-caps>Doe</small-caps>"),
    ],
)
def test_pybtex_prints_it(backend, expected):
    marked = f"{wrap(ITALIC, 'J')} {wrap(SUPERSCRIPT, '5')} {wrap(SMALL_CAPS, 'Doe')}"
    assert rich(marked).render(find_plugin("pybtex.backends", backend)("utf-8")) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Text", "[1] J Doe\n"),
        ("Latex", "\\bibitem[{key()}]{key}\n\\textit{J} Doe\n"),
        ("Markdown", "\\[1\\] *J* Doe\n"),
        ("Html", '<div class="csl-left-margin">[1]</div><div class="csl-right-inline"><i>J</i> Doe</div>'),
        ("Page", "<!DOCTYPE html>"),
        ("Rtf", r"{\i J} Doe\par"),
    ],
)
def test_backends_write_what_the_outputs_do(name, expected):
    out = StringIO()
    entries = [FormattedEntry("key", rich(f"{wrap(ITALIC, 'J')} Doe"), "1")]
    getattr(backends, name)("utf-8").write_to_stream(entries, out)
    assert expected in out.getvalue()


def test_every_mark_of_a_finished_text_is_a_tag():
    assert set(TAGS) == marks.FONTS | marks.DISPLAYS
    assert len(set(TAGS.values())) == len(TAGS)


RESOLVER = "https://doi.org/"
PUBMED = "https://www.ncbi.nlm.nih.gov/"


# CSL 1.0.2, Appendix VI "Links": a URL as it stands, of other identifiers the identifier without the words before it.
@pytest.mark.parametrize(
    ("text", "anchor", "leads"),
    [
        ("Available at: https://doi.org/10.1056/NEJMoa0807865.", "https://doi.org/10.1056/NEJMoa0807865", None),
        ("See http://e.org/a_(b), and", "http://e.org/a_(b)", None),
        ("(http://e.org/a)", "http://e.org/a", None),
        ("<https://e.org/>.", "https://e.org/", None),
        ("“https://e.org/x”", "https://e.org/x", None),
        ("doi:10.1056/NEJMoa0807865 PubMed", "10.1056/NEJMoa0807865", f"{RESOLVER}10.1056/NEJMoa0807865"),
        ("doi: 10.1002/(SICI)15/16<1661::A>3.0.CO;2-2.", "10.1002/(SICI)15/16<1661::A>3.0.CO;2-2", f"{RESOLVER}10.1002/(SICI)15/16%3C1661::A%3E3.0.CO;2-2"),
        ("DOI 10.1000/182;", "10.1000/182", f"{RESOLVER}10.1000/182"),
        ("DOI: 10.1000.10/182", "10.1000.10/182", f"{RESOLVER}10.1000.10/182"),
        ("at doi.org/10.1000/182.", "doi.org/10.1000/182", f"{RESOLVER}10.1000/182"),
        ("PubMed PMID: 19494218;", "19494218", f"{PUBMED}pubmed/19494218"),
        ("PMCID: PMC2876877.", "PMC2876877", f"{PUBMED}pmc/articles/PMC2876877"),
        ("Central PMC2876877", "PMC2876877", f"{PUBMED}pmc/articles/PMC2876877"),
    ],
)  # fmt: skip
def test_linked(text, anchor, leads):
    assert linked(text) == text.replace(anchor, link(leads or anchor, anchor))


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/182 stands alone",
        "a doing 10.5/x",
        "javascript:http",
        "https://",
        "PMID",
        "PMCID: none",
        link("https://e.org", "https://other.org"),
        "x" + link("https://e.org", wrap(ITALIC, "doi:10.1000/182")),
        "https://e.org/" + "x" * 3000,
    ],
)
def test_no_link(text):
    assert linked(text) == text


def test_links_end_at_marks_and_stand_beside_links():
    there = link("https://e.org", "doi:10.1000/1")
    text = f"{wrap(ITALIC, 'https://a.org/x')}{there} doi: {wrap(BOLD, '10.1000/2')} https://b.org"
    a, b = link("https://a.org/x", "https://a.org/x"), link("https://b.org", "https://b.org")
    two = link("https://doi.org/10.1000/2", "10.1000/2")
    assert linked(text) == f"{wrap(ITALIC, a)}{there} doi: {wrap(BOLD, two)} {b}"


@given(st.text(st.sampled_from("doi:10.0/ htps(w)[]<>.,PMCID\ufdd0\ufddf\ufdee\ufdef"), max_size=40))
def test_words_stay(text):
    text = wrap(ITALIC, marks.clean(text)) + " http://e.org/" + marks.clean(text)
    assert marks.plain(linked(text)) == marks.plain(text)
    assert linked(linked(text)) == linked(text)
