"""Slips in names, and names that are something else."""

import pytest

from citekit.values.suggestions import did_you_mean

KNOWN = ["Reddy2009", "aksentijevich2009", "vitoratos2007"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("redy2009", "; did you mean Reddy2009?"),
        ("REDDY2009", "; did you mean Reddy2009?"),
        ("vitorados2007", "; did you mean vitoratos2007?"),
        ("goldbach2005", ""),
    ],
)
def test_slips(name, said):
    assert did_you_mean(name, KNOWN) == said
