"""Writes small PDFs in Courier, every letter of which is as wide as any other, so that tests know where each word stands."""

from __future__ import annotations

from collections.abc import Sequence

SIZE = 8.0
LETTER = SIZE * 0.6  # Courier's width
Placed = tuple[float, float, str]  # x, y of the baseline from the page's lower left corner, text


def pdf(
    pages: Sequence[Sequence[Placed]], information: dict[str, str] | None = None, xmp: str = "", locked: bool = False
) -> bytes:
    """A PDF whose pages show these texts, written in this order. `locked`: it asks for a password."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R" + (b" /Metadata 5 0 R" if xmp else b"") + b" >>", b""]
    objects += [b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"]
    objects += [
        b"<<" + b"".join(f"/{k} ({_quoted(v)})".encode("cp1252") for k, v in (information or {}).items()) + b">>"
    ]
    objects += [_stream(xmp.encode(), b"/Type /Metadata /Subtype /XML")]
    kids = []
    for placed in pages:
        content = "".join(f"BT /F {SIZE} Tf {x:.1f} {y:.1f} Td ({_quoted(text)}) Tj ET\n" for x, y, text in placed)
        objects.append(_stream(content.encode("cp1252")))
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents"
        objects.append(f"{page} {len(objects)} 0 R >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    key = b"00" * 32  # of no password
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00><00>]" % (key, key)
        if locked
        else b""
    )
    return _file(objects, b"/Root 1 0 R /Info 4 0 R " + lock)


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def _quoted(text: str) -> str:
    return "".join("\\" + letter if letter in "()\\" else letter for letter in text)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n"
    return data + end % (size, table, size, trailer, len(data))
