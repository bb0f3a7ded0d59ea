"""Names and facts found again in the tables of a run."""

import pytest

from claimcheck.document import Document, Part, PartKind, Span
from claimcheck.reference import Library, Table
from claimcheck.values.name import Name

SAME = [
    ("China", "the People's Republic of China"),
    ("Kiev", "Kyiv"),
    ("USSR", "Soviet Union"),
    ("Holland", "The Netherlands"),
    ("UK", "Britain"),
    ("NATO", "Nato"),
    ("Zürich", "Zurich"),
    ("2022 Winter Olympics", "Beijing 2022"),
    ("2022 Winter Olympics", "XXIV Olympic Winter Games"),
    ("2022 Winter Olympics", "the 24th Winter Olympics"),
    ("2022 Winter Olympics", "2022 Olympic Winter Games"),
    ("FIFA World Cup 2018", "the 2018 World Cup"),
    ("Euro 2020", "UEFA Euro 2020"),
    ("Chinese", "China"),
    ("Germans", "Germany"),
]
NOT_SAME = [
    ("China", "Taiwan"),
    ("China", "Beijing"),
    ("North Korea", "South Korea"),
    ("who", "World Health Organization"),
    ("us", "United States"),
    ("2022 Winter Olympics", "2018 Winter Olympics"),
    ("Niger", "Nigeria"),
]


def prose(text: str) -> Document:
    """Return a document of one paragraph."""
    return Document(text, "t", (Part(PartKind.BODY, Span(0, len(text))),))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(world: Library, one: str, other: str) -> None:
    """Same."""
    assert world.same(one, other)
    assert world.same(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_SAME)
def test_not_same(world: Library, one: str, other: str) -> None:
    """Not same."""
    assert not world.same(one, other)
    assert not world.same(other, one)


INSIDE = [
    ("Beijing", "China"),
    ("Peking", "PRC"),
    ("London", "UK"),
    ("England", "United Kingdom"),
    ("West Germany", "Germany"),
    ("Barcelona", "Spain"),
    ("Paris", "Europe"),
    ("Seattle", "United States"),
]
NOT_INSIDE = [("China", "Beijing"), ("Paris", "China"), ("Springfield Gorge", "China"), ("Vienna", "Australia")]


@pytest.mark.parametrize(("part", "whole"), INSIDE)
def test_part_of(world: Library, part: str, whole: str) -> None:
    """Part of."""
    assert world.part_of(part, whole)


@pytest.mark.parametrize(("part", "whole"), NOT_INSIDE)
def test_not_part_of(world: Library, part: str, whole: str) -> None:
    """Not part of."""
    assert not world.part_of(part, whole)


def test_about_by_any_name(world: Library) -> None:
    """About by any name."""
    facts = world.about("Beijing 2022", "hosted by")
    assert [fact.text for fact in facts] == ["2022 Winter Olympics hosted by Beijing", "2022 Winter Olympics hosted by China"]
    assert world.about("Beijing 2022", "won by") == ()
    assert {fact.relation for fact in world.all_about("Beijing 2022")} == {"hosted by", "held on"}


def test_naming_by_any_name(world: Library) -> None:
    """Naming by any name."""
    hosted = {fact.subject.text for fact in world.naming("Peking", "hosted by")}
    assert {"2008 Summer Olympics", "2022 Winter Olympics"} <= hosted


def test_names_of_nothing(world: Library) -> None:
    """Names of nothing."""
    for text in ("", " ", "the", "…", "Foobarland"):
        assert world.entities(text) == ()
        assert world.about(text, "capital") == ()
        assert world.canonical(text) == text


def test_canonical(world: Library) -> None:
    """Canonical."""
    assert world.canonical("Peking") == "Beijing"
    assert world.canonical("Korea") == "Korea"  # either of two


def test_longest_names(world: Library) -> None:
    """Longest names."""
    words = [
        "Xi",
        "praised",
        "the",
        "2024",
        "Winter",
        "Olympics",
        "in",
        "Beijing",
        ",",
        "Russia",
        "'s",
        "World",
        "Cup",
        "and",
        "the",
        "UN",
        "Charter",
        "for",
        "us",
        ";",
        "Who",
        "knows",
    ]
    found = [(" ".join(words[start:end]), world.label(names)) for start, end, names in world.longest_names_in(words)]
    assert found == [
        ("Winter Olympics", "EVENT"),
        ("Beijing", "GPE"),
        ("Russia", "GPE"),
        ("World Cup", "EVENT"),
        ("UN Charter", "LAW"),
    ]


def test_longer_names_of_other_events_are_kept_apart(world: Library) -> None:
    """Longer names of other events are kept apart."""
    words = ["the", "Club", "World", "Cup", ",", "the", "Youth", "Olympics", "and", "a", "Chess", "World", "Cup"]
    assert [words[start:end] for start, end, _ in world.longest_names_in(words)] == [
        ["Club", "World", "Cup"],
        ["Youth", "Olympics"],
        ["Chess", "World", "Cup"],
    ]


def test_longest_names_take_linear_time_in_shape_only(world: Library) -> None:
    """Longest names take linear time in shape only."""
    assert list(world.longest_names_in(["New"] * 2000)) == []


def test_labels(world: Library) -> None:
    """Labels tell persons, places and organizations apart."""
    texts = ["Barack Obama", "Germany", "Amazon", "Paris Agreement", "Eiffel Tower", "OPCW"]
    assert [world.label(world.entities(text)) for text in texts] == ["PERSON", "GPE", "ORG", "LAW", "FAC", "ORG"]


def test_complete_lists(world: Library) -> None:
    """Complete lists."""
    assert world.complete("EU", "member")
    assert world.complete("Microsoft", "founded by")
    assert not world.complete("IBM", "founded by")
    assert not world.complete("United Nations", "member")


def test_a_bare_world_cup_means_the_sport_of_the_text(world: Library) -> None:
    """A bare world cup means the sport of the text."""

    def readings(text: str) -> set[str]:
        return {series.name for series in world.in_context(prose(text)).series_named("World Cup")}

    assert {"FIFA World Cup", "Cricket World Cup", "Rugby World Cup"} <= readings("He spoke of the World Cup.")
    assert readings("The striker won the football World Cup.") == {"FIFA World Cup", "FIFA Women's World Cup"}
    assert readings("The bowler took a wicket in the World Cup.") >= {"Cricket World Cup", "T20 World Cup"}
    assert {"FIFA World Cup", "skiing circuit"} <= readings("She won the slalom World Cup.")
    assert {"FIFA World Cup", "Cricket World Cup"} <= readings("Brazil hosted the World Cup; cricket had its own.")


def test_a_circuit_covers_no_year(world: Library) -> None:
    """A circuit covers no year."""
    *_, circuit = world.in_context(prose("the biathlon World Cup")).series_named("World Cup")
    assert not circuit.covers(2024)
    assert circuit.edition(2024) is None


def test_full_names_mean_the_same_in_any_text(world: Library) -> None:
    """Full names mean the same in any text."""
    context = world.in_context(prose("The football striker skied."))
    assert [series.name for series in context.series_named("Winter Olympics")] == ["Winter Olympics"]


def test_a_users_table_joins_the_world(world: Library) -> None:
    """A users table joins the world."""
    own = Table("own.csv", 0, "", (), names=(Name("Beijing", ("Yanjing",)),))
    library = Library.of((*world.tables, own))
    assert library.same("Yanjing", "Peking")
