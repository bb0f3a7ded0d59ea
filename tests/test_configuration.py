"""The configuration folder: what may stand in it, and how a fault in it is told."""

from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.annotate.own_units import with_own_units
from claimcheck.annotate.quantities import read_quantities
from claimcheck.configuration import load_lexicon, read_antonyms, read_roles, read_units, read_wholes
from claimcheck.errors import SettingsError
from claimcheck.lexicon import OwnUnit
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.settings import Settings

UNIT = '[[unit]]\nwords = ["creel"]\nfactor = 12.5\nof = "kilogram"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a configuration folder with a file of each kind."""
    (tmp_path / "relations.toml").write_text('[[relation]]\nname = "warden of"\nkind = "name"\nfunctional = true\n', "utf-8")
    (tmp_path / "antonyms.toml").write_text('[[antonym]]\none = ["grant"]\nother = ["deny", "withhold"]\n', "utf-8")
    (tmp_path / "roles.toml").write_text('titles = ["Beadle"]\n[[role]]\nname = "mayor"\ntitles = ["mayor", "reeve"]\n', "utf-8")
    (tmp_path / "units.toml").write_text(UNIT, "utf-8")
    (tmp_path / "wholes.toml").write_text('[[whole]]\nname = "Harbour Group"\nparts = ["Docks", "Ferries"]\n', "utf-8")
    return tmp_path


def test_every_file_adds_to_what_the_program_has(folder: Path) -> None:
    """A role takes the place of the one of its name; nothing else is lost."""
    own, found = load_lexicon(), load_lexicon(folder)

    assert found.excludes("grant", "withhold")
    assert found.excludes("withhold", "grant")
    assert found.excludes("win", "lose")
    assert found.roles_by_title["reeve"].name == "mayor"
    assert "lord mayor" in own.roles_by_title
    assert "lord mayor" not in found.roles_by_title
    assert found.roles_by_title["beadle"].name == "beadle"
    assert found.units == (OwnUnit(("creel",), Decimal("12.5"), "kg"),)
    assert found.parts["harbour group"] == {"docks", "ferries"}


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    """Each file may be left out."""
    assert load_lexicon(tmp_path) == load_lexicon()


def test_a_run_goes_by_the_folder(folder: Path) -> None:
    """Its relations are those of the cues, its lexicon goes to the pairing."""
    checker = Checker(Settings(config=folder, builtin_reference=False))

    assert checker.relations["warden of"].functional
    assert checker.cues.lexicon.excludes("grant", "deny")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[antonym]]\none = ['approve']\n", "a.toml: antonym 1: no other"),
        ("[[antonym]]\none = ['approve']\nothr = ['reject']\n", "antonym 1: unknown field 'othr'; did you mean 'other'?"),
        ("[[antonym]]\none = ['approve', 'pass']\nother = ['Pass']\n", "antonym 1: 'pass' stands on both sides"),
        ("[[antonym]]\none = 'approve'\nother = ['reject']\n", "antonym 1: one must be a list of words, got 'approve'"),
        ("[[antonym]]\none = []\nother = ['reject']\n", "antonym 1: one must be a list of words"),
        ("[[antonyms]]\none = ['approve']\n", "unknown entry 'antonyms'; did you mean 'antonym'?"),
        ("antonym = 3\n", "antonym must be written [[antonym]]"),
        ("[[antonym]\n", "a.toml: not a TOML file"),
    ],
)
def test_a_fault_is_told_with_file_and_entry(text: str, told: str) -> None:
    """And with the nearest known name."""
    with pytest.raises(SettingsError) as raised:
        read_antonyms(text, "a.toml")

    assert told in str(raised.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('titles = ["reeve"]\n[[role]]\nname = "head"\ntitles = ["reeve"]\n', "the title 'reeve' is also one of 'reeve'"),
        ('title = ["reeve"]\n', "unknown entry 'title'; did you mean 'titles'?"),
        ('[[role]]\nname = "head"\ntitles = ["head"]\nsole = "yes"\n', "sole must be true or false, got 'yes'"),
    ],
)
def test_a_fault_in_a_role_is_told(text: str, told: str) -> None:
    """Titles are those of one post."""
    with pytest.raises(SettingsError, match=told.replace("?", r"\?")):
        read_roles(text, "roles.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (UNIT.replace("12.5", "0"), "unit 1: factor must be a number above 0, got 0"),
        (UNIT.replace("12.5", "nan"), "factor must be a number above 0"),
        (UNIT.replace("12.5", "true"), "factor must be a number above 0, got True"),
        (UNIT.replace("kilogram", "kilogran"), "no known unit 'kilogran'; did you mean 'kilogram'?"),
        (UNIT.replace("creel", "metre"), "'metre' is a unit already"),
        (UNIT + UNIT, "unit 2: 'creel' is a unit already"),
    ],
)
def test_a_fault_in_a_unit_is_told(text: str, told: str) -> None:
    """A unit is new, and a multiple of a known one."""
    with pytest.raises(SettingsError) as raised:
        read_units(text, "units.toml")

    assert told in str(raised.value)


@pytest.mark.parametrize("parts", ['["Docks"]', '["Docks", "docks"]', '["Docks", "Harbour Group"]'])
def test_a_whole_has_two_parts_or_more(parts: str) -> None:
    """Each another, and none the whole."""
    with pytest.raises(SettingsError, match=r"whole 1 \(Harbour Group\): parts must be two or more"):
        read_wholes(f'[[whole]]\nname = "Harbour Group"\nparts = {parts}\n', "wholes.toml")


def test_an_unknown_file_is_refused(tmp_path: Path) -> None:
    """What would not be read is told at once."""
    (tmp_path / "antonym.toml").touch()

    with pytest.raises(SettingsError, match=r"antonym\.toml: not a file of a configuration; did you mean 'antonyms\.toml'\?"):
        load_lexicon(tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """It was named, so it was meant."""
    with pytest.raises(SettingsError, match="no configuration folder"):
        load_lexicon(tmp_path / "missing")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They landed 40 creels of herring.", ("40 creels", "500 kg")),
        ("It was a 3-creel catch.", ("3-creel", "37.5 kg")),
        ("They landed two creel of herring.", ("two creel", "25 kg")),
        ("They landed 40 creeling nets.", ("40", "40")),
    ],
)
def test_own_units_are_read(text: str, read: tuple[str, str]) -> None:
    """A number before one is a quantity of the known unit."""
    units = read_units(UNIT, "units.toml")
    (found,) = with_own_units(read_quantities(text, 0, len(text), ()), text, units)

    shown = str(found.value).replace(".0 ", " ").replace(".00 ", " ")
    assert (text[found.span.start : found.span.end], shown) == read


WARDEN = """[[relation]]
name = "warden"
kind = "name"
functional = true
objects = ["PERSON"]
nouns = ["warden of S"]
"""


@pytest.mark.parametrize(
    ("second", "flagged"),
    [
        ("Tom Rusk is the warden of Corrie Baths.", True),
        ("Ann Lee is the warden of Corrie Baths.", False),
        ("Lee, the warden of Corrie Baths, has gone.", False),
        ("Tom Rusk is the warden of Aldon Baths.", False),
        ("Tom Rusk was the warden of Corrie Baths.", False),
        ("Tom Rusk is the deputy warden of Corrie Baths.", False),
        ("Tom Rusk will be the warden of Corrie Baths.", False),
    ],
)
def test_two_objects_of_an_own_relation_are_reported(second: str, flagged: bool, tmp_path: Path) -> None:
    """If it holds one at a time, and both are told of now."""
    (tmp_path / "relations.toml").write_text(WARDEN, "utf-8")
    checker = Checker(Settings(config=tmp_path, builtin_reference=False))

    findings = checker.check(read_text(f"Ann Lee, the warden of Corrie Baths, sells tickets. {second}", "baths.txt")).findings

    assert [f.rule for f in findings] == ["conflicting-names"] * flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The harbour has 90 vessels: 40 dinghies and 32 ketches.", True),
        ("The harbour has 72 vessels: 40 dinghies and 32 ketches.", False),
        ("The harbour has 90 vessels, among them 40 dinghies and 32 ketches.", False),
        ("The harbour has 90 berths, 40 dinghies and 32 ketches.", False),
    ],
)
def test_the_parts_of_an_own_whole_make_it_up(text: str, flagged: bool, tmp_path: Path) -> None:
    """If the text gives them as all there are."""
    (tmp_path / "wholes.toml").write_text('[[whole]]\nname = "vessel"\nparts = ["dinghy", "ketch"]\n', "utf-8")
    checker = Checker(Settings(config=tmp_path, builtin_reference=False))

    assert [f.rule for f in checker.check(read_text(text, "harbour.txt")).findings] == ["sum-mismatch"] * flagged


def test_own_relations_that_may_hold_several_are_let_be(tmp_path: Path) -> None:
    """Only what is `functional` holds one object at a time."""
    (tmp_path / "relations.toml").write_text(WARDEN.replace("functional = true\n", ""), "utf-8")
    checker = Checker(Settings(config=tmp_path, builtin_reference=False))

    text = "Ann Lee is the warden of Corrie Baths. Tom Rusk is the warden of Corrie Baths."
    assert checker.check(read_text(text, "baths.txt")).findings == ()
