"""Tables of JSON: one object a line, or a list of objects."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.reference.rows import Sheet, build_sheet
from claimcheck.reference.sources.content import cell, read_bytes
from claimcheck.reference.sources.delimited import decode

_Numbered = tuple[int, dict[str, object]]


def read(path: str, _part: str) -> Sheet:
    """Return the table of a JSON file: keys are columns, in the order in which they first come; a missing one is empty.

    Raises:
        TableError: the file cannot be read, or holds anything but objects of plain values.
    """
    file = Path(path)
    content = read_bytes(file)
    text = decode(content, file.name)
    whole = text.lstrip()[:1] == "["
    found = list(_listed(text, file.name) if whole else _by_line(text, file.name))
    headers = tuple(dict.fromkeys(key for _, record in found for key in record))
    lines = [(line, _cells(record, headers, f"{file.name}:{line}:")) for line, record in found]
    return build_sheet(file.name, hashlib.sha256(content).hexdigest(), [(1, headers), *lines] if found else [])


def _by_line(text: str, file: str) -> Iterator[_Numbered]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, _object(_parsed(line, f"{file}:{number}:"), f"{file}:{number}:")


def _listed(text: str, file: str) -> Iterator[_Numbered]:
    for number, record in enumerate(_parsed(text, f"{file}:1:"), 1):  # type: ignore[arg-type, var-annotated]  # it begins with "["
        yield number, _object(record, f"{file}: object {number}:")


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = error if isinstance(error, ValueError) else "it is nested too deep"
        raise TableError(f"{where} no JSON ({reason}); one object a line, or a list of objects, was wanted") from error


def _object(record: object, where: str) -> dict[str, object]:
    if not isinstance(record, dict):
        raise TableError(f"{where} found {type(record).__name__}, an object with the row's cells was wanted")
    return record


def _cells(record: dict[str, object], headers: tuple[str, ...], where: str) -> tuple[str, ...]:
    return tuple(cell(record.get(header), f"{where} column {header!r}:") for header in headers)
