"""References of which every element stands on a line of its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citekit.readers.text.page import take_apart
from citekit.readers.text.running import Line
from citekit.readers.text.shreds import mended

LABELS = "Google Scholar\nCrossref\nSearch ADS\nPubMed\nWorldCat\n"
PAGE = (
    "References\n"
    "1.\nRoe\nA\n,\nPoe\nB\n, et al\n.\nPeat and bogs: a review\n.\nJ Bogs\n.\n2001\n;\n12\n(\n3\n):\n247\n-\n59\n.\n" + LABELS +
    "2.\nMoe\nC\n.\nThe acid\n-\nbase balance of moss\n.\nMoss Res\n.\n1999\n;\n4\n:\n1\n–\n9\n.\n" + LABELS +
    "3.\nCoe\nD\n.\nHeath\n.\nOxford\n:\nClarendon Press\n;\n1987\n.\n" + LABELS
)  # fmt: skip


def test_elements_come_together():
    page = take_apart(PAGE)
    assert [item.text for item in page.items] == [
        "Roe A, Poe B, et al. Peat and bogs: a review. J Bogs. 2001; 12 (3): 247-59.",
        "Moe C. The acid-base balance of moss. Moss Res. 1999; 4: 1–9.",
        "Coe D. Heath. Oxford: Clarendon Press; 1987.",
    ]
    assert page.unused == ()


def test_every_line_is_accounted_for():
    lines = [Line(number, text) for number, text in enumerate(PAGE.splitlines(), 1)]
    told = [number for line in mended(lines) for number in (line.number, *line.also)]
    assert told == list(range(1, len(lines) + 1))


def test_a_page_with_a_few_lone_marks_stays_as_it_is():
    lines = [
        Line(number, text) for number, text in enumerate(["Roe A. Peat", ".", "J Bogs", ";", "2001", "•", "Moe C."], 1)
    ]
    assert mended(lines) == lines


@given(st.lists(st.text(alphabet=".,;:()-–•1aB ", max_size=5), max_size=60))
def test_nothing_is_lost(texts: list[str]) -> None:
    lines = [Line(number, " ".join(text.split())) for number, text in enumerate(texts, 1)]
    put_together = mended(lines)
    assert "".join(line.text for line in put_together).replace(" ", "") == "".join(texts).replace(" ", "")
    assert sorted(n for line in put_together for n in (line.number, *line.also)) == [line.number for line in lines]
