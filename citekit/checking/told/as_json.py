"""For programs: one JSON object.

{"files": ["a.bib"],
 "findings": [{"file": "a.bib", "line": 3, "column": 5, "key": "smith2009", "rule": "year", "severity": "warning", "message": "…"}],
 "counts": {"error": 0, "warning": 1, "rules": {"year": 1}}}
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from citekit.checking.finding import Finding


def told(findings: Sequence[Finding], files: Sequence[str]) -> str:
    severities = Counter(found.severity for found in findings)
    rules = Counter(found.rule for found in findings)
    said = {
        "files": list(files),
        "findings": [
            {
                "file": found.file,
                "line": found.line,
                "column": found.column,
                "key": found.key,
                "rule": found.rule,
                "severity": found.severity,
                "message": found.message,
            }
            for found in findings
        ],
        "counts": {
            "error": severities["error"],
            "warning": severities["warning"],
            "rules": dict(sorted(rules.items())),
        },
    }
    return json.dumps(said, ensure_ascii=False, indent=2)
