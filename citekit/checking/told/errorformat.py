"""For editors: `file:line:column: severity: message [rule]`, as Vim's 'errorformat', Emacs' compilation mode and VS Code read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit.checking.finding import Finding


def told(findings: Iterable[Finding]) -> Iterator[str]:
    for found in findings:
        key = f"{found.key}: " if found.key else ""
        yield f"{found.file}:{found.line}:{found.column}: {found.severity}: {key}{found.message} [{found.rule}]"
