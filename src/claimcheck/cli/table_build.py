"""Compile tables into an index that starts at once whatever its size."""

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.running import remark
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.reference.index.build import Builder
    from claimcheck.reference.table import Table

_EVERY = 2.0  # seconds between two lines of progress


@click.command("build")
@click.argument("tables", metavar="TABLE…", nargs=-1, required=True)
@click.option("-o", "--output", metavar="INDEX", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file.")
@click.option("--relations", metavar="FILE", type=click.Path(path_type=Path), help="A TOML file of further relations.")
def build(tables: tuple[str, ...], output: Path, relations: Path | None) -> None:
    """Compile each TABLE into INDEX once, to be named with --reference from then on.

    Tables of millions of rows are streamed; memory does not grow with them.
    """
    from claimcheck.reference.index.build import Builder
    from claimcheck.reference.index.layout import write_index
    from claimcheck.reference.index.streaming import table_parts
    from claimcheck.relation import load_relations

    began = time.monotonic()
    try:
        known = load_relations(relations)
        builder = Builder(known, bits=6)
        for table in tables:
            _add(builder, table, table_parts(table, known))
        remark("sorting and writing")
        write_index(output, builder.pieces())
    except ClaimcheckError as error:
        remark(str(error))
        raise click.exceptions.Exit(2) from error
    except OSError as error:
        remark(f"{output}: cannot be written: {error.strerror or error}")
        raise click.exceptions.Exit(2) from error
    size = output.stat().st_size
    remark(f"{output}: {builder.facts:,} facts, {size:,} bytes, {time.monotonic() - began:.0f} s")


def _add(builder: "Builder", name: str, parts: "Iterable[Table]") -> None:
    """Add a table part by part, with a line of progress now and then."""
    from claimcheck.errors import TableError

    rows, told = 0, time.monotonic()
    for part in parts:
        try:
            builder.add(part)
        except ValueError as error:
            raise TableError(f"{name}: {error}; mend the row, or leave it out") from error
        rows += part.rows
        if time.monotonic() - told > (_EVERY if sys.stderr.isatty() else 10 * _EVERY):
            told = time.monotonic()
            remark(f"{name}: {rows:,} rows")
    for warning in builder.warnings:
        remark(warning)
