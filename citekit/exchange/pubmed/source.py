"""The source line of a MEDLINE record (SO), which tells in one line where an article stands. Read where the tags of their own lack."""

from __future__ import annotations

import re

# J Vasc Interv Radiol. 2019 Nov;30(11):1759-1764.e6. doi: …   Adv Biomed Res. 2016 Apr 19;5:67.   Lancet. 1999 May 1;353
_PUBMED = re.compile(
    r"(?P<TA>[^.;]{2,200}(?:\([^()]{1,80}\))?)\. (?P<DP>\d{4}[^;:.]{0,40})"
    r"(?:;(?P<VI>[^():.;]{0,40})(?:\((?P<IP>[^()]{1,60})\))?(?::(?P<PG>[^.]{1,80}(?:\.e\d+)?))?)?(?:\.|$)"
)
# Ovid: Journal of Vascular & Interventional Radiology. 30(11):1759-1764, 2019 Nov.
_OVID = re.compile(
    r"(?P<TA>[^.;]{2,200})\. (?P<VI>[^():.,;]{1,40})(?:\((?P<IP>[^()]{1,60})\))?:(?P<PG>[^,]{1,80}), (?P<DP>\d{4}[^.]{0,40})\.?"
)


def source(text: str) -> dict[str, str]:
    """The tags that the line stands for; none where it is in no form we know."""
    found = _PUBMED.match(text) or _OVID.match(text)
    return {tag: value.strip() for tag, value in found.groupdict().items() if value and value.strip()} if found else {}
