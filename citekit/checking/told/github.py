"""For GitHub Actions: workflow commands, which it shows beside the lines of a change.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message; how texts are escaped:
https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit.checking.finding import Finding


def told(findings: Iterable[Finding]) -> Iterator[str]:
    for found in findings:
        file, title = _property(found.file), _property(found.rule)
        key = f"{found.key}: " if found.key else ""
        place = f"file={file},line={found.line},col={found.column},title={title}"
        yield f"::{found.severity} {place}::{_text(key + found.message)}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
