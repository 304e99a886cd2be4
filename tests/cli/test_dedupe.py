"""`citekit dedupe` as a person uses it."""

import csv
import json

import pytest

ONE = {
    "id": "1",
    "type": "article",
    "author": "Leung, V. C. and Lee, K. E.",
    "title": "Infantile cortical hyperostosis with intramedullary lesions",
    "container": "Journal of Pediatric Orthopaedics",
    "year": "1985",
    "volume": "5",
    "issue": "3",
    "pages": "354-357",
    "doi": "10.1097/01241398-198505000-00020",
}
AGAIN = ONE | {
    "id": "2",
    "author": "Leung VC, Lee KE",
    "container": "J Pediatr Orthop",
    "pages": "354-7",
    "doi": "",
    "issue": "",
}
OTHER = {
    "id": "3",
    "type": "article",
    "author": "Mengesha YM, Bennett ML",
    "title": "Pustular skin disorders: diagnosis and treatment",
    "container": "Am J Clin Dermatol",
    "year": 2002,
    "volume": 3,
    "issue": 6,
    "pages": "389-400",
}
# The same place and DOI, but one author in common and another title (two talks of one session?): for a person to settle.
UNSURE = ONE | {
    "id": "4",
    "author": "Leung, V. C. and Roe, R.",
    "title": "Caffey disease with bone changes inside the marrow cavity",
    "issue": "",
}
PREPRINT = {
    "id": "p",
    "type": "article",
    "author": "Leung, V. C. and Lee, K. E.",
    "title": "Infantile cortical hyperostosis with intramedullary lesions",
    "container": "medRxiv",
    "year": "1985",
    "doi": "10.1101/1985.01.01.85000001",
}  # fmt: skip


@pytest.fixture
def put(tmp_path):
    def put(name, *records):
        (tmp_path / name).write_text("".join(json.dumps(record) + "\n" for record in records))
        return name

    return put


def jsonl(text):
    return [json.loads(line) for line in text.splitlines()]


def clusters(text):
    return {said["id"]: said["cluster"] for said in jsonl(text)}


def test_clusters(run, put):
    ran = run("dedupe", put("a.jsonl", OTHER, AGAIN, ONE), "--to", "clusters")
    assert ran.code == 0
    assert jsonl(ran.out) == [{"id": "3", "cluster": "3"}, {"id": "2", "cluster": "2"}, {"id": "1", "cluster": "2"}]
    assert "3 records, 1 duplicate, 2 works written to standard output" in ran.err


def test_clusters_of_several_files(run, put, tmp_path):
    put("a.jsonl", ONE, OTHER)
    put("b.jsonl", AGAIN | {"id": "1"})
    (tmp_path / "c.bib").write_text("@article{leung85, title={Infantile cortical hyperostosis with intramedullary lesions}, "
        "author={Leung, V. C. and Lee, K. E.}, year=1985, volume=5, pages={354--357}}")  # fmt: skip
    ran = run("dedupe", "a.jsonl", "b.jsonl", "c.bib", "--to", "clusters", "-o", "out.jsonl")
    assert clusters((tmp_path / "out.jsonl").read_text()) == {
        "a.jsonl#1": "a.jsonl#1",
        "3": "3",
        "b.jsonl#1": "a.jsonl#1",
        "leung85": "a.jsonl#1",
    }
    assert "4 records, 2 duplicates, 2 works written to out.jsonl" in ran.out
    assert ran.err == ""


def test_ids_that_come_twice_are_told_apart_and_told(run, put):
    ran = run("dedupe", put("a.jsonl", ONE, OTHER | {"id": "1"}), "--to", "clusters")
    assert [said["id"] for said in jsonl(ran.out)] == ["a.jsonl#1#1", "a.jsonl#1#2"]
    assert "a.jsonl:2: the id 1 also stands in line 1" in ran.err


def test_standard_input(run):
    ran = run("dedupe", "-", "--to", "clusters", "-q", stdin=json.dumps(ONE) + "\n" + json.dumps(AGAIN) + "\n")
    assert clusters(ran.out) == {"1": "1", "2": "1"}
    assert ran.err == ""


def test_works_as_records(run, put, tmp_path):
    ran = run("dedupe", put("a.jsonl", OTHER, AGAIN, ONE), "--to", "jsonl", "-o", "works.jsonl")
    assert ran.code == 0
    other, work = jsonl((tmp_path / "works.jsonl").read_text())
    assert (other["id"], other["ids"]) == ("3", ["3"])
    assert (work["id"], sorted(work["ids"])) == ("1", ["1", "2"])
    assert work["container"] == "Journal of Pediatric Orthopaedics"
    assert work["doi"] == ONE["doi"]
    assert run("dedupe", "works.jsonl", "--to", "clusters").out.count("\n") == 2


def test_the_bibliography_is_that_of_merge(run, put, tmp_path):
    put("a.jsonl", OTHER, AGAIN, ONE)
    assert run("dedupe", "a.jsonl", "-o", "one.bib", "--key-map", "keys.json").code == 0
    run("merge", "a.jsonl", "-o", "two.bib")
    bib = (tmp_path / "one.bib").read_text()
    assert bib == (tmp_path / "two.bib").read_text()
    assert bib.count("@article{") == 2
    assert "@article{leung1985," in bib
    assert json.loads((tmp_path / "keys.json").read_text()) == {}


def test_reports(run, put, tmp_path):
    put("a.jsonl", OTHER, AGAIN, ONE)
    for to in ("clusters", "jsonl", "bibtex"):
        ran = run("dedupe", "a.jsonl", "--to", to, "-o", "out", "--report", f"{to}.json", "--report", f"{to}.html")
        assert ran.code == 0, ran.err
        report = json.loads((tmp_path / f"{to}.json").read_text())
        assert sorted(len(work["members"]) for work in report["works"]) == [1, 2]
        assert (tmp_path / f"{to}.html").read_text().startswith("<!DOCTYPE html>")


# ---------------------------------------------------------------- preprints


@pytest.mark.parametrize(
    ("options", "works"),
    [
        (("--to", "clusters"), 1),
        (("--to", "clusters", "--link-versions"), 2),
        (("--to", "jsonl"), 2),
        (("--to", "jsonl", "--merge-versions"), 1),
        (("--to", "bibtex"), 2),
        (("--to", "bibtex", "--merge-versions"), 1),
    ],
)
def test_a_preprint_counts_once_in_a_review_and_is_cited_on_its_own(run, put, options, works):
    ran = run("dedupe", put("a.jsonl", ONE, PREPRINT), *options)
    assert ran.code == 0
    assert f"{works} work{'s' if works > 1 else ''} written" in ran.err


# ---------------------------------------------------------------- unsure pairs and decisions


def test_unsure_pairs_are_decided_in_the_file_that_was_written(run, put, tmp_path):
    put("a.jsonl", ONE, UNSURE)
    ran = run("dedupe", "a.jsonl", "--to", "clusters", "-o", "c.jsonl", "--unsure", "pairs.jsonl")
    assert "1 pair unsure and kept apart; decide them in pairs.jsonl" in ran.out
    pairs = tmp_path / "pairs.jsonl"
    said = json.loads(pairs.read_text())
    assert (said["verdict"], said["left"], said["right"]) == ("unsure", "1", "4")
    assert said["left_title"] == ONE["title"]
    assert "titles" in said["reasons"]
    pairs.write_text(pairs.read_text().replace("unsure", "same", 1))
    ran = run("dedupe", "a.jsonl", "--to", "clusters", "--decisions", "pairs.jsonl", "--unsure", "left.jsonl")
    assert clusters(ran.out) == {"1": "1", "4": "1"}
    assert (tmp_path / "left.jsonl").read_text() == ""


def test_unsure_pairs_as_a_table(run, put, tmp_path):
    put("a.jsonl", ONE, UNSURE)
    run("dedupe", "a.jsonl", "--to", "clusters", "-o", "c.jsonl", "--unsure", "pairs.csv")
    with (tmp_path / "pairs.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["verdict"], row["left"], row["right"], row["right_title"]) == ("unsure", "1", "4", UNSURE["title"])


@pytest.mark.parametrize("to", ["clusters", "jsonl", "bibtex"])
def test_decisions_are_honoured(run, put, to):
    put("a.jsonl", ONE, AGAIN, OTHER)
    put("decided.jsonl", {"verdict": "different", "left": "1", "right": "2"})
    put("more.jsonl", {"verdict": "same", "left": "2", "right": "3"})
    ran = run("dedupe", "a.jsonl", "--to", to, "--decisions", "decided.jsonl")
    assert "3 records, 0 duplicates, 3 works" in ran.err
    ran = run("dedupe", "a.jsonl", "--to", to, "--decisions", "decided.jsonl", "--decisions", "more.jsonl")
    assert "3 records, 1 duplicate, 2 works" in ran.err


def test_decisions_that_contradict_each_other_stop_everything(run, put, tmp_path):
    put("a.jsonl", ONE, AGAIN)
    put("no.jsonl", {"verdict": "same", "left": "1", "right": "2"}, {"verdict": "different", "left": "2", "right": "1"})
    (tmp_path / "out.jsonl").write_text("precious")
    ran = run(
        "dedupe", "a.jsonl", "--to", "clusters", "-o", "out.jsonl", "--decisions", "no.jsonl", "--report", "r.json"
    )
    assert ran.code == 1
    assert ran.err == (
        "citekit: no.jsonl: line 2 says that 2 and 1 are different, but line 1 makes them one work;"
        " change one of the two lines\n"
    )
    assert (tmp_path / "out.jsonl").read_text() == "precious"
    assert not (tmp_path / "r.json").exists()


def test_unknown_ids_are_told_once(run, put):
    put("a.jsonl", ONE, AGAIN)
    put(
        "old.jsonl",
        {"verdict": "same", "left": "1", "right": "gone"},
        {"verdict": "same", "left": "2", "right": "gone"},
    )
    ran = run("dedupe", "a.jsonl", "--to", "clusters", "--decisions", "old.jsonl")
    assert ran.code == 0
    assert ran.err.count("gone") == 1
    assert "1 id in the decisions" in ran.err


def test_decisions_are_not_written_over(run, put, tmp_path):
    put("a.jsonl", ONE, UNSURE)
    put("pairs.jsonl", {"verdict": "same", "left": "1", "right": "4"})
    before = (tmp_path / "pairs.jsonl").read_text()
    ran = run("dedupe", "a.jsonl", "--to", "clusters", "--decisions", "pairs.jsonl", "--unsure", "pairs.jsonl")
    assert ran.code == 1
    assert "pairs.jsonl: holds decisions already" in ran.err
    assert (tmp_path / "pairs.jsonl").read_text() == before


# ---------------------------------------------------------------- explain


def test_explain(run, put):
    put("a.jsonl", ONE, AGAIN, OTHER)
    ran = run("dedupe", "a.jsonl", "--explain", "2", "1")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "same: one work"
    assert "  same title" in lines
    assert next(line.split() for line in lines if not line.strip(" 12") and line.strip()) == ["2", "1"]
    assert any("Journal of Pediatric Orthopaedics" in line and "J Pediatr Orthop" in line for line in lines)
    assert run("dedupe", "a.jsonl", "--explain", "3", "1").out.startswith("different: two works\n")


def test_explain_knows_decisions(run, put):
    put("a.jsonl", ONE, AGAIN)
    put("decided.jsonl", {"verdict": "different", "left": "1", "right": "2"})
    ran = run("dedupe", "a.jsonl", "--explain", "2", "1", "--decisions", "decided.jsonl")
    assert ran.out.startswith("different: two works\n  a person decided so\n")


def test_explain_a_record_that_is_not_there(run, put):
    ran = run("dedupe", put("a.jsonl", ONE), "--explain", "1", "9")
    assert (ran.code, ran.out) == (1, "")
    assert "a.jsonl: no record has the id 9" in ran.err


# ---------------------------------------------------------------- bad input


def test_a_broken_line_does_not_stop_the_others(run, put, tmp_path):
    put("a.jsonl", ONE, AGAIN)
    (tmp_path / "a.jsonl").write_text((tmp_path / "a.jsonl").read_text() + '{"id": "3", \n')
    ran = run("dedupe", "a.jsonl", "--to", "clusters")
    assert ran.code == 0
    assert clusters(ran.out) == {"1": "1", "2": "1"}
    assert "a.jsonl:3: left out: no JSON object" in ran.err


@pytest.mark.parametrize("to", ["clusters", "jsonl", "bibtex"])
def test_nothing_to_read(run, tmp_path, to):
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "out").write_text("precious")
    for name, reason in (("empty.jsonl", "no references found"), ("gone.jsonl", "no such file")):
        ran = run("dedupe", name, "--to", to, "-o", "out")
        assert ran.code == 1
        assert ran.err.startswith(f"citekit: {name}: {reason}")
        assert len(ran.err.splitlines()) == 1
    assert (tmp_path / "out").read_text() == "precious"


MISUSED = {
    "bibliography into JSON lines": ("-o", "out.jsonl"),
    "keys of clusters": ("--to", "clusters", "--key-map", "k.json"),
    "cited keys of records": ("--to", "jsonl", "--dry-run"),
    "standard input twice": ("-", "--decisions", "-"),
    "unknown form": ("--to", "pdf"),
}


@pytest.mark.parametrize("kind", MISUSED)
def test_misuse(run, put, kind):
    ran = run("dedupe", put("a.jsonl", ONE), *MISUSED[kind])
    assert ran.code == 2
    assert ran.out == ""


OVERWRITTEN = {
    "the records by their clusters": ("--to", "clusters", "-o", "a.jsonl"),
    "the records by the pairs": ("--to", "clusters", "-o", "c.jsonl", "--unsure", "./a.jsonl"),
    "the records by the report": ("--to", "jsonl", "-o", "w.jsonl", "--report", "a.jsonl"),
    "the output by the report": ("--to", "jsonl", "-o", "w.jsonl", "--report", "w.jsonl"),
    "one report by the other": ("--to", "jsonl", "-o", "w.jsonl", "--report", "r.json", "--report", "r.json"),
    "standard output by the pairs": ("--to", "jsonl", "--unsure", "-"),
    "decisions by the output": ("--to", "jsonl", "-o", "d.jsonl", "--decisions", "d.jsonl"),
}


@pytest.mark.parametrize("kind", OVERWRITTEN)
def test_nothing_that_is_read_or_written_is_written_over(run, put, tmp_path, kind):
    put("a.jsonl", ONE, UNSURE)
    put("d.jsonl", {"verdict": "different", "left": "1", "right": "4"})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    ran = run("dedupe", "a.jsonl", *OVERWRITTEN[kind])
    assert (ran.code, ran.out) == (2, "")
    assert "would write over" in ran.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_works_may_take_the_place_of_the_records(run, put, tmp_path):
    put("a.jsonl", ONE, AGAIN)
    assert run("dedupe", "a.jsonl", "--to", "jsonl", "-o", "a.jsonl").code == 0
    assert [said["ids"] for said in jsonl((tmp_path / "a.jsonl").read_text())] == [["1", "2"]]


IDS = [
    "r1",
    " two  words ",
    'a "quoted" one',
    "Größe/№ 7",
    "a\tb\nc",
    "007",
    17,
    -4,
    12345678901234567890123,
]


@pytest.mark.parametrize("more", [(), ("--unsure", "u.csv")], ids=["the short way", "the long way"])
def test_ids_are_written_as_they_are_given(run, put, more):
    put("a.jsonl", *({"id": name, "title": f"Work {place} of many", "cluster": "x"} for place, name in enumerate(IDS)))
    ran = run("dedupe", "a.jsonl", "--to", "clusters", "-q", *more)
    assert jsonl(ran.out) == [{"id": name, "cluster": name} for name in IDS]
    assert [said["ids"] for said in jsonl(run("dedupe", "a.jsonl", "--to", "jsonl", "-q").out)] == [[i] for i in IDS]


def test_a_number_and_its_text_are_one_id(run, put):
    ran = run("dedupe", put("a.jsonl", ONE | {"id": 1}, OTHER | {"id": "1"}), "--to", "clusters", "-q")
    assert [said["id"] for said in jsonl(ran.out)] == ["a.jsonl#1#1", "a.jsonl#1#2"]


def test_a_record_without_an_id_is_called_by_its_line(run, put):
    ran = run(
        "dedupe", put("a.jsonl", ONE, {"title": "No id"}, {"id": None, "title": "None"}), "--to", "clusters", "-q"
    )
    assert [said["id"] for said in jsonl(ran.out)] == ["1", "2", "3"]


def test_reasons_know_what_all_records_taught(run, put):
    """Two names of one series, as five other works show: the reasons are those of the decision, not those of the pair alone."""
    topics = "Indexing Caching Joins Views Logging".split()
    titles = [*(f"{topic} in database systems: a survey of methods" for topic in topics), "Implementing XQuery"]
    bare = ONE | {"type": "inproceedings", "volume": "", "issue": "", "pages": "", "doi": ""}
    records = [
        bare | {"id": f"{place}{number}", "title": title, "container": name, "author": "Cotton, P."}
        for number, title in enumerate(titles)
        for place, name in (("a", "SIGMOD Conference"), ("b", "International Conference on Management of Data"))
    ]
    put("a.jsonl", *records)
    told = run("dedupe", "a.jsonl", "--explain", "a5", "b5").out
    assert told.startswith("same: one work\n")
    assert "  same journal or book\n" in told
    assert "differ" not in told
