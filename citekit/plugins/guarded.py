"""What other packages bring, in a form in which its faults are named and harm nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import Any, TypeVar

from citekit.errors import CitekitError, InputError
from citekit.formats import Input, Library, Reader, Reference, Step, Style, Writer, Written
from citekit.plugins.plugin import Plugin, PluginError, warn

T = TypeVar("T")


@contextmanager
def blaming(plugin: Plugin) -> Iterator[None]:
    """Any fault in here is the plugin's: `PluginError` says so. A `CitekitError` is its answer, and stays as it is."""
    try:
        yield
    except CitekitError:
        raise
    except Exception as error:
        raise PluginError(f"{plugin} failed: {type(error).__name__}: {error}") from error


def checked(plugin: Plugin, found: Any, kind: type[T]) -> T:
    """What a plugin gave. Raises `PluginError` where it is something else."""
    if not isinstance(found, kind):
        raise PluginError(f"{plugin} gave {type(found).__name__} where {kind.__name__} is asked for")
    return found


def _reader(plugin: Plugin, reader: Reader) -> Reader:
    def recognise(given: Input) -> bool:
        """A failure is no: it is asked about files that are none of its business."""
        try:
            with blaming(plugin):
                return bool(reader.recognise(given))
        except InputError:  # it asked for the text, and there is none
            return False
        except PluginError as error:
            warn(str(error))
            return False

    def read(given: Input) -> Library:
        with blaming(plugin):
            return checked(plugin, reader.read(given), Library)

    return replace(reader, recognise=recognise, read=read)


def _writer(plugin: Plugin, writer: Writer) -> Writer:
    def write(library: Library) -> Written:
        with blaming(plugin):
            return checked(plugin, writer.write(library), Written)

    return replace(writer, write=write)


def _style(plugin: Plugin, style: Style) -> Style:
    def make() -> Any:
        with blaming(plugin):
            return style.make()

    return replace(style, make=make)


def _step(plugin: Plugin, step: Step) -> Step:
    @wraps(step)
    def taken(reference: Reference) -> Reference:
        """A failure leaves the reference as it was."""
        try:
            with blaming(plugin):
                return checked(plugin, step(reference), Reference)
        except CitekitError as error:
            warn(str(error))
            return reference

    return taken


# A source is guarded where it is opened (`citekit.sources.by_name`).
GUARDS: dict[str, Callable[[Plugin, Any], Any]] = {
    "readers": _reader,
    "writers": _writer,
    "styles": _style,
    "steps": _step,
}
