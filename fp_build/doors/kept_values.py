"""Values read from files that seldom change, such as the vocabularies: read once, and remembered
under what they were read from."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import TypeVar

from fp_build.doors.cache import Cache
from fp_build.doors.fingerprints import of_program, of_values
from fp_build.doors.safe_pickle import loads

Value = TypeVar("Value")


def remembered(
    cache: Cache,
    causes: tuple[object, ...],
    make: Callable[[], Value],
    kind: type[Value],
    *named: type | str,
) -> Value:
    """What ``make`` gives, or gave in an earlier build: it follows from the program and these
    ``causes``, whose ``repr`` says all there is to them. ``named`` are the classes that it is made
    of, or what the modules begin with that hold them."""
    key = cache.key("value", of_values(of_program(), *causes))
    value = loads(cache.get(key), kind, *named)
    if value is None:
        value = make()
        cache.put(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    return value
