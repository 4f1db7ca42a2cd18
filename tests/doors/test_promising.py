"""``fp addresses``: what is new, what would be lost, and a list that only grows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fp_build.doors import promising
from fp_build.doors.cli import main


def fp(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def record(project: Path, slug: str, status: str = "archived", more: str = "") -> None:
    folder = project / "cases" / slug
    folder.mkdir(exist_ok=True)
    (folder / "index.fr.md").write_text(
        f"---\nkind: project\nstatus: {status}\ntitle: Essai {slug}\nsummary: Inventé.\n"
        f"interventions: [experiment]\nthemes: [ageing]\n"
        f"sources: [{{id: s, title: Bilan}}]\n{more}---\n## La situation\n\nUn essai[^s].\n"
    )


@pytest.fixture
def listed(project: Path) -> Path:
    """The list of a catalogue of one record."""
    record(project, "x")
    assert fp("addresses", "--accept").exit_code == 0
    return project / "cases" / "_addresses.txt"


def test_what_is_new_is_told_and_nothing_is_written(project: Path) -> None:
    record(project, "x")
    result = fp("addresses")
    assert result.exit_code == 0
    assert "+ /catalogue/x/\n" in result.stdout
    assert "fp addresses --accept" in result.stderr
    assert not (project / "cases/_addresses.txt").exists()
    assert "/catalogue/x/\n" in fp("addresses", "--all").stdout


def test_accepting_writes_a_sorted_list_that_check_reads(listed: Path) -> None:
    lines = [x for x in listed.read_text("utf-8").splitlines() if x and not x.startswith("#")]
    assert lines == sorted(lines)
    assert {"/catalogue/x/", "/en/catalogue/x/", "/data/catalogue.csv"} <= set(lines)
    assert fp("check").exit_code == 0
    assert fp("addresses").stdout == ""
    assert os.listdir(listed.parent).count("_addresses.txt") == 1
    assert [name for name in os.listdir(listed.parent) if name.startswith(".")] == []


def test_what_would_be_lost_is_told_by_both_commands(project: Path, listed: Path) -> None:
    record(project, "x", "draft")
    record(project, "y")
    result = fp("addresses", "--lang", "en")
    assert result.exit_code == 1
    assert "- /catalogue/x/\n" in result.stdout
    assert "+ /catalogue/y/\n" in result.stdout
    assert "2 would be lost" in result.stderr
    check = fp("check", "--format", "github")
    assert check.exit_code == 1
    assert check.stdout.count("lost-address") == 2
    place = f"line={1 + listed.read_text('utf-8').splitlines().index('/catalogue/x/')}"
    assert place in check.stdout
    assert fp("check", "cases/_addresses.txt").stdout.count("[lost-address]") == 2
    assert fp("check", "cases/y").exit_code == 0, "nobody is blocked but by their own change"


def test_every_address_that_would_be_lost_is_named(listed: Path) -> None:
    with listed.open("a") as file:
        file.writelines(f"/catalogue/y-{n}/\n" for n in range(40))
    assert sum(line.startswith("- ") for line in fp("addresses").stdout.splitlines()) == 40


def test_accepting_never_takes_an_address_away(project: Path, listed: Path) -> None:
    record(project, "x", "draft")
    record(project, "y", more="redirect_from: [z]\n")
    assert fp("addresses", "--accept").exit_code == 1, "something would be lost"
    text = listed.read_text("utf-8")
    assert "\n/catalogue/x/\n" in text
    assert "\n/catalogue/y/\n" in text
    assert "\n/catalogue/z/\n" in text


def test_while_records_are_at_fault_the_list_stays(project: Path, listed: Path) -> None:
    before = listed.read_bytes()
    record(project, "y", more="audiences: [nowhere]\n")
    result = fp("addresses", "--accept")
    assert result.exit_code == 1
    assert "fp check" in result.stderr
    assert listed.read_bytes() == before


def test_a_list_with_conflict_marks_is_not_written_over(listed: Path) -> None:
    listed.write_text(f"<<<<<<< main\n{listed.read_text('utf-8')}", encoding="utf-8")
    before = listed.read_bytes()
    assert fp("addresses", "--accept").exit_code == 1
    assert listed.read_bytes() == before


def test_a_write_that_fails_leaves_the_list(
    project: Path, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(project, "y")
    before = listed.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(promising.os, "replace", full)
    result = fp("addresses", "--accept")
    assert result.exit_code == 1
    assert "ne peut pas être écrit" in result.stderr
    assert listed.read_bytes() == before
    assert sorted(os.listdir(listed.parent)) == ["_addresses.txt", "_vocabulary", "x", "y"]


def test_from_inside_the_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(project, "x")
    monkeypatch.chdir(project / "cases")
    assert fp("addresses", "--accept", "--cases", ".").exit_code == 0
    assert (project / "cases/_addresses.txt").is_file()


def test_a_folder_that_is_not_there_is_wrong_usage(project: Path) -> None:
    assert fp("addresses", "--cases", "nulle-part").exit_code == 2


def test_a_part_of_the_records_promises_nothing(project: Path, listed: Path) -> None:
    before = listed.read_bytes()
    for part in ("cases/x", "cases/_addresses.txt", "cases/_vocabulary"):
        assert fp("addresses", "--accept", "--cases", part).exit_code == 2
    assert listed.read_bytes() == before


def test_another_catalogue_has_its_own_list(project: Path, listed: Path) -> None:
    other = project / "build" / "autre" / "z"
    other.mkdir(parents=True)
    (other / "index.fr.md").write_text((project / "cases/x/index.fr.md").read_text())
    before = listed.read_bytes()
    assert fp("addresses", "--accept", "--cases", "build/autre").exit_code == 0
    assert "\n/catalogue/z/\n" in (other.parent / "_addresses.txt").read_text("utf-8")
    assert listed.read_bytes() == before
    assert fp("check", "build/autre").exit_code == 0
