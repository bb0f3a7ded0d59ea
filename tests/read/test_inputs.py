"""Files, folders and bytes: what is read, and what is refused in one clear line."""

import codecs
from pathlib import Path

import pytest

from claimcheck.checked import Failure
from claimcheck.errors import InputError
from claimcheck.read import find_inputs, read_file

TEXT = "The mill turns all day."


def written(folder: Path, data: bytes) -> Path:
    """Return the path of a file with these bytes."""
    path = folder / "article.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty; there is no text to check"),
        (b" \n\t\r\n ", "empty; there is no text to check"),
        (codecs.BOM_UTF8, "empty; there is no text to check"),
        (b"The mill\0 turns.", "not a text file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (bytes(range(1, 32)) * 4, "not a text file"),
        (bytes(range(0x80, 0xC0)) * 4, "not a text file"),
        (TEXT.encode("utf-16-le"), "not a text file"),
        (b"The mill. " * 500_001, "larger than 5,000,000 bytes"),
    ],
    ids=["empty", "blank", "mark only", "NUL", "PNG", "controls", "high bytes", "UTF-16 without mark", "too large"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """One line that begins with the path says why."""
    path = written(tmp_path, data)

    with pytest.raises(InputError) as caught:
        read_file(path)

    assert str(caught.value).startswith(f"{path}: {reason}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16 LE", "UTF-16 BE"],
)
def test_encodings_are_told_by_their_mark(tmp_path: Path, data: bytes) -> None:
    """The mark is no part of the text."""
    document = read_file(written(tmp_path, data))

    assert (document.text, document.notes) == (TEXT, ())


@pytest.mark.parametrize(
    ("data", "places"), [(b"The caf\xe9 by the mill.", "1 place was"), (b"The caf\xe9s and b\xe2ches.", "2 places were")]
)
def test_invalid_utf8_is_replaced_and_said_so(tmp_path: Path, data: bytes, places: str) -> None:
    """The text is read, and a remark counts the places."""
    document = read_file(written(tmp_path, data))

    assert "\ufffd" in document.text
    assert document.notes == (f"{document.name}: not valid UTF-8; {places} replaced by \ufffd",)


def test_a_replacement_character_of_the_text_is_no_fault(tmp_path: Path) -> None:
    """It was there before."""
    assert read_file(written(tmp_path, "The caf\ufffd.".encode())).notes == ()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """No such file, and which."""
    with pytest.raises(InputError, match=r"absent\.txt: no such file"):
        read_file(tmp_path / "absent.txt")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """A link to itself stands for all that the system refuses."""
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)

    with pytest.raises(InputError, match=r"loop\.txt: cannot be read: "):
        read_file(loop)


def test_a_name_that_is_too_long_is_left_to_the_opening(tmp_path: Path) -> None:
    """Looking for inputs does not raise."""
    long = str(tmp_path / ("x" * 300))

    assert list(find_inputs([long])) == [Path(long)]


def test_a_folder_gives_its_documents_in_order(tmp_path: Path) -> None:
    """Text and Markdown, also below; hidden ones and other files are left out."""
    for name in ["b.md", "a.txt", "sub/c.TXT", "d.pdf", ".hidden.txt", ".git/e.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)

    assert list(find_inputs([str(tmp_path)])) == [tmp_path / "a.txt", tmp_path / "b.md", tmp_path / "sub" / "c.TXT"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    """Links to folders are not followed."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)

    assert list(find_inputs([str(tmp_path)])) == [tmp_path / "a.txt"]


def test_a_folder_without_documents_is_a_failure(tmp_path: Path) -> None:
    """Its whole name is kept, colon and all."""
    folder = tmp_path / "a: b"
    folder.mkdir()
    (found,) = find_inputs([str(folder)])

    assert isinstance(found, Failure)
    assert found.path == str(folder)
    assert found.reason.startswith("no documents in this folder; wanted .markdown")


def test_a_dash_is_standard_input() -> None:
    """It has no path."""
    assert list(find_inputs(["-"])) == [None]
