"""Compares what is published with the list of published addresses, and extends that list."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fp_build.arranging.catalogue import Catalogue
from fp_build.doors.checking import judge_target
from fp_build.doors.disk import ADDRESSES
from fp_build.doors.editorial_pages import addresses_of, beside_records, pages_around
from fp_build.doors.target import find_project, find_target
from fp_build.judging.promise_faults import LOST_ADDRESS, NO_RECORDS_LEFT
from fp_build.judging.promises import judge_promises
from fp_build.publishing.promises import promised
from fp_build.reading.address_list import AddressList
from fp_build.words.findings import Finding, Level
from fp_build.words.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Promises:
    """The addresses of a catalogue, beside those that were published before."""

    listed: AddressList
    now: frozenset[str]
    """Those of today."""
    lost: list[Finding]
    faults: list[Finding]
    """What else fails a build: as long as anything does, nothing is known for sure."""

    @property
    def new(self) -> list[str]:
        """Those that the list does not hold yet."""
        return sorted(self.now - self.listed.lines.keys())

    def differences(self) -> list[str]:
        """What is new and what would be lost, in order, each with its mark."""
        lost = {str(f.arguments["address"]) for f in self.lost if f.rule is LOST_ADDRESS}
        return [f"{'-' if a in lost else '+'} {a}" for a in sorted({*self.new, *lost})]

    def summary(self, *, accepted: bool) -> Bilingual:
        """All that in a sentence or two, and what to do about it."""
        now, new, list_ = len(self.now), len(self.new), self.listed.path
        lost = sum(int(finding.arguments.get("count", 1)) for finding in self.lost)
        fr = [f"{now} adresses aujourd’hui, dont {new} qui ne sont pas encore dans « {list_} »"]
        en = [f"{now} addresses today, {new} of which are not in “{list_}” yet"]
        if self.faults:
            fr.append(
                "les fiches ont des erreurs : la liste reste telle quelle, « fp check » les dit"
            )
            en.append("the records have errors: the list stays as it is, “fp check” tells them")
        elif accepted:
            fr.append("elles y sont maintenant" if new else "rien à ajouter")
            en.append("now they are" if new else "nothing to add")
        elif new:
            fr.append("« fp addresses --accept » les y ajoute")
            en.append("“fp addresses --accept” adds them")
        if lost:
            fr.append(f"{lost} seraient perdues, « fp check » dit pourquoi")
            en.append(f"{lost} would be lost, “fp check” says why")
        return Bilingual(" ; ".join(fr) + ".", "; ".join(en) + ".")


def compare(given: str, project: Path) -> Promises:
    """The addresses of the catalogue in a cases folder, within the site of the project.

    Raises :class:`FileNotFoundError` where that is no folder of records.
    """
    target = find_target(given)
    if target.about is not None:  # a part of one: what the others promise is not known
        raise FileNotFoundError(given)
    pages = pages_around(target.cases)
    judgement = judge_target(target, find_project(project))
    listed, records = judgement.listed, judgement.records
    errors = [finding for finding in judgement.findings if finding.level is Level.ERROR]
    vocabularies = judgement.vocabularies
    lost: list[Finding] = []
    if listed is not None:  # each by itself, where a report says how many more there are
        besides = None if pages is None else beside_records(pages)
        lost += judge_promises(listed, judgement.workspace, records, vocabularies, besides)
    catalogue = Catalogue.arrange(records.values(), vocabularies, judgement.desk.today)
    return Promises(
        listed or AddressList("/".join(filter(None, (target.shown_as, ADDRESSES)))),
        frozenset({*promised(catalogue), *addresses_of(pages or ())}),
        lost,
        [f for f in errors if f.rule not in (LOST_ADDRESS, NO_RECORDS_LEFT)],
    )


def accept(promises: Promises) -> None:
    """Extend the list by what it does not hold yet, in one step: it is never half a list."""
    path = Path(promises.listed.path)
    text = promises.listed.extended(promises.now)
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
