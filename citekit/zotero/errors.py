"""What stops us with Zotero. Each says what happened and what to do; none ever shows a key."""

from __future__ import annotations

from citekit.errors import InputError, RefusedError, UnreachableError

SWITCH = "Settings > Advanced > Allow other applications on this computer to communicate with Zotero"


class NotRunning(UnreachableError):
    """Nothing answers where Zotero should run on this computer."""


class NotZotero(UnreachableError):
    """Something answers, but not as Zotero does: a page for people, no JSON, more than anybody sends."""


class NotEnabled(RefusedError):
    """Zotero runs, but its local API is switched off."""


class NotAuthorised(RefusedError):
    """There is no key, it is not accepted, it may not read this library, or the person said no."""


class ReadOnly(RefusedError):
    """The library may be read, but not be written to."""


class Changed(RefusedError):
    """Something in the library has changed since it was read (412), or Zotero wants to know what we have read (428)."""


class Locked(RefusedError):
    """Somebody else writes to the library just now (409)."""


class TooLarge(RefusedError):
    """More than Zotero takes in one request (413)."""


class NotThere(InputError):
    """There is no such library, collection or item."""
