"""Records compared once, and again only where that may find something else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from in_memory import LIMITS, TODAY, Content, draft, judged, workspace_of

from fp_build.judging.comparing import Compared, Comparisons
from fp_build.judging.desk import Desk, Lectern
from fp_build.judging.judge import Judgement, judge
from fp_build.judging.record import Record
from fp_build.judging.study import Studied, study_folder
from fp_build.reading.workspace import Folder
from fp_build.words.findings import Finding

FILES: dict[str, Content] = {
    "a/index.fr.md": draft("related: [b]", body="[x](case:b#results) [y](case:b)\n"),
    "b/index.fr.md": draft("redirect_from: [old]", body="## Les résultats\n\nUn texte.\n"),
    "c/index.fr.md": draft("related: [d]", "redirect_from: [other]"),
}


class Room:
    """Studies a folder when it has changed, as a server of authors does."""

    def __init__(self) -> None:
        self._comparisons = Comparisons(self._each)
        self.today = TODAY
        self._studied: dict[str, tuple[Content, Studied]] = {}
        self.compared: list[str] = []

    def judged(self, files: dict[str, Content]) -> Judgement:
        def study(folders: Sequence[Folder], lectern: Lectern) -> Iterator[Studied]:
            for folder in folders:
                text = files[f"{folder.name}/index.fr.md"]
                if self._studied.get(folder.name, ("",))[0] != text:
                    self._studied[folder.name] = text, study_folder(folder, lectern)
                yield self._studied[folder.name][1]

        def compare(records: Mapping[str, Record], desk: Desk) -> Iterator[Finding]:
            held = {name.partition("/")[0]: str(text).encode() for name, text in files.items()}
            return self._comparisons(records, desk, held)

        self.compared = []
        return judge(workspace_of(files), self.today, LIMITS, study=study, compare=compare)

    def _each(
        self, records: Sequence[Record], work: Callable[[Record], tuple[Compared, bool]]
    ) -> list[tuple[Compared, bool]]:
        self.compared += [record.slug for record in records]
        return [work(record) for record in records]


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


def test_what_follows_from_the_day_is_asked_again_on_another() -> None:
    event = draft("verified_on: 2030-01-01")
    room = Room()
    room.judged({"e/index.fr.md": event})
    room.judged({"e/index.fr.md": event})
    assert not room.compared
    room.today += dt.timedelta(days=1)
    room.judged({"e/index.fr.md": event})
    assert room.compared == ["e"]


def test_the_words_that_were_meant_are_those_of_today() -> None:
    """A record that names one that is not there is told of those that are."""
    room = Room()
    files: dict[str, Content] = {
        "a/index.fr.md": draft("related: [betas]"),
        "b/index.fr.md": draft(),
    }
    room.judged(files)
    files["beta/index.fr.md"] = draft()
    assert room.judged(files).findings == judged(files).findings
    assert "beta" in room.judged(files).findings[0].message("fr")
