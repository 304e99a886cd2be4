"""The order of entries, and what goes with them."""

import pytest

from citekit.formatting import Layout, formatted


def keys(text, *criteria):
    made = formatted(text, Layout(sort=criteria))
    assert made.problems == ()
    return [
        line[line.index("{") + 1 : -1] for line in made.text.split("\n") if line.startswith("@") and line.endswith(",")
    ]


WORKS = """
@book{b, year = 1999, author = {Zola, Émile}}
@article{A, year = {2009}, author = {Ångström, A.}, volume = 10}
@misc{c, author = {others and Ab, C.}, volume = 9}
@Article{d, date = {2001-05}, editor = {Mann, T.}}
"""


@pytest.mark.parametrize(
    ("criteria", "order"),
    [
        (["key"], "A b c d"),
        (["-key"], "d c b A"),
        (["year"], "b d A c"),  # biblatex's date counts; what has none comes last
        (["-year"], "A d b c"),
        (["type", "-key"], "d A b c"),
        (["author"], "c A d b"),  # the editor where there is no author; accents do not count
        (["volume"], "c A b d"),  # numbers by their size
    ],
)
def test_criteria(criteria, order):
    assert keys(WORKS, *criteria) == order.split()


def test_crossref_parents_stand_behind_their_children():
    """btxdoc §3.2.2; at second hand, too."""
    text = "@book{a}\n@proceedings{b, crossref = {a}}\n@inproceedings{z, crossref = {B}}\n@misc{y}"
    assert keys(text, "key") == ["y", "z", "b", "a"]


def test_entries_that_name_each_other_do_no_harm():
    assert sorted(keys("@misc{b, crossref = {a}}\n@misc{a, crossref = {b}}\n@misc{c, crossref={c}}", "key")) == [
        "a",
        "b",
        "c",
    ]


COMMENTS = """\
% head of the file

@misc{b,
}

% far above a

% above a
@misc{a,
} % beside a

@string{s = {x}}
% end of the file
"""


def test_comments_go_with_what_they_stand_above():
    assert (
        formatted(COMMENTS, Layout(sort=("key",))).text
        == """\
% head of the file

@string{s = {x}}

% far above a

% above a
@misc{a,
} % beside a

@misc{b,
}

% end of the file
"""
    )


def test_strings_and_preambles_come_first():
    text = '@misc{b, note = {x}}\n@preamble{"p"}\n@misc{a}\n@string{s = {x}}'
    lines = formatted(text, Layout(sort=("key",))).text.split("\n")
    assert [line for line in lines if line.startswith("@")] == [
        '@preamble{"p"}',
        "@string{s = {x}}",
        "@misc{a,",
        "@misc{b,",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("@misc{b}\n@misc{a, title = {x\n", "the block in line 2 cannot be read"),
        ("@string{s = {x}}\n@misc{b, note = s}\n@string{s = {y}}\n@misc{a, note = s}", "would say something else"),
    ],
)
def test_what_cannot_be_sorted_is_formatted_and_told(text, reason):
    made = formatted(text, Layout(sort=("key",)))
    assert made.text.index("misc{b") < made.text.index("misc{a")
    assert [problem.kind for problem in made.problems][-1] == "not-sorted"
    assert reason in made.problems[-1].message
