"""Searching: what is in the index is found, by its own words and by those of references."""

import json
import sqlite3
import string
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError, UnreachableError
from citekit.index import build, open_index
from citekit.sources.work import WorkSource


def made(folder, records):
    (folder / "dump").write_text("".join(json.dumps(record) + "\n" for record in records))
    build([str(folder / "dump")], folder / "index")
    return open_index(folder / "index")


@pytest.fixture
def index(tmp_path, records):
    with made(tmp_path, records) as found:
        yield found


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        (
            "Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7.",
            "10.1097/01241398-198505000-00026",
        ),
        ("infan-\ntile hyper-\nostosis", "10.1097/01241398-198505000-00026"),
        ("LEUNG V. 1985", "10.1097/01241398-198505000-00026"),
        ("[12] Nobody: J. Orthop. 5 (1985) 354", "10.1097/01241398-198505000-00026"),
        ("Vol. 5, no. 3, pp. 354-357", "10.1097/01241398-198505000-00026"),
        ("Mengesha, Y. M. (2002)", "10.2165/00128071-200203060-00003"),
        ("Am J Clin Dermatol 3:389", "10.2165/00128071-200203060-00003"),
        ("N Engl J Med 360, 2426 (2009)", "10.1056/nejmoa0807865"),
    ],
)
def test_references_find_their_work(index, text, doi):
    assert [work.doi for work in index.search(text)][:1] == [doi]


@pytest.mark.parametrize(
    "text",
    ["", " \n", "1985", "Berg A. Another thing. 1812;77:12", '"', "NOT OR AND *", "a" * 1_000_000, "1 " * 300_000],
)
def test_nothing_is_found_for_nothing(index, text):
    assert index.search(text) == ()


def test_it_is_a_source(index):
    source: WorkSource = index
    assert (source.name, source.at_once) == ("index", 1)
    assert {work.source for work in source.search("Pustular skin disorders")} == {"index"}


def test_works_by_doi(index, records):
    asked = ("10.1056/NEJMoa0807865", "https://doi.org/10.1056/nejmoa0807865", "10.1/none", "", "no DOI")
    found = index.works(asked)
    assert tuple(found) == asked
    assert [work.title if work else None for work in found.values()] == ["An autoinflammatory disease"] * 2 + [None] * 3
    assert index.works(()) == {}


def test_no_more_than_asked_and_ties_by_doi(tmp_path, record):
    with made(tmp_path, [record(f"10.1/{n:02}", "The same title") for n in reversed(range(30))]) as index:
        assert [work.doi for work in index.search("same title", rows=4)] == [f"10.1/{n:02}" for n in range(4)]
        assert len(index.search("same title")) == 10
        assert index.search("same title", rows=0) == ()


def test_common_words_do_not_hide_a_rare_one(tmp_path, record):
    crowd = [record(f"10.1/{n}", "Common words of everybody", "Smith", 1999) for n in range(2000)]
    with made(tmp_path, [*crowd, record("10.1/rare", "Common words of Xanthippe", "Smith", 1999)]) as index:
        assert index.search("Smith. Common words of Xanthippe. 1999")[0].doi == "10.1/rare"


def test_what_is_far_behind_is_no_candidate(index):
    """The others share an author's name or a word, the meant one nearly everything."""
    found = index.search("Leung V. Infantile cortical hyperostosis, a disease. J Pediatr Orthop. 1985;5:354")
    assert [work.doi for work in found] == ["10.1097/01241398-198505000-00026"]
    assert [work.doi for work in index.search("A disease")] == ["10.1056/nejmoa0807865"]


def test_many_threads(index):
    said = []
    threads = [threading.Thread(target=lambda: said.append(index.search("Pustular skin disorders"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(said) == 8
    assert all(works == said[0] and works for works in said)


def test_no_index(tmp_path, monkeypatch):
    with pytest.raises(CitekitError, match=r"no index at .*none; make one with: citekit index build DUMP"):
        open_index(tmp_path / "none")
    monkeypatch.setenv("CITEKIT_INDEX_DIR", str(tmp_path / "chosen"))
    with pytest.raises(CitekitError, match=r"no index at .*chosen"):
        open_index()


def test_a_file_that_is_no_index(tmp_path):
    (tmp_path / "works.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(CitekitError, match="cannot be read"):
        open_index(tmp_path)


def test_a_damaged_index_is_unreachable(tmp_path, records):
    made(tmp_path, records).close()
    file = tmp_path / "index" / "works.sqlite"
    data = bytearray(file.read_bytes())
    data[8192:] = b"\xaa" * (len(data) - 8192)
    file.write_bytes(data)
    with pytest.raises(CitekitError), open_index(tmp_path / "index") as index:
        index.search("Pustular skin disorders")


def test_a_damaged_record_is_unreachable(tmp_path, records):
    made(tmp_path, records).close()
    db = sqlite3.connect(tmp_path / "index" / "works.sqlite")
    db.execute("UPDATE works SET record = x'01ffff'")
    db.commit()
    db.close()
    with open_index(tmp_path / "index") as index:
        with pytest.raises(UnreachableError, match="a record is damaged"):
            index.search("Pustular skin disorders")
        with pytest.raises(UnreachableError):
            index.works(("10.1056/nejmoa0807865",))


WORDS = st.text(string.ascii_lowercase + "éøßжя", min_size=3, max_size=9)
WORKS = st.lists(
    st.tuples(st.lists(WORDS, min_size=1, max_size=8), WORDS, st.integers(1600, 2030)),
    min_size=1,
    max_size=25,
    unique_by=str,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(works=WORKS)
def test_every_work_is_found_by_its_own_words(tmp_path_factory, record, works):
    records = [
        record(f"10.1/{n}", " ".join(title), family.title(), year) for n, (title, family, year) in enumerate(works)
    ]
    with made(tmp_path_factory.mktemp("works"), records) as index:
        for number, (title, family, year) in enumerate(works):
            found = [work.doi for work in index.search(f"{family.title()}, A. ({year}). {' '.join(title)}.")]
            assert f"10.1/{number}" in found


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
def test_any_text_can_be_asked(index, text):
    index.search(text)
