"""What holds of whole merges of mixed inputs: `.bib` files and records of databases, preprints among them, with decisions."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit import plain_records
from citekit.clustering import cluster
from citekit.decisions import Decision, Decisions
from citekit.ids import record_ids
from citekit.model import Names
from citekit.normalise import normalise
from citekit.pipeline import merge
from citekit.readers import from_text
from citekit.report import as_json, story
from citekit.report.machine import as_json_text
from citekit.splitting import split
from citekit.writers import bibtex

LONG = "Robust cohort analysis in chronic renal infection"
SAID = {
    "author": ["Berg, Anna and Olsen, B.", "Berg, A. and Olsen, Bo", "Berg, A.; Olsen, B.", "Berg, A. and others", "Quist, C."],
    "title": [LONG, LONG.upper(), f"{LONG}: a study", f"{LONG}s", f"Comment on: {LONG}", "Editorial"],
    "journal": ["Archives of Renal Medicine", "Arch Renal Med", "bioRxiv", "Lancet"],
    "year": ["2001", "2002", "2005"],
    "volume": ["14", "15"],
    "number": ["1", "2"],
    "pages": ["101--117", "101-17", "101", "201--209"],
    "doi": ["10.1234/arm.14", "https://doi.org/10.1234/ARM.14", "10.1101/2001.05.01.12345"],
    "note": ["seen", "not seen"],
    "mesh": ["kidney"],
}  # fmt: skip
KINDS = ["article", "misc", "inproceedings"]


@st.composite
def works(draw):
    """What one record says: type and fields."""
    said = {name: draw(st.sampled_from(values)) for name, values in SAID.items() if draw(st.integers(0, 2))}
    return draw(st.sampled_from(KINDS)), said or {"title": "Editorial"}


def as_bibtex(number, work):
    kind, said = work
    fields = "".join(f"  {name} = {{{text}}},\n" for name, text in said.items())
    return f"@{kind}{{{'abcdefgh'[number % 8]}{number},\n{fields}}}\n"


def as_record(number, work):
    kind, said = work
    return json.dumps({"id": f"r {number}", "type": kind} | said) + "\n"


@st.composite
def inputs(draw, most=6):
    """A `.bib` file and a file of records, as libraries; no id comes twice."""
    mine, theirs = (draw(st.lists(works(), min_size=1, max_size=most)) for _ in range(2))
    return [
        from_text("\n".join(as_bibtex(number, work) for number, work in enumerate(mine)), "mine.bib"),
        from_text("".join(as_record(number, work) for number, work in enumerate(theirs)), "theirs.jsonl"),
    ]


@st.composite
def decided(draw, libraries):
    """Decisions that do not contradict each other: who is the same, and two that are different for all that."""
    ids = list(record_ids([reference for library in libraries for reference in library]))
    mixed = draw(st.permutations(ids))
    cut = draw(st.integers(0, len(mixed)))
    one, other = mixed[:cut][:3], mixed[cut:][:3]
    said = [Decision("same", *pair) for side in (one, other) for pair in pairwise(side)]
    return Decisions((*said, *([Decision("different", one[0], other[0])] if one and other else [])))


versions = st.sampled_from(["apart", "together"])
often = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def written(result):
    return bibtex.write(result.library)


def texts(value):
    """A field's value as words to look for; people by their families."""
    return [person.family for person in value] if isinstance(value, Names) else [str(value)]


@often
@given(inputs(), versions)
def test_merging_the_result_again_changes_nothing(libraries, versions):
    once = written(merge(libraries, versions=versions))
    assert written(merge([from_text(once, "refs.bib")], versions=versions)) == once


@often
@given(inputs(), versions)
def test_files_merged_with_themselves_are_the_files_merged(libraries, versions):
    assert written(merge(libraries * 2, versions=versions)) == written(merge(libraries, versions=versions))


@often
@given(inputs(), versions)
def test_the_order_of_the_inputs_does_not_matter(libraries, versions):
    assert written(merge(libraries[::-1], versions=versions)) == written(merge(libraries, versions=versions))


@often
@given(inputs(), versions)
def test_every_record_has_one_place_in_the_report_and_no_value_is_lost(libraries, versions):
    report = as_json(merge(libraries, versions=versions))
    references = [reference for library in libraries for reference in library]
    members = {member["id"]: member for work in report["works"] for member in work["members"]}
    assert sorted(members) == sorted(record_ids(references))
    assert sum(len(work["members"]) for work in report["works"]) == len(references)
    for reference, name in zip(references, record_ids(references), strict=True):
        assert members[name]["text"] == reference.origin.text
        for field_name, field in normalise(reference).fields.items():
            said = json.dumps(members[name]["fields"][field_name], ensure_ascii=False)
            assert all(text in said for text in texts(field.value))


@often
@given(inputs(most=4), versions)
def test_a_value_that_the_entry_does_not_have_is_a_conflict_or_the_same_in_other_words(libraries, versions):
    """A volume or a DOI of one member is that of the entry, or the report says which was dropped."""
    for work in merge(libraries, versions=versions).merged:
        dropped = {(conflict.field, field.value) for conflict in work.conflicts for field in conflict.dropped}
        for member in work.members:
            for name in ("volume", "number", "note", "mesh"):
                value = member.get(name)
                kept = work.reference.get(name)
                assert not value or value in kept or (name, value) in dropped, (name, value, kept)


@often
@given(inputs(most=4), st.data(), versions)
def test_decisions_hold_in_merges_and_in_clusters(libraries, data, versions):
    decisions = data.draw(decided(libraries))
    result = merge(libraries, decisions=decisions, versions=versions)
    ids = {id(each): name for each, name in zip(result.references, record_ids(result.references), strict=True)}
    home = {ids[id(member)]: number for number, work in enumerate(result.merged) for member in work.members}
    for said in decisions.said:
        assert (home[said.left] == home[said.right]) == (said.verdict == "same")


@often
@given(inputs(most=4), st.data(), versions)
def test_the_same_decisions_lead_to_the_same_result_again(libraries, data, versions):
    decisions = data.draw(decided(libraries))
    once = merge(libraries, decisions=decisions, versions=versions)
    assert written(merge(libraries[::-1], decisions=decisions, versions=versions)) == written(once)


@often
@given(inputs(most=4), st.data(), versions)
def test_every_key_and_id_still_leads_somewhere_whatever_was_decided(libraries, data, versions):
    result = merge(libraries, decisions=data.draw(decided(libraries)), versions=versions)
    reachable = {key for each in result.library.references for key in (each.key, *each.get("ids").split(","))}
    assert result.key_map.keys() <= reachable | result.ambiguous_keys
    assert set(result.key_map.values()) <= {each.key for each in result.library.references}


@often
@given(inputs(most=4))
def test_what_was_split_stays_apart_with_the_decisions_that_split_gives(libraries):
    result = merge(libraries)
    works = [work for work in result.merged if len(work.members) > 1]
    if not works:
        return
    told = story(as_json_text(result), "report.json")
    done = split(from_text(written(result), "refs.bib"), told, works[0].reference.key)
    apart = Decisions(tuple(Decision("different", left, right) for left, right in done.apart))
    again = merge(libraries, decisions=apart)
    before = {member.origin for member in works[0].members}
    assert all(len({member.origin for member in work.members} & before) < 2 for work in again.merged)


@often
@given(st.lists(works(), min_size=1, max_size=8), st.data())
def test_fields_that_nobody_knows_do_not_tell_who_is_with_whom(tmp_path_factory, said, data):
    """Save of records that say too little, which are one only when all that they say is equal."""
    enough = [(kind, {"author": "Berg, A.", "year": "2001", "pages": "101"} | fields) for kind, fields in said]
    labels = st.fixed_dictionaries({name: st.sampled_from(["x", "y", 1]) for name in ("cluster", "source", "variant")})
    labelled = [(kind, fields | data.draw(labels)) for kind, fields in enough]
    folder = tmp_path_factory.mktemp("labels")
    found = []
    for name, lines in (("bare", enough), ("labelled", labelled)):
        file = folder / f"{name}.jsonl"
        file.write_text("".join(as_record(number, work) for number, work in enumerate(lines)))
        found += [plain_records.read([str(file)]).group("together").groups, cluster([str(file)]).grouping.groups]
    assert all(groups == found[0] for groups in found)
