"""The lines of a value."""

import pytest

from citekit.formatting.lines import aligned, stripped, wrapped


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("one line", "one line"),
        ("  blanks  ", "blanks"),
        ("first\n      second\n   third", "first\n>>>   second\n>>>third"),
        ("first\n\n   second   \n  ", "first\n\n>>>second"),
        ("first\n\tsecond\n\t\tthird", "first\n>>>second\n>>>        third"),
        ("\n      a\n        b\n    ", "\n--a\n--  b\n."),
        ("\n\n  a}", "\n--a}"),
        ("\n  ", ""),
        ("a\\ ", "a\\ "),  # a command of TeX's
        ("a\\", "a\\"),
        ("a\nb\\ ", "a\n>>>b\\ "),
    ],
)
def test_lines_stay_broken_and_stand_in_line(inner, text):
    assert aligned(inner, ">>>", "--", ".") == text


@pytest.mark.parametrize(
    ("inner", "column", "text"),
    [
        ("one two\n   three", 0, "one two three"),
        ("one two three", 10, "one two\n>>>three"),
        ("one two three", 11, "one two\n>>>three"),
        ("one two three", 16, "one two three"),
        ("incomprehensibilities and", 10, "incomprehensibilities\n>>>and"),
        ("one\n\n\n two", 10, "one\n\n>>>two"),
        ("one\u00a0two three", 3, "one\u00a0two\n>>>three"),
        ("a\\ ", 10, "a\\ "),
        ("", 10, ""),
    ],
)
def test_lines_are_broken_anew(inner, column, text):
    assert wrapped(inner, ">>>", column) == text


def test_no_break_spaces_are_text():
    assert stripped(" \u00a0x\u00a0 ") == "\u00a0x\u00a0"
