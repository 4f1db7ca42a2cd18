"""Folders studied once: shared out over processes, and remembered under what they hold.

What is remembered of a folder is right for as long as the folder, what is on the lectern and the
program are the same; where its record lies on the disk is told anew each time.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, cast

from fp_build.doors.cache import Cache
from fp_build.doors.crew import shared
from fp_build.doors.fingerprints import of_folder
from fp_build.doors.safe_pickle import loads
from fp_build.judging.desk import Lectern
from fp_build.judging.study import Studied, study_folder
from fp_build.reading.workspace import Folder

WORTH_SHARING: Final = 50
"""So many folders take longer than it does to start another process."""

_OURS: Final = ("fp_build.words.", "fp_build.reading.", "fp_build.judging.")


class Studies:
    """The studies of one build. ``way`` tells everything that they depend on besides the folder:
    the program, the vocabularies, limits and addresses on the lectern."""

    def __init__(self, cache: Cache, way: str) -> None:
        self._cache = cache
        self._way = way
        self.digests: Mapping[str, bytes] = {}
        """The fingerprint of each folder that was studied, by its name."""
        self.remembered = 0
        """How many folders did not have to be studied again."""

    def __call__(self, folders: Sequence[Folder], lectern: Lectern) -> Iterator[Studied]:
        """What is found in each folder, in their order."""
        told = shared(folders, partial(self._studied, lectern), least=WORTH_SHARING)
        names = (folder.name for folder in folders)
        self.digests = {name: digest for name, (digest, *_) in zip(names, told, strict=True)}
        for folder, (_, known, data) in zip(folders, told, strict=True):
            found = _read(data)
            self.remembered += known and found is not None
            record, findings = found or study_folder(folder, lectern)
            yield record.lying_in(folder) if record else None, findings

    def _studied(self, lectern: Lectern, folder: Folder) -> tuple[bytes, bool, bytes]:
        digest = of_folder(folder)
        key = self._cache.key("study", self._way, folder.path, digest)
        data = self._cache.get(key)
        if data is not None:
            return digest, True, data
        data = pickle.dumps(study_folder(folder, lectern), pickle.HIGHEST_PROTOCOL)
        self._cache.put(key, data)
        return digest, False, data


def _read(data: bytes) -> Studied | None:
    return cast(Studied | None, loads(data, tuple, *_OURS))
