"""A table that cannot be trusted is refused, with file, line, what was found, and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.claims.cues import Cues
from claimcheck.errors import TableError
from claimcheck.reference import Table, load_table, rows
from claimcheck.reference.sources import content
from claimcheck.relation import Relation, load_relations

Load = Callable[..., Table]

RECORDS = "name,opened,town\n"
FACTS = "subject,relation,object,start,end\n"

REFUSED = {
    "empty file": ("", "t.csv:1: the file is empty"),
    "blank lines only": ("\n\n", "t.csv:1: the file is empty"),
    "header only": (RECORDS, "t.csv:1: there is only a header"),
    "one column": ("name\nA\n", "t.csv:1: the header has one column"),
    "formula": (RECORDS + "A,1990,=B1\n", "t.csv:2: column 'town': found the formula '=B1'"),
    "control character": (RECORDS + "A,1990,B\x07\n", "t.csv:2: column 'town': found a control character"),
    "ten columns, no header": ("A,1,2,3,4,5,6,7,8,9.5\nB,1,2,3,4,5,6,7,8,9\n", "t.csv:1: the first line holds numbers"),
    "no header": ("1990,12\n1991,13\n", "t.csv:1: the first line holds numbers"),
    "nameless column": ("name,,town\nA,1990,B\n", "t.csv:1: column 2 has no name"),
    "header twice": ("name,town,Town\nA,B,C\n", "t.csv:1: the header has 'town' twice"),
    "no object column": ("subject,relation,start\nA,founded,1990\n", "no 'object'"),
    "no relation column": ("subject,object\nA,B\n", "no 'relation'"),
    "too few cells": (RECORDS + "A,1990,B\nC,1991\n", "t.csv:3: the row has 2 cells, 3 were wanted"),
    "too many cells": (RECORDS + "A,1990,B,C\n", "t.csv:2: the row has 4 cells, 3 were wanted"),
    "row twice": (RECORDS + "A,1990,B\nA,1990,B\n", "t.csv:3: the row is the same as line 2"),
    "no subject": (RECORDS + ",1990,B\n", "t.csv:2: the cell 'name' is empty"),
    "no such day": (RECORDS + "A,2021-02-30,B\n", "t.csv:2: found '2021-02-30', which is no day"),
    "no such year": (RECORDS + "A,0000,B\n", "t.csv:2: found '0000', which is no day"),
    "no such month": (RECORDS + "A,2021-13,B\n", "t.csv:2: found '2021-13', which is no day"),
    "no date": (RECORDS + "A,1990,B\nC,soon,D\n", "t.csv:3: found 'soon' for 'opened'; a date was wanted"),
    "no date in a fact": ("subject,relation,object\nA,founded,soon\n", "t.csv:2: found 'soon' for 'founded'"),
    "ambiguous date": (RECORDS + "A,03/06/2014,B\nC,1990,D\n", "t.csv:2: found '03/06/2014'"),
    "no start": (FACTS + "A,mayor,B,soon,\n", "t.csv:2: found 'soon'"),
    "end before start": (FACTS + "A,mayor,B,2020-01-02,2020-01-01\n", "t.csv:2: the end, 2020-01-01, comes before"),
    "empty object": (FACTS + "A,mayor,,2020,\n", "t.csv:2: the cell 'object' is empty"),
    "open quotation mark": ('name,town\nA,"B\n', "t.csv:2: cannot be split into cells"),
    "NUL": (b"name,town\nA,B\0\n", "t.csv:2: found a NUL byte"),
    "Latin-1": ("name,town\nA,Malm\u00f6\n".encode("latin-1"), "t.csv:2: found byte 0xf6, UTF-8 was wanted"),
    "UTF-16": ("name,town\nA,B\n".encode("utf-16"), "t.csv:1: found a NUL byte"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(load: Load, text: str | bytes, message: str) -> None:
    """Refused."""
    with pytest.raises(TableError) as caught:
        load(text)
    assert message in str(caught.value)
    assert str(caught.value).startswith("t.csv:")


def test_missing_file(tmp_path: Path, relations: tuple[Relation, ...]) -> None:
    """Missing file."""
    with pytest.raises(TableError, match=r"none\.csv: cannot be read \(No such file"):
        load_table(tmp_path / "none.csv", relations)


def test_directory(tmp_path: Path, relations: tuple[Relation, ...]) -> None:
    """Directory."""
    with pytest.raises(TableError, match="cannot be read"):
        load_table(tmp_path, relations)


def test_limits_are_named(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits are named."""
    monkeypatch.setattr(rows, "MOST_ROWS", 1)
    with pytest.raises(TableError, match=r"t\.csv:3: the table goes on after 1 rows"):
        load(RECORDS + "A,1990,B\nC,1991,D\n")
    monkeypatch.setattr(content, "LARGEST_FILE", 5)
    with pytest.raises(TableError, match=r"t\.csv:1: the file has .* bytes, at most 5 are held"):
        load(RECORDS + "A,1990,B\n")


SIDECARS = {
    "not TOML": ("subject = ", "cannot be read as TOML"),
    "unknown entry": ('publisheR = "X"', "unknown entry 'publisheR'"),
    "wrong type": ("publisher = 3", "publisher of the top is 3, a str was wanted"),
    "unknown column": ('subject = "nome"', "no column 'nome'"),
    "unknown entry of a column": ('[columns.town]\nunits = "m"', "columns.town has an unknown entry 'units'"),
    "series without a name": ("[[series]]\nkind = 'event'", "series 1 lacks an entry"),
    "columns no table": ("columns = 3", "are wanted as tables"),
}


@pytest.mark.parametrize(("sidecar", "message"), SIDECARS.values(), ids=SIDECARS)
def test_sidecar_refused(load: Load, sidecar: str, message: str) -> None:
    """Sidecar refused."""
    with pytest.raises(TableError) as caught:
        load(RECORDS + "A,1990,B\n", sidecar)
    assert message in str(caught.value)
    assert str(caught.value).startswith("t.")


def test_a_file_for_all_tables_of_a_folder(load: Load, tmp_path: Path) -> None:
    """facts.toml speaks of each table by name, beside no sidecar of its own."""
    shared = tmp_path / "facts.toml"
    shared.write_text('[tables.t]\nsubject = "town"\n[tables.t.columns.opened]\nrelation = "founded on"\n', encoding="utf-8")
    assert [fact.subject.text for fact in load(RECORDS + "A,1990,B\n").facts] == ["B", "B"]
    with pytest.raises(TableError, match=r"t\.toml:1: facts\.toml has \[tables\.t\] too"):
        load(RECORDS + "A,1990,B\n", 'subject = "town"')
    (tmp_path / "t.toml").unlink()
    for text, message in (("tables = 3", "is wanted beside it"), ("[tables]\nt = 3", "tables.t is 3, a table was wanted")):
        shared.write_text(text, encoding="utf-8")
        with pytest.raises(TableError, match=message):
            load(RECORDS + "A,1990,B\n")


def test_an_amount_by_which_numbers_may_differ(load: Load) -> None:
    """An amount by which numbers may differ; whole numbers are numbers."""
    table = load("hall,seats\nElm Hall,640\n", "[columns.seats]\nwithin = 5\n")
    assert [str(fact.object) for fact in table.facts] == ["635 to 645"]


def test_mixed_types_are_left_out_and_said(load: Load) -> None:
    """A word in a column of numbers is no number: the cell is left out, and a warning tells where."""
    rows = "".join(f"Hall {n},{n * 10}\n" for n in range(1, 10))
    table = load("hall,rung mark\n" + rows + "Elm Hall,many\n")
    assert len(table.facts) == 9
    assert table.warnings == ("t.csv:11: 'rung mark' has 'many', no number; left out",)


def test_a_loop_of_links(tmp_path: Path, relations: tuple[Relation, ...]) -> None:
    """A loop of links."""
    (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    for location in (tmp_path / "a.csv", f"{tmp_path}/a.csv#x"):
        with pytest.raises(TableError, match=r"a\.csv"):
            load_table(location, relations)


def test_two_editions_of_one_year(load: Load) -> None:
    """Two editions of one year."""
    with pytest.raises(TableError, match="two editions of the Fair are called by the year 1990"):
        load("fair,town\n1990 Fair,A\n1990 Fair,B\n", '[[series]]\nname = "Fair"')


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_any_bytes_load_or_are_refused(tmp_path: Path, content: bytes) -> None:
    """Any bytes load or are refused."""
    _loads_or_refuses(tmp_path / "any.csv", content)


CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(["1990", "2021-02-30", "12", "", "A"])


@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5), st.sampled_from(["subject,relation,object\n", ""])
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_any_cells_load_or_are_refused(tmp_path: Path, cells: list[list[str]], header: str) -> None:
    """Any cells load or are refused."""
    body = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells)
    _loads_or_refuses(tmp_path / "any.csv", (header + body).encode())


def _loads_or_refuses(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        table = load_table(path, load_relations())
    except TableError as error:
        where = str(error)
        assert where.startswith("any.csv:")
    else:
        assert isinstance(table, Table)
        assert all(fact.text for fact in table.facts)
        assert Cues.of(table.relations)
