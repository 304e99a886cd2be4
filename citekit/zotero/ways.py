"""Which Zotero is asked: the one on this computer, or zotero.org.

`ZOTERO_API_KEY` is a key of zotero.org's, `ZOTERO_USER_ID` the number of the own library there (else the key tells it).
`CITEKIT_ZOTERO` may say `local` or `web`; `CITEKIT_ZOTERO_LOCAL_URL` and `CITEKIT_ZOTERO_URL` name other servers.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from citekit.errors import InputError, SourceError
from citekit.zotero.address import Address
from citekit.zotero.errors import NotAuthorised, NotThere
from citekit.zotero.server import Server

LOCAL, WEB = "http://127.0.0.1:23119", "https://api.zotero.org"


@dataclass(frozen=True, slots=True)
class Ways:
    """What the environment says. `wanted` is `local`, `web`, or `""` for whichever answers."""

    local: str = LOCAL
    web: str = WEB
    key: str = field(default="", repr=False)
    user: str = ""
    wanted: str = ""
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ, sleep: Callable[[float], None] = time.sleep) -> Ways:
        """Raises `InputError` for what cannot be meant."""
        wanted = environment.get("CITEKIT_ZOTERO", "").strip().lower()
        if wanted not in ("", "local", "web"):
            raise InputError("CITEKIT_ZOTERO", f"is {wanted!r}; it may be local or web")
        user = environment.get("ZOTERO_USER_ID", "").strip()
        if user and not user.isdecimal():
            raise InputError("ZOTERO_USER_ID", f"is {user!r}; it is a number (https://www.zotero.org/settings/keys)")
        key = environment.get("ZOTERO_API_KEY", "").strip()
        if not key.isascii() or not key.isprintable():
            raise InputError("ZOTERO_API_KEY", "holds what no key holds; copy it again")
        local = environment.get("CITEKIT_ZOTERO_LOCAL_URL", "") or LOCAL
        web = environment.get("CITEKIT_ZOTERO_URL", "") or WEB
        return cls(local.rstrip("/"), web.rstrip("/"), key, user, wanted, sleep)

    def at_home(self) -> Server:
        return Server(f"{self.local}/api", local=True, sleep=self.sleep)

    def online(self) -> Server:
        return Server(self.web, key=self.key, sleep=self.sleep)

    def for_reading(self, address: Address) -> Server:
        """The Zotero on this computer if it answers, else zotero.org if that may know the library. Raises what stopped the first."""
        if address.on_the_web or self.wanted == "web":
            return self.online()
        server = self.at_home()
        try:
            server.meet()
        except SourceError as error:
            if self.wanted == "local" or not (self.key or address.group):
                raise _with_hint(error) from error
            return self.online()
        return server


def _with_hint(error: SourceError) -> SourceError:
    return type(error)(f"{error}, or set ZOTERO_API_KEY (https://www.zotero.org/settings/keys) to ask zotero.org")


@dataclass(frozen=True, slots=True)
class Place:
    """A library on a server: `prefix` is the beginning of its paths, `name` what references call it (`user/475425`)."""

    server: Server
    prefix: str
    name: str


def place_of(address: Address, server: Server, ways: Ways) -> Place:
    """Where the library of an address is. Raises `NotThere` for a group that the server does not know."""
    if address.group:
        number = address.owner if address.owner.isdecimal() else _group_named(address, server, ways)
        return Place(server, f"/groups/{number}", f"group/{number}")
    if server.local:
        return Place(server, "/users/0", "user/0")
    number = address.owner or ways.user or _own_number(server)
    return Place(server, f"/users/{number}", f"user/{number}")


def _own_number(server: Server) -> str:
    """`{"key": "…", "userID": 475425, "username": "Ann Roe", "access": {…}}`"""
    if not server.key:
        raise NotAuthorised(
            "zotero.org gives the own library to nobody without a key; set ZOTERO_API_KEY (https://www.zotero.org/settings/keys)"
        )
    said = server.get("/keys/current")
    number = said.get("userID") if isinstance(said, dict) else None
    if not isinstance(number, int):
        raise NotAuthorised(
            "zotero.org does not know the key in ZOTERO_API_KEY; see https://www.zotero.org/settings/keys"
        )
    return str(number)


def _group_named(address: Address, server: Server, ways: Ways) -> str:
    prefix = "/users/0" if server.local else f"/users/{ways.user or _own_number(server)}"
    groups = server.all(f"{prefix}/groups", {}) or []
    found = [str(group.get("id")) for group in groups if _group_name(group) == address.owner]
    if len(found) != 1:
        known = ", ".join(sorted(filter(None, map(_group_name, groups)))) or "none"
        raise NotThere(
            address.text, f"{'no' if not found else 'more than one'} group has this name; there are: {known}"
        )
    return found[0]


def _group_name(group: Mapping[str, Any]) -> str:
    data = group.get("data")
    return str(data.get("name") or "") if isinstance(data, Mapping) else ""
