"""How old somebody is or was, and when: "Ann Lee, 46, said", "hired in 2009, at the age of 31", "He was 79"."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.arguments import argument
from claimcheck.claims.bearers import identified
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import modality
from claimcheck.claims.moments import moment, moments
from claimcheck.claims.persons import KIN, sole_person, subject_person
from claimcheck.sentence import Function, Token
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time

# Held at the claim's own date, or at publication; held when the person died.
RELATION, AT_DEATH = "age", "age at death"

_OLDEST = 119
_YOUNGEST_BARE = 10  # a smaller bare number behind "at" is more likely an hour
_OPENING, _CLOSING = frozenset({",", "("}), frozenset({",", ")", ".", ";"})
_DYING = frozenset({"die", "dead", "death"})
_STILL = frozenset({"still", "now", "already", "even", "yet"})
# What somebody does at an age: "left school at 15".
_PASSING = frozenset(
    {"leave", "quit", "retire", "marry", "join", "move", "emigrate", "enlist", "enrol", "wed", "debut", "arrive", "graduate"}
)
_KEEPING = frozenset({"celebrate", "mark", "turn", "reach", "approach", "enjoy", "toast"})
_FEW = 3  # tokens from "who" to an age of the present
_NEWS = 60  # days before publication of which it tells news
_SHORT = 8  # tokens of a sentence such as "He was 79 years old."


def ages(context: Context) -> Iterator[Claim]:
    """Yield a claim for each age that stands with a person."""
    for token in context.sentence.tokens:
        mention = _age(context, token)
        if mention is not None:
            found = (
                _birthday(context, token, mention)
                or _introduced(context, token, mention)
                or _beside_name(context, token, mention)
                or _of_being(context, token, mention)
                or _of_act(context, token, mention)
            )
            if found is not None:
                yield found


def _age(context: Context, token: Token) -> Mention | None:
    """Return the age that begins with the token: one that says so, or a bare number where an age may stand."""
    found = next((m for m in context.mentions if m.span.start == token.span.start and isinstance(m.value, Quantity)), None)
    if found is None or found.type == "AGE":
        return found
    years = found.value.number if isinstance(found.value, Quantity) and not found.value.unit else None
    if found.type != "CARDINAL" or years is None or years != int(years) or not 0 < years <= _OLDEST:
        return None
    if not (_is_set_off(context, token) or _is_said_of_being(context, token) or _is_at(context, token, found)):
        return None
    return Mention(found.span, "AGE", Quantity(years, years, "year"), "number as an age")


def _is_set_off(context: Context, token: Token) -> bool:
    """Whether the number stands between commas: "Ann Lee, 46, said", "Ann Lee, then 46, said"."""
    tokens = context.sentence.tokens
    start = token.index - 1 if token.index and tokens[token.index - 1].text.lower() in {"then", "now"} else token.index
    around = (*tokens[start - 1 : start], *tokens[token.index + 1 : token.index + 2]) if start else ()
    return len(around) == 2 and around[0].text in _OPENING and around[1].text in _CLOSING and token.text.isdigit()


def _is_said_of_being(context: Context, token: Token) -> bool:
    """Whether the number is all that is said of somebody: "he was 79"."""
    after = context.sentence.tokens[token.index + 1 : token.index + 2]
    plain = not after or after[0].pos not in {"NOUN", "PROPN", "NUM", "SYM"}
    return plain and context.sentence.child(token, Function.COPULA) is not None


def _is_at(context: Context, token: Token, number: Mention) -> bool:
    """Whether the number stands behind "at": "At 38, she coaches", "dies at 79", "who at 70 still sings", "left at 16"."""
    tokens = context.sentence.tokens
    before = tokens[max(0, token.index - 2) : token.index]
    after = next((t for t in tokens[token.index :] if t.span.start >= number.span.end), None)
    years = number.value.number if isinstance(number.value, Quantity) else None
    if not before or before[-1].text.lower() != "at" or years is None or years < _YOUNGEST_BARE:
        return False
    closed = after is None or after.text in _CLOSING
    if len(before) == 1 or before[0].text.lower() in {",", "now"}:
        return closed
    if before[0].text.lower() == "who":
        return after is not None and (after.lemma in _STILL or after.pos == "VERB" or closed)
    verb = next((t for t in context.sentence.ancestors(token) if t.pos == "VERB"), None)
    return closed and verb is not None and (verb.lemma in _DYING or verb.lemma in _PASSING)


def _beside_name(context: Context, token: Token, age: Mention) -> Claim | None:
    """Return the age right behind a name or before a noun: that of publication, or of the date told with it."""
    holder = _holder(context, token, age) if age.rule != "anniversary" else None
    person = argument(context, holder) if holder is not None else None
    if person is None or person.type != "PERSON":
        return None
    dates = {m.value.date for m in moments(context) if isinstance(m.value, Time)}
    before = context.sentence.tokens[token.index - 1].text.lower() if token.index else ""
    if before == "then":
        told = moment(context, age.span)
        return _claim(context, token, person, age, told, past=True) if told.known else None
    if before == "now" or not dates:
        return _claim(context, token, person, age, UNKNOWN_DATE, either=not dates)
    return _claim(context, token, person, age, next(iter(dates)), either=True) if len(dates) == 1 else None


def _birthday(context: Context, token: Token, age: Mention) -> Claim | None:
    """Return the age of a birthday that is kept about publication: "celebrates his 100th birthday on Saturday"."""
    top = context.sentence.top(age.span)
    owner = context.sentence.child(top, Function.POSSESSOR) if top is not None and age.rule == "anniversary" else None
    person = sole_person(context)
    near = any(isinstance(m.value, Time) and m.value.anchor == "publication" for m in context.mentions)
    verb = next((t for t in context.sentence.ancestors(token) if t.pos == "VERB"), None)
    kept = verb is not None and verb.lemma in _KEEPING and _is_present(context, token)
    if owner is None or person is None or (moments(context) and not near) or not (near or kept):
        return None
    return _claim(context, token, person, age, UNKNOWN_DATE)


def _introduced(context: Context, token: Token, age: Mention) -> Claim | None:
    """Return the age of whom a lead leaves unnamed: "A 78-year-old has …", with the name in the next sentence."""
    person = context.introduced if age.rule != "anniversary" else None
    inside = context.sentence.within(age.span)
    top = context.sentence.top(age.span)
    noun = context.sentence.head(top) if top is not None and top.function is Function.ADJECTIVE else top
    plain = noun is not None and noun.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT} and noun.tag == "NN"
    before = context.sentence.tokens[inside[0].index - 1].text.lower() if inside and inside[0].index else ""
    if person is None or not plain or before not in {"a", "an"}:
        return None
    holder = Argument(person.span, person.referent.text, person.referent.key, "PERSON")
    value = Argument(age.span, context.document.words(age.span), "", "AGE", age.value)
    predicate = Predicate(token, negated=False, modality=_world(context, token), past=False, presupposed=True)
    text = f"{RELATION} of {holder.text}: {value.text}"
    return claim(context, predicate, text, holder, RELATION, value, restriction=("named in the next sentence",))


def _of_being(context: Context, token: Token, age: Mention) -> Claim | None:
    """Return the age that is said with "be" or "turn": "he is 58", "He was 79.", "she was 54 when …", "turned 60 in May"."""
    sentence = context.sentence
    top = sentence.top(age.span) or token
    copula = sentence.child(top, Function.COPULA)
    head = top if copula is not None else sentence.head(top)
    turned = copula is None and token.lemma == "turn" and token.pos == "VERB"
    if turned:
        head = token
    if head is None or (copula is None and not turned) or sentence.children(head, Function.NEGATION):
        return None
    person = subject_person(context, head)
    if person is None or (turned and token.tag != "VBD"):
        return None
    if copula is not None and copula.tag in {"VBZ", "VBP"}:
        return _claim(context, token, person, age, UNKNOWN_DATE)
    told = moment(context, age.span)
    if not told.known and not turned and len(sentence.tokens) <= _SHORT:
        return _claim(context, token, person, age, UNKNOWN_DATE, relation=AT_DEATH, past=True)
    return _claim(context, token, person, age, told, past=True) if told.known else None


def _of_act(context: Context, token: Token, age: Mention) -> Claim | None:
    """Return the age at which the only person of the sentence does something: "she moved to Ulm in 1988, at the age of 24"."""
    lower = token.text.lower() if age.rule != "anniversary" else ""
    tokens = context.sentence.tokens
    before = tokens[token.index - 1].text.lower() if token.index else ""
    being = before in {"a", "an"} and token.index > 1 and tokens[token.index - 2].text.lower() == "as"
    if lower not in {"aged", "at", "age"} and before != "at" and not being:
        return None
    person = sole_person(context)
    if person is None:
        return None
    now = "now" in {t.text.lower() for t in tokens[max(0, token.index - 4) : token.index]}
    if now:
        return _claim(context, token, person, age, UNKNOWN_DATE)
    verb = next((t for t in context.sentence.ancestors(token) if t.pos in {"VERB", "AUX"}), None)
    told = moment(context, age.span)
    if _is_dying(context, token, verb):
        told = told if told.known else _just_now(context, verb)
        return _claim(context, token, person, age, told, relation=AT_DEATH, past=True)
    if told.known:
        return _claim(context, token, person, age, told, past=True)
    led = token.index <= 1 or "who" in {t.text.lower() for t in tokens[max(0, token.index - _FEW) : token.index]}
    present = led and not being and not moments(context) and _is_present(context, token)
    return _claim(context, token, person, age, UNKNOWN_DATE) if present else None


def _is_present(context: Context, token: Token) -> bool:
    """Whether the predicate above tells of the present."""
    for above in context.sentence.ancestors(token):
        copula = context.sentence.child(above, Function.COPULA)
        if copula is not None or above.pos in {"VERB", "AUX"}:
            return (copula or above).tag in {"VBZ", "VBP"}
    return False


def _just_now(context: Context, verb: Token | None) -> Date:
    """Return the weeks before publication for what is told as news: "dies at 79", "has died aged 79"."""
    published = context.document.publication.date
    fresh = verb is not None and (verb.tag == "VBZ" or any(t.text.lower() == "has" for t in context.sentence.children(verb)))
    if not fresh or published.earliest is None:
        return UNKNOWN_DATE
    return Date(published.earliest.plus(-_NEWS), published.latest)


def _is_dying(context: Context, token: Token, verb: Token | None) -> bool:
    """Whether the age is that of a death."""
    before = context.sentence.tokens[max(0, token.index - 3) : token.index]
    return (verb is not None and verb.lemma in _DYING) or any(t.lemma in _DYING for t in before)


def _claim(
    context: Context,
    token: Token,
    person: Argument,
    age: Mention,
    time: Date,
    *,
    relation: str = RELATION,
    past: bool = False,
    either: bool = False,
) -> Claim:
    """Return the claim; with `either`, the age may as well be that of publication."""
    value = Argument(age.span, context.document.words(age.span), "", "AGE", age.value)
    predicate = Predicate(token, negated=False, modality=_world(context, token), past=past, presupposed=either)
    text = f"{relation} of {person.text}: {value.text}"
    kin = tuple(t.text for t in _before(context, person) if t.lemma in KIN)
    return claim(context, predicate, text, person, relation, value, time=time, restriction=(*kin, *_couple(context, person)))


def _couple(context: Context, person: Argument) -> tuple[str, ...]:
    """Return the name by which a text speaks of a couple: "Mr Lee" and "Mrs Lee" are taken for one otherwise."""
    surname = person.text.split()[-1] if person.text else ""
    plain = context.document.plain
    male = any(f"{title} {surname}" in plain for title in ("Mr", "Mr."))
    female = any(f"{title} {surname}" in plain for title in ("Mrs", "Mrs.", "Ms", "Miss"))
    return (f"Mr and Mrs {surname}",) if surname and male and female else ()


def _before(context: Context, person: Argument) -> tuple[Token, ...]:
    """Return the words right before a name: "his father Tom Abel"."""
    return tuple([t for t in context.sentence.tokens if t.span.end <= person.span.start][-2:])


def _world(context: Context, token: Token) -> Modality:
    return modality(token, context.sentence, presupposed=True)


def _holder(context: Context, token: Token, age: Mention) -> Token | None:
    """Return whose age it is: the name before the comma, or the noun that the age describes."""
    tokens = context.sentence.tokens
    start = token.index - 1 if token.index and tokens[token.index - 1].text.lower() in {"then", "now"} else token.index
    before = tokens[start - 2 : start] if start >= 2 else ()
    if len(before) == 2 and before[1].text in _OPENING and context.mention(before[0], "PERSON"):
        return before[0]
    inside = context.sentence.within(age.span)
    nouns = (context.sentence.head(t) for t in inside if t.function is Function.ADJECTIVE)
    noun = next((t for t in nouns if t is not None and t not in inside), None)
    return next(iter(identified(context, noun, ("PERSON",))), None) if noun is not None else None
