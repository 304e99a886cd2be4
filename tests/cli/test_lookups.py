"""The options on look-ups: what contradicts itself, and whom they mean."""

from __future__ import annotations

import json

import pytest
from shelf import RECORDS

from citekit.index import build

ENTRY = (
    "@article{reddy, author = {Reddy, S. and Jia, S. and others}, journal = {N Engl J Med}, year = 2009, volume = 360,\n"
    "  title = {An autoinflammatory disease due to homozygous deletion of the {IL1RN} locus}, pages = {2438--2444}}\n"
)
REDDY = "10.1056/nejmoa0809568"

WRONG = {
    "offline and again": (("--offline", "--refresh"), "--offline asks nobody"),
    "an index that nobody asks": (("--index", "x"), "use it with --source index"),
    "nobody to ask again": (("--source", "index", "--refresh"), "--refresh is about asking Crossref"),
    "nobody to tell": (("--source", "index", "--mailto", "me@example.org"), "--mailto is about asking Crossref"),
    "two sources": (("--source", "index", "--crossref-url", "http://x.org"), "--crossref-url is about asking Crossref"),
    "no such source": (("--source", "scopus"), "scopus"),
    "no address": (("--mailto", "me"), "me is no e-mail address"),
    "two addresses": (("--mailto", "a@x.org, b@x.org"), "is no e-mail address"),
    "no URL": (("--crossref-url", "localhost:8000"), "localhost:8000 does not begin with http"),
}  # fmt: skip


@pytest.mark.parametrize("command", [("doi",), ("merge", "--doi")], ids=["doi", "merge"])
@pytest.mark.parametrize("case", WRONG)
def test_options_that_contradict_each_other(run, online, tmp_path, command, case):
    options, reason = WRONG[case]
    (tmp_path / "mine.bib").write_text(ENTRY)
    ran = run(*command, "mine.bib", "-o", "out.bib", *options)
    assert (ran.code, online.requests, (tmp_path / "out.bib").exists()) == (2, [], False)
    assert reason in ran.err


@pytest.mark.parametrize(
    "option", [("--complete",), ("--offline",), ("--refresh",), ("--source", "index"), ("--index", "x")]
)
def test_options_that_mean_nothing_without_doi(run, tmp_path, option):
    (tmp_path / "mine.bib").write_text(ENTRY)
    ran = run("merge", "mine.bib", "-o", "out.bib", *option)
    assert (ran.code, (tmp_path / "out.bib").exists()) == (2, False)
    assert f"{option[0]} is about looking up DOIs; use it with --doi" in ran.err


def test_an_address_in_the_environment_contradicts_nothing(run, online, tmp_path, monkeypatch):
    monkeypatch.setenv("CITEKIT_MAILTO", "me@example.org")
    (tmp_path / "mine.bib").write_text(ENTRY)
    assert run("merge", "mine.bib", "-o", "out.bib").code == 0
    ran = run("doi", "mine.bib", "-o", "out.bib", "--source", "index", "--index", tmp_path / "none")
    assert ran.code == 1  # no index there
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("given", ["option", "environment"])
def test_an_address_is_sent_where_it_is_given(run, online, tmp_path, monkeypatch, given):
    (tmp_path / "mine.bib").write_text(ENTRY)
    if given == "environment":
        monkeypatch.setenv("CITEKIT_MAILTO", "me@example.org")
    run("doi", "mine.bib", "-o", "out.bib", *(["--mailto", "me@example.org"] if given == "option" else []))
    assert all(
        "mailto" in asked for asked in map(str, zip(online.crossref.requests, online.crossref.agents, strict=True))
    )


@pytest.fixture
def index(tmp_path):
    (tmp_path / "dump.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
    build([str(tmp_path / "dump.jsonl")], tmp_path / "index")
    return tmp_path / "index"


@pytest.mark.parametrize("place", ["option", "environment"])
def test_with_an_index_nothing_goes_over_the_network(run, online, tmp_path, monkeypatch, index, place):
    (tmp_path / "mine.bib").write_text(ENTRY + ENTRY.replace("{reddy,", "{other, doi = {10.5555/nothing},"))
    monkeypatch.setenv("CITEKIT_INDEX_DIR", str(index if place == "environment" else tmp_path / "none"))
    folder = ["--index", index] if place == "option" else []
    ran = run("doi", "mine.bib", "-o", "out.jsonl", "--source", "index", *folder, "--complete")
    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert (found[0]["status"], found[0]["doi"], found[1]["status"]) == ("found", REDDY, "unregistered")
    assert (ran.code, online.requests) == (0, [])


def test_a_missing_index_is_said(run, tmp_path):
    (tmp_path / "mine.bib").write_text(ENTRY)
    ran = run("doi", "mine.bib", "-o", "out.bib", "--source", "index", "--index", tmp_path / "none")
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert str(tmp_path / "none") in ran.err


def test_what_takes_long_is_said_beforehand(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text("".join(ENTRY.replace("{reddy,", f"{{r{n},") for n in range(30)))
    ran = run("doi", "mine.bib", "-o", "out.bib")
    assert (
        "citekit: looking up 29 references takes up to 40 seconds; with --mailto YOUR-ADDRESS it is three times as fast"
        in ran.err
    )
    assert ran.err.count("looking up") == 1
    said = run("doi", "mine.bib", "-o", "out.bib", "-q").err
    assert said == ""
