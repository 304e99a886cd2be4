"""What holds other rendering elements together: cs:group, cs:choose and macros (CSL 1.0.2, "Group", "Choose")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citekit.csl import conditions
from citekit.csl.element import Element
from citekit.csl.field_text import decoded
from citekit.csl.rendering import Node, Rendering
from citekit.csl.workshop import Dressing, Workshop

Inherited = Mapping[str, str]


def nothing(_: Rendering) -> str:
    return ""


def group(element: Element, inherited: Inherited, workshop: Workshop) -> Node:
    """`cs:group`: its children with the delimiter between them; silent where it asks for variables and none has anything to say.
    One that prints counts as a variable with something to say for the group around it (CSL 1.0.2, "Group")."""
    within = {**inherited, "delimiter": decoded(element.get("delimiter"))}
    join = joined([workshop.node(child, within) for child in element.children], within["delimiter"])
    return suppressed(join, workshop.dressing(element, case=False))


def suppressed(said: Node, dress: Dressing) -> Node:
    """What a node says, nothing where it asks for variables and none has anything to say."""

    def node(rendering: Rendering) -> str:
        called, filled = rendering.called, rendering.filled
        rendering.called = rendering.filled = False
        made = said(rendering)
        if rendering.called and not rendering.filled:
            made = ""
        if not made:
            rendering.called |= called
            rendering.filled = filled
            return made
        rendering.called = rendering.filled = True
        return dress(made)

    return node


def joined(nodes: Sequence[Node], delimiter: str) -> Node:
    """What the nodes say, one behind the other."""
    if not nodes:
        return nothing
    if len(nodes) == 1:
        return nodes[0]

    def node(rendering: Rendering) -> str:
        return delimiter.join([said for each in nodes if (said := each(rendering))])

    return node


def choose(element: Element, inherited: Inherited, workshop: Workshop) -> Node:
    """`cs:choose`: the first branch whose conditions hold. Its parts have the delimiter of the group that it stands in."""
    branches = [
        (
            conditions.compiled(branch) if branch.name != "else" else None,
            joined([workshop.node(child, inherited) for child in branch.children], inherited.get("delimiter", "")),
        )
        for branch in element.children
        if branch.name in ("if", "else-if", "else")
    ]

    def node(rendering: Rendering) -> str:
        for test, said in branches:
            if test is None or test(rendering):
                return said(rendering)
        return ""

    return node


__all__ = ["choose", "group", "joined", "nothing", "suppressed"]
