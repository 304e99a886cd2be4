"""The connector of a Zotero on this computer: it takes whole texts, and can only add.

    POST http://127.0.0.1:23119/connector/getSelectedCollection   {}
    → {"libraryName": "My Library", "libraryEditable": true, "id": null, "name": …,
       "targets": [{"id": "L1", "name": "My Library", "level": 0}, {"id": "C12", "name": "Thesis", "level": 1}, …]}
    POST http://127.0.0.1:23119/connector/import?session=…        @article{…}
    → 201 [{"key": "ABCD2345", "itemType": "journalArticle", …}, …]
    POST http://127.0.0.1:23119/connector/updateSession           {"sessionID": "…", "target": "C12", "tags": ""}

Zotero puts what it imports into the collection that is selected; `updateSession` moves it to the one that is meant. Of the texts it reads,
BibTeX loses least of what we have: RIS has no citation keys, and of CSL-JSON Zotero takes no keywords.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from citekit import plugins
from citekit.errors import InputError
from citekit.exchange.zotero.schema import ITEM_TYPES
from citekit.formats import Written
from citekit.model import Library, Problem, Progress, Reference
from citekit.zotero.address import Address
from citekit.zotero.errors import NotZotero, ReadOnly
from citekit.zotero.http import Reply
from citekit.zotero.planning import change, key_of
from citekit.zotero.present import existing
from citekit.zotero.pushed import Outcome, Pushed
from citekit.zotero.refusals import refuse
from citekit.zotero.server import Server
from citekit.zotero.targets import target_of
from citekit.zotero.types import KnownTypes
from citekit.zotero.ways import Place, Ways, place_of
from citekit.zotero.writing import remembering

_MOST = 100  # references in one text
_PATIENCE = 300.0  # seconds; Zotero saves one item after the other
_ADDS = "the connector of this Zotero can only add; Zotero 10 can change items, and zotero.org with CITEKIT_ZOTERO=web and ZOTERO_API_KEY"


def push(references: Sequence[Reference], address: Address, ways: Ways, api: Server | None, tell: Progress) -> Pushed:
    """Adds references. `api` is the local API where it may be read; without it only names are known, no keys."""
    outcome = Outcome()
    place = place_of(address, api, ways) if api else None
    bridge = _Connector(Server(f"{ways.local}/connector", local=True, sleep=ways.sleep, timeout=_PATIENCE))
    target = bridge.target(address, place)
    fresh = _fresh(references, address, place, outcome)
    for start in range(0, len(fresh), _MOST):
        tell("writing", start, len(fresh))
        bridge.add(fresh[start : start + _MOST], target, place, outcome)
    tell("writing", len(fresh), len(fresh))
    return outcome.closed()


def _fresh(
    references: Sequence[Reference], address: Address, place: Place | None, outcome: Outcome
) -> list[tuple[int, Reference]]:
    """Those that are not in Zotero yet, with their places; the others are unchanged, or refused."""
    known = KnownTypes(place.server) if place else ITEM_TYPES
    there, library = (
        existing(references, place) if place else ({}, f"group/{address.owner}" if address.group else "user/0")
    )
    fresh = []
    for at, reference in enumerate(references):
        key = key_of(reference, library)
        if not key:
            fresh.append((at, reference))
        elif key in there and not change(at, reference, there[key], "", "", known).body:
            outcome.unchanged[at] = reference
        else:
            outcome.refuse(at, reference, f"it is in Zotero already ({key}); {_ADDS}")
    return fresh


class _Connector:
    def __init__(self, server: Server) -> None:
        self._server = server
        self._selected = ""

    def target(self, address: Address, place: Place | None) -> str:
        """Zotero's name for the library or collection that an address means: `L1`, `C12`."""
        said = self._json(self._post("/getSelectedCollection", {}))
        if not isinstance(said, Mapping):
            raise NotZotero("Zotero: the selected collection was asked for, and something else came")
        targets = [each for each in said.get("targets") or () if isinstance(each, Mapping)]
        chosen = said.get("id")
        self._selected = f"C{chosen}" if chosen else f"L{said.get('libraryID')}"
        return target_of(address, place, targets)

    def add(self, batch: Sequence[tuple[int, Reference]], target: str, place: Place | None, outcome: Outcome) -> None:
        """Adds some references in a session of its own."""
        session = uuid4().hex
        text = _text([reference for _, reference in batch])
        outcome.problems += text.problems
        reply = self._server.request(
            "POST",
            "/import",
            {"session": session},
            {"Content-Type": "application/x-bibtex"},
            text.data,
            statuses=frozenset({500}),
        )
        if reply.status == 500 and "libraryEditable" in reply.text:
            raise ReadOnly("Zotero: the library that is selected there is read-only; select another")
        if reply.status == 400:
            raise InputError("zotero:", "Zotero could not read what was sent to it")
        refuse(reply, "Zotero", writing=True)
        if target != self._selected:
            refuse(
                self._post("/updateSession", {"sessionID": session, "target": target, "tags": ""}),
                "Zotero",
                writing=True,
            )
        said = self._json(reply)
        _take(
            batch, [item for item in said if isinstance(item, dict)] if isinstance(said, list) else [], place, outcome
        )

    def _post(self, path: str, value: Any) -> Reply:
        content = json.dumps(value).encode()
        return self._server.request("POST", path, headers={"Content-Type": "application/json"}, content=content)

    def _json(self, reply: Reply) -> Any:
        refuse(reply, "Zotero")
        try:
            return reply.json()
        except ValueError:
            raise NotZotero("Zotero's answer breaks off; look there what has arrived") from None


def _take(
    batch: Sequence[tuple[int, Reference]], items: Sequence[dict[str, Any]], place: Place | None, outcome: Outcome
) -> None:
    """Items and references belong together by their order, if there are as many."""
    items = [item for item in items if not item.get("parentItem")]
    if len(items) == len(batch):
        for (at, reference), item in zip(batch, items, strict=True):
            outcome.created[at] = remembering(reference, {"key": item.get("key")}, place) if place else reference
        return
    outcome.created |= dict(batch[: len(items)])
    for at, reference in batch[len(items) :]:
        outcome.refuse(at, reference, "Zotero made fewer items than it was sent; look there which are missing")
    outcome.problems.append(
        Problem("unwritten", f"Zotero was sent {len(batch)} references and made {len(items)} items of them")
    )


def _text(references: Sequence[Reference]) -> Written:
    """The references as BibTeX, without what only says which item they are."""
    bibtex = next(writer for writer in plugins.writers() if writer.name == "bibtex")
    bare = tuple(reference.without("zotero-key", "zotero-version", "zotero-itemtype") for reference in references)
    return bibtex.write(Library(bare))
