"""The report for machines: everything that went in is in it, and where each value came from."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import InputError
from citekit.model import Field, Names, Origin, Person, Reference
from citekit.pipeline import merge
from citekit.readers import from_text
from citekit.report import as_json, as_json_text, story
from citekit.report.machine.references import read, written

ROOT = Path(__file__).parents[2]

MINE = """@string{nejm = {New England Journal of Medicine}}

@article{mine,
  author = {Reddy, Sivakumar and Jia, Shuang and others},
  title = {An Autoinflammatory Disease due to Homozygous Deletion of the {IL1RN} Locus},
  journal = nejm, year = 2010, volume = 360, pages = {2438--2444}, keywords = {DIRA}
}
"""
THEIRS = """@article{theirs,
  author = {Reddy, S. and Jia, S. and Geoffrey, R. and Lorier, R.},
  title = {An autoinflammatory disease due to homozygous deletion of the IL1RN locus},
  journal = {N Engl J Med}, year = 2009, volume = 360, number = 23, pages = {2438-44}, keywords = {genes}
}

@book{other, author = {Roe, Ann}, title = {Something else entirely}, publisher = {Sty}, year = 1999}
"""


@pytest.fixture(scope="module")
def result():
    return merge([from_text(MINE, "mine.bib"), from_text(THEIRS, "theirs.bib")])


@pytest.fixture(scope="module")
def told(result):
    return json.loads(as_json_text(result))


def merged_work(told):
    (work,) = (work for work in told["works"] if len(work["members"]) > 1)
    return work


def test_the_text_is_the_values(result, told):
    assert told == json.loads(json.dumps(as_json(result)))


def test_a_report_says_what_form_it_has(told):
    assert told["schema"] == 2


def test_the_numbers_of_a_flow_diagram(told):
    """Three entries, two of them one paper, whose years differ."""
    assert told["counts"] == {
        "records": 3, "duplicates": 1, "works": 2, "merged": 1,
        "unsure": 0, "versions": 0, "conflicts": 1, "problems": 0,
    }  # fmt: skip


def test_members_are_whole(told):
    members = {member["key"]: member for member in merged_work(told)["members"]}
    mine = members["mine"]
    assert (mine["file"], mine["line"], mine["number"], mine["type"]) == ("mine.bib", 3, 1, "article")
    assert mine["text"] == MINE[MINE.index("@article") :].strip()
    assert mine["fields"]["author"]["people"] == [
        {"family": "Reddy", "given": "Sivakumar"}, {"family": "Jia", "given": "Shuang"},
    ]  # fmt: skip
    assert mine["fields"]["author"]["others"] is True
    assert mine["fields"]["container"] == {
        "value": "New England Journal of Medicine",
        "origin": {"line": 6, "text": "nejm", "name": "journal"},
    }


def test_every_value_tells_where_it_came_from(told):
    work = merged_work(told)
    came = {
        name: [(source["place"], source["text"]) for source in field["from"]] for name, field in work["fields"].items()
    }
    assert came["number"] == [("theirs.bib theirs", "23")]
    assert came["container"] == [("mine.bib mine", "nejm")]
    assert came["container_short"] == [("theirs.bib theirs", "{N Engl J Med}")]
    assert sorted(came["keywords"]) == [("mine.bib mine", "{DIRA}"), ("theirs.bib theirs", "{genes}")]
    assert came["ids"] == []
    for field in work["fields"].values():
        for source in field["from"]:
            assert work["members"][source["member"] - 1]["fields"][source["field"]]["origin"]["text"] == source["text"]


def test_values_read_from_a_page_tell_their_reference():
    """All fields of a reference string share its text, so the name of the field tells them apart."""
    page = "References\n1. %s. %s. J Pediatr Orthop. 1985;5(3):354–7.\n2. Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389–400.\n"
    title = "Infantile cortical hyperostosis with intramedullary lesions"
    pages = [page % ("Leung VC, Lee KE", title), page % ("Leung V, Lee K", title)]
    told = as_json(merge([from_text(text, f"{n}.txt") for n, text in enumerate(pages)]))
    for work in told["works"]:
        assert len(work["members"]) == 2
        for name, field in work["fields"].items():
            assert [source["field"] for source in field["from"]] == [name]
            assert all(
                "leung" in source["text"].lower() or "mengesha" in source["text"].lower() for source in field["from"]
            )


def test_names_put_together_from_several_copies_name_them_all():
    entry = "@article{%s, author = {%s}, title = {On DNA repair in the cells of mice}, journal = {Genetics}, year = 1999, volume = 1, pages = {1--9}}\n"
    texts = [entry % ("a", "Lee, Sun Hee and Kim, J."), entry % ("b", "Lee, S. H. and Kim, Jin")]
    (work,) = as_json(merge([from_text(text, f"{n}.bib") for n, text in enumerate(texts)]))["works"]
    author = work["fields"]["author"]
    assert [person["given"] for person in author["people"]] == ["Sun Hee", "Jin"]
    assert {source["place"] for source in author["from"]} == {"0.bib a", "1.bib b"}


def test_conflicts_value_by_value(told):
    work = merged_work(told)
    (conflict,) = work["contradictions"]
    assert conflict["field"] == "year"
    assert conflict["message"] == work["conflicts"][0]
    values = {conflict["kept"]["value"], *(each["value"] for each in conflict["dropped"])}
    assert values == {"2009", "2010"}
    for each in (conflict["kept"], *conflict["dropped"]):
        assert [work["members"][n - 1]["fields"]["year"]["value"] for n in each["members"]] == [each["value"]]
        assert each["places"] == [{"2010": "mine.bib mine", "2009": "theirs.bib theirs"}[each["value"]]]


def test_unsure_pairs_have_ids_places_and_reasons():
    entry = "@article{%s, author = {Lee, Sun Hee and Kim, J.}, title = {On DNA repair}, year = %d}"
    two = [entry % ("a", 1999), entry % ("b", 2000)]
    told = as_json(merge([from_text(text, f"{n}.bib") for n, text in enumerate(two)]))
    (pair,) = told["unsure"]
    assert {pair["left"]["id"], pair["right"]["id"]} == {"a", "b"}
    assert {pair["left"]["file"], pair["right"]["file"]} == {"0.bib", "1.bib"}
    assert pair["left"]["work"] == pair["left"]["key"]
    assert pair["reasons"]


def test_a_doi_that_was_looked_up_says_its_source(result):
    from dataclasses import replace

    work = next(work for work in result.merged if len(work.members) > 1)
    found = work.reference.with_field("doi", "10.1056/x", Origin("Crossref", "crossref", text="10.1056/x", name="DOI"))
    changed = tuple(replace(each, reference=found) if each is work else each for each in result.merged)
    field = merged_work(as_json(replace(result, merged=changed)))["fields"]["doi"]
    assert (field["from"], field["origin"]["file"]) == ([], "Crossref")


# ---------------------------------------------------------------- and back


def test_works_come_back_by_new_and_old_keys(result):
    back = story(as_json_text(result), "report.json")
    work = next(work for work in result.merged if len(work.members) > 1)
    for key in ("mine", "theirs", "Theirs"):
        assert back.work(key).members == work.members
        assert back.work(key).reference.get("year") == work.reference.get("year")


NO_REPORTS = {
    "not json": ("@article{a}", "is not a report"),
    "other json": ('{"a": 1}', "is not a report"),
    "a list": ("[]", "is not a report"),
    "deep": ("[" * 100_000, "is not a report"),
    "an old report": ('{"citekit": "0.2.0", "works": [], "keys": {}}', "an older citekit"),
    "a report of the future": ('{"schema": 99, "works": [], "keys": {}}', "a newer citekit"),
}


@pytest.mark.parametrize("case", NO_REPORTS)
def test_what_is_no_report_is_said(case):
    text, reason = NO_REPORTS[case]
    with pytest.raises(InputError, match=reason):
        story(text, "r.json")


def test_a_work_without_its_members_is_no_report():
    told = story('{"schema": 2, "works": [{"key": "a", "type": "misc", "members": [{}]}], "keys": {}}', "r.json")
    with pytest.raises(InputError, match="is not a report"):
        told.work("a")


words = st.text(st.characters(codec="utf-8"), max_size=12)
some = words.filter(bool)
origins = st.builds(Origin, words, some, st.integers(0, 99), st.integers(0, 9), words, words)
people = st.builds(Person, some, words, words, words, st.booleans())
values = st.one_of(words, st.builds(Names, st.lists(people, max_size=3).map(tuple), st.booleans()))
fields = st.dictionaries(some, st.builds(Field, values, st.none() | origins, st.none() | st.just(0.25)), max_size=4)
references = st.builds(Reference, words, words, fields, st.none() | origins, st.none() | st.just(0.5))


@given(references)
def test_a_reference_comes_back_whole(reference):
    back = read(json.loads(json.dumps(written(reference))))
    assert back == reference
    assert back.confidence == reference.confidence
    assert [field.confidence for field in back.fields.values()] == [f.confidence for f in reference.fields.values()]


entries = st.builds(
    lambda key, author, title, year, page, note: (
        f"@article{{{key}, author = {{{author}}}, title = {{{title}}}, year = {year}, volume = 2,"
        f" pages = {{{page}}}, note = {{{note}}}}}\n"
    ),
    st.sampled_from("abcdef"),
    st.sampled_from(["Lee, S. H. and Kim, J.", "Lee, SH and others", "{WHO}", "Reddy, S."]),
    st.sampled_from(["On {DNA} repair in mice", "On DNA repair in mice", "Letters", "Mutations, part II"]),
    st.integers(1999, 2001),
    st.sampled_from(["1--9", "12", "e5"]),
    st.sampled_from(["seen", "in print", "x; y"]),
)
libraries = st.lists(st.lists(entries, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=3)


@settings(max_examples=40)
@given(libraries)
def test_no_value_of_any_member_is_lost(texts):
    result = merge([from_text(text, f"{n}.bib") for n, text in enumerate(texts)])
    told = json.loads(as_json_text(result))
    went_in = sorted((r.origin.file, r.origin.number, r.origin.text) for r in result.references)
    members = [member for work in told["works"] for member in work["members"]]
    assert sorted((m["file"], m["number"], m["text"]) for m in members) == went_in
    by_place = {(r.origin.file, r.origin.number): r for r in result.references}
    assert all(read(member) == by_place[member["file"], member["number"]] for member in members)
