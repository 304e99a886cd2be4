"""How what came of look-ups is told, in lines and as JSON values."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import DIRA_2009, IL1RN_2009, WORKS

from citekit.enrich import SILENT, Change, Match
from citekit.enrich.outcome import Status
from citekit.enrich.verify import verify
from citekit.model import Names, Origin, Person, Problem, Reference
from citekit.report.matches import (
    as_json_lines,
    as_report,
    as_values,
    counts,
    described,
    explained,
    objects,
    silence,
    summary,
    to_look_at,
)
from citekit.sources.work import Notice, Relation, Work
from citekit.validate import Evidence, judge, told

AKSENTIJEVICH, REDDY = (
    next(work for work in WORKS if work.doi == doi) for doi in ("10.1056/nejmoa0807865", "10.1056/nejmoa0809568")
)
FOUND = Match(
    "found", AKSENTIJEVICH.doi, judge(DIRA_2009, AKSENTIJEVICH).evidence, work=AKSENTIJEVICH, reason="all agree"
)
WRONG = verify(told(DIRA_2009.with_field("doi", REDDY.doi)), REDDY)
UNSURE = Match(
    "unsure", candidates=(judge(DIRA_2009, AKSENTIJEVICH), judge(DIRA_2009, REDDY)), reason="one looks alike"
)


# ---------------------------------------------------------------- counts


def test_every_status_is_counted():
    assert counts([]) == dict.fromkeys(get_args(Status), 0)
    assert counts([FOUND, FOUND, UNSURE])["found"] == 2


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (["found"], "1 found"),
        (["none", "unsure", "found", "found"], "2 found, 1 unsure and left empty, 1 without a matching record"),
        (["unreachable", "refused", "offline", "confirmed"], "1 confirmed, 3 not looked up"),
        (["unclear", "unregistered", "wrong", "mended"], "1 mended, 1 wrong, 1 not registered, 1 unclear"),
        (["found"] * 1234, "1,234 found"),
    ],
)
def test_summary(statuses, said):
    assert summary([Match(status) for status in statuses]) == said


@given(st.lists(st.sampled_from(get_args(Status)), min_size=1))
def test_nothing_is_left_out_of_the_summary(statuses):
    said = summary([Match(status) for status in statuses])
    assert sum(int(part.split()[0]) for part in said.split(", ")) == len(statuses)


# ---------------------------------------------------------------- what to look at


def test_only_what_asks_for_a_person_is_told():
    fine = [Match(status, reason="-") for status in ("found", "confirmed", "none", *SILENT)]
    assert to_look_at(["k"] * len(fine), fine) == ()


def test_groups_in_their_order():
    mended = Match("mended", "10.1/right", given="10.1/rigt", reason="10.1/rigt is misspelt: title agrees")
    groups = to_look_at(["m", "w", "u", "v"], [mended, WRONG, UNSURE, UNSURE])
    lines = [line for group in groups for line in group.lines()]
    assert [line.split(":")[0] for line in lines] == [
        "unsure, left empty; please choose", "  u", "  v",
        "wrong, left as it stands; the DOI is another work's", "  w",
        "misspelt or wrong, and mended", "  m",
    ]  # fmt: skip
    assert lines[-1] == "  m: 10.1/rigt is misspelt: title agrees; it is 10.1/right now"
    assert lines[1] == "  u: one looks alike"


def test_the_gravest_notice_comes_first_and_a_new_version_not_at_all():
    notices = (Notice("erratum", "10.1/e"), Notice("new_version", "10.1/n"))
    (group,) = to_look_at(
        ["a", "b"], [replace(FOUND, notices=notices), replace(FOUND, notices=(Notice("retraction", "10.1/r", "2010"),))]
    )
    assert [(entry.name, entry.said) for entry in group.entries] == [
        ("b", "has been retracted: 10.1/r (2010)"), ("a", "has an erratum: 10.1/e"),
    ]  # fmt: skip


def test_a_preprint_that_has_been_published():
    relations = (Relation("is-preprint-of", "10.1/p"), Relation("has-preprint", "10.1/q"))
    (group,) = to_look_at(["a"], [replace(FOUND, relations=relations)])
    assert list(group.lines()) == ["preprints that have been published", "  a: has been published: 10.1/p"]


def test_problems_found_on_the_way():
    problems = [
        Problem("contradicted", "volume is “1”", "m.bib", 3, "a"),
        Problem("key-collision", "another has it", key="b"),
    ]
    lines = [line for group in to_look_at([], [], problems) for line in group.lines()]
    assert lines == [
        "contradicted by the record, left as it stands", "  m.bib:3: a: volume is “1”",
        "please look at", "  b: another has it",
    ]  # fmt: skip


def test_a_long_group_is_cut():
    (group,) = to_look_at([f"k{n}" for n in range(1030)], [UNSURE] * 1030)
    lines = list(group.lines())
    assert (len(lines), lines[-1]) == (22, "  … and 1,010 more in --report")


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        ("unreachable", ["run the same command again: what was answered is kept"]),
        ("offline", ["run the same command without --offline to look them up"]),
        (
            "refused",
            [
                "see whether the address is right (--crossref-url), and whether a proxy or a login page answers in its place"
            ],
        ),
    ],
)
def test_silence(status, advice):
    matches = [FOUND, Match(status, reason="Crossref: HTTP 503")]
    assert list(silence(matches)) == ["Crossref: HTTP 503; 1 of 2 references were not looked up", *advice]
    assert list(silence([FOUND])) == []


# ---------------------------------------------------------------- one decision


def test_a_decision_is_explained_field_by_field():
    change = (Change("doi", "", AKSENTIJEVICH.doi), Change("pages", "2426", "2426--2437"))
    lines = list(explained("dira", replace(FOUND, changes=change, notices=(Notice("erratum", "10.1/e"),))))
    assert lines[:2] == ["dira: found 10.1056/nejmoa0807865", "  all agree"]
    rows = {line.split()[0]: line.split()[1] for line in lines[3:] if line.startswith("    ")}
    assert rows == dict.fromkeys(("title", "pages", "author", "year", "volume", "container"), "agrees") | {
        "number": "tells", "type": "tells",
    }  # fmt: skip
    assert lines[-3:] == [
        f"  doi added: {AKSENTIJEVICH.doi}", "  pages: “2426” → “2426--2437”", "  has an erratum: 10.1/e",
    ]  # fmt: skip


def test_long_values_that_differ_are_shown_whole():
    """They may differ at their ends only."""
    ours, theirs = (f"Molecular features of pustular skin disorders, part {part}" for part in ("one", "two"))
    evidence = (Evidence("title", "contradict", ours, theirs), Evidence("container", "agree", ours, theirs))
    lines = list(explained("dira", Match("wrong", evidence=evidence)))
    assert lines[3:5] == [f"    title      differs        {ours}", " " * 30 + theirs]
    assert " …" in lines[5]


def test_candidates_are_explained_too():
    lines = list(explained("dira", UNSURE))
    assert [line for line in lines if line.startswith("  candidate")] == [
        f"  candidate {work.doi} {described(work)}" for work in (AKSENTIJEVICH, REDDY)
    ]
    assert any(line.startswith("    pages      differs") for line in lines)


def test_the_candidate_that_was_taken_is_not_told_twice():
    both = replace(FOUND, candidates=UNSURE.candidates)
    told_of = [line.split()[1] for line in explained("dira", both) if line.startswith("  candidate")]
    assert told_of == [REDDY.doi]


def test_a_doi_that_was_not_looked_up():
    said = next(explained("k", Match("offline", given="10.1/x", reason="not asked")))
    assert said == "k: not looked up (offline) 10.1/x"


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (Work("10.1/a"), ""),
        (Work("10.1/a", title="On mice"), "“On mice”"),
        (Work("10.1/a", title="On mice", subtitle="A study", years=("1999", "2000")), "“On mice: A study”, 1999"),
        (
            Work("10.1/a", title="On mice", authors=Names((Person("Lee", "S."), Person("Kim", "J."))), containers=("J Mice",),
                 years=("1999",), volume="3", pages="1-9"),
            "Lee et al., “On mice”, J Mice 1999;3:1-9",
        ),
        (Work("10.1/a", title="On mice", authors=Names((Person("Lee"),)), volume="3", article_number="e5"), "Lee, “On mice”, 3:e5"),
    ],
)  # fmt: skip
def test_a_record_in_one_line(work, said):
    assert described(work) == said


@given(st.text(), st.text())
def test_no_record_can_command_a_terminal(title, name):
    work = Work(f"10.1/{name}", title=title, authors=Names((Person(name or "x"),)))
    match = Match("unsure", candidates=(judge(DIRA_2009, work),), reason=title)
    lines = [*explained(name, match), *(line for group in to_look_at([name], [match]) for line in group.lines())]
    for line in lines:
        line.encode()
        assert not any(
            ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u2028\u2029\u202a\u202b\u202d\u202e\u2066" for c in line
        )


# ---------------------------------------------------------------- JSON


def test_a_doi_stands_only_where_it_is_certain():
    for status in get_args(Status):
        said = as_values(Match(status, "10.1/x", given="10.1/y"))
        assert (said["doi"], said["given"]) == (
            "10.1/x" if status in ("found", "confirmed", "mended") else None,
            "10.1/y",
        )
    said = as_values(Match("none"))
    assert (said["doi"], said["given"]) == (None, None)


def test_values():
    said = as_values(
        replace(
            UNSURE, notices=(Notice("retraction", "10.1/r", "2010"),), relations=(Relation("has-preprint", "10.1/p"),)
        )
    )
    assert said["reason"] == "one looks alike"
    first, second = said["candidates"]
    assert first["doi"] == AKSENTIJEVICH.doi
    assert (first["verdict"], first["weight"]) == ("accept", judge(DIRA_2009, AKSENTIJEVICH).weight)
    assert "pages “2426--2437” is not “2438-2444”" in second["why"]
    assert said["notices"] == [
        {"kind": "retraction", "doi": "10.1/r", "date": "2010", "says": "has been retracted: 10.1/r (2010)"}
    ]
    assert said["relations"] == [{"kind": "has-preprint", "doi": "10.1/p", "says": "has a preprint: 10.1/p"}]
    (title, *_) = as_values(FOUND)["evidence"]
    assert title.keys() == {"field", "verdict", "ours", "theirs", "weight"}
    json.dumps(said)


def test_of_a_thousand_authors_ten_are_enough():
    many = Work("10.1/a", title="On mice", authors=Names(tuple(Person(f"P{n}") for n in range(1000))))
    (candidate,) = as_values(Match("unsure", candidates=(judge(DIRA_2009, many),)))["candidates"]
    assert candidate["author"] == [*(f"P{n}" for n in range(10)), "others"]


def test_an_object_for_each_reference():
    read = replace(IL1RN_2009, origin=Origin("a.txt", "text", 3, 2, "Reddy S. An autoinflammatory …"), confidence=0.9)
    entry = replace(DIRA_2009, key="dira", origin=Origin("a.bib", "bibtex", 1, 1, "@article{dira, …}"))
    found = list(objects([2, "dira"], [read, entry], [read.with_field("doi", "10.1/x"), entry], [FOUND, UNSURE]))
    assert [(each["id"], each["n"], each["text"]) for each in found] == [
        (2, 2, "Reddy S. An autoinflammatory …"),
        ("dira", 1, ""),
    ]
    assert found[0]["fields"]["doi"] == "10.1/x"
    assert [json.loads(line) for line in as_json_lines(found).splitlines()] == found
    report = json.loads(as_report("Crossref", [FOUND, UNSURE], [Problem("syntax", "left out")], found))
    assert report["references"] == found
    assert report["counts"].items() >= {"references": 2, "found": 1, "unsure": 1}.items()
    assert report["problems"] == [{"kind": "syntax", "message": "left out", "file": "", "line": 0, "key": ""}]


def test_an_empty_report_is_json():
    assert json.loads(as_report("Crossref", [], [], []))["references"] == []


def test_half_a_character_is_no_obstacle():
    match = Match("unsure", candidates=(judge(DIRA_2009, Work("10.1/a", title="On \ud800 mice")),))
    text = as_json_lines(list(objects(["k"], [Reference()], [Reference()], [match])))
    text.encode()
    assert json.loads(text)["candidates"][0]["title"] == "On ? mice"
