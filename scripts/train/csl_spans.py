"""A marked text from csl.js → the reference and its spans, cut to the conventions of the labelled data; None where anything is doubtful.

The processor says which variables a stretch was printed for. What stands in it besides the value — `vol.`, quotation marks, `edited by` —
is found by comparing letters and digits with the value, which no style changes except in case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from csl_stock import Item

Spans = list[tuple[str, int, int]]
Node = tuple[frozenset[str], int, int]  # variables, where the stretch starts and ends
_MARK = re.compile("\ue000([^\ue001]*)\ue001|(\ue002)")
_PEOPLE = frozenset(
    "author editor translator composer container-author collection-editor director editorial-director illustrator interviewer "
    "original-author recipient reviewed-author editor-translator editortranslator organizer compiler curator chair guest host "
    "producer performer narrator contributor script-writer series-creator executive-producer".split()
)
_VALUES = {  # variable → label, the item's variables whose value may have been printed
    "title": ("title", ("title",)), "container-title": ("container", ("container-title", "container-title-short")),
    "event": ("container", ("event", "event-title")), "event-title": ("container", ("event", "event-title")),
    "volume": ("volume", ("volume",)), "issue": ("issue", ("issue",)), "publisher": ("publisher", ("publisher",)),
    "publisher-place": ("location", ("publisher-place",)), "event-place": ("location", ("event-place",)),
    "DOI": ("doi", ("DOI",)), "URL": ("url", ("URL",)),
}  # fmt: skip
_VOLUME_WORD = re.compile(r"(?:\bvol(?:ume)?s?|\bBd|\bBand|\btome|\bt)\.? ?$", re.IGNORECASE)
_QUOTES = "\"'“”„‟«»‹›‘’‚"
# Outside the spans: a word or bracket whose value is missing (`s. .`, `(, 1990`, `no. ,`), marks printed twice, a style's own `Proceedings of`
_UNTIDY = re.compile(
    r"\b(?:pp?|s|vol|no|nr|bd|in)\.? ?[,;)]|\b(?:pp?|s|vol|no|nr|bd|in)\.? \.|\bpp?\.$|[:(,;] ?[.,;)]|\. \.|\.\. |\(\)|proceedings",
    re.IGNORECASE,
)
_ODD = re.compile(r"undefined|<a |\[CSL|\[object|NaN|no place|s\.l\.|n\. ?d\.|[\ue000-\ue0ff]")


def spanned(marked: str, item: Item, *, numbered: bool) -> tuple[str, Spans] | None:
    """With `numbered`, the number the style gives to the first of a list stays in the text."""
    text, nodes = _plain(marked, numbered)
    if len(text) < 30 or _ODD.search(text):
        return None
    spans: Spans = []
    for node in nodes:
        found = _span(text, node, item)
        if found is None:
            return None
        spans += [found] if found[0] else []
    spans.sort(key=lambda span: span[1])
    accessed = [(start, end) for names, start, end in nodes if "accessed" in names]
    return (text, spans) if _is_sound(text, spans, item, accessed) else None


def _plain(marked: str, numbered: bool) -> tuple[str, list[Node]]:
    """White space collapses; of stretches within a stretch only the innermost count."""
    text, at = "", 0
    nodes: list[Node] = []
    begun: list[tuple[frozenset[str], int, int]] = []  # variables, start, nodes found before

    def put(piece: str) -> None:
        nonlocal text
        piece = re.sub(r"\s+", " ", piece)
        text += piece[1:] if piece[:1] == " " and text[-1:] in ("", " ") else piece

    for mark in _MARK.finditer(marked):
        put(marked[at : mark.start()])
        at = mark.end()
        if not mark[2]:
            begun.append((frozenset(mark[1].split(",")), len(text), len(nodes)))
            continue
        names, start, before = begun.pop()
        if "citation-number" in names and not numbered:
            text = text[:start].rstrip(" [(")
            at += len(re.match(r"[\s.)\]:]*", marked[at:])[0])
        elif len(nodes) == before:
            nodes.append((names, start, len(text)))
    put(marked[at:])
    return text.rstrip(), nodes


def _span(text: str, node: Node, item: Item) -> tuple[str, int, int] | None:
    """The span of one stretch; with an empty label if it has none, None if the value is not found there."""
    names, start, end = node
    nothing = ("", start, start)
    if names & _PEOPLE:
        return _people(text, start, end, item) or (nothing if _translates(text[start:end], item) else None)
    if "issued" in names:
        return _date(text, start, end, item)
    if names & {"page", "page-first"}:
        return _pages(text, start, end, item)
    if "collection-number" in names:
        place = _value(text, start, end, item["collection-number"])
        is_volume = place and "volume" not in item and _VOLUME_WORD.search(text[: place[0]])
        return ("volume", *place) if is_volume else nothing
    for name in sorted(names & _VALUES.keys()):
        label, sources = _VALUES[name]
        for source in sources:
            place = source in item and _value(text, start, end, item[source])
            if place:
                return (label, *place)
        return None
    return nothing


def _letters(text: str) -> list[tuple[str, int]]:
    return [(letter.lower()[0], at) for at, letter in enumerate(text) if letter.isalnum()]


def _value(text: str, start: int, end: int, value: str) -> tuple[int, int] | None:
    """Where the letters and digits of a value stand in `text[start:end]`, with the marks at the value's own ends."""
    here, wanted = _letters(text[start:end]), "".join(letter for letter, _ in _letters(value))
    at = "".join(letter for letter, _ in here).find(wanted)
    if at < 0 or not wanted:
        return None
    first, last = start + here[at][1], start + here[at + len(wanted) - 1][1] + 1
    if last < end and text[last].isalpha():  # the abbreviated title is the beginning of the full one
        return None
    opening = re.match(r"[\W_]*", value)[0].strip()
    closing = re.sub(r"\s", "", re.search(r"[\W_]*$", value)[0]).rstrip(".,;:")
    while opening and first > start and _alike(text[first - 1], opening[-1]):
        first, opening = first - 1, opening[:-1]
    for mark in closing:
        spaced = last + (text[last : last + 1] == " ")
        if spaced >= len(text) or not _alike(text[spaced], mark):
            return None if mark not in _QUOTES else (first, last)
        last = spaced + 1
    return first, last


def _alike(one: str, other: str) -> bool:
    return one == other or (one in _QUOTES and other in _QUOTES) or (one in "-–—" and other in "-–—")


def _date(text: str, start: int, end: int, item: Item) -> tuple[str, int, int] | None:
    piece = text[start:end]
    start += len(re.match(r"(?:\W|(?:published|am|le|du|el|il|den|em|on|del|vom|de|c)\b)*", piece, re.IGNORECASE)[0])
    end = start + len(re.sub(r"\W+$", "", text[start:end]))
    is_short = len(re.findall(r"[^\W\d_]+", text[start:end])) < 4 and end - start < 30
    return ("date", start, end) if is_short and str(item["issued"]["date-parts"][0][0]) in text[start:end] else None


def _pages(text: str, start: int, end: int, item: Item) -> tuple[str, int, int] | None:
    first = item["page"].partition("-")[0]
    found = re.search(rf"(?<![\w]){re.escape(first)}(?:[-–—‑−]+\w+)?(?=(\W*)$)", text[start:end])
    return found and ("pages", start + found.start(), start + found.end())


def _people(text: str, start: int, end: int, item: Item) -> tuple[str, int, int] | None:
    """From the first name to the last, or to what follows them (`et al`, `(Hrsg.)`), without `edited by` and marks around."""
    piece = text[start:end].replace("’", "'").lower()
    for label in ("author", "editor"):
        people = item.get(label, [])
        begins = [at for at in (_begins(piece, person) for person in people) if at >= 0]
        if not begins:
            continue
        if _begins(piece, people[0]) < 0 or not re.fullmatch(r"[^\d]{0,40}", text[start : start + min(begins)]):
            return None
        start += min(begins)
        end = start + len(text[start:end].rstrip(" .,;:"))
        while text[end - 1] in ")]" and text.count("(", start, end) + text.count("[", start, end) < text.count(
            ")", start, end
        ) + text.count("]", start, end):
            end = start + len(text[start : end - 1].rstrip(" .,;:"))
        end = end + 1 if text[end : end + 1] == ")" and "(" in text[start:end].rpartition(")")[2] else end
        return label, start, end
    return None


def _translates(piece: str, item: Item) -> bool:
    return any(_begins(piece.replace("’", "'").lower(), person) >= 0 for person in item.get("translator", []))


def _begins(piece: str, person: dict) -> int:
    """Where a person's name starts in a list of people, given names or initials before the family name included; -1 if it is not there."""
    name = (person.get("literal") or person["family"]).replace("’", "'").lower()
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", piece) or re.search(
        rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)", piece
    )
    if not found:
        return -1
    start = found.start()
    given = [part for part in re.split(r"[\s.\-‐]+", person.get("given", "").replace("’", "'").lower()) if part]
    known = {*given, *(part[0] for part in given), *name.split(), "".join(part[0] for part in given)}
    while before := re.search(r"([^\s.\-‐,]+)[\s.\-‐]*$", piece[:start]):
        if before[1] not in known:
            break
        start = before.start()
    return start


def _is_sound(text: str, spans: Spans, item: Item, accessed: Sequence[tuple[int, int]]) -> bool:
    """No overlap, nothing twice but dates, enough of them, and no value left outside."""
    labels = [label for label, _, _ in spans]
    if any(end > start for (_, _, end), (_, start, _) in pairwise(spans)) or any(a >= b for _, a, b in spans):
        return False
    once = [label for label in labels if label != "date"]
    if len(once) != len(set(once)) or len(labels) < 3 or labels.count("date") > 2:
        return False
    if "title" not in labels and item["type"] not in ("article-journal", "chapter", "paper-conference"):
        return False
    if any(_is_fused(text, span) for span in spans):
        return False
    outside = list(text)
    for start, end in [*((start, end) for _, start, end in spans), *accessed]:
        outside[start:end] = "\0" * (end - start)
    rest = "".join(outside).lower()
    return not _UNTIDY.search(rest) and not any(value.lower() in rest for value in _telling(item))


def _is_fused(text: str, span: tuple[str, int, int]) -> bool:
    """Whether a letter or digit stands right before or behind, where a style forgot a space; `p123` and `Vol3` are meant so."""
    label, start, end = span
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    is_meant = label in ("volume", "issue", "pages") and before.isalpha() and text[start].isdecimal()
    return (
        after.isalnum()
        or (before.isalnum() and not is_meant)
        or (text[start:end].count("(") != text[start:end].count(")"))
    )


def _telling(item: Item) -> list[str]:
    """Values that must not stand outside the spans."""
    people = [
        person.get("literal") or person["family"]
        for person in [*item.get("author", [])[:2], *item.get("editor", [])[:2]]
    ]
    values = [item.get(name, "") for name in ("container-title", "publisher", "publisher-place", "event-title", "DOI")]
    year = str(item["issued"]["date-parts"][0][0])
    return [*(p for p in people if len(p) > 3), *(v for v in values if len(v) > 4), item["title"][:24], year]
