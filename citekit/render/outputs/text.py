"""Plain text: one reference a line."""

from __future__ import annotations

from pybtex.backends import plaintext


class Backend(plaintext.Backend):  # type: ignore[misc]
    """pybtex's, with dashes that are dashes."""

    symbols = {"ndash": "–", "newblock": " ", "nbsp": " "}  # noqa: RUF012

    def write_entry(self, key: str, label: str, text: str) -> None:
        self.output(f"{label} {text}\n")

    def unprintable(self, text: str) -> str:
        return ""
