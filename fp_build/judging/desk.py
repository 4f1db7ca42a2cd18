"""What a rule may consult besides the record it judges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from fp_build.judging.folders import may_say
from fp_build.judging.record import Record
from fp_build.reading.manuscript import Manuscript
from fp_build.reading.outline import Mark
from fp_build.reading.picture_file import PictureFile, read_picture
from fp_build.reading.source import Limits
from fp_build.reading.vocabulary import Vocabularies
from fp_build.reading.workspace import Folder
from fp_build.words.languages import Language


class Shelf(Mapping[str, Record | None]):
    """All records of a catalogue by slug, each read when first asked for if it is not ``known``.

    A folder that gives no record stands here as ``None``: it exists, and a link to it is not at
    fault, but nothing more is known of it.
    """

    def __init__(
        self,
        folders: Mapping[str, Folder],
        read: Callable[[Folder], Record | None],
        known: Mapping[str, Record | None],
    ) -> None:
        self._folders = folders
        self._read = read
        self._known = dict(known)

    def __getitem__(self, slug: str) -> Record | None:
        if slug not in self._known:
            self._known[slug] = self._read(self._folders[slug])
        return self._known[slug]

    def __contains__(self, slug: object) -> bool:
        return slug in self._folders

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)

    def formerly(self, former: str) -> Sequence[str]:
        """The records that say they had an address. Where not all are known, those whose files do
        not hold it need not be read."""
        if len(self._known) == len(self._folders):
            return self._by_former_slug.get(former, ())
        wanted = [s for s, f in self._folders.items() if s in self._known or may_say(f, former)]
        return [s for s in wanted if (record := self[s]) and former in record.brief.redirect_from]

    @cached_property
    def _by_former_slug(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for slug, record in self.items():
            for former in record.brief.redirect_from if record else ():
                found.setdefault(former, []).append(slug)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Lectern:
    """What a rule may consult that judges a record by itself: nothing here changes from record to
    record or from day to day, so that what it finds is true as long as the record is the same."""

    vocabularies: Vocabularies
    limits: Limits
    role_addresses: frozenset[str] = frozenset()
    """The e-mail addresses that the operator has set, which are no person's, as
    :func:`same_mailbox` compares them."""
    _headings: dict[Manuscript, list[tuple[Mark, str | None]]] = field(default_factory=dict)

    _anchors: dict[tuple[str, Language], frozenset[str]] = field(default_factory=dict)
    _combinations: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def headings(self, manuscript: Manuscript) -> Sequence[tuple[Mark, str | None]]:
        """The level-two headings, with the id of the section that each opens, if it opens one.
        Several rules ask for them."""
        found = self._headings.get(manuscript)
        if found is None:
            if len(self._headings) > _AT_HAND:
                self._headings.clear()
            section_of = self.vocabularies["sections"].by_words
            found = self._headings[manuscript] = [
                (heading, section_of(heading.text))
                for heading in manuscript.outline.of_kind("heading")
                if heading.level == 2
            ]
        return found

    def sections(self, manuscript: Manuscript) -> Sequence[tuple[Mark, str]]:
        """The headings that open a section, with its id."""
        return [(h, section) for h, section in self.headings(manuscript) if section]

    def anchors(self, record: Record, language: Language) -> frozenset[str]:
        """The sections of a record's text, as ``[…](case:slug#id)`` names them. They are kept: many
        records may lead to one, and most have the same sections as others."""
        key = record.slug, language
        found = self._anchors.get(key)
        if found is None:
            titles = record.text(language).outline.titles(2)
            sections = map(self.vocabularies["sections"].by_words, titles)
            found = frozenset(filter(None, sections))
            found = self._anchors[key] = self._combinations.setdefault(found, found)
        return found


_AT_HAND: Final = 16
"""Of how many texts the headings are kept: those of the record that is judged, and of some that it
leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Lectern):
    """The vocabularies, the other records, the day of the build and the limits."""

    shelf: Shelf
    today: dt.date
    _pictures: dict[str, PictureFile | None] = field(default_factory=dict)

    def pictures(self, record: Record) -> Iterator[tuple[int, str, PictureFile | None]]:
        """The pictures that a record describes and that lie in its folder: the number of each under
        ``media``, its name, and what its file says, or ``None`` for no whole picture. Several rules
        ask for them. One that is too heavy is not read: that is reported."""
        for index, medium in enumerate(record.facts.media):
            entry = record.folder.entries.get(medium.file)
            if entry is None or entry.kind != "file" or entry.size > self.limits.picture_bytes:
                continue
            if entry.path not in self._pictures:
                try:
                    self._pictures[entry.path] = read_picture(entry.read())
                except OSError:  # it has vanished since the folder was looked at
                    continue
            yield index, medium.file, self._pictures[entry.path]
