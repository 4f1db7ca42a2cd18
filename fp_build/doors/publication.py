"""How a build becomes the published site: whose turn it is, which folder it is built in, and the
exchange of that for the one that readers see. Whatever ends before leaves what they see alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from fp_build.doors.spare import Spare, Standing
from fp_build.doors.staging import Staging, sweep
from fp_build.doors.turn import Turn


class Publication:
    """Of one build, into the folder ``target``."""

    def __init__(self, target: Path) -> None:
        self.target = Path(os.path.realpath(target))
        """Where a link leads; it is not the link that is exchanged."""
        self.spare: Spare | None = None
        """What of the site before last may stay as it stands."""
        self._turn: Turn | None = None
        self._staging: Staging | None = None

    def take_turn(self, patience: float, say: Callable[[], None]) -> bool:
        """Wait for so many seconds until no other build is at work on the site; False where one
        still is. ``say`` is called once, where it takes a while."""
        turn = Turn(self.target)
        if not turn.take(patience, say):
            return False
        self._turn = turn
        return True

    @property
    def _is_alone(self) -> bool:
        """True where no other build can be at work on the site."""
        return self._turn is not None and self._turn.is_alone

    def sweep(self) -> None:
        """Remove what builds have left that were killed."""
        sweep(self.target, alone=self._is_alone)

    def take_spare(self, folder: Path) -> None:
        """Bring the site before last up to date, which lies in that folder, instead of beginning
        anew."""
        self.spare = Spare(folder, self.target, alone=self._is_alone)

    def begin(self) -> Path:
        """The folder to build in."""
        self._staging = Staging(self.target, self.spare)
        return self._staging.folder

    @property
    def is_begun(self) -> bool:
        """True where there is something that may be published."""
        return self._staging is not None

    def complete(self, unbuilt: Collection[str]) -> Mapping[str, Standing]:
        """Put what was built in the place of what readers see. ``unbuilt`` are the files that were
        left as they stand in the spare. Answers all files that there are now."""
        assert self._staging is not None
        files = self._staging.publish(unbuilt)
        self._staging = None
        return files

    def give_up(self) -> None:
        """Leave nothing behind but what readers see."""
        if self._staging is not None:
            self._staging.discard()
            self._staging = None
        elif self.spare is not None:
            self.spare.give_back()

    def give_turn(self) -> None:
        """Let another build have its turn."""
        if self._turn is not None:
            self._turn.give()
