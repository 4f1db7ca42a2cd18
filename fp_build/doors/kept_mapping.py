"""A large mapping of which each build changes little: the whole is kept, and beside it what has
changed since, so that a small change writes a small file."""

from __future__ import annotations

import os
import pickle
from collections.abc import Mapping
from typing import Final, Generic, TypeVar

from fp_build.doors.cache import Cache
from fp_build.doors.safe_pickle import loads

Value = TypeVar("Value")

_SEAL: Final = 16
_SHARE: Final = 16
"""Where more than this part of it has changed, the whole is kept anew."""


class KeptMapping(Generic[Value]):
    """The mapping that is kept under a ``key``. ``named`` says what its values may be made of:
    classes, and beginnings of names of modules (``fp_build.words.``) with all classes therein."""

    def __init__(self, cache: Cache, key: str, *named: type | str) -> None:
        self._cache = cache
        self._key = key
        self._later = cache.key("changes", key)
        self._seal: bytes
        """Tells which whole some changes follow."""
        self._whole: dict[str, Value]
        self._seal, self._whole = loads(cache.get(key), tuple, *named) or (b"", {})
        changes = loads(cache.get(self._later), tuple, *named)
        seal, changed, gone = changes or (b"", {}, ())
        self.before: dict[str, Value] = {}
        """What an earlier build has left."""
        if seal == self._seal:
            self.before = {k: v for k, v in {**self._whole, **changed}.items() if k not in gone}
        else:  # what has changed since is not known: all that is used of it is looked at again
            self.before = dict(self._whole)

    def note(self, now: Mapping[str, Value]) -> None:
        """Keep it as it is now."""
        if _are_same(now, self.before):
            return
        whole = self._whole
        changed = {key: value for key, value in now.items() if whole.get(key) is not value}
        gone = tuple(whole.keys() - now.keys())
        if (len(changed) + len(gone)) * _SHARE > len(whole):
            self._whole, self._seal = dict(now), os.urandom(_SEAL)
            data = pickle.dumps((self._seal, self._whole), pickle.HIGHEST_PROTOCOL)
            self._cache.put(self._key, data)
            changed, gone = {}, ()
        later = pickle.dumps((self._seal, changed, gone), pickle.HIGHEST_PROTOCOL)
        self._cache.put(self._later, later)
        self.before = dict(now)


def _are_same(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """True where both hold the very same values under the same keys."""
    return len(one) == len(other) and all(other.get(key) is value for key, value in one.items())
