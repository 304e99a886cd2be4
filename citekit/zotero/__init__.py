"""Zotero's libraries: out of them and into them.

By our own client and not by pyzotero, which asks for bibtexparser below 2 and so cannot be installed beside citekit.

    library = pull("zotero:group/123/collection/My papers")
    pushed = push(library, "zotero:")

Addresses are told by `citekit.zotero.address`, whom they are asked of by `citekit.zotero.ways`, and what a reference is as an item of
Zotero's by `citekit.exchange.zotero`. Importing this room is quick: the network is loaded when it is needed.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from citekit.model import Library, Progress, unheard
from citekit.zotero.address import is_address
from citekit.zotero.pushed import Pushed, Refused

__all__ = ["Pushed", "Refused", "is_address", "pull", "push"]


def pull(address: str, tell: Progress = unheard, *, sleep: Callable[[float], None] = time.sleep) -> Library:
    """What stands at an address in Zotero; see `citekit.zotero.pulling`."""
    from citekit.zotero import pulling

    return pulling.pull(address, tell, sleep)


def push(
    library: Library, address: str, tell: Progress = unheard, *, sleep: Callable[[float], None] = time.sleep
) -> Pushed:
    """Writes references to a library or a collection in Zotero; see `citekit.zotero.pushing`."""
    from citekit.zotero import pushing

    return pushing.push(library, address, tell, sleep)
