"""`citekit split` as a person uses it."""

import json

import pytest

MINE = """% what I cite
@article{leung,
  author = {Leung, Victor C. and Lee, Keenan E.},
  title  = {Infantile Cortical Hyperostosis with Intramedullary Lesions},
  journal = "Journal of Pediatric Orthopaedics", year = 1985, volume = 5, pages = {354--357}
}

@book{roe, author = {Roe, Ann}, title = {Another Book}, publisher = {Sty}, year = 1980}
"""
LIST = """References
1. Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7.
2. Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389–400.
"""


@pytest.fixture
def merged(run, tmp_path):
    """refs.bib and report.json of a merge."""
    (tmp_path / "mine.bib").write_text(MINE)
    (tmp_path / "page.txt").write_text(LIST)
    ran = run("merge", "mine.bib", "page.txt", "-o", "refs.bib", "--report", "report.json", "-q")
    assert ran.code == 0
    assert (tmp_path / "refs.bib").read_text().count("@article") == 2
    return tmp_path


def test_the_members_come_back(run, merged):
    ran = run("split", "leung", "refs.bib", "--report", "report.json", "-o", "out.bib")
    assert ran.code == 0
    bib = (merged / "out.bib").read_text()
    assert MINE[MINE.index("@article") : MINE.index("\n\n@book")] in bib
    assert "@article{leung1985," in bib
    assert "leung  mine.bib leung\n" in ran.out
    assert "leung1985  page.txt no. 1\n" in ran.out
    assert "--decisions" in ran.out
    assert bib.count("@") == 4


def test_in_place_and_everything_else_stays(run, merged):
    before = (merged / "refs.bib").read_text()
    assert run("split", "leung", "refs.bib", "--report", "report.json", "-o", "refs.bib", "-q").out == ""
    after = (merged / "refs.bib").read_text()
    for entry in before.split("\n\n"):
        if not entry.startswith("@article{leung,"):
            assert entry.strip() in after


def test_standard_input_and_output(run, merged):
    ran = run("split", "leung", "-", "--report", "report.json", stdin=(merged / "refs.bib").read_text())
    assert ran.code == 0
    assert ran.out.count("@article") == 3
    assert "leung1985  page.txt no. 1" in ran.err
    report = (merged / "report.json").read_text()
    assert run("split", "leung", "refs.bib", "--report", "-", stdin=report).out == ran.out
    assert run("split", "leung", "-", "--report", "-", stdin=report).code == 2


def test_without_a_bibliography_the_records_alone_are_written(run, merged):
    ran = run("split", "leung", "--report", "report.json")
    assert ran.out.count("@") == 2
    assert "leung1985" in ran.out


def test_only_one_member(run, merged):
    """With two members, taking one out leaves two entries; the other keeps the key it came with."""
    ran = run("split", "leung", "refs.bib", "--report", "report.json", "--member", "2", "-o", "out.bib")
    assert ran.code == 0
    assert (merged / "out.bib").read_text().count("@article") == 3
    assert run("split", "leung", "roe", "refs.bib", "--report", "report.json", "--member", "2").code == 2


def test_the_decision_is_kept_when_asked(run, merged):
    (merged / "d.jsonl").write_text('{"verdict": "same", "left": "x", "right": "y"}')
    command = ("split", "leung", "refs.bib", "--report", "report.json", "-o", "out.bib", "--decisions", "d.jsonl")
    ran = run(*command)
    lines = [json.loads(line) for line in (merged / "d.jsonl").read_text().splitlines()]
    assert lines[0]["verdict"] == "same"
    assert {(each["verdict"], *sorted((each["left"], each["right"]))) for each in lines[1:]} == {
        ("different", "leung", "page.txt:1"), ("different", "leung", "leung1985"),
    }  # fmt: skip
    assert "2 lines added to d.jsonl" in ran.out
    again = run(*command)
    assert "0 lines added to d.jsonl" in again.out
    assert len((merged / "d.jsonl").read_text().splitlines()) == 3


def test_a_decision_to_the_contrary_stops_it(run, merged):
    (merged / "d.jsonl").write_text('{"verdict": "same", "left": "leung", "right": "page.txt:1"}\n')
    ran = run("split", "leung", "refs.bib", "--report", "report.json", "-o", "out.bib", "--decisions", "d.jsonl")
    assert ran.code == 1
    assert "d.jsonl" in ran.err
    assert not (merged / "out.bib").exists()


def test_a_table_of_decisions_is_left_as_it_is(run, merged):
    (merged / "d.csv").write_text("left,right,verdict\nx,y,same\n")
    ran = run("split", "leung", "refs.bib", "--report", "report.json", "-o", "out.bib", "--decisions", "d.csv")
    assert ran.code == 1
    assert ran.err == "citekit: d.csv: holds no JSON lines; name another file, and give both to the next merge\n"
    assert (merged / "d.csv").read_text() == "left,right,verdict\nx,y,same\n"
    assert not (merged / "out.bib").exists()


@pytest.mark.parametrize("inputs", [("mine.bib", "page.txt"), ("out.bib",), ("out.bib", "page.txt")])
def test_the_next_merge_with_the_decisions_leaves_them_apart(run, merged, inputs):
    """Of the same inputs again, and of the bibliography that split wrote."""
    run("split", "leung", "refs.bib", "--report", "report.json", "-o", "out.bib", "--decisions", "d.jsonl")
    assert run("merge", *inputs, "-o", "again.bib").code == 0
    assert (merged / "again.bib").read_text().lower().count("infantile") == 1
    assert run("merge", *inputs, "-o", "apart.bib", "--decisions", "d.jsonl").code == 0
    assert (merged / "apart.bib").read_text().lower().count("infantile") == 2


ERRORS = [
    # the arguments, what is said
    (("lenug", "refs.bib", "--report", "report.json"), "report.json: tells of no entry lenug; did you mean leung?"),
    (("roe", "refs.bib", "--report", "report.json"), "roe was made from one record; there is nothing to split"),
    (("leung", "no.bib", "--report", "report.json"), "no.bib: no such file"),
    (("leung", "refs.bib", "--report", "no.json"), "no.json: no such file"),
    (("leung", "refs.bib", "--report", "mine.bib"), "mine.bib: is not a report of"),
    (("leung", "page.txt", "--report", "report.json"), "page.txt: is not BibTeX"),
    (("leung", "mine.bib", "--report", "report.json"), "mine.bib:2: leung is one member alone"),
    (("leung", "refs.bib", "--report", "report.json", "-o", "no/such.bib"), "no/such.bib: cannot be written"),
]


@pytest.mark.parametrize(("arguments", "said"), ERRORS)
def test_errors_are_one_line_and_nothing_is_written(run, merged, arguments, said):
    before = sorted((path.name, path.read_bytes()) for path in merged.iterdir())
    ran = run("split", *arguments)
    assert ran.code == 1
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert sorted((path.name, path.read_bytes()) for path in merged.iterdir()) == before


def test_a_bibliography_without_a_key_is_not_understood(run, merged):
    assert run("split", "refs.bib", "--report", "report.json").code == 2
    assert run("split", "leung", "refs.bib").code == 2
