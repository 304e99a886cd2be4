"""Folds of many texts at once are those of each."""

from hypothesis import given
from hypothesis import strategies as st

from citekit.values.text import fold, fold_all

REAL = [
    "Løkke's CO2 – laser",
    "NF-κB in the rat's heart",
    "O'Brien\nand sons",
    "",
    " ",
    "\u00a0x\t",
    "ﬁne ÅNGSTRÖM ①",
    "snake_case `quoted'",
]


@given(st.lists(st.one_of(st.sampled_from(REAL), st.text())))
def test_fold_all(texts):
    assert fold_all(texts) == [fold(text) for text in texts]
