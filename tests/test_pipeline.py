"""The main job, from end to end, and what holds for every merge."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from crossref_server import CrossrefServer, every, read_records
from hypothesis import given, settings
from hypothesis import strategies as st

import citekit
from citekit.decisions import Decision, Decisions
from citekit.files import read
from citekit.model import Block
from citekit.pipeline import merge
from citekit.readers import from_text
from citekit.sources.crossref import Crossref
from citekit.writers import bibtex

ROOT = Path(__file__).parents[1]
RECORDS = read_records(ROOT / "tests" / "data" / "dira_works.jsonl")


@pytest.fixture(scope="module")
def pages():
    return [read(str(path)) for path in sorted((ROOT / "bib" / "sources").glob("*.txt"))]


def crossref(url):
    return Crossref(url, timeout=0.2, sleep=lambda seconds: None)


# ---------------------------------------------------------------- the five pages


def test_the_shipped_bibliography_is_what_the_sources_give(pages):
    with CrossrefServer(RECORDS) as server:
        result = merge(pages, source=crossref(server.url))
    assert bibtex.write(result.library).encode() == (ROOT / "bib" / "dira.bib").read_bytes()


def test_faults_of_the_service_do_not_change_it(pages):
    faults = every(3, "503", "timeout", "truncated", "reset", "429", "not json")
    with CrossrefServer(RECORDS, faults) as server:
        result = merge(pages, source=crossref(server.url))
    assert bibtex.write(result.library).encode() == (ROOT / "bib" / "dira.bib").read_bytes()


def test_a_dead_service_costs_only_the_dois(pages):
    result = merge(pages, source=crossref("http://127.0.0.1:9"))
    assert len(result.library) == 43
    assert {match.status for match in result.matches} == {"unreachable", "none"}


def test_one_doi_for_two_works_is_said():
    garg = "@article{%s, author = {Garg, M.}, title = {Rilonacept maintains long-term inflammatory remission in patients with deficiency"
    garg += " of the IL-1 receptor antagonist%s}, journal = {JCI Insight}, year = 2017, volume = 2, number = 16%s}\n"
    one, two = (
        garg % ("one", "", ""),
        garg % ("two", ": a study of six", ", note = {Other}, doi = {10.1172/jci.insight.94838}"),
    )
    other = two.replace("volume = 2", "volume = 9").replace("year = 2017", "year = 2011")
    with CrossrefServer(RECORDS) as server:
        result = merge([from_text(one, "1.bib"), from_text(other, "2.bib")], source=crossref(server.url))
    assert [p.message for p in result.problems if p.kind == "shared-doi"] == [
        "one and two have the same DOI 10.1172/jci.insight.94838; they may be one work"
    ]


def works(result):
    return {frozenset((m.origin.file, m.origin.number) for m in work.members) for work in result.merged}


def test_works_and_groups(pages):
    result = merge(pages)
    assert len(result.references) == 49
    assert len(result.merged) == 43
    several = sorted(sorted((Path(f).name, n) for f, n in group) for group in works(result) if len(group) > 1)
    assert several == [
        [("chapter.txt", 3), ("letter.txt", 1), ("portal.txt", 0), ("wiki.txt", 1)],
        [("chapter.txt", 4), ("letter.txt", 2), ("wiki.txt", 2)],
        [("chapter.txt", 9), ("letter.txt", 3)],
    ]


def test_the_best_of_each_copy(pages):
    first = next(r for r in merge(pages).library if r.key == "aksentijevich2009")
    assert (len(first.author), first.author.others) == (42, False)
    assert first.author.people[0].given == "Ivona"  # from the portal
    said = {name: first.get(name) for name in ("volume", "number", "pages", "month", "year")}
    assert said == {"volume": "360", "number": "23", "pages": "2426--2437", "month": "jun", "year": "2009"}


def test_no_order_of_the_pages_changes_anything(pages):
    texts = {bibtex.write(merge(order).library) for order in list(permutations(pages))[::7]}
    assert len(texts) == 1


# ---------------------------------------------------------------- .bib files


MINE = "% Encoding: UTF-8\n\n@string{nejm = {N Engl J Med}}\n\n@article{a, title = {One}, journal = nejm, year = 2000}\n\n% about b\n@book{b, title = {Two {DNA}}, year = 2001}\n\n% the end\n"
THEIRS = "@string{nejm = {New England J}}\n\n@article{c, title = {Three little pigs}, journal = nejm, year = 2002}\n"


def test_comments_and_strings_stay():
    merged = merge([from_text(MINE, "mine.bib")])
    assert bibtex.write(merged.library).split() == MINE.split()


def test_strings_that_differ_keep_their_meaning():
    text = bibtex.write(merge([from_text(MINE, "mine.bib"), from_text(THEIRS, "theirs.bib")]).library)
    containers = {r.key: r.container for r in from_text(text, "out.bib")}
    assert containers["a"] == "N Engl J Med"
    assert containers["c"] == "New England J"


def test_one_file_twice_is_one_file():
    once = bibtex.write(merge([from_text(MINE, "mine.bib")]).library)
    assert bibtex.write(merge([from_text(MINE, "mine.bib"), from_text(MINE, "copy.bib")]).library) == once


def test_a_chain_of_years_settles_at_once():
    """Found by hypothesis: 1999 and 2001 are apart, 2000 is near to both."""
    entry = "@article{a, author = {Lee, S. H. and Kim, J.}, title = {On DNA repair in mice}, year = %d, volume = 1, pages = {1--9}}"
    once = merged_text(["\n".join(entry % year for year in (1999, 2000, 2001))])
    assert merged_text([once]) == once


def test_one_key_for_two_works():
    two = [
        from_text("@book{x, title = {Alpha}, year = 1999}", "1.bib"),
        from_text("@book{x, title = {Beta}, year = 2005}", "2.bib"),
    ]
    result = merge(two)
    assert [r.key for r in result.library] == ["x", "xa"]
    assert result.key_map == {"x": "x"}
    assert [p.kind for p in result.problems] == ["key-collision"]


CHILD = "@inproceedings{a-child, author = {Lee, S.}, title = {On pigs}, crossref = {%s}}\n\n@proceedings{%s, title = {Proceedings of the Great Conference on Pigs and Piglets}, year = 1999, volume = 3}\n"


def test_a_parent_comes_behind_those_that_name_it():
    """btxdoc §3.2.2: the entry that is named in crossref must come later in the file."""
    text = bibtex.write(
        merge(
            [from_text("@book{zz, title = {Z}, year = 1990}\n\n" + CHILD % ("A-parent", "a-parent"), "x.bib")]
        ).library
    )
    assert [r.key for r in from_text(text, "y.bib")] == ["a-child", "zz", "a-parent"]


def test_crossref_follows_when_the_parent_gets_another_key():
    fuller = "@proceedings{pigs99, title = {Proceedings of the Great Conference on Pigs and Piglets}, year = 1999, volume = 3, publisher = {Sty}}\n"
    result = merge([from_text(CHILD % ("p", "p"), "x.bib"), from_text(fuller, "y.bib")])
    child = next(r for r in result.library if r.key == "a-child")
    assert result.key_map["p"] == "pigs99"
    assert child.get("crossref") == "pigs99"
    assert "crossref = {pigs99}" in bibtex.write(result.library)


def test_library_use(tmp_path):
    """The five lines in README."""
    (tmp_path / "mine.bib").write_text(MINE)
    result = citekit.merge([str(tmp_path / "mine.bib")])
    citekit.write(result.library, str(tmp_path / "out.bib"))
    library = citekit.read(str(tmp_path / "out.bib"))
    assert [reference.key for reference in library.references] == ["a", "b"]


# ---------------------------------------------------------------- preprint and article

BOSON = "@article{cms2012, author = {Chatrchyan, S.}, title = {Observation of a new boson at a mass of 125 GeV with the CMS experiment}"
ARXIV = BOSON.replace("cms2012", "cms2012pre") + ", journal = {arXiv}, year = 2012, eprint = {1207.7235}}"
ARTICLE = (
    BOSON
    + ", journal = {Physics Letters B}, volume = 716, pages = {30--61}, year = 2012, doi = {10.1016/j.physletb.2012.08.021}}"
)


def test_a_preprint_stays_beside_the_article_and_names_it():
    result = merge([from_text(ARXIV, "a.bib"), from_text(ARTICLE, "b.bib")])
    said = {r.key: (r.get("related"), r.get("relatedstring")) for r in result.library}
    assert said == {"cms2012": ("", ""), "cms2012pre": ("cms2012", "Published as")}
    assert result.versions == (("cms2012pre", "cms2012"),)
    assert [(p.kind, str(p)) for p in result.problems] == [
        ("version", "a.bib:1: cms2012pre: cms2012pre is a preprint of cms2012")
    ]
    text = bibtex.write(result.library)
    assert ARTICLE in text
    assert merged_text([text]) == text


def test_a_preprint_that_names_something_already_is_left_alone():
    named = ARXIV.removesuffix("}") + ", related = {talk}}"
    text = merged_text([named, ARTICLE])
    assert named in text


def test_preprint_and_article_become_one_when_asked():
    apart = merged_text([ARXIV, ARTICLE])
    for texts in ([ARXIV, ARTICLE], [apart], [apart, ARXIV]):
        result = merge([from_text(text, f"{i}.bib") for i, text in enumerate(texts)], versions="together")
        (reference,) = result.library.references
        assert (reference.key, reference.get("ids")) == ("cms2012", "cms2012pre")
        assert (reference.container, reference.get("eprint")) == ("Physics Letters B", "1207.7235")
        assert "related" not in reference.fields
        assert result.versions == ()


# ---------------------------------------------------------------- decisions


def test_what_a_person_decided_counts():
    one, two = (
        f"@article{{{key}, author = {{Lee, S.}}, title = {{On DNA repair in mice}}, year = 2001, volume = {volume}}}"
        for key, volume in [("a", 1), ("b", 1)]
    )
    three = "@book{c, title = {Something else}, year = 1990}"
    libraries = [from_text("\n\n".join([one, two, three]), "x.bib")]
    assert len(merge(libraries).library) == 2
    apart = Decisions((Decision("different", "a", "b"),))
    assert [r.key for r in merge(libraries, decisions=apart).library] == ["a", "b", "c"]
    joined = Decisions((Decision("different", "a", "b"), Decision("same", "a", "c")))
    assert sorted(len(work.members) for work in merge(libraries, decisions=joined).merged) == [1, 2]


def test_settling_does_not_join_what_a_person_parted():
    """The copy of 2000 would bring those of 1999 and 2001 together."""
    entry = "@article{a%d, author = {Lee, S. H. and Kim, J.}, title = {On DNA repair in mice}, year = %d, volume = 1, pages = {1--9}}"
    library = from_text("\n".join(entry % (year, year) for year in (1999, 2000, 2001)), "x.bib")
    assert len(merge([library]).library) == 1
    apart = Decisions((Decision("different", "a1999", "a2001"),))
    for work in merge([library], decisions=apart).merged:
        assert not {"a1999", "a2001"} <= {member.key for member in work.members}


def test_aliases_are_in_the_key_map_too():
    result = merge([from_text("@book{x, title = {Alpha}, year = 1999, ids = {old,older}}", "1.bib")])
    assert result.key_map == {"old": "x", "older": "x", "x": "x"}


def test_a_key_that_two_works_had_is_said_to_be_ambiguous():
    two = [
        from_text("@book{x, title = {Alpha}, year = 1999}", "1.bib"),
        from_text("@book{x, title = {Beta}, year = 2005}", "2.bib"),
    ]
    assert merge(two).ambiguous_keys == {"x"}


# ---------------------------------------------------------------- invariants

entries = st.builds(
    lambda key, author, title, year, volume, page, comment: (
        f"{comment}@article{{{key},\n  author = {{{author}}},\n  title = {{{title}}},\n  year = {year},\n"
        f"  volume = {{{volume}}},\n  pages = {{{page}}},\n}}\n"
    ),
    st.sampled_from("abcdef"),
    st.sampled_from(["Lee, S. H. and Kim, J.", "Lee, SH and others", "{WHO}", "Reddy, S."]),
    st.sampled_from(
        [
            "On {DNA} repair in mice",
            "On DNA repair in mice",
            "Letters",
            "A reply to Lee",
            "Mutations, part II",
            "Mutations, part I",
        ]
    ),
    st.integers(1999, 2001),
    st.sampled_from(["1", "2"]),
    st.sampled_from(["1--9", "1-9", "12", "e5"]),
    st.sampled_from(["", "% note\n"]),
)
libraries = st.lists(st.lists(entries, max_size=4).map("\n".join), min_size=1, max_size=3)


def merged_text(texts):
    named = [from_text(text, f"{chr(97 + i)}.bib") for i, text in enumerate(texts) if "@" in text]
    return bibtex.write(merge(named).library)


@settings(max_examples=60)
@given(libraries)
def test_merging_the_result_changes_nothing(texts):
    once = merged_text(texts)
    assert merged_text([once]) == once


@settings(max_examples=60)
@given(libraries, st.randoms(use_true_random=False))
def test_order_of_files_does_not_matter(texts, random):
    named = [from_text(text, f"{chr(97 + i)}.bib") for i, text in enumerate(texts) if "@" in text]
    shuffled = random.sample(named, len(named))
    assert bibtex.write(merge(named).library) == bibtex.write(merge(shuffled).library)


@settings(max_examples=60)
@given(libraries)
def test_nothing_is_lost(texts):
    named = [from_text(text, f"{chr(97 + i)}.bib") for i, text in enumerate(texts) if "@" in text]
    result = merge(named)
    went_in = [r for library in named for r in library]
    assert sorted(m.origin.text for w in result.merged for m in w.members) == sorted(r.origin.text for r in went_in)
    assert {r.key for r in went_in} <= result.key_map.keys()
    assert set(result.key_map.values()) <= {r.key for r in result.library}
    comments = {item.text for library in named for item in library.items if isinstance(item, Block)}
    assert comments <= {item.text for item in result.library.items if isinstance(item, Block)}
    for work in result.merged:
        told = work.reference.fields.keys() | {conflict.field for conflict in work.conflicts}
        for member in work.members:
            assert member.fields.keys() <= told


@settings(max_examples=40)
@given(libraries)
def test_a_file_merged_with_itself_is_the_file_merged(texts):
    assert merged_text(texts + texts) == merged_text(texts)


@settings(max_examples=40)
@given(libraries)
def test_entries_that_nothing_changed_are_written_byte_for_byte(texts):
    named = [from_text(text, f"{chr(97 + i)}.bib") for i, text in enumerate(texts) if "@" in text]
    result = merge(named)
    text = bibtex.write(result.library)
    for work in result.merged:
        if len(work.members) == 1 and work.reference.key == work.members[0].key:
            assert work.members[0].origin.text in text


@settings(max_examples=40)
@given(libraries, st.sampled_from(["apart", "together"]))
def test_every_key_still_leads_to_the_work_that_had_it(texts, versions):
    named = [from_text(text, f"{chr(97 + i)}.bib") for i, text in enumerate(texts) if "@" in text]
    result = merge(named, versions=versions)
    for work in result.merged:
        reachable = {work.reference.key, *work.reference.get("ids").split(",")}
        for member in work.members:
            assert member.key in reachable or member.key in result.ambiguous_keys
            assert result.key_map[member.key] == work.reference.key or member.key in result.ambiguous_keys


def test_a_merged_file_is_written_as_the_bib_files_that_went_in(tmp_path):
    old = "@misc{b, title = {Größe}}\r\n\r\n@misc{a, title = {X}}\r\n".encode("cp1252")
    (tmp_path / "old.bib").write_bytes(old)
    (tmp_path / "new.ris").write_text("TY  - BOOK\nTI  - New\nAU  - Ito, A.\nPY  - 2020\nER  - \n")
    result = citekit.merge([str(tmp_path / "old.bib"), str(tmp_path / "new.ris")])
    citekit.write(result.library, str(tmp_path / "out.bib"))
    written = (tmp_path / "out.bib").read_bytes()
    assert b"@misc{b, title = {Gr\xf6\xdfe}}\r\n\r\n@book{ito2020,\r\n" in written
    assert b"\n" not in written.replace(b"\r\n", b"")


def test_entries_are_compared_with_what_they_inherit():
    """Two papers of one name in two years; only their parents tell them apart."""
    text = """
@inproceedings{one, author = {Ito, Akira}, title = {A survey of things that are found}, crossref = {y2001}}
@inproceedings{two, author = {Ito, Akira}, title = {A survey of things that are found}, crossref = {y2005}}
@proceedings{y2001, title = {Proceedings of the First Conference on Things}, editor = {Roe, B.}, year = 2001}
@proceedings{y2005, title = {Proceedings of the Fifth Conference on Things}, editor = {Roe, B.}, year = 2005}
"""
    assert len(citekit.merge([from_text(text, "a.bib")]).library.references) == 4
    assert len(citekit.merge([from_text(text.replace("crossref", "x-parent"), "a.bib")]).library.references) == 3
