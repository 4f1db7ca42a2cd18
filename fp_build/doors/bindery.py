"""Makes the pages of the catalogue and writes them into the site, or takes those that were kept.

Pages that are to be made are shared out over processes: each makes its part, and answers what is to
be known of it. No process holds more than one page at a time. What a page names, and what can be
named in it, is read where it is made: whoever looks at the whole site needs not read it again.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

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
        self.render = render
        self.witness = witness
        self.kept = kept
        self.frame = frame
        self._reader = reader
        self._searched = searched
        self._there = there
        self._laid = dict(standing(site))  # by the host; what is ours takes its place
        self.pages: dict[str, KeptPage] = {}
        """The pages that have been written, by file."""
        self._asked = Asked()  # by those that were made
        self._own = Asked()  # by those that this process has made
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
        around = self.frame.digest(file, order.language)
        target = f"{self._site}/{file}"
        if file in self._laid:
            os.unlink(target)
        page = self.kept.standing(file, around, self._there.get(file))
        if page is not None:
            self.standing.add(file)
        else:
            page = self.kept.take(file, around, target)
        if page is not None:
            self.pages[file] = page
        return page is not None

    def sought(self, orders: Iterable[PageOrder]) -> Iterator[tuple[str, bytes]]:
        """What is searched of pages that have been written, packed; each with its file."""
        for order in orders:
            content = self.pages[order.file].sought
            if content:
                yield order.file, self.kept.sought(content) or self._made_again(order)

    def note(self) -> None:
        """Remember the pages for the next build, while this one goes on."""
        self.kept.note(self.pages, self._asked)
        self._asked = self._own = Asked()  # it stands in the ledger now, in a tenth of the space

    def _make(self, order: PageOrder) -> _Made:
        target = f"{self._site}/{order.file}"
        with self.witness.listening() as asked:
            made = order.make(self.render)
            sought = made.sought() if self._searched else None
        data = self.frame.fill(made).encode()
        _write(target, data)
        packet = packed(sought) if sought else b""
        around = self.frame.digest(order.file, order.language)
        page = self.kept.keep(around, data, target, packet)
        reading = self._reader(order.file, data) if page.size == len(data) else None
        return _Made(page, os.getpid(), self._own.told(asked), reading)

    def _made_again(self, order: PageOrder) -> bytes:
        """What is searched of a page, where it could not be kept."""
        sought = order.make(self.render).sought()
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
