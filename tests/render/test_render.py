"""The whole road from references to a bibliography, compared with files that one can read."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.model import Field, Names, Person, Reference
from citekit.render import OUTPUTS, STYLES, render
from citekit.render.entries import TYPES
from citekit.vocabulary import FIELD_ORDER, NAME_FIELDS

GOLDEN = Path(__file__).parent / "golden"
SUFFIX = {"text": "txt", "html": "html", "latex": "tex", "markdown": "md", "rtf": "rtf", "json": "json"}
READABLE = [to for to in OUTPUTS if to != "docx"]


@pytest.mark.parametrize("style", ["plain", "vancouver", "apa"])
@pytest.mark.parametrize("to", SUFFIX)
def test_golden(references, style, to):
    """Texts of `vancouver` and `apa`: those of citeproc-js for the same items, but that it takes "others" for a name and prints
    entities where the text has `&` and `<`."""
    assert render(references, style, to).text == (GOLDEN / f"{style}.{SUFFIX[to]}").read_text(encoding="utf-8")


def test_what_is_missing_is_said_with_its_place(references):
    assert [str(problem) for problem in render(references).problems] == [
        "refs.bib:68: cancer2000: incomplete online: no author or editor",
        "refs.bib:88: empty: incomplete article: no author, no title, no journal, no year",
    ]
    assert {problem.kind for problem in render(references).problems} == {"incomplete"}


def test_characters_that_pdflatex_lacks_are_said(references):
    problems = [p for p in render(references, "vancouver", "latex").problems if p.kind == "unprintable"]
    assert [(p.line, p.message.split(";")[0]) for p in problems] == [(75, "pdfLaTeX prints 中 文 as numbers")]


@pytest.mark.parametrize(
    ("style", "to", "message"),
    [
        ("vancover", "text", "no style 'vancover'; did you mean vancouver"),
        ("plain", "pdf", "no output 'pdf'; choose from text, html, page, latex, markdown, rtf, docx, json"),
    ],
)
def test_unknown_names(style, to, message):
    with pytest.raises(CitekitError, match=message):
        render([], style, to)


@pytest.mark.parametrize(
    ("to", "text"), [("text", ""), ("latex", "% Nothing is cited.\n"), ("markdown", ""), ("json", "{}\n")]
)
def test_no_references(to, text):
    assert render([], "plain", to).text == text


def test_vancouver_keeps_the_order_and_plain_sorts_by_author_year_title(make, named):
    given = [
        make("misc", "zulu", author=named("Zulu|A"), title="T"),
        make("misc", "emile2", author=named("Émile|B"), title="B title", year="2001"),
        make("misc", "emile1", author=named("Emile|B"), title="A title", year="2001"),
        make("misc", "emile0", author=named("Emile|B"), title="Z title", year="1999"),
        make("misc", "faure", editor=named("Faure|C"), title="T"),
    ]
    ids = [line.split('"')[1] for line in render(given, "plain", "html").text.splitlines()[1:-1]]
    assert ids == ["emile0", "emile1", "emile2", "faure", "zulu"]
    ids = [line.split('"')[1] for line in render(given, "vancouver", "html").text.splitlines()[1:-1]]
    assert ids == ["zulu", "emile2", "emile1", "emile0", "faure"]


@pytest.mark.parametrize(
    ("keys", "ids"),
    [
        (["a", "a", "A"], ["a", "a-2", "A-3"]),
        (["", "b", ""], ["ref1", "b", "ref3"]),
        (["a b", "10%,{x}"], ["a-b", "10---x-"]),
        (["a-2", "a", "a"], ["a-2", "a", "a-3"]),
        (["Müller_2009:a"], ["Müller_2009:a"]),
    ],
)
def test_ids_are_unique_and_fit_for_cite(make, keys, ids):
    text = render([make("misc", key, title="T") for key in keys], "vancouver", "latex").text
    assert [line.rpartition("{")[2][:-1] for line in text.splitlines() if line.startswith("\\bibitem")] == ids


def test_control_characters_and_line_breaks_go(make):
    # neither HTML (§13.2.3.5) nor TeX takes them, and ESC would reach the terminal
    assert render([make("misc", "key", title="a\x00b\x1b[31m\n\tc\ud800")]).text == "[1] ab[31m c.\n"


# Any text in any field of any type: every reference comes out, in every style and format.
texts = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["%", "{", "}", "\\", "\\input{x}", "$", "1-2", "http://[", "&amp;"]
)
persons = st.builds(Person, texts, texts | st.just(""), texts | st.just(""), texts | st.just(""), st.booleans())
names = st.builds(Names, st.lists(persons, min_size=1, max_size=8).map(tuple), st.booleans())
values = {name: names | texts if name in NAME_FIELDS else texts for name in (*FIELD_ORDER, "container")}
fields = st.sets(st.sampled_from(sorted(values)), max_size=8).flatmap(
    lambda chosen: st.fixed_dictionaries({name: values[name].map(Field) for name in sorted(chosen)})
)
any_reference = st.builds(Reference, st.sampled_from([*TYPES, "no such type"]), texts | st.just(""), fields)


@settings(max_examples=60)
@given(
    st.lists(any_reference, min_size=1, max_size=4),
    st.sampled_from([*sorted(STYLES), "apa", "chicago", "nejm"]),
    st.sampled_from(READABLE),
)
def test_nothing_aborts_the_list(given, style, to):
    text = render(given, style, to).text
    if to == "json":
        assert len(json.loads(text)) == len(given)
    else:
        mark = {"html": "<li id=", "page": "<li id=", "latex": "\\bibitem", "rtf": "\\par"}.get(to, "\n")
        assert text.count(mark) >= len(given)
