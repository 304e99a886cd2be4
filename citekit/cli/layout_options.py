"""The options that say how a `.bib` file is to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from citekit.cli.options import stacked

if TYPE_CHECKING:
    from citekit.formatting import Layout

_NAME = re.compile(r"[A-Za-z][\w.+:-]*")


def _indent(_: click.Context, __: click.Parameter, given: str) -> str:
    if given == "tab":
        return "\t"
    if given.isascii() and given.isdigit() and int(given) <= 40:
        return " " * int(given)
    raise click.BadParameter(f"{given} is neither a number of blanks (0 to 40) nor the word tab")


def _align(_: click.Context, __: click.Parameter, given: str) -> int | None:
    from citekit.formatting import AFTER_LONGEST

    if given in ("none", "auto"):
        return AFTER_LONGEST if given == "auto" else None
    if given.isascii() and given.isdigit() and 1 <= int(given) <= 200:
        return int(given)
    raise click.BadParameter(f"{given} is neither a column (1 to 200) nor one of the words auto and none")


def _names(_: click.Context, option: click.Parameter, given: str | None) -> tuple[str, ...]:
    """`-year,key` → `("-year", "key")`; `none` → `()`."""
    names = [name.strip() for name in (given or "").split(",") if name.strip()]
    if names == ["none"]:
        return ()
    for name in names:
        if not _NAME.fullmatch(name.removeprefix("-") if option.name == "sort" else name):
            raise click.BadParameter(f"{name} is no name of a field; give names with commas between: year,key")
    return tuple(name.lower() for name in names)


layout_options = stacked(
    click.option(
        "--indent", default="2", show_default=True, callback=_indent, metavar="N|tab", help="What fields begin with."
    ),
    click.option(
        "--align",
        default="none",
        show_default=True,
        callback=_align,
        metavar="N|auto|none",
        help="The column, counted from 1, in which every = stands; auto: behind the longest name of each entry.",
    ),
    click.option(
        "--delimiters",
        type=click.Choice(["braces", "quotes", "keep"]),
        default="braces",
        show_default=True,
        help="What stands around values; braces stay where a value cannot stand in quotes.",
    ),
    click.option(
        "--case",
        type=click.Choice(["lower", "keep"]),
        default="lower",
        show_default=True,
        help="Names of entry types and fields. Citation keys never change.",
    ),
    click.option(
        "--numeric",
        "numbers",
        type=click.Choice(["bare", "enclosed", "keep"]),
        default="keep",
        show_default=True,
        help="Whether a value that is a number stands alone (2009) or between delimiters ({2009}).",
    ),
    click.option(
        "--months",
        type=click.Choice(["macro", "keep"]),
        default="keep",
        show_default=True,
        help="macro: a month becomes the macro that styles translate: {January} and {1} become jan.",
    ),
    click.option(
        "--wrap",
        type=click.IntRange(0),
        metavar="N",
        help="Break values so that lines end before column N; 0: no line breaks but empty lines.  [default: lines stay"
        " broken where they are]",
    ),
    click.option(
        "--trailing-comma/--no-trailing-comma", default=True, show_default=True, help="A comma behind the last field."
    ),
    click.option(
        "--blank-lines",
        type=click.IntRange(0, 10),
        default=1,
        show_default=True,
        metavar="N",
        help="Empty lines between entries.",
    ),
    click.option("--remove-empty", is_flag=True, help="Remove fields that say nothing: note = {}."),
    click.option("--sort-fields", is_flag=True, help="Put the fields in citekit's order: author, title, … note."),
    click.option(
        "--field-order",
        callback=_names,
        metavar="NAME,…",
        help="Put the fields in this order; all others follow in theirs.",
    ),
    click.option(
        "--sort",
        callback=_names,
        metavar="NAME,…",
        help="Sort the entries by key, type or any field; -year: from new to old. Several: the first counts most."
        "  [default: none, they stay in their order]",
    ),
)


def layout_of(sort_fields: bool, **wishes: Any) -> Layout:
    """The wish that the values of these options make."""
    from citekit.formatting import Layout

    if sort_fields and not wishes["field_order"]:
        wishes["field_order"] = tuple(_citekits_order())
    return Layout(**wishes)


def _citekits_order() -> Iterator[str]:
    """`vocabulary.FIELD_ORDER` by all the names that files have for each field."""
    from citekit.vocabulary import ALIASES, FIELD_ORDER

    for name in FIELD_ORDER:
        yield name
        yield from (other for other, common in ALIASES.items() if common == name)
