"""CLEAR parses, the scheme of `en_core_web_*`, brought into the shape of Universal Dependencies.

There prepositions head their objects and "be" its predicate, the last word of a name heads
the others, what is joined hangs in a chain, and a currency sign below its number.
"""

from collections.abc import Iterator

from claimcheck.annotate.nodes import Node, Tree
from claimcheck.sentence import Function

_F = Function

# Labels that Universal Dependencies does not have.
ONLY = frozenset(
    {"prep", "pobj", "pcomp", "dobj", "dative", "attr", "acomp", "oprd", "agent", "nsubjpass", "csubjpass", "auxpass"}
    | {"poss", "relcl", "npadvmod", "neg", "prt", "predet", "preconj", "quantmod"}
)
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({_F.SUBJECT, _F.PASSIVE_SUBJECT})
_JOINS = frozenset({_F.CONJUNCT, _F.COORDINATOR, _F.PUNCTUATION})
_PARTS = frozenset({_F.COMPOUND, _F.NUMBER})


def reshape(tree: Tree) -> None:
    """Give the nodes of a CLEAR parse the heads and functions that Universal Dependencies gives them."""
    _settle_words(tree)
    _share_objects(tree)
    _merge_prepositions(tree)
    _raise_objects(tree)
    _raise_currencies(tree)
    _raise_predicates(tree)
    _raise_first_names(tree)
    _level_conjuncts(tree)


def _settle_words(tree: Tree) -> None:
    """Name what the label does not name alike: "to", "more than", measures and modifiers of nouns."""
    for node in tree:
        head = tree.head(node)
        if node.label == "aux" and node.token.tag == "TO":
            node.function = _F.MARKER
        elif node.label == "npadvmod" and head.token.pos not in _PREDICATES:
            node.function = _F.MODIFIER
        elif node.label == "nmod":
            node.function = _F.COMPOUND
        elif node.label == "attr" and any(n.label == "expl" for n in tree.below(head)):
            node.label, node.function = "nsubj", _F.SUBJECT  # "there were boats"
        elif node.label == "quantmod" and node.token.text.lower() == "than":
            before = tree.before(node)
            if before is not None and before.head == node.head:
                before.function, node.head, node.function = _F.ADVERB, before.token.index, _F.OTHER


def _share_objects(tree: Tree) -> None:
    """Make the doer of an infinitive the object of the verb above: "ordered the firm to leave"."""
    for node in tree:
        verb = tree.head(node)
        above = tree.head(verb)
        if node.function not in _SUBJECTS or verb.label != "ccomp" or verb is above or above.token.pos not in _VERBS:
            continue
        below = tree.below(verb)
        infinitive = any(n.function is _F.MARKER and n.token.tag == "TO" for n in below)
        introduced = any(n.label == "mark" for n in below)
        taken = any(n.function is _F.OBJECT for n in tree.below(above))
        if infinitive and not introduced and not taken:
            tree.hang(node, above, _F.OBJECT)


def _merge_prepositions(tree: Tree) -> None:
    """Make one preposition of "because of", and two phrases of one verb of "from A to B"."""
    for node in tree:
        if node.label not in {"prep", "pcomp"} or node.token.pos in _VERBS or not _object(tree, node):
            continue
        outer = tree.head(node)
        if outer.label in _PREPOSITIONS and outer is not node:
            own = next((n for n in _objects(tree, outer) if n is not node), None)
            if own is not None:
                node.head, node.label = outer.head, "prep"
            else:
                _fix(tree, outer, node)
        elif (first := tree.before(node)) is not None and first.head == node.token.index and first.label == "amod":
            tree.hang(first, outer, node.function)  # "such as"
            first.label = node.label
            _fix(tree, first, node)


def _fix(tree: Tree, first: Node, second: Node) -> None:
    """Let the first word of a preposition of two words head the second, and have its object."""
    for node in _objects(tree, second):
        node.head = first.token.index
    tree.hang(second, first, _F.OTHER)
    second.label = "fixed"


def _objects(tree: Tree, preposition: Node) -> Iterator[Node]:
    return (n for n in tree.below(preposition) if n.label in {"pobj", "pcomp"})


def _object(tree: Tree, preposition: Node) -> Node | None:
    return next(_objects(tree, preposition), None)


def _raise_objects(tree: Tree) -> None:
    """Hang the object of a preposition where the preposition hung, and the preposition below it."""
    for node in tree:
        preposition = tree.head(node)
        if node.label not in {"pobj", "pcomp"} or preposition is node:
            continue
        governor = tree.head(preposition)
        clause = node.label == "pcomp" and node.token.pos in _VERBS
        if governor is preposition:  # the whole sentence is a phrase
            function, governor = preposition.function, node
        else:
            function = _function(preposition, governor, clause=clause)
        for other in tree.below(preposition):
            if other is not node and other.function in _JOINS:
                other.head = node.token.index
        tree.hang(node, governor, function)
        tree.hang(preposition, node, _F.MARKER if clause else _F.CASE)


def _function(preposition: Node, governor: Node, *, clause: bool) -> Function:
    predicate = governor.token.pos in _PREDICATES
    if preposition.function is _F.CONJUNCT:
        return _F.CONJUNCT
    if clause:
        return _F.ADVERBIAL_CLAUSE if predicate else _F.CLAUSE_MODIFIER
    if preposition.label == "agent":
        return _F.AGENT
    return _F.OBLIQUE if predicate else _F.MODIFIER


def _raise_currencies(tree: Tree) -> None:
    """Make the currency sign the head of its number: "$40 million"."""
    for node in tree:
        number = tree.head(node)
        if node.label == "quantmod" and node.token.tag in {"$", "#"} and number is not node:
            tree.replace(number, node, _F.NUMBER, keep=(n for n in tree.below(number) if n.function in _PARTS))


def _raise_predicates(tree: Tree) -> None:
    """Make what "be" says of its subject the head of the clause, and the verb its copula."""
    for verb in tree:
        if verb.token.lemma == "be" and verb.function not in {_F.AUXILIARY, _F.COPULA}:
            predicate = _predicate(tree, verb)
            if predicate is not None:
                tree.replace(verb, predicate, _F.COPULA)


def _predicate(tree: Tree, verb: Node) -> Node | None:
    """Return the noun, adjective or clause after "be", or else the place or time that it says something is in."""
    below = tree.below(verb)
    said = next((n for n in below if n.label in {"attr", "acomp"}), None)
    said = said or next((n for n in below if n.label in {"xcomp", "ccomp"}), None)
    if said is not None or any(n.label == "expl" for n in below) or not any(n.function in _SUBJECTS for n in below):
        return said
    after = (n for n in below if n.token.index > verb.token.index)
    return next((n for n in after if n.label == "pobj" and n.function is _F.OBLIQUE), None)


def _raise_first_names(tree: Tree) -> None:
    """Make the first word of a person's name the head of the others."""
    for first, last in tree.people():
        name = range(first.token.index, last.token.index + 1)
        tops = [n for n in tree.nodes[name.start : name.stop] if n.head not in name or n.head == n.token.index]
        if len(tops) != 1 or tops[0] is first or first.function is not _F.COMPOUND or first.head != tops[0].token.index:
            continue
        tree.replace(tops[0], first, _F.COMPOUND)


def _level_conjuncts(tree: Tree) -> None:
    """Hang all that is joined on its first member, and "and" on the member after it."""
    for node in tree:
        if node.function is _F.COORDINATOR and node.label == "cc":
            joined = (n for n in tree.below(tree.head(node)) if n.function is _F.CONJUNCT and n.token.index > node.token.index)
            node.head = min((n.token.index for n in joined), default=node.head)
    for node in tree:
        if node.function is _F.CONJUNCT:
            node.head = _first_member(tree, node).token.index


def _first_member(tree: Tree, node: Node) -> Node:
    for head in tree.above(node):
        if head.function is not _F.CONJUNCT:
            return head
    return tree.head(node)
