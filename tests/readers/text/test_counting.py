"""Which numbers inside a text count its references."""

import pytest

from citekit.readers.text.counting import broken
from citekit.readers.text.running import Line

SMITH = "Smith J. Growth of bones. Bone. 2001;2:3-4."
LEE = "Lee K. Skin and bones. Bone. 2003;4:5-6."
PARK = "Park L. Bones at rest. Bone. 2005;6:7-8."


def cut(text: str, scheme: str = "n.") -> list[str]:
    return [piece.text for piece in broken([Line(1, text)], scheme)]


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        (f"1. {SMITH} 2. {LEE} 3. {PARK}", "n."),
        (f"1.{SMITH} 2.{LEE} 3.{PARK}", "n."),
        (f"1. {SMITH}2. {LEE}3. {PARK}", "n."),
        (f"[1] {SMITH} [2] {LEE} [3] {PARK}", "[n]"),
        (f"[1]{SMITH}[2]{LEE}[3]{PARK}", "[n]"),
        (f"(1) {SMITH} (2) {LEE} (3) {PARK}", "(n)"),
        (f"1 {SMITH} 2 {LEE} 3 {PARK}", "n "),
    ],
)
def test_three_in_a_line(text, scheme):
    assert [piece[-len(ref) :] for piece, ref in zip(cut(text, scheme), (SMITH, LEE, PARK), strict=True)] == [
        SMITH,
        LEE,
        PARK,
    ]


def test_a_volume_is_no_list_number():
    book = "Smith J. Bones, vol. 2. Berlin: Springer, 1999."
    assert cut(f"1. {book}") == [f"1. {book}"]
    assert cut(f"1. {book} 2. {LEE} 3. {PARK}") == [f"1. {book}", f"2. {LEE}", f"3. {PARK}"]


def test_one_odd_number_does_not_lose_those_behind_it():
    """The second entry begins with a small letter behind no end: it may stay where it is, the third must not."""
    assert cut(f"1. {SMITH} 2. unpublished notes on bones, 3. {PARK} 4. {LEE}")[-2:] == [f"3. {PARK}", f"4. {LEE}"]


def test_a_list_may_begin_again():
    assert cut(f"1. {SMITH} 2. {LEE} 1. {PARK} 2. {SMITH}") == [f"1. {SMITH}", f"2. {LEE}", f"1. {PARK}", f"2. {SMITH}"]


def test_no_text_is_lost():
    text = f"Prose first. 1. {SMITH} 2. {LEE} 7. And so on. 3. {PARK}"
    assert " ".join(cut(text)) == text


def test_parts_of_a_line_are_told_apart():
    pieces = broken([Line(5, f"1. {SMITH} 2. {LEE}")], "n.")
    assert [(piece.number, piece.part) for piece in pieces] == [(5, 0), (5, 1)]
