"""The key with which a Zotero on this computer (10 and later) lets a program write.

    POST http://127.0.0.1:23119/api/local/authorize   {"appName": "citekit"}
    → {"key": "…", "remember": true}                  or 403 {"denied": true}

A window of Zotero's asks the person. *Allow* gives a key for one request, *Always Allow* one that stays good; that is kept in citekit's
cache folder, which nobody else may read, under the id of that Zotero.
"""

from __future__ import annotations

import json

from citekit.model import Progress
from citekit.sources.pace import Ledger
from citekit.zotero.errors import NotAuthorised, NotZotero
from citekit.zotero.refusals import refuse
from citekit.zotero.server import Server

_STAGE = "waiting for your answer in Zotero (Always Allow: it asks but once)"
_PATIENCE = 300.0  # seconds for a person to answer


class Permission:
    """The key for `server`, which has met us. `ledger` keeps it."""

    def __init__(self, server: Server, ledger: Ledger, tell: Progress) -> None:
        self._server = server
        self._ledger = ledger
        self._tell = tell
        self._note = f"zotero key {server.server_id}"
        self._stays = False

    def take(self) -> None:
        """Gives the server a key, asking the person where none is known. Raises `NotAuthorised` if the answer is no."""
        if self._server.key and self._stays:
            return
        self._server.key = self._ledger.change(self._note, lambda known: known)
        self._stays = bool(self._server.key)
        if not self._stays:
            self._ask()

    def forget(self) -> None:
        """The key is no longer good."""
        self._server.key, self._stays = "", False
        self._ledger.change(self._note, lambda _: "")

    def _ask(self) -> None:
        self._tell(_STAGE, 0, 1)
        content = json.dumps({"appName": "citekit"}).encode()
        headers = {"Content-Type": "application/json"}
        reply = self._server.request("POST", "/local/authorize", headers=headers, content=content, timeout=_PATIENCE)
        if reply.status == 403 and "denied" in reply.text:
            raise NotAuthorised("Zotero was not allowed to let citekit write; nothing was written")
        refuse(reply, "Zotero")
        try:
            said = reply.json()
        except ValueError:
            said = None
        if not isinstance(said, dict) or not isinstance(said.get("key"), str):
            raise NotZotero("Zotero: a key was asked for, and something else came")
        self._server.key, self._stays = said["key"], said.get("remember") is True
        if self._stays:
            self._ledger.change(self._note, lambda _: str(said["key"]))
        self._tell(_STAGE, 1, 1)
