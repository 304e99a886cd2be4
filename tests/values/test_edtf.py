"""Months 01 to 12 and seasons 21 to 24: https://www.loc.gov/standards/datetime/"""

import pytest

from citekit.values.dates import parse
from citekit.values.edtf import SEASON_NAMES, iso, month_named, month_number, month_numbers, season, whole_day

DATES = [
    ("4 June 2009", "2009-06-04"),
    ("June 2009", "2009-06"),
    ("Jul-Aug 2009", "2009"),
    ("2009", "2009"),
    ("soon", ""),
]


@pytest.mark.parametrize(("text", "meant"), DATES)
def test_iso(text, meant):
    assert iso(parse(text)) == meant
    assert whole_day(parse(text)) == (meant if len(meant) == 10 else "")


def test_months():
    assert [month_number(month) for month in ("jan", "dec", "jul-aug", "")] == ["01", "12", "", ""]
    assert month_numbers("jul-aug") == ["07", "08"]
    assert [month_named(number) for number in ("01", "6", "12", "13", "0", "")] == ["jan", "jun", "dec", "", "", ""]


def test_seasons():
    assert [season(word) for word in ("Spring", "summer", "FALL", "autumn", "Winter", "June")] == [
        "21",
        "22",
        "23",
        "23",
        "24",
        "",
    ]
    assert all(season(name) == number for number, name in SEASON_NAMES.items())
