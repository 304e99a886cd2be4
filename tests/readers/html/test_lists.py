"""Pages of many makers → the references they list, as strings."""

import pytest
from html_pages import ALL, GARG, LEUNG, LISTS, MENGESHA, MENU, PROSE, coins, every, page
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.readers import from_text


def strings(text):
    return [reference.origin.text for reference in from_text(text, "page.html") if reference.origin.number]


@pytest.mark.parametrize("maker", LISTS)
def test_lists_of_every_maker(maker):
    library = from_text(LISTS[maker], "page.html")
    assert library.format == "HTML page"
    assert [reference.origin.text for reference in library] == list(ALL)
    assert [reference.origin.number for reference in library] == [1, 2, 3]


WITH_DOIS = ("PMC", "Wiley", "PLOS", "HighWire", "ScienceDirect", "Frontiers")


@pytest.mark.parametrize("maker", WITH_DOIS)
def test_dois_are_read_from_links(maker):
    assert [reference.doi for reference in from_text(LISTS[maker], "x")] == ["10.1000/x1", "10.1000/x2", "10.1000/x3"]


@pytest.mark.parametrize("maker", ["PMC", "Wiley", "PLOS"])
def test_pubmed_numbers_are_read_from_links(maker):
    assert [reference.get("pmid") for reference in from_text(LISTS[maker], "x")] == ["1000001", "1000002", "1000003"]


def test_lines_are_those_of_the_source():
    text = f"<html>\n<body>\n<h2>References</h2>\n<ol>\n<li>{LEUNG}\n\n<li>{MENGESHA}</ol>"
    assert [reference.origin.line for reference in from_text(text, "x")] == [5, 7]
    text = f"<html>\n<body>\n<p>Some words.</p>\n\n<p>{LEUNG}</p>\n"  # read as if copied
    assert [reference.origin.line for reference in from_text(text, "x")] == [5]


def test_markup_within_a_reference_is_text():
    item = "<li>Leung VC. <i>Il1rn</i><sup>−/−</sup> mice &amp; H<sub>2</sub>O.<br>J Pediatr Orthop. <b>1985</b>;5&nbsp;(3):354–7.</li>"
    assert strings(f"<h2>References</h2><ol>{item}</ol>") == [
        "Leung VC. Il1rn−/− mice & H2O. J Pediatr Orthop. 1985;5 (3):354–7."
    ]


BESIDE = {
    "a script": "<script>var x = '<li>Smith J. A script. J Foo. 1999;1:2–3.</li>'</script>",
    "a style": "<style>li { color: red }</style>",
    "a template": "<template><ol class=references><li>Smith J. A template. J Foo. 1999;1:2–3.</ol></template>",
    "navigation": MENU,
    "what is hidden": "<ol style='display: none'><li>Smith J. Hidden. J Foo. 1999;1:2–3.</ol>",
    "a comment": "<!-- <ol><li>Smith J. A comment. J Foo. 1999;1:2–3.</ol> -->",
    "prose": PROSE,
    "articles recommended": "<h3>Recommended articles</h3><ul><li>Smith J. Another. J Foo. 1999;1:2–3.</ul>",
}


@pytest.mark.parametrize("what", BESIDE)
def test_what_is_no_reference_of_the_page(what):
    text = page(f"{BESIDE[what]}<h2>References</h2><ol>{every('<li>{text}')}</ol><h2>More</h2>{BESIDE[what]}")
    assert strings(text) == list(ALL)
    assert not from_text(text, "x").blocks


def test_words_in_a_list_that_are_no_reference_are_kept_as_unused():
    text = f"<h2>References</h2>\n<p>1. {LEUNG}</p>\n<p>(The following were not seen.)</p>\n<p>2. {MENGESHA}</p><p>3. {GARG}</p><p>4. {LEUNG}</p><p>5. {LEUNG}</p>"
    library = from_text(text, "x")
    assert [(b.kind, b.text, b.line) for b in library.blocks] == [("unused", "(The following were not seen.)", 3)]


def test_lists_within_lists():
    text = f"<h2>References</h2><ul><li>Articles<ul><li>{LEUNG}<li>{MENGESHA}</ul><li>Letters<ul><li>{GARG}</ul></ul>"
    assert strings(text)[:2] == [LEUNG, MENGESHA]
    assert strings(text)[-1].endswith(GARG)


def test_two_lists_under_two_headings():
    text = f"<h2>1 References</h2><ol><li>{LEUNG}</ol><p>Prose.<h2>Bibliography</h2><ul><li>{MENGESHA}<li>{GARG}</ul>"
    assert strings(text) == list(ALL)


def test_numbers_of_the_list_come_off_and_numbers_of_the_reference_stay():
    items = ["[1] " + LEUNG, "2.&nbsp;" + MENGESHA, "(3) 1984 and after. London: Penguin; 1990."]
    text = f"<ul class=references>{''.join(f'<li>{item}' for item in items)}</ul>"
    assert strings(text) == [LEUNG, MENGESHA, "1984 and after. London: Penguin; 1990."]


def test_bare_numbers_come_off_where_they_count():
    assert strings(f"<div class=refs>{every('<p>{n} {text}')}</div>") == list(ALL)
    assert strings(f"<div class=refs>{every('<p><sup>{n}</sup>{text}')}</div>") == list(ALL)


def test_xml_that_is_not_html_is_text():
    text = f'<?xml version="1.0"?>\n<article>\n<ref-list>\n<ref>{LEUNG}</ref>\n</ref-list>\n</article>'
    assert from_text(text, "x").format == "text"


WORDS = st.sampled_from([LEUNG, MENGESHA, GARG, "Prose.", "References", "1.", "", "&amp;", "<", "&#0;", "\ufdd0", "é"])
TAGS = st.sampled_from(
    "ol ul li p div table tr td dl dt dd h2 section a b span cite pre br script nav footer article form".split()
)
ATTRIBUTES = st.sampled_from(
    ["", " class=references", " class='ref'", " hidden", " id=refs", " href='https://doi.org/10.1000/x'", " href='http://['",
     " class=Z3988 title='rft.atitle=A&amp;rft.au=B&amp;rft.date=%E9'", " class=Z3988 title='%'"]
)  # fmt: skip
PIECES = st.one_of(
    WORDS, st.builds("<{}{}>".format, TAGS, ATTRIBUTES), st.builds("</{}>".format, TAGS), st.text(max_size=10)
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=150)
def test_no_page_raises(pieces):
    library = from_text("<!doctype html>" + "".join(pieces), "x")
    assert [r.origin.number for r in library if r.origin.number] == list(
        range(1, len([r for r in library if r.origin.number]) + 1)
    )


@given(
    st.lists(st.sampled_from([LEUNG, MENGESHA, GARG]), min_size=1, max_size=8),
    st.sampled_from(["div", "section", "center"]),
    st.integers(0, 30),
)
@settings(max_examples=40)
def test_every_item_survives_whatever_is_around_it(texts, wrapper, depth):
    inner = "".join(f"<li><{wrapper}>{text}</{wrapper}>" for text in texts)
    assert strings(f"<{wrapper}>" * depth + f"<h2>References</h2><ol>{inner}</ol>") == texts


@pytest.mark.parametrize(
    "tag", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<section class=references>", "<a href=x>"]
)
def test_deep_nesting(tag):
    text = f"<!doctype html>{tag * 5000}<p>{LEUNG}</p>"
    assert strings(text) == [LEUNG]


def test_coins_between_deep_tags():
    assert (
        len(
            from_text("<!doctype html>" + "<div>" * 3000 + coins(rft__btitle="A long title", rft__au="Roe, J") * 2, "x")
        )
        == 2
    )
