"""Whole texts: what comes out, what stays, and that nothing is said otherwise than before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.formatting import AFTER_LONGEST, Layout, formatted
from citekit.readers.bibtex import read

UNTIDY = """\
% Encoding: UTF-8

% about foo
@String ( foo = "Bar " )
@string{baz="x"}
@ARTICLE(Key1 , Author="A and B" # foo,
title={An {X} thing
     that goes on
       and on}, % trailing
 % own line
 Year="2009" , month=jan,
 abstract = {x},
)
@Book{K2,% head
  abstract = {
      Block
        more

      last
    },
  title="say {"}hi{"}",,year=2000,month={January},note={},
  % bye
} % side
% direct
@misc{z}
@Comment{jabref-meta: x}
"""

TIDY = """\
% Encoding: UTF-8

% about foo
@string{foo = {Bar }}
@string{baz = {x}}

@article{Key1,
  author = {A and B} # foo,
  title = {An {X} thing
           that goes on
             and on}, % trailing
  % own line
  year = {2009},
  month = jan,
  abstract = {x},
}

@book{K2, % head
  abstract = {
    Block
      more

    last
  },
  title = {say {"}hi{"}},
  year = 2000,
  month = {January},
  note = {},
  % bye
} % side
% direct
@misc{z,
}

@Comment{jabref-meta: x}
"""


def test_everything_has_its_place():
    assert formatted(UNTIDY).text == TIDY
    assert formatted(UNTIDY).problems == ()


ONE = '@Article{k,\n  Title = "A {B}",\n  year = {2009},\n  month = {Feb.},\n  note = { },\n}\n'


@pytest.mark.parametrize(
    ("wish", "lines"),
    [
        (Layout(), ["@article{k,", "  title = {A {B}},", "  year = {2009},", "  month = {Feb.},", "  note = {},", "}"]),
        (Layout(case="keep"), ["@Article{k,", "  Title = {A {B}},", "  year = {2009},"]),
        (Layout(indent="\t"), ["@article{k,", "\ttitle = {A {B}},"]),
        (Layout(align=14), ["@article{k,", "  title      = {A {B}},", "  year       = {2009},"]),
        (Layout(align=4), ["@article{k,", "  title = {A {B}},", "  year = {2009},"]),
        (Layout(align=AFTER_LONGEST), ["@article{k,", "  title = {A {B}},", "  year  = {2009},", "  month = {Feb.},"]),
        (Layout(delimiters="quotes"), ["@article{k,", '  title = "A {B}",', '  year = "2009",']),
        (Layout(delimiters="keep"), ["@article{k,", '  title = "A {B}",', "  year = {2009},"]),
        (Layout(numbers="bare"), ["@article{k,", "  title = {A {B}},", "  year = 2009,"]),
        (Layout(months="macro"), ["@article{k,", "  title = {A {B}},", "  year = {2009},", "  month = feb,"]),
        (Layout(trailing_comma=False), ["@article{k,", "  title = {A {B}},", "  year = {2009},", "  month = {Feb.},", "  note = {}", "}"]),
        (Layout(remove_empty=True), ["@article{k,", "  title = {A {B}},", "  year = {2009},", "  month = {Feb.},", "}"]),
        (Layout(field_order=("year", "month")), ["@article{k,", "  year = {2009},", "  month = {Feb.},", "  title = {A {B}},", "  note = {},"]),
    ],
    ids=lambda each: "" if isinstance(each, list) else str(each)[7:40],
)  # fmt: skip
def test_each_wish(wish, lines):
    assert formatted(ONE, wish).text.split("\n")[: len(lines)] == lines


def test_numbers_get_delimiters():
    assert "year = {2009}," in formatted("@misc{a, year = 2009}", Layout(numbers="enclosed")).text
    assert 'year = "2009",' in formatted("@misc{a, year = 2009}", Layout(numbers="enclosed", delimiters="quotes")).text


@pytest.mark.parametrize(("blank", "gap"), [(0, "\n"), (1, "\n\n"), (3, "\n\n\n\n")])
def test_blank_lines(blank, gap):
    assert formatted("@misc{a}\n@misc{b}", Layout(blank_lines=blank)).text == f"@misc{{a,\n}}{gap}@misc{{b,\n}}\n"


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("@misc{a,\n title = {One} year = 2000}", "no comma after the field title"),
        ("@misc{title = {One}}", "the entry has no key"),
        ("@misc{a,\n title = {One} {Two}}", "BibTeX cannot read the value of title"),
        ("@article{a,\n title = {One,\n", "it cannot be read as BibTeX"),
    ],
)
def test_what_bibtex_would_complain_about_stays_to_the_letter_and_is_told(broken, reason):
    made = formatted(f"@misc{{fine,title={{x}}}}\n{broken}\n")
    assert made.text == f"@misc{{fine,\n  title = {{x}},\n}}\n\n{broken.rstrip()}\n"
    (problem,) = made.problems
    assert (problem.kind, problem.line) == ("not-formatted", 2)
    assert reason in problem.message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear reader,\nthis is a letter.\n", "there is no BibTeX in it"),
        ("@misc{a,title={x}}\n<<<<<<< HEAD\n@misc{b}\n=======\n>>>>>>> other\n", "conflict markers"),
    ],
)
def test_what_is_left_whole(text, reason):
    made = formatted(text)
    assert made.text == text
    assert made.changes == ()
    assert [problem.kind for problem in made.problems] == ["left"]
    assert reason in made.problems[0].message


def test_months_stay_where_the_file_says_what_jan_is():
    text = "@string{jan = {Jänner}}\n@misc{a, month = {January}}"
    assert "month = {January}" in formatted(text, Layout(months="macro")).text


def test_a_repeated_field_keeps_its_first_value():
    text = "@misc{a, note = {}, note = {x}, year = 1}"
    assert formatted(text, Layout(remove_empty=True)).text.count("note") == 2
    in_order = formatted(text, Layout(field_order=("year",))).text
    assert in_order.index("year") < in_order.index("{}") < in_order.index("{x}")


def test_a_byte_order_mark_stays():
    made = formatted("\ufeff@misc{a}")
    assert made.text == "\ufeff@misc{a,\n}\n"
    assert (made.changes[0].start, made.changes[-1].end) == (1, 9)


@pytest.mark.parametrize("text", ["", "\n\n", "% only a comment\n"])
def test_nothing_to_do(text):
    assert formatted(text).text == text.strip("\n") + "\n" * bool(text.strip())
    assert formatted(text).problems == ()


# ---------------------------------------------------------------- invariants

VALUES = (
    "{A\n  b\n\n c}", "{\n   A\n b\n  }", "{A and B}", '"q {"} w"', "{x\\ }", "2009", "{2009}", '"12"', "jan", 'foo # "x"', "{ January}",
    "{}", "{k1}", "{\\{}", '{a "b"}', "{trail\\}", '"a\\"b"', "{\u00a0x\u00a0}", "{a\n\u00a0 b}", "{ 7 }", "{one} {two}",
)  # fmt: skip
FIELDS = ("title", "YEAR", "month", "file", "abstract", "crossref", "note", "Url")
JUNK = (
    "% note\n",
    "% x {\n",
    "text\n\n",
    "}",
    "\n\n",
    "@",
    "foo@example.org ",
    "@comment{x}",
    "@preamble{#}",
    "\u00a0",
    "<<<< ",
)


@st.composite
def texts(draw):
    found = []
    for _ in range(draw(st.integers(0, 4))):
        if draw(st.integers(0, 3)) == 0:
            found.append(draw(st.sampled_from(JUNK)))
        opener, closer = draw(st.sampled_from(["{}", "()"]))
        kind = draw(st.sampled_from(["article", "Book", "misc", "MISC"]))
        key = draw(st.sampled_from(["k1", "K2 ", "k 3", ""]))
        entry = f"@{kind}{opener}{key}" + draw(st.sampled_from([",", ",\n", " ,% c\n"]))
        for _ in range(draw(st.integers(0, 4))):
            entry += (
                draw(st.sampled_from(FIELDS))
                + draw(st.sampled_from(["=", " = ", "\n="]))
                + draw(st.sampled_from(VALUES))
            )
            entry += draw(st.sampled_from([",", ",\n", ",\n\n", ", % c\n % d\n", "\n,", ",,"]))
        found.append(
            entry + draw(st.sampled_from([closer, closer + "\n", closer + "\n\n", closer + " % beside\n", ""]))
        )
        if draw(st.integers(0, 5)) == 0:
            found.append('@String{foo = "Foo "}\n')
    return "".join(found)


LAYOUTS = st.builds(
    Layout,
    indent=st.sampled_from(["\t", "  ", ""]),
    align=st.sampled_from([None, AFTER_LONGEST, 14]),
    delimiters=st.sampled_from(["braces", "quotes", "keep"]),
    case=st.sampled_from(["lower", "keep"]),
    numbers=st.sampled_from(["bare", "enclosed", "keep"]),
    months=st.sampled_from(["macro", "keep"]),
    wrap=st.sampled_from([None, 0, 20]),
    trailing_comma=st.booleans(),
    blank_lines=st.integers(0, 2),
    remove_empty=st.booleans(),
    field_order=st.sampled_from([(), ("year", "title")]),
    sort=st.sampled_from([(), ("key",), ("-year", "type")]),
)


def said(text, *, sorted_):
    library = read(text, "a.bib")
    references = [(each.type, each.key, {name: field.value for name, field in each.fields.items()}) for each in library]
    blocks = " ".join(block.text for block in library.blocks if block.kind != "string").split()
    if sorted_:
        references.sort(
            key=lambda each: (each[0], each[1], sorted((name, str(value)) for name, value in each[2].items()))
        )
        blocks.sort()
    return references, blocks


@given(texts(), LAYOUTS)
@settings(deadline=None)
def test_what_is_read_is_the_same_and_a_second_run_changes_nothing(text, wish):
    made = formatted(text, wish)
    again = formatted(made.text, wish)
    assert again.text == made.text
    assert again.changes == ()
    assert said(made.text, sorted_=bool(wish.sort)) == said(text, sorted_=bool(wish.sort))


@given(texts(), LAYOUTS)
@settings(deadline=None)
def test_the_changes_lead_to_the_new_text(text, wish):
    made = formatted(text, wish)
    new, at = "", 0
    for change in made.changes:
        assert at <= change.start <= change.end
        new, at = new + text[at : change.start] + change.text, change.end
    assert new + text[at:] == made.text


@given(st.text(alphabet='@{}()=,"#%\n mk1\\'), LAYOUTS)
@settings(deadline=None)
def test_no_text_makes_it_raise(text, wish):
    assert formatted(formatted(text, wish).text, wish).text == formatted(text, wish).text
