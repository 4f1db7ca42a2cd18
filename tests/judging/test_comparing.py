"""Records compared once, and again only where that may find something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from in_memory import LIMITS, TODAY, Content, draft, judged, workspace_of

from fp_build.judging.comparing import Comparisons
from fp_build.judging.desk import Lectern
from fp_build.judging.judge import Judgement, judge
from fp_build.judging.study import Studied, study_folder
from fp_build.reading.workspace import Folder

FILES: dict[str, Content] = {
    "a/index.fr.md": draft("related: [b]", body="[x](case:b#results) [y](case:b)\n"),
    "b/index.fr.md": draft("redirect_from: [old]", body="## Les résultats\n\nUn texte.\n"),
    "c/index.fr.md": draft("related: [d]", "redirect_from: [other]"),
}


class Room:
    """Studies a folder when it has changed, as a server of authors does."""

    def __init__(self) -> None:
        self._compare = Comparisons()
        self._studied: dict[str, tuple[Content, Studied]] = {}
        self.compared: list[str] = []

    def judged(self, files: dict[str, Content]) -> Judgement:
        def study(folders: Sequence[Folder], lectern: Lectern) -> Iterator[Studied]:
            for folder in folders:
                text = files[f"{folder.name}/index.fr.md"]
                if self._studied.get(folder.name, ("",))[0] != text:
                    self._studied[folder.name] = text, study_folder(folder, lectern)
                yield self._studied[folder.name][1]

        before = {**self._compare._known}
        found = judge(workspace_of(files), TODAY, LIMITS, study=study, compare=self._compare)
        now = self._compare._known
        self.compared = [slug for slug in now if now[slug] is not before.get(slug)]
        return found


def test_the_same_is_found_and_no_more_is_compared_than_has_to_be() -> None:
    room = Room()
    steps: list[tuple[dict[str, Content], list[str]]] = [
        (FILES, ["a", "b", "c"]),
        (FILES, ["c"]),  # it names a record that does not exist: which are alike is asked of all
        ({**FILES, "d/index.fr.md": draft()}, ["c", "d"]),
        ({**FILES, "d/index.fr.md": draft(body="Autre.")}, ["c", "d"]),
    ]
    changed = {**FILES, "d/index.fr.md": draft()}
    changed["b/index.fr.md"] = draft(body="Sans titre.\n")
    steps.append((changed, ["a", "b", "c", "d"]))
    del changed["b/index.fr.md"]
    steps.append(({**changed, "a/index.fr.md": draft("redirect_from: [other]")}, ["a"]))
    for files, compared in steps:
        assert room.judged(files).findings == judged(files).findings
        assert set(room.compared) <= set(compared)
    assert {f.rule.id for f in room.judged(FILES).findings} >= {"unknown-record"}


def test_a_record_is_at_fault_when_the_one_that_it_names_goes() -> None:
    room = Room()
    assert room.judged(FILES).findings == judged(FILES).findings
    left = {name: text for name, text in FILES.items() if not name.startswith("b/")}
    found = [f for f in room.judged(left).findings if f.place.path.startswith("cases/a/")]
    assert {"unknown-record"} <= {finding.rule.id for finding in found}
