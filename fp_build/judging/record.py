"""A record as it was judged: its facts, typed, and its words in each language."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple

from fp_build.judging.happenings import Happening, happenings
from fp_build.judging.models import Call, Event, Facts, Project, Translation
from fp_build.judging.replies import Reply
from fp_build.reading.manuscript import Manuscript
from fp_build.reading.workspace import Folder
from fp_build.words.dates import PartialDate
from fp_build.words.languages import LANGUAGES, Language, other
from fp_build.words.text import fingerprint, in_a_list

TranslationState = Literal["original", "draft", "machine", "reviewed", "missing", "outdated"]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What a record says in one language."""

    title: str
    summary: str
    reasons: Mapping[str, str]
    """Why a criterion is answered so, or why a source is thought to match, by id."""
    indicators: Mapping[str, tuple[str, str]]
    """Name and unit of each indicator, by id."""
    alternatives: Mapping[str, str]
    """The text alternative of each picture, by id."""
    labels: Mapping[str, str]
    """What each link is called, by address."""
    question: str = ""
    """What a call asks."""
    place: str = ""
    """Where an event is."""


class Brief(NamedTuple):
    """What others ask of a record without opening it: the catalogue that puts it in its place, and
    the records beside it."""

    status: str | None
    sound: bool
    in_order: tuple[str, ...]
    """For each language the title that its readers see, as :func:`in_a_list` has it."""
    media: tuple[str, ...]
    """The names of its pictures."""
    redirect_from: tuple[str, ...]
    related: tuple[str, ...]
    replaces: tuple[str, ...]
    call: str | None
    """The call for ideas that a project came from."""
    lead: str | None
    partners: tuple[tuple[str, str | None], ...]
    """The organisations that take part, each with its type."""
    answers: tuple[tuple[str, str], ...] | None
    """Its answers to the criteria of a change; ``None`` where it is not asked for any."""
    verified_on: PartialDate | None
    territories: tuple[str, ...]
    dated: tuple[Happening, ...]
    texts: bytes
    """SHA-256 of its files of text, whole, line ends aside."""


@dataclass(frozen=True, eq=False)
class Record:
    """One record, in one language or two.

    Pickled, it leaves its folder behind, and with it what can be worked out or read again: see
    :meth:`lying_in`.
    """

    slug: str
    folder: Folder
    language: Language
    """The language of the facts' file, in which the record was written."""
    facts: Facts
    manuscripts: Mapping[Language, Manuscript]
    translation: Translation | None
    replies: tuple[Reply, ...]
    """What readers wrote, the oldest first."""
    sound: bool
    """False where an error was found in reading or typing it."""
    lost_keys: frozenset[str]
    """The top-level keys of the facts' file of which something was at fault and left out: it has
    been reported, and what depends on it is not to be reported as well."""

    def __reduce__(self) -> tuple[Any, ...]:
        worked_out = self.__dict__.get("fingerprint")
        told = (
            self.slug, self.language, self.facts, self.manuscripts, self.translation, self.replies,
            self.sound, self.lost_keys,
        )  # fmt: skip
        return _unpickled, (worked_out, *told)

    def lying_in(self, folder: Folder) -> Record:
        """The record in a folder as it is now: its pictures are read there. Its texts stay those
        that were read, and their places name the folder that they were read in."""
        here = object.__new__(Record)
        here.__dict__.update(self.__dict__, folder=folder)
        return here

    def release(self) -> None:
        """Let go what can be worked out or read again of the texts, the larger part of a record."""
        for manuscript in self.bodies:
            manuscript.release()

    def put_back(self) -> None:
        """The texts are not needed any more."""
        self.release()

    @cached_property
    def brief(self) -> Brief:
        """The record in brief."""
        facts = self.facts
        titles = (self.words[self.text_language(language)].title for language in LANGUAGES)
        return Brief(
            facts.status,
            self.sound,
            tuple(map(in_a_list, titles)),
            tuple(medium.file for medium in facts.media),
            facts.redirect_from,
            facts.related,
            facts.replaces,
            facts.call if isinstance(facts, Project) else None,
            facts.lead,
            tuple((partner.organisation, partner.type) for partner in facts.partners),
            tuple((name, criterion.answer) for name, criterion in facts.criteria.items())
            if facts.criteria or isinstance(facts, Project)
            else None,
            facts.verified_on,
            facts.territories,
            tuple(happenings(self.slug, facts)),
            _digest_of_texts(self.manuscripts),
        )

    @cached_property
    def words(self) -> Mapping[Language, Words]:
        """What the record says, in its own language and in that of its translation."""
        own = words_of_facts(self.facts, self.slug)
        if self.translation is None:
            return {self.language: own}
        return {
            self.language: own,
            other(self.language): words_of_translation(self.translation, own),
        }

    @property
    def source(self) -> Manuscript:
        """The file that holds the facts."""
        return self.manuscripts[self.language]

    @property
    def translated(self) -> Manuscript | None:
        """The file of the other language, if there is one."""
        return self.manuscripts.get(other(self.language))

    def text(self, language: Language) -> Manuscript:
        """The file whose text a reader of that language is given."""
        return self.manuscripts[self.text_language(language)]

    @property
    def bodies(self) -> Iterator[Manuscript]:
        """Every text that stands on the record's page: its own, and what readers replied."""
        yield from self.manuscripts.values()
        for reply in self.replies:
            yield reply.manuscript

    @property
    def named(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The records that the facts name, by slug, each with its path in the front matter."""
        for key in ("related", "replaces"):
            for index, slug in enumerate(getattr(self.facts, key)):
                yield (key, index), slug
        if isinstance(self.facts, Project) and self.facts.call is not None:
            yield ("call",), self.facts.call

    @property
    def is_draft(self) -> bool:
        """True while the record is judged for form and safety only."""
        return self.brief.status in (None, "draft")

    @property
    def is_public(self) -> bool:
        """True where readers see the record."""
        return self.brief.status in ("published", "archived")

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the translatable text of the source, in the order of the model."""
        return fingerprint(self._translatable())

    def _translatable(self) -> Iterator[str]:
        words = self.words[self.language]
        yield words.title
        yield words.summary
        for mapping in (words.reasons, words.alternatives, words.labels):
            for key, text in mapping.items():
                yield key
                yield text
        for key, (name, unit) in words.indicators.items():
            yield from (key, name, unit)
        yield from filter(None, (words.question, words.place))
        yield self.source.outline.body

    def read_through(
        self, means: Callable[[Mapping[Language, Manuscript]], Mapping[Language, Manuscript]]
    ) -> Record:
        """The same record, its texts read by other means."""

        def fetched(part: str) -> Mapping[str, Any]:
            if part != TEXTS:
                return self._but_texts()
            texts = {TEXTS: means(self.manuscripts)}
            self.put_back()  # they are at hand twice otherwise
            return texts

        return ShelvedRecord(self.slug, self.folder, self.brief, fetched)

    def _but_texts(self) -> Mapping[str, Any]:
        """All but the texts. What follows from them and is more than they say is worked out now:
        the state of the translation."""
        known = {"words": self.words, "_state": self._state, **self.__dict__}
        return {name: value for name, value in known.items() if name not in (TEXTS, "fingerprint")}

    def state(self, language: Language) -> TranslationState:
        """The state of the record's text in a language."""
        return "original" if language == self.language else self._state

    @cached_property
    def _state(self) -> TranslationState:
        """The state of the translation."""
        if self.translation is None:
            return "missing"
        note = self.translation.translation
        if note is None:
            return "draft"
        if note.source_hash is not None and note.source_hash != self.fingerprint:
            return "outdated"
        return note.state

    def text_language(self, language: Language) -> Language:
        """The language in which a reader of that language is given the text."""
        return language if self.translation is not None else self.language


class ShelvedRecord(Record):
    """A record of which the brief is at hand; all else is fetched when somebody asks for it. The
    texts can be put back: facts are asked for by many pages, texts by few."""

    def __init__(
        self, slug: str, folder: Folder, brief: Brief, fetch: Callable[[str], Mapping[str, Any]]
    ) -> None:
        """``fetch`` brings that part of the record, and whatever comes with it."""
        at_hand = {"slug": slug, "folder": folder, "brief": brief, "sound": brief.sound}
        self.__dict__.update(at_hand, _fetch=fetch)

    def __getattr__(self, name: str) -> Any:
        if name not in _FETCHED:
            raise AttributeError(name)
        self.__dict__.update({**self.__dict__["_fetch"](name), **self.__dict__})
        return self.__dict__[name]

    def release(self) -> None:
        """As any record does, where it was opened."""
        if TEXTS in self.__dict__:
            super().release()

    def put_back(self) -> None:
        """Put the texts back on the shelf."""
        self.__dict__.pop(TEXTS, None)


TEXTS: Final = "manuscripts"
"""The part of a record that can be put back."""

_AT_HAND: Final = frozenset({"slug", "folder", "brief", "sound", "_fetch"})
_FETCHED: Final = frozenset(Record.__dataclass_fields__) - _AT_HAND

_NOWHERE: Final = Folder("", "", dict)


def _digest_of_texts(manuscripts: Mapping[Language, Manuscript]) -> bytes:
    whole = hashlib.sha256()
    for language, manuscript in sorted(manuscripts.items()):
        text = manuscript.source.text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")
        whole.update(f"{language}\0{len(text)}\0".encode() + text)
    return whole.digest()


def _unpickled(fingerprint: str | None, slug: str, *told: Any) -> Record:
    record = Record(slug, _NOWHERE, *told)
    if fingerprint is not None:
        record.__dict__["fingerprint"] = fingerprint
    return record


def words_of_facts(facts: Facts, slug: str) -> Words:
    """The words that the facts' file itself holds; a draft without a title goes by its slug."""
    reasons = {key: c.reason for key, c in facts.criteria.items() if c.reason}
    reasons |= {s.id: s.reason for s in facts.sources if s.reason}
    return Words(
        title=facts.title or slug,
        summary=facts.summary or "",
        reasons=reasons,
        indicators={i.id: (i.name, i.unit or "") for i in facts.indicators},
        alternatives={m.id: m.alt for m in facts.media if m.alt},
        labels={link.url: link.label for link in facts.links},
        question=(facts.question or "") if isinstance(facts, Call) else "",
        place=(facts.place or "") if isinstance(facts, Event) else "",
    )


def words_of_translation(translation: Translation, source: Words) -> Words:
    """The words of a translation. What it leaves out stays as the source has it."""
    indicators = {
        key: (words.name, words.unit or source.indicators[key][1])
        for key, words in translation.indicators.items()
        if key in source.indicators
    }
    return Words(
        title=translation.title or source.title,
        summary=translation.summary or source.summary,
        reasons={**source.reasons, **translation.reasons},
        indicators={**source.indicators, **indicators},
        alternatives={**source.alternatives, **translation.alt},
        labels={**source.labels, **translation.labels},
        question=translation.question or source.question,
        place=translation.place or source.place,
    )
