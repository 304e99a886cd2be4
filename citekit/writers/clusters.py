"""Which records are one work, as JSON lines for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence


def write(ids: Sequence[str | int], groups: Sequence[Sequence[int]]) -> str:
    """`{"id": …, "cluster": …}` for every record, in order; a cluster is called by the id of its first member.

    `groups` hold the places of the records, each place in exactly one of them and each group in order.
    """
    encode = json.JSONEncoder(ensure_ascii=False).encode
    written = [encode(name) for name in ids]
    first = [0] * len(ids)
    for members in groups:
        for member in members:
            first[member] = members[0]
    return "".join(f'{{"id": {name}, "cluster": {written[home]}}}\n' for name, home in zip(written, first, strict=True))
