"""What each generated record will be, settled before any is written: links need to know it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fp_build.generator.dice import Bag, Dice
from fp_build.generator.names import place, place_of_length
from fp_build.generator.pairs import Pair
from fp_build.generator.subjects import OTHER_SUBJECT, SUBJECTS, Subject
from fp_build.judging.models import KINDS
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.languages import Language
from fp_build.words.text import fold

TITLE_LENGTH: Final = 80
SLUG_LENGTH: Final = 60
_STATUSES: Final = ["published"] * 30 + ["draft", "review", "archived", "archived"]
_LANGUAGES: Final = ["fr"] * 15 + ["en"]
_TRANSLATIONS: Final = (
    ["missing"] * 2 + ["outdated"] + ["draft"] * 3 + ["machine"] * 6 + ["reviewed"] * 12
)
_LENGTHS: Final = ["usual"] * 15 + ["short"] * 2 + ["long"] * 2 + ["longest"]
_WORDS: Final[Mapping[str, tuple[int, int]]] = {
    "short": (255, 310), "usual": (300, 850), "long": (900, 1800), "longest": (1800, 2880),
}  # fmt: skip
_FORMS: Final = ("project", "case")
EVERY: Final = 20
"""Of so many records one is an initiative, one a call and one an event."""
_OTHERS: Final[Mapping[int, str]] = {5: "initiative", 10: "call", 15: "event"}
"""Which, by their number among :data:`EVERY`."""
_BORN: Final[Mapping[int, int]] = {11: 10, 12: 10, 14: 10}
"""Which projects came from which call, likewise, once the call is decided."""
CALL_STATES: Final = ("decided", "open", "upcoming", "closed")
_WORDS_OF_A_SECTION: Final = 70
"""How many words a section has at least, on average."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One record to be."""

    number: int
    """From 1."""
    slug: str
    language: Language
    """Of the file that holds the facts."""
    kind: str
    form: str
    """The kind of which it has the body; its own, but for what is neither project nor case."""
    status: str
    translation: str
    """The state that its translation is to have; ``missing``: none is written."""
    themes: tuple[str, ...]
    subject: Subject
    """The words of its first theme."""
    service: Pair
    topic: Pair
    place: str
    name: Pair
    """What it is called, without the mark of a sample."""
    title: Pair
    sections: tuple[str, ...]
    """In the order of the vocabulary."""
    words: int
    """How long its body is to be, about."""
    has_picture: bool


@dataclass(frozen=True, slots=True)
class Collection:
    """All records to be."""

    plans: Sequence[Plan]
    linkable: Sequence[Plan]
    """Those that readers see, which others may link to."""
    replaced: Mapping[str, str]
    """For the slug of a record, that of the archived one it replaces."""
    call_of: Mapping[str, str]
    """For the slug of a project, that of the call it came from."""


def make_plans(count: int, dice: Dice, vocabularies: Vocabularies) -> Collection:
    """Settle that many records."""
    forms = Bag(dice, [form for form in _FORMS if form in vocabularies["kinds"]])
    statuses = Bag(dice, _STATUSES)
    languages = Bag(dice, _LANGUAGES)
    translations = Bag(dice, _TRANSLATIONS)
    lengths = Bag(dice, _LENGTHS)
    themes = Bag(dice, terms_in_use(vocabularies, "themes"))
    sections = Bag(dice, terms_in_use(vocabularies, "sections"))
    pictures = Bag(dice, ["with"] + ["without"] * 9)
    long_titles = Bag(dice, ["full"] + ["usual"] * 11)
    plans = []
    for number in range(1, count + 1):
        own_themes = tuple(themes.several(1, 3))
        subject = SUBJECTS.get(own_themes[0], OTHER_SUBJECT)
        service, topic = dice.pick(subject.services), dice.pick(subject.topics)
        form = forms.draw()
        words = dice.between(*_WORDS[lengths.draw()])
        where, title = _title(dice, number, service, topic, full=long_titles.draw() == "full")
        plan = Plan(
            number=number,
            slug=_slug(number, service[0], topic[0]),
            language="fr" if languages.draw() == "fr" else "en",
            kind=_OTHERS.get(number % EVERY, form),
            form=form,
            status=statuses.draw(),
            translation=translations.draw(),
            themes=own_themes,
            subject=subject,
            service=service,
            topic=topic,
            place=where,
            name=(f"{service[0]} pour {topic[0]}", f"the {service[1]} for {topic[1]}"),
            title=title,
            sections=_sections(vocabularies, sections, KINDS[form].needs_sections, words),
            words=words,
            has_picture=pictures.draw() == "with",
        )
        plans.append(plan)
    linkable = [plan for plan in plans if plan.status == "published"]
    archived = [plan.slug for plan in plans if plan.status == "archived"]
    replaced = zip(dice.some(linkable, len(archived)), archived, strict=False)
    kept = {new.slug: old for new, old in replaced if dice.chance(0.7)}
    return Collection(plans, linkable, kept, dict(_calls_of(plans)))


def _calls_of(plans: Sequence[Plan]) -> Iterator[tuple[str, str]]:
    for plan in plans:
        place = plan.number % EVERY
        if plan.kind == "project" and place in _BORN:
            call = plans[plan.number - 1 - (place - _BORN[place])]
            if state_of(call.number, CALL_STATES) == "decided" and call.status == "published":
                yield plan.slug, call.slug


def state_of(number: int, states: Sequence[str]) -> str:
    """Which of the states a record of that number is in: each in its turn."""
    return states[number // EVERY % len(states)]


def terms_in_use(vocabularies: Vocabularies, name: str) -> list[str]:
    """The terms of a vocabulary that no other replaces."""
    return [t for t, term in vocabularies[name].terms.items() if not term.replaced_by]


def _sections(
    vocabularies: Vocabularies, bag: Bag, needed: Sequence[str], words: int
) -> tuple[str, ...]:
    known = terms_in_use(vocabularies, "sections")
    wanted = max(3, len(needed), min(len(known), words // _WORDS_OF_A_SECTION))
    chosen = set(needed)
    while known and len(chosen) < min(wanted, len(known)):
        chosen.add(bag.draw())
    return tuple(section for section in known if section in chosen)


def _title(dice: Dice, number: int, service: Pair, topic: Pair, *, full: bool) -> tuple[str, Pair]:
    """A place and a title with the mark of a sample in both languages; ``full``: of exactly as
    many characters in French as a title may have, where the words allow it."""
    french, english = f"Fiche d’exemple n° {number} — ", f"Sample record {number} — "
    gap = TITLE_LENGTH - len(f"{french}{service[0]} pour {topic[0]} à ")
    if full and 6 <= gap <= 30:
        where = place_of_length(dice, gap)
        forms = [
            (f"{service[0]} pour {topic[0]} à {where}", f"{service[1]} for {topic[1]} in {where}")
        ]
    else:
        where = place(dice)
        forms = dice.some(
            [
                (f"{service[0]} pour {topic[0]}", f"{service[1]} for {topic[1]}"),
                (f"{topic[0]} : l’essai de {where}", f"{topic[1]}: the trial in {where}"),
                (f"« {service[0]} », à {where}", f"“{service[1]}”, in {where}"),
                (f"{topic[0]} à {where}", f"{topic[1]} in {where}"),
            ],
            4,
        )
    forms.append((f"l’essai de {where}", f"the trial in {where}"))
    fitting = ((french + fr, english + en) for fr, en in forms)
    return where, next(
        (pair for pair in fitting if max(len(pair[0]), len(pair[1])) <= TITLE_LENGTH),
        (french + where, english + where),
    )


_NOT_A_LETTER: Final = re.compile(r"[^a-z0-9]+")
_ARTICLE: Final = re.compile(r"^(?:le |la |l')")


def _slug(number: int, service: str, topic: str) -> str:
    words = f"{_ARTICLE.sub('', fold(service))} {_ARTICLE.sub('', fold(topic))}"
    slug = f"exemple-{number:05d}-{_NOT_A_LETTER.sub('-', words)}".strip("-")
    return slug if len(slug) <= SLUG_LENGTH else slug[: SLUG_LENGTH + 1].rpartition("-")[0]
