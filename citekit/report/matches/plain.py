"""Words of anybody's, made fit for a line on a screen."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """The text on one line, without the characters by which a record could command a terminal or turn what is read."""
    return _UNSEEN.sub(lambda found: " " if found[0].isspace() else "\N{REPLACEMENT CHARACTER}", text)
