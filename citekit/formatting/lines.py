r"""The lines of one value: broken where they are and put in line with each other, or broken anew.

TeX reads every run of blanks and line ends as one space, so none of this says anything else. U+00A0 is no blank.
"""

from __future__ import annotations

import re

BLANKS = " \t\n\r\f\v"
_WORD = re.compile(r"[^ \t\n\r\f\v]+")
_PARAGRAPHS = re.compile(r"\n[ \t\r\f\v]*(?:\n[ \t\r\f\v]*)+")


def stripped(inner: str) -> str:
    r"""Without blanks at both ends. `\ ` at the end is a command of TeX's and stays."""
    bare = inner.strip(BLANKS)
    return bare + " " if bare.endswith("\\") and not inner.endswith("\\") else bare


def aligned(inner: str, hanging: str, block: str, closing: str) -> str:
    """The text with its line breaks. Lines begin with `hanging` when the text begins behind its brace, with `block` when it begins
    on a line of its own; then the last brace, if it has a line for itself, stands behind `closing`. What a line is indented
    more than the others stays.
    """
    if "\n" not in inner:
        return stripped(inner)
    first, *rest = inner.split("\n")
    first = stripped(first)
    ends_alone = not rest[-1].strip(BLANKS)
    ends_blank = not inner.endswith("\\")
    rest = [line.rstrip(BLANKS) for line in rest]
    while rest and not rest[-1]:
        rest.pop()
    if not rest:
        return stripped(inner)
    if not first:
        rest = rest[next(number for number, line in enumerate(rest) if line) :]
    begin = hanging if first else block
    text = "\n".join([first, *(begin + line if line else "" for line in _dedented(rest))])
    if not first and ends_alone:
        return f"{text}\n{closing}"
    return text + (" " if text.endswith("\\") and ends_blank else "")


def _dedented(lines: list[str]) -> list[str]:
    """Without the white space that all of them begin with; tabs in it count as blanks up to the next eighth column."""
    bare = [line.lstrip(BLANKS) for line in lines]
    widths = [
        len(line[: len(line) - len(rest)].expandtabs(8)) if rest else 0 for line, rest in zip(lines, bare, strict=True)
    ]
    least = min(width for width, rest in zip(widths, bare, strict=True) if rest)
    return [" " * (width - least) + rest if rest else "" for width, rest in zip(widths, bare, strict=True)]


def wrapped(inner: str, hanging: str, column: int) -> str:
    """The text in lines that end before `column` where its words allow it, each but the first beginning with `hanging`; with 0 each
    paragraph is one line. Empty lines part paragraphs and stay."""
    bare = stripped(inner)
    paragraphs = [_filled(_WORD.findall(each), len(hanging), column) for each in _PARAGRAPHS.split(bare)]
    text = "\n\n".join("\n".join(lines) for lines in paragraphs)
    return text.replace("\n", f"\n{hanging}").replace(f"\n{hanging}\n", "\n\n") + bare[len(bare.rstrip(BLANKS)) :]


def _filled(words: list[str], start: int, column: int) -> list[str]:
    if not column:
        return [" ".join(words)]
    lines: list[list[str]] = [[]]
    width = start
    for word in words:
        if lines[-1] and width + 1 + len(word) > column:
            lines.append([])
            width = start
        width += len(word) + bool(lines[-1])
        lines[-1].append(word)
    return [" ".join(line) for line in lines]
