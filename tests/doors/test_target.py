"""What a path given to ``fp check`` stands for, in all the ways people and programs write one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from in_memory import DRAFT

from fp_build.doors.checking import check_paths
from fp_build.doors.target import Target, find_target, is_cases_folder


@pytest.fixture
def tree(project: Path) -> Path:
    """A project whose two records each lack a term, with another cases folder beside."""
    for folder in ("cases/un", "cases/deux", "ailleurs/trois", "ailleurs/quatre", "seul"):
        (project / folder).mkdir(parents=True)
        (project / folder / "index.fr.md").write_text(DRAFT.replace("Un essai", "[liste]"))
    (project / "cases/un/index.en.md").write_text(DRAFT.replace("kind: project\n", ""))
    (project / "cases/un/sub").mkdir()
    (project / "cases/un/sub/note.md").write_text("x")
    (project / "cases/egare.md").write_text("x")
    return project


FR = "index.fr.md:4:8"


def places(*paths: str) -> set[str]:
    findings, _ = check_paths(paths, Path.cwd())
    return {f"{f.place.path}:{f.place.line}:{f.place.column}" for f in findings}


def test_a_cases_folder(tree: Path) -> None:
    found = places("cases")
    assert {f"cases/un/{FR}", f"cases/deux/{FR}", "cases/egare.md:1:1"} <= found
    assert all(place.startswith("cases/") for place in found)


@pytest.mark.parametrize("given", ["cases/un", "cases/un/index.fr.md"])
def test_what_is_wrong_with_a_vocabulary_is_about_every_record(tree: Path, given: str) -> None:
    (tree / "cases/_vocabulary/themes.yml").write_text("\tx: y")
    assert "cases/_vocabulary/themes.yml:1:1" in places(given)
    os.chdir(tree / "cases/un")
    assert "../_vocabulary/themes.yml:1:1" in places("index.fr.md")


@pytest.mark.parametrize("given", ["cases/", "./cases", "./cases/", "cases/.", "cases//"])
def test_a_cases_folder_however_written(tree: Path, given: str) -> None:
    assert places(given) == places("cases")


@pytest.mark.parametrize("given", ["cases/un", "cases/un/", "./cases/un/", "cases//un"])
def test_a_record_folder(tree: Path, given: str) -> None:
    found = places(given)
    assert {f"cases/un/{FR}", "cases/un/sub/note.md:1:1"} <= found
    assert all(place.startswith("cases/un/") for place in found)


def test_an_absolute_path(tree: Path) -> None:
    assert places(str(tree / "cases" / "un")) == {
        f"{tree.as_posix()}/{p}" for p in places("cases/un")
    }


def test_a_file(tree: Path) -> None:
    assert places("cases/un/index.fr.md") == {f"cases/un/{FR}"}
    assert places("./cases/un/index.fr.md") == {f"cases/un/{FR}"}
    assert places(str(tree / "cases/un/index.fr.md")) == {f"{tree.as_posix()}/cases/un/{FR}"}


def test_a_file_in_a_folder_of_a_record(tree: Path) -> None:
    assert places("cases/un/sub/note.md") == {"cases/un/sub/note.md:1:1"}


@pytest.fixture
def reply(tree: Path) -> str:
    """A reply with an unknown key, to a record of the project."""
    (tree / "cases/un/replies").mkdir()
    text = "---\nname: X\ndate: 2026-11-20\nlanguage: fr\nage: 3\n---\nOui.\n"
    name = "cases/un/replies/2026-11-20-x.md"
    (tree / name).write_text(text)
    return name


@pytest.mark.parametrize("given", ["cases", "cases/un", "cases/un/replies"])
def test_a_reply_is_checked_with_whatever_holds_it(tree: Path, reply: str, given: str) -> None:
    assert f"{reply}:5:1" in places(given)


def test_a_reply_alone(tree: Path, reply: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places(reply) == {f"{reply}:5:1"}
    assert places("cases/un/replies") == {f"{reply}:5:1"}
    monkeypatch.chdir(tree / "cases/un/replies")
    assert places("2026-11-20-x.md") == places(".") == {"2026-11-20-x.md:5:1"}


def test_a_reply_to_a_record_alone_in_the_world(tree: Path, reply: str) -> None:
    (tree / "seul/replies").mkdir()
    (tree / "seul/replies/bonjour.md").write_text("x")
    assert places("seul/replies/bonjour.md") == {"seul/replies/bonjour.md:1:1"}
    assert places("seul/replies") == {"seul/replies/bonjour.md:1:1"}
    assert places("seul") == {f"seul/{FR}", "seul/replies/bonjour.md:1:1"}


def test_a_file_beside_the_records(tree: Path) -> None:
    assert places("cases/egare.md") == {"cases/egare.md:1:1"}


def test_from_within_the_record(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "cases/un")
    assert {FR, "sub/note.md:1:1"} <= places(".")
    assert places("index.fr.md") == {FR}
    assert places("./index.fr.md") == {FR}
    assert places("../deux") == {f"../deux/{FR}"}
    assert places("../deux/index.fr.md") == {f"../deux/{FR}"}
    assert f"../un/{FR}" in places("..")
    assert places("../un") == {f"../un/{place}" for place in places(".")}


def test_from_within_the_cases_folder(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "cases")
    assert f"un/{FR}" in places(".")
    assert places("un/index.fr.md") == {f"un/{FR}"}
    assert places("egare.md") == {"egare.md:1:1"}


def test_from_far_below(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "cases/un/sub")
    assert f"../{FR}" in places("..")
    (tree / "cases/un/sub/plus").mkdir()
    monkeypatch.chdir(tree / "cases/un/sub/plus")
    assert f"../../{FR}" in places("../..")
    assert f"../../sub/../{FR}" in places("../../sub/..")


def test_a_folder_without_vocabularies_uses_those_of_the_project(tree: Path) -> None:
    assert places("ailleurs") == {f"ailleurs/trois/{FR}", f"ailleurs/quatre/{FR}"}
    assert places("ailleurs/trois") == {f"ailleurs/trois/{FR}"}


def test_a_record_alone_in_the_world(tree: Path) -> None:
    assert places("seul") == {f"seul/{FR}"}
    assert places("seul/index.fr.md") == {f"seul/{FR}"}


def test_an_empty_folder_is_a_cases_folder_without_records(tree: Path) -> None:
    (tree / "vide").mkdir()
    assert places("vide") == set()


def test_a_vocabulary_file(tree: Path) -> None:
    themes = tree / "cases/_vocabulary/themes.yml"
    themes.write_text("a: b\n" + themes.read_text())
    assert places("cases/_vocabulary/themes.yml") == {"cases/_vocabulary/themes.yml:1:1"}
    assert places(str(themes)) == {f"{themes.as_posix()}:1:1"}
    assert places("cases/_vocabulary/levels.yml") == set()


def test_the_folder_of_the_vocabularies(tree: Path) -> None:
    (tree / "cases/_vocabulary/levels.yml").unlink()
    (tree / "cases/_vocabulary/theme.yml").write_text("")
    expected = {"cases/_vocabulary:1:1", "cases/_vocabulary/theme.yml:1:1"}
    assert expected <= places("cases/_vocabulary")
    assert all(place.startswith("cases/_vocabulary") for place in places("cases/_vocabulary/"))


def test_a_vocabulary_from_within(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "cases/_vocabulary/themes.yml").write_text("")
    monkeypatch.chdir(tree / "cases/_vocabulary")
    assert places("themes.yml") != set()
    assert all(place.startswith("themes.yml:") for place in places("themes.yml"))
    assert places(".") == places("themes.yml")


@pytest.mark.parametrize("name", [".cache", "_drafts", "Ça va", "un\nautre"])
def test_a_folder_with_an_odd_name(tree: Path, name: str) -> None:
    folder = tree / "cases" / name
    folder.mkdir()
    (folder / "index.fr.md").write_text("x")
    assert f"cases/{name}/index.fr.md:1:1" in places(f"cases/{name}")


def test_names_that_are_not_utf8(tree: Path) -> None:
    folder = os.fsencode(tree / "cases") + b"/caf\xe9"
    try:
        os.mkdir(folder)
    except OSError:
        pytest.skip("this disk takes only UTF-8 names")
    with open(folder + b"/index.fr.md", "wb") as file:
        file.write(b"x")
    assert len(places("cases/caf\udce9")) >= 2
    assert len(places("cases/caf\udce9/index.fr.md")) == 1


@pytest.mark.parametrize(
    "given", ["nulle-part", "cases/nulle-part", "cases/un/index.de.md", "x" * 5000]
)
def test_nothing_there(tree: Path, given: str) -> None:
    with pytest.raises(FileNotFoundError):
        find_target(given)


def test_a_folder_named_like_a_record_by_a_link(tree: Path) -> None:
    (tree / "lien").symlink_to(tree / "cases" / "un")
    assert f"lien/{FR}" in places("lien")


def test_the_links_of_a_record_are_looked_up_beside_it(tree: Path) -> None:
    (tree / "cases/deux/index.fr.md").write_text(DRAFT + "[x](case:un) [y](case:dix)\n")
    assert places("cases/deux") == {"cases/deux/index.fr.md:6:14"}


def test_several_paths_are_one_report(tree: Path) -> None:
    both = places("cases/un", "cases/deux/index.fr.md")
    assert both == places("cases/un") | places("cases/deux/index.fr.md")
    findings, records = check_paths(["cases/un", "cases/un"], Path.cwd())
    assert len(findings) == len(check_paths(["cases/un"], Path.cwd())[0])
    assert [f.place for f in findings] == sorted(f.place for f in findings)
    assert records >= 1


def test_what_is_a_cases_folder(tree: Path) -> None:
    assert is_cases_folder(tree / "cases")
    assert is_cases_folder(tree / "ailleurs")
    assert not is_cases_folder(tree / "cases/un")
    assert not is_cases_folder(tree / "seul")


def test_target_of_a_cases_folder(tree: Path) -> None:
    assert find_target("cases") == Target(Path("cases"), "cases")
    assert find_target("cases").open(tree).folders.keys() == {"deux", "un"}
