from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:www\.|[a-z0-9-]+\.(?:com|org|net|edu|gov|io)\b)", re.IGNORECASE)
_WHOLE = re.compile(r"\\url\s*\{(.*)\}", re.DOTALL)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        url = entry.get("url")
        if not url:
            continue
        if whole := _WHOLE.fullmatch(url):
            url = whole[1].strip()
        at = entry.by_name["url"].at
        if re.search(r"\s", "".join(line.strip() for line in url.split("\n"))) and "\\" not in url:
            yield Spot(at, f"{quoted(url)} has a space in it, where the link will end", entry.key)
        elif not _SCHEME.match(url) and _BARE_HOST.match(url):
            yield Spot(at, f"{quoted(url)} is no link without https:// before it", entry.key)


RULE = Rule("url", "warning", "A url with a space in it, or without https://.", _look)
