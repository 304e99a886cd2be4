"""`citekit doi` as a person uses it. The works are real ones, and so are their DOIs."""

from __future__ import annotations

import json
import os

import pytest
from crossref_server import CrossrefServer
from shelf import RECORDS

from citekit.sources import crossref

REDDY, AKSENTIJEVICH, MENGESHA = "10.1056/nejmoa0809568", "10.1056/nejmoa0807865", "10.2165/00128071-200203060-00003"
ENTRY = {
    "reddy": "@article{%s, author = {Reddy, S. and Jia, S. and others}, journal = {N Engl J Med}, year = 2009, volume = 360,\n"
    "  title = {An autoinflammatory disease due to homozygous deletion of the {IL1RN} locus}, pages = {2438--2444}%s}",
    "aksentijevich": "@article{%s, author = {Aksentijevich, Ivona and Masters, Seth L.}, journal = {N Engl J Med}, year = 2009,\n"
    "  title = {An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist}, volume = 360,"
    " pages = {2426--2437}%s}",
    "mengesha": "@article{%s, author = {Mengesha, Y. M. and Bennett, M. L.}, journal = {Am J Clin Dermatol}, year = 2002,\n"
    "  title = {Pustular skin disorders: diagnosis and treatment}, volume = 3, pages = {389--400}%s}",
    "nowhere": "@article{%s, author = {Brown, Z.}, journal = {J Nothing}, year = 1999, volume = 1,\n"
    "  title = {Whatever nobody has ever told about anything}, pages = {1--9}%s}",
}  # fmt: skip
LIST = """Reddy S, Jia S, Geoffrey R, et al. An autoinflammatory disease due to homozygous deletion of the IL1RN locus. N Engl J Med 2009;360:2438-44.

Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389-400.
"""


def entry(work, key="a", doi=""):
    return ENTRY[work] % (key, f", doi = {{{doi}}}" if doi else "")


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


# ---------------------------------------------------------------- what is written


def test_a_bibliography_is_filled_in_place(run, online, tmp_path):
    right = entry("mengesha", "z", MENGESHA)
    (tmp_path / "mine.bib").write_text(f"% mine\n\n{right}\n\n@string{{x = {{y}}}}\n\n{entry('reddy', 'b')}\n")
    ran = run("doi", "mine.bib", "-o", "mine.bib")
    assert ran.code == 0
    written = (tmp_path / "mine.bib").read_text()
    assert written.startswith(f"% mine\n\n{right}\n\n@string{{x = {{y}}}}\n\n@article{{b,")  # byte for byte, in order
    assert f"doi = {{{REDDY}}}" in written
    assert ran.out == "2 references: 1 found, 1 confirmed; written to mine.bib\n"


AS_IT_STOOD = """% my Bücher
@string{nejm = "N Engl J Med"}
% of Reddy
@Article {b ,
\tauthor    = "Reddy, S. and Jia, S.",
\ttitle     = {An autoinflammatory disease due to homozygous deletion of the {IL1RN} locus},\tjournal   = nejm,
\tvolume    = 360,
\tyear      = 2009
}


  words
@comment{x}
@misc{other, note={y}}
@misc{broken, title = {never closed
""".replace("\n", "\r\n")
FILLED = AS_IT_STOOD.replace("2009\r\n", f"2009,\r\n\tdoi       = {{{REDDY}}}\r\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_of_a_file_only_what_is_added_is_new(run, online, tmp_path, encoding):
    (tmp_path / "mine.bib").write_bytes(AS_IT_STOOD.encode(encoding))
    for output in ("out.bib", "mine.bib", "mine.bib"):
        assert run("doi", "mine.bib", "-o", output).code == 0
        assert (tmp_path / output).read_bytes() == FILLED.encode(encoding)


def test_keys_stay_even_where_they_repeat(run, online, tmp_path):
    text = "\n".join([entry("nowhere", "k"), entry("nowhere", "K"), entry("nowhere", "k"), entry("nowhere", "")])
    (tmp_path / "mine.bib").write_text(text)
    ran = run("doi", "mine.bib", "-o", "out.bib")
    assert (tmp_path / "out.bib").read_text() == text.replace("{,", "{brown1999,")
    assert "the key also stands in line 1" in ran.err


def test_of_standard_input_only_what_is_added_is_new(run, online, tmp_path):
    assert run("doi", "-", "-o", "out.bib", stdin=AS_IT_STOOD).code == 0
    assert (tmp_path / "out.bib").read_bytes() == FILLED.encode()


def test_a_second_run_changes_nothing_and_asks_nothing_twice(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text("\n\n".join(entry(work, work) for work in ENTRY) + "\n")
    run("doi", "mine.bib", "-o", "one.bib")
    asked = len(online.requests)
    run("doi", "mine.bib", "-o", "two.bib")
    assert len(online.requests) == asked
    assert (tmp_path / "one.bib").read_bytes() == (tmp_path / "two.bib").read_bytes()
    run("doi", "one.bib", "-o", "three.bib")
    assert (tmp_path / "three.bib").read_bytes() == (tmp_path / "one.bib").read_bytes()


STATUSES = {
    "found": ("reddy", "", REDDY),
    "confirmed": ("reddy", REDDY, REDDY),
    "mended": ("aksentijevich", AKSENTIJEVICH[:-1], AKSENTIJEVICH),
    "wrong": ("aksentijevich", REDDY, None),
    "unregistered": ("nowhere", "10.5555/nothing", None),
    "none": ("nowhere", "", None),
}


def test_every_status(run, online, tmp_path):
    text = "\n".join(entry(work, status, doi) for status, (work, doi, _) in STATUSES.items())
    (tmp_path / "mine.bib").write_text(text)
    ran = run("doi", "mine.bib", "-o", "out.jsonl")
    found = lines(tmp_path / "out.jsonl")
    assert [(each["id"], each["status"]) for each in found] == [(status, status) for status in STATUSES]
    for each, (_, given, doi) in zip(found, STATUSES.values(), strict=True):
        assert (each["doi"], each["given"]) == (doi, given or None), each["id"]
    by_id = {each["id"]: each for each in found}
    assert by_id["wrong"]["fields"]["doi"] == REDDY  # left as it stands
    assert [each["doi"] for each in by_id["wrong"]["candidates"]] == [AKSENTIJEVICH]
    assert by_id["mended"]["changes"] == [{"field": "doi", "before": AKSENTIJEVICH[:-1], "after": AKSENTIJEVICH}]
    says = {each["field"]: each["verdict"] for each in by_id["found"]["evidence"]}
    assert (says["title"], says["author"], says["pages"]) == ("agree", "agree", "agree")
    assert ran.out.splitlines()[0] == (
        "6 references: 1 found, 1 confirmed, 1 mended, 1 wrong, 1 not registered, 1 without a matching record;"
        " written to out.jsonl"
    )
    assert "  wrong: 10.1056/nejmoa0809568 is “An Autoinflammatory Disease Due to" in ran.out
    assert "  unregistered: no record of 10.5555/nothing is known" in ran.out
    assert f"  mended: {AKSENTIJEVICH[:-1]} is misspelt: " in ran.out
    assert "  found" not in ran.out  # nothing to look at
    assert "  none" not in ran.out


def test_unsure_ones_are_left_empty_with_their_candidates(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("mengesha").replace(", volume = 3, pages = {389--400}", ", volume = 33"))
    ran = run("doi", "mine.bib", "-o", "out.jsonl")
    (found,) = lines(tmp_path / "out.jsonl")
    assert (found["status"], found["doi"], found["fields"].get("doi")) == ("unsure", None, None)
    (candidate,) = found["candidates"]
    assert (candidate["doi"], candidate["title"]) == (MENGESHA, "Pustular Skin Disorders: Diagnosis and Treatment")
    assert (candidate["container"], candidate["year"]) == ("American Journal of Clinical Dermatology", "2002")
    assert (candidate["volume"], candidate["pages"], candidate["type"]) == ("3", "389-400", "journal-article")
    assert (candidate["verdict"], candidate["why"] in found["reason"]) == ("unsure", True)
    assert "1 unsure and left empty" in ran.out
    assert f"  a: {MENGESHA} looks alike: " in ran.out


def test_a_list_gives_one_result_a_line(run, online, tmp_path):
    (tmp_path / "list.txt").write_text(LIST)
    assert run("doi", "list.txt", "--lines", "-o", "out.jsonl").code == 0
    found = lines(tmp_path / "out.jsonl")
    assert [(each["id"], each["n"], each["doi"]) for each in found] == [(1, 1, REDDY), (2, 2, None), (3, 3, MENGESHA)]
    assert [each["text"] for each in found] == LIST.splitlines()
    assert found[0]["fields"]["title"].startswith("An autoinflammatory disease")


def test_what_has_no_name_is_called_by_key_and_number(run, online, tmp_path):
    (tmp_path / "list.txt").write_text(
        "References\n1. Brown Z. Whatever nobody told. J Nothing 1999;1:1-9. doi:10.5555/nothing\n"
    )
    assert "  brown1999 (no. 1): no record of 10.5555/nothing is known\n" in run("doi", "list.txt", "-o", "out.bib").out
    (tmp_path / "in.jsonl").write_text(
        '{"id": 7, "author": "Brown Z", "title": "Whatever nobody told", "doi": "10.5555/nothing"}\n'
    )
    assert "  7: no record of 10.5555/nothing is known\n" in run("doi", "in.jsonl", "-o", "out.bib").out


def test_a_page_becomes_a_bibliography(run, online, tmp_path):
    ran = run("doi", "-", stdin="References\n" + LIST)
    assert (ran.out.count("@article{reddy2009,"), ran.out.count("@article{mengesha2002,")) == (1, 1)
    assert ran.err == "2 references: 2 found; written to standard output\n"


def test_records_keep_their_ids(run, online, tmp_path):
    record = {
        "author": "Mengesha YM, Bennett ML",
        "title": "Pustular skin disorders: diagnosis and treatment",
        "year": 2002,
    }
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"id": name, **record}) + "\n" for name in (7, "r8")))
    run("doi", "in.jsonl", "-o", "out.jsonl")
    found = lines(tmp_path / "out.jsonl")
    assert [(each["id"], each["doi"], each["text"]) for each in found] == [(7, MENGESHA, ""), ("r8", MENGESHA, "")]


def test_a_list_of_identifiers_becomes_a_bibliography(run, online, tmp_path):
    (tmp_path / "ids.txt").write_text(f"https://doi.org/{REDDY.upper()}\nPMID: 19494218\nPMID: 1\n")
    ran = run("doi", "ids.txt", "-o", "out.jsonl")
    found = lines(tmp_path / "out.jsonl")
    assert [each["status"] for each in found] == ["confirmed", "found", "none"]
    assert [each["doi"] and each["doi"].lower() for each in found] == [REDDY, AKSENTIJEVICH, None]
    assert found[0]["fields"]["journal"] == "New England Journal of Medicine"
    assert found[1]["fields"]["pages"] == "2426--2437"
    assert ran.code == 0


def test_half_a_doi_and_a_number_that_is_no_pmid_are_left_out(run, online, tmp_path):
    (tmp_path / "ids.txt").write_text(
        f"PMID: 19494218\n{REDDY}\n{AKSENTIJEVICH}\ndoi: 10.1056/nejmoa 0809568.\n" + f"{MENGESHA}\n" * 8
    )
    ran = run("doi", "ids.txt", "-o", "out.jsonl")
    assert [each["doi"] and each["doi"].lower() for each in lines(tmp_path / "out.jsonl")] == [
        AKSENTIJEVICH, REDDY, AKSENTIJEVICH, *[MENGESHA] * 8,
    ]  # fmt: skip
    assert "citekit: ids.txt:4: left out: doi: 10.1056/nejmoa 0809568." in ran.err


def test_a_line_may_be_an_identifier(run, online, tmp_path):
    (tmp_path / "list.txt").write_text(
        f"{LIST.splitlines()[0]}\nhttps://doi.org/{AKSENTIJEVICH}\nPMID: 19494218\n10.5555/nothing\n"
    )
    run("doi", "list.txt", "--lines", "-o", "out.jsonl")
    found = lines(tmp_path / "out.jsonl")
    assert [each["status"] for each in found] == ["found", "confirmed", "found", "unregistered"]
    assert [each["doi"] for each in found[:3]] == [REDDY, AKSENTIJEVICH, AKSENTIJEVICH]
    assert [each["fields"].get("pages") for each in found[1:3]] == ["2426--2437"] * 2
    assert [each["n"] for each in found] == [1, 2, 3, 4]


def test_what_is_written_is_read_again(run, online, tmp_path):
    (tmp_path / "list.txt").write_text(LIST)
    run("doi", "list.txt", "-o", "one.jsonl")
    run("doi", "one.jsonl", "-o", "two.jsonl")
    one, two = lines(tmp_path / "one.jsonl"), lines(tmp_path / "two.jsonl")
    assert [each["fields"] for each in one] == [each["fields"] for each in two]
    assert [each["status"] for each in two] == ["confirmed", "confirmed"]
    run("merge", "one.jsonl", "-o", "refs.bib")
    assert (tmp_path / "refs.bib").read_text().count("doi = {10.") == 2


@pytest.mark.parametrize(
    ("options", "jsonl"),
    [(("-o", "o.ndjson"), True), (("-o", "o.txt"), False), (("-o", "o.json", "--to", "bibtex"), False), (("-o", "o", "--to", "jsonl"), True)],
)  # fmt: skip
def test_the_form_goes_by_the_name_of_the_output(run, online, tmp_path, options, jsonl):
    (tmp_path / "mine.bib").write_text(entry("reddy"))
    run("doi", "mine.bib", *options)
    assert (tmp_path / options[1]).read_text().startswith("{" if jsonl else "@")


def test_the_report_has_it_all(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("reddy", "b") + entry("nowhere", "n"))
    run("doi", "mine.bib", "-o", "out.jsonl", "--report", "r.json")
    report = json.loads((tmp_path / "r.json").read_text())
    assert (report["schema"], report["source"]) == (1, "Crossref")
    counts = report["counts"]
    assert {name: number for name, number in counts.items() if number} == {"references": 2, "found": 1, "none": 1}
    assert counts["unreachable"] == 0
    assert report["references"] == lines(tmp_path / "out.jsonl")
    assert report["problems"] == []


def test_explained(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
    ran = run("doi", "mine.bib", "-o", "out.bib", "--explain")
    assert f"b: found {REDDY}" in ran.out
    assert "    author     agrees         Reddy, S.                               Reddy, S.\n" in ran.out
    aside = run("doi", "mine.bib", "--explain")
    assert f"b: found {REDDY}" in aside.err
    assert aside.out.startswith("@article{b,")


def test_quiet(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("nowhere", "n", "10.5555/nothing"))
    ran = run("doi", "mine.bib", "-o", "out.bib", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


# ---------------------------------------------------------------- what the records add

UPDATED = [
    {**record, "updated-by": [{"DOI": "10.1056/x1", "type": "retraction", "updated": {"date-parts": [[2010, 2, 6]]}}]}
    if record["DOI"].lower() == REDDY
    else record
    for record in RECORDS
]


def test_retractions_are_told_and_noted_in_the_entry(run, online, tmp_path, monkeypatch):
    with CrossrefServer(UPDATED) as server:
        monkeypatch.setenv("CITEKIT_CROSSREF_URL", server.url)
        (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
        ran = run("doi", "mine.bib", "-o", "out.bib")
    assert "retracted, in doubt or corrected\n  b: has been retracted: 10.1056/x1 (2010-02-06)\n" in ran.out
    assert "retraction = {10.1056/x1}" in (tmp_path / "out.bib").read_text()


def test_completed_on_request_only(run, online, tmp_path):
    text = entry("aksentijevich", "a", AKSENTIJEVICH).replace("volume = 360", "volume = 361")
    (tmp_path / "mine.bib").write_text(text)
    assert "contradicted" not in run("doi", "mine.bib", "-o", "plain.bib").out
    assert (tmp_path / "plain.bib").read_text().strip() == text
    ran = run("doi", "mine.bib", "-o", "whole.bib", "--complete")
    assert (
        "contradicted by the record, left as it stands\n  mine.bib:1: a: volume is “361”, but Crossref’s record"
        in ran.out
    )
    assert "volume = 361" in (tmp_path / "whole.bib").read_text()


# ---------------------------------------------------------------- services in trouble


def test_a_silent_network_never_fails_the_run(run, online, tmp_path, monkeypatch):
    monkeypatch.setenv("CITEKIT_CROSSREF_URL", "http://127.0.0.1:1")
    (tmp_path / "mine.bib").write_text(entry("reddy", "b") + "\n")
    ran = run("doi", "mine.bib", "-o", "out.bib")
    assert ran.code == 0
    assert (tmp_path / "out.bib").read_bytes() == (tmp_path / "mine.bib").read_bytes()
    first, silence, advice = ran.out.splitlines()
    assert first == "1 reference: 1 not looked up; written to out.bib"
    assert silence.startswith("Crossref: no answer in ")
    assert advice == "run the same command again: what was answered is kept"


def test_a_run_goes_on_where_it_stopped(run, online, tmp_path, monkeypatch):
    (tmp_path / "mine.bib").write_text("".join(entry(work, work) for work in ("reddy", "mengesha", "aksentijevich")))
    with CrossrefServer(RECORDS, lambda number: "403" if number > 1 else None) as server:
        monkeypatch.setenv("CITEKIT_CROSSREF_URL", server.url)
        run("doi", "mine.bib", "-o", "out.jsonl")
        assert [each["status"] for each in lines(tmp_path / "out.jsonl")] == ["found", "refused", "refused"]
        server.faults, first = lambda _: None, server.requests[0]
        run("doi", "mine.bib", "-o", "out.jsonl")
        assert server.requests.count(first) == 1
    assert [each["doi"] for each in lines(tmp_path / "out.jsonl")] == [REDDY, MENGESHA, AKSENTIJEVICH]


def test_offline_only_the_cache_is_asked(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
    ran = run("doi", "mine.bib", "-o", "out.jsonl", "--offline")
    assert (ran.code, lines(tmp_path / "out.jsonl")[0]["status"], online.requests) == (0, "offline", [])
    assert "run the same command without --offline" in ran.out
    run("doi", "mine.bib", "-o", "out.jsonl")
    asked = len(online.requests)
    run("doi", "mine.bib", "-o", "out.jsonl", "--offline")
    assert (lines(tmp_path / "out.jsonl")[0]["doi"], len(online.requests)) == (REDDY, asked)


def test_refresh_asks_again(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
    run("doi", "mine.bib", "-o", "out.bib")
    asked = online.requests
    run("doi", "mine.bib", "-o", "out.bib", "--refresh")
    assert online.requests == asked * 2


def test_stopped_by_hand(run, online, tmp_path, monkeypatch):
    def stop(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(crossref.Crossref.func, "search", stop)
    (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
    (tmp_path / "out.bib").write_text("precious")
    ran = run("doi", "mine.bib", "-o", "out.bib")
    assert (ran.code, (tmp_path / "out.bib").read_text()) == (130, "precious")
    assert "what was answered is kept; run the same command again to go on" in ran.err


def test_answers_that_cannot_be_kept_are_said(run, online, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CITEKIT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
    ran = run("doi", "mine.bib", "-o", "out.bib")
    assert ran.code == 0
    assert "answers are not kept" in ran.err
    assert REDDY in (tmp_path / "out.bib").read_text()


def test_a_record_cannot_command_the_terminal(run, online, tmp_path, monkeypatch):
    nasty = {
        "DOI": REDDY,
        "type": "journal-article",
        "title": ["\x1b[31mRed\x07 \u202egnihton"],
        "author": [{"family": "X"}],
    }
    with CrossrefServer([nasty]) as server:
        monkeypatch.setenv("CITEKIT_CROSSREF_URL", server.url)
        (tmp_path / "mine.bib").write_text(entry("aksentijevich", "a", REDDY))
        ran = run("doi", "mine.bib", "-o", "out.jsonl", "--explain")
    assert ran.code == 0
    assert not set(ran.out) & set("\x1b\x07\u202e")
    assert lines(tmp_path / "out.jsonl")[0]["status"] == "wrong"


def test_stopped_while_all_is_asked_again(run, online, tmp_path, monkeypatch):
    def stop(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(crossref.Crossref.func, "search", stop)
    (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
    ran = run("doi", "mine.bib", "-o", "out.bib", "--refresh")
    assert "run the same command without --refresh to go on" in ran.err


def test_a_wrong_address_is_said_with_what_to_do(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
    ran = run("doi", "mine.bib", "-o", "out.bib", "--crossref-url", f"{online.crossref.url}/nowhere")
    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith("see whether the address is right (--crossref-url)")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")
def test_a_full_device_is_said(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("reddy", "b"))
    ran = run("doi", "mine.bib", "-o", "/dev/full")
    assert (ran.code, ran.err.splitlines()) == (1, ["citekit: /dev/full: cannot be written (No space left on device)"])


# ---------------------------------------------------------------- what leaves the machine


def test_no_address_is_sent_unless_given(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("reddy", "b") + entry("nowhere", "n", "10.5555/nothing"))
    run("doi", "mine.bib", "-o", "out.bib")
    said = " ".join([*online.requests, *online.crossref.agents, *online.others.agents, str(online.others.queries)])
    assert "mailto" not in said
    assert "@" not in said


def test_whom_else_is_asked_only_what_crossref_does_not_know(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(entry("reddy", "b", REDDY))
    run("doi", "mine.bib", "-o", "out.bib")
    assert online.others.requests == []
    (tmp_path / "mine.bib").write_text(entry("nowhere", "n", "10.5555/nothing"))
    run("doi", "mine.bib", "-o", "out.bib")
    assert {path.split("/")[1] for path in online.others.requests} == {"datacite"}


# ---------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "no such file"), (b"", "no references found"), (b"\x7fELF\x00\x00\x01", "binary file"), (b"Dear editors,\n", "no references found")],
)  # fmt: skip
def test_bad_input(run, online, tmp_path, content, reason):
    if content is not None:
        (tmp_path / "in.x").write_bytes(content)
    (tmp_path / "out.bib").write_text("precious")
    ran = run("doi", "in.x", "-o", "out.bib")
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert reason in ran.err
    assert ((tmp_path / "out.bib").read_text(), online.requests) == ("precious", [])


def test_a_broken_entry_stays_and_is_told(run, online, tmp_path):
    broken = "@article{broken, title = {never closed\n"
    (tmp_path / "mine.bib").write_text(entry("reddy", "b", REDDY) + "\n\n" + broken)
    ran = run("doi", "mine.bib", "-o", "out.bib")
    assert ran.code == 0
    assert broken.strip() in (tmp_path / "out.bib").read_text()
    assert "citekit: mine.bib:" in ran.err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("-o", "no/such/out.bib"), "no folder"),
        (("-o", "out.bib", "--report", "no/such/r.json"), "no folder"),
    ],
)
def test_unwritable_output_is_said_before_anybody_is_asked(run, online, tmp_path, options, reason):
    (tmp_path / "mine.bib").write_text(entry("reddy"))
    ran = run("doi", "mine.bib", *options)
    assert (ran.code, online.requests) == (1, [])
    assert reason in ran.err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("-o", "x", "--report", "x"), "would write over x"),
        (("--report", "mine.bib"), "would write over mine.bib"),
        (("--report", "r.html"), "--report writes JSON"),
        (("--to", "clusters"), "clusters"),
        (("more.bib",), "unexpected extra argument"),
    ],
)
def test_not_understood(run, online, tmp_path, options, reason):
    (tmp_path / "mine.bib").write_text(entry("reddy"))
    ran = run("doi", "mine.bib", *options)
    assert (ran.code, online.requests) == (2, [])
    assert reason in ran.err
