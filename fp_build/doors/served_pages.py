"""The pages of the catalogue while the site is served: made anew where they are no longer right.

The build that wrote them has noted in the ledger what each asked, and its witness still has the
answers. Of a page that has been looked at since, this keeps both.
"""

from __future__ import annotations

from collections.abc import Collection

from fp_build.arranging.catalogue import Question
from fp_build.arranging.witness import Witness
from fp_build.doors.bindery import Bindery
from fp_build.publishing.pages import PageOrder


class ServedPages:
    """Those that a ``bindery`` has written, and their like in later catalogues."""

    def __init__(self, bindery: Bindery) -> None:
        self._frame = bindery.frame
        self._render = bindery.render
        self._kept = bindery.kept
        self._first = self._witness = bindery.witness
        self._frames = {file: page.frame for file, page in bindery.pages.items()}
        """What stood around each page when it was made."""
        self._told: dict[str, tuple[tuple[Question, ...], bytes]] = {}
        """What a page that has been looked at asked, and a digest of what it was told."""

    def follow(self, witness: Witness) -> None:
        """Hold pages against another catalogue from now on."""
        self._witness = witness

    def drop_all_but(self, files: Collection[str]) -> list[str]:
        """Forget the pages that are no longer ordered; answers which."""
        gone = [file for file in self._frames if file not in files]
        for file in gone:
            del self._frames[file]
        return gone

    def made_anew(self, order: PageOrder) -> bytes | None:
        """The page that is ordered, made anew; nothing where it is right as it stands."""
        file, around = order.file, self._frame.digest(order.file, order.language)
        if self._frames.get(file) == around and self._is_right(file):
            return None
        with self._witness.listening() as heard:
            data = self._frame.fill(order.make(self._render)).encode()
        questions = tuple(heard)
        self._told[file] = questions, self._witness.answered(questions)
        self._frames[file] = around
        return data

    def _is_right(self, file: str) -> bool:
        if file not in self._told:
            questions = self._kept.asked(file)
            self._told[file] = questions, self._first.answered(questions)
        questions, answers = self._told[file]
        return self._witness.answered(questions) == answers
