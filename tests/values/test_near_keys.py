"""Keys that were meant."""

import pytest

from citekit.values.near_keys import NearKeys

KNOWN = NearKeys(["smith2009", "smith2009a", "Doe:2010_Deep", "knuth", "a1"])


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("smtih2009", ["smith2009"]),
        ("Smith-2009", ["smith2009"]),
        ("smith2009b", ["smith2009", "smith2009a"]),
        ("doe2010deep", ["Doe:2010_Deep"]),
        ("doe2010depp", ["Doe:2010_Deep"]),
        ("Knuht", ["knuth"]),
        ("turing", []),
        ("b2", []),
        ("", []),
    ],
)
def test_near(wrong, near):
    assert KNOWN.near(wrong) == near


def test_hint():
    assert KNOWN.hint("smith2009b") == "; did you mean smith2009 or smith2009a?"
    assert KNOWN.hint("turing") == ""


def test_it_gives_up_rather_than_take_minutes():
    many = NearKeys(f"key{number}" for number in range(100_000))
    hints = [many.near("kez77777") for _ in range(100)]
    assert hints[0] == ["key77777"]
    assert hints[-1] == []
