"""All rules for papers, one file each, in the order in which they look and are listed."""

from __future__ import annotations

from citekit.checking.paper.reading import PaperRule
from citekit.checking.paper.rules import (
    cited_case,
    cited_other_name,
    duplicate_across_files,
    missing_bibliography,
    missing_part,
    undefined_key,
    unfinished_run,
    unused_entry,
)

_IN_ORDER = (
    # files
    unfinished_run, missing_part, missing_bibliography,
    # keys
    undefined_key, cited_case, cited_other_name, duplicate_across_files, unused_entry,
)  # fmt: skip

PAPER_RULES: tuple[PaperRule, ...] = tuple(module.RULE for module in _IN_ORDER)
