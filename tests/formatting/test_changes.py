"""What changes, as edits of a text."""

from citekit.formatting import Layout, formatted
from citekit.formatting.changes import Change, by_lines


def test_an_entry_that_stays_is_not_among_the_changes():
    text = "@misc{a,\n}\n\n@misc{b, year = 1}\n\n@misc{c,\n}\n"
    (change,) = formatted(text).changes
    assert text[change.start : change.end] == "\n\n@misc{b, year = 1}"


def test_only_the_lines_that_differ():
    text = "@misc{a,\n  title = {x},\n  year={1},\n  note = {y},\n}\n"
    found = list(by_lines(text, formatted(text).changes))
    assert [(text[each.start : each.end], each.text) for each in found] == [("  year={1},\n", "  year = {1},\n")]


def test_the_fewest_entries_move():
    text = "".join(f"@misc{{{key},\n}}\n\n" for key in "zabcd")[:-1]
    changes = formatted(text, Layout(sort=("key",))).changes
    assert changes[0] == Change(0, len("@misc{z,\n}"), "")
    assert not any(f"@misc{{{key}" in each.text for each in changes for key in "bcd")
