"""Layouts of reference lists, as pages give them when they are copied. Each takes references and a chance, and returns a text.

A layout never changes letters or digits of a reference, save those that `AUTHOR_LEFT_OUT` says.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from random import Random

from page_surroundings import RUNNING, STAMPS

Layout = Callable[[Sequence[str], Random], str]


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    return "\n".join(
        textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)
    )  # fmt: skip


def each(form: str, between: str = "\n") -> Layout:
    """One after the other; `{n}` counts, `{t}` is the reference."""

    def layout(references: Sequence[str], chance: Random) -> str:
        return between.join(form.format(n=n, t=t) for n, t in enumerate(references, 1))

    return layout


def wrapping(form: str, indent: int = 0, between: str = "\n", narrow: bool = False) -> Layout:
    """The same, wrapped at one width, with a hanging indent (or a first line's, if negative)."""

    def layout(references: Sequence[str], chance: Random) -> str:
        width = chance.randint(38, 60) if narrow else chance.randint(60, 100)
        first, rest = (" " * -indent, "") if indent < 0 else ("", " " * indent)
        return between.join(
            wrapped(form.format(n=n, t=t), width, first, rest) for n, t in enumerate(references, 1)
        )  # fmt: skip

    return layout


def labelled(form: str, labels: Sequence[str], between: str = "\n") -> Layout:
    """Link labels behind most references."""

    def layout(references: Sequence[str], chance: Random) -> str:
        parts = []
        for n, t in enumerate(references, 1):
            parts.append(form.format(n=n, t=t, l=chance.choice(labels) if chance.random() < 0.85 else "").rstrip())
        return between.join(parts)

    return layout


def codes(form: str) -> Layout:
    def layout(references: Sequence[str], chance: Random) -> str:
        style = chance.randrange(3)
        parts = []
        for n, text in enumerate(references):
            family = (re.findall(r"[^\W\d_]{3,}", text) or ["Anon"])[0]
            year = (re.findall(r"(?:19|20)\d\d", text) or ["2000"])[0]
            made = (f"{family[:3]}{year[2:]}", f"{family[:3].upper()}+{year[2:]}", f"RFC{2000 + n}")[style]
            parts.append(form.format(c=made, t=text))
        return "\n".join(parts)

    return layout


def code_hanging(references: Sequence[str], chance: Random) -> str:
    """As in an RFC."""
    return "\n\n".join(
        wrapped(f"[RFC{2000 + n}]".ljust(11) + text, 72, "   ", " " * 14) for n, text in enumerate(references)
    )  # fmt: skip


def footnotes(form: str) -> Layout:
    """Up to three works in a note, parted by semicolons."""

    def layout(references: Sequence[str], chance: Random) -> str:
        notes, left = [], list(references)
        while left:
            taken = chance.choice((1, 1, 2, 3))
            notes.append("; ".join(text.rstrip(" .;") for text in left[:taken]) + ".")
            left = left[taken:]
        return "\n".join(form.format(n=n, t=t) for n, t in enumerate(notes, 1))

    return layout


def repeated_author(dash: str) -> Layout:
    """Every third reference has a dash for its author."""

    def layout(references: Sequence[str], chance: Random) -> str:
        return "\n".join(dashed(t, dash) if n % 3 == 2 else t for n, t in enumerate(references))

    return layout


def dashed(text: str, dash: str) -> str:
    """`———. (1991). La vieille …`; the reference itself where no author and year head it."""
    found = re.match(r"[^\d()]{4,80}?(?=\((?:19|20)\d\d|(?:19|20)\d\d)", text)
    return f"{dash} {text[found.end() :]}" if found else text


def one_line(form: str) -> Layout:
    return each(form, " ")


def ragged(references: Sequence[str], chance: Random) -> str:
    """Numbers in the text, which is wrapped anywhere: a number may end a line."""
    return wrapped(" ".join(f"{n}. {t}" for n, t in enumerate(references, 1)), chance.randint(70, 110))


def paged(
    form: str, indent: int = 0, feed: bool = True, head: bool = True, number: bool = True, blank: bool = False
) -> Layout:
    """A PDF's text: wrapped, with a page's end every 20 to 40 lines."""

    def layout(references: Sequence[str], chance: Random) -> str:
        lines = wrapping(form, indent)(references, chance).split("\n")
        high, page, running = chance.randint(20, 40), chance.randint(2, 300), chance.choice(RUNNING)
        stamp = chance.choice(STAMPS) if chance.random() < 0.5 else ""
        sides = chance.random() < 0.5
        parts: list[str] = []
        since = chance.randrange(high)
        for line in lines:
            if since == high:
                parts += _page_end(page, running if head else "", stamp if head else "", feed, number, sides, blank)
                page, since = page + 1, 0
            parts.append(line)
            since += 1
        return "\n".join(parts).replace("\f\n", "\f")

    return layout


def _page_end(page: int, running: str, stamp: str, feed: bool, number: bool, sides: bool, blank: bool) -> list[str]:
    foot = [stamp] if stamp else []
    top = [running] if running else []
    if number and sides and running:
        top = [f"{page + 1} {running}" if page % 2 else f"{running} {page + 1}"]
    elif number:
        foot.append(str(page))
    gap = [""] if blank else []
    return [*gap, *foot, *(["\f"] if feed else []), *top, *gap]


def hyphenated(form: str) -> Layout:
    def layout(references: Sequence[str], chance: Random) -> str:
        width = chance.randint(45, 75)
        return "\n".join("\n".join(_hyphenated(form.format(n=n, t=t), width)) for n, t in enumerate(references, 1))

    return layout


def _hyphenated(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        room = width - len(lines[-1]) - 2
        if room > len(word):
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif re.fullmatch(r"[a-z]{7,}[.,]?", word) and room >= 3:
            cut = min(room, len(word) - 3)
            lines[-1] = f"{lines[-1]} {word[:cut]}-".strip()
            lines.append(word[cut:])
        else:
            lines.append(word)
    return lines


def torn(form: str) -> Layout:
    """Wrapped, with a blank line in the middle of some references."""

    def layout(references: Sequence[str], chance: Random) -> str:
        parts = []
        for n, text in enumerate(references, 1):
            lines = wrapped(form.format(n=n, t=text), 80).split("\n")
            if len(lines) > 1 and chance.random() < 0.3:
                lines.insert(chance.randrange(1, len(lines)), "")
            parts.append("\n".join(lines))
        return "\n".join(parts)

    return layout


_PARTS = re.compile(r"(?<=[a-z]{2}[.?]) (?=[A-Z“\"])|(?<=\d\d\d\d\)[.:,]) |(?<=\d\d\d\d\)) ")


def in_parts(form: str, labels: str, between: str = "\n") -> Layout:
    """Authors, title and journal each on a line of its own, as new sites set them."""

    def layout(references: Sequence[str], chance: Random) -> str:
        parts = []
        for n, text in enumerate(references, 1):
            parts.append(form.format(n=n, t="\n".join(_PARTS.split(text, maxsplit=3)), l=labels))
        return between.join(parts)

    return layout


def shredded(references: Sequence[str], chance: Random) -> str:
    """Every name and number in an element of its own, each on a line (Oxford Academic as plain text)."""
    parts = []
    for n, text in enumerate(references, 1):
        pieces = [piece for piece in re.split(r"(, |; |: |\. (?=[A-Z])| \(|\)|[-–])", text) if piece.strip()]
        parts.append(
            f"{n}.\n"
            + "\n".join(piece.strip() for piece in pieces)
            + "\nGoogle Scholar\nCrossref\nSearch ADS\nPubMed\nWorldCat"
        )
    return "\n".join(parts)


def with_abstracts(references: Sequence[str], chance: Random) -> str:
    """Chemistry journals print what a database has on the work below its reference (ACS)."""
    parts = []
    for n, text in enumerate(references, 1):
        parts.append(f"{n}. {text}\n[Crossref], [CAS], Google Scholar")
        if chance.random() < 0.7:
            parts.append(
                f"{n}\nGrowth of bones under a load\nJournal of Bones (2010), 12 (3), 123-130 CODEN: JBONES; ISSN:1234-5678."
                " (Bone Press)\nBones of children were measured. They were found to be shorter than had been thought."
                "\n>> More from SciFinder ®\nhttps://chemport.example/resolver?origin=bones"
            )
    return "\n".join(parts)
