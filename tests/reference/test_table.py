"""The two shapes of tables, and what headers and cells mean."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.reference import Library, Table, load_table
from claimcheck.reference.headers import Header, read_header
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.date import Date, Day
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity

Load = Callable[..., Table]

HEADERS = {
    "opened": Header("opened"),
    "home_club": Header("home club"),
    "homeClub": Header("home club"),
    "length_m": Header("length", "m"),
    "Length (m)": Header("length", "m"),
    "capacity_mw": Header("capacity", "MW"),
    "tower_height_m": Header("tower height", "m"),
    "last_round_usd_m": Header("last round", "USD", 10**6),
    "turnover_gbp_bn": Header("turnover", "GBP", 10**9),
    "price_eur": Header("price", "EUR"),
    "Revenue ($m)": Header("revenue", "USD", 10**6),
    "share_pct": Header("share", "%"),
    "visitors_2023": Header("visitors", year=2023),
    "m": Header("m"),
    "2023": Header("2023"),
}


@pytest.mark.parametrize(("text", "header"), HEADERS.items(), ids=HEADERS)
def test_headers(text: str, header: Header) -> None:
    """Headers."""
    assert read_header(text) == header


def test_records(load: Load) -> None:
    """Records."""
    table = load("hall,town,opened,seats,architect\nTin Hall,Wex,1911,1840,Ann Lisle\nOld Hall,Brind,,,\n")
    assert [
        (f.subject.text, f.relation, str(f.object) if not isinstance(f.object, Name) else f.object.text) for f in table.facts
    ] == [
        ("Tin Hall", "located in", "Wex"),
        ("Tin Hall", "opened on", "1911"),
        ("Tin Hall", "seats", "1,840"),
        ("Tin Hall", "architect", "Ann Lisle"),
        ("Old Hall", "located in", "Brind"),
    ]
    assert table.rows == 2
    assert table.relations == ()
    assert table.facts[2].object == Quantity.of(1840)
    assert str(table.facts[4].source) == "t.csv row 2"
    assert table.facts[4].source.column == "town"


def test_byte_order_mark_and_windows_lines(load: Load) -> None:
    """Byte order mark and windows lines."""
    table = load(b"\xef\xbb\xbfname,town\r\nA,B\r\n")
    assert table.facts[0].subject == Name("A")


def test_unknown_headers_become_relations(load: Load) -> None:
    """Unknown headers become relations."""
    table = load("hall,first_rung,screens,main_sponsor,capacity_mw\nA,1985,7,Brass Anchor,27.5\nB,1998,3,,512\n")
    kinds = {relation.name: relation.kind for relation in table.relations}
    assert kinds == {
        "first rung": ObjectKind.DATE,
        "screens": ObjectKind.QUANTITY,
        "main sponsor": ObjectKind.NAME,
        "capacity": ObjectKind.QUANTITY,
    }
    screens = next(r for r in table.relations if r.name == "screens")
    assert screens.nouns == ("screens of S", "O:screen of S")
    assert screens.columns == ("screens",)
    assert all(relation.functional for relation in table.relations)


def test_a_header_whose_cells_do_not_fit_is_another_relation(load: Load) -> None:
    """A header whose cells do not fit is another relation."""
    table = load("museum,closed,seats\nA,Mondays,grey\nB,Tuesdays,blue\n")
    assert [relation.name for relation in table.relations] == ["closed", "seats (name)"]


def test_units_scale_and_year(load: Load) -> None:
    """Units scale and year."""
    facts = load('firm,last_round_usd_m,visitors_2023\nA,12.5,"61,204"\n').facts
    assert facts[0].object == Quantity.of(Decimal(12_500_000), "USD")
    assert facts[1].object == Quantity.of(61204)
    assert facts[1].valid == Date.of_year(2023)


@pytest.mark.parametrize("empty", ["", "-", "n/a", "?", "unknown"])
def test_placeholders_say_nothing(load: Load, empty: str) -> None:
    """Placeholders say nothing."""
    assert len(load(f"hall,opened,seats,town\nA,1990,12,B\nC,{empty},{empty},{empty}\n").facts) == 3


def test_a_cell_that_is_no_number_is_left_out_with_a_warning(load: Load) -> None:
    """A cell that is no number is left out with a warning."""
    table = load("hall,seats\nA,12\nB,many\n")
    assert len(table.facts) == 1
    assert table.warnings == ("t.csv:3: 'seats' has 'many', no number; left out",)


def test_several_names_in_a_cell(load: Load) -> None:
    """Several names in a cell."""
    assert len(load("cup,host\nA,Japan|South Korea\n").facts) == 2
    assert len(load("cup,host\nA,Lisle & Sons\n").facts) == 1
    listed = load("cup,host\nA,Japan & South Korea\n", "[columns.host]\nlist = true\n")
    assert [f.object for f in listed.facts] == [Name("Japan"), Name("South Korea")]
    assert listed.warnings == ()


DATES = {
    "1945": Date.of_year(1945),
    "1945-05": Date.of_month(1945, 5),
    "1945-05-08": Date.of_day(Day(1945, 5, 8)),
    "8 May 1945": Date.of_day(Day(1945, 5, 8)),
    "May 8, 1945": Date.of_day(Day(1945, 5, 8)),
    "May 1945": Date.of_month(1945, 5),
    "1890s": Date(Day(1890, 1, 1), Day(1899, 12, 31)),
    "c. 1890": Date(Day(1880, 1, 1), Day(1900, 12, 31)),
    "1985-11-21/1985-12-14": Date(Day(1985, 11, 21), Day(1985, 12, 14)),
}


@pytest.mark.parametrize(("text", "date"), DATES.items(), ids=DATES)
def test_dates(load: Load, text: str, date: Date) -> None:
    """Dates."""
    assert load(f'hall,opened\nA,"{text}"\n').facts[0].object == date


def test_facts(load: Load) -> None:
    """Facts."""
    table = load(
        "subject,relation,object,start,end,source\nA Board,founded,1892,1892,,Calendar\nA Board,students,18400,2022,,Return\n"
    )
    assert [(f.relation, str(f.object)) for f in table.facts] == [("founded on", "1892"), ("students", "18,400")]
    assert [f.source.publisher for f in table.facts] == ["Calendar", "Return"]
    assert table.facts[0].text == "A Board founded on 1892"


def test_offices_of_both_directions_meet(load: Load) -> None:
    """Offices of both directions meet."""
    table = load(
        "subject,relation,object,start,end\n"
        "Ann Reed,Speaker of,Port Assembly,2014-06-03,2018-05-29\n"
        "Port Assembly,speaker,Bo Tarn,2018-05-29,\n"
        "Ann Reed,mayor of,Port,2010,2012\n"
    )
    assert {(f.subject.text, f.relation) for f in table.facts} == {("Port Assembly", "speaker"), ("Port", "mayor")}
    assert table.facts[0].object == Name("Ann Reed")
    assert table.facts[0].text == "speaker of Port Assembly: Ann Reed (2014-06-03 to 2018-05-29)"
    assert table.warnings == ()


def test_validity(load: Load) -> None:
    """Validity."""
    facts = load("subject,relation,object,start,end\nA,mayor,B,2014,2018-05-29\nA,mayor,C,2018-05-29,\nA,mayor,D,,2014\n").facts
    assert facts[0].valid == Date(Day(2014, 1, 1), Day(2018, 5, 29))
    assert facts[1].valid == Date(Day(2018, 5, 29), None)
    assert facts[2].valid == Date(None, Day(2014, 12, 31))


def test_validity_of_records(load: Load) -> None:
    """Validity of records."""
    facts = load("town,mayor,start,end\nA,B,2014-01-01,2018-01-01\nA,C,2018-01-01,\n").facts
    assert [(f.relation, str(f.valid)) for f in facts] == [("mayor", "2014-01-01/2018-01-01"), ("mayor", "2018-01-01/..")]


def test_dates_beside_names_are_validity_and_places_are_not(load: Load) -> None:
    """Dates beside names are validity and places are not."""
    (post,) = load("person,post,since\nAnn Reed,treasurer,2019-03\n").facts
    assert (post.relation, str(post.valid)) == ("post", "2019-03-01/..")
    assert {f.relation for f in load("line,from,to\nMoor Line,Wex,Brind\n").facts} == {"from", "to"}


def test_a_running_number_is_no_subject(load: Load) -> None:
    """A running number is no subject."""
    assert [f.subject.text for f in load("id,name,town\n1,Tin Hall,Wex\n").facts] == ["Tin Hall"]


def test_rows_that_clash_are_warned_of_and_both_accepted(load: Load) -> None:
    """Rows that clash are warned of and both accepted."""
    table = load("subject,relation,object,start,end\nA,mayor,B,2014-01-01,2018-01-01\nA,mayor,C,2017-01-01,\n")
    assert len(table.warnings) == 1
    assert table.warnings[0].startswith("t.csv:3: 'mayor of A: C (since 2017-01-01)' and line 2,")
    assert len(Library.of([table]).about("A", "mayor")) == 2


def test_an_own_relation_with_several_objects_is_not_functional(load: Load) -> None:
    """An own relation with several objects is not functional."""
    table = load("subject,relation,object\nNorth,constituency of,Port\nSouth,constituency of,Port\n")
    assert [(r.name, r.functional) for r in table.relations] == [("constituency", False)]
    assert table.warnings == ()


def test_sidecar(load: Load) -> None:
    """Sidecar."""
    table = load(
        "id,works,also,built,remark\n7,Low Weir,Weir Works|LW,1931,damp\n",
        'publisher = "Water Office"\nsubject = "works"\naliases = "also"\nignore = ["id", "remark"]\ntype = "FAC"\n'
        'names = ["Works no. {id}"]\n[columns.built]\nrelation = "opened on"\n',
    )
    (fact,) = table.facts
    assert (fact.relation, fact.source.publisher) == ("opened on", "Water Office")
    assert fact.subject == Name("Low Weir", ("Weir Works", "LW", "Works no. 7"))
    assert table.labels == (("low weir", "FAC"),)


def test_the_shapes_of_the_labelled_cases(relations: tuple[Relation, ...]) -> None:
    """The shapes of the labelled cases."""
    for path in sorted(Path(__file__).parent.parent.rglob("cases/**/*.csv")):
        assert load_table(path, relations).warnings == ()
