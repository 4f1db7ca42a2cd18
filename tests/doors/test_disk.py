"""What lies in a cases folder, whatever it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from in_memory import DRAFT, TODAY, in_short

from fp_build.doors import disk
from fp_build.doors.disk import as_shown, lines_of, open_workspace
from fp_build.judging.judge import judge
from fp_build.reading.source import Limits
from fp_build.reading.workspace import Workspace


def look(project: Path) -> Workspace:
    return open_workspace(
        project / "cases", "cases", project / "cases/_vocabulary", "cases/_vocabulary"
    )


def faults(project: Path) -> list[str]:
    return [in_short(finding) for finding in judge(look(project), TODAY, Limits()).findings]


@pytest.fixture
def record(project: Path) -> Path:
    folder = project / "cases" / "essai"
    folder.mkdir()
    (folder / "index.fr.md").write_text(DRAFT)
    return folder


def test_a_record(project: Path, record: Path) -> None:
    found = look(project)
    assert list(found.folders) == ["essai"]
    entry = found.folders["essai"].entries["index.fr.md"]
    assert (entry.path, entry.kind, entry.size) == ("cases/essai/index.fr.md", "file", len(DRAFT))
    assert entry.read() == DRAFT.encode()
    assert found.vocabulary.keys() == {p.name for p in (project / "cases/_vocabulary").iterdir()}
    assert faults(project) == []


def test_contents_are_read_when_asked_for(project: Path, record: Path) -> None:
    entry = look(project).folders["essai"].entries["index.fr.md"]
    (record / "index.fr.md").write_text("x")
    assert entry.read() == b"x"


def test_folders_are_looked_into_when_asked_for(
    project: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("autre", "encore", "loin"):
        (project / "cases" / name).mkdir()
        (project / "cases" / name / "index.fr.md").write_text(DRAFT)
    (record / "index.fr.md").write_text(DRAFT + "[x](case:autre#results)\n")
    (project / "cases/autre/index.fr.md").write_text(DRAFT + "[x](case:loin#results)\n")
    seen: list[str] = []
    scan = os.scandir

    def watched(path: str) -> Any:
        seen.append(Path(path).name)
        return scan(path)

    monkeypatch.setattr(disk.os, "scandir", watched)
    judge(look(project), TODAY, Limits(), ["essai"])
    assert sorted(seen) == ["_vocabulary", "autre", "cases", "essai"]


def test_a_file_that_vanishes_is_named(project: Path, record: Path) -> None:
    found = look(project)
    assert list(found.folders["essai"].entries) == ["index.fr.md"]
    (record / "index.fr.md").unlink()
    findings = judge(found, TODAY, Limits()).findings
    assert [in_short(f) for f in findings] == ["essai/index.fr.md:1:1 not-a-plain-file"]


def test_a_vocabulary_that_vanishes_is_missed(
    project: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: str) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr("fp_build.doors.disk._bytes_of", fails)
    assert look(project).vocabulary == {}


def test_links_are_refused_wherever_they_lead(project: Path, record: Path) -> None:
    (record / "index.en.md").symlink_to(record / "index.fr.md")
    (record / "photo.jpg").symlink_to("/nowhere")
    (record / "sub").symlink_to("..")
    (project / "cases" / "autre").symlink_to(record)
    assert faults(project) == [
        "autre:1:1 not-a-plain-file",
        "essai/index.en.md:1:1 not-a-plain-file",
        "essai/photo.jpg:1:1 not-a-plain-file",
        "essai/sub:1:1 not-a-plain-file",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_without_being_opened(project: Path, record: Path) -> None:
    os.mkfifo(record / "index.en.md")
    os.mkfifo(project / "cases" / "tube.md")
    assert faults(project) == [
        "essai/index.en.md:1:1 not-a-plain-file",
        "tube.md:1:1 not-a-plain-file",
    ]
    assert lines_of(str(record / "index.en.md")) == ()


def test_what_may_not_be_read_is_named(
    project: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may be allowed to read everything: the system's answer is made up."""
    (record / "photo.jpg").write_text("x")
    (record / "sub").mkdir()
    (project / "cases/ferme").mkdir()
    closed = {"photo.jpg", "sub", "ferme"}
    monkeypatch.setattr(disk.os, "access", lambda path, _: Path(path).name not in closed)
    assert faults(project) == [
        "essai/photo.jpg:1:1 not-a-plain-file",
        "essai/sub:1:1 not-a-plain-file",
        "ferme:1:1 not-a-plain-file",
    ]


def test_an_entry_that_cannot_be_looked_at(
    project: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Vanished:
        def __init__(self, entry: os.DirEntry[str]) -> None:
            self.name, self.path, self._entry = entry.name, entry.path, entry

        def __getattr__(self, name: str) -> Any:
            return getattr(self._entry, name)

        def stat(self, *, follow_symlinks: bool) -> os.stat_result:
            if self.name == "photo.jpg":
                raise FileNotFoundError(self.path)
            return self._entry.stat(follow_symlinks=follow_symlinks)

    (record / "photo.jpg").write_text("x")
    change_scan(monkeypatch, lambda entries: [Vanished(entry) for entry in entries])
    assert faults(project) == ["essai/photo.jpg:1:1 not-a-plain-file"]


def change_scan(monkeypatch: pytest.MonkeyPatch, change: Any) -> None:
    true_scan = os.scandir

    class Scan:
        def __init__(self, folder: Any) -> None:
            with true_scan(folder) as found:
                self.entries = change(list(found))

        def __enter__(self) -> Any:
            return iter(self.entries)

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(disk.os, "scandir", Scan)


@pytest.mark.parametrize("order", [sorted, lambda names: sorted(names, reverse=True)])
def test_the_order_of_the_disk_does_not_matter(
    project: Path, record: Path, monkeypatch: pytest.MonkeyPatch, order: Any
) -> None:
    for name in ("zoo", "Essai", "autre"):
        (project / "cases" / name).mkdir()
        (project / "cases" / name / "index.fr.md").write_text("x")
    (project / "cases" / "b.md").write_text("x")
    (project / "cases" / "a.md").write_text("x")
    expected = faults(project)
    change_scan(
        monkeypatch,
        lambda entries: [
            e for n in order([e.name for e in entries]) for e in entries if e.name == n
        ],
    )
    assert faults(project) == expected
    assert list(look(project).folders) == sorted(look(project).folders)


def test_folders_inside_a_record_are_looked_into(project: Path, record: Path) -> None:
    (record / "sub/plus").mkdir(parents=True)
    (record / "sub/plus/index.fr.md").write_text(DRAFT)
    (record / "sub/photo.jpg").write_text("x")
    (record / "sub/notes.docx").write_text("x")
    assert faults(project) == [
        "essai/sub/notes.docx:1:1 stray-file",
        "essai/sub/photo.jpg:1:1 unused-picture",
        "essai/sub/plus/index.fr.md:1:1 misplaced-file",
    ]


def test_nothing_hides_in_the_depths(project: Path, record: Path) -> None:
    deep = record.joinpath(*["d"] * 12)
    deep.mkdir(parents=True)
    (deep / "index.fr.md").write_text(DRAFT)
    assert len(faults(project)) == 1
    assert faults(project)[0].startswith("essai/d/d/d/d/d/d/d/d")


def test_a_folder_with_the_name_of_a_file(project: Path, record: Path) -> None:
    (record / "index.en.md").mkdir()
    (record / "index.en.md" / "x.md").write_text("x")
    assert faults(project) == ["essai/index.en.md/x.md:1:1 misplaced-file"]
    (record / "index.fr.md").unlink()
    (record / "index.fr.md").mkdir()
    (record / "index.en.md" / "x.md").unlink()
    assert faults(project) == ["essai:1:1 no-record-file"]


def test_what_tools_leave_behind_is_passed_over(project: Path, record: Path) -> None:
    for folder in (project / "cases", record, project / "cases/_vocabulary"):
        (folder / ".DS_Store").write_bytes(b"\0\1")
    (project / "cases/.git").mkdir()
    (project / "cases/.git/index.fr.md").write_text("x")
    (record / ".cache").mkdir()
    (record / ".cache/x.md").write_text("x")
    assert faults(project) == []


def test_a_hidden_text_is_not_passed_over(project: Path, record: Path) -> None:
    (record / ".index.fr.md").write_text(DRAFT)
    (project / "cases/.brouillon.md").write_text(DRAFT)
    assert faults(project) == [
        ".brouillon.md:1:1 misplaced-file",
        "essai/.index.fr.md:1:1 misplaced-file",
    ]


def test_names_that_are_not_utf8_stay_apart(project: Path) -> None:
    names = [b"caf\xe9", b"caf\xe8"]
    try:
        for name in names:
            os.mkdir(os.fsencode(project / "cases") + b"/" + name)
            with open(os.fsencode(project / "cases") + b"/" + name + b"/\xff.md", "wb") as file:
                file.write(b"x")
    except OSError:
        pytest.skip("this disk takes only UTF-8 names")
    assert faults(project) == [
        r"caf\xe8:1:1 bad-folder-name",
        r"caf\xe8/\xff.md:1:1 misplaced-file",
        r"caf\xe9:1:1 bad-folder-name",
        r"caf\xe9/\xff.md:1:1 misplaced-file",
    ]


def test_names_are_shown_composed(project: Path, record: Path) -> None:
    assert as_shown("cafe\u0301") == "caf\u00e9"
    (record / "cafe\u0301.jpg").write_text("x")
    assert faults(project) == ["essai/caf\u00e9.jpg:1:1 unused-picture"]


def test_a_cases_folder_that_is_not_there(tmp_path: Path) -> None:
    found = open_workspace(tmp_path / "x", "x", tmp_path / "y", "y")
    assert (found.folders, found.vocabulary, found.strays) == ({}, {}, ())


def test_addresses_and_vocabularies_are_no_records(project: Path, record: Path) -> None:
    (project / "cases/_addresses.txt").write_text("/x\n")
    assert faults(project) == []


def test_a_large_file_is_not_read(
    project: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (record / "index.fr.md").open("ab") as file:
        file.truncate(5_000_000_000)
    found = look(project)

    def read(self: Path) -> bytes:
        raise AssertionError(f"{self} was read")

    monkeypatch.setattr(Path, "read_bytes", read)
    findings = judge(found, TODAY, Limits()).findings
    assert [in_short(f) for f in findings] == ["essai/index.fr.md:1:1 file-too-large"]
    assert lines_of(str(record / "index.fr.md")) == ()


def test_lines_are_counted_as_reading_does(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\nd\xe2\x82 e\xe2\x80\xa8f")
    assert lines_of(str(file)) == ["a", "b", "c", "d\udce2\udc82 e\u2028f"]


def test_nothing_is_quoted_from_elsewhere(tmp_path: Path) -> None:
    """A link could lead to what the report must not show."""
    (tmp_path / "secret").write_text("x")
    (tmp_path / "index.fr.md").symlink_to("secret")
    for name in ("index.fr.md", "absent", ".", "a\0b"):
        assert lines_of(str(tmp_path / name)) == ()


def test_kinds(project: Path, record: Path) -> None:
    assert stat.S_ISREG(os.stat(record / "index.fr.md").st_mode)
    kinds = {e.name: e.kind for e in look(project).folders["essai"].entries.values()}
    assert kinds == {"index.fr.md": "file"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("name", ["index.fr.md", "plan.png"])
@pytest.mark.parametrize("put", ["pipe", "link", "folder"])
def test_what_takes_the_place_of_a_file_after_it_was_seen_is_not_read(
    project: Path, record: Path, name: str, put: str
) -> None:
    """Nobody waits for a pipe, and nothing outside the folder is read."""
    secret = project / "secret"
    secret.write_text(DRAFT)
    (record / name).write_text(DRAFT)
    entry = look(project).folders[record.name].entries[name]
    assert entry.kind == "file" and entry.read() == DRAFT.encode()
    (record / name).unlink()
    if put == "pipe":
        os.mkfifo(record / name)
    elif put == "link":
        (record / name).symlink_to(secret)
    else:
        (record / name).mkdir()
    with pytest.raises(OSError, match=r".+"):
        entry.read()


def test_what_editors_and_hosts_leave_is_never_published(project: Path, record: Path) -> None:
    """It is told, or passed over where tools hide it, and no page can name it."""
    left = ("plan.png~", "_headers", "_redirects", "CNAME", "Thumbs.db", "plan.png.bak", "plan.svg")
    hidden = (".index.fr.md.swp", ".htaccess", ".DS_Store", ".nojekyll")
    for name in (*left, *hidden):
        (record / name).write_bytes(b"x")
    found = {line for line in faults(project) if "stray-file" in line}
    assert found == {f"{record.name}/{name}:1:1 stray-file" for name in left}
    for name in (*left, *hidden):
        medium = f"media: [{{id: x, file: {name!r}, alt: Un plan., credit: Ville}}]"
        text = DRAFT.replace("---\n", "---\n" + medium + "\n", 1)
        (record / "index.fr.md").write_text(text)
        assert f"{record.name}/index.fr.md:2:23 bad-file-name" in faults(project)


def test_two_names_that_some_disks_take_for_one_are_both_seen(project: Path, record: Path) -> None:
    try:
        for name in ("\u00e9t\u00e9.png", "e\u0301te\u0301.png", "plan.png", "Plan.png"):
            (record / name).open("xb").close()
    except FileExistsError:
        pytest.skip("this disk is such a one")
    assert len(look(project).folders["essai"].entries) == 5
    assert [line for line in faults(project) if line.endswith("file-clash")] == [
        "essai/plan.png:1:1 file-clash",
        "essai/\u00e9t\u00e9.png:1:1 file-clash",
    ]
