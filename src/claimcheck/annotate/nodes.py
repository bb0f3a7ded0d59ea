"""The tokens of a sentence while their heads and functions are being settled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.sentence import Function, Token


@dataclass(slots=True)
class Node:
    """A token with the label that the pipeline gave it, and what becomes of its head and function."""

    token: Token
    label: str
    head: int
    function: Function


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes of a sentence, in text order."""

    nodes: tuple[Node, ...]

    def __iter__(self) -> Iterator[Node]:
        """Return an iterator over the nodes, in text order."""
        return iter(self.nodes)

    def head(self, node: Node) -> Node:
        """Return the head of the node, itself at the root."""
        return self.nodes[node.head]

    def above(self, node: Node) -> Iterator[Node]:
        """Yield the head of the node, its head, and so on, each once."""
        seen = {node.token.index}
        while node.head not in seen:
            node = self.nodes[node.head]
            seen.add(node.token.index)
            yield node

    def before(self, node: Node) -> Node | None:
        """Return the node of the word before, or None."""
        return self.nodes[node.token.index - 1] if node.token.index else None

    def below(self, node: Node) -> list[Node]:
        """Return the direct dependents of the node, left to right."""
        index = node.token.index
        return [n for n in self.nodes if n.head == index and n is not node]

    def hang(self, node: Node, head: Node, function: Function) -> None:
        """Hang the node below the head in a function."""
        node.head, node.function = head.token.index, function

    def replace(self, old: Node, new: Node, function: Function, keep: Iterable[Node] = ()) -> None:
        """Put `new`, a dependent of `old`, into its place, and `old` with the dependents to `keep` below it."""
        kept = {n.token.index for n in keep}
        for node in self.below(old):
            if node is not new and node.token.index not in kept:
                node.head = new.token.index
        new.head = new.token.index if old.head == old.token.index else old.head
        new.function, old.head, old.function = old.function, new.token.index, function

    def people(self) -> Iterator[tuple[Node, Node]]:
        """Yield the first and the last word of each stretch of words that are a person's name."""
        first: Node | None = None
        for node, following in zip(self.nodes, (*self.nodes[1:], None), strict=True):
            if node.token.entity == "PERSON":
                first = first or node
                if following is None or following.token.entity != "PERSON":
                    yield first, node
                    first = None
