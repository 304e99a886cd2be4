"""Fuller names of the same people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.bibtex.names import read_names
from citekit.enrich.people import fuller
from citekit.model import Names


def names(text: str) -> Names:
    return read_names(text)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Masters, S. L.", "Masters, Seth L.", "Masters, Seth L."),
        ("Masters, SL", "Masters, Seth L.", "Masters, Seth L."),
        ("Masters, S", "Masters, Seth L.", "Masters, Seth L."),
        ("Masters, Seth", "Masters, Seth L.", "Masters, Seth L."),
        ("Masters", "Masters, Seth L.", "Masters, Seth L."),
        ("Masters, Seth L.", "Masters, S. L.", "Masters, Seth L."),
        ("Masters, Seth Lewis", "Masters, Seth L.", "Masters, Seth Lewis"),
        # something else
        ("Masters, Stephen L.", "Masters, Seth L.", "Masters, Stephen L."),
        ("Masters, Jon", "Masters, Jonathan", "Masters, Jon"),
        ("Masters, T.", "Masters, Seth L.", "Masters, T."),
        ("Master, S.", "Masters, Seth L.", "Master, S."),
        # spelling that a record has lost
        ("Pánek, É.", "Panek, Emile", "Pánek, É."),
        ("Panek, E.", "Pánek, Émile", "Panek, Émile"),
        ("Dupont, J.-P.", "Dupont, Jean Paul", "Dupont, J.-P."),
        ("Dupont, J.-P.", "Dupont, Jean-Paul", "Dupont, Jean-Paul"),
        # family names stay
        ("Hagen, P. M.", "van Hagen, P. Martin", "Hagen, P. Martin"),
        ("van der Pluijm, I.", "van der Pluijm, Ingrid", "van der Pluijm, Ingrid"),
        # suffix
        ("King, M. L.", "King, Jr., Martin Luther", "King, Jr., Martin Luther"),
        # bodies
        ("{The PLOS ONE Staff}", "{PLOS ONE Staff}", "{The PLOS ONE Staff}"),
        # lists
        ("Berg, A. and others", "Berg, Anna and Olsen, Bo", "Berg, Anna and Olsen, Bo"),
        ("Berg, A. and others", "Quist, C. and Berg, Anna", "Berg, Anna and others"),
        ("Berg, A. and Olsen, B. and others", "Berg, Anna and Olsen, Bo", "Berg, Anna and Olsen, Bo and others"),
        ("Berg, A. and Olsen, B.", "Berg, Anna and Olsen, Bo and Quist, Cai", "Berg, Anna and Olsen, Bo"),
        ("Berg, A. and Olsen, B.", "Berg, Anna", "Berg, Anna and Olsen, B."),
        ("Olsen, B. and Berg, A.", "Berg, Anna and Olsen, Bo", "Olsen, Bo and Berg, Anna"),
        # who is who is known by the place alone
        ("Wang, J. and Wang, J.", "Wang, Jing and Wang, Jun", "Wang, Jing and Wang, Jun"),
        ("Wang, J. and Berg, A.", "Berg, Anna and Wang, Jing and Wang, Jun", "Wang, J. and Berg, Anna"),
        ("Wang, J. and Wang, J. and Berg, A.", "Berg, Anna and Wang, Jing", "Wang, J. and Wang, J. and Berg, Anna"),
    ],
)
def test_fuller(ours, theirs, expected):
    found = fuller(names(ours), names(theirs))
    assert found == names(expected)
    assert fuller(found, names(theirs)) == found


PERSON = st.sampled_from(
    [
        "Berg, A.",
        "Berg, Anna",
        "Berg, AM",
        "van Berg, A.",
        "Olsen, B.",
        "Olsen, Bo-Erik",
        "Olsen, Jr., B. E.",
        "{Bo Group}",
    ]
)
NAMES = st.lists(PERSON, min_size=1, max_size=4).flatmap(
    lambda people: st.sampled_from([names(" and ".join(people)), names(" and ".join([*people, "others"]))])
)


@given(NAMES, NAMES)
def test_nobody_is_lost_and_doing_it_twice_changes_nothing(ours, theirs):
    found = fuller(ours, theirs)
    assert fuller(found, theirs) == found
    assert [(p.particle, p.family) for p in found][: len(ours)] == [(p.particle, p.family) for p in ours]
    assert all(new.given[:1] == old.given[:1] for new, old in zip(found, ours, strict=False) if old.given)
