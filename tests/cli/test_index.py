"""`citekit index` as a person uses it."""

import gzip
import json

import pytest

RECORDS = [
    {"DOI": "10.1/leung", "title": ["Infantile cortical hyperostosis"], "author": [{"family": "Leung", "given": "V."}, {"family": "Lee"}],
     "container-title": ["Journal of Pediatric Orthopaedics"], "volume": "5", "page": "354-357", "issued": {"date-parts": [[1985]]},
     "indexed": {"date-time": "2024-03-02T01:00:00Z"}},
    {"DOI": "10.1/mengesha", "title": ["Pustular skin disorders"], "issued": {"date-parts": [[2002]]}},
]  # fmt: skip


@pytest.fixture
def dump(tmp_path, monkeypatch):
    monkeypatch.setenv("CITEKIT_INDEX_DIR", str(tmp_path / "index"))
    file = tmp_path / "dump.json.gz"
    file.write_bytes(gzip.compress(json.dumps({"items": RECORDS}).encode()))
    return file


def test_build_info_search(run, dump, tmp_path):
    ran = run("index", "build", "dump.json.gz")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"2 new, 0 replaced, 0 were there\n2 works in {tmp_path}/index, ")
    again = run("index", "build", "dump.json.gz")
    assert again.out.startswith("0 new, 0 replaced, 0 were there; 1 file read before\n")
    told = run("index", "info").out
    assert "newest record of 2024-03-02\n1 file read\n" in told
    found = run("index", "search", "Leung", "infantile", "hyperostosis")
    assert found.out.splitlines()[0].endswith("  10.1/leung")
    assert found.out.splitlines()[1:] == [
        "        Leung et al., “Infantile cortical hyperostosis”, Journal of Pediatric Orthopaedics 1985;5:354-357"
    ]
    assert run("index", "search", "nothing", "alike").err == "nothing like it in the index\n"


def test_standard_input_and_another_folder(run, dump):
    ran = run("index", "build", "-", "-o", "mine", "-q", stdin="\n".join(map(json.dumps, RECORDS)))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert run("index", "search", "pustular", "--index", "mine").out.splitlines()[0].endswith("10.1/mengesha")
    assert run("index", "build", "-", "-").code == 2


def test_stopped_by_hand(run, dump, monkeypatch):
    def stop(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("citekit.index.build", stop)
    ran = run("index", "build", "dump.json.gz")
    assert ran.code == 130
    assert "what was done is kept; run the same command again to go on" in ran.err


def test_what_is_bad_is_said(run, dump, tmp_path):
    (tmp_path / "bad.jsonl").write_text(json.dumps(RECORDS[0]) + "\n{]\n")
    ran = run("index", "build", "bad.jsonl")
    assert ran.code == 0
    assert ran.err == f"citekit: {tmp_path}/bad.jsonl: line 2: no JSON\n"


def test_a_dump_without_a_record(run, dump, tmp_path):
    (tmp_path / "table.csv").write_text("a;b\n")
    ran = run("index", "build", "table.csv")
    assert ran.code == 1
    assert "neither JSON nor gzip nor tar" in ran.err
    assert ran.err.endswith("citekit: table.csv: no record of Crossref in it; nothing was indexed\n")


def test_a_dump_without_a_record_into_an_index_that_has_some(run, dump, tmp_path):
    run("index", "build", "dump.json.gz")
    (tmp_path / "table.csv").write_text("a;b\n")
    assert run("index", "build", "table.csv").code == 1
    assert run("index", "build", "table.csv", "dump.json.gz").code == 0  # one that was read before
    assert run("index", "info").out.startswith("2 works")


def test_a_doi_is_looked_up(run, dump, tmp_path):
    records = [{"DOI": doi, "title": [doi]} for doi in ("10.1000/182", "10.1000/183")]
    run("index", "build", "-", stdin="\n".join(map(json.dumps, records)))
    for said in ("10.1000/182", "https://doi.org/10.1000/182"):
        assert [line.strip() for line in run("index", "search", said).out.splitlines()] == [
            "10.1000/182",
            "“10.1000/182”",
        ]
    assert run("index", "search", "10.1000/184").err == "nothing like it in the index\n"


def test_without_an_index(run, dump, tmp_path):
    for command in (["info"], ["search", "x"]):
        ran = run("index", *command)
        assert ran.code == 1
        assert ran.err == f"citekit: no index at {tmp_path}/index; make one with: citekit index build DUMP\n"
