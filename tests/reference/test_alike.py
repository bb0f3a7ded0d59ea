"""A library on compiled tables answers as one on plain tables does."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.evidence import Fact, Source
from claimcheck.reference import Library, Series, Table
from claimcheck.reference.index.shelf import Shelf
from claimcheck.relation import Relation
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity
from reference import plain


def forms_of(tables: Iterable[Table]) -> list[str]:
    """Return every name in the tables, as it is written there."""
    names = [name for table in tables for name in table.names]
    names += [name for table in tables for fact in table.facts for name in (fact.subject, fact.object) if isinstance(name, Name)]
    found = dict.fromkeys(form for name in names for form in (name.text, *name.aliases))
    return list(
        found | dict.fromkeys(form for table in tables for series in table.series for form in (series.name, *series.aliases))
    )


def assert_alike(one: Library, other: plain.Library, forms: Sequence[str], relations: Sequence[str]) -> None:
    """Assert that both answer alike whatever is asked about the forms."""
    assert one.relations == other.relations
    for form in forms:
        for asked in (form, form.lower(), f"the {form}s"):
            assert one.entities(asked) == other.entities(asked)
            assert one.canonical(asked) == other.canonical(asked)
            assert one.label(one.entities(asked)) == other.label(other.entities(asked))
            assert one.wholes(asked) == other.wholes(asked)
            assert one.series_named(asked) == other.series_named(asked)
        assert one.all_about(form) == other.all_about(form)
        words = f"So {form}'s old friend, {form}, came to {form.lower()}".replace(",", " ,").split()
        assert list(one.longest_names_in(words)) == list(other.longest_names_in(words))
    for form in forms:
        for relation in relations:
            assert one.about(form, relation) == other.about(form, relation)
            assert one.naming(form, relation) == other.naming(form, relation)
            assert one.complete(form, relation) == other.complete(form, relation)
    for form, next_ in zip(forms, [*forms[1:], *forms[:1]], strict=True):
        assert one.same(form, next_) == other.same(form, next_)
        assert one.part_of(form, next_) == other.part_of(form, next_)


def test_the_built_in_tables(builtin: tuple[Table, ...], relations: tuple[Relation, ...]) -> None:
    """All built-in tables, on one shelf and on two."""
    used = sorted({fact.relation for table in builtin for fact in table.facts})
    forms = forms_of(builtin)
    half = len(builtin) // 2
    other = plain.Library.of(builtin)
    assert_alike(Library((Shelf.of(builtin, relations),)), other, forms[::5], used)
    assert_alike(Library((Shelf.of(builtin[:half], relations), Shelf.of(builtin[half:]))), other, forms[::23], used)


def test_every_fact_is_told_as_before(builtin: tuple[Table, ...], relations: tuple[Relation, ...]) -> None:
    """Every fact of a table is found by its subject, the same in all its parts."""
    shelf = Shelf.of(builtin, relations)
    facts = (fact for table in builtin for fact in table.facts)
    for order, fact in enumerate(facts):
        assert (order, fact) in shelf.about(plain.fold(fact.subject.text), (fact.relation,))


WORDS = st.sampled_from(["Alm", "Brück", "Corvo", "Dun", "EU", "the Elm", "Fen-Gate", "Alms", "O'Hara", "2021", "WHO", "who"])
FORMS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
NAMES = st.builds(
    lambda text, aliases: Name(text, tuple(a for a in aliases if a != text)), FORMS, st.lists(FORMS, max_size=2, unique=True)
)
DATES = st.sampled_from([UNKNOWN_DATE, Date.of_year(1990), Date.of_year(-40), Date(Date.of_year(2001).earliest, None)])
NUMBERS = st.builds(Quantity.of, st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(["", "m", "EUR"]))
RELATIONS = ["located in", "capital", "adjective", "demonym", "member", "height", "founded on"]


@st.composite
def facts(draw: st.DrawFn, table: str) -> tuple[Fact, ...]:
    """Return some facts of a table."""
    found = []
    for row in range(1, draw(st.integers(1, 8))):
        subject, relation, valid = draw(NAMES), draw(st.sampled_from(RELATIONS)), draw(DATES)
        thing = draw({"height": NUMBERS, "founded on": DATES}.get(relation, FORMS.map(Name)))
        words = thing.text if isinstance(thing, Name) else str(thing)
        text = draw(st.sampled_from([f"{subject.text}, {relation}: {words}", f"{relation} of {subject.text}"]))
        found.append(Fact(subject, relation, thing, valid, Source(table, row, relation, "Almanac"), text))
    return tuple(found)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Table, ...]:
    """Return tables of which some are the user's own."""
    found = []
    for name in draw(st.lists(st.sampled_from(["world/a", "b.csv", "world/c", "d.csv"]), min_size=1, max_size=4, unique=True)):
        told = draw(facts(name))
        about = tuple(draw(st.lists(NAMES, max_size=2)))
        labels = tuple((plain.fold(n.text), draw(st.sampled_from(["GPE", "ORG"]))) for n in about[:1])
        series = tuple(Series(n.text, n.aliases, "chess", 1990, 2000, ((1990, n),)) for n in draw(st.lists(NAMES, max_size=1)))
        complete = tuple(draw(st.lists(st.sampled_from(["member"]), max_size=1)))
        found.append(Table(name, 9, "0", told, about, (), series, (), labels, complete))
    return tuple(found)


@settings(deadline=None, max_examples=150)
@given(tables(), st.integers(0, 4))
def test_random_tables(some: tuple[Table, ...], cut: int) -> None:
    """Tables of few names, which therefore meet often."""
    shelves = tuple(Shelf.of(part) for part in (some[:cut], some[cut:]) if part)
    assert_alike(Library(shelves), plain.Library.of(some), forms_of(some), RELATIONS)


@pytest.mark.parametrize("asked", ["", "?", "'s", "the"])
def test_no_name(builtin: tuple[Table, ...], asked: str) -> None:
    """What folds to nothing, or to no name, is nobody's."""
    assert Library.of(builtin[:2]).entities(asked) == plain.Library.of(builtin[:2]).entities(asked) == ()
