"""YAML as text: the one door to PyYAML for reading (its safe loader, https://pyyaml.org/wiki/PyYAMLDocumentation).

No value is given a type: `no` stays `no`, `2009-06-04` and `010` stay what they are; only `null`, `~` and nothing are nothing. Each
node knows its line and its place in the text. Aliases are followed, but not to heaps of copies, and not in circles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

_DEEPEST = 100
_LEAST_ALLOWED = 100_000  # nodes, counting each as often as an alias repeats it
_MERGE = "<<"
_NULL = re.compile(r"|~|null|Null|NULL")
# What YAML 1.1 §5.1 does not take, and line breaks that no editor counts.
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029\ufeff]")


class YamlError(ValueError):
    """A text is no YAML, or is made to exhaust us. `str()` says why, `line` where (from 1)."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Node(NamedTuple):
    """A value with its place: `value` is text, `None`, a list of nodes, or the pairs of a mapping in order, repeated keys included.

    `start` and `end` are places in the text, `line` counts from 1, `size` counts the nodes in it.
    """

    value: str | list[Node] | tuple[tuple[str, Node], ...] | None
    start: int
    end: int
    line: int
    size: int

    @property
    def pairs(self) -> tuple[tuple[str, Node], ...]:
        """The pairs of a mapping; nothing for other nodes."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def members(self) -> list[Node]:
        """The members of a list; nothing for other nodes."""
        return self.value if isinstance(self.value, list) else []

    def plain(self) -> Any:
        """Dicts, lists, texts and `None`. Of repeated keys the first counts; `<<` brings in what a mapping does not have itself."""
        if isinstance(self.value, list):
            return [each.plain() for each in self.value]
        if not isinstance(self.value, tuple):
            return self.value
        found: dict[str, Any] = {}
        for key, node in self.value:
            if key != _MERGE:
                found.setdefault(key, node.plain())
        for merged in (each for key, node in self.value if key == _MERGE for each in (node.members or [node])):
            found = {**merged.plain(), **found} if isinstance(merged.value, tuple) else found
        return found


def documents(text: str, line: int = 1) -> Iterator[Node]:
    """The documents of a YAML text; `line` is that of its first line. Raises `YamlError` when it comes to what is none."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's, where PyYAML was built with it
    clean = _NOT_YAML.sub(lambda found: " " if found[0] in "\u2028\u2029" else "\ufffd", text)
    builder = _Builder(line, max(_LEAST_ALLOWED, 4 * len(text)))
    try:
        for event in yaml.parse(clean, Loader=loader):
            if (document := builder.take(event)) is not None:
                yield document
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(str(error.problem or error.context), (mark.line if mark else 0) + line) from None
    except yaml.YAMLError as error:
        raise YamlError(str(error).partition("\n")[0], line) from None


@dataclass(slots=True)
class _Open:
    """A list or mapping that has begun. `key` is the key whose value comes next."""

    is_mapping: bool
    start: int
    line: int
    anchor: str | None
    members: list[Any]
    size: int = 1
    key: str | None = None


class _Builder:
    """Makes nodes of PyYAML's events, without recursion."""

    def __init__(self, line: int, most: int) -> None:
        self.line = line
        self.most = most
        self.open: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}
        self.document: Node | None = None

    def take(self, event: Any) -> Node | None:
        """The document that ends with this event."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._add(self._scalar(event), event.anchor)
        elif kind == "AliasEvent":
            self._add(self._alias(event), None)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._begin(event, is_mapping=kind == "MappingStartEvent")
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._end(event)
        elif kind == "DocumentEndEvent":
            document, self.document = self.document, None
            self.anchors.clear()
            return document
        return None

    def _scalar(self, event: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        nothing = event.implicit[0] and not event.style and _NULL.fullmatch(event.value)
        return Node(None if nothing else event.value, start.index, end.index, start.line + self.line, 1)

    def _alias(self, event: Any) -> Node:
        line = event.start_mark.line + self.line
        if event.anchor not in self.anchors:
            raise YamlError(f"there is no anchor {event.anchor}", line)
        found = self.anchors[event.anchor]
        if found is None:
            raise YamlError(f"the alias {event.anchor} stands in what it repeats", line)
        return found._replace(start=event.start_mark.index, end=event.end_mark.index, line=line)

    def _begin(self, event: Any, *, is_mapping: bool) -> None:
        line = event.start_mark.line + self.line
        if len(self.open) >= _DEEPEST:
            raise YamlError(f"nested deeper than {_DEEPEST} levels", line)
        if event.anchor:
            self.anchors[event.anchor] = None
        self.open.append(_Open(is_mapping, event.start_mark.index, line, event.anchor, []))

    def _end(self, event: Any) -> None:
        done = self.open.pop()
        value = tuple(done.members) if done.is_mapping else done.members
        self._add(Node(value, done.start, event.end_mark.index, done.line, done.size), done.anchor)

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        if not self.open:
            self.document = node
            return
        parent = self.open[-1]
        parent.size += node.size
        if parent.size > self.most:
            raise YamlError("its aliases repeat more than there is", node.line)
        if not parent.is_mapping:
            parent.members.append(node)
        elif parent.key is None:
            if isinstance(node.value, list | tuple):
                raise YamlError("a key that is no text", node.line)
            parent.key = node.value or ""
        else:
            parent.members.append((parent.key, node))
            parent.key = None
