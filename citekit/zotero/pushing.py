"""Into Zotero: a `Library` to a library or a collection there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from citekit.errors import InputError, SourceError
from citekit.model import Library, Progress, Reference
from citekit.sources.cache import Cache
from citekit.zotero import connector
from citekit.zotero.address import Address, read_address
from citekit.zotero.collections import collection_of, collections
from citekit.zotero.errors import NotEnabled, NotRunning, NotThere
from citekit.zotero.permission import Permission
from citekit.zotero.planning import Plan, change, key_of, new
from citekit.zotero.present import existing, not_to_be_changed
from citekit.zotero.pushed import Outcome, Pushed
from citekit.zotero.server import Server
from citekit.zotero.types import KnownTypes
from citekit.zotero.ways import Place, Ways, place_of
from citekit.zotero.writing import write


def push(library: Library, address: str, tell: Progress, sleep: Callable[[float], None]) -> Pushed:
    """Writes references to a library or a collection in Zotero (see `citekit.zotero.address`).

    What has the `zotero-key` of an item there changes this item, if it says anything else; what it does not say stays as it is, and an
    item that was changed in Zotero since its `zotero-version` is refused. All else is created. Files are not sent.

    Zotero 10 and later on this computer is written to once the person has allowed it in a window of Zotero's, an older one gets the
    references through its connector, which can only add. zotero.org is written to with the key in `ZOTERO_API_KEY`: for addresses
    `zotero:user/…`, with `CITEKIT_ZOTERO=web`, and when no Zotero answers here. Raises as `pull` does.
    """
    wanted = read_address(address)
    if wanted.kind not in ("library", "collection"):
        raise InputError(address, "references can be pushed to a library or a collection")
    ways = Ways.of(sleep=sleep)
    server = _server(wanted, ways)
    references = library.references
    if server is None or (server.local and not server.server_id):
        return connector.push(references, wanted, ways, server, tell)
    place = place_of(wanted, server, ways)
    if not server.local:
        return _written(references, wanted, place, None, tell)
    with closing(Cache.open()) as cache:
        return _written(references, wanted, place, Permission(server, cache, tell), tell)


def _server(address: Address, ways: Ways) -> Server | None:
    """Whom to write to; `None` where only the connector is left, since the local API is switched off."""
    if address.on_the_web or ways.wanted == "web":
        return ways.online()
    server = ways.at_home()
    try:
        server.meet()
    except NotEnabled:
        return None
    except SourceError as error:
        if ways.wanted == "local" or not ways.key:
            if isinstance(error, NotRunning):
                raise NotRunning(
                    f"{error}, or set ZOTERO_API_KEY (https://www.zotero.org/settings/keys) to write to zotero.org"
                ) from error
            raise
        return ways.online()
    return server


def _written(
    references: tuple[Reference, ...], address: Address, place: Place, permission: Permission | None, tell: Progress
) -> Pushed:
    outcome = Outcome()
    collection = _collection(address, place)
    found, name = existing(references, place)
    known = KnownTypes(place.server)
    plans: list[Plan] = []
    for at, reference in enumerate(references):
        key = key_of(reference, name)
        if key and (reason := not_to_be_changed(key, found, plans)):
            outcome.refuse(at, reference, reason)
            continue
        plan = (
            change(at, reference, found[key], place.server.server_id, collection, known)
            if key
            else new(at, reference, collection, known)
        )
        if plan.body:
            plans.append(plan)
        else:
            outcome.unchanged[at] = reference
    if plans:
        write(plans, place, permission, outcome, tell)
    return outcome.closed()


def _collection(address: Address, place: Place) -> str:
    known = collections(place)
    if known is None:
        raise NotThere(address.text, f"{place.server.name} knows no such library")
    return collection_of(address, known).key if address.kind == "collection" else ""
