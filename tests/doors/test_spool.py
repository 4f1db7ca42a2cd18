"""What is put aside on disk."""

from __future__ import annotations

import pytest

from fp_build.doors.spool import Spool


def test_what_was_put_aside_is_given_back_in_any_order() -> None:
    spool = Spool()
    first, nothing = spool.put(b"first"), spool.put(b"")
    assert spool.get(first) == b"first"
    second = spool.put(b"second")
    assert [spool.get(piece) for piece in (second, first, nothing)] == [b"second", b"first", b""]
    spool.close()
    with pytest.raises(ValueError, match="closed"):
        spool.get(first)
