"""How texts are compared; what sort keys are made of is tested with whole styles."""

import pytest

from citekit.csl.sorting import collated


@pytest.mark.parametrize(
    "in_order",
    [
        ["abel", "Abel b", "ABELARD"],  # case decides nothing, a blank comes before letters
        ["Ångström a", "Angstrom b"],  # Unicode collation: accents count only where all else is equal
        ["Łukasz a", "Lukasz b", "Luther"],  # ł, ø, æ sort as l, o, ae in the default table of UTS #10
        ["Ærø a", "Aero b"],
        ["Simple title, here A", "“Simple title here B”", "Simple “title” here C"],  # CSL test suite, sort_Quotes
        ["9 lives", "nine lives"],
    ],
)
def test_the_order_of_texts(in_order):
    assert sorted(set(in_order), key=collated) == in_order


@pytest.mark.parametrize(("one", "other"), [("Ünal", "Unal"), ("O’Neil", "O'Neil"), ("DOE", "Doe")])
def test_texts_between_which_the_next_key_decides(one, other):
    assert collated(one) == collated(other)
