"""Entries of Hayagriva, the bibliography format of Typst, and references, in both directions.

An entry is a mapping as YAML has it:

    type: article
    title: Kinetics and luminescence
    author: ["Doan, T. D.", "Haug, Hartmut"]
    date: 2020-10-14
    page-range: 165126-165139
    serial-number: {doi: 10.1103/PhysRevB.102.165126}
    parent: {type: periodical, title: Physical Review B, volume: 102, issue: 16}

https://github.com/typst/hayagriva/blob/main/docs/file-format.md
"""

from citekit.exchange.hayagriva.reading import from_entry
from citekit.exchange.hayagriva.writing import to_entry, written

__all__ = ["from_entry", "to_entry", "written"]
