"""The order of two lists made of one."""

import pytest

from citekit.git.order import woven

ORDERS = [
    # base, ours, theirs → together
    ("abc", "abc", "abc", "abc"),
    ("abc", "axbc", "abyc", "axbyc"),
    ("abc", "abcx", "abcy", "abcxy"),  # at the same place ours first
    ("", "xy", "uv", "xyuv"),
    ("abc", "abc", "cba", "cba"),  # only theirs sorted
    ("abc", "cba", "bac", "cba"),
    ("abc", "abxc", "cba", "cbxa"),  # theirs sorted, ours stays with its neighbour
    ("abc", "bc", "xabc", "xabc"),  # who is deleted is for others to say
    ("abc", "uabc", "vabc", "uvabc"),
]


@pytest.mark.parametrize(("base", "ours", "theirs", "together"), ORDERS)
def test_order(base, ours, theirs, together):
    assert "".join(woven(base, ours, theirs)) == together
