"""What a merge did, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit import __version__
from citekit.dedupe import Pair, why
from citekit.enrich import outage
from citekit.merging import Merged
from citekit.model import Library, Reference
from citekit.pipeline import Result

# ---------------------------------------------------------------- for machines


def as_json(result: Result) -> dict[str, object]:
    """The whole story as JSON values.

    `inputs`: file, format, how many references, whether a record of the page itself, the text that could not be used.
    `works`: key, type, members (file, line, number, key, text, confidence), why they are one, what conflicts, what the DOI step said.
    `unsure`: pairs a person should look at. `problems`: kind, message, file, line, key. `keys`: old → new.
    """
    return {
        "citekit": __version__,
        "inputs": [_input(library) for library in result.inputs],
        "works": [_work(result, index) for index in range(len(result.merged))],
        "unsure": [_pair(result, pair) for pair in _unsure(result)],
        "problems": [
            {"kind": p.kind, "message": p.message, "file": p.file, "line": p.line, "key": p.key}
            for p in result.problems
        ],
        "keys": result.key_map,
    }


def _input(library: Library) -> dict[str, object]:
    own = any(_is_own(reference) for reference in library)
    return {
        "file": library.file,
        "format": library.format,
        "references": len(library) - own,
        "own_record": own,
        "unused": [{"line": b.line, "text": b.text} for b in library.blocks if b.kind in ("unused", "failed")],
    }


def _work(result: Result, index: int) -> dict[str, object]:
    work = result.merged[index]
    said: dict[str, object] = {
        "key": work.reference.key,
        "type": work.reference.type,
        "members": [_member(member) for member in work.members],
    }
    if len(work.members) > 1:
        said["same_because"] = _why(result, work)
        said["conflicts"] = [problem.message for problem in work.problems]
    if result.matches:
        match = result.matches[index]
        said["doi"] = {
            "status": match.status,
            "doi": match.doi,
            "reason": match.reason,
            "evidence": [
                {"field": e.field, "verdict": e.verdict, "ours": e.ours, "theirs": e.theirs} for e in match.evidence
            ],
        }
    return said


def _member(reference: Reference) -> dict[str, object]:
    origin = reference.origin
    return {
        "file": origin.file if origin else "",
        "line": origin.line if origin else 0,
        "number": origin.number if origin else 0,
        "key": reference.key,
        "text": origin.text if origin else "",
        "confidence": None if reference.confidence is None else round(reference.confidence, 3),
    }


def _pair(result: Result, pair: Pair) -> dict[str, object]:
    left, right = result.references[pair.left], result.references[pair.right]
    return {"left": _member(left), "right": _member(right), "reasons": list(why(result.references, pair).reasons)}


def _unsure(result: Result) -> Iterator[Pair]:
    return (pair for pair in result.grouping.pairs if pair.verdict == "unsure")


def _why(result: Result, work: Merged) -> list[str]:
    """The reasons of the pairs within a group, each sentence once, in the order they come."""
    members = {id(member) for member in work.members}
    return list(
        dict.fromkeys(
            reason
            for pair in result.grouping.pairs
            if pair.verdict == "same"
            and id(result.references[pair.left]) in members
            and id(result.references[pair.right]) in members
            for reason in why(result.references, pair).reasons
        )
    )


def _is_own(reference: Reference) -> bool:
    return reference.origin is not None and reference.origin.number == 0


# ---------------------------------------------------------------- for people


def as_text(result: Result, output: str) -> str:
    """The story on a screen: what was read, what was merged and why, what is unsure, what to look at."""
    sections = (_read(result), _merged(result), _doubts(result), _dois(result), _problems(result))
    lines = [line for section in sections for line in section]
    total = len(result.references)
    where = "standard output" if output == "-" else output
    lines.append(f"{_count(total, 'record')} read, {_count(len(result.merged), 'work')} written to {where}")
    return "\n".join(lines) + "\n"


def _read(result: Result) -> Iterator[str]:
    yield "read"
    width = max((len(library.file) for library in result.inputs), default=0)
    for library in result.inputs:
        own = any(_is_own(reference) for reference in library)
        parts = ["its own record"] if own else []
        if len(library) > own:
            parts.append(_count(len(library) - own, "reference"))
        parts = parts or ["no references found"]
        yield f"  {library.file:{width}}  {library.format}: {' and '.join(parts)}{_unused(library)}"


def _unused(library: Library) -> str:
    unused = [block for block in library.blocks if block.kind == "unused"]
    if not unused:
        return ""
    lines = sum(1 for block in unused for line in block.text.splitlines() if line.strip())
    return f"; {_count(lines, 'line')} of other text not used (from line {unused[0].line})"


def _merged(result: Result) -> Iterator[str]:
    several = [work for work in result.merged if len(work.members) > 1]
    if several:
        yield "merged"
    for work in several:
        yield f"  {work.reference.key}  {_places(work.members)}"
        yield f"      {'; '.join(_why(result, work)[:4])}"
        for problem in work.problems:
            yield f"      {problem.message}"


def _places(members: Iterable[Reference]) -> str:
    return ", ".join(sorted(_place(member) for member in members))


def _place(reference: Reference) -> str:
    origin = reference.origin
    if origin is None:
        return reference.key
    if origin.format == "bibtex":
        return f"{origin.file} {reference.key}"
    return f"{origin.file} itself" if origin.number == 0 else f"{origin.file} no. {origin.number}"


def _doubts(result: Result) -> Iterator[str]:
    pairs = list(_unsure(result))
    if pairs:
        yield "unsure, kept apart"
    for pair in pairs:
        yield f"  {_place(result.references[pair.left])} and {_place(result.references[pair.right])}"
        yield f"      {'; '.join(why(result.references, pair).reasons)}"


def _dois(result: Result) -> Iterator[str]:
    if not result.matches:
        return
    counts = {
        status: sum(m.status == status for m in result.matches) for status in ("found", "had-doi", "unsure", "none")
    }
    yield "DOIs"
    yield (
        f"  {counts['found']} found, {counts['had-doi']} already there, {counts['unsure']} unsure and left empty,"
        f" {counts['none']} without a matching record"
    )
    for work, match in zip(result.merged, result.matches, strict=True):
        if match.status == "unsure":
            yield f"  {work.reference.key}: {match.reason}"
    silent = outage(result.matches)
    if silent:
        yield f"  {silent}"


def _problems(result: Result) -> Iterator[str]:
    shown = [problem for problem in result.problems if problem.kind != "conflict"]
    if shown:
        yield "please look at"
    for problem in shown:
        yield f"  {problem}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
