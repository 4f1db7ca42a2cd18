"""Generated calls, events, initiatives and replies, and what projects say of them.

They have dice and bags of their own, so that all other records of a seed are what they would be
without them. Each takes the place of a project or a case and keeps its title, its sources and its
body.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fp_build.generator.dice import Dice
from fp_build.generator.facts import Bags
from fp_build.generator.pairs import Pair, phrases, sentences
from fp_build.generator.plan import CALL_STATES, EVERY, Collection, Plan, state_of
from fp_build.generator.wording import Wording, yaml_text
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.languages import LANGUAGES

DAY: Final = dt.date(2026, 11, 21)
"""What is open is open, and what is to come to come, on this day."""

_KEPT: Final = (
    "status", "title", "summary", "themes", "audiences", "level", "territories", "lead",
    "partners", "principles", "media", "links", "sources", "related", "replaces",
    "redirect_from", "verified_on",
)  # fmt: skip
"""What a record that is neither project nor case has in common with them."""

_REPLIED: Final = 3
"""Of so many records, by their number among :data:`EVERY`, the one that readers replied to."""

QUESTIONS: Final = sentences(
    """
    Question d’exemple : que changer d’abord dans {topic} à {place} ?
    A sample question: what should change first in {place} about {topic}?
    Question inventée : « qui n’ose pas demander {service} ? », et pourquoi ?
    An invented question: “who dares not ask for the {service}?”, and why?
    """
)
PLACES: Final = phrases(
    """
    Salle imaginaire de {place} | An imaginary hall in {place}
    Une maison qui n’existe pas, à {place} | A house that does not exist, in {place}
    """
)
REPLIES: Final = sentences(
    """
    Réponse d’exemple : un programme l’a écrite, et personne ne l’a envoyée.
    A sample reply: a program wrote it, and nobody sent it.
    Réponse inventée. **Question :** qui s’en sert, et *quand* ?
    An invented reply. **Question:** who uses it, and *when*?
    Réponse générée, « pour voir » : `rien` de réel ici.
    A generated reply, “just to see”: `nothing` real here.
    """
)
NAMES: Final = phrases(
    """
    Une lectrice inventée | An invented reader
    Lecteur fictif n° {number} | Fictitious reader {number}
    « Personne » | “Nobody”
    """
)


@dataclass(frozen=True, slots=True)
class Programme:
    """What makes a generated record a call, an event, an initiative, or one replied to."""

    collection: Collection
    bags: Bags
    seed: int

    @classmethod
    def of(cls, collection: Collection, vocabularies: Vocabularies, seed: int) -> Programme:
        """That of a collection, with bags of its own."""
        return cls(collection, Bags(Dice(f"{seed}/programme"), vocabularies), seed)

    def facts(self, plan: Plan, lines: Sequence[str], wording: Wording) -> list[str]:
        """The front matter of a record, from that of the project or case that it would be."""
        dice = Dice(f"{self.seed}/{plan.number}/programme")
        if plan.kind == plan.form:
            return [*lines, *self._of_project(plan, dice)] if plan.kind == "project" else [*lines]
        kept = _without(lines, plan.form, wording)
        own = {"initiative": self._initiative, "call": self._call, "event": self._event}
        return [f"kind: {plan.kind}", *kept, *own[plan.kind](plan, dice, wording, lines)]

    def replies(self, plan: Plan) -> Iterator[tuple[str, bytes]]:
        """The replies to a record, each with the name of its file."""
        if plan.number % EVERY != _REPLIED:
            return
        dice = Dice(f"{self.seed}/{plan.number}/replies")
        for number in range(1, dice.between(1, 3) + 1):
            language = dice.below(len(LANGUAGES))
            date = dt.date(2025, 7, 1) + dt.timedelta(dice.below(180))
            name = dice.pick(NAMES)[language].format(number=number)
            front = f"name: {yaml_text(name)}\ndate: {date}\nlanguage: {LANGUAGES[language]}"
            text = f"---\n{front}\n---\n{dice.pick(REPLIES)[language]}\n"
            yield f"replies/{date}-lecteur-{number}.md", text.encode()

    def _of_project(self, plan: Plan, dice: Dice) -> Iterator[str]:
        call = self.collection.call_of.get(plan.slug)
        if call is not None:
            yield f"call: {call}"
        if dice.chance(0.15):
            yield f"research: [{', '.join(self.bags['research-ways'].several(1, 3))}]"

    def _initiative(
        self, plan: Plan, dice: Dice, wording: Wording, lines: Sequence[str]
    ) -> Iterator[str]:
        yield f"type: {self.bags['initiative-types'].draw()}"

    def _call(
        self, plan: Plan, dice: Dice, wording: Wording, lines: Sequence[str]
    ) -> Iterator[str]:
        wording.question = _filled(dice.pick(QUESTIONS), plan)
        yield f"question: {yaml_text(_own(wording.question, plan))}"
        state = state_of(plan.number, CALL_STATES)
        opens, closes = {
            "decided": (-900, -700), "open": (-30, 30), "upcoming": (20, 90), "closed": (-200, -20),
        }[state]  # fmt: skip
        yield f"opens: {_day(dice, opens)}"
        yield f"closes: {_day(dice, closes)}"
        if state == "decided":
            received = dice.between(20, 400)
            source = _first_source(lines)
            cited = f", source: {source}" if source else ""
            yield f"decided_on: {_day(dice, -500)}"
            yield f"ideas: {{received: {received}, selected: {dice.between(1, 12)}{cited}}}"
        elif dice.chance(0.7):
            yield f'answer_url: "https://example.org/{plan.slug}/repondre?a=1&b=2"'

    def _event(
        self, plan: Plan, dice: Dice, wording: Wording, lines: Sequence[str]
    ) -> Iterator[str]:
        state = state_of(plan.number, ("upcoming", "past", "past", "ongoing"))
        begun = DAY + dt.timedelta(
            {
                "upcoming": dice.between(3, 200),
                "past": -dice.between(20, 1200),
                "ongoing": -1,
            }[state]
        )
        known = dice.below(10)
        if state == "past" and known < 3:
            yield f"starts: {begun:%Y}" if known == 0 else f"starts: {begun:%Y-%m}"
        elif state == "ongoing" or known < 6:
            yield f"starts: {begun}"
            yield f"ends: {begun + dt.timedelta(dice.between(2, 4))}"
        else:
            hour = dice.between(9, 17)
            yield f"starts: {begun} {hour:02}:30"
            yield f"ends: {begun} {hour + 2:02}:00"
        if state != "past" or dice.chance(0.7):
            wording.place = _filled(dice.pick(PLACES), plan)
            yield f"place: {yaml_text(_own(wording.place, plan))}"
        if dice.chance(0.4):
            yield f'online: "https://example.org/{plan.slug}/direct"'
        if dice.chance(0.7):
            yield f"series: {self.bags['event-series'].draw()}"
        if dice.chance(0.7):
            yield f"languages: [{', '.join(dice.some(LANGUAGES, dice.between(1, 2)))}]"
        if state != "past":
            yield f'registration: "https://example.org/{plan.slug}/inscription"'


def _without(lines: Sequence[str], form: str, wording: Wording) -> Iterator[str]:
    """The lines of what such a record may keep. What goes is no longer to be translated."""
    kept = False
    for line in lines:
        if not line.startswith(" "):
            key = line.partition(":")[0]
            kept = key in _KEPT
        if kept:
            yield line
    sources = {line.split()[2].rstrip(",") for line in lines if line.startswith("  - {id: ")}
    wording.reasons = {key: text for key, text in wording.reasons.items() if key in sources}
    wording.indicators = {}


def _first_source(lines: Sequence[str]) -> str:
    at = lines.index("sources:") + 1 if "sources:" in lines else 0
    return lines[at].split()[2].rstrip(",") if at else ""


def _day(dice: Dice, days: int) -> dt.date:
    """About so many days after the day."""
    return DAY + dt.timedelta(days + dice.between(-9, 9))


def _filled(pair: Pair, plan: Plan) -> Pair:
    words = (
        {"place": plan.place, "topic": plan.topic[language], "service": plan.service[language]}
        for language in range(2)
    )
    french, english = (text.format(**said) for text, said in zip(pair, words, strict=True))
    return french, english


def _own(pair: Pair, plan: Plan) -> str:
    return pair[LANGUAGES.index(plan.language)]
