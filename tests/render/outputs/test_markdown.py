"""Escapes of CommonMark 0.31 (§2.4 backslash escapes, §5.2 list items) and GitHub's `~` and `$`."""

import pytest

from citekit.render import render


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("IL1RN*2 and a_b_c", r"IL1RN\*2 and a\_b\_c"),
        ("`code` [Internet] <b>", r"\`code\` \[Internet\] \<b\>"),
        (r"back\slash", r"back\\slash"),
        ("AT&amp;T & more", "AT&amp;amp;T & more"),
        ("$5 ~ #1 | 2", r"\$5 \~ \#1 \| 2"),
        ("2002. A title", r"2002\. A title"),
        ("1) A title", r"1\) A title"),
        ("- a title", r"\- a title"),
        ("IL-1, 100%. Half", "IL-1, 100%. Half"),  # nothing to escape
    ],
)
def test_text(make, title, expected):
    assert render([make("misc", "key", title=title)], "plain", "markdown").text == f"1. {expected}.\n"


def test_link_targets_have_no_brackets_that_end_them(make):
    text = render([make("misc", "key", doi="10.1000/(a)_b*c")], "plain", "markdown").text
    assert text == "1. [doi:10.1000/(a)\\_b\\*c](https://doi.org/10.1000/%28a%29_b%2Ac).\n"
