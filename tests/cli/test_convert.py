"""`citekit convert` as a person uses it, and what is the same of all commands that write references: where they go, in which format."""

from __future__ import annotations

import json

import pytest
from zotero_server import Shelf, ZoteroServer

from citekit.readers import from_bytes
from citekit.writers import all_writers

RIS = """\
TY  - JOUR
ID  - leung
AU  - Leung, VC
AU  - Lee, KE
TI  - Infantile cortical hyperostosis
JF  - J Pediatr Orthop
PY  - 1985
VL  - 5
SP  - 354
EP  - 357
C1  - own words
DB  - Scopus
ER  -

TY  - BOOK
TI  - A book
AU  - Roe, Ann
ER  -
"""
NBIB = """\
PMID- 3988930
TI  - Infantile cortical hyperostosis.
FAU - Leung, V C
DP  - 1985
VI  - 5
PG  - 354-7
TA  - J Pediatr Orthop
GR  - a grant
AID - x [pii]
RN  - 0 (Collagen)
"""
BIB = "% mine\r\n@book{roe,\r\n  title = {A book},\r\n  author = {Roe, Ann},\r\n  odd = {x},\r\n}\r\n"
JSON = '[{"id": "c", "type": "book", "title": "Another", "author": [{"family": "Ito"}], "custom": {"x": 1}}]'
TEXT = "References\n1. Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7.\n"
INPUTS = {"a.ris": RIS, "a.nbib": NBIB, "a.bib": BIB, "a.json": JSON, "a.txt": TEXT}


@pytest.fixture
def folder(tmp_path):
    for name, text in INPUTS.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


@pytest.fixture
def zotero(monkeypatch):
    """A Zotero on this computer with an empty library."""
    for name in ("ZOTERO_API_KEY", "ZOTERO_USER_ID", "CITEKIT_ZOTERO"):
        monkeypatch.delenv(name, raising=False)
    shelf = Shelf("user", 475425)
    with ZoteroServer(shelf, local=True, server_id="aBcDeFgHiJkL") as server:
        monkeypatch.setenv("CITEKIT_ZOTERO_LOCAL_URL", server.url)
        yield shelf


@pytest.fixture
def no_zotero(monkeypatch):
    for name in ("ZOTERO_API_KEY", "ZOTERO_USER_ID", "CITEKIT_ZOTERO"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CITEKIT_ZOTERO_LOCAL_URL", "http://127.0.0.1:9")


# ---------------------------------------------------------------- every format into every other


@pytest.mark.parametrize("writer", all_writers(), ids=lambda each: each.name)
@pytest.mark.parametrize("name", INPUTS)
def test_anything_into_anything(run, folder, name, writer):
    ran = run("convert", name, "--to", writer.name, "-o", "out")
    assert (ran.code, ran.out) == (0, "")
    lost = [line for line in ran.err.splitlines() if "no place for" in line]
    assert all(line.startswith(f"citekit: {name}:") for line in lost)
    assert len(lost) <= 4, ran.err  # one sentence for all that one format alone knows
    if writer.name not in ("jsonl", "identifiers"):
        before = len(from_bytes((folder / name).read_bytes(), name))
        assert len(from_bytes((folder / "out").read_bytes(), f"out{writer.suffixes[0]}")) == before
    quiet = run("convert", name, "--to", writer.name, "-q")
    assert (quiet.code, quiet.err) == (0, "")


def test_a_bib_file_stays_as_it_is(run, folder):
    run("convert", "a.bib", "-o", "b.bib")
    assert (folder / "b.bib").read_bytes() == BIB.encode()


def test_several_inputs_follow_each_other(run, folder):
    ran = run("convert", "a.bib", "a.ris", "-o", "out.json")
    assert [item["title"] for item in json.loads((folder / "out.json").read_text())] == [
        "A book",
        "Infantile cortical hyperostosis",
        "A book",
    ]
    assert "3 references written to out.json (CSL-JSON)" in ran.err


def test_standard_input_to_standard_output(run):
    ran = run("convert", "-", "--to", "enw", stdin=BIB)
    assert ran.out.startswith("%0 Book")
    assert "-:2: roe:" in ran.err


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("a.ris", "--to", "riss"), 2, "did you mean ris?"),
        (("a.ris", "--from", "bibtx"), 2, "did you mean bibtex?"),
        (("none.ris",), 1, "none.ris: no such file"),
        ((".",), 1, ".: is a directory; name the files in it"),
        (("a.ris", "-o", "no/such/a.bib"), 1, "no/such/a.bib: cannot be written (no folder"),
        (("a.ris", "-o", "zotero:", "--to", "ris"), 2, "--to names the format of a file, and zotero: is none"),
        (("-", "-"), 2, "standard input (-) can be read only once"),
        (("-",), 1, "-: no references found; nothing was written"),
    ],
)
def test_what_cannot_be_done_is_said(run, folder, args, code, said):
    ran = run("convert", *args)
    assert ran.code == code
    assert said in ran.err
    assert ran.out == ""


# ---------------------------------------------------------------- the name of the output, in every command


@pytest.mark.parametrize("command", ["convert", "merge", "dedupe", "parse", "doi --offline"])
@pytest.mark.parametrize(
    ("name", "begins"), [("o.ris", "TY  - "), ("o.bib", "@"), ("o.enw", "%0 "), ("o.xml", "<?xml"), ("o.yaml", "---\n")]
)
def test_the_name_of_the_output_tells_the_format(run, folder, command, name, begins):
    assert run(*command.split(), "a.ris", "-o", name).code == 0
    assert (folder / name).read_text().startswith(begins)


@pytest.mark.parametrize("command", ["convert", "merge", "dedupe", "parse", "doi --offline"])
def test_to_counts_more_than_the_name(run, folder, command):
    assert run(*command.split(), "a.ris", "-o", "o.bib", "--to", "csl-json").code == 0
    assert len(json.loads((folder / "o.bib").read_text())) == 2


@pytest.mark.parametrize("command", ["convert", "merge", "dedupe", "parse", "doi --offline"])
def test_what_the_format_cannot_hold_is_said(run, folder, command):
    ran = run(*command.split(), "a.bib", "-o", "o.ris")
    assert "a.bib:2: roe: RIS has no place for odd, which is left out (1 reference)" in ran.err
    assert "no place" not in run(*command.split(), "a.bib", "-q", "-o", "o.ris").err


@pytest.mark.parametrize(
    ("command", "source", "begins"),
    [
        ("convert", "a.ris", "[\n"),
        ("merge", "a.ris", "[\n"),
        ("parse", "a.ris", '{"page"'),
        ("doi --offline", "a.ris", '{"id"'),
        ("doi --offline", "a.json", "[\n"),  # a CSL-JSON library stays one
    ],
)
def test_a_json_file(run, folder, command, source, begins):
    assert run(*command.split(), source, "-o", "o.json").code == 0
    assert (folder / "o.json").read_text().startswith(begins)


def test_dedupe_asks_what_a_json_file_is_to_hold(run, folder):
    ran = run("dedupe", "a.ris", "-o", "o.json")
    assert ran.code == 2
    assert "--to clusters, --to csl-json, or --to jsonl" in ran.err
    assert "csl-json" not in run("dedupe", "a.ris", "-o", "o.jsonl").err


# ---------------------------------------------------------------- Zotero


@pytest.mark.parametrize("command", ["convert", "merge", "dedupe", "parse", "doi --offline"])
def test_into_zotero(run, folder, zotero, command):
    ran = run(*command.split(), "a.ris", "-o", "zotero:")
    assert ran.code == 0, ran.err
    assert "zotero: 2 new\n" in ran.err
    assert sorted(item["title"] for item in zotero.items.values()) == ["A book", "Infantile cortical hyperostosis"]
    assert not (folder / "zotero:").exists()


def test_a_merge_with_zotero_goes_back_into_zotero(run, folder, zotero):
    """What is there becomes fuller, what is new is added. Nobody gets a citation key that nobody has given."""
    run("convert", "a.ris", "-o", "zotero:")
    (folder / "more.ris").write_text(RIS.replace("VL  - 5", "VL  - 5\nIS  - 3").replace("A book", "Something else"))
    ran = run("merge", "zotero:", "more.ris", "-o", "zotero:")
    assert "  zotero:   Zotero: 2 references" in ran.out
    assert "zotero: 1 new, 1 changed, 1 as they were\n" in ran.err
    assert {item["title"]: item.get("issue", "") for item in zotero.items.values()} == {
        "Infantile cortical hyperostosis": "3",
        "A book": "",
        "Something else": "",
    }
    assert [item.get("citationKey", "") for item in zotero.items.values()] == ["leung", "", ""]


def test_a_dry_run_writes_nothing_into_zotero(run, folder, zotero):
    (folder / "a.tex").write_text("\\cite{leung}")
    ran = run("merge", "a.ris", "-o", "zotero:", "--tex", "a.tex", "--dry-run")
    assert (ran.code, zotero.items) == (0, {})


@pytest.mark.parametrize("command", ["convert", "merge", "dedupe", "parse", "doi --offline"])
def test_no_zotero_is_one_plain_error(run, folder, no_zotero, command):
    ran = run(*command.split(), "a.ris", "-q", "-o", "zotero:")
    assert ran.code == 1
    assert ran.err.startswith("citekit: Zotero does not run on this computer")
    assert ran.err.count("\n") == 1
    assert sorted(path.name for path in folder.iterdir() if path.name != "cache") == sorted(INPUTS)


def test_zotero_in_a_configuration_is_no_file_beside_it(run, folder, zotero):
    (folder / "citekit.toml").write_text('[convert]\noutput = "zotero:"\n')
    assert "zotero: 2 new" in run("convert", "a.ris").err


# ---------------------------------------------------------------- exports merged


def test_exports_of_one_work_are_one_entry_without_conflicts(run, folder):
    (folder / "b.ris").write_text(RIS.replace("Scopus", "EMBASE").replace("own words", "other words"))
    ran = run("merge", "a.ris", "b.ris", "a.nbib", "a.txt", "-o", "refs.bib")
    bib = (folder / "refs.bib").read_text()
    assert bib.count("\n@") + bib.startswith("@") == 2
    assert "kept" not in ran.out
    assert "  a.ris   RIS: 2 references" in ran.out
    again = run("merge", "refs.bib", "a.ris", "b.ris", "a.nbib", "a.txt", "-o", "again.bib")
    assert (folder / "again.bib").read_text() == bib
    assert again.code == 0


def test_a_bib_file_keeps_its_bytes_beside_exports(run, folder):
    (folder / "mine.bib").write_bytes('@book{m,\r\n  author={Müller, A.},\r\n\ttitle="Ton" }\r\n'.encode("latin-1"))
    run("merge", "mine.bib", "a.ris", "-o", "mine.bib")
    written = (folder / "mine.bib").read_bytes()
    assert '@book{m,\r\n  author={Müller, A.},\r\n\ttitle="Ton" }\r\n'.encode("latin-1") in written
    assert written.count(b"\n") == written.count(b"\r\n")
