"""What a person decided of two records: kept in a file, honoured in every later run.

A decisions file holds one decision a line:

    {"verdict": "different", "left": "smith2009", "right": "a.jsonl#17", "note": "part II"}

or is a table (CSV, TSV) with the columns `left`, `right` and `verdict`. A verdict is `same`, `different` or `unsure`, which is no
decision: that is what `--unsure` writes for a person to replace. Other keys and columns are for the reader alone. Ids are those of
`citekit.ids`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from citekit.errors import InputError
from citekit.ids import places_by_id
from citekit.sameness import Contradiction, Sameness
from citekit.writers.decisions import decision_line

if TYPE_CHECKING:
    from citekit.dedupe import Decided
    from citekit.model import Reference

__all__ = ["Decision", "Decisions", "decision_line", "from_text"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What one line says of two ids."""

    verdict: Literal["same", "different"]
    left: str
    right: str
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions that do not contradict each other. Making one of decisions that do raises `InputError`, which names the lines.

    Those that follow count as well: what is the same as a third is the same, and what differs from it differs.
    """

    said: tuple[Decision, ...] = ()

    def __post_init__(self) -> None:
        _sameness((each, each.left, each.right) for each in self.said)

    def __add__(self, other: Decisions) -> Decisions:
        """Both together; raises `InputError` where they contradict each other."""
        return Decisions(tuple(dict.fromkeys((*self.said, *other.said))))

    def __bool__(self) -> bool:
        return bool(self.said)

    def among(self, references: Sequence[Reference]) -> Decided:
        """What is decided of these references, by their places, with all that follows from it.

        Decisions on ids that none of them has, or that two may have, are left out (see `unknown`). Raises `InputError` when two
        ids turn out to be one record and the decisions contradict each other thereby.
        """
        places = places_by_id(references)
        met = [each for each in self.said if each.left in places and each.right in places]
        sameness = _sameness(
            (each, places[each.left], places[each.right])
            for each in met
            if places[each.left] != places[each.right]  # merged before: nothing is left to decide
        )
        return cast("Decided", dict(sameness.pairs()))

    def unknown(self, references: Sequence[Reference]) -> tuple[str, ...]:
        """The ids that mean none of these references, each once."""
        places = places_by_id(references)
        return tuple(
            dict.fromkeys(name for each in self.said for name in (each.left, each.right) if name not in places)
        )


def from_text(text: str, file: str) -> Decisions:
    """Reads a decisions file; `file` is the name to report it by. Raises `InputError` for a line that cannot be understood and for
    decisions that contradict each other."""
    rows = _json_lines(text, file) if text.lstrip().startswith("{") or not text.strip() else _table(text, file)
    return Decisions(tuple(decision for line, row in rows if (decision := _decision(row, file, line))))


_UNDECIDED = frozenset({"unsure", "undecided", ""})


def _decision(row: Mapping[str, object], file: str, line: int) -> Decision | None:
    verdict = str(row.get("verdict") or "").strip().lower()
    if verdict in _UNDECIDED:
        return None
    if verdict not in ("same", "different"):
        raise InputError(file, f'line {line}: the verdict is "{verdict}"; write same, different or unsure')
    left, right = (_id(row.get(side)) for side in ("left", "right"))
    if not left or not right:
        raise InputError(
            file, f"line {line}: {'left' if not left else 'right'} is missing; it must be the id of a record"
        )
    return Decision("same" if verdict == "same" else "different", left, right, file, line)


def _id(value: object) -> str:
    """Ids are compared as they are written: the number 12 is the id `12`."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _json_lines(text: str, file: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            place = f" ({error.msg}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
            raise InputError(file, f"line {number}: no JSON object{place}") from None
        if not isinstance(row, dict):
            raise InputError(file, f"line {number}: no JSON object")
        yield number, row


def _table(text: str, file: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """A table as spreadsheets save it, with commas, semicolons or tabs, whichever part the headings."""
    heading = text.lstrip().split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text.lstrip("\n"), newline=""), delimiter=max(",;\t", key=heading.count))
    names: list[str] = []
    try:
        for row in rows:
            if not names:
                names = [cell.strip().lower() for cell in row]
                if not {"left", "right", "verdict"} <= set(names):
                    raise InputError(
                        file, "no decisions: neither JSON lines nor a table with the columns left, right, verdict"
                    )
            elif any(row):
                yield rows.line_num, dict(zip(names, map(str.strip, row), strict=False))
    except csv.Error as error:
        raise InputError(file, f"line {rows.line_num}: no table ({error})") from None


# ---------------------------------------------------------------- what follows


def _sameness(said: Iterable[tuple[Decision, Hashable, Hashable]]) -> Sameness[Decision]:
    try:
        return Sameness.of((each.verdict, left, right, each) for each, left, right in said)
    except Contradiction as found:
        raise InputError(found.against.file, _contradicted(found.against, found.because)) from None


def _contradicted(against: Decision, because: Sequence[Decision]) -> str:
    said = f"line {against.line} says that {against.left} and {against.right} are different"
    if not because:
        return f"{said}, but they are one record"
    lines = list(
        dict.fromkeys(
            f"line {each.line}" if each.file == against.file else f"{each.file} line {each.line}"
            for each in sorted(because, key=lambda each: (each.file, each.line))
        )
    )
    if len(lines) == 1:
        return f"{said}, but {lines[0]} makes them one work; change one of the two lines"
    return f"{said}, but {', '.join(lines[:-1])} and {lines[-1]} make them one work; change one of these lines"
