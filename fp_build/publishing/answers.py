"""How records answer the five criteria: how many, which, and for what reason."""

from __future__ import annotations

from typing import Final

from fp_build.arranging.catalogue import NO_ANSWER
from fp_build.publishing.edition import Edition
from fp_build.publishing.list_views import Answered, AnswerGroup, CriterionTally
from fp_build.publishing.self_assessment import VALUES
from fp_build.publishing.views import Said, TermLink
from fp_build.words.addresses import JSON_FILE, term_file

FOUND: Final = ("yes", "partly")
"""The answers by which a record is found under a criterion."""

FEW: Final = 5
"""How many records a page names for each answer."""

MANY: Final = 100
"""How many the page of one criterion names, all but a few of them on demand."""


def view_criteria(edition: Edition, here: str) -> tuple[CriterionTally, ...]:
    """All criteria in their order, with a few records each, as the page at ``here`` shows them."""
    return tuple(
        _tally(edition, term, here, is_whole=False)
        for term in edition.facet("criterion", here).terms
    )


def view_criterion(edition: Edition, criterion: str, here: str) -> CriterionTally:
    """One criterion with as many records as a page bears, and their reasons."""
    term = edition.term("criterion", criterion, here)
    return _tally(edition, term, here, is_whole=True)


def _tally(edition: Edition, term: TermLink, here: str, *, is_whole: bool) -> CriterionTally:
    catalogue, most = edition.catalogue, MANY if is_whole else FEW
    answers = catalogue.vocabularies["answers"]
    origin_text, origin = edition.origin(edition.vocabulary("criterion")[term.id].source)
    groups = []
    for answer in (*answers, NO_ANSWER):
        count = catalogue.answering(term.id, answer)
        shown = catalogue.shown_answering(term.id, answer, edition.language, 0, most)
        named = tuple(_answered(edition, slug, term.id, here, is_whole) for slug in shown)
        folded, left = len(named) - FEW, count - len(named)
        groups.append(
            AnswerGroup(
                id=answer,
                label=edition.label("answers", answer) if answer in answers else _unsaid(edition),
                count_text=edition.words.count("records", count),
                records=named[:FEW],
                folded=named[FEW:],
                folded_text=edition.words.count("more", folded) if folded > 0 else "",
                more=edition.words.count("more", left) if left else "",
                more_url=_rest(edition, term.id, answer, here, is_whole) if left else "",
            )
        )
    return CriterionTally(
        term=term,
        origin_text=origin_text,
        origin=origin,
        groups=tuple(groups),
        interventions=edition.facet("intervention", here).terms if term.id == VALUES else (),
    )


def _unsaid(edition: Edition) -> str:
    return edition.words["no-answer"]


def _answered(edition: Edition, slug: str, criterion: str, here: str, reasons: bool) -> Answered:
    record = edition.catalogue.records[slug]
    named = edition.named(slug, here)
    if not record.facts.criteria:  # its page has no list of answers to lead to
        return Answered(named, Said(""))
    text = record.words[record.text_language(edition.language)].reasons.get(criterion, "")
    reason = edition.said(text, edition.language_of(record, "reasons", criterion))
    return Answered(
        named._replace(url=f"{named.url}#criterion-{criterion}"), reason if reasons else Said("")
    )


def _rest(edition: Edition, criterion: str, answer: str, here: str, is_last: bool) -> str:
    """Where the records are that a page does not name: on the page of the criterion; from there
    among its cards, or, for answers that no list goes by, in the data."""
    if not is_last:
        page = edition.link(here, term_file(edition.language, "criterion", criterion))
        return f"{page}#answer-{answer}"
    return "#results" if answer in FOUND else edition.link(here, JSON_FILE)
