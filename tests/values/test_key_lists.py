"""Lists of keys as biblatex has them (manual §2.2.3)."""

import pytest

from citekit.values.key_lists import keys_in

LISTS = [
    ("reddy2009", ["reddy2009"]),
    ("reddy2009,pre", ["reddy2009", "pre"]),
    (" reddy2009 ,\n pre, ", ["reddy2009", "pre"]),
    ("", []),
    (",", []),
]


@pytest.mark.parametrize(("text", "keys"), LISTS)
def test_keys(text, keys):
    assert keys_in(text) == keys
