"""`Library` → CSL-YAML, as `pandoc --citeproc` reads it: `references:` and a list, dates as EDTF, strings in Markdown."""

from __future__ import annotations

import re
from typing import Any

from citekit.exchange.csl.dates import edtf, item_date
from citekit.exchange.csl.markdown import in_strings, of_markup
from citekit.exchange.csl.variables import DATES
from citekit.formats import Library, Writer, Written
from citekit.writers.csl_json import items_of
from citekit.writers.yaml import written

_PLAIN_EDTF = re.compile(r"[\d/-]+~?")


def write(library: Library) -> Written:
    """A YAML document that is a bibliography of its own and the metadata of a Markdown document alike."""
    items, problems = items_of(library, "CSL-YAML")
    said = {"references": [in_strings(_with_dates(item), of_markup) for item in items]}
    return Written.of_text(f"---\n{written(said)}...\n", problems)


def _with_dates(item: dict[str, Any]) -> dict[str, Any]:
    return {name: _date(value) if name in DATES else value for name, value in item.items()}


def _date(said: dict[str, Any]) -> Any:
    """As EDTF where pandoc reads it so: it does not take the season from there, and no years of five figures."""
    text = edtf(said) or ""
    made = item_date(text)
    return text if "date-parts" in made and "season" not in made and _PLAIN_EDTF.fullmatch(text) else made


WRITER = Writer("csl-yaml", "CSL-YAML, as pandoc reads it", (".yaml", ".yml"), write)
