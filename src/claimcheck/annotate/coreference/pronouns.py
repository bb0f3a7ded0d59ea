"""Which of the candidates a pronoun stands for, by the learned ranking."""

from collections.abc import Callable, Sequence

from claimcheck.annotate.coreference.entities import Discourse, Entity
from claimcheck.annotate.coreference.features import OTHER, Candidate, candidate_features, candidates, pronoun_features
from claimcheck.annotate.coreference.gender import gender_of_name
from claimcheck.annotate.coreference.phrases import Phrase
from claimcheck.sentence import Function

_PLAIN = 0.85  # the score of a pronoun that carries on the subject of the sentence before
_LAST = 3  # sentences since the person was spoken of
_JOINING = frozenset({"and", "or", "&"})
_BODIES = frozenset({"ORG", "GPE", "FAC"})
Rank = Callable[[Sequence[Sequence[float]]], list[float]]


def rows(pronoun: Phrase, among: list[Candidate], discourse: Discourse) -> list[list[float]]:
    """Return one row of numbers for each candidate, and a last one for none of them."""
    own = pronoun_features(pronoun)
    made = [[*own, *candidate_features(pronoun, c, among, discourse), 0.0] for c in among]
    width = len(made[0]) - len(own) - 1
    return [*made, [*own, *[0.0] * width, 1.0]]


def resolve(pronoun: Phrase, discourse: Discourse, rank: Rank) -> tuple[Entity, float] | None:
    """Return the best candidate with its score, or None where none is likelier than every other.

    The score is 0 where something speaks against the best candidate that the others do not tell, and
    higher where grammar alone would choose it.
    """
    among = candidates(pronoun, discourse)
    if not among:
        return None
    *scores, nothing = rank(rows(pronoun, among, discourse))
    best = max(range(len(among)), key=lambda i: scores[i])
    if scores[best] < nothing:
        body = next((c for c in among if _only_body(pronoun, c, among)), None)
        return (body.entity, _PLAIN) if body is not None else None
    chosen = among[best]
    if _contradicted(pronoun, chosen.entity) or _one_of_two(chosen, among):
        return chosen.entity, 0.0
    alone = (
        _goes_on(pronoun, chosen.entity, discourse) or _only_body(pronoun, chosen, among) or _undisputed(pronoun, chosen, among)
    )
    return chosen.entity, max(scores[best], _PLAIN if alone and scores[best] >= 0.4 else 0.0)


def _goes_on(pronoun: Phrase, entity: Entity, discourse: Discourse) -> bool:
    """Whether two sentences have one subject: "Ann Lee won. She …"."""
    verb = pronoun.sentence.tokens[pronoun.predicate] if pronoun.subject and pronoun.predicate >= 0 else None
    main = verb is not None and verb.head == verb.index
    return main and pronoun.gender in OTHER and entity.named and discourse.heads.get(pronoun.number - 1) is entity


def _undisputed(pronoun: Phrase, chosen: Candidate, among: list[Candidate]) -> bool:
    """Whether no other person that "he" or "she" may be was spoken of in the paragraph, or since the one chosen."""
    if pronoun.gender not in OTHER or chosen.entity.type != "PERSON" or pronoun.quoted:
        return False
    paragraph = pronoun.sentence.paragraph
    others = [c for c in among if c is not chosen and c.entity.type in {"PERSON", ""} and _is_human(c)]
    near = [c for c in others if c.nearest.sentence.paragraph == paragraph or c.nearest.order > chosen.nearest.order]
    return not near and pronoun.number - chosen.nearest.number <= _LAST


def _is_human(candidate: Candidate) -> bool:
    return candidate.entity.type == "PERSON" or candidate.entity.gender in OTHER or candidate.nearest.gender in OTHER


def _only_body(pronoun: Phrase, chosen: Candidate, among: list[Candidate]) -> bool:
    """Whether "its" follows the only place or body named in its sentence."""
    if pronoun.gender != "n" or pronoun.token.function is not Function.POSSESSOR:
        return False
    inside = [
        c for c in among if c.nearest.number == pronoun.number and c.nearest.order < pronoun.order and c.entity.type in _BODIES
    ]
    return [c.entity for c in inside] == [chosen.entity]


def _contradicted(pronoun: Phrase, entity: Entity) -> bool:
    """Whether the given name is known for the other gender, or other pronouns have told it; "they" are no country."""
    if pronoun.gender not in OTHER:
        return pronoun.gender == "p" and not entity.plural and entity.type != "ORG"
    words = entity.referent.text.split()
    told = gender_of_name(words[0]) if entity.named and words else ""
    return told == OTHER[pronoun.gender] or entity.heard.get(OTHER[pronoun.gender], 0.0) > entity.heard.get(pronoun.gender, 0.0)


def _one_of_two(best: Candidate, among: list[Candidate]) -> bool:
    """Whether the best candidate was spoken of in one breath with another: "Ann and Eve left. Then she …"."""
    return any(_joined(best.nearest, c.nearest) for c in among if c is not best)


def _joined(one: Phrase, other: Phrase) -> bool:
    """Whether only "and" or "or" stands between two expressions, or one is a conjunct of the other."""
    if one.number != other.number:
        return False
    first, second = sorted((one, other), key=lambda phrase: phrase.span)
    between = [t.text.lower() for t in one.sentence.tokens if first.span.end <= t.span.start < second.span.start]
    conjunct = second.token.function is Function.CONJUNCT and second.token.head in {first.token.index, first.token.head}
    return conjunct or (bool(between) and _JOINING.issuperset(between))
