"""Dependency labels of either scheme as grammatical functions.

Universal Dependencies makes content words heads and hangs prepositions and the
copula below them; CLEAR (the scheme of `en_core_web_*`) does the reverse.  Both
come out in the shape of the former.
"""

from dataclasses import dataclass, replace

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
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_CLAUSAL = frozenset(
    {_F.SUBJECT, _F.PASSIVE_SUBJECT, _F.AUXILIARY, _F.NEGATION, _F.ADVERB, _F.MARKER, _F.OBLIQUE}
    | {_F.ADVERBIAL_CLAUSE, _F.PUNCTUATION, _F.PARATAXIS, _F.COMPLEMENT, _F.COORDINATOR, _F.CONJUNCT}
)


@dataclass(slots=True)
class _Node:
    """A token while its head and function are being settled."""

    token: Token
    label: str
    head: int
    function: Function


def normalize(tokens: tuple[Token, ...], labels: tuple[str, ...]) -> tuple[Token, ...]:
    """Return the tokens of one sentence with functions for their labels, content words as heads."""
    nodes = [_Node(t, label, t.head, LABELS.get(label, _F.OTHER)) for t, label in zip(tokens, labels, strict=True)]
    _raise_complements(nodes)
    _raise_prepositions(nodes)
    _name_the_rest(nodes)
    _untangle(nodes)
    return tuple(replace(n.token, head=n.head, function=n.function) for n in nodes)


def _untangle(nodes: list[_Node]) -> None:
    """Make a root of each token whose heads lead back to it: a parse of odd text can come with such a ring."""
    for node in nodes:
        seen, current = set(), node
        while current.head != current.token.index and current.token.index not in seen:
            seen.add(current.token.index)
            current = nodes[current.head]
        if current.head != current.token.index:
            current.head, current.function = current.token.index, Function.ROOT


def _raise_complements(nodes: list[_Node]) -> None:
    """Make the complement of "be" (CLEAR `attr`, `acomp`) the head of its clause, and the verb its copula."""
    for complement in nodes:
        verb = nodes[complement.head]
        if complement.label not in {"attr", "acomp"} or verb.token.lemma != "be" or verb is complement:
            continue
        index = complement.token.index
        for other in nodes:
            if other is not complement and other.head == verb.token.index and other.function in _CLAUSAL:
                other.head = index
        complement.function = verb.function
        complement.head = index if verb.head == verb.token.index else verb.head
        verb.head, verb.function = index, _F.COPULA


def _raise_prepositions(nodes: list[_Node]) -> None:
    """Hang the object of a preposition (CLEAR `pobj`) where the preposition hung."""
    for noun in nodes:
        preposition = nodes[noun.head]
        if noun.label != "pobj" or preposition is noun:
            continue
        governor = nodes[preposition.head]
        if preposition.label == "agent":
            function = _F.AGENT
        elif governor.token.pos in _PREDICATES:
            function = _F.OBLIQUE
        else:
            function = _F.MODIFIER
        noun.head, noun.function = preposition.head, function
        preposition.head, preposition.function = noun.token.index, _F.CASE


def _name_the_rest(nodes: list[_Node]) -> None:
    """Settle what the label alone does not say: negation, agents, possessive determiners."""
    passive = {n.head for n in nodes if n.label in {"aux:pass", "auxpass"}}
    by = {n.head for n in nodes if n.function is _F.CASE and n.token.text.lower() == "by"}
    for node in nodes:
        index, lower = node.token.index, node.token.text.lower()
        if lower in _NEGATIONS and node.function in {_F.ADVERB, _F.DETERMINER, _F.OTHER, _F.COORDINATOR}:
            node.function = _F.NEGATION
        elif node.function is _F.OBLIQUE and index in by and node.head in passive:
            node.function = _F.AGENT
        elif node.function is _F.DETERMINER and node.token.tag == "PRP$":
            node.function = _F.POSSESSOR
