"""`citekit merge` as a person uses it."""

import json
import os
import stat

import pytest

LIST = """References
1. Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7.
2. Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389–400.
"""
MINE = """% what I cite
@article{leung,
  author = {Leung, Victor C. and Lee, Keenan E.},
  title  = {Infantile Cortical Hyperostosis with Intramedullary Lesions},
  journal = "Journal of Pediatric Orthopaedics", year = 1985, volume = 5, pages = {354--357}
}
"""


def test_pages_and_bib_become_one_bibliography(run, tmp_path):
    (tmp_path / "page.txt").write_text(LIST)
    (tmp_path / "mine.bib").write_text(MINE)
    ran = run("merge", "page.txt", "mine.bib", "-o", "refs.bib")
    assert ran.code == 0
    bib = (tmp_path / "refs.bib").read_text()
    assert bib.count("@article") == 2
    assert "@article{leung," in bib  # the key that was there stays
    assert "Leung, Victor C." in bib  # the full names
    assert "number = {3}" in bib  # which only the page has
    assert "% what I cite" in bib
    assert "mengesha2002" in bib
    for said in ("page.txt", "text: 2 references", "mine.bib", "BibTeX: 1 reference", "2 works written to refs.bib"):
        assert said in ran.out


def test_second_run_changes_nothing(run, tmp_path):
    (tmp_path / "page.txt").write_text(LIST)
    (tmp_path / "mine.bib").write_text(MINE)
    run("merge", "page.txt", "mine.bib", "-o", "one.bib")
    run("merge", "one.bib", "-o", "two.bib")
    run("merge", "one.bib", "page.txt", "mine.bib", "-o", "three.bib")
    one = (tmp_path / "one.bib").read_bytes()
    assert (tmp_path / "two.bib").read_bytes() == one
    assert (tmp_path / "three.bib").read_bytes() == one


def test_untouched_entries_stay_byte_for_byte(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE)
    ran = run("merge", "mine.bib")
    assert MINE[MINE.index("@") :].strip() in ran.out
    assert "% what I cite" in ran.out


def test_report_and_key_map(run, tmp_path):
    (tmp_path / "page.txt").write_text(LIST)
    (tmp_path / "mine.bib").write_text(MINE)
    (tmp_path / "other.bib").write_text(MINE.replace("{leung,", "{Leung85,").replace("Victor C.", "V."))
    ran = run("merge", "page.txt", "mine.bib", "other.bib", "-o", "o.bib", "--report", "r.json", "--key-map", "k.json")
    assert ran.code == 0
    assert json.loads((tmp_path / "k.json").read_text()) == {"Leung85": "leung", "leung": "leung"}
    report = json.loads((tmp_path / "r.json").read_text())
    assert [i["format"] for i in report["inputs"]] == ["text", "bibtex", "bibtex"]
    merged = next(work for work in report["works"] if work["key"] == "leung")
    assert {member["file"] for member in merged["members"]} == {"page.txt", "mine.bib", "other.bib"}
    assert merged["same_because"]


def test_standard_input_and_output(run):
    ran = run("merge", "-", stdin=LIST)
    assert ran.code == 0
    assert ran.out.startswith("@article{leung1985,")
    assert "2 records read" in ran.err


def test_order_of_inputs_does_not_matter(run, sources, tmp_path):
    run("merge", *sources, "-o", "a.bib", "-q")
    run("merge", *reversed(sources), "-o", "b.bib", "-q")
    assert (tmp_path / "a.bib").read_bytes() == (tmp_path / "b.bib").read_bytes()


# ---------------------------------------------------------------- bad input: one line, file and reason

BAD = {
    "missing": (None, "no such file"),
    "empty": (b"", "no references found"),
    "directory": ("dir", "is a directory"),
    "binary": (b"\x7fELF\x00\x00\x01", "binary file"),
    "PDF": (b"%PDF-1.4 \x00", "PDF"),
    "prose": (b"Dear editors,\n\nthis is a letter without a single reference in it.\n", "no references found"),
    "hopeless BibTeX": (b"@article{broken, title = {never closed\n", "no references found"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input(run, tmp_path, kind):
    content, reason = BAD[kind]
    target = tmp_path / "input.x"
    if content == "dir":
        target.mkdir()
    elif content is not None:
        target.write_bytes(content)
    (tmp_path / "out.bib").write_text("precious")
    ran = run("merge", "input.x", "-o", "out.bib")
    assert ran.code == 1
    assert "input.x" in ran.err
    assert reason in ran.err
    assert len(ran.err.splitlines()) == 1
    assert (tmp_path / "out.bib").read_text() == "precious"


def test_the_reason_is_said_where_nothing_could_be_read(run, tmp_path):
    (tmp_path / "a.bib").write_text("@article{broken, title = {never closed\n")
    assert "a.bib:1: kept as it is: a brace or a quote in it is never closed" in run("merge", "a.bib").err


def test_an_input_without_references_is_said(run, tmp_path):
    (tmp_path / "page.txt").write_text(LIST)
    (tmp_path / "prose.txt").write_text("Nothing here.\n")
    ran = run("merge", "page.txt", "prose.txt", "-o", "out.bib")
    assert ran.code == 0
    assert "prose.txt  text: no references found" in ran.out


def test_one_unreadable_input_stops_the_merge(run, tmp_path):
    """`citekit merge refs.bib new.txt -o refs.bib` must not write without refs.bib."""
    (tmp_path / "page.txt").write_text(LIST)
    ran = run("merge", "page.txt", "refs.bib", "-o", "refs.bib")
    assert ran.code == 1
    assert ran.err == "citekit: refs.bib: no such file\n"
    assert not (tmp_path / "refs.bib").exists()


def test_broken_entry_is_kept_and_reported(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE + "\n@article{broken, title = {never closed\n")
    ran = run("merge", "mine.bib", "-o", "out.bib")
    assert ran.code == 0
    assert "@article{broken, title = {never closed" in (tmp_path / "out.bib").read_text()
    assert "mine.bib:" in ran.out


@pytest.mark.parametrize(("output", "reason"), [("no/such/out.bib", "no folder"), (".", "is a directory")])
def test_unwritable_output(run, tmp_path, output, reason):
    (tmp_path / "page.txt").write_text(LIST)
    ran = run("merge", "page.txt", "-o", output)
    assert ran.code == 1
    assert output in ran.err
    assert reason in ran.err


def test_a_failure_while_writing_leaves_the_old_file(run, tmp_path, monkeypatch):
    (tmp_path / "page.txt").write_text(LIST)
    (tmp_path / "out.bib").write_text("precious")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = run("merge", "page.txt", "-o", "out.bib")
    assert ran.code == 1
    assert "No space left" in ran.err
    assert (tmp_path / "out.bib").read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.bib", "page.txt"]


def test_mode_and_links_are_kept(run, tmp_path):
    (tmp_path / "page.txt").write_text(LIST)
    (tmp_path / "real.bib").write_text("")
    (tmp_path / "real.bib").chmod(0o640)
    (tmp_path / "link.bib").symlink_to("real.bib")
    run("merge", "page.txt", "-o", "link.bib")
    assert (tmp_path / "link.bib").is_symlink()
    assert stat.S_IMODE((tmp_path / "real.bib").stat().st_mode) == 0o640
    assert "leung1985" in (tmp_path / "real.bib").read_text()


def test_standard_input_twice_is_refused(run):
    ran = run("merge", "-", "-", stdin=LIST)
    assert ran.code == 2


# ---------------------------------------------------------------- decisions, versions, reports, LaTeX

# The same pages, but one author in common and another title: for a person to settle.
DOUBTFUL = (
    "@article{caffey, author = {Leung, Victor C. and Roe, Richard}, journal = {Journal of Pediatric Orthopaedics},\n"
    "  title = {Caffey disease with bone changes inside the marrow cavity}, year = 1985, volume = 5, pages = {354--357}}\n"
)
PREPRINT = (
    "@article{draft, author = {Leung, Victor C. and Lee, Keenan E.}, journal = {medRxiv}, year = 1985,\n"
    "  title = {Infantile Cortical Hyperostosis with Intramedullary Lesions}}\n"
)


def test_records_are_read(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE)
    (tmp_path / "export.jsonl").write_text(
        '{"id": "7", "author": "Leung VC, Lee KE", "title": "Infantile cortical hyperostosis with intramedullary lesions",'
        ' "container": "J Pediatr Orthop", "year": 1985, "volume": 5, "issue": 3, "pages": "354-7"}\n'
    )
    ran = run("merge", "mine.bib", "export.jsonl", "-o", "refs.bib")
    assert "2 records read, 1 work written to refs.bib" in ran.out
    assert "number = {3}" in (tmp_path / "refs.bib").read_text()


def test_unsure_pairs_are_written_and_decided(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE)
    (tmp_path / "theirs.bib").write_text(DOUBTFUL)
    ran = run("merge", "mine.bib", "theirs.bib", "-o", "refs.bib", "--unsure", "pairs.csv")
    assert "2 works written" in ran.out
    table = (tmp_path / "pairs.csv").read_text()
    assert table.count("unsure,") == 1
    (tmp_path / "pairs.csv").write_text(table.replace("unsure,", "same,"))
    ran = run("merge", "mine.bib", "theirs.bib", "-o", "refs.bib", "--decisions", "pairs.csv", "--key-map", "keys.json")
    assert "1 work written" in ran.out
    assert ran.err == ""
    keys = json.loads((tmp_path / "keys.json").read_text())
    assert keys.keys() == {"leung", "caffey"}
    assert len(set(keys.values())) == 1


def test_what_is_decided_different_stays_apart(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE)
    (tmp_path / "theirs.bib").write_text(MINE.replace("{leung,", "{leung85,"))
    (tmp_path / "d.jsonl").write_text('{"verdict": "different", "left": "leung", "right": "leung85"}\n')
    assert "1 work written" in run("merge", "mine.bib", "theirs.bib", "-o", "refs.bib").out
    assert "2 works written" in run("merge", "mine.bib", "theirs.bib", "-o", "refs.bib", "--decisions", "d.jsonl").out


def test_decisions_that_contradict_each_other_stop_the_merge(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE)
    (tmp_path / "d.jsonl").write_text('{"verdict": "different", "left": "leung", "right": "leung"}\n')
    ran = run("merge", "mine.bib", "-o", "refs.bib", "--decisions", "d.jsonl")
    assert ran.code == 1
    assert ran.err.startswith("citekit: d.jsonl: line 1 says that leung and leung are different")
    assert not (tmp_path / "refs.bib").exists()


@pytest.mark.parametrize(("option", "works"), [((), 2), (("--link-versions",), 2), (("--merge-versions",), 1)])
def test_preprints_are_merged_on_request(run, tmp_path, option, works):
    (tmp_path / "mine.bib").write_text(MINE + PREPRINT)
    run("merge", "mine.bib", "-o", "refs.bib", *option)
    assert (tmp_path / "refs.bib").read_text().count("@article{") == works


def test_a_page_and_json_in_one_run(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE)
    assert run("merge", "mine.bib", "-o", "refs.bib", "--report", "r.html", "--report", "r.json").code == 0
    assert (tmp_path / "r.html").read_text().startswith("<!DOCTYPE html>")
    assert json.loads((tmp_path / "r.json").read_text())["works"][0]["key"] == "leung"


def test_latex_sources_follow_the_keys(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE.replace("{leung,", "{Leung85,").replace("Victor C.", "V."))
    (tmp_path / "theirs.bib").write_text(MINE)
    (tmp_path / "paper.tex").write_text("As \\cite{Leung85} say.\n")
    ran = run("merge", "mine.bib", "theirs.bib", "-o", "refs.bib", "--tex", "paper.tex", "--dry-run")
    assert ran.code == 0
    assert "-As \\cite{Leung85} say." in ran.out
    assert "+As \\cite{leung} say." in ran.out
    assert not (tmp_path / "refs.bib").exists()
    assert "Leung85" in (tmp_path / "paper.tex").read_text()
    run("merge", "mine.bib", "theirs.bib", "-o", "refs.bib", "--tex", "paper.tex")
    assert (tmp_path / "paper.tex").read_text() == "As \\cite{leung} say.\n"


def test_a_latex_source_that_is_not_there_stops_the_merge(run, tmp_path):
    (tmp_path / "mine.bib").write_text(MINE)
    ran = run("merge", "mine.bib", "-o", "refs.bib", "--tex", "gone.tex")
    assert ran.code == 1
    assert "gone.tex: no such file" in ran.err
    assert not (tmp_path / "refs.bib").exists()


# ---------------------------------------------------------------- DOIs

REDDY = (
    "@article{reddy, author = {Reddy, S. and Jia, S. and others}, journal = {N Engl J Med}, year = 2009, volume = 360,\n"
    "  title = {An autoinflammatory disease due to homozygous deletion of the {IL1RN} locus}, pages = {2438--2444}%s}\n"
)
FOUND = "10.1056/nejmoa0809568"


def test_dois_are_found_and_verified_in_one_run(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(REDDY % "" + MINE.replace("pages =", "doi = {10.1056/nejmoa0807865}, pages ="))
    ran = run("merge", "mine.bib", "-o", "refs.bib", "--doi", "--report", "r.json", "--report", "r.html")
    assert ran.code == 0
    assert f"doi = {{{FOUND}}}" in (tmp_path / "refs.bib").read_text()
    told = ran.out[ran.out.index("DOIs\n") :].splitlines()
    assert told[1:3] == ["  1 found, 1 wrong", "  wrong, left as it stands; the DOI is another work's"]
    assert told[3].startswith("    leung: 10.1056/nejmoa0807865 is “An Autoinflammatory Disease")
    works = {work["key"]: work["doi"] for work in json.loads((tmp_path / "r.json").read_text())["works"]}
    assert (works["reddy"]["status"], works["reddy"]["doi"]) == ("found", FOUND)
    assert (works["leung"]["status"], works["leung"]["doi"], works["leung"]["given"]) == (
        "wrong",
        None,
        "10.1056/nejmoa0807865",
    )
    assert "1 found, 1 wrong." in (tmp_path / "r.html").read_text()


def test_nothing_is_asked_without_doi(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(REDDY % "")
    ran = run("merge", "mine.bib", "-o", "refs.bib", "--mailto", "me@example.org")
    assert (ran.code, online.requests) == (0, [])
    assert "DOIs" not in ran.out


def test_completed_on_request(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(REDDY % "")
    run("merge", "mine.bib", "-o", "plain.bib", "--doi")
    run("merge", "mine.bib", "-o", "whole.bib", "--doi", "--complete")
    assert "Geoffrey" not in (tmp_path / "plain.bib").read_text()
    assert "Geoffrey" in (tmp_path / "whole.bib").read_text()


def test_offline_what_was_answered_before_is_enough(run, online, tmp_path):
    (tmp_path / "mine.bib").write_text(REDDY % "")
    ran = run("merge", "mine.bib", "-o", "refs.bib", "--doi", "--offline")
    assert (ran.code, online.requests) == (0, [])
    assert "  1 not looked up\n" in ran.out
    assert "  run the same command without --offline to look them up\n" in ran.out
    run("doi", "mine.bib", "-o", "refs.bib")
    assert "  1 found\n" in run("merge", "mine.bib", "-o", "refs.bib", "--doi", "--offline").out


def test_a_silent_network_never_fails_the_merge(run, online, tmp_path, monkeypatch):
    monkeypatch.setenv("CITEKIT_CROSSREF_URL", "http://127.0.0.1:1")
    (tmp_path / "mine.bib").write_text(REDDY % "")
    ran = run("merge", "mine.bib", "-o", "refs.bib", "--doi")
    assert ran.code == 0
    assert (tmp_path / "refs.bib").read_text() == REDDY % ""
    assert "1 of 1 reference was not looked up" in ran.out
