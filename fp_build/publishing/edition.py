"""The catalogue as it is published in one language: its words, its links, its small parts.

Every text is typeset here, on its way to a page: titles and texts of records by ``said``, words of
vocabularies by ``of`` and ``label``, dates by ``spoken``. Data, order and fingerprints are made
from what authors typed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Protocol, TypeVar
from urllib.parse import quote, urlencode

from fp_build.arranging.catalogue import Catalogue, Question
from fp_build.arranging.facets import FACETS
from fp_build.judging.models import Medium
from fp_build.judging.record import Record
from fp_build.publishing.covers import HEIGHT as COVER_HEIGHT
from fp_build.publishing.covers import NO_THEME, part_of, sheet_file
from fp_build.publishing.covers import WIDTH as COVER_WIDTH
from fp_build.publishing.interface import InterfaceWords
from fp_build.publishing.list_views import FacetView
from fp_build.publishing.moments import standing
from fp_build.publishing.outlines import Outlines
from fp_build.publishing.parts import Remember, anew
from fp_build.publishing.pictures import CARD_WIDTH, COVER_SIZES, USUAL_WIDTH, Pictures, Sizes
from fp_build.publishing.views import Card, CountedTerm, NamedLink, Picture, Said, TermLink
from fp_build.reading.vocabulary import Vocabulary
from fp_build.reading.vocabulary_forms import EDITORIAL
from fp_build.words.addresses import (
    Addresses,
    facet_file,
    list_file,
    medium_file,
    record_file,
    term_file,
)
from fp_build.words.dates import PartialDate
from fp_build.words.languages import Language, other
from fp_build.words.text import shortened
from fp_build.words.typography import typeset

SUMMARY: Final = 140
"""How many characters of a summary a card shows: as many as five lines of the narrowest hold."""

UNKNOWN: Final = "unknown"
"""The outcome of which nothing is known: the page of the record says so, its card says nothing."""

Made = TypeVar("Made")


class InBothLanguages(Protocol):
    """What can be said in either language, such as a term or its definition."""

    def of(self, language: Language) -> str:
        """As a speaker of that language says it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator says, or leaves unsaid."""

    edit_url: str = ""
    """Where a file of ``cases/`` is edited, with ``{path}`` in it."""
    report_url: str = ""
    """Where an issue is opened, to report an error or to reply, with ``{title}`` in it and
    ``{page}`` for its text."""
    texts: Mapping[str, Any] = field(default_factory=dict)
    """Publisher, host, contacts: a text, or one for each language."""
    pages: frozenset[str] = frozenset()
    """The editorial pages that stand in both languages, by the names of their files."""

    def of(self, name: str, language: Language) -> str:
        """A setting in that language; nothing where it is not set."""
        value = self.texts.get(name)
        return str(value.get(language, "") if isinstance(value, Mapping) else value or "")

    def issue_url(self, title: str, text: str) -> str:
        """Where an issue is opened that is begun already; nothing where none can be."""
        if not self.report_url:
            return ""
        return self.report_url.format(title=quote(title, safe=""), page=quote(text, safe=""))


@dataclass(frozen=True, eq=False)
class Edition:
    """The catalogue in one language."""

    language: Language
    catalogue: Catalogue
    words: InterfaceWords
    addresses: Addresses
    settings: Settings
    pictures: Pictures = field(default_factory=dict)
    """What was made of the pictures of records."""
    outlines: Outlines = field(default_factory=dict)
    """What départements look like."""
    remembered: Remember = anew
    """What remembers what cards say."""
    _made: dict[Hashable, tuple[Any, tuple[Question, ...]]] = field(
        default_factory=dict, repr=False
    )

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` answers, made when first asked for under that key. Whatever is derived from
        the catalogue and kept for other pages is kept here and nowhere else, so that one place can
        tell what a page was made from."""
        known = self._made.get(key)
        if known is None:
            with self.catalogue.listening() as asked:
                known = make(), tuple(asked)
            self._made[key] = known
        else:
            self.catalogue.hear_again(known[1])
        found: Made = known[0]
        return found

    def vocabulary(self, facet: str) -> Vocabulary:
        """The vocabulary of a facet's terms."""
        return self.catalogue.vocabularies[FACETS[facet]]

    def of(self, words: InBothLanguages) -> str:
        """A term, or its definition, in the language of the edition."""
        return typeset(words.of(self.language), self.language)

    def label(self, vocabulary: str, term: str) -> str:
        """The name of a term."""
        return self.of(self.catalogue.vocabularies[vocabulary][term])

    def said(self, text: str, language: Language) -> Said:
        """A text of that language, marked where it is not the page's."""
        return Said(typeset(text, language), "" if language == self.language else language)

    def spoken(self, date: PartialDate | None) -> str:
        """A date in words; nothing where there is none."""
        return typeset(date.spoken(self.language), self.language) if date else ""

    def language_of(self, record: Record, part: str, key: str = "") -> Language:
        """The language in which this edition gives a text of a record: what a translation leaves
        out stays in the record's own. ``part`` and ``key`` name the text as a translation does;
        ``unit`` is that of the indicator ``key``; one without letters, such as %, is of both."""
        translation = record.translation
        if translation is None or self.language == record.language:
            return record.text_language(self.language)
        if part == "unit":
            words = translation.indicators.get(key)
            unit = record.words[record.language].indicators[key][1]
            given = (words is not None and words.unit is not None) or not any(
                map(str.isalpha, unit)
            )
        else:
            texts = getattr(translation, part)
            given = key in texts if key else bool(texts)
        return self.language if given else record.language

    def text(self, record: Record, part: str) -> Said:
        """A text of a record as this edition gives it, such as its title, or one that only some
        kinds of records have. ``part`` names it as a translation does."""
        words = record.words[record.text_language(self.language)]
        return self.said(getattr(words, part), self.language_of(record, part))

    def alternative(self, record: Record, medium: Medium) -> Said:
        """What stands in the place of a picture for those who do not see it."""
        words = record.words[record.text_language(self.language)]
        text = words.alternatives.get(medium.id, "")
        return self.said(text, self.language_of(record, "alt", medium.id))

    def link(self, here: str, there: str) -> str:
        """The address of one file as another names it."""
        return self.addresses.between(here, there)

    def term(self, facet: str, term: str, here: str, note: str = "") -> TermLink:
        """A term of a facet, with the link to its page. It is not counted: a page that names a term
        does not change with each record that is found under it."""
        key = ("term", facet, term, here.count("/"), note)  # links of all files of a depth are one
        return self.once(key, lambda: TermLink(**self._named(facet, term, here), note=note))

    def counted(self, facet: str, term: str, here: str) -> CountedTerm:
        """A term of a facet, with the number of its records besides."""
        key = ("counted", facet, term, here.count("/"))
        return self.once(key, lambda: self._new_counted(facet, term, here))

    def _new_counted(self, facet: str, term: str, here: str) -> CountedTerm:
        count = len(self.catalogue.under(facet, term))
        return CountedTerm(
            **self._named(facet, term, here),
            count=count,
            number=self.words.number(count),
            count_text=self.words.count("records", count),
        )

    def _named(self, facet: str, term: str, here: str) -> dict[str, str]:
        known = self.vocabulary(facet)[term]
        return {
            "id": term,
            "label": self.of(known),
            "url": self.link(here, term_file(self.language, facet, term)),
            "definition": self.of(known.definition),
        }

    def terms(self, facet: str, terms: Iterable[str], here: str) -> tuple[TermLink, ...]:
        """Several terms, in the order given."""
        return tuple(self.term(facet, term, here) for term in terms)

    def all_counted(self, facet: str, terms: Iterable[str], here: str) -> tuple[CountedTerm, ...]:
        """Several terms with their numbers, in the order given."""
        return tuple(self.counted(facet, term, here) for term in terms)

    def facet(
        self, facet: str, here: str, current: str = "", *, most: int | None = None
    ) -> FacetView:
        """A facet with all its terms, or with at ``most`` so many that have records, those with
        most of them, and the ``current`` one."""
        key = ("facet", facet, here.count("/"), most)
        view = self.once(key, lambda: self._new_facet(facet, here, most))
        if not current:
            return view
        if any(term.id == current for term in view.terms):
            return replace(view, current=current)
        order = self.vocabulary(facet).order
        terms = (*view.terms, self.counted(facet, current, here))
        in_order = tuple(sorted(terms, key=lambda term: order[term.id]))
        return replace(view, terms=in_order, current=current)

    def _new_facet(self, facet: str, here: str, most: int | None) -> FacetView:
        about = self.catalogue.vocabularies["facets"][facet]
        if most is None:
            current = self.vocabulary(facet).current_terms
            terms = [term for term in self.vocabulary(facet) if term in current]
        else:
            terms = [*self.catalogue.most_found(facet, most)]
        return FacetView(
            id=facet,
            label=self.of(about),
            plural=self.of(about.plural),
            definition=self.of(about.definition),
            url=self.link(here, facet_file(self.language, facet)),
            terms=self.all_counted(facet, terms, here),
        )

    def facet_link(self, facet: str, here: str) -> NamedLink:
        """The page of a facet, by what its terms are called."""
        about = self.catalogue.vocabularies["facets"][facet]
        return NamedLink(
            self.link(here, facet_file(self.language, facet)), Said(self.of(about.plural))
        )

    def origin(self, source: str) -> tuple[str, NamedLink | None]:
        """Where a term comes from: in words, and the document if there is one; nothing for what
        the records themselves say."""
        if not source:
            return "", None
        if source == EDITORIAL:
            return self.words["term-editorial"], None
        return self.words["term-from"], self.document(source)

    def document(self, name: str) -> NamedLink:
        """A source document of the vocabulary; without an address where it has none."""
        document = self.catalogue.vocabularies["documents"][name]
        return NamedLink(document.url or "", Said(self.of(document)))

    def picture(self, record: Record, here: str) -> Picture:
        """The record's own first picture, else the cover drawn for its theme."""
        if record.facts.media:
            return self.medium(record, record.facts.media[0], here, COVER_SIZES)
        theme = record.facts.themes[0] if record.facts.themes else NO_THEME
        src = self.link(here, sheet_file(theme)) + part_of(record.slug)
        return Picture(src, Said(""), generated=True, width=COVER_WIDTH, height=COVER_HEIGHT)

    def medium(self, record: Record, medium: Medium, here: str, sizes: str) -> Picture:
        """A picture of a record, shown as wide as ``sizes`` says."""
        picture = Picture(
            src=self.link(here, medium_file(record.slug, medium.file)),
            alt=self.alternative(record, medium),
            credit=typeset(medium.credit or "", record.language),
            licence=self.label("licences", medium.licence) if medium.licence else "",
        )
        made = self.pictures.get((record.slug, medium.file))
        return picture if made is None else self._sized(picture, made, here, sizes)

    def _sized(self, picture: Picture, made: Sizes, here: str, sizes: str) -> Picture:
        srcset = made.source_set(lambda file: self.link(here, file))
        return picture._replace(
            src=self.link(here, made.at_least(USUAL_WIDTH)),
            width=made.width,
            height=made.height,
            srcset=srcset,
            sizes=sizes if srcset else "",
        )

    def _small(self, record: Record) -> str:
        """The picture of a record as cards show it, from the top of the site: one file, without a
        choice."""
        for medium in record.facts.media[:1]:
            made = self.pictures.get((record.slug, medium.file))
            if made is not None:
                return self.link("", made.at_least(CARD_WIDTH))
        return self.picture(record, "").src

    def card(self, slug: str, here: str) -> Card:
        """A record as lists show it."""
        depth = here.count("/")
        return self.once(("card", slug, depth), lambda: self._new_card(slug, depth))

    def _new_card(self, slug: str, depth: int) -> Card:
        if not depth:
            return self._card_at_the_top(slug)
        return self.card(slug, "").seen_from(depth)

    def _card_at_the_top(self, slug: str) -> Card:
        """The card as a file at the top of the site shows it: all others differ in their links."""
        (title, of_title), (summary, of_summary), *said = self.remembered(
            slug, lambda: self._shown_on_card(slug)
        )
        url = self.link("", record_file(self.language, slug))
        return Card(url, Said(title, of_title), Said(summary, of_summary), *said)

    def _shown_on_card(self, slug: str) -> tuple[Any, ...]:
        record = self.catalogue.records[slug]
        words, facts = record.words[record.text_language(self.language)], record.facts
        title = self.text(record, "title")
        summary = self.said(shortened(words.summary, SUMMARY), self.language_of(record, "summary"))
        kind = facts.kind or "project"
        outcome = facts.outcome if facts.outcome != UNKNOWN else None
        return (
            (title.text, title.lang),
            (summary.text, summary.lang),
            kind,
            self.term("kind", kind, "").label,
            tuple(term.label for term in self.terms("theme", facts.themes, "")),
            self.label("outcomes", outcome) if outcome else "",
            self._small(record),
            tuple(self._marks(record)),
        )

    def _marks(self, record: Record) -> Iterator[str]:
        if record.facts.status != "published":
            yield self.label("statuses", record.facts.status or "draft")
        stands = standing(record.facts, self.catalogue.today, self.words, self.language)
        if stands:
            yield stands
        if record.state(self.language) == "missing":
            yield self.words[f"only-in-{other(self.language)}"]

    def cards(self, slugs: Iterable[str], here: str) -> tuple[Card, ...]:
        """Several records, by title."""
        return tuple(
            self.card(slug, here) for slug in self.catalogue.in_order(slugs, self.language)
        )

    def named(self, slug: str, here: str) -> NamedLink:
        """A record as a mere link."""
        return NamedLink(
            self.link(here, record_file(self.language, slug)), self.card(slug, "").title
        )

    def catalogue_url(self, here: str) -> str:
        """The first page of the whole catalogue."""
        return self.link(here, list_file(self.language))

    def selection_url(self, facet: str, term: str, here: str) -> str:
        """The whole catalogue, filtered by a term."""
        return f"{self.catalogue_url(here)}?{urlencode({facet: term})}"

    def page_url(self, name: str, here: str) -> str:
        """The editorial page of that name, such as ``recherche``; nothing where there is none."""
        if name not in self.settings.pages:
            return ""
        return self.link(here, self.addresses.editorial_file(self.language, name))


Editions = Mapping[Language, Edition]
