"""Tables of every format give the same facts, and bad ones a clear error."""

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import openpyxl
import pytest

from claimcheck.errors import TableError
from claimcheck.reference import load_table
from claimcheck.reference.sources import excel
from claimcheck.relation import load_relations

RELATIONS = load_relations()
HEADERS = ("bridge", "opened", "length_m", "town")
ROWS = (("Elm Bridge", "1934-05-03", 412, "Brockhurst"), ("Ash Bridge", "1889", 96.5, "Wendling"))
TOLD = [
    "Elm Bridge opened on 1934-05-03", "length of Elm Bridge: 412 m", "Elm Bridge located in Brockhurst",
    "Ash Bridge opened on 1889", "length of Ash Bridge: 96.5 m", "Ash Bridge located in Wendling",
]  # fmt: skip


def told(location: str | Path) -> list[str]:
    """Return the facts of a table in words."""
    return [fact.text for fact in load_table(location, RELATIONS).facts]


def delimited(mark: str) -> Callable[[Path], None]:
    """Return a writer of text split by the mark."""
    return lambda path: (
        path.write_text("\n".join(mark.join(map(str, row)) for row in (HEADERS, *ROWS)), encoding="utf-8") and None
    )


def as_lines(path: Path) -> None:
    """Write an object a line."""
    path.write_text("\n".join(json.dumps(dict(zip(HEADERS, row, strict=True))) for row in ROWS), encoding="utf-8")


def as_list(path: Path) -> None:
    """Write a list of objects."""
    path.write_text(json.dumps([dict(zip(HEADERS, row, strict=True)) for row in ROWS]), encoding="utf-8")


def as_parquet(path: Path) -> None:
    """Write a Parquet file."""
    shown = ", ".join(str(row) for row in ROWS)
    duckdb.sql(f"SELECT * FROM (VALUES {shown}) AS t({', '.join(HEADERS)})").write_parquet(str(path))


def as_workbook(path: Path) -> None:
    """Write a workbook with a title and a blank row above the table."""
    book = openpyxl.Workbook()
    for row in (["Bridges of the county"], [], HEADERS, *ROWS):
        book.active.append(list(row))
    book.save(path)


def as_database(path: Path) -> None:
    """Write an SQLite file with one table."""
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE bridges (bridge, opened, length_m, town)")
        base.executemany("INSERT INTO bridges VALUES (?, ?, ?, ?)", ROWS)
    base.close()


WRITERS = {
    "b.csv": delimited(","), "b.tsv": delimited("\t"), "semi.csv": delimited(";"), "bars.txt": delimited("|"),
    "b.jsonl": as_lines, "b.json": as_list, "b.parquet": as_parquet, "b.xlsx": as_workbook, "b.sqlite": as_database,
}  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_tells_the_same(tmp_path: Path, name: str) -> None:
    """Every format tells the same."""
    WRITERS[name](tmp_path / name)
    assert told(tmp_path / name) == TOLD


def test_a_part_is_named_after_the_sign(tmp_path: Path) -> None:
    """A sheet, a table, or a query."""
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    for row in (HEADERS, *ROWS):
        (book["Bridges"] if "Bridges" in book.sheetnames else book.create_sheet("Bridges")).append(list(row))
    book.save(tmp_path / "b.xlsx")
    as_database(tmp_path / "b.db")

    assert told(f"{tmp_path}/b.xlsx#Bridges") == TOLD
    assert told(f"{tmp_path}/b.db#bridges") == TOLD
    assert told(f"{tmp_path}/b.db#SELECT bridge, town FROM bridges WHERE length_m > 100") == ["Elm Bridge located in Brockhurst"]
    with pytest.raises(TableError, match=r"b\.xlsx: has the sheets Notes, Bridges; name one"):
        told(tmp_path / "b.xlsx")
    with pytest.raises(TableError, match=r"b\.xlsx: no sheet 'Roads'"):
        told(f"{tmp_path}/b.xlsx#Roads")
    with pytest.raises(TableError, match=r"b\.db: no table 'roads'; it has bridges"):
        told(f"{tmp_path}/b.db#roads")


def test_long_tables_in_any_wording(tmp_path: Path) -> None:
    """Entity, property and value say the same as subject, relation and object."""
    path = tmp_path / "facts.csv"
    path.write_text("Entity,Property,Value,From,Until\nElm Town,mayor,Ann Lee,2010,2014\n", encoding="utf-8")
    assert told(path) == ["mayor of Elm Town: Ann Lee (2010-01-01 to 2014-12-31)"]


def broken_parquet(path: Path) -> None:
    """Write half of a Parquet file."""
    as_parquet(path)
    path.write_bytes(path.read_bytes()[:200])


def formula(path: Path) -> None:
    """Write a workbook with a formula that was never computed."""
    book = openpyxl.Workbook()
    for row in (HEADERS, ("Elm Bridge", "1934", "=2*206", "Brockhurst")):
        book.active.append(list(row))
    book.save(path)


def test_blank_and_merged_rows_of_a_sheet(tmp_path: Path) -> None:
    """Blank rows are skipped; a merged cell without its own name has none, and is an error with its row."""
    book = openpyxl.Workbook()
    for row in (HEADERS, ROWS[0], (), ROWS[1]):
        book.active.append(list(row))
    book.save(tmp_path / "b.xlsx")
    assert told(tmp_path / "b.xlsx") == TOLD
    book.active.append(["Oak Bridge", "1901", 50, "Wendling"])
    book.active.merge_cells("A4:A5")
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(TableError, match=r"b\.xlsx:5: the cell 'bridge' is empty"):
        told(tmp_path / "b.xlsx")


BROKEN = {
    "half.parquet": (broken_parquet, "half.parquet: cannot be read as Parquet"),
    "no.xlsx": (lambda p: p.write_bytes(b"PK\3\4 no workbook"), "no.xlsx: cannot be read as an Excel workbook"),
    "formula.xlsx": (formula, "formula.xlsx:2: column 3: the formula has no stored value"),
    "no.sqlite": (lambda p: p.write_bytes(b"no database" * 99), "no.sqlite: cannot be read as SQLite (file is not a database)"),
    "bad.jsonl": (lambda p: p.write_text('{"a": 1, "b": 2}\n{"a": '), "bad.jsonl:2: no JSON"),
    "deep.json": (lambda p: p.write_text("[" * 100_000), "deep.json:1: no JSON"),
    "nested.jsonl": (lambda p: p.write_text('{"a": "x", "b": {"c": 1}}'), "nested.jsonl:1: column 'b': found dict"),
    "list.json": (lambda p: p.write_text("[1, 2]"), "list.json: object 1: found int"),
    "what.docx": (lambda p: p.write_text("x"), "what.docx: the format is not known by its name"),
    "part.csv#x": (lambda p: p.with_name("part.csv").write_text("a,b\nc,d\n"), "part.csv: 'x' after '#' names a part"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_a_clear_error(tmp_path: Path, name: str) -> None:
    """A broken file is a clear error."""
    write, message = BROKEN[name]
    write(tmp_path / name)
    if "#" in name:
        (tmp_path / name).unlink(missing_ok=True)
    with pytest.raises(TableError) as caught:
        told(tmp_path / name)
    assert message in str(caught.value)


def test_a_workbook_may_not_unpack_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook may not unpack without end."""
    as_workbook(tmp_path / "b.xlsx")
    monkeypatch.setattr(excel, "_MOST_UNPACKED", 100)
    with pytest.raises(TableError, match=r"unpacks to .* bytes, at most 100"):
        told(tmp_path / "b.xlsx")


def test_a_locked_database_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked database is a clear error."""
    from claimcheck.reference.sources import sqlite

    as_database(tmp_path / "b.db")
    monkeypatch.setattr(sqlite, "_PATIENCE", 0.01)
    holder = sqlite3.connect(tmp_path / "b.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(TableError, match=r"b\.db: cannot be read as SQLite \(database is locked\)"):
        told(tmp_path / "b.db")
    holder.close()


def postgres_folder() -> Path | None:
    """Return where the programs of a PostgreSQL server are installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Yield the URL of a PostgreSQL server that runs for these tests alone."""
    programs = postgres_folder()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    home = Path(tempfile.mkdtemp(prefix="pg"))
    as_user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    home.chmod(0o777)
    base = home / "base"

    def run(*command: str) -> None:
        subprocess.run(
            [*as_user, *command], check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60
        )

    run(str(programs / "initdb"), "-D", str(base), "-U", "desk", "-A", "trust", "--no-sync")
    control = (str(programs / "pg_ctl"), "-D", str(base), "-w", "-l", str(home / "log"))
    run(*control, "-o", f"-k {home} -c listen_addresses= -c fsync=off", "start")
    yield f"postgresql://desk:secret@/postgres?host={home}"
    run(*control, "-m", "immediate", "stop")
    shutil.rmtree(home, ignore_errors=True)


def test_postgres(server: str) -> None:
    """Tables and queries are read; what is missing is said, and the password never."""
    import psycopg

    with psycopg.connect(server) as base:
        base.execute("CREATE TABLE bridges (bridge text, opened text, length_m numeric, town text)")
        for row in ROWS:
            base.execute("INSERT INTO bridges VALUES (%s, %s, %s, %s)", row)
    assert told(f"{server}#bridges") == TOLD
    assert told(f"{server}#SELECT bridge, town FROM bridges WHERE length_m > 100") == ["Elm Bridge located in Brockhurst"]
    for part in ("#roads", "#DELETE FROM bridges", ""):
        with pytest.raises(TableError) as caught:
            told(server + part)
        assert "secret" not in str(caught.value)
    assert told(f"{server}#bridges") == TOLD


def test_a_database_that_goes_away(server: str) -> None:
    """A connection that ends in the middle is an error, and nothing of the table is used."""
    query = "SELECT n::text AS name, pg_terminate_backend(pg_backend_pid())::text AS town FROM generate_series(1, 9) AS n"
    with pytest.raises(TableError, match="nothing of it was used"):
        told(f"{server}#{query}")


def test_other_urls_are_refused() -> None:
    """Other URLs are refused."""
    with pytest.raises(TableError, match="such a URL is not read"):
        told("mysql://desk:secret@host/base#bridges")
