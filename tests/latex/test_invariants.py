"""What holds for every source, however broken."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.latex import cited, unified_diff, with_keys

PIECES = [
    r"\cite[", r"\cite{", r"\cites(", r"\cites[", r"\cites{a}", r"\cite<", "{", "}", "[", "]", r"\cite[]", r"\verb|",
    r"\verb|a|", r"\url{", r"\url{{}", r"\lstinline[{", r"\mintinline[{}{", r"\newcommand{\a}[1]{\cite{#1}",
    r"\def\a#1{\cite{#1}}", r"\def ", "% \n", "\\", r"\begin{verbatim}", r"\cite{a,}", r"\cite{*[", "\\cite%\n",
]  # fmt: skip
LENGTH = 100_000


@pytest.mark.parametrize("piece", PIECES)
def test_repetitions_take_no_more_than_their_length(piece):
    """Read in time in proportion to the length: if it took the square of it, this would not come back today."""
    source = piece * (LENGTH // len(piece))
    assert with_keys(source, {"x": "y"}).text == source


LONG = {
    "one bracket for all": r"\cites[" * LENGTH + "]" + "{a}" * LENGTH,
    "braces in braces": r"\cite{" * LENGTH + "}" * LENGTH,
    "definitions in definitions": r"\newcommand\a{" * LENGTH + r"\cite{#1}" + "}" * LENGTH,
    "blanks before an argument": r"\cite" + " " * LENGTH + "x" + r"\cite{" + " " * LENGTH,
    "comments before an argument": r"\cite" + "%\n" * LENGTH + "{a}",
    "braces in an address": r"\url{" + "{}" * LENGTH,
}


@pytest.mark.parametrize("source", [text[: 3 * LENGTH] for text in LONG.values()], ids=LONG)
def test_long_stretches_take_no_more_than_their_length(source):
    assert with_keys(source, {"x": "y"}).text == source


sources = st.lists(
    st.sampled_from(
        [
            *PIECES,
            *["a", "b", ",", " ", "\n", "\r\n", "(", ")", "<", ">", "*", "#1", "é", "\\%", "\ufeff", "\0"],
            *[r"\cite{a}", r"\citep*[x]{a, b}", r"\newcommand{\z}[1]{\cite{#1}}", r"\z{a}"],
            *[r"\end{verbatim}", r"\end{document}"],
        ]
    ),
    max_size=30,
).map("".join)


# ---------------------------------------------------------------- whatever the source


@given(sources)
def test_every_key_stands_where_it_is_said_to_stand(source):
    found = cited(source)
    assert all(source[each.offset : each.offset + len(each.key)] == each.key for each in found)
    assert len({each.offset for each in found}) == len(found)


@given(sources)
def test_without_other_keys_nothing_changes(source):
    keys = {each.key for each in cited(source)}
    for same in ({}, {key: key for key in keys}):
        assert with_keys(source, same).text == source
        assert with_keys(source, same).changes == ()


@given(sources)
def test_there_and_back_gives_the_source_byte_for_byte(source):
    keys = {each.key for each in cited(source)}
    there = with_keys(source, {key: f"{key}/new" for key in keys})
    assert [each.key for each in cited(there.text)] == [f"{each.key}/new" for each in cited(source)]
    assert [change.line for change in there.changes] == [each.line for each in cited(source)]
    assert with_keys(there.text, {f"{key}/new": key for key in keys}).text == source


maps = st.dictionaries(st.sampled_from(["a", "b", "A", "x"]), st.sampled_from(["a", "b", "new", "müller/2010:x"]))


@given(sources, maps)
def test_every_key_is_cited_as_before_once_or_more(source, keys):
    """Keys that become one may go, but no command loses a work or gets another."""
    led = {change.offset: change.new for change in with_keys(source, keys).changes}
    meant = {led.get(each.offset, each.key) for each in cited(source)}
    assert {each.key for each in cited(with_keys(source, keys).text)} == meant


@given(sources, maps)
def test_the_diff_makes_the_new_text_of_the_old(source, keys):
    rewrite = with_keys(source, keys)
    assert patched(source, unified_diff("x.tex", source, rewrite.edits)) == rewrite.text


HUNK = re.compile(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@")


def patched(source: str, diff: str) -> str:
    """What `patch` does, for a diff with exact places."""
    old = source.split("\n")
    out: list[str] = []
    taken = 0
    for line in diff.split("\n")[2:]:
        if hunk := HUNK.fullmatch(line):
            start = int(hunk[1]) - 1
            out += old[taken:start]
            taken = start
            assert len(out) == int(hunk[3]) - 1
        elif line[:1] == "+":
            out.append(line[1:])
        elif line[:1] in (" ", "-"):
            assert old[taken] == line[1:]
            out += [line[1:]] if line[0] == " " else []
            taken += 1
    return "\n".join([*out, *old[taken:]])
