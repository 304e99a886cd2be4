"""What a person decided of two records."""

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.decisions import Decisions, decision_line, from_text
from citekit.dedupe import group
from citekit.errors import InputError
from citekit.model import Field, Origin, Reference
from citekit.values.name_exports import parse_exported
from citekit.writers.decisions import Doubt, write, write_table


def lines(*said):
    return "".join(decision_line(left, right, verdict) for verdict, left, right in said)


def records(*names):
    return [Reference(origin=Origin("a.jsonl", "records", n, n, "", name)) for n, name in enumerate(names, 1)]


def test_a_line():
    assert decision_line("a", "ö", "same") == '{"verdict": "same", "left": "a", "right": "ö"}\n'
    assert json.loads(decision_line("a", "b", "different", "part II")) == {
        "verdict": "different",
        "left": "a",
        "right": "b",
        "note": "part II",
    }


FILES = {
    "JSON lines": '\n{"verdict": "same", "left": "a", "right": "12", "note": "sure"}\n{"verdict": "Different ", "left": "a", "right": "c"}\n'
    '{"verdict": "unsure", "left": "a", "right": "d"}\n{"verdict": "", "left": "a", "right": "e"}\n',
    "JSON numbers": '{"verdict": "same", "left": "a", "right": 12}\n{"left": "a", "right": "c", "verdict": "different", "x": [1]}\n',
    "CSV": 'verdict,left,right,note\nsame,a,12,"two\nlines"\ndifferent,a,c\nunsure,a,d\n,a,e\n,,\n',
    "CSV of a spreadsheet": "\nLeft;Right;Verdict\na;12;SAME\na;c;different\n",
    "TSV": "left\tright\tverdict\na\t12\tsame\na\tc\tdifferent\n",
}


@pytest.mark.parametrize("kind", FILES)
def test_files(kind):
    said = from_text(FILES[kind], "pairs").said
    assert [(each.verdict, each.left, each.right) for each in said] == [("same", "a", "12"), ("different", "a", "c")]


def test_an_empty_file_decides_nothing():
    assert not from_text("\n", "pairs")


BAD = {
    "verdict": (lines(("same", "a", "b")) + '{"verdict": "smae", "left": "a", "right": "c"}', 'pairs: line 2: the verdict is "smae"'),
    "id": ('{"verdict": "same", "left": "a"}', "pairs: line 1: right is missing"),
    "no JSON": ('{"verdict": "same"', "pairs: line 1: no JSON object"),
    "a list": ('{"verdict": ""}\n[1]', "pairs: line 2: no JSON object"),
    "no table": ("Dear editors,\n", "pairs: no decisions: neither JSON lines nor a table"),
    "same and different": (
        lines(("same", "a", "b"), ("different", "b", "a")),
        "pairs: line 2 says that b and a are different, but line 1 makes them one work",
    ),
    "through a third": (
        lines(("different", "a", "c"), ("same", "a", "b"), ("same", "x", "y"), ("same", "c", "b")),
        "pairs: line 1 says that a and c are different, but line 2 and line 4 make them one work",
    ),
    "with itself": (lines(("different", "a", "a")), "pairs: line 1 says that a and a are different, but they are one record"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_what_cannot_be_is_one_error(kind):
    text, message = BAD[kind]
    with pytest.raises(InputError) as raised:
        from_text(text, "pairs")
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_two_files_that_contradict_each_other():
    one = from_text(lines(("same", "a", "b")), "one.jsonl")
    two = from_text(lines(("different", "a", "b")), "two.jsonl")
    with pytest.raises(InputError, match=r"two.jsonl: line 1 says .* but one.jsonl line 1 makes them one work"):
        one + two


def test_what_follows_is_decided_too():
    decided = from_text(lines(("same", "a", "b"), ("same", "c", "b"), ("different", "d", "a")), "pairs")
    assert decided.among(records("d", "c", "b", "a")) == {
        (1, 2): "same",
        (1, 3): "same",
        (2, 3): "same",
        (0, 1): "different",
        (0, 2): "different",
        (0, 3): "different",
    }


def test_ids_that_are_not_here_are_left_out_and_named():
    decided = from_text(lines(("same", "a", "gone"), ("different", "b", "a"), ("same", "gone", "lost")), "pairs")
    assert decided.among(records("a", "b")) == {(0, 1): "different"}
    assert decided.unknown(records("a", "b")) == ("gone", "lost")


def test_two_names_of_one_record_may_contradict_each_other():
    decided = from_text(lines(("same", "a", "b"), ("different", "a.jsonl#a", "b")), "pairs")
    with pytest.raises(InputError, match=r"line 2 says that a.jsonl#a and b are different, but line 1"):
        decided.among(records("a", "b"))


IDS = "abcde"
SAID = st.lists(
    st.tuples(st.sampled_from(["same", "different"]), st.sampled_from(IDS), st.sampled_from(IDS)), max_size=8
)


def possible(said):
    """Is there any way to put the ids into works so that everything said holds? All 52 ways are tried."""

    def ways(count):
        if not count:
            yield ()
            return
        for way in ways(count - 1):
            yield from ((*way, work) for work in range(max(way, default=-1) + 2))

    return [
        way
        for way in ways(len(IDS))
        if all((way[IDS.index(a)] == way[IDS.index(b)]) == (verdict == "same") for verdict, a, b in said)
    ]


@given(SAID)
def test_a_file_is_an_error_just_when_it_contradicts_itself(said):
    ways = possible(said)
    if not ways:
        with pytest.raises(InputError, match=r"^pairs: line "):
            from_text(lines(*said), "pairs")
        return
    decided = from_text(lines(*said), "pairs").among(records(*IDS))
    for left, right in combinations(range(len(IDS)), 2):
        together = {way[left] == way[right] for way in ways}
        certain = together.pop() if len(together) == 1 else None
        assert decided.get((left, right)) == {True: "same", False: "different", None: None}[certain]


# ---------------------------------------------------------------- honoured

TITLES = ["Infantile cortical hyperostosis", "Pustular skin disorders: diagnosis and treatment"]


def work(title, name):
    said = {
        "title": title,
        "author": "Leung, VC",
        "year": "1985",
        "container": "J Things",
        "volume": "5",
        "pages": "3--7",
    }
    fields = {key: Field(parse_exported(value) if key == "author" else value) for key, value in said.items()}
    return Reference("article", "", fields, Origin("a.jsonl", "records", 1, 1, "", name))


@given(st.lists(st.sampled_from(TITLES), min_size=len(IDS), max_size=len(IDS)), SAID)
def test_decisions_are_honoured_however_alike_records_are(titles, said):
    if not possible(said):
        return
    references = [work(title, name) for title, name in zip(titles, IDS, strict=True)]
    decided = from_text(lines(*said), "pairs").among(references)
    home = {
        place: number for number, members in enumerate(group(references, decided=decided).groups) for place in members
    }
    for (left, right), verdict in decided.items():
        assert (home[left] == home[right]) == (verdict == "same"), (titles, said)


# ---------------------------------------------------------------- unsure pairs, written and read again


def doubt(name="a", other="b"):
    return Doubt(
        name, work(TITLES[0], name), other, work(TITLES[1], other), ("same year 1985", 'titles "differ", much')
    )


def test_unsure_pairs_say_what_a_person_needs():
    said = json.loads(write([doubt()]))
    assert list(said)[:4] == ["verdict", "left", "right", "reasons"]
    assert (said["verdict"], said["left"], said["right"]) == ("unsure", "a", "b")
    assert said["reasons"] == 'same year 1985; titles "differ", much'
    assert (said["left_title"], said["right_title"]) == tuple(TITLES)
    assert said["left_author"] == "Leung, VC"


@pytest.mark.parametrize("written", [write, write_table, lambda pairs: write_table(pairs, "\t")])
@pytest.mark.parametrize("verdict", ["same", "different"])
def test_unsure_pairs_with_the_word_replaced_are_decisions(written, verdict):
    text = written([doubt('a "1"', "b,\t1")])
    assert not from_text(text, "pairs")
    said = from_text(text.replace("unsure", verdict), "pairs").said
    assert [(each.verdict, each.left, each.right) for each in said] == [(verdict, 'a "1"', "b,\t1")]


def test_no_decisions_decide_nothing():
    assert Decisions().among(records("a", "b")) == {}


def test_what_is_merged_by_now_leaves_nothing_to_decide():
    decided = from_text(lines(("different", "old1", "new")), "pairs")
    assert decided.among([Reference(key="new", fields={"ids": Field("old1,old2")}), Reference(key="x")]) == {}
