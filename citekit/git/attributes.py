"""The line in a `.gitattributes` file by which git gives `.bib` files to citekit (gitattributes(5))."""

from __future__ import annotations

LINE = "*.bib merge=citekit"
_PATTERN, _ATTRIBUTE = LINE.split()


def has_driver(text: str) -> bool:
    """Do the attributes name citekit for `*.bib`? The last line that says how to merge these files counts."""
    said = [word for line in text.splitlines() for word in _words(line)[1:] if _words(line)[0] == _PATTERN]
    return next((word == _ATTRIBUTE for word in reversed(said) if _is_merge(word)), False)


def with_driver(text: str) -> str:
    """The attributes with our line at the end, where it counts; as they are when they have it."""
    if has_driver(text):
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    return text + (end if text and not text.endswith("\n") else "") + LINE + end


def without_driver(text: str) -> str:
    """The attributes without `merge=citekit`; what else a line says of `*.bib` stays."""
    kept = []
    for line in text.splitlines(keepends=True):
        words = _words(line)
        if words[:1] == [_PATTERN] and _ATTRIBUTE in words:
            rest = [word for word in words if word != _ATTRIBUTE]
            ending = line[len(line.rstrip("\r\n")) :]
            if len(rest) > 1:
                kept.append(" ".join(rest) + ending)
        else:
            kept.append(line)
    return "".join(kept)


def _words(line: str) -> list[str]:
    words = line.split()
    return [] if not words or words[0].startswith("#") else words


def _is_merge(word: str) -> bool:
    return word.lstrip("-!").partition("=")[0] == "merge"
