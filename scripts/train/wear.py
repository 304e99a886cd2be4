"""What list numbers, line breaks and careless typing do to printed references; their spans move along."""

from __future__ import annotations

import random
import re

from imprints import AFTER, BEFORE

Labelled = tuple[str, list[tuple[str, int, int]]]  # a reference and its spans: label, start, end


def worn(text: str, spans: list[tuple[str, int, int]], chance: random.Random) -> Labelled:
    """What list numbers, line breaks and careless typing do to a printed reference."""
    if chance.random() < 0.2:
        number = chance.choice(BEFORE).format(chance.randint(1, 120))
        text, spans = number + text, [(label, start + len(number), end + len(number)) for label, start, end in spans]
    if chance.random() < 0.12:
        text += chance.choice(AFTER).format(chance.randint(1_000_000, 30_000_000))
    if chance.random() < 0.1:
        text = text.rstrip(".")
        spans = [(label, start, min(end, len(text))) for label, start, end in spans]
    if chance.random() < 0.12:
        every = chance.randint(50, 90)
        for at in range(every, len(text), every):
            space = text.find(" ", at)
            if space > 0:
                text = text[:space] + "\n" + text[space + 1 :]
    if chance.random() < 0.08:
        for _ in range(2):
            text, spans = _broken(text, spans, chance)
    if chance.random() < 0.05:
        for spot in [found.start() for found in re.finditer(r"\w[.,:;] \w", text)]:
            if chance.random() < 0.6:  # `Phys .Rev .B`, as PDF text often has it
                mark = text[spot + 1]
                text = f"{text[: spot + 1]} {mark}{text[spot + 3 :]}"
                spans = [(label, start, end + (end == spot + 2)) for label, start, end in spans]
    if chance.random() < 0.06:
        spots = [found.end() for found in re.finditer(r"[.,:;] (?=\S)", text)]
        if spots:
            text, spans = _spliced(text, spans, chance.choice(spots) - 1, 1, "")
    return text, spans


def _broken(text: str, spans: list[tuple[str, int, int]], chance: random.Random) -> Labelled:
    """A long word hyphenated at the end of a line: `endo-\\nscopic`, or `endo- scopic`."""
    words = list(re.finditer(r"[a-z]{8,}", text))
    if not words:
        return text, spans
    word = chance.choice(words)
    return _spliced(text, spans, word.start() + len(word[0]) // 2, 0, chance.choice(("-\n", "- ", "-")))


def _spliced(text: str, spans: list[tuple[str, int, int]], at: int, cut: int, put: str) -> Labelled:
    move = len(put) - cut
    moved = [(label, start + move * (start > at), end + move * (end > at)) for label, start, end in spans]
    return text[:at] + put + text[at + cut :], moved
