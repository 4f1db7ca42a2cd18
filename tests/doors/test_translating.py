"""``fp translated`` writes one value, and leaves the rest as its author typed it."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_memory import DRAFT, TODAY

from fp_build.doors.target import find_target
from fp_build.doors.translating import NotTranslated, note_translated
from fp_build.judging.judge import judge
from fp_build.judging.record import Record
from fp_build.reading.source import Limits

OLD = "0" * 64


def record() -> Record:
    workspace = find_target("cases").open(Path.cwd())
    return judge(workspace, TODAY, Limits()).records["essai"]


@pytest.fixture
def folder(project: Path) -> Path:
    folder = project / "cases/essai"
    folder.mkdir()
    (folder / "index.fr.md").write_text(DRAFT + "## La situation\n\nDu texte.\n")
    return folder


FORMS = {
    "flow": "translation: {state: draft}\n",
    "empty flow first": "translation: { state: draft, translator: Moi }\n",
    "flow with a hash": f'translation: {{state: draft, source_hash: "{OLD}"}}\n',
    "flow with a bare hash": f"translation: {{state: draft, source_hash: {OLD}}}\n",
    "hash first": f"translation: {{source_hash: '{OLD}', state: draft}}\n",
    "block": "translation:\n  state: draft\n",
    "block with a hash": f"translation:\n  source_hash: {OLD}\n  state: draft\n",
    "wide block": "translation:\n      state: draft\n      translator: Moi\n",
    "block with a comment": "translation:   # à relire\n  state: draft   # pour l’instant\n",
    "block after an empty line": "translation:\n\n    state: draft\n",
    "block after a remark": "translation:\n    # à relire\n    state: draft\n",
    "quoted key": '"translation": {state: draft}\n',
    "quoted block": "'translation':\n  state: draft\n",
    "two lines": "translation: {\n  state: draft}\n",
    "spaced key": "translation : {state: draft}\n",
}
ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "bom"])
def test_the_hash_is_written(folder: Path, form: str, end: str, mark: str) -> None:
    text = f"---\ntitle: A trial\n{FORMS[form]}---\nThe source_hash: of `translation:` itself.\n"
    text = mark + text.replace("\n", ENDS[end])
    path = folder / "index.en.md"
    path.write_bytes(text.encode())
    assert note_translated(Path("cases"), "essai") == Path("cases/essai/index.en.md")
    noted = record()
    assert noted.sound
    assert noted.translation and noted.translation.translation
    assert noted.translation.translation.source_hash == noted.fingerprint
    assert noted.translation.translation.state == "draft"
    assert noted.state("en") == "draft"
    written = path.read_bytes().decode()
    for line in text.split(ENDS[end]):
        if "translation" not in line and "state" not in line and "hash" not in line:
            assert line in written.split(ENDS[end])
    assert written.endswith(text[text.rindex("The source_hash") :])
    assert ENDS[end] == "\r\n" or "\r\n" not in written
    assert written.count("\n") == written.count(ENDS[end]) * (ENDS[end] != "\r")


def test_twice_is_once(folder: Path) -> None:
    path = folder / "index.en.md"
    path.write_text("---\ntitle: A trial\ntranslation: {state: reviewed}\n---\n")
    note_translated(Path("cases"), "essai")
    once = path.read_bytes()
    note_translated(Path("cases"), "essai")
    assert path.read_bytes() == once


def test_outdated_and_mended(folder: Path) -> None:
    (folder / "index.en.md").write_text(
        "---\ntitle: A trial\ntranslation: {state: reviewed}\n---\n"
    )
    note_translated(Path("cases"), "essai")
    assert record().state("en") == "reviewed"
    (folder / "index.fr.md").write_text(DRAFT + "Autre chose.\n")
    assert record().state("en") == "outdated"
    note_translated(Path("cases"), "essai")
    assert record().state("en") == "reviewed"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "---\ntitle: A trial\n---\n",
        "---\ntitle: [\n---\n",
        "---\ntitle: x\ntranslation: {}\n---\n",
        "---\ntitle: x\ntranslation: {state: perhaps}\n---\n",
    ],
)
def test_there_is_nothing_to_note(folder: Path, text: str | None) -> None:
    path = folder / "index.en.md"
    if text is not None:
        path.write_text(text)
    with pytest.raises(NotTranslated) as refusal:
        note_translated(Path("cases"), "essai")
    assert "essai" in refusal.value.said.fr and refusal.value.said.fr != refusal.value.said.en
    assert text is None or path.read_text() == text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_in_the_way_is_told(folder: Path, language: str) -> None:
    english = folder / "index.en.md"
    english.write_text("---\ntitle: A trial\ntranslation: {state: draft}\n---\n")
    file = folder / f"index.{language}.md"
    file.write_text(file.read_text().replace("title: ", "title: ["))
    before = english.read_text()
    with pytest.raises(NotTranslated) as refusal:
        note_translated(Path("cases"), "essai")
    assert f"essai/index.{language}.md:" in refusal.value.said.fr
    assert "n’est pas refermé" in refusal.value.said.fr and "closed" in refusal.value.said.en
    assert english.read_text() == before


def test_no_such_record(folder: Path) -> None:
    with pytest.raises(NotTranslated):
        note_translated(Path("cases"), "absent")
    with pytest.raises(NotTranslated):
        note_translated(Path("nulle-part"), "essai")
