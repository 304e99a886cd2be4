"""Plans to Zotero's API, fifty in a request (https://www.zotero.org/support/dev/web_api/v3/write_requests).

POST …/users/475425/items                 Zotero-Write-Token: 32 letters, so that a request that is sent twice counts once
[{"itemType": "book", "title": "…"}, {"key": "ABCD2345", "version": 57, "title": "…"}]
→ {"successful": {"0": {"key": "BCDE3456", "version": 58, …}}, "unchanged": {"1": "ABCD2345"},
   "failed": {"2": {"key": "…", "code": 412, "message": "…"}}}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from citekit.errors import SourceError
from citekit.exchange.zotero import library_of
from citekit.model import Problem, Progress, Reference
from citekit.zotero.errors import Changed, NotAuthorised, NotZotero, TooLarge
from citekit.zotero.http import Reply
from citekit.zotero.permission import Permission
from citekit.zotero.planning import Plan
from citekit.zotero.pushed import Outcome
from citekit.zotero.ways import Place

MOST = 50


def write(plans: Sequence[Plan], place: Place, permission: Permission | None, outcome: Outcome, tell: Progress) -> None:
    """Writes all plans. What Zotero does not take is refused with its reason. Where a request fails as a whole, nothing further is tried:
    the error is raised if nothing was written yet, else the rest is refused with it."""
    writer = _Writer(place, permission, outcome)
    todo = [[plan] for plan in plans if plan.whole]
    others = [plan for plan in plans if not plan.whole]
    todo += [others[at : at + MOST] for at in range(0, len(others), MOST)]
    done = 0
    for at, batch in enumerate(todo):
        tell("writing", done, len(plans))
        try:
            if batch[0].whole:
                writer.replace(batch[0])
            else:
                writer.send(batch)
        except SourceError as error:
            if not outcome.has_written:
                raise
            rest = [plan for batch in todo[at:] for plan in batch]
            for plan in rest:
                outcome.refuse(plan.place, plan.reference, f"not written: {error}")
            outcome.problems.append(Problem("unwritten", f"{len(rest)} references were not written: {error}"))
            return
        done += len(batch)
    tell("writing", len(plans), len(plans))


class _Writer:
    def __init__(self, place: Place, permission: Permission | None, outcome: Outcome) -> None:
        self._place = place
        self._permission = permission
        self._outcome = outcome

    def send(self, batch: Sequence[Plan]) -> None:
        """One request; two about half as many each where that is too large."""
        token = {"Zotero-Write-Token": uuid4().hex}
        items = [_written(plan) for plan in batch]
        try:
            reply = self._allowed(lambda: self._place.server.post(f"{self._place.prefix}/items", items, token))
        except TooLarge as error:
            if len(batch) == 1:
                self._outcome.refuse(batch[0].place, batch[0].reference, f"too large for Zotero ({error})")
                return
            half = len(batch) // 2
            self.send(batch[:half])
            self.send(batch[half:])
            return
        except Changed as error:
            if "token" not in str(error):
                raise
            for plan in batch:  # it arrived the first time, and only the answer did not
                self._take(plan, {})
            return
        self._read(batch, _json(reply))

    def replace(self, plan: Plan) -> None:
        """An item written anew, for its type changes: `PUT …/items/ABCD2345`, `If-Unmodified-Since-Version: 57`."""
        version = {"If-Unmodified-Since-Version": str(plan.version)}
        path = f"{self._place.prefix}/items/{plan.key}"
        try:
            reply = self._allowed(lambda: self._place.server.put(path, plan.body, version))
        except (Changed, TooLarge) as error:
            self._outcome.refuse(
                plan.place, plan.reference, _reason(412 if isinstance(error, Changed) else 413, str(error))
            )
            return
        self._take(plan, {"key": plan.key, "version": reply.headers.get("last-modified-version", "")})

    def _allowed(self, request: Callable[[], Reply]) -> Reply:
        """A request with a key; with a new one where the old is no longer good."""
        if self._permission is None:
            return request()
        self._permission.take()
        try:
            return request()
        except NotAuthorised:
            self._permission.forget()
            self._permission.take()
            return request()

    def _read(self, batch: Sequence[Plan], said: Mapping[str, Any]) -> None:
        written, kept, failed = (_part(said, name) for name in ("successful", "unchanged", "failed"))
        keys = _part(said, "success")
        for number, plan in enumerate(batch):
            at = str(number)
            if at in written or at in keys:
                item = written.get(at)
                self._take(plan, item if isinstance(item, Mapping) else {"key": keys.get(at)})
            elif at in kept:
                self._outcome.unchanged[plan.place] = plan.reference
            else:
                fault = failed.get(at)
                told = fault if isinstance(fault, Mapping) else {"message": "Zotero's answer does not mention it"}
                self._outcome.refuse(
                    plan.place, plan.reference, _reason(told.get("code"), str(told.get("message") or ""))
                )

    def _take(self, plan: Plan, item: Mapping[str, Any]) -> None:
        done = self._outcome.updated if plan.key else self._outcome.created
        done[plan.place] = remembering(plan.reference, item, self._place)


def remembering(reference: Reference, item: Mapping[str, Any], place: Place) -> Reference:
    """The reference with the key and version of the item that it is now."""
    key, version = str(item.get("key") or ""), str(item.get("version") or "")
    if not key:
        return reference
    if version and place.server.server_id:
        version = f"{version}@{place.server.server_id}"
    library = library_of(item) or place.name
    return reference.with_fields({"zotero-key": f"{library}/{key}", "zotero-version": version})


def _written(plan: Plan) -> dict[str, Any]:
    return {"key": plan.key, "version": plan.version, **plan.body} if plan.key else plan.body


def _reason(code: object, message: str) -> str:
    said = " ".join(message.split())[:200]
    match code:
        case 412 | 428:
            return f"it was changed in Zotero after it was read; pull it again ({said})"
        case 404:
            return f"it is no longer in Zotero; take out zotero-key to add it anew ({said})"
        case 413:
            return f"too large for Zotero ({said})"
    return f"Zotero refused it: {said}" if said else "Zotero refused it and does not say why"


def _json(reply: Reply) -> Mapping[str, Any]:
    try:
        said = reply.json()
    except ValueError:
        said = None
    if not isinstance(said, Mapping):
        raise NotZotero(
            "Zotero took the items, but its answer breaks off; look there what has arrived before pushing again"
        )
    return said


def _part(said: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = said.get(name)
    if isinstance(part, list):  # PHP writes an empty object so
        return {str(at): each for at, each in enumerate(part)}
    return part if isinstance(part, Mapping) else {}
