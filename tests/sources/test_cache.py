"""The cache: nothing is lost when we are killed, nothing breaks when the file is."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.sources.cache import FOUND_FOR, NOTHING_FOR, Answer, Cache, default_folder

DAY = 86400
URL = "https://api.example.org"


class Wall:
    """A clock on the wall, which anybody may set."""

    def __init__(self, now: float = 1.7e9) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def test_an_answer_is_known_again(tmp_path):
    Cache.open(tmp_path).put(URL, "works/1", {"title": ["Ångström\ud800", None, 1.5]})
    again = Cache.open(tmp_path)
    assert again.get(URL, "works/1") == Answer({"title": ["Ångström\ud800", None, 1.5]})
    assert again.get(URL, "works/2") is None
    assert again.get(URL + "/v2", "works/1") is None
    assert again.problem == ""


def test_what_is_nested_too_deep_is_not_kept():
    cache = Cache(None)
    nested: list[object] = []
    for _ in range(5000):
        nested = [nested]
    cache.put("service", "question", nested)
    assert cache.get("service", "question") is None


def test_not_found_is_an_answer(tmp_path):
    cache = Cache.open(tmp_path)
    cache.put(URL, "works/1", None)
    assert cache.get(URL, "works/1") == Answer(None)


@given(question=st.text(), value=st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_any_question_and_answer(question, value):
    cache = Cache(None)
    cache.put(URL, question, value)
    assert cache.get(URL, question) == Answer(value)


@pytest.mark.parametrize(
    ("value", "life"), [({"DOI": "10.1/x"}, FOUND_FOR), ([1], FOUND_FOR), (None, NOTHING_FOR), ([], NOTHING_FOR)]
)
def test_answers_expire(tmp_path, value, life):
    wall = Wall()
    cache = Cache.open(tmp_path, wall)
    cache.put(URL, "q", value)
    wall.now += life - 1
    assert cache.get(URL, "q") == Answer(value)
    wall.now += 2
    assert cache.get(URL, "q") is None


def test_an_answer_from_the_future_is_not_believed(tmp_path):
    wall = Wall()
    cache = Cache.open(tmp_path, wall)
    cache.put(URL, "q", [1])
    wall.now -= DAY - 60  # daylight saving, a clock set right
    assert cache.get(URL, "q") == Answer([1])
    wall.now -= 120
    assert cache.get(URL, "q") is None
    wall.now += 2 * DAY
    assert cache.get(URL, "q") == Answer([1])  # it is still there


def test_what_has_expired_is_deleted(tmp_path):
    wall = Wall()
    Cache.open(tmp_path, wall).put(URL, "old", [1])
    wall.now += FOUND_FOR + DAY
    cache = Cache.open(tmp_path, wall)
    cache.put(URL, "new", [1])
    with sqlite3.connect(tmp_path / "answers.sqlite") as db:
        assert db.execute("SELECT question FROM answer").fetchall() == [("new",)]


def test_clear(tmp_path):
    cache = Cache.open(tmp_path)
    cache.put(URL, "q", [1])
    cache.clear()
    assert cache.get(URL, "q") is None


# ---------------------------------------------------------------- shared


def test_two_caches_over_one_folder_see_each_other(tmp_path):
    ours, theirs = Cache.open(tmp_path), Cache.open(tmp_path)
    ours.put(URL, "q", [1])
    assert theirs.get(URL, "q") == Answer([1])


ADDER = """
import sys
from pathlib import Path
from citekit.sources.cache import Cache
cache = Cache.open(Path(sys.argv[1]))
for n in range(100):
    cache.change("sum", lambda text: str(int(text or 0) + 1))
    cache.put("u", f"{sys.argv[2]} {n}", [n])
print(cache.problem)
"""


def test_processes_begin_and_fill_one_cache_together(tmp_path):
    command = [sys.executable, "-c", ADDER, str(tmp_path)]
    processes = [subprocess.Popen([*command, str(n)], stdout=subprocess.PIPE, text=True) for n in range(4)]
    assert [process.communicate(timeout=60)[0].strip() for process in processes] == [""] * 4
    cache = Cache.open(tmp_path)
    assert cache.change("sum", lambda text: text) == "400"
    assert all(cache.get("u", f"{process} {n}") == Answer([n]) for process in range(4) for n in range(100))


def test_threads_share_one_cache(tmp_path):
    cache = Cache.open(tmp_path)

    def work() -> None:
        for _ in range(50):
            cache.change("sum", lambda text: str(int(text or 0) + 1))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.change("sum", lambda text: text) == "400"


def test_a_rule_that_fails_changes_nothing(tmp_path):
    cache = Cache.open(tmp_path)
    cache.change("x", lambda _: "before")
    with pytest.raises(ZeroDivisionError):
        cache.change("x", lambda _: str(1 / 0))
    assert cache.change("x", lambda text: text) == "before"


DYING = """
import os, sys
from pathlib import Path
from citekit.sources.cache import Cache
Cache.open(Path(sys.argv[1])).put("u", "q", ["answered"])
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_kill_loses_no_answer(tmp_path):
    died = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], timeout=60)
    assert died.returncode == -9
    assert Cache.open(tmp_path).get("u", "q") == Answer(["answered"])


# ---------------------------------------------------------------- bad files


@pytest.mark.parametrize("content", [b"not a database at all, but a letter to the editor" * 50, b"\0" * 5000])
def test_a_file_that_is_no_database_is_set_aside(tmp_path, content):
    file = tmp_path / "answers.sqlite"
    file.write_bytes(content)
    cache = Cache.open(tmp_path)
    cache.put(URL, "q", [1])
    assert "damaged" in cache.problem
    assert (tmp_path / "answers.sqlite.damaged").read_bytes() == content
    assert Cache.open(tmp_path).get(URL, "q") == Answer([1])
    assert Cache.open(tmp_path).problem == ""


def test_damage_found_out_later(tmp_path):
    cache = Cache.open(tmp_path)
    for n in range(300):
        cache.put(URL, f"q{n}", [os.urandom(200).hex()])
    cache.close()
    file = tmp_path / "answers.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))  # the head is sound, the rest is not
    cache = Cache.open(tmp_path)
    for n in range(300):
        cache.get(URL, f"q{n}")
        cache.put(URL, f"q{n}", [n])
    assert [cache.get(URL, f"q{n}") for n in range(300)] == [Answer([n]) for n in range(300)]
    assert "damaged" in cache.problem


def test_a_file_of_another_form_is_begun_anew(tmp_path):
    with sqlite3.connect(tmp_path / "answers.sqlite") as db:
        db.execute("CREATE TABLE answer (something, else_)")
        db.execute("PRAGMA user_version = 999")
    db.close()
    cache = Cache.open(tmp_path)
    cache.put(URL, "q", [1])
    assert Cache.open(tmp_path).get(URL, "q") == Answer([1])
    assert cache.problem == ""


def test_an_answer_that_was_tampered_with_is_none(tmp_path):
    cache = Cache.open(tmp_path)
    cache.put(URL, "q", [1])
    with sqlite3.connect(tmp_path / "answers.sqlite") as db:
        db.execute("UPDATE answer SET body = ?", (b"x",))
    assert cache.get(URL, "q") is None


def test_a_folder_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = Cache.open(tmp_path / "file" / "cache")
    assert "answers are not kept" in cache.problem
    cache.put(URL, "q", [1])
    assert cache.get(URL, "q") == Answer([1])  # for as long as we run


def test_a_folder_in_place_of_the_file(tmp_path):
    (tmp_path / "answers.sqlite").mkdir()
    cache = Cache.open(tmp_path)
    assert "answers are not kept" in cache.problem
    assert cache.get(URL, "q") is None


def test_a_folder_that_may_not_be_written(tmp_path, monkeypatch):
    def connect(file, **options):
        if file == ":memory:":
            return real(file, **options)
        return real(f"file:{file}?mode=ro", uri=True, **options)

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", connect)
    cache = Cache.open(tmp_path)
    cache.put(URL, "q", [1])
    assert "answers are not kept" in cache.problem


def test_a_full_disk(tmp_path):
    cache = Cache.open(tmp_path)
    cache._db.execute("PRAGMA max_page_count = 20")  # SQLite's own word for a disk that is full
    for n in range(100):
        cache.put(URL, f"q{n}", [os.urandom(500).hex()])
    assert "full" in cache.problem
    assert cache.get(URL, "q99") is not None


# ---------------------------------------------------------------- where


def test_the_folder_can_be_moved(tmp_path, monkeypatch):
    monkeypatch.setenv("CITEKIT_CACHE_DIR", str(tmp_path / "here"))
    assert default_folder() == tmp_path / "here"
    Cache.open().put(URL, "q", [1])
    assert (tmp_path / "here" / "answers.sqlite").is_file()


def test_the_folder_is_the_users(monkeypatch):
    monkeypatch.delenv("CITEKIT_CACHE_DIR", raising=False)
    assert "citekit" in default_folder().name
