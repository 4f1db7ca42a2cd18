"""The page of a record: from what was judged to what its template sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from babel.numbers import format_decimal
from markupsafe import Markup

from fp_build.judging.models import Indicator, SourceCited, Stage
from fp_build.judging.record import Record
from fp_build.publishing.body import Body, headings_of, render_body
from fp_build.publishing.citation import Cited, cite
from fp_build.publishing.edition import Edition
from fp_build.publishing.filtering import record_words
from fp_build.publishing.learnt import ACCEPT_ERROR, ended_short, lessons_first
from fp_build.publishing.pictures import TEXT_SIZES
from fp_build.publishing.record_views import (
    CitationView,
    CriterionView,
    Fact,
    Glance,
    IndicatorView,
    Notice,
    RecordView,
    SourceView,
    Step,
)
from fp_build.publishing.replies import view_replies
from fp_build.publishing.sources import Work, work_of
from fp_build.publishing.views import NamedLink, Picture, Said, TermLink
from fp_build.words.addresses import medium_file, record_file
from fp_build.words.languages import Language, other

WORDS_A_MINUTE: Final = 200
"""A usual pace of silent reading of expository text in French and English."""

COPY_SCRIPT: Final = "assets/javascripts/copy.js"


@lru_cache(maxsize=4096)
def _spoken_number(number: Decimal, language: Language) -> str:
    return format_decimal(number, locale="en_GB" if language == "en" else "fr")


def view_record(record: Record, edition: Edition) -> RecordView:
    """Everything the page of a record shows in the language of the edition."""
    return _RecordPage(record, edition).view()


class _RecordPage:
    """Gathers the parts of one page; they share the record, the page's file and its languages."""

    def __init__(self, record: Record, edition: Edition) -> None:
        self.record = record
        self.edition = edition
        self.language: Language = edition.language
        self.text_language = record.text_language(edition.language)
        self.words = record.words[self.text_language]
        self.here = record_file(edition.language, record.slug)

    def view(self) -> RecordView:
        record, edition, facts = self.record, self.edition, self.record.facts
        body, front = self._body()
        learnt, rest = (Markup(""), body.html) if front is None else body.parted_at(front)
        contents = [
            [
                NamedLink(f"#{heading.id}", edition.said(heading.text, self.text_language))
                for heading in part
                if heading.level == 2
            ]
            for part in (body.headings[: front or 0], body.headings[front or 0 :])
        ]
        minutes = max(1, round(self._manuscript_words() / WORDS_A_MINUTE))
        state = record.state(self.language)
        translated = record.translation and record.translation.translation
        away = other(self.language)
        notes = self._notes(body)
        steps = tuple(self._steps())
        indicators = tuple(self._indicator(i, notes) for i in facts.indicators)
        before, after = edition.catalogue.beside(record.slug, self.language)
        return RecordView(
            slug=record.slug,
            kind=edition.term("kind", facts.kind or "project", self.here),
            status=facts.status or "draft",
            title=edition.text(record, "title"),
            summary=edition.text(record, "summary"),
            picture=edition.picture(record, self.here),
            glance=self._glance(steps, indicators),
            notices=(*self._notices(), *self._ended(bool(learnt))),
            facts=tuple(self._facts()),
            steps=steps,
            criteria=tuple(self._criteria()) if facts.criteria else (),
            principles=edition.terms("principle", facts.principles, self.here),
            indicators=indicators,
            learnt=learnt,
            body=rest,
            body_lang="" if self.text_language == self.language else self.text_language,
            first_contents=tuple(contents[0]),
            contents=tuple(contents[1]),
            pictures=tuple(self._pictures()),
            links=tuple(
                NamedLink(
                    link.url,
                    self._said(self.words.labels.get(link.url, link.label), "labels", link.url),
                )
                for link in facts.links
            ),
            sources=tuple(self._sources(body, notes)),
            replies=view_replies(
                record,
                edition,
                noted=notes,
                link=self._link,
            ),
            related=edition.cards(self._related(), self.here),
            other_url=edition.link(self.here, record_file(away, record.slug)),
            other_label=edition.words[f"read-in-{away}"],
            other_lang=away,
            state=state,
            state_label=edition.label("translation-states", state),
            translator=(translated.translator or "") if translated and state != "original" else "",
            verified=edition.spoken(facts.verified_on),
            reading_time=edition.words.count("minutes", minutes),
            citation=self._citation(),
            copy_script=edition.link(self.here, COPY_SCRIPT),
            neighbour_words=record_words(edition),
            previous=edition.named(before, self.here) if before else None,
            next=edition.named(after, self.here) if after else None,
            edit_url=self._edit_url(),
            report_url=self._report_url(),
        )

    def _said(self, text: str, part: str, key: str = "") -> Said:
        return self.edition.said(text, self.edition.language_of(self.record, part, key))

    def _manuscript_words(self) -> int:
        return self.record.manuscripts[self.text_language].outline.words

    def _body(self) -> tuple[Body, int | None]:
        """The body, and how many of its headings stand in what was learnt, where that comes first;
        else ``None``."""
        record, edition = self.record, self.edition
        sections = edition.catalogue.vocabularies["sections"]

        def section(words: str) -> tuple[str, str] | None:
            known = sections.by_words(words)
            return (known, sections.label(known, self.text_language)) if known else None

        media = {medium.file: medium for medium in record.facts.media}

        def picture(target: str) -> Picture | None:
            medium = media.get(unquote(target))
            return edition.medium(record, medium, self.here, TEXT_SIZES) if medium else None

        outline, front = record.manuscripts[self.text_language].outline, None
        if ended_short(record):
            outline, front = lessons_first(outline, sections.by_words)
        body = render_body(
            outline,
            headings=headings_of(outline, section),
            citable={source.id for source in record.facts.sources},
            link=self._link,
            picture=picture,
            note_label=edition.words["note"],
            language=self.text_language,
        )
        return body, front

    def _link(self, target: str) -> str | None:
        """What the address of a link in a text becomes on this page."""
        record, edition = self.record, self.edition
        if not target.startswith("case:"):
            name = unquote(target)
            if name in record.folder.entries:  # it stands beside the French page only
                return edition.link(self.here, medium_file(record.slug, name))
            return target
        slug, _, anchor = target.removeprefix("case:").partition("#")
        if slug not in edition.catalogue.records:
            return None
        url = edition.link(self.here, record_file(self.language, slug))
        return f"{url}#s-{anchor}" if anchor else url

    def _glance(self, steps: Iterable[Step], indicators: Iterable[IndicatorView]) -> Glance:
        facts, edition = self.record.facts, self.edition
        figure = next((indicator for indicator in indicators if indicator.value), None)
        before = figure.baseline if figure else ""
        return Glance(
            audiences=edition.terms("audience", facts.audiences, self.here),
            outcome=edition.term("outcome", facts.outcome, self.here) if facts.outcome else None,
            stage=next((step for step in reversed([*steps]) if step.reached), None),
            figure=figure,
            before=edition.words.fill("figure-before", n=before) if before else "",
        )

    def _citation(self) -> CitationView:
        record, edition = self.record, self.edition
        cited = Cited(
            slug=record.slug,
            title=self.words.title,
            title_language=edition.language_of(record, "title"),
            publisher=edition.settings.of("publisher", self.language),
            verified=record.facts.verified_on,
            address=edition.addresses.absolute(self.here) or "",
        )
        return cite(cited, edition.words, self.language)

    def _ended(self, is_told: bool) -> Iterator[Notice]:
        """What is said first of an action that was stopped or settled nothing."""
        outcome = self.record.facts.outcome
        if not ended_short(self.record) or outcome is None:
            return
        edition, words = self.edition, self.edition.words
        definition = edition.of(edition.vocabulary("outcome")[outcome].definition)
        more = words["notice-learnt" if is_told else "notice-learnt-untold"]
        links = []
        if ACCEPT_ERROR in edition.vocabulary("principle"):
            url = edition.term("principle", ACCEPT_ERROR, self.here).url
            links.append(NamedLink(url, Said(words["accept-error"])))
        title = words["notice-learnt-title"] if is_told else edition.label("outcomes", outcome)
        yield Notice("learnt", title, f"{definition} {more}", tuple(links))

    def _notices(self) -> Iterator[Notice]:
        record, words = self.record, self.edition.words
        status, state = record.facts.status or "draft", record.state(self.language)
        away = other(self.language)
        if status in ("draft", "review"):
            label = self.edition.label("statuses", status)
            yield Notice("warning", label, words["notice-unpublished"])
        replacements = [
            self.edition.named(slug, self.here)
            for slug in self.edition.catalogue.replaced_by.get(record.slug, ())
        ]
        if status == "archived":
            text = words["notice-archived-replaced" if replacements else "notice-archived"]
            label = self.edition.label("statuses", status)
            yield Notice("warning", label, text, tuple(replacements))
        elif replacements:
            title = words["notice-replaced-title"]
            yield Notice("warning", title, words["notice-replaced"], tuple(replacements))
        original = NamedLink(
            self.edition.link(self.here, record_file(record.language, record.slug)),
            Said(words[f"read-in-{record.language}"]),
        )
        if state == "missing":
            title = words[f"only-in-{away}"]
            yield Notice("info", title, words[f"notice-missing-{self.language}"])
        elif state in ("draft", "machine", "outdated"):
            label = self.edition.label("translation-states", state)
            yield Notice("info", label, words[f"notice-{state}"], (original,))

    def _facts(self) -> Iterator[Fact]:
        edition, facts = self.edition, self.record.facts
        rows = (
            ("intervention", facts.interventions),
            ("theme", facts.themes),
            ("audience", facts.audiences),
            ("level", (facts.level,) if facts.level else ()),
            ("territory", facts.territories),
        )
        for facet, terms in rows:
            if terms:
                about = edition.catalogue.vocabularies["facets"][facet]
                name = edition.of(about if len(terms) == 1 else about.plural)
                yield Fact(name, edition.terms(facet, terms, self.here))
        if facts.lead:
            lead = edition.term("organisation", facts.lead, self.here)
            yield Fact(edition.words["lead"], (lead,))
        if facts.partners:
            name = edition.words["partners"]
            yield Fact(name, tuple(self._partner(p.organisation, p.type) for p in facts.partners))

    def _partner(self, organisation: str, part: str | None) -> TermLink:
        note = self.edition.label("partner-types", part) if part else ""
        return self.edition.term("organisation", organisation, self.here, note)

    def _steps(self) -> Iterator[Step]:
        edition = self.edition
        stages = self.record.facts.stages
        if not stages:
            return
        for term in edition.facet("stage", self.here).terms:
            spans = [stage for stage in stages if stage.stage == term.id]
            periods = tuple(text for text in map(self._period, spans) if text)
            yield Step(term.label, term.definition, periods, bool(spans), term.url)

    def _period(self, stage: Stage) -> str:
        words = self.edition.words
        start, end = self.edition.spoken(stage.start), self.edition.spoken(stage.end)
        if start and end:
            return start if start == end else words.fill("period", start=start, end=end)
        if start:
            return words.fill("period-start", start=start)
        return words.fill("period-end", end=end) if end else ""

    def _criteria(self) -> Iterator[CriterionView]:
        edition, facts = self.edition, self.record.facts
        for name in edition.vocabulary("criterion"):
            given = facts.criteria.get(name)
            answer = given.answer if given else "none"
            label = edition.label("answers", answer) if given else edition.words["no-answer"]
            term = edition.term("criterion", name, self.here)
            reason = self.words.reasons.get(name, "") if given else ""
            yield CriterionView(
                name, term.label, term.url, answer, label, self._said(reason, "reasons", name)
            )

    def _indicator(self, indicator: Indicator, notes: Mapping[str, int]) -> IndicatorView:
        name, unit = self.words.indicators.get(indicator.id, (indicator.name, indicator.unit or ""))
        source = next((s for s in self.record.facts.sources if s.id == indicator.source), None)
        return IndicatorView(
            name=self._said(name, "indicators", indicator.id),
            baseline=self._number(indicator.baseline),
            value=self._number(indicator.value),
            unit=self._said(unit, "unit", indicator.id),
            date=self.edition.spoken(indicator.date),
            source=self._source_name(source) if source else Said(""),
            note_url=f"#note-{notes[source.id]}" if source else "",
        )

    def _number(self, number: Decimal | None) -> str:
        return "" if number is None else _spoken_number(number, self.language)

    def _source_name(self, source: SourceCited) -> Said:
        edition = self.edition
        work = self._work(source)
        if source.document and not work.publisher:
            return edition.document(source.document).label
        return edition.said(work.publisher or work.title, work.language)

    def _work(self, source: SourceCited) -> Work:
        return work_of(source, self.record, self.edition.catalogue.vocabularies)

    def _pictures(self) -> Iterator[Picture]:
        for medium in self.record.facts.media:
            yield self.edition.medium(self.record, medium, self.here, TEXT_SIZES)

    def _notes(self, body: Body) -> dict[str, int]:
        """The numbers of the sources' notes: by order of citation, the uncited ones after."""
        order = list(body.cited)
        order += [s.id for s in self.record.facts.sources if s.id not in body.cited]
        notes: dict[str, int] = {}
        for number, source in enumerate(order, start=1):
            notes.setdefault(source, number)
        return notes

    def _sources(self, body: Body, notes: Mapping[str, int]) -> Iterator[SourceView]:
        for source in sorted(self.record.facts.sources, key=lambda s: notes[s.id]):
            yield self._source(source, notes[source.id], source.id in body.cited)

    def _source(self, source: SourceCited, number: int, cited: bool) -> SourceView:
        edition, work = self.edition, self._work(source)
        return SourceView(
            number=number,
            id=source.id,
            title=edition.said(work.title, work.language),
            author=edition.said(work.author, work.language),
            publisher=edition.said(work.publisher, work.language),
            date=edition.spoken(work.date),
            url=work.url,
            match=source.match or "",
            match_label=edition.label("matches", source.match) if source.match else "",
            reason=self._said(self.words.reasons.get(source.id, ""), "reasons", source.id),
            cited=cited,
        )

    def _related(self) -> list[str]:
        catalogue, slug = self.edition.catalogue, self.record.slug
        named = [*self.record.facts.related, *catalogue.named_by.get(slug, ())]
        named += self.record.facts.replaces
        return [s for s in dict.fromkeys(named) if s in catalogue.records and s != slug]

    def _edit_url(self) -> str:
        template = self.edition.settings.edit_url
        name = f"{self.record.slug}/index.{self.text_language}.md"
        return template.format(path=quote(name)) if template else ""

    def _report_url(self) -> str:
        page = self.edition.addresses.absolute(self.here) or self.here
        title = self.edition.words.fill("report-title", slug=self.record.slug)
        return self.edition.settings.issue_url(title, page)
