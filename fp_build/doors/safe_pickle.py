"""Values read back from a cache: no file of values runs code, whoever has put it there.

Only values named in advance come back: ours, which do nothing when they are made. (Templates that
were compiled are code; see :mod:`fp_build.doors.compiled`.)
"""

from __future__ import annotations

import io
import pickle
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, TypeVar

Value = TypeVar("Value")

_ELSEWHERE: Final = frozenset({("decimal", "Decimal"), ("datetime", "date")})


def loads(data: bytes | None, kind: type[Value], *named: type | str) -> Value | None:
    """The value of that kind that was pickled; nothing where there is none. ``named`` says
    what it may be made of: classes, and beginnings of names of modules (``fp_build.words.``) with
    all classes therein."""
    if data is None:
        return None
    try:
        found = _Unpickler(data, named).load()
    except Exception:  # whatever strange bytes make it stumble over
        return None
    return found if isinstance(found, kind) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, named: tuple[type | str, ...]) -> None:
        super().__init__(io.BytesIO(data))
        self._named = named

    def find_class(self, module: str, name: str) -> Any:
        return _found(self._named, module, name)


@lru_cache
def _found(named: tuple[type | str, ...], module: str, name: str) -> Any:
    for known in named:
        if isinstance(known, type):
            if (known.__module__, known.__qualname__) == (module, name):
                return known
        elif module.startswith(known) and "." not in name:
            found = getattr(import_module(module), name)
            if getattr(found, "__module__", None) == module:  # and not what the module imports
                return found
    if (module, name) in _ELSEWHERE:
        return getattr(import_module(module), name)
    raise pickle.UnpicklingError(f"{module}.{name}")
