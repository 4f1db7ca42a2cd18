"""Folders studied once: shared out over processes, and remembered under what they hold.

What is remembered of a folder is right for as long as the folder, what is on the lectern and the
program are the same; where its record lies on the disk is told anew each time.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, cast

from fp_build.arranging.witness import Digests
from fp_build.doors.cache import Cache
from fp_build.doors.crew import shared
from fp_build.doors.fingerprints import of_folder
from fp_build.doors.safe_pickle import loads
from fp_build.doors.trial import study_on_trial
from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.judging.study import Studied
from fp_build.reading.workspace import Folder
from fp_build.words.languages import LANGUAGES

WORTH_SHARING: Final = 50
"""So many folders take longer than it does to start another process."""

_FACE: Final = hashlib.sha256().digest_size
"""With so many bytes, the fingerprint of the record's face, begins what is remembered."""

_OURS: Final = ("fp_build.words.", "fp_build.reading.", "fp_build.judging.")


class Studies:
    """The studies of one build. ``way`` tells everything that they depend on besides the folder:
    the program, the vocabularies, limits and addresses on the lectern. ``seen`` are fingerprints of
    folders, by name, as far as they are known."""

    def __init__(self, cache: Cache, way: str, seen: Mapping[str, bytes] | None = None) -> None:
        self._cache = cache
        self._way = way
        self._seen = seen or {}
        self.digests: Mapping[str, Digests] = {}
        """What tells whether each record is the same, by the name of its folder."""
        self.remembered = 0
        """How many folders did not have to be studied again."""

    def __call__(self, folders: Sequence[Folder], lectern: Lectern) -> Iterator[Studied]:
        """What is found in each folder, in their order."""
        told = shared(folders, partial(self._studied, lectern), least=WORTH_SHARING)
        names = (folder.name for folder in folders)
        self.digests = {name: digest for name, (digest, *_) in zip(names, told, strict=True)}
        for folder, (_, known, data) in zip(folders, told, strict=True):
            found = _read(data[_FACE:])
            self.remembered += known and found is not None
            record, findings = found or study_on_trial(folder, lectern)
            yield record.lying_in(folder) if record else None, findings

    def _studied(self, lectern: Lectern, folder: Folder) -> tuple[Digests, bool, bytes]:
        seen = self._seen.get(folder.name)
        digest = seen or of_folder(folder)
        data = self._cache.get(self._key(folder, digest))
        if data is not None:
            return Digests(data[:_FACE], digest), True, data
        if seen:
            digest = of_folder(folder)  # since then somebody may have saved it
        record, findings = study_on_trial(folder, lectern)
        face = of_face(record, folder) if record else digest
        data = face + pickle.dumps((record, findings), pickle.HIGHEST_PROTOCOL)
        self._cache.put(self._key(folder, digest), data)
        return Digests(face, digest), False, data

    def _key(self, folder: Folder, digest: bytes) -> str:
        return self._cache.key("study", self._way, folder.path, digest)


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


def _read(data: bytes) -> Studied | None:
    return cast(Studied | None, loads(data, tuple, *_OURS))
