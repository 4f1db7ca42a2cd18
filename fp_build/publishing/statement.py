"""The parts of the accessibility statement that follow from audits, in the page's language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from babel.numbers import format_decimal

from fp_build.judging.accessibility import Compliance, Freshness, compliance, freshness, is_valid
from fp_build.publishing.interface import InterfaceWords
from fp_build.reading.audits import AutomaticAudit, Content, HumanAudit
from fp_build.reading.fields import BothLanguages
from fp_build.words.dates import spoken_day
from fp_build.words.languages import Language


@dataclass(frozen=True, slots=True)
class Audits:
    """What the repository holds of audits, and what they are to be held against."""

    human: HumanAudit | None
    automatic: AutomaticAudit | None
    now: Content
    today: dt.date

    @property
    def compliance(self) -> Compliance:
        """What the site may say of itself."""
        return compliance(self.human, self.today)


NO_AUDITS: Final = Audits(None, None, Content(frame="", records=""), dt.date.min)
"""Those of a repository that holds none."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """One of the automatic checks: what it looks for, on how many pages, and what it found."""

    label: str
    pages: str
    views: str
    faults: str
    is_good: bool


@dataclass(frozen=True, slots=True)
class ScoreView:
    """What Lighthouse gives a page."""

    page: str
    scores: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """The statement of accessibility."""

    state: str
    reason: str
    result: str
    """What the audit made by people showed, or that there is none."""
    sample: tuple[str, ...]
    means: tuple[str, ...]
    report: str
    failing: tuple[str, ...]
    exempt: tuple[str, ...]
    not_covered: tuple[str, ...]
    has_audit: bool
    automatic: str
    """How and when the automatic checks were made, or that none is on record."""
    freshness: Freshness
    changed: str
    checks: tuple[CheckView, ...]
    scores: tuple[ScoreView, ...]
    tools: tuple[str, ...]
    pages: tuple[str, ...]


def claim(audits: Audits, words: InterfaceWords) -> str:
    """What the site says of itself in one line, on its home page and at the foot of every page."""
    return words[f"accessibility-{audits.compliance}"]


def view_statement(audits: Audits, words: InterfaceWords, language: Language) -> StatementView:
    """The statement as it follows from the audits."""
    human, automatic = audits.human, audits.automatic
    state = freshness(automatic, audits.now)
    return StatementView(
        state=claim(audits, words),
        reason=words[f"accessibility-{audits.compliance}-{_reason(audits)}"],
        result=_result(audits, words, language),
        sample=human.pages if human else (),
        means=human.tools if human else (),
        report=(human.report or "") if human else "",
        failing=tuple(f"{f.criterion} : {f.of(language)}" for f in human.failing) if human else (),
        exempt=_texts(human.exempt, language) if human else (),
        not_covered=_texts(human.not_covered, language) if human else (),
        has_audit=human is not None,
        automatic=_automatic(automatic, words, language),
        freshness=state,
        changed=words[f"audit-{state}"],
        checks=_checks(automatic, words) if automatic else (),
        scores=tuple(
            ScoreView(
                f"/{score.page}",
                (score.performance, score.accessibility, score.best_practices, score.seo),
            )
            for score in (automatic.scores if automatic else ())
        ),
        tools=tuple(f"{n} {v}" for n, v in automatic.tools.items()) if automatic else (),
        pages=tuple(f"/{page}" for page in automatic.pages) if automatic else (),
    )


def _reason(audits: Audits) -> str:
    """Why the state is what it is: ``unproved``, ``expired`` or ``measured``."""
    if audits.human is None:
        return "unproved"
    return "measured" if is_valid(audits.human, audits.today) else "expired"


def _result(audits: Audits, words: InterfaceWords, language: Language) -> str:
    if audits.human is None:
        return words["audit-none"]
    return words.fill(
        "audit-human",
        day=audits.human.date.spoken(language),
        by=audits.human.by,
        rate=format_decimal(Decimal(audits.human.rate), locale=language),
        standard=audits.human.standard,
    )


def _automatic(audit: AutomaticAudit | None, words: InterfaceWords, language: Language) -> str:
    if audit is None:
        return ""
    return words.fill("audit-made", day=spoken_day(audit.date, language))


def _checks(audit: AutomaticAudit, words: InterfaceWords) -> tuple[CheckView, ...]:
    return tuple(
        CheckView(
            label=words[f"check-{check.id}"],
            pages=words.count("check-pages", check.pages),
            views=words.count("check-views", check.views),
            faults=words.count("check-faults", check.faults),
            is_good=check.faults == 0,
        )
        for check in audit.checks
    )


def _texts(items: tuple[BothLanguages, ...], language: Language) -> tuple[str, ...]:
    return tuple(item.of(language) for item in items)
