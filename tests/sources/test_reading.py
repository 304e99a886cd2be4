"""Values out of foreign JSON. The texts are from records of Crossref, PubMed and DataCite; the hostile ones are nobody's."""

from __future__ import annotations

import pytest

from citekit.sources.reading import day, person, plain, records, text, texts, years
from citekit.values.names import Person


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Two new species of\n                    <i>Primulina</i>\n   (Gesneriaceae)", "Two new species of Primulina (Gesneriaceae)"),
        ("Antisite defects in La<sub>0.7</sub>Sr<sub>0.3</sub>MnO<sub>3</sub>", "Antisite defects in La0.7Sr0.3MnO3"),
        ("in ecology &amp; evolution", "in ecology & evolution"),
        ("work decisions in India &amp;amp; Nepal", "work decisions in India & Nepal"),
        ("Il1rn&lt;sup&gt;-/-&lt;/sup&gt; mice", "Il1rn-/- mice"),
        ("Small microplastics <300 μm abundant", "Small microplastics <300 μm abundant"),
        ("cases with p < .05 or a<b and c>d", "cases with p < .05 or a<b and c>d"),
        ('Update to CDC’s <emph type="ital">Guidelines</emph>', "Update to CDC’s Guidelines"),
        ('<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>K</mml:mi></mml:math>-frames', "K-frames"),
        ("<jats:title>Abstract</jats:title><jats:p>Text</jats:p>", "Abstract Text"),
        ("Interleukin-1–receptor\u00a0antagonist", "Interleukin-1–receptor antagonist"),
    ],
)  # fmt: skip
def test_markup_and_entities_are_taken_off(seen, meant):
    assert plain(seen) == meant


@pytest.mark.parametrize(
    "hostile",
    [
        f"&#{'9' * 5000};",  # Python refuses to read such a number
        f"&amp;#{'9' * 5000};",
        "<b " + "=" * 1_000_000,
        f"<b ={' ' * 1_000_000}x",
        "<i " + "a=" * 500_000,
        "<i a=" * 200_000,
        "&lt;i " * 200_000,
    ],
    ids=[
        "a number without end",
        "the same, twice quoted",
        "equals signs",
        "blanks",
        "attributes",
        "tags",
        "quoted tags",
    ],
)
def test_hostile_text_takes_no_time_and_raises_nothing(hostile):
    """The tags took hours once."""
    assert isinstance(text(hostile), str)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("On  <i>x</i>", "On x"),
        (12, "12"),
        (1.5, "1.5"),
        (True, ""),
        (None, ""),
        (["x"], ""),
        (10**20, ""),
        (float("nan"), ""),
    ],
)
def test_text(value, meant):
    assert text(value) == meant


def test_texts_that_say_something_each_once():
    assert texts("Blood", None, " ", "Blood", 7) == ("Blood", "7")


def test_one_object_stands_for_a_list():
    assert records({"a": 1}) == records([{"a": 1}, None, "x"]) == [{"a": 1}]


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("2009 Jun 4", "2009-06-04"),
        ("2009/06/04 00:00", "2009-06-04"),
        ("2009-06-04T10:00:00Z", "2009-06-04"),
        ("2009-06", "2009-06"),
        ("2009", "2009"),
        (2009, "2009"),
        (None, ""),
    ],
)
def test_days(value, meant):
    assert day(value) == meant


def test_years():
    assert years("2009-06-04", "2008", "", "spring") == ("2008", "2009")


def test_people_and_bodies():
    assert person("Roe, Ann") == Person("Roe", "Ann")
    assert person("TODAY Study Group") == Person("TODAY Study Group", literal=True)
    assert person("Roe", is_group=True) == Person("Roe", literal=True)
    assert person("") is None
