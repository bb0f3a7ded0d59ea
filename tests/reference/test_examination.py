"""What `table show` understands and `table check` finds."""

from pathlib import Path

import pytest

from claimcheck.reference.description import describe
from claimcheck.reference.examination import examine
from claimcheck.reference.opening import Opened, open_table
from claimcheck.relation import load_relations


def opened(tmp_path: Path, text: str, sidecar: str = "") -> Opened:
    """Return a table of that text, opened."""
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    if sidecar:
        (tmp_path / "t.toml").write_text(sidecar, encoding="utf-8")
    return open_table(tmp_path / "t.csv", load_relations())


def test_columns_are_described(tmp_path: Path) -> None:
    """Columns are described."""
    told = describe(opened(tmp_path, "bridge,Length (m),first_rung,also known as,notes by\nElm Bridge,412,1934,Old Elm,x\n"))
    assert (told.shape, told.key, told.rows) == ("wide", "bridge", 1)
    assert [(c.header, c.use, c.relation, c.kind, c.unit) for c in told.columns] == [
        ("bridge", "key", "", "", ""),
        ("Length (m)", "relation", "length", "quantity", "m"),
        ("first_rung", "relation", "first rung", "date", ""),
        ("also known as", "aliases", "", "", ""),
        ("notes by", "relation", "notes by", "name", ""),
    ]
    assert told.not_understood == ("notes by",)


def test_the_key_is_the_column_that_names_the_rows(tmp_path: Path) -> None:
    """A league before its clubs is no key, nor is a running number."""
    rows = "North,Elm Rovers,1901\nNorth,Ash United,1899\nNorth,Oak Town,1903\nSouth,Fir Athletic,1911\nSouth,Yew City,1920\n"
    assert describe(opened(tmp_path, "league,club,founded\n" + rows)).key == "club"
    assert describe(opened(tmp_path, "id,founded,name\n1,1901,Elm Rovers\n2,1899,Ash United\n")).key == "name"


def test_headers_as_offices_keep_them(tmp_path: Path) -> None:
    """Codes are no facts, "name of" is no part of a relation, a scale may stand before its currency."""
    rows = "1001,Nora Quill,0412,Works,14.5\n1002,Sam Ode,0333,Press,88\n"
    staff = opened(tmp_path, "Employee ID,Full name,Registration no.,Department,Turnover (million GBP)\n" + rows)
    assert describe(staff).key == "Full name"
    assert [c.use for c in describe(staff).columns] == ["left out", "key", "left out", "relation", "relation"]
    turnover = dict(staff.readings)["Turnover (million GBP)"]
    assert (turnover.relation.name, turnover.unit, turnover.scale) == ("revenue", "GBP", 10**6)
    mayors = opened(tmp_path, "Municipality,Name of Mayor,In office since,Until\nElm,Ann Lee,2010-05-06,\n")
    assert [(c.use, c.relation) for c in describe(mayors).columns][1:] == [("relation", "mayor"), ("start", ""), ("end", "")]


def test_years_as_columns(tmp_path: Path) -> None:
    """A sidecar says what a table whose columns are years counts; each fact holds in its year."""
    said = '[columns.2021]\nrelation = "pupils"\n[columns.2022]\nrelation = "pupils"\n'
    table = opened(tmp_path, "School,2021,2022\nElm Road School,412,430\n", said)
    assert [reading.header.year for _, reading in table.readings] == [2021, 2022]
    assert {reading.relation.name for _, reading in table.readings} == {"students"}  # another word


FOUND = {
    "key": ("hall,seats\nElm Hall,640\nelm hall,700\n", "t.csv", 3, "has a row already, line 2"),
    "negative": ("hall,seats\nElm Hall,-640\nAsh Hall,12\n", "t.csv", 2, "-640 is below zero"),
    "share": ("town,turnout_pct\nElm,140\nAsh,61\n", "t.csv", 2, "more than a whole"),
    "far date": ("hall,opened\nElm Hall,3021\nAsh Hall,1921\n", "t.csv", 2, "far in the future"),
    "order": ("person,born,died\nAnn Lee,1950,1910\nTom Rusk,1900,1950\n", "t.csv", 2, "comes before"),
    "gap": (
        "subject,relation,object,start,end\nElm,mayor,Ann Lee,2010-01-01,2014-05-31\nElm,mayor,Tom Rusk,2015-01-01,\n",
        "t.csv", 3, "nobody from 2014-05-31 (line 2) to 2015-01-01",
    ),
    "overlap": (
        "subject,relation,object,start,end\nElm,mayor,Ann Lee,2010-01-01,2016-05-31\nElm,mayor,Tom Rusk,2015-01-01,\n",
        "t.csv", 3, "hold at the same time",
    ),
    "unit": ("bridge,length\nElm Bridge,412\nAsh Bridge,96\n", "t.csv", 0, "the numbers have no unit"),
    "undated": ("town,mayor\nElm,Ann Lee\nAsh,Tom Rusk\n", "t.csv", 0, "do not say from when"),
    "source": ("hall,seats\nElm Hall,640\nAsh Hall,12\n", "t.csv", 0, "no row names its source"),
    "alias of two": ("hall,aliases,seats\nElm Hall,Hall,640\nAsh Hall,Hall,12\n", "t.csv", 2, "is a name of 2 things"),
    "lower alias": ("hall,aliases,seats\nElm Hall,the hall,640\nAsh Hall,,12\n", "t.csv", 2, "is not found in a text"),
    "no number": ("hall,seats\nElm Hall,many\nAsh Hall,12\n", "t.csv", 2, "no number; left out"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "file", "line", "message"), FOUND.values(), ids=FOUND)
def test_problems_are_found_where_they_are(tmp_path: Path, text: str, file: str, line: int, message: str) -> None:
    """Problems are found where they are."""
    table = opened(tmp_path, text)
    assert table.place.file == file
    assert [p.line for p in examine(table) if message in p.message][:1] == [line]


def test_a_good_table_has_no_problem(tmp_path: Path) -> None:
    """A good table has no problem."""
    text = "hall,aliases,seats,opened,source\nElm Hall,Elm Rooms,640,1911-05-03,Register\nAsh Hall,,12,1899,Register\n"
    assert examine(opened(tmp_path, text)) == ()
