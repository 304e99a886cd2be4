"""What the statuses of an answer mean (https://www.zotero.org/support/dev/web_api/v3/write_requests, …/basics, …/local_api)."""

from __future__ import annotations

from citekit.errors import RefusedError
from citekit.zotero.errors import SWITCH, Changed, Locked, NotAuthorised, NotEnabled, ReadOnly, TooLarge
from citekit.zotero.http import Reply

KEYS = "https://www.zotero.org/settings/keys"


def refuse(reply: Reply, name: str, key: str = "", *, writing: bool = False) -> None:
    """Raises what a status means that is no success. `name` is who answered; `key` is never said, even if the answer says it."""
    if 200 <= reply.status < 300:
        return
    said = " ".join(reply.text.split())
    raise _refusal(reply.status, (said.replace(key, "…") if key else said)[:200], name, bool(key), writing)


def _refusal(status: int, said: str, name: str, with_key: bool, writing: bool) -> RefusedError:
    match status:
        case 401:
            return NotAuthorised(f"{name} does not accept the key ({said})")
        case 403 if "Local API is not enabled" in said:
            return NotEnabled(f"Zotero does not let other programs read: switch on {SWITCH}")
        case 403 if "Invalid key" in said:
            return NotAuthorised(f"zotero.org does not know the key in ZOTERO_API_KEY; see {KEYS}")
        case 403 if writing:
            return ReadOnly(f"{name} does not let us write to this library ({said})")
        case 403 if with_key:
            return NotAuthorised(f"{name} does not let the key in ZOTERO_API_KEY read this library ({said})")
        case 403:
            return NotAuthorised(f"{name} does not let everybody read this library; set ZOTERO_API_KEY ({KEYS})")
        case 409:
            return Locked(f"{name}: somebody else writes to the library just now ({said}); try again in a minute")
        case 412 | 428:
            return Changed(f"{name}: {said or 'the library has changed since it was read'}")
        case 413:
            return TooLarge(f"{name}: more than it takes in one request ({said})")
    return RefusedError(f"{name} refused: HTTP {status} ({said})")
