"""What holds of every merge, on made-up files in which every value is a word of its own."""

from __future__ import annotations

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.git import merge3
from citekit.readers import bibtex

FIELDS = ("title", "author", "note", "year", "journal", "abstract")
WORD = re.compile(r"[kv]\d+w")


class File:
    """Entries (key → fields) and comments in order, and how they are laid out."""

    def __init__(self, items, indent="  ", gap="\n\n"):
        self.items, self.indent, self.gap = items, indent, gap

    @property
    def text(self):
        return self.gap.join(self._shown(*item) for item in self.items) + ("\n" if self.items else "")

    def _shown(self, key, fields):
        if key is None:
            return f"% {fields}"
        lines = "".join(f",\n{self.indent}{name} = {{{value}}}" for name, value in fields.items())
        return f"@article{{{key}{lines}\n}}"


def edited(draw, file, words):
    """A side: the base with entries and fields changed, added, taken away."""
    items = []
    for key, fields in file.items:
        what = draw(st.sampled_from(["stay", "stay", "stay", "change", "drop", "rename"]))
        if what == "drop":
            continue
        if key is not None and what == "change":
            fields = {n: v for n, v in fields.items() if draw(st.integers(0, 5))}
            for name in draw(st.lists(st.sampled_from(FIELDS), max_size=2)):
                fields[name] = f"v{next(words)}w"
        elif key is not None and what == "rename":
            key = f"k{next(words)}w"
        items.append((key, fields))
        items += new_items(draw, words, 1)
    return File(
        items or new_items(draw, words, 1), draw(st.sampled_from(["  ", "\t"])), draw(st.sampled_from(["\n", "\n\n"]))
    )


def new_items(draw, words, most):
    return [
        (None, f"v{next(words)}w")
        if draw(st.integers(0, 3)) == 0
        else (f"k{next(words)}w", {name: f"v{next(words)}w" for name in ("title", "author", "note")})
        for _ in range(draw(st.integers(0, most)))
    ]


@st.composite
def histories(draw):
    words = count(1)
    base = File([(f"k{next(words)}w", {"title": "v0w", "year": f"v{next(words)}w"}), *new_items(draw, words, 5)])
    return base.text, edited(draw, base, words).text, edited(draw, base, words).text


def words(text):
    return set(WORD.findall(text))


def said(text):
    """The entries of a file without their order and layout."""
    return sorted(
        (e.type, e.key, sorted((n, str(f.value)) for n, f in e.fields.items())) for e in bibtex.read(text, "")
    )


@given(histories())
@settings(max_examples=60)
def test_what_one_side_did_is_taken_byte_for_byte(history):
    base, ours, theirs = history
    assert merge3(base, base, base).text == base
    assert merge3(base, ours, base).text == ours
    assert merge3(base, base, theirs).text == theirs
    assert merge3(base, ours, ours).text == ours


@given(histories())
@settings(max_examples=150)
def test_nothing_is_lost_and_nothing_comes_back(history):
    base, ours, theirs = map(words, history)
    outcome = merge3(*history)
    result = words(outcome.text)
    assert (ours | theirs) - base <= result
    assert base & ours & theirs <= result
    if not outcome.conflicts:
        assert result == ((ours | theirs) - base) | (base & ours & theirs)


@given(histories())
@settings(max_examples=100)
def test_without_conflicts_the_sides_may_be_swapped(history):
    base, ours, theirs = history
    one, two = merge3(base, ours, theirs), merge3(base, theirs, ours)
    assert one.conflicts == two.conflicts
    if not one.conflicts:
        assert said(one.text) == said(two.text)


@given(histories())
@settings(max_examples=60)
def test_markers_stand_on_lines_of_their_own_in_order(history):
    outcome = merge3(*history)
    marks = re.findall(r"^(<{7} ours|={7}|>{7} theirs)$", outcome.text, re.MULTILINE)
    assert marks == ["<<<<<<< ours", "=======", ">>>>>>> theirs"] * (len(marks) // 3)
    assert bool(marks) == bool(outcome.conflicts)
    assert outcome.text.count("<<<<<<<") == len(marks) // 3
