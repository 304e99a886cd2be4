"""Records in Crossref's shape (https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md) and dumps of them."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Callable, Sequence
from typing import Any

import pytest

Record = dict[str, Any]


def made(
    doi: str, title: str, family: str = "Roe", year: int = 1990, *, volume: str = "", page: str = "", indexed: str = ""
) -> Record:
    record: Record = {"DOI": doi, "type": "journal-article", "title": [title], "issued": {"date-parts": [[year]]}}
    record["author"] = [{"given": "Ann", "family": family}]
    record |= {name: value for name, value in (("volume", volume), ("page", page)) if value}
    if indexed:
        record["indexed"] = {"date-parts": [[2024, 1, 1]], "date-time": indexed, "timestamp": 1}
    return record


RECORDS = [
    made(
        "10.1097/01241398-198505000-00026", "Infantile cortical hyperostosis", "Leung", 1985, volume="5", page="354-357"
    ),
    made("10.2165/00128071-200203060-00003", "Pustular skin disorders", "Mengesha", 2002, volume="3", page="389-400"),
    made("10.1056/nejmoa0807865", "An autoinflammatory disease", "Aksentijevich", 2009, volume="360", page="2426-2437"),
]


def lines(records: Sequence[Record]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def items(records: Sequence[Record]) -> bytes:
    return json.dumps({"items": list(records)}).encode()


def tar(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


SHAPES: dict[str, Callable[[Sequence[Record]], bytes]] = {
    "JSON lines": lines,
    "JSON lines with a byte order mark": lambda records: b"\xef\xbb\xbf" + lines(records),
    "lines without a last line break": lambda records: lines(records).rstrip(),
    "an object with items": items,
    "an object with items behind a byte order mark": lambda records: b"\xef\xbb\xbf" + items(records),
    "an object with items, over many lines": lambda records: json.dumps({"items": list(records)}, indent=2).encode(),
    "an answer of the REST API": lambda records: json.dumps(
        {"status": "ok", "message": {"total-results": 3, "items": list(records)}}
    ).encode(),
    "an array": lambda records: json.dumps(list(records)).encode(),
    "an array over many lines": lambda records: json.dumps(list(records), indent=1).encode(),
    "objects over many lines": lambda records: b"\n".join(json.dumps(record, indent=2).encode() for record in records),
    "gzip": lambda records: gzip.compress(lines(records)),
    "gzip in two members": lambda records: gzip.compress(lines(records[:1])) + gzip.compress(lines(records[1:])),
    "gzip of an object with items": lambda records: gzip.compress(items(records)),
    "tar": lambda records: tar({"a.jsonl": lines(records[:1]), "dump/b.json": items(records[1:])}),
    "tar.gz of gzipped files": lambda records: gzip.compress(
        tar(
            {f"{'long/' * 40}{number}.json.gz": gzip.compress(items([record])) for number, record in enumerate(records)}
        )
    ),
    "tar with names that lead elsewhere": lambda records: tar(
        {"../../a.jsonl": lines(records), "/etc/b.jsonl": lines([])}
    ),
}


@pytest.fixture
def record() -> Callable[..., Record]:
    return made


@pytest.fixture
def records() -> list[Record]:
    return RECORDS


@pytest.fixture(params=SHAPES)
def dump(request, tmp_path, records):
    """A file with the records, in one of the shapes that Crossref's records come in. Its name tells nothing."""
    file = tmp_path / "dump"
    file.write_bytes(SHAPES[request.param](records))
    return file
