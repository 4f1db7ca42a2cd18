"""Makes the pages of the catalogue and writes them into the site, or takes those that were kept.

Pages that are to be made are shared out over processes: each makes its part, and answers what is to
be known of it. No process holds more than one page at a time. What a page names, and what can be
named in it, is read where it is made: whoever looks at the whole site needs not read it again.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

from fp_build.arranging.catalogue import Question
from fp_build.arranging.ledger import Asked, Told
from fp_build.arranging.witness import Witness
from fp_build.doors.crew import shared
from fp_build.doors.kept_pages import KeptPage, KeptPages
from fp_build.doors.spare import Standing, standing
from fp_build.publishing.page_links import PageReader, Reading
from fp_build.publishing.pages import PageOrder, Render
from fp_build.publishing.search_text import packed
from fp_build.publishing.site_page import SitePage
from fp_build.words.languages import Language

WORTH_SHARING: Final = 100
"""So many pages take longer than it does to start another process."""


_NOTHING: Final[Mapping[str, Standing]] = MappingProxyType({})


class Frame(Protocol):
    """What stands around the pages of the catalogue."""

    def digest(self, file: str, language: Language) -> bytes:
        """A digest of what stands around that page, but for what the page itself says."""

    def fill(self, page: SitePage) -> str:
        """The whole page."""


class _Made(NamedTuple):
    page: KeptPage
    maker: int
    """The number of the process."""
    told: Told
    reading: Reading | None


class Bindery:
    """One build's means to write pages, and its ``reader`` of those that it makes. ``searched``
    says whether what is searched of them is asked for; ``there`` are the files that stand already
    where the site will be."""

    def __init__(
        self,
        site: Path,
        render: Render,
        witness: Witness,
        kept: KeptPages,
        frame: Frame,
        reader: PageReader,
        *,
        searched: bool,
        there: Mapping[str, Standing] = _NOTHING,
    ) -> None:
        self._site = os.fspath(site)
        self._render = render
        self._witness = self._first = witness
        self._kept = kept
        self._frame = frame
        self._reader = reader
        self._searched = searched
        self._there = there
        self._laid = dict(standing(site))  # by the host; what is ours takes its place
        self.pages: dict[str, KeptPage] = {}
        """The pages that have been written, by file."""
        self._asked = Asked()  # by those that were made
        self._own = Asked()  # by those that this process has made
        self._told: dict[str, tuple[tuple[Question, ...], bytes]] = {}
        """While the site is served: what pages have asked, and a digest of what they were told.
        What those asked that have not been looked at since is in the ledger, and the first witness
        still has the answers."""
        self.readings: dict[str, Reading] = {}
        """What was read of those that were made anew, and stand on the disk in their full size."""
        self.taken = 0
        """How many of them were kept from an earlier build."""
        self.standing: set[str] = set()
        """Those that stand in the spare, and were not written into the site."""

    def write(self, orders: Sequence[PageOrder], tell: Callable[[int], None]) -> None:
        """Write every page that is ordered; ``tell`` hears how many are done."""
        new = [order for order in orders if not self._take(order)]
        taken = len(orders) - len(new)
        self.taken += taken
        self._own = Asked()
        made = shared(new, self._make, least=WORTH_SHARING, tell=lambda done: tell(taken + done))
        ours = self._numbers_of(made)
        for order, one in zip(new, made, strict=True):
            self.pages[order.file] = one.page
            numbers = map(ours[one.maker].__getitem__, one.told.numbers)
            self._asked.by_page[order.file] = tuple(numbers)
            if one.reading is not None:
                self.readings[order.file] = one.reading

    def _numbers_of(self, made: Iterable[_Made]) -> Mapping[int, Mapping[int, int]]:
        """For each maker its numbers of questions, each with ours."""
        ours = defaultdict[int, dict[int, int]](dict)
        for one in made:
            numbers = self._asked.numbers(one.told.new.values())
            ours[one.maker].update(zip(one.told.new, numbers, strict=True))
        return ours

    def _take(self, order: PageOrder) -> bool:
        """Leave a page that stands in the spare as it should, else lay it as it was kept; answers
        whether there is one. Another process would cost more than it brings."""
        file = order.file
        around = self._frame.digest(file, order.language)
        target = f"{self._site}/{file}"
        if file in self._laid:
            os.unlink(target)
        page = self._kept.standing(file, around, self._there.get(file))
        if page is not None:
            self.standing.add(file)
        else:
            page = self._kept.take(file, around, target)
        if page is not None:
            self.pages[file] = page
        return page is not None

    def sought(self, orders: Iterable[PageOrder]) -> Iterator[tuple[str, bytes]]:
        """What is searched of pages that have been written, packed; each with its file."""
        for order in orders:
            content = self.pages[order.file].sought
            if content:
                yield order.file, self._kept.sought(content) or self._made_again(order)

    def note(self) -> None:
        """Remember the pages for the next build, while this one goes on."""
        self._kept.note(self.pages, self._asked)
        self._asked = self._own = Asked()  # it stands in the ledger now, in a tenth of the space

    def close(self) -> None:
        """Wait until they are remembered."""
        self._kept.close()

    def renewed(self, witness: Witness) -> Bindery:
        """The same for another catalogue, to :meth:`renew` its pages."""
        bindery = copy(self)
        bindery._witness = witness
        return bindery

    def renew(self, order: PageOrder) -> bytes | None:
        """A page of a site that is being served, made anew where it is no longer right; nothing
        where it is."""
        around = self._frame.digest(order.file, order.language)
        file, known = order.file, self.pages.get(order.file)
        if known is not None and known.frame == around:
            if file not in self._told:
                questions = self._kept.asked(file)
                self._told[file] = questions, self._first.answered(questions)
            questions, answers = self._told[file]
            if self._witness.answered(questions) == answers:
                return None
        with self._witness.listening() as heard:
            data = self._frame.fill(order.make(self._render)).encode()
        questions = tuple(heard)
        self._told[file] = questions, self._witness.answered(questions)
        self.pages[file] = KeptPage(around, "", len(data), 0, 0, "")
        return data

    def _make(self, order: PageOrder) -> _Made:
        target = f"{self._site}/{order.file}"
        with self._witness.listening() as asked:
            made = order.make(self._render)
            sought = made.sought() if self._searched else None
        data = self._frame.fill(made).encode()
        _write(target, data)
        packet = packed(sought) if sought else b""
        around = self._frame.digest(order.file, order.language)
        page = self._kept.keep(around, data, target, packet)
        reading = self._reader(order.file, data) if page.size == len(data) else None
        return _Made(page, os.getpid(), self._own.told(asked), reading)

    def _made_again(self, order: PageOrder) -> bytes:
        """What is searched of a page, where it could not be kept."""
        sought = order.make(self._render).sought()
        assert sought is not None
        return packed(sought)


def _write(path: str, data: bytes) -> None:
    """Write a page. Nearly each has a folder of its own, beside others that stand already."""
    folder = os.path.dirname(path)
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)
