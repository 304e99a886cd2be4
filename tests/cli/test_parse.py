"""`citekit parse`: the shape that others read."""

import json

LEUNG = (
    "Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7."
)


def test_json_lines(run, tmp_path):
    (tmp_path / "page.txt").write_text(f"References\n1. {LEUNG}CrossRefGoogle Scholar\n")
    ran = run("parse", "page.txt")
    assert ran.code == 0
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {
            "page": "page.txt", "kind": "ref", "n": 1, "text": LEUNG,
            "fields": {
                "type": "article", "author": ["Leung, VC", "Lee, KE"],
                "title": "Infantile cortical hyperostosis with intramedullary lesions", "journal": "J Pediatr Orthop",
                "year": "1985", "volume": "5", "number": "3", "pages": "354--7",
            },
        }
    ]  # fmt: skip


def test_the_pages_own_record_has_number_0(run, sources):
    letter = next(path for path in sources if path.name == "letter.txt")
    first = json.loads(run("parse", letter).out.splitlines()[0])
    assert (first["kind"], first["n"], first["page"]) == ("self", 0, "letter.txt")
    assert first["fields"]["author"][1] == "Shalev, Stavit A"


def test_cut_list_ends_in_others_and_months_are_macros(run, sources):
    chapter, wiki = (next(p for p in sources if p.name == name) for name in ("chapter.txt", "wiki.txt"))
    said = [json.loads(line)["fields"] for line in run("parse", chapter, wiki).out.splitlines()]
    assert next(f for f in said if f.get("journal") == "JCI Insight")["author"][-1] == "others"
    assert next(f for f in said if f.get("journal") == "American journal of nephrology")["month"] == 'jul # "-" # aug'


def test_every_line_gives_one_result(run):
    text = f"{LEUNG}\n\nnothing to be understood here\n{LEUNG}\x0c{LEUNG}\n"
    ran = run("parse", "--lines", "-", stdin=text)
    said = [json.loads(line) for line in ran.out.splitlines()]
    assert [each["n"] for each in said] == [1, 2, 3, 4]
    assert said[0]["fields"]["year"] == "1985"
    assert said[1]["text"] == ""
    bib = run("parse", "--lines", "-", "--to", "bibtex", stdin=text).out
    assert bib.count("\n@") + bib.startswith("@") == 4


def test_bibtex_of_an_understood_line(run):
    ran = run("parse", "--lines", "-", "--to", "bibtex", stdin=LEUNG)
    assert ran.out.startswith("@article{leung1985,\n  author = {Leung, VC and Lee, KE},\n")


def test_output_file(run, tmp_path):
    ran = run("parse", "--lines", "-", "-o", "out.jsonl", stdin=LEUNG)
    assert ran.out == ""
    assert json.loads((tmp_path / "out.jsonl").read_text())["fields"]["volume"] == "5"


def test_no_references(run, tmp_path):
    (tmp_path / "prose.txt").write_text("Nothing here.\n")
    ran = run("parse", "prose.txt")
    assert ran.code == 1
    assert "prose.txt: no references found" in ran.err
