"""Folders studied once: shared out over processes, and remembered under what they hold.

What is remembered of a folder is right for as long as the folder, what is on the lectern and the
program are the same; where its record lies on the disk is told anew each time. What hung on the
clock as well, a trial that failed or could not be made, is remembered by this process alone.

Of all folders together a register is kept with what is asked of every record in every build; the
records themselves lie each in a file of their own, and are fetched when somebody opens them.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from fp_build.arranging.facets import Terms, facet_terms
from fp_build.arranging.ground import Digests
from fp_build.doors.cache import Cache
from fp_build.doors.crew import shared
from fp_build.doors.fingerprints import of_folder
from fp_build.doors.kept_mapping import KeptMapping
from fp_build.doors.safe_pickle import loads
from fp_build.doors.trial import is_settled, study_on_trial
from fp_build.judging.desk import Lectern
from fp_build.judging.record import Brief, Record, ShelvedRecord
from fp_build.judging.study import Studied
from fp_build.reading.workspace import Folder
from fp_build.words.findings import Finding
from fp_build.words.languages import LANGUAGES

WORTH_SHARING: Final = 50
"""So many folders take longer than it does to start another process."""

_NONE: Final[Mapping[str, bytes]] = MappingProxyType({})

OURS: Final = ("fp_build.words.", "fp_build.reading.", "fp_build.judging.")
"""Of what records and findings are made."""


class Registered(NamedTuple):
    """What the register says of a folder."""

    face: bytes
    """The fingerprint of the record's face."""
    whole: bytes
    key: str
    """Under which the record is kept."""
    brief: Brief | None
    """Of the record, where there is one."""
    terms: tuple[tuple[str, tuple[str, ...]], ...]
    """Each facet with the terms under which the record is found."""
    findings: tuple[Finding, ...]


class _Study(NamedTuple):
    registered: Registered
    is_new: bool
    data: bytes | None = None
    """What could not be kept on the disk, or is not settled."""
    is_settled: bool = True


class Studies:
    """The studies of one ``way``, which tells everything that they depend on besides the folder:
    the program, the vocabularies, limits and addresses on the lectern."""

    def __init__(self, cache: Cache, way: str) -> None:
        self.way = way
        self._cache = cache
        self._kept: KeptMapping[Registered] = KeptMapping(
            cache, cache.key("register", way), Registered, *OURS
        )
        self._register = dict(self._kept.before)
        self._unsettled: set[str] = set()
        """The keys of what no later build may take for granted."""
        self.digests: Mapping[str, Digests] = {}
        """What tells whether each record is the same, by the name of its folder."""
        self.terms: Mapping[str, Terms] = {}
        """Under which terms each record is found, by the same name."""
        self.remembered = 0
        """How many folders did not have to be studied again."""

    def __call__(
        self, folders: Sequence[Folder], lectern: Lectern, seen: Mapping[str, bytes] = _NONE
    ) -> list[Studied]:
        """What is found in each folder, in their order. ``seen`` are fingerprints of folders, by
        name, as far as they are known."""
        known = {folder.path: self._registered(folder, seen.get(folder.name)) for folder in folders}
        new = [folder for folder in folders if known[folder.path] is None]
        studies = shared(new, partial(self._study, lectern, seen), least=WORTH_SHARING)
        for folder, study in zip(new, studies, strict=True):
            known[folder.path] = study.registered
            if study.data is not None:
                self._cache.hold(study.registered.key, study.data)
            if not study.is_settled:
                self._unsettled.add(study.registered.key)
        self.remembered = len(folders) - sum(study.is_new for study in studies)
        found = {path: one for path, one in known.items() if one is not None}
        self._register.update(found)
        of_folders = {folder.name: found[folder.path] for folder in folders}
        self.digests = {name: Digests(one.face, one.whole) for name, one in of_folders.items()}
        self.terms = {name: dict(one.terms) for name, one in of_folders.items() if one.terms}
        return [self._studied(lectern, folder, of_folders[folder.name]) for folder in folders]

    def note(self, folders: Iterable[Folder]) -> None:
        """Keep the register for the next build; ``folders`` are all there are."""
        known = {folder.path: self._register.get(folder.path) for folder in folders}
        settled = {p: one for p, one in known.items() if one and one.key not in self._unsettled}
        self._kept.note(settled)

    def _registered(self, folder: Folder, seen: bytes | None) -> Registered | None:
        """What the register says of a folder as it is now."""
        known = self._register.get(folder.path)
        if known is None or known.whole != (seen or of_folder(folder)):
            return None
        self._cache.use(known.key)
        return known

    def _study(self, lectern: Lectern, seen: Mapping[str, bytes], folder: Folder) -> _Study:
        digest = seen.get(folder.name) or of_folder(folder)
        known = self._read(self._key(folder, digest))
        if known is not None:
            return _Study(known[0], False)
        if folder.name in seen:
            digest = of_folder(folder)  # since then somebody may have saved it
        key = self._key(folder, digest)
        record, findings = studied = study_on_trial(folder, lectern)
        if record is None:
            registered = Registered(digest, digest, key, None, (), tuple(findings))
        else:
            terms = tuple(facet_terms(record.facts, lectern.vocabularies).items())
            face = of_face(record, folder)
            registered = Registered(face, digest, key, record.brief, terms, tuple(findings))
        data = pickle.dumps((registered, record), pickle.HIGHEST_PROTOCOL)
        settled = is_settled(folder, studied, lectern)
        is_kept = settled and self._cache.put(key, data)
        return _Study(registered, True, None if is_kept else data, settled)

    def _studied(self, lectern: Lectern, folder: Folder, one: Registered) -> Studied:
        fetch = partial(self._fetched, lectern, folder, one.key)
        record = ShelvedRecord(folder.name, folder, one.brief, fetch) if one.brief else None
        return record, list(one.findings)

    def _fetched(self, lectern: Lectern, folder: Folder, key: str, part: str) -> Mapping[str, Any]:
        """All parts of the record of a folder, from where it was kept; read again where that has
        gone."""
        known = self._read(key)
        record = known[1] if known else study_on_trial(folder, lectern)[0]
        if record is None:  # somebody has just removed it
            raise FileNotFoundError(2, "", folder.path)
        return record.lying_in(folder).__dict__

    def _read(self, key: str) -> tuple[Registered, Record | None] | None:
        return loads(self._cache.get(key), tuple, Registered, *OURS)

    def _key(self, folder: Folder, digest: bytes) -> str:
        return self._cache.key("study", self.way, folder.path, digest)


def of_face(record: Record, folder: Folder) -> bytes:
    """The fingerprint of a record without what its texts say below their front matter. What follows
    from them elsewhere is told by the record: whether it is sound, and the state of each text."""
    fronts = {}
    for manuscript in record.manuscripts.values():
        source = manuscript.source
        fronts[source.path] = source.text[: manuscript.outline.start].encode()
        manuscript.release()
    follows = record.sound, [record.state(language) for language in LANGUAGES]
    return hashlib.sha256(of_folder(folder, fronts) + repr(follows).encode()).digest()
