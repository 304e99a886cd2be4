"""What papers cite, out of `.bib` files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.citing import selected, shelf
from citekit.errors import InputError
from citekit.readers.paper import Paper
from citekit.writers.bibtex import write_bytes

REFS = """% Encoding: UTF-8

@string{ACM = "ACM"}
@string{press = acm # { Press}}
@string{unused = "x"}
@preamble{"\\newcommand{\\noop}[1]{}" # oops}
@string(oops = "#1")

% cited for its proof
@ARTICLE{Smith2009,
   author= "J. Smith", title = {Eins},  journal = {J}   ,
} % really

% a paragraph by itself

@misc{other,title={Other}}
@proceedings{proc, title={Proc}, publisher = press}
@inproceedings{kid, title={Kid}, crossref={PROC}}
@comment{jabref-meta: grouping}
@book{last, title={Last}}
"""


def chosen(text, *keys, order="file", biblatex=False, everything=False):
    texts = [text] if isinstance(text, str) else text
    sources = [(f"{number}.bib", each.encode()) for number, each in enumerate(texts)]
    paper = Paper("p.tex", keys, everything, biblatex=biblatex, places=dict.fromkeys(keys, ("p.tex", 7)))
    return selected(shelf(sources), [paper], order)


def written(text, *keys, **more):
    return write_bytes(chosen(text, *keys, **more).library).decode()


def keys(selection):
    return [reference.key for reference in selection.library]


def test_entries_stand_as_they_stood_with_the_comments_that_are_theirs():
    preamble = '@preamble{"\\newcommand{\\noop}[1]{}" # oops}\n@string(oops = "#1")\n'
    assert written(REFS, "last", "smith2009") == (
        f"{preamble}\n% cited for its proof\n@ARTICLE{{Smith2009,\n"
        '   author= "J. Smith", title = {Eins},  journal = {J}   ,\n} % really\n@book{last, title={Last}}\n'
    )


def test_strings_are_taken_along_where_they_are_used_at_second_hand_too():
    assert '@string{ACM = "ACM"}\n@string{press = acm # { Press}}\n@preamble' in written(REFS, "kid")
    assert "unused" not in written(REFS, "kid")
    assert "@string{" not in written(REFS, "other")


def test_an_entry_that_uses_what_another_file_defines_stays_as_it_is():
    strings, refs = "@string{jj = {J. J.}}\n@string{no = {x}}\n", "@article{a, journal = jj # no2}\n"
    assert written([strings, refs], "a") == "@string{jj = {J. J.}}\n\n@article{a, journal = jj # no2}\n"


@pytest.mark.parametrize(
    ("encoding", "line_end"),
    [("utf-8", "\n"), ("utf-8", "\r\n"), ("cp1252", "\r\n"), ("utf-8-sig", "\n"), ("utf-16", "\n")],
)
def test_encoding_and_line_ends_stay(encoding, line_end):
    entries = ["@misc{a,\n title={Müller}\n}\n\n", "@misc{b}\n\n", "@misc{c,title={ß}}\n"]
    data = "".join(entries).replace("\n", line_end).encode(encoding)
    found = selected(shelf([("a.bib", data)]), [Paper("p", ("a", "c"))])
    assert write_bytes(found.library) == (entries[0] + entries[2]).replace("\n", line_end).encode(encoding)


def test_crossref_parents_stand_behind_their_children_and_nothing_else_moves():
    """btxdoc §3.2.2."""
    assert keys(chosen(REFS, "kid")) == ["kid", "proc"]
    assert keys(chosen(REFS, "proc", "other", "kid", "last")) == ["other", "kid", "proc", "last"]
    shared = "@book{g}@book{p, crossref={g}}@misc{a, crossref={p}}@misc{x}@misc{b, crossref={p}}"
    assert keys(chosen(shared, "a", "b", "x")) == ["a", "x", "b", "p", "g"]
    assert keys(chosen("@misc{a, crossref={b}}@misc{b, crossref={a}}@misc{c, crossref={c}}", "a", "c")) == [
        "c",
        "a",
        "b",
    ]


def test_order_of_citation():
    assert keys(chosen(REFS, "last", "kid", "other", order="citation")) == ["last", "kid", "other", "proc"]
    assert keys(chosen(REFS, "last", order="citation", everything=True)) == [
        "last",
        "Smith2009",
        "other",
        "kid",
        "proc",
    ]
    assert written(REFS, "last", "kid", order="citation").startswith('@string{ACM = "ACM"}\n@string{press')


@pytest.mark.parametrize("field", ["xref={b}", "XDATA = {b}", "related={c,b}", "entryset = {b, c}", "publisher={xdata=b-publisher}", 'author = "xdata=b-author-2"'])  # fmt: skip
def test_what_an_entry_leads_to_comes_along(field):
    assert "b" in keys(chosen(f"@misc{{a, {field}}}@misc{{b}}@misc{{c}}@misc{{d}}", "a"))
    assert "d" not in keys(chosen(f"@misc{{a, {field}}}@misc{{b}}@misc{{c}}@misc{{d}}", "a"))


def test_what_is_not_there_is_told():
    problems = chosen("@misc{smith2009, crossref={no}}@misc{s}", "smith2009", "smtih2009", "x").problems
    assert [(each.kind, each.file, each.line, each.key) for each in problems] == [
        ("undefined-key", "p.tex", 7, "smtih2009"),
        ("undefined-key", "p.tex", 7, "x"),
        ("missing-parent", "0.bib", 1, "smith2009"),
    ]
    assert problems[0].message == "is cited, but no entry has this key; did you mean smith2009?"


def test_case():
    """BibTeX takes keys for the same, biber does not."""
    assert keys(chosen("@misc{Smith}", "smith")) == ["Smith"]
    found = chosen("@misc{Smith}", "smith", biblatex=True)
    assert keys(found) == []
    assert found.problems[0].message.endswith("did you mean Smith?")
    assert keys(chosen("@misc{Smith}@misc{smith}", "smith")) == ["smith"]  # BibTeX stops: "Repeated entry"
    assert keys(chosen("@misc{Smith}@misc{smith}", "SMITH")) == ["Smith"]
    assert keys(chosen("@misc{Smith}@misc{smith}", "smith", biblatex=True)) == ["smith"]


def test_ids_are_keys():
    assert keys(chosen("@misc{a, ids={old, older}}", "OLD")) == ["a"]
    assert keys(chosen("@misc{a, ids={old, older}}", "older", biblatex=True)) == ["a"]


def test_of_two_entries_with_a_key_the_first_is_taken():
    found = chosen(["@misc{a, note={1}}\n", "\n@misc{b}\n@misc{a, note={2}}\n"], "a", "b")
    assert [reference.get("note") for reference in found.library] == ["1", ""]
    assert [str(problem) for problem in found.problems] == [
        "0.bib:1: a: another entry has this key, too, in 1.bib:3; the first is taken"
    ]
    assert keys(chosen("@misc{a}@misc{a}", everything=True)) == ["a"]


def test_alone_each_entry_has_what_it_inherits():
    (found,) = chosen(REFS, "kid").alone().references
    assert (found.key, found.get("container"), found.get("publisher"), found.get("crossref")) == ("kid", "Proc", "ACM Press", "")  # fmt: skip


def test_what_is_no_bibtex_is_refused():
    with pytest.raises(InputError, match=r"refs\.json: is no BibTeX; make it so first: citekit convert refs\.json"):
        shelf([("refs.json", b"[]")])
    assert shelf([("refs.bib", b"")]).library.items == ()


ENTRIES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["", "crossref={a}", "crossref={c}", "related={b,f}", "note=s"])),
    max_size=8,
    unique_by=lambda entry: entry[0],
).map(lambda found: [f"@misc{{{key}, {field}}}" for key, field in found])  # fmt: skip


@given(ENTRIES, st.lists(st.sampled_from("abcdef"), unique=True), st.sampled_from(["file", "citation"]))
def test_what_is_written_cites_as_well_as_before(entries, cited, order):
    once = written("@string{s={S}}\n" + "\n".join(entries) + "\n", *cited, order=order)
    assert written(once, *cited, order=order) == once
    lines = [line for line in once.splitlines() if line.startswith("@misc")]
    assert set(lines) <= set(entries)
    assert {line[6] for line in lines} >= {line[6] for line in entries} & set(cited)
    for place, line in enumerate(lines):
        parent = line.partition("crossref={")[2][:1]
        grand = next((each.partition("crossref={")[2][:1] for each in lines if each[6] == parent), "")
        if parent and not grand:
            assert parent not in [each[6] for each in lines[:place]]
