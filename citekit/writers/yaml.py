"""YAML as text: the one door to PyYAML for writing.

Text that any reader of YAML, 1.1 or 1.2, would take for something else is put in quotes.
"""

from __future__ import annotations

import re
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")
# What looks like a number, a date or a time, to some reader: 1e5, 0x1F, 010, 2009-06-04, 12:30, .5, +1
_LIKE_A_NUMBER = re.compile(r"[-+.]?[0-9.][0-9A-Za-z_.:+-]*(?:[ T][0-9:.+Zz -]+)?")


def written(value: Any) -> str:
    """Dicts (in their order), lists, texts, whole numbers and truth values as a YAML document, without a line that marks its begin."""
    import yaml

    base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

    class Dumper(base):  # type: ignore[misc]
        def ignore_aliases(self, data: Any) -> bool:
            return True

    def text(dumper: Any, said: str) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:str", _HALF.sub("\ufffd", said), style=_style(said))

    Dumper.add_representer(str, text)
    return str(
        yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=100, default_flow_style=False)
    )


def _style(text: str) -> str | None:
    """Quotes for what is like a number and for characters that nobody sees, `|` for lines, `None` where PyYAML may choose."""
    lines = text.split("\n")
    if _LIKE_A_NUMBER.fullmatch(text) or not all(line.isprintable() for line in lines):
        return '"'
    return "|" if len(lines) > 1 and text == text.strip() and all(line == line.rstrip() for line in lines) else None
