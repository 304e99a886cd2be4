"""Where styles are found: by what people call them, by what CSL calls them, and in files."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from citekit.csl import style_files
from citekit.csl.catalogue import Listed, all_styles, path_of, renamed, short_named, stems
from citekit.csl.element import Element
from citekit.csl.short_names import SHORT_NAMES
from citekit.csl.soundness import checked
from citekit.csl.style_search import search
from citekit.errors import CitekitError, InputError
from citekit.values.suggestions import did_you_mean
from citekit.values.text import fold

__all__ = ["Listed", "Source", "checked", "found", "instead", "search", "short_named", "stems"]

_LONGEST_NAME = 200  # characters; no stem and no title is longer

# http://www.zotero.org/styles/apa   https://zotero.org/styles/apa?source=1
_CSL_ID = re.compile(r"https?://(?:www\.)?zotero\.org/styles/([^/?#\s]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """A style that was found, ready to be compiled.

    `name` is its stem, or the path that was given. `element` is the cs:style of the independent style, and `file` what messages call the
    file in which it stands. `title` and `locale` are the style's own also where it is a dependent one: then `parent` is the stem of the
    independent style, else `""`. `locale` is the default-locale of the style, else that of its parent (CSL 1.0.2, "The Root Element"),
    `""` where neither says any.
    """

    name: str
    file: str
    title: str
    element: Element
    parent: str
    locale: str


def found(name: str) -> Source:
    """The style of this name.

    A name is a short name (`vancouver`), the stem of a CSL file (`nlm-citation-sequence`), also one of former days, a CSL id
    (`http://www.zotero.org/styles/apa`), a title, or the path of a local file, which has a `/` in it or ends in `.csl`. Case does not
    count, and blanks and underscores are hyphens. Raises `CitekitError`, which tells what may have been meant, also for a file that
    cannot be read or is no style.
    """
    if _is_path(name) and os.path.exists(name):
        return _source(name, name, name)
    stem = _stem(name)
    path = path_of(stem) if stem else None
    if path is None:
        raise _unknown(name)
    return _source(stem, path, os.path.basename(path))


def _is_path(name: str) -> bool:
    return "/" in name or os.sep in name or name.lower().endswith(".csl")


def _source(name: str, path: str, file: str) -> Source:
    root = style_files.read(path, file)
    title, locale = style_files.title(root) or name, root.get("default-locale")
    link = style_files.parent_link(root)
    if link is None:
        return Source(name, file, title, root, "", locale)
    parent, parent_path = _parent(link, file)
    parent_file = os.path.basename(parent_path)
    element = style_files.read(parent_path, parent_file)
    if style_files.parent_link(element) is not None:
        raise CitekitError(f"{file}:{link.line}: its parent style, {parent}, is a dependent style itself")
    return Source(name, parent_file, title, element, parent, locale or element.get("default-locale"))


def _parent(link: Element, file: str) -> tuple[str, str]:
    """Stem and file of the parent. Raises `CitekitError` where it is none of ours."""
    address = link.get("href")
    match = _CSL_ID.match(address)
    stem = _known_stem(match[1].casefold()) if match else ""
    path = path_of(stem) if stem else None
    if path is None:
        near = instead(match[1]) if match else ""
        raise CitekitError(f"{file}:{link.line}: its parent style, {_shown(address)!r}, is not installed{near}")
    return stem, path


# ------------------------------------------------------------ names


def _stem(name: str) -> str:
    """The stem of the style that is meant, `""` where it is none of ours."""
    if len(name) > _LONGEST_NAME:
        return ""
    match = _CSL_ID.match(name.strip())
    word = re.sub(r"[\s_]+", "-", match[1] if match else name.strip()).casefold()
    return _known_stem(word) or _known_stem(word.removesuffix(".csl")) or _titled(name)


def _known_stem(word: str) -> str:
    """The stem of today for a short name or a stem, `""` for any other word."""
    stem = SHORT_NAMES.get(word, word)
    return stem if path_of(stem) else renamed().get(stem, "")


def _titled(title: str) -> str:
    """The stem of the style of this title, `""` where there is none."""
    wanted = fold(title)
    return next((each.stem for each in all_styles() if fold(each.title) == wanted), "") if wanted else ""


def _unknown(name: str) -> CitekitError:
    shown, is_address = _shown(name), "://" in name
    if name.lower().endswith(".csl") and not is_address:
        return InputError(shown, f"no such file{instead(os.path.basename(name)[:-4])}")
    if is_address and not _CSL_ID.match(name):
        return CitekitError(f"no style {shown!r}: citekit fetches none; save it, and give the file")
    if not _is_path(name) and os.path.isfile(name):
        return CitekitError(f"no style {shown!r}; if the file of this name is meant: ./{shown}")
    near = instead(name.rpartition("/")[2] if is_address else name)
    return CitekitError(f"no style {shown!r}{near or ';'} citekit styles WORD finds styles")


def instead(name: str) -> str:
    """What an error says behind a name that no style has: `; did you mean the-lancet?`, or `""` where nothing is alike."""
    if len(name) > _LONGEST_NAME:
        return ""
    word = fold(name).replace(" ", "-")
    return (
        did_you_mean(word, SHORT_NAMES)
        or ("-" in word and _having(name))
        or did_you_mean(word, stems())
        or did_you_mean(name, [each.title for each in all_styles()])
        or (len(word) > 2 and _having(name))
        or ""
    )


def _having(name: str) -> str:
    """As `did_you_mean`, of styles that have all words of the name in theirs."""
    first = " or ".join(each.stem for each in search([name])[:3])
    return f"; did you mean {first}?" if first else ""


def _shown(name: str) -> str:
    """A name as a message shows it: not all of a very long one."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:60]}…"
