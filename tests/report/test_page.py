"""The report as a page: what a reader must find on it, and what no input may do to it."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.enrich import Match
from citekit.model import Library, Names, Origin, Person, Reference
from citekit.pipeline import merge
from citekit.readers import from_text
from citekit.report import as_html
from citekit.report.page import merges
from citekit.report.page.differences import marked
from citekit.report.page.elements import Markup, element
from citekit.sources.work import Work
from citekit.validate import judge

ENTRY = "@article{%s, author = {Lee, Sun Hee and Kim, J.}, title = {On DNA repair in the cells of %s}, journal = {Genetics}, year = %d, volume = 1, pages = {1--9}}\n"


# Too little to tell: two people, a short title, two years.
UNSURE = [
    f"@article{{{key}, author = {{Lee, Sun Hee and Kim, J.}}, title = {{On DNA repair}}, year = {year}}}"
    for key, year in (("a", 1999), ("b", 2000))
]


class Page(HTMLParser):
    """What a browser would make of a page: tags in order with their attributes, and whether they are closed in order."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.words = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self):
        return " ".join("".join(self.words).split())


def page(*texts):
    return as_html(merge([from_text(text, f"{n}.bib") for n, text in enumerate(texts)]))


@pytest.fixture(scope="module")
def two():
    return page(ENTRY % ("a", "mice", 1999), ENTRY.replace("Sun Hee", "S. H.") % ("b", "mice", 2000))


def test_the_flow_of_the_records(two):
    text = Page(two).text
    for said in (
        "Records identified (n = 2)",
        "0.bib (n = 1)",
        "Duplicate records removed (n = 1)",
        "Works in the bibliography (n = 1)",
    ):
        assert said in text
    assert "2 records from 2 inputs; 1 duplicate removed; 1 work left, 1 of them made from several records." in text


def test_copies_stand_side_by_side_with_what_differs_marked(two):
    assert "Merged entry" in Page(two).text
    assert "Copy 1" in Page(two).text
    assert "Copy 2" in Page(two).text
    assert "<mark>S. H.;</mark>" in two
    assert '<tr class="clash"><th scope="row">year<span class="tag"> (conflict)</span></th>' in two
    assert "The copies contradict each other" in two


def test_old_keys_lead_to_new_ones(two):
    assert "Citation keys that changed (1)" in Page(two).text


def test_an_unsure_pair_comes_with_the_lines_that_settle_it():
    text = Page(page(*UNSURE)).text
    assert "Unsure pairs (1)" in text
    assert '{"verdict": "same", "left": "' in text
    assert '{"verdict": "different", "left": "' in text


def test_nothing_is_fetched_and_everything_is_labelled(two):
    read = Page(two)
    assert read.open == []
    assert not read.all("link")
    assert not read.all("img")
    assert not any("src" in attributes for _, attributes in read.tags)
    assert "url(" not in two
    assert "@import" not in two
    assert read.all("html")[0]["lang"] == "en"
    assert len(read.all("h1")) == 1
    assert len(read.all("table")) == len(read.all("caption"))
    assert all(attributes.get("scope") in ("col", "row") for attributes in read.all("th"))
    names = {attributes["id"] for _, attributes in read.tags if "id" in attributes}
    assert all(attributes["href"][1:] in names for attributes in read.all("a") if attributes["href"].startswith("#"))


HOSTILE = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "<!-- <script>",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "\N{RIGHT-TO-LEFT OVERRIDE}txet",
]


def hostile(word, number):
    """One of two copies of a work that says the word wherever something can be said."""
    origin = Origin(f"{word}.bib", "bibtex", 1, number, word)
    said = dict.fromkeys(("url", "note", "publisher", "series", word), word) | {
        "author": Names((Person("Lee", "Sun Hee"), Person(word, literal=True))),
        "title": f"A title that is long enough to be known again and has {word} in it",
        "container": f"Journal of {word}", "year": "2001", "volume": f"{number}{word}", "pages": "101--119",
        "doi": "10.1000/182", "publisher": f"{number}{word}",
    }  # fmt: skip
    return Reference("article", f"{word}{number}", {}, origin).with_fields(said, origin)


def check_harmless(text):
    read = Page(text)
    assert read.open == []
    assert len(read.all("script")) == 1
    assert text.lower().count("<script") == 1
    for _, attributes in read.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert attributes.get("href", "#").startswith(("#", "https://", "http://"))
    assert not read.all("img")


@pytest.mark.parametrize("word", HOSTILE)
def test_what_inputs_say_is_never_markup(word):
    libraries = [Library((hostile(word, number),), (), f"{word}{number}", "bibtex") for number in (1, 2)]
    text = as_html(merge(libraries))
    check_harmless(text)
    assert "Merged entry" in text


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["<", ">", "script", "</", "&", '"', "'", "--", "!", "javascript:", "\x00", " a"]), max_size=12
    ).map("".join)
)
def test_no_string_breaks_out(word):
    check_harmless(as_html(merge([Library((hostile(word, 1), hostile(word, 2)), (), word, "bibtex")])))


def test_a_large_merge_says_what_is_left_out(monkeypatch):
    monkeypatch.setattr(merges, "MOST_WORKS", 2)
    subjects = "mice rats bees frogs".split()
    texts = ["".join(ENTRY.replace("Genetics", s) % (s + n, f"{s} and of {s}", 1999) for s in subjects) for n in "ab"]
    read = Page(page(*texts, ENTRY % ("alone", "whales", 1950)))
    merged = int(re.search(r"Merged works \((\d+)\)", read.text)[1])
    assert merged > 2
    assert f"{merged - 2} more merged work" in read.text
    assert f"The JSON report has all {merged}." in read.text
    assert read.text.count("One work because") == 2
    assert "came from one record each and are not listed" in read.text


DIFFERENCES = [
    # what a copy says, what the merged entry says, what is shown of the copy
    ("On DNA repair", "On DNA repair", "On DNA repair"),
    ("On RNA repair", "On DNA repair", "On <mark>RNA</mark> repair"),
    (
        "On repair",
        "On DNA repair",
        'On <span class="gap" title="less">‸<span class="hidden-words">less</span></span> repair',
    ),
    ("On DNA repair & more", "On DNA repair", "On DNA repair <mark>&amp; more</mark>"),
    ("", "On", '<span class="gap" title="less">‸<span class="hidden-words">less</span></span> '),
]


@pytest.mark.parametrize(("copy", "merged", "shown"), DIFFERENCES)
def test_differences_are_marked_word_by_word(copy, merged, shown):
    assert marked(copy, merged, "less") == shown


def test_long_equal_stretches_are_shown_by_their_ends():
    text = " ".join(f"w{n}" for n in range(100))
    shown = marked(text + " end", text + " stop", "less")
    assert "w0 w1" in shown
    assert "84 words the same" in shown
    assert shown.endswith("w99 <mark>end</mark>")


def test_very_long_values_are_cut_and_said():
    assert "8,800 more characters" in marked("a " * 5_000, "b", "less")


def test_text_is_escaped_once_and_markup_stays():
    assert element("p", "a & b", Markup("<b>c</b>"), title='"') == '<p title="&quot;">a &amp; b<b>c</b></p>'
    assert element("input", hidden=True, id=None) == "<input hidden>"


def test_dois_to_look_at_have_their_candidates_to_follow():
    result = merge([from_text(ENTRY % ("a", "mice", 1999), "m.bib")])
    work = Work("10.1/<b>", title="On <i>DNA</i> repair", years=("1999",), containers=("Genetics",))
    unsure = Match("unsure", candidates=(judge(result.merged[0].reference, work),), reason="it & another fit")
    told = Page(as_html(replace(result, matches=(unsure,))))
    for said in ("1 unsure and left empty", "it & another fit", "“On <i>DNA</i> repair”, Genetics 1999", "10.1/<b>"):
        assert said in told.text
    assert "https://doi.org/10.1/%3Cb%3E" in [link.get("href") for link in told.all("a")]
    assert not told.all("i")


def test_without_a_look_up_nothing_is_told_of_dois(two):
    assert "DOIs" not in Page(two).text
