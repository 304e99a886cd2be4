"""Sources with other keys."""

import pytest

from citekit.latex import finder, unified_diff, with_keys

KEYS = {"old": "new", "b": "a", "Smith2009": "smith2009", "c": "c"}

REWRITTEN = [
    (r"\cite{old}", r"\cite{new}"),
    ("\ufeff\\cite[see][]{ old ,\r\n  x}% \\cite{old}\r\n", "\ufeff\\cite[see][]{ new ,\r\n  x}% \\cite{old}\r\n"),
    ("\\cite{x, % old\n old% old\n}", "\\cite{x, % old\n new% old\n}"),
    (r"\cite[\cite{old}]{old} old \label{old} \ref{old}", r"\cite[\cite{new}]{new} old \label{old} \ref{old}"),
    (r"\volcite{old}[old]{old}", r"\volcite{old}[old]{new}"),
    (r"\cites[old]{old}[2]{x}{old}", r"\cites[old]{new}[2]{x}{new}"),
    (r"\cite{older,bold,old.}", r"\cite{older,bold,old.}"),
    (r"\cite{set,*old}", r"\cite{set,*new}"),
    (r"\cite{Smith2009}", r"\cite{smith2009}"),
    # BibTeX takes keys without regard to case.
    (r"\cite{OLD}", r"\cite{new}"),
    (r"\cite{C}", r"\cite{C}"),  # a key that stays
    # Keys that become one.
    (r"\cite{a,b}", r"\cite{a}"),
    (r"\cite{b,a}", r"\cite{a}"),
    (r"\cite{b, x, a , b}", r"\cite{a, x }"),
    ("\\cite{a,\n  b,\n  x}", "\\cite{a,\n  x}"),
    ("\\cite{a, % the one\n  b, % the other\n  x}", "\\cite{a% the one\n  , % the other\n  x}"),
    (r"\cite{set,*a,*b}", r"\cite{set,*a}"),
    (r"\cite{a,a}", r"\cite{a,a}"),  # was so before
    (r"\cites{a}{b}", r"\cites{a}{a}"),  # each may have notes
    (r"\cite[\cite{a}]{b}", r"\cite[\cite{a}]{a}"),
]


@pytest.mark.parametrize(("source", "rewritten"), REWRITTEN)
def test_keys_change_and_nothing_else(source, rewritten):
    assert with_keys(source, KEYS).text == rewritten


def test_all_keys_change_at_once():
    assert with_keys(r"\cite{a,b}", {"a": "b", "b": "a"}).text == r"\cite{b,a}"


def test_the_changes_tell_every_key_and_its_place():
    rewrite = with_keys("\\citep*[x]{a, old,\n b} \\cite{B}", KEYS)
    assert rewrite.text == "\\citep*[x]{a, new} \\cite{a}"
    assert [(c.line, c.command, c.old, c.new) for c in rewrite.changes] == [
        (1, "\\citep*", "old", "new"),
        (2, "\\citep*", "b", "a"),
        (2, "\\cite", "B", "a"),
    ]
    assert rewrite.places == 2


@pytest.mark.parametrize(
    ("key", "found"),
    [("smith", "smith"), ("Smith", "Smith"), ("SMITH", None), ("JONES", "Jones"), ("unknown", None)],
)
def test_case_decides_only_where_it_must(key, found):
    assert finder(["smith", "Smith", "Jones"])(key) == found


def test_diff():
    source = "".join(f"line {n}\n" for n in range(1, 10)) + "See \\cite{a,\n  b}\nand \\cite{old}"
    source = "\\cite{old}\n" + source
    assert (
        unified_diff("paper.tex", source, with_keys(source, KEYS).edits)
        == """\
--- paper.tex
+++ paper.tex
@@ -1,4 +1,4 @@
-\\cite{old}
+\\cite{new}
 line 1
 line 2
 line 3
@@ -8,6 +8,5 @@
 line 7
 line 8
 line 9
-See \\cite{a,
-  b}
-and \\cite{old}
\\ No newline at end of file
+See \\cite{a}
+and \\cite{new}
\\ No newline at end of file"""
    )


def test_no_diff_without_changes():
    assert unified_diff("paper.tex", "\\cite{x}\n", ()) == ""
