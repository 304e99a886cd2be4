"""A merge undone: what went in comes back, and nothing else moves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import InputError
from citekit.model import Block, Reference
from citekit.pipeline import merge
from citekit.readers import from_text
from citekit.report import as_json_text, story
from citekit.splitting import split
from citekit.writers import bibtex

MINE = """@string{jid = {Journal of Infectious Diseases}}

% the paper it began with
@article{mine,
    author = "Lee, Sun Hee and Kim, Jin", title = {On {DNA} repair in the cells of mice},
    journal = jid, year = 1999, volume = 1, pages = {1--9},
    publisher = {OUP}, keywords = {mice}
}

@book{apart, author = {Roe, Ann}, title = {Something else entirely}, publisher = {Sty}, year = 1980}
"""
THEIRS = """@article{theirs, author = {Lee, S. H. and Kim, J.}, title = {On DNA repair in the cells of mice}, journal = {J Infect Dis}, year = 1999, volume = 1, number = 3, pages = {1-9}}
"""
PAGE = """References
1. Lee SH, Kim J. On DNA repair in the cells of mice. J Infect Dis. 1999;1(3):1–9.
2. Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389–400.
"""


def merged(*texts):
    """The bibliography that a merge of the texts writes, read back, and its report."""
    names = [f"{chr(97 + n)}.{'bib' if '@' in text else 'txt'}" for n, text in enumerate(texts)]
    result = merge([from_text(text, name) for text, name in zip(texts, names, strict=True)])
    return from_text(bibtex.write(result.library), "refs.bib"), story(as_json_text(result), "report.json"), result


def entry(library, key):
    (found,) = (reference for reference in library if reference.key == key)
    return found


def test_bibtex_members_come_back_byte_for_byte():
    library, told, _ = merged(MINE, THEIRS)
    assert {r.key for r in library} == {"mine", "apart"}
    text = bibtex.write(split(library, told, "mine").library)
    for once in (MINE, THEIRS):
        for written in once.strip().split("\n\n"):
            assert written.removeprefix("% the paper it began with\n") in text


def test_everything_else_stays_where_it_was():
    library, told, _ = merged(MINE, THEIRS, PAGE)
    after = split(library, told, "mine").library
    keys = [item.key if isinstance(item, Reference) else item.text for item in after.items]
    before = [item.key if isinstance(item, Reference) else item.text for item in library.items]
    at = before.index("mine")
    assert keys[:at] == before[:at]
    assert keys[at : len(keys) - len(before) + at + 1] == ["mine", "theirs", "lee1999"]
    assert keys[len(keys) - len(before) + at + 1 :] == before[at + 1 :]


@pytest.mark.parametrize("key", ["mine", "MINE", "theirs"])
def test_an_old_key_will_do(key):
    library, told, _ = merged(MINE, THEIRS)
    assert {r.key for r in split(library, told, key).library} == {"mine", "theirs", "apart"}


def test_one_wrong_member_is_taken_out_and_the_rest_stays_merged():
    library, told, _ = merged(MINE, THEIRS, PAGE)
    done = split(library, told, "mine", members=["theirs"])
    assert [(piece.key, len(members)) for piece, members in done.pieces] == [("mine", 2), ("theirs", 1)]
    assert entry(done.library, "mine").container == "Journal of Infectious Diseases"
    assert entry(done.library, "mine").get("number") == "3"  # which the page has, too
    assert "ids" not in entry(done.library, "mine").fields


def test_members_go_by_number_key_or_id():
    library, told, _ = merged(MINE, THEIRS, PAGE)
    work = told.work("mine")
    for number, (member, name) in enumerate(zip(work.members, work.ids, strict=True), 1):
        taken = [split(library, told, "mine", members=[each]).pieces[-1][1] for each in (str(number), name)]
        assert taken == [(member,), (member,)]


def test_taking_all_members_out_is_splitting():
    library, told, _ = merged(MINE, THEIRS, PAGE)
    assert split(library, told, "mine", members=["1", "2", "3"]).library == split(library, told, "mine").library


def test_a_made_key_stays_with_the_best_record():
    """What cites lee1999 must still find something."""
    second = PAGE.replace("1999;1(3):1–9", "1999;1(3):1–9. doi: 10.1000/xyz")
    library, told, _ = merged(PAGE, second)
    done = split(library, told, "lee1999")
    assert sorted(piece.key for piece, _ in done.pieces) == ["lee1999", "lee1999a"]
    assert len(done.library) == len(library) + 1


def test_a_key_that_was_given_away_gets_a_letter_and_is_said():
    library, told, _ = merged(MINE, THEIRS)
    newer = from_text(bibtex.write(library) + "\n@book{theirs, title = {A newer book}, year = 2020}\n", "refs.bib")
    done = split(newer, told, "mine")
    assert entry(done.library, "theirs").title == "A newer book"
    assert entry(done.library, "theirsa").author == entry(from_text(THEIRS, "b.bib"), "theirs").author
    assert [problem.kind for problem in done.problems] == ["key-collision"]


def test_the_pairs_that_are_no_work_any_more():
    library, told, _ = merged(MINE, THEIRS, PAGE)
    assert {frozenset(pair) for pair in split(library, told, "mine").apart} >= {
        frozenset({"mine", "theirs"}), frozenset({"mine", "c.txt:1"}), frozenset({"theirs", "c.txt:1"}),
    }  # fmt: skip
    one_out = {frozenset(pair) for pair in split(library, told, "mine", members=["theirs"]).apart}
    assert one_out == {frozenset({"mine", "theirs"}), frozenset({"theirs", "c.txt:1"})}


def test_pointers_follow_their_targets():
    """A chapter points at its book, which was merged into an entry of another key since."""
    book = "@proceedings{%s, title = {Proceedings of the Great Conference on Pigs and Piglets}, year = 1999, volume = 3%s}\n"
    child = "@inproceedings{%s, author = {Lee, S. H.}, title = {On pigs and their piglets in the field}, crossref = {%s}, pages = {1--9}%s}\n"
    library, told, result = merged(
        child % ("kid", "p", "") + "\n" + book % ("p", ""),
        child % ("kind", "pigs99", ", note = {x}") + "\n" + book % ("pigs99", ", publisher = {Sty}"),
    )
    assert result.key_map["p"] == "pigs99"
    assert len(library) == 2
    done = split(library, told, "kid")
    assert {piece.get("crossref") for piece, _ in done.pieces} == {"pigs99"}
    both = split(done.library, told, "pigs99")
    assert {problem.key for problem in both.problems if problem.kind == "pointer"} == {"kid", "kind"}


def test_a_doi_that_was_looked_up_is_said_to_be_lost():
    from dataclasses import replace

    from citekit.model import Origin

    _, _, result = merged(MINE, THEIRS)
    found = Origin("Crossref", "crossref", text="10.1000/x", name="DOI")
    works = [replace(w, reference=w.reference.with_field("doi", "10.1000/x", found)) for w in result.merged]
    told = story(as_json_text(replace(result, merged=tuple(works))), "report.json")
    library = from_text(bibtex.write(replace(result.library, items=tuple(w.reference for w in works))), "refs.bib")
    said = [problem.message for problem in split(library, told, "mine").problems]
    assert said == ["doi 10.1000/x (from Crossref) is in no member and is left out"]


ERRORS = [
    # the key, the members, what is said
    ("mime", (), "report.json: tells of no entry mime; did you mean mine?"),
    ("nothing", (), "report.json: tells of no entry nothing"),
    ("apart", (), "report.json: apart was made from one record; there is nothing to split"),
    ("mine", ("9",), "report.json: mine has no member 9; its members are numbered from 1 to 2"),
]


@pytest.mark.parametrize(("key", "members", "said"), ERRORS)
def test_what_cannot_be_split_is_said(key, members, said):
    library, told, _ = merged(MINE, THEIRS)
    with pytest.raises(InputError) as error:
        split(library, told, key, members=members)
    assert str(error.value) == said


def test_an_entry_that_is_gone_is_said():
    library, told, _ = merged(MINE, THEIRS)
    renamed = from_text(bibtex.write(library).replace("{mine,", "{mine1,"), "refs.bib")
    with pytest.raises(InputError, match=r"refs.bib: has no entry mine; did you mean mine1\?"):
        split(renamed, told, "mine")


def test_changes_made_since_are_not_thrown_away_silently():
    library, told, _ = merged(MINE, THEIRS)
    edited = bibtex.write(library).replace("number = 3", "number = 4,\n  note = {thesis}")
    changed = from_text(edited, "refs.bib")
    with pytest.raises(InputError, match=r"mine was changed since the merge \(note, number\).*--force"):
        split(changed, told, "mine")
    assert len(split(changed, told, "mine", force=True).library) == 3


def test_splitting_twice_is_said():
    library, told, _ = merged(MINE, THEIRS)
    once = split(library, told, "mine").library
    with pytest.raises(InputError, match="it was split before"):
        split(from_text(bibtex.write(once), "refs.bib"), told, "mine")


# ---------------------------------------------------------------- invariants

entries = st.builds(
    lambda key, author, title, year, volume, page, comment: (
        f"{comment}@article{{{key},\n  author = {{{author}}},\n  title = {{{title}}},\n  year = {year},\n"
        f"  volume = {{{volume}}},\n  pages = {{{page}}},\n}}\n"
    ),
    st.sampled_from("abcdef"),
    st.sampled_from(["Lee, S. H. and Kim, J.", "Lee, SH and others", "{WHO}", "Reddy, S."]),
    st.sampled_from(
        ["On {DNA} repair in mice", "On DNA repair in mice", "Letters", "A reply to Lee", "Mutations, part II"]
    ),
    st.integers(1999, 2001),
    st.sampled_from(["1", "2"]),
    st.sampled_from(["1--9", "1-9", "12", "e5"]),
    st.sampled_from(["", "% note\n", "@string{x = {y}}\n"]),
)
libraries = st.lists(st.lists(entries, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=3)


def said(reference):
    return reference.type, sorted((name, repr(field.value)) for name, field in reference.fields.items())


def block_lines(library):
    """Comments that stand together are one block when they are read again."""
    return {line for item in library.items if isinstance(item, Block) for line in item.text.split("\n\n")}


@settings(max_examples=60)
@given(libraries)
def test_splitting_every_entry_undoes_the_merge(texts):
    library, told, result = merged(*texts)
    for work in result.merged:
        if len(work.members) > 1:
            library = split(library, told, work.reference.key).library
    back = from_text(bibtex.write(library), "back.bib")
    assert sorted(map(said, back)) == sorted(map(said, result.references))
    assert len({r.key.lower() for r in back}) == len(back)
    assert block_lines(back) == block_lines(result.library)


@settings(max_examples=30)
@given(libraries, st.integers(0, 9))
def test_one_member_out_and_the_rest_has_every_field(texts, number):
    library, told, result = merged(*texts)
    for work in result.merged:
        if len(work.members) > 1:
            done = split(library, told, work.reference.key, members=[str(1 + number % len(work.members))])
            (rest, members), (taken, alone) = done.pieces
            assert len(done.library) == len(library) + 1
            assert said(taken) == said(alone[0])
            assert len(members) == len(work.members) - 1
            assert all(member.fields.keys() <= rest.fields.keys() for member in members)
