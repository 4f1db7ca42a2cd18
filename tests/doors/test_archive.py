"""Several files as one."""

from __future__ import annotations

from fp_build.doors.archive import packed, unpacked


def test_files_come_out_as_they_went_in() -> None:
    parts = [("b/é.json", b"{}\n"), ("a", b""), ("c", bytes(range(256)))]
    assert list(unpacked(packed(parts))) == parts
    assert list(unpacked(packed([]))) == []


def test_order_and_names_are_part_of_it() -> None:
    one, other = ("a", b"12"), ("b", b"3")
    assert (
        len({packed([one, other]), packed([other, one]), packed([("a", b"1"), ("b", b"23")])}) == 3
    )
