"""The engine of the grammar: rules over the classes of tokens, stage by stage, each match becoming a token of its own."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar


class Meaning(Protocol):
    """What a match means, with the class of the token that it becomes."""

    @property
    def kind(self) -> str:
        """The class, as the grammar calls it."""
        ...


M = TypeVar("M", bound=Meaning)


class Node(NamedTuple, Generic[M]):
    """A token, or what a rule made of several: its class, its place, the word in lower case, its meaning and the rule's name."""

    kind: str
    start: int
    end: int
    word: str
    meaning: M | None = None
    rule: str = ""


class Match(Generic[M]):
    """The nodes that a rule matched, by group; `text` is what they stand in."""

    __slots__ = ("_found", "_nodes", "text")

    def __init__(self, found: re.Match[str], nodes: Sequence[Node[M]], text: str) -> None:
        self._found, self._nodes, self.text = found, nodes, text

    def __contains__(self, group: str) -> bool:
        return group in self._found.re.groupindex and self._found[group] is not None

    def __getitem__(self, group: str) -> Node[M]:
        """Return the last node of a group that took part."""
        return self._nodes[self._found.end(group) - 1]

    @property
    def nodes(self) -> Sequence[Node[M]]:
        """All nodes of the match."""
        return self._nodes[self._found.start() : self._found.end()]

    def all(self, group: str) -> Sequence[Node[M]]:
        """Return the nodes of a group; none if it took no part."""
        return self._nodes[self._found.start(group) : self._found.end(group)] if group in self else ()

    def words(self, group: str) -> str:
        """Return the text of a group as written."""
        nodes = self.all(group)
        return self.text[nodes[0].start : nodes[-1].end] if nodes else ""

    def before(self) -> str:
        """Return the class of the node before the match, "" at the start."""
        start = self._found.start()
        return self._nodes[start - 1].kind if start else ""

    def after(self) -> str:
        """Return the class of the node after the match, "" at the end."""
        end = self._found.end()
        return self._nodes[end].kind if end < len(self._nodes) else ""


@dataclass(frozen=True)
class Rule(Generic[M]):
    """A form over classes, with named groups, and the meaning of a match (None: it is none)."""

    name: str
    form: str
    meaning: Callable[[Match[M]], M | None]


class Stage(Generic[M]):
    """Rules that are tried together: at each place the first that fits, then on behind its match.

    They need be tried only on nodes of which one is of a class in `needs`, since most texts have none.
    """

    def __init__(self, rules: Sequence[Rule[M]], needs: str, codes: Mapping[str, str], classes: Mapping[str, str]) -> None:
        self._rules = rules
        self.needs = frozenset(codes[part] for name in needs.split() for part in classes.get(name, name).split())
        self._codes = codes
        self._forms = [re.compile(_compiled(rule.form, codes, classes)) for rule in rules]
        plain = (re.sub(r"\?P<\w+>", "?:", form.pattern) for form in self._forms)
        self._matches: dict[str, tuple[tuple[Rule[M], re.Match[str]], ...]] = {}
        self._any = re.compile("|".join(f"({form})" for form in plain))

    def reduce(self, nodes: list[Node[M]], string: str, text: str) -> tuple[list[Node[M]], str]:
        """Return the nodes with every match as one, and the string of their classes."""
        known = self._matches.get(string)
        made = self._apply(known, nodes, text) if known is not None else None
        if made is None:
            made = self._search(nodes, string, text)
        if made is nodes:
            return nodes, string
        codes = self._codes
        return made, "".join([codes[node[0]] for node in made])

    def _apply(self, known: Sequence[tuple[Rule[M], re.Match[str]]], nodes: list[Node[M]], text: str) -> list[Node[M]] | None:
        """Return the nodes reduced by matches that were found in the same classes; None if one has no meaning this time."""
        if not known:
            return nodes
        made: list[Node[M]] = []
        at = 0
        for rule, found in known:
            node = _node(rule, found, nodes, text)
            if node is None:
                return None
            made += nodes[at : found.start()]
            made.append(node)
            at = found.end()
        return made + nodes[at:]

    def _search(self, nodes: list[Node[M]], string: str, text: str) -> list[Node[M]]:
        """Return the nodes reduced by what is found in them.

        Where every first match had a meaning, the matches depend on the classes alone and are remembered.
        """
        made: list[Node[M]] = []
        used: list[tuple[Rule[M], re.Match[str]]] = []
        clean = True
        at = 0
        while found := self._any.search(string, at):
            start = found.start()
            made += nodes[at:start]
            at = start + 1
            for index in range((found.lastindex or 1) - 1, len(self._rules)):
                whole = self._forms[index].match(string, start)
                if whole is None or whole.end() == start:
                    continue
                node = _node(self._rules[index], whole, nodes, text)
                if node is not None:
                    made.append(node)
                    used.append((self._rules[index], whole))
                    at = whole.end()
                    break
                clean = False
            else:
                made.append(nodes[start])
        if clean and len(string) < _LONGEST:
            if len(self._matches) > _REMEMBERED:
                self._matches.clear()
            self._matches[string] = tuple(used)
        return made + nodes[at:] if at else nodes


def _node(rule: Rule[M], found: re.Match[str], nodes: Sequence[Node[M]], text: str) -> Node[M] | None:
    """Return what a rule makes of its match, or None if that means nothing."""
    meaning = rule.meaning(Match(found, nodes, text))
    if meaning is None:
        return None
    return Node(meaning.kind, nodes[found.start()].start, nodes[found.end() - 1].end, "", meaning, rule.name)


_LONGEST = 40  # nodes; longer rows of classes hardly come again
_REMEMBERED = 50_000  # rows of classes, after which they are forgotten
_NAME = re.compile(r"(?<![<\w?])[A-Z][A-Z0-9]*\b")


def _compiled(form: str, codes: Mapping[str, str], classes: Mapping[str, str]) -> str:
    """Return the regular expression over the codes of classes; spaces only part the names."""

    def code(match: re.Match[str]) -> str:
        name = match[0]
        return f"[{''.join(codes[part] for part in classes[name].split())}]" if name in classes else codes[name]

    return re.sub(r"\s+", "", _NAME.sub(code, form))


def numbered(kinds: Iterator[str]) -> dict[str, str]:
    """Return a character for each class."""
    return {kind: chr(0x100 + index) for index, kind in enumerate(dict.fromkeys(kinds))}
