"""Building: again, further, after being stopped; and records that nobody would believe."""

import io
import json
import os
import random
import sqlite3
import tarfile

import pytest

from citekit.errors import OutputError
from citekit.index import about, build, building, open_index, store


def put(file, *records):
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    return str(file)


def all_rows(folder):
    """Everything that decides what a search finds, with DOIs in place of numbers."""
    db = sqlite3.connect(folder / store.FILE)
    doi = dict(db.execute("SELECT id, doi FROM works"))
    words = sorted(db.execute("SELECT word, works FROM words WHERE works > 0"))
    db.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, found, instance)")
    found = sorted((word, doi[work]) for word, work in db.execute("SELECT term, doc FROM seen"))
    keys = sorted((key, doi[work]) for key, work in db.execute("SELECT key, work FROM keys"))
    works = store.fact(db, "works")
    db.close()
    return words, found, keys, works, sorted(doi.values())


def test_what_was_read_is_passed_over(tmp_path, records):
    dump = put(tmp_path / "dump", *records)
    assert build([dump], tmp_path / "index").written.new == 3
    again = build([dump], tmp_path / "index")
    assert (again.written.new, again.written.kept, again.known) == (0, 0, 1)
    os.utime(dump, (1, 1))
    touched = build([dump], tmp_path / "index")
    assert (touched.written.new, touched.written.kept, touched.known) == (0, 3, 0)


def test_what_was_wrong_is_said_again(tmp_path):
    (tmp_path / "dump").write_text('{"DOI": "10.1/a"}\nno\n')
    first = build([str(tmp_path / "dump")], tmp_path / "index")
    again = build([str(tmp_path / "dump")], tmp_path / "index")
    assert len(first.problems) == 1
    assert again.problems == first.problems


NEW, OLD = "2024-05-01T00:00:00Z", "2023-05-01T00:00:00Z"


@pytest.mark.parametrize(
    ("first", "second", "stays"),
    [
        (OLD, NEW, "second"),
        (NEW, OLD, "first"),
        (NEW, NEW, "second"),
        ("", "", "second"),
        (NEW, "", "second"),
        ("", OLD, "second"),
    ],
)
@pytest.mark.parametrize("together", [True, False])
def test_the_newer_record_stays(tmp_path, record, first, second, stays, together):
    a = record("10.1/A", "Quarks of the first kind", "Berg", 1990, volume="1", page="11", indexed=first)
    b = record("10.1/a", "Quasars of the second kind", "Olsen", 1991, volume="2", page="22", indexed=second)
    if together:
        build([put(tmp_path / "dump", a, b)], tmp_path / "index")
    else:
        build([put(tmp_path / "a", a)], tmp_path / "index")
        build([put(tmp_path / "b", b)], tmp_path / "index")
    right, wrong = (a, b) if stays == "first" else (b, a)
    build([put(tmp_path / "right", right)], tmp_path / "expected")
    assert all_rows(tmp_path / "index") == all_rows(tmp_path / "expected")
    with open_index(tmp_path / "index") as index:
        work = index.works(("10.1/a",))["10.1/a"]
        assert work
        assert work.title == right["title"][0]
        assert index.search(wrong["title"][0].split()[0]) == ()


def test_the_order_of_dumps_does_not_matter(tmp_path, record):
    chance = random.Random(5)
    words = "quark gluon boson meson lepton hadron muon tau photon axion".split()
    records = [
        record(
            f"10.1/{n}",
            " ".join(chance.choices(words, k=4)),
            chance.choice(words).title(),
            1990 + n % 3,
            volume="7",
            page=str(n % 5),
        )
        for n in range(60)
    ]
    dumps = [put(tmp_path / f"{n}", *records[n::4]) for n in range(4)]
    build(dumps, tmp_path / "forth")
    for dump in reversed(dumps):
        build([dump], tmp_path / "back")
    assert all_rows(tmp_path / "forth") == all_rows(tmp_path / "back")
    with open_index(tmp_path / "forth") as forth, open_index(tmp_path / "back") as back:
        for text in [*words, "Quark B. Gluon boson meson. 1990; 7: 3-9", "lepton hadron 1991;7(2):1"]:
            found = [(work.doi, work.score) for work in forth.search(text)]
            assert found
            assert found == [(work.doi, work.score) for work in back.search(text)]


class Killed(BaseException):
    """As a power cut: nobody catches it."""


@pytest.mark.parametrize("after", [1, 2, 5, 9])
@pytest.mark.parametrize("moment", ["write", "entry"])
def test_stopped_and_run_again(tmp_path, record, monkeypatch, after, moment):
    records = [record(f"10.1/{n}", f"Title of number{n}", f"Family{n}") for n in range(40)]
    dumps = [put(tmp_path / "a", *records[:25]), put(tmp_path / "b", *records[25:], records[0])]
    build(dumps, tmp_path / "whole")
    monkeypatch.setattr(building, "BATCH", 4)
    plain, calls = getattr(building, moment), 0

    def dying(*arguments):
        nonlocal calls
        calls += 1
        if calls > after:
            raise Killed
        return plain(*arguments)

    monkeypatch.setattr(building, moment, dying)
    with pytest.raises(Killed):
        build(dumps, tmp_path / "index")
    half = about(tmp_path / "index").works
    with open_index(tmp_path / "index") as index:
        assert [work.doi for work in index.search("Title of number0")][:1] == (["10.1/0"] if half else [])
    taken = []
    monkeypatch.setattr(building, moment, lambda *arguments: taken.append(1) or plain(*arguments))
    build(dumps, tmp_path / "index")
    assert all_rows(tmp_path / "index") == all_rows(tmp_path / "whole")
    if moment == "entry":
        assert len(taken) == 41 - half


def test_two_can_search_while_one_builds(tmp_path, record, monkeypatch):
    records = [record(f"10.1/{n}", f"Title of number{n}") for n in range(12)]
    build([put(tmp_path / "a", records[0])], tmp_path / "index")
    monkeypatch.setattr(building, "BATCH", 3)
    seen = []
    with open_index(tmp_path / "index") as early:
        plain = building.write

        def watched(connection, batch, readings):
            written = plain(connection, batch, readings)
            with open_index(tmp_path / "index") as late:
                seen.append((len(early.search("number11")), len(late.search("number11")), len(early.search("number0"))))
            return written

        monkeypatch.setattr(building, "write", watched)
        build([put(tmp_path / "b", *records)], tmp_path / "index")
    assert seen[0] == (0, 0, 1)
    assert seen[-1] == (1, 1, 1)


def test_an_index_that_nobody_may_write_can_be_read(tmp_path, records):
    build([put(tmp_path / "dump", *records)], tmp_path / "index")
    assert [each.name for each in (tmp_path / "index").iterdir()] == [store.FILE]
    # https://sqlite.org/fileformat.html §1.3: 2 here asks for a log beside the file, even of those who only read
    assert (tmp_path / "index" / store.FILE).read_bytes()[18:20] == b"\1\1"
    os.chmod(tmp_path / "index" / store.FILE, 0o444)
    os.chmod(tmp_path / "index", 0o555)
    try:
        with open_index(tmp_path / "index") as index:
            assert index.search("Pustular skin disorders")
    finally:
        os.chmod(tmp_path / "index", 0o755)


def test_a_place_that_cannot_be_written(tmp_path, records):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        build([put(tmp_path / "dump", *records)], tmp_path / "file" / "index")


def test_an_index_of_another_version(tmp_path, records):
    dump = put(tmp_path / "dump", *records)
    build([dump], tmp_path / "index")
    db = store.open_to_write(tmp_path / "index")
    store.set_fact(db, "form", 0)
    store.close_written(db)
    with pytest.raises(OutputError, match="another version"):
        build([dump], tmp_path / "index")


HOSTILE = [
    {"DOI": 7},
    {
        "DOI": "10.1/x",
        "title": 5,
        "author": "Roe",
        "issued": [],
        "volume": {},
        "page": [[]],
        "indexed": 3,
        "ISSN": {"a": 1},
    },
    {
        "DOI": "10.1/y",
        "title": [None, {}, []],
        "author": [None, 3, {"family": {}}, {"family": ["A"]}],
        "issued": {"date-parts": 1},
    },
    {"DOI": "10.1/\ud800", "title": ["half \udfff a character"], "author": [{"family": "\ud801"}]},
    {"DOI": "10.1/\0", "title": ["nul \0 \x1f"], "relation": {"is-preprint-of": [3]}, "update-to": [None]},
    {
        "DOI": "10.1/n",
        "title": [float("nan")],
        "volume": 1e308,
        "page": "9" * 4000,
        "indexed": {"date-time": "9999-99-99T99:99:99Z"},
    },
    {"DOI": "10.1/ø", "title": ["<i>" * 5000], "author": [{"family": "O'" * 2000}] * 300, "volume": "²", "page": "٣-٤"},
    {"DOI": "10.1/" + "z" * 100_000, "title": ["long name"]},
    {"DOI": "10.1/中", "title": ["机器学习导论"]},
]


def test_hostile_records(tmp_path):
    dump = put(tmp_path / "dump", *HOSTILE)
    built = build([dump], tmp_path / "index")
    assert built.written.new + sum(problem.kind == "unread" for problem in built.problems) >= len(HOSTILE) - 1
    with open_index(tmp_path / "index") as index:
        for each in HOSTILE:
            index.search(json.dumps(each))
            index.search(" ".join(map(str, each.values())))
        assert [work.doi for work in index.search("学习导论")] == ["10.1/中"]


def test_a_record_larger_than_any_is_named(tmp_path, records):
    bomb = {"DOI": "10.1/bomb", "title": ["boom " * 300_000]}
    built = build([put(tmp_path / "dump", bomb, *records)], tmp_path / "index")
    assert built.written.new == 3
    assert [problem.message for problem in built.problems] == ["10.1/bomb is larger than any record of a work"]


def test_of_an_archive_that_grew_only_the_new_is_read(tmp_path, records, monkeypatch):
    def pack(count):
        with tarfile.open(tmp_path / "dump.tar", "w") as archive:
            for number, record in enumerate(records[:count]):
                content = json.dumps({"items": [record]}).encode()
                member = tarfile.TarInfo(f"{number}.json")
                member.size, member.mtime = len(content), 7
                archive.addfile(member, io.BytesIO(content))
        return str(tmp_path / "dump.tar")

    build([pack(2)], tmp_path / "index")
    taken = []
    plain = building.entry
    monkeypatch.setattr(building, "entry", lambda item: taken.append(item["DOI"]) or plain(item))
    os.utime(pack(3), (9, 9))
    assert build([str(tmp_path / "dump.tar")], tmp_path / "index").written.new == 1
    assert taken == [records[2]["DOI"]]


def test_a_record_nested_as_deep_as_json_can_be_is_left_out_and_said(tmp_path):
    nested = "[" * 900 + "]" * 900
    dump = tmp_path / "dump"
    dump.write_text(
        f'{{"DOI": "10.1/deep", "title": ["T"], "author": {nested}}}\n{{"DOI": "10.1/a", "title": ["Quarks"]}}\n'
    )
    built = build([str(dump)], tmp_path / "index")
    assert (built.written.new, len(built.problems)) == (1, 1)
    assert open_index(tmp_path / "index").works(("10.1/a",))["10.1/a"]
