"""Reading one style from its file."""

from __future__ import annotations

from citekit.csl.element import Element, parse
from citekit.errors import CitekitError, InputError

_LONGEST = 5_000_000  # bytes; `parse` refuses what is longer


def read(path: str, file: str) -> Element:
    """The cs:style in a file, of an independent style or a dependent one. `file` is what messages call it.

    Raises `InputError` for a file that cannot be read, `CitekitError` for what is no style of CSL 1.0.
    """
    try:
        with open(path, "rb") as opened:
            content = opened.read(_LONGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: no path can have a NUL in it
        raise InputError(file, f"cannot be read ({getattr(error, 'strerror', None) or error})") from None
    try:
        root = parse(content, file)
    except (LookupError, ValueError) as error:  # an encoding that Python, or expat, does not know
        raise InputError(file, f"no XML that can be read: {error}") from None
    _check(root, file)
    return root


def _check(root: Element, file: str) -> None:
    if root.name != "style":
        raise CitekitError(f"{file}:{root.line}: no CSL style: it begins with <{root.name[:60]}>, not with <style>")
    version = root.get("version", "0.8" if _is_old(root) else "1.0")
    if version.partition(".")[0] != "1":
        raise CitekitError(f"{file}:{root.line}: a style of CSL {version[:60]}; citekit reads CSL 1.0")
    if not parent_link(root) and not any(each.child("layout") for each in _layouts(root)):
        raise CitekitError(
            f"{file}:{root.line}: no CSL style: no layout of a citation or bibliography, and no parent style"
        )


def _is_old(root: Element) -> bool:
    """Is it a style of CSL 0.8, which says no version and has options as elements?"""
    return any(each.child("option") for each in _layouts(root))


def _layouts(root: Element) -> list[Element]:
    return [*root.all("citation"), *root.all("bibliography")]


def parent_link(root: Element) -> Element | None:
    """Where a dependent style names its parent; None for an independent style."""
    info = root.child("info")
    if info is None or _layouts(root):
        return None
    return next((each for each in info.all("link") if each.get("rel") == "independent-parent"), None)


def title(root: Element) -> str:
    """The title of a style, `""` where it has none."""
    info = root.child("info")
    found = info.child("title") if info else None
    return " ".join(found.text.split()) if found else ""
