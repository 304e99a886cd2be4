"""`citekit parse`: the shape that others read."""

import json

LEUNG = (
    "Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7."
)


def test_json_lines(run, tmp_path):
    (tmp_path / "page.txt").write_text(f"References\n1. {LEUNG}CrossRefGoogle Scholar\n")
    ran = run("parse", "page.txt")
    assert ran.code == 0
    said = [json.loads(line) for line in ran.out.splitlines()]
    confidence, confidences = said[0].pop("confidence"), said[0].pop("confidences")
    assert 0.8 < confidence <= 1.0
    assert confidences.keys() == said[0]["fields"].keys() - {"type"}
    assert all(0.8 < each <= 1.0 for each in confidences.values())
    assert said == [
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


SCRAP = "Pediatr (3, ibid. Infantile; [sic] 354–7 u.; vgl. 1985a"  # pieces of a reference in no order


def test_what_was_read_with_doubt_is_marked(run):
    ran = run("parse", "--lines", "-", stdin=f"{LEUNG}\n{SCRAP}\n")
    sure, doubtful = (json.loads(line) for line in ran.out.splitlines())
    assert "doubtful" not in sure
    assert doubtful["confidence"] < 0.5
    assert doubtful["doubtful"]
    assert set(doubtful["doubtful"]) <= doubtful["fields"].keys()
    assert ran.err.startswith("citekit: -:2: read with doubt (0.")
    assert run("parse", "--lines", "-", "-q", stdin=SCRAP).err == ""


def test_a_comment_marks_doubt_in_bibtex(run):
    ran = run("parse", "--lines", "-", "--to", "bibtex", stdin=f"{LEUNG}\n{SCRAP}\n")
    first, second = ran.out.split("% doubtful (0.")
    assert "leung1985" in first
    assert second.count("\n@") == 1


def test_min_confidence_leaves_out_and_says_so(run):
    ran = run("parse", "--lines", "-", "--min-confidence", "0.5", stdin=f"{LEUNG}\n{SCRAP}\n")
    assert [json.loads(line)["n"] for line in ran.out.splitlines()] == [1]
    assert "citekit: 1 of 2 references left out, less sure than 0.5" in ran.err


def test_what_a_page_says_of_itself_is_sure(run, sources):
    letter = next(path for path in sources if path.name == "letter.txt")
    first = json.loads(run("parse", letter, "--min-confidence", "1").out.splitlines()[0])
    assert first["kind"] == "self"
    assert "confidence" not in first


def test_many_doubts_are_counted(run):
    ran = run("parse", "--lines", "-", stdin=f"{SCRAP}\n" * 30)
    assert ran.err.count("read with doubt") == 20
    assert ran.err.endswith("citekit: -: and 10 more like these\n")


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
