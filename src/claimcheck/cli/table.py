"""Show how a reference table is understood, or what is amiss in it; compile tables."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from claimcheck.cli.running import remark
from claimcheck.cli.table_build import build
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.reference.description import Column, Description
    from claimcheck.reference.examination import Problem
    from claimcheck.reference.opening import Opened

_FORMAT = click.option("--output-format", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
_RELATIONS = click.option(
    "--relations", metavar="FILE", type=click.Path(path_type=Path), help="A TOML file of further relations."
)


@click.group("table")
def command() -> None:
    """Examine a reference table before it accuses anyone; compile a large one."""


command.add_command(build)


@command.command("show")
@click.argument("table")
@_RELATIONS
@_FORMAT
def show(table: str, relations: Path | None, output_format: str) -> None:
    """Show how TABLE is understood: its shape, its key, what each column is taken for, and what is not understood.

    TABLE is a file (CSV, TSV, JSON, Parquet, Excel, SQLite), FILE#PART, or postgresql://…#TABLE.
    """
    from claimcheck.reference.description import describe

    told = describe(_opened(table, relations))
    click.echo(json.dumps(_described(told), ensure_ascii=False, indent=2) if output_format == "json" else "\n".join(_shown(told)))


@command.command("check")
@click.argument("tables", metavar="TABLE…", nargs=-1, required=True)
@_RELATIONS
@_FORMAT
def check(tables: tuple[str, ...], relations: Path | None, output_format: str) -> None:
    """Tell what is amiss in each TABLE: keys, conflicts, gaps, impossible values, missing units, dates and sources.

    Exit status: 0 nothing to mend, 1 errors or warnings, 2 a table cannot be read.
    """
    from claimcheck.finding import Severity
    from claimcheck.reference.examination import examine

    found: list[tuple[Opened, tuple[Problem, ...]]] = []
    for table in tables:
        opened = _opened(table, relations)
        try:
            found.append((opened, examine(opened)))
        except ClaimcheckError as error:
            _fail(error)
    if output_format == "json":
        click.echo(json.dumps([_problems(o, problems) for o, problems in found], ensure_ascii=False, indent=2))
    else:
        for opened, problems in found:
            click.echo("\n".join(_listed(opened, problems)))
    bad = any(p.severity >= Severity.WARNING for _, problems in found for p in problems)
    raise click.exceptions.Exit(1 if bad else 0)


def _opened(table: str, relations: Path | None) -> "Opened":
    from claimcheck.reference.opening import open_table
    from claimcheck.relation import load_relations

    try:
        return open_table(table, load_relations(relations))
    except ClaimcheckError as error:
        _fail(error)


def _fail(error: ClaimcheckError) -> NoReturn:
    remark(str(error))
    raise click.exceptions.Exit(2) from error


def _shown(told: "Description") -> Iterator[str]:
    about = f"each row a fact about its {told.key}" if told.shape == "long" else f"each row a {told.key}"
    yield f"{told.name}: {told.shape} ({about}), {told.rows:,} rows"
    width = max(len(column.header) for column in told.columns)
    for column in told.columns:
        yield f"  {column.header:{width}}  {_meant(column)}  [{column.filled:,}: {', '.join(column.samples)}]"
    if told.not_understood:
        yield f"not understood: {', '.join(told.not_understood)}; name a relation in the sidecar, or no text is held against it"


def _meant(column: "Column") -> str:
    if column.use != "relation":
        return column.use
    unit = f" in {column.unit}" if column.unit else ""
    return f"{column.relation} ({column.kind}{unit}; {column.how})"


def _described(told: "Description") -> dict[str, object]:
    columns = [
        {
            "header": c.header, "use": c.use, "relation": c.relation or None, "kind": c.kind or None, "unit": c.unit or None,
            "how": c.how or None, "filled": c.filled, "samples": list(c.samples),
        }
        for c in told.columns
    ]  # fmt: skip
    return {
        "name": told.name, "shape": told.shape, "key": told.key, "rows": told.rows, "columns": columns,
        "not_understood": list(told.not_understood),
    }  # fmt: skip


def _listed(opened: "Opened", problems: "tuple[Problem, ...]") -> Iterator[str]:
    name = opened.place.file
    for problem in problems:
        where = f"{name}:{problem.line}" if problem.line else name
        column = f"column {problem.column!r}: " if problem.column else ""
        yield f"{where}: {problem.severity.word}: {column}{problem.message}"
    rows = f"{len(opened.sheet.rows):,} rows"
    yield f"{name}: {rows}, {len(problems)} to look at" if problems else f"{name}: {rows}, nothing amiss"


def _problems(opened: "Opened", problems: "tuple[Problem, ...]") -> dict[str, object]:
    told = [
        {"severity": p.severity.word, "line": p.line or None, "column": p.column or None, "message": p.message} for p in problems
    ]
    return {"table": opened.place.file, "rows": len(opened.sheet.rows), "problems": told}
