"""Bytes put aside on disk: what a build needs again, and should not hold in its memory."""

from __future__ import annotations

import tempfile

Piece = tuple[int, int]
"""Where something was put: its place and its size."""


class Spool:
    """A file without a name, gone when it is closed."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 – ``close`` closes it
        self._end = 0

    def put(self, data: bytes) -> Piece:
        """Put something aside; answers where it is."""
        piece = self._end, len(data)
        self._file.seek(self._end)
        self._end += self._file.write(data)
        return piece

    def get(self, piece: Piece) -> bytes:
        """What was put there."""
        self._file.seek(piece[0])
        return self._file.read(piece[1])

    def close(self) -> None:
        """Forget everything."""
        self._file.close()
