"""Dependency labels of either scheme as grammatical functions.

Universal Dependencies makes content words heads and hangs prepositions and the
copula below them; CLEAR (the scheme of `en_core_web_*`) does the reverse.  Both
come out in the shape of the former.
"""

from claimcheck.annotate import clear
from claimcheck.annotate.nodes import Node, Tree
from claimcheck.sentence import Function, Token

_F = Function

LABELS = {
    "ROOT": _F.ROOT,
    "root": _F.ROOT,
    "nsubj": _F.SUBJECT,
    "nsubj:outer": _F.SUBJECT,
    "csubj": _F.SUBJECT,
    "nsubj:pass": _F.PASSIVE_SUBJECT,
    "csubj:pass": _F.PASSIVE_SUBJECT,
    "nsubjpass": _F.PASSIVE_SUBJECT,
    "csubjpass": _F.PASSIVE_SUBJECT,
    "obj": _F.OBJECT,
    "dobj": _F.OBJECT,
    "iobj": _F.INDIRECT_OBJECT,
    "dative": _F.INDIRECT_OBJECT,
    "obl": _F.OBLIQUE,
    "obl:unmarked": _F.OBLIQUE,
    "obl:tmod": _F.OBLIQUE,
    "obl:npmod": _F.OBLIQUE,
    "npadvmod": _F.OBLIQUE,
    "obl:agent": _F.AGENT,
    "nmod": _F.MODIFIER,
    "nmod:unmarked": _F.MODIFIER,
    "nmod:npmod": _F.MODIFIER,
    "nmod:tmod": _F.MODIFIER,
    "nmod:poss": _F.POSSESSOR,
    "poss": _F.POSSESSOR,
    "nmod:desc": _F.COMPOUND,
    "appos": _F.APPOSITION,
    "amod": _F.ADJECTIVE,
    "compound": _F.COMPOUND,
    "nn": _F.COMPOUND,
    "flat": _F.COMPOUND,
    "flat:name": _F.COMPOUND,
    "flat:foreign": _F.COMPOUND,
    "nmod:flat": _F.COMPOUND,
    "nummod": _F.NUMBER,
    "quantmod": _F.ADVERB,
    "det": _F.DETERMINER,
    "det:predet": _F.DETERMINER,
    "predet": _F.DETERMINER,
    "case": _F.CASE,
    "aux": _F.AUXILIARY,
    "aux:pass": _F.AUXILIARY,
    "auxpass": _F.AUXILIARY,
    "cop": _F.COPULA,
    "neg": _F.NEGATION,
    "mark": _F.MARKER,
    "conj": _F.CONJUNCT,
    "cc": _F.COORDINATOR,
    "cc:preconj": _F.COORDINATOR,
    "preconj": _F.COORDINATOR,
    "ccomp": _F.COMPLEMENT,
    "xcomp": _F.COMPLEMENT,
    "acomp": _F.COMPLEMENT,
    "pcomp": _F.COMPLEMENT,
    "attr": _F.COMPLEMENT,
    "oprd": _F.COMPLEMENT,
    "prep": _F.ADVERB,  # one without an object
    "acl": _F.CLAUSE_MODIFIER,
    "acl:relcl": _F.CLAUSE_MODIFIER,
    "relcl": _F.CLAUSE_MODIFIER,
    "advcl": _F.ADVERBIAL_CLAUSE,
    "advcl:relcl": _F.ADVERBIAL_CLAUSE,
    "advmod": _F.ADVERB,
    "compound:prt": _F.PARTICLE,
    "prt": _F.PARTICLE,
    "parataxis": _F.PARATAXIS,
    "punct": _F.PUNCTUATION,
}

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely"})
_CLAUSAL_SUBJECTS = frozenset({"csubj", "csubj:pass", "csubjpass"})
_OF_TITLES = frozenset({_F.ADJECTIVE, _F.COMPOUND})
_MAY_DENY = frozenset({_F.ADVERB, _F.DETERMINER, _F.OTHER, _F.COORDINATOR})


def normalize(tokens: tuple[Token, ...], labels: tuple[str, ...]) -> tuple[Token, ...]:
    """Return the tokens of one sentence with functions for their labels, content words as heads."""
    tree = Tree(tuple(Node(t, label, t.head, LABELS.get(label, _F.OTHER)) for t, label in zip(tokens, labels, strict=True)))
    if not clear.ONLY.isdisjoint(labels):
        clear.reshape(tree)
    _lower_titles(tree)
    _measure_compounds(tree)
    _name_the_rest(tree)
    _hang_relatives(tree)
    _untangle(tree)
    return tuple(_settled(n) for n in tree)


def _settled(node: Node) -> Token:
    t = node.token  # written out, since `replace` takes five times as long, and this runs for every word
    return Token(t.index, t.span, t.text, t.lemma, t.pos, t.tag, node.head, node.function, t.entity)


def _lower_titles(tree: Tree) -> None:
    """Hang a title on the name after it, of which a parse in flat names may have made it the first word."""
    for first, _ in tree.people():
        title = tree.before(first)
        if title is not None and first.head == title.token.index and first.label.startswith("flat") and not title.token.entity:
            own = (n for n in tree.below(title) if n.token.index < title.token.index and n.function in _OF_TITLES)
            tree.replace(title, first, _F.COMPOUND, keep=own)


def _measure_compounds(tree: Tree) -> None:
    """Hang a number on the noun that a hyphen joins it to: "640" on "seat" in "a 640-seat hall"."""
    nodes = list(tree)
    for number, hyphen, noun in zip(nodes, nodes[1:], nodes[2:], strict=False):
        joined = hyphen.token.text == "-" and noun.function is _F.COMPOUND and noun.head == number.head
        if number.function is _F.NUMBER and joined:
            number.head = noun.token.index


def _hang_relatives(tree: Tree) -> None:
    """Hang a clause behind a person's name and a comma on that name: "said Ann Lee, who chairs the board"."""
    nodes = tree.nodes
    for first, last in tree.people():
        who = nodes[last.token.index + 2] if last.token.index + 2 < len(nodes) else None
        if who is None or who.token.text.lower() != "who" or nodes[last.token.index + 1].token.text != ",":
            continue
        verb = tree.head(who)
        above = {n.token.index for n in tree.above(first)}
        if verb.function is _F.CLAUSE_MODIFIER and verb.token.index not in above:
            verb.head = first.token.index


def _untangle(tree: Tree) -> None:
    """Make a root of each token whose heads lead back to it: a parse of odd text can come with such a ring."""
    rooted: set[int] = set()
    for node in tree:
        seen, current = set(), node
        while current.head != current.token.index and not (current.token.index in seen or current.token.index in rooted):
            seen.add(current.token.index)
            current = tree.head(current)
        if current.head != current.token.index and current.token.index not in rooted:
            current.head, current.function = current.token.index, Function.ROOT
        rooted |= seen | {current.token.index}


def _name_the_rest(tree: Tree) -> None:
    """Settle what the label alone does not say: negation, agents, possessive determiners, clauses that "it" stands for."""
    passive = {n.head for n in tree if n.label in {"aux:pass", "auxpass"}}
    by = {n.head for n in tree if n.function is _F.CASE and n.token.text.lower() == "by"}
    for node in tree:
        index, lower = node.token.index, node.token.text.lower()
        if lower in _NEGATIONS and node.function in _MAY_DENY:
            node.function = _F.NEGATION
        elif node.function is _F.OBLIQUE and index in by and node.head in passive:
            node.function = _F.AGENT
        elif node.function is _F.DETERMINER and node.token.tag == "PRP$":
            node.function = _F.POSSESSOR
        elif node.label in _CLAUSAL_SUBJECTS and index > node.head:
            node.function = _F.COMPLEMENT  # "it was claimed that …"
