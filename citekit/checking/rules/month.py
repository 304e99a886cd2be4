from __future__ import annotations

from collections.abc import Iterator

from citekit.bibtex.strings import MONTHS
from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted
from citekit.values.dates import month, parse


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    numbers_too = bibliography.model.name == "bibtex"  # biblatex wants a number or the macro
    for entry in bibliography.entries:
        field = entry.by_name.get("month")
        if field is None or field.source.lower() in MONTHS or not (said := field.latex.strip()):
            continue
        macro = month(said)
        if macro in MONTHS:
            if numbers_too or not said.isdecimal():
                hint = f"write month = {macro} (citekit fmt --months macro)"
                yield Spot(
                    field.at, f"{quoted(said)} is printed as it stands, in no style's own way; {hint}", entry.key
                )
        elif not macro and not parse(f"{said} 2000").month and not any(char.isalpha() for char in said):
            yield Spot(field.at, f"{quoted(said)} is no month", entry.key)


RULE = Rule("month", "warning", "A month in words or figures instead of the macro jan … dec, or that is none.", _look)
