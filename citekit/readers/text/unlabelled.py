"""What no label covers: who translated a work, and that it was never published."""

from __future__ import annotations

import re

from citekit.values.name_lists import parse_names
from citekit.values.names import Names

_BY = (
    r"(?:[Tt]ransl?(?:ated)?\.?(?:\s(?:and|&)\s(?:ed(?:ited)?|introd)\.?)?\sby|[Tt]ransl?\.|\([Tt]ransl?\.\)|[Üü]bers(?:etzt)?\.?\svon|[Üü]bers\."
    r"|[Tt]rad(?:\.|uit|ucido|uzido|otto)\s(?:par|de|por|di)|[Tt]rad\.|[Tt]rad(?:ucción|ução|uzione)\s(?:de|di))"
)
_NAME = r"(?P<name>[^\W\d_a-z][^,;()|\[\]\"“”]{2,80}?(?:,\sJr\.?)?)"
_BEHIND_BY = re.compile(
    rf"{_BY}\s+(?:l'\w+\s)?{_NAME}(?=\s*(?:[,;()|\[]|(?<=[^\W\d_]{{2}})\.(?:\s|$|\|)|$))"
)  # trans. Jane Roe
_BEFORE = re.compile(
    rf"{_NAME}\s?(?:,\s?|\(|\[)(?:[Tt]ransl?|[Üü]bers|[Tt]rad)\b\.?[)\]]"
)  # Jane Roe (trans.), (J. Roe, Trans.)
_WORDS = ("ransl", "rans.", "bers", "rad.", "radu", "radotto")


_UNPUBLISHED = re.compile(
    r"\b(?:unpublished|unveröffentlicht|non publié|inédit)[^,.;:()|\[\]]{0,40}|\b(?:manuscript )?(?:in preparation|submitted)\b",
    re.IGNORECASE,
)


def translators(unlabelled: str) -> Names:
    """The people behind *translated by*, or before *(trans.)*; none if the text says nothing of a translation."""
    if not any(word in unlabelled for word in _WORDS):
        return Names()
    found = _BEHIND_BY.search(unlabelled) or _BEFORE.search(unlabelled)
    return parse_names(found["name"]) if found else Names()


def unpublished(unlabelled: str) -> str:
    """`Unpublished lecture notes`, `in preparation`: what BibTeX wants as the `note` of an `unpublished` work; else `""`."""
    found = _UNPUBLISHED.search(unlabelled)
    return found[0].strip() if found else ""
