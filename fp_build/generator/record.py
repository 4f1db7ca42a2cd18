"""One generated record: its plan made into files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fp_build.generator import anywhere, particulars
from fp_build.generator.body import write_body
from fp_build.generator.dice import Dice
from fp_build.generator.facts import PICTURE_FILE, Bags, FactSheet
from fp_build.generator.names import place
from fp_build.generator.pairs import Pair
from fp_build.generator.picture import draw_picture
from fp_build.generator.plan import Collection, Plan
from fp_build.generator.programme import Programme
from fp_build.generator.scenes import said, scenes
from fp_build.generator.wording import Wording
from fp_build.judging.folders import FILE_NAMES
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.languages import LANGUAGES
from fp_build.words.text import fingerprint

_SUMMARY_LENGTH: Final = 500
_TRANSLATOR: Final = "fp_build.generator"
_IMAGE: Final = (
    f"![{particulars.ALTERNATIVE[0]}]({PICTURE_FILE})",
    f"![{particulars.ALTERNATIVE[1]}]({PICTURE_FILE})",
)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every record of a collection is made with."""

    collection: Collection
    programme: Programme
    bags: Bags
    vocabularies: Vocabularies
    seed: int
    picture_size: int
    """In bytes, about."""

    def make(self, plan: Plan) -> Mapping[str, bytes]:
        """The files of a record's folder, by name. Records are made in the order of their plans,
        since they draw terms from the same bags."""
        dice = Dice(f"{self.seed}/{plan.number}")
        wording = Wording(plan.title, _summary(plan, dice))
        sheet = FactSheet(plan, dice, self.bags, wording)
        neighbours = self._neighbours(plan, dice)
        related = [neighbour.slug for neighbour in neighbours if dice.chance(0.8)]
        told = list(sheet.lines(related, self.collection.replaced.get(plan.slug)))
        facts = self.programme.facts(plan, told, wording)
        image = _IMAGE if plan.has_picture and dice.chance(0.5) else None
        sections = self.vocabularies["sections"]
        bodies = write_body(plan, dice, sections, sheet.notes, neighbours, image)
        first = LANGUAGES.index(plan.language)
        second = 1 - first
        files = {FILE_NAMES[LANGUAGES[first]]: _file(facts, bodies[first])}
        if plan.translation != "missing":
            note = _translation(plan, dice, wording, first, bodies[first])
            lines = [*wording.translated(second), note]
            files[FILE_NAMES[LANGUAGES[second]]] = _file(lines, bodies[second])
        files.update(self.programme.replies(plan))
        if plan.has_picture:
            files[PICTURE_FILE] = draw_picture(f"{self.seed}/{plan.slug}", self.picture_size)
        return files

    def _neighbours(self, plan: Plan, dice: Dice) -> Sequence[Plan]:
        """The records that this one links to: up to three, never itself."""
        linkable = self.collection.linkable
        found = [dice.pick(linkable) for _ in range(dice.between(0, 3))] if linkable else []
        unique = {neighbour.slug: neighbour for neighbour in found}
        unique.pop(plan.slug, None)
        return list(unique.values())


def _file(lines: Sequence[str], body: str) -> bytes:
    return "\n".join(["---", *lines, "---", body]).encode()


def _translation(plan: Plan, dice: Dice, wording: Wording, first: int, body: str) -> str:
    """How the translation was made. One that is to be outdated was made from an older body."""
    state, written_for = plan.translation, body
    if plan.translation == "outdated":
        state, written_for = dice.pick(("machine", "reviewed")), f"{body}\n(avant correction)"
    if plan.translation == "draft" and dice.chance(0.5):
        return "translation: {state: draft}"
    mark = fingerprint(wording.translatable(first, written_for))
    return f'translation: {{state: {state}, translator: {_TRANSLATOR}, source_hash: "{mark}"}}'


def _summary(plan: Plan, dice: Dice) -> Pair:
    """The mark of a sample and two sentences or so, in some as many as a summary may hold."""
    french, english = particulars.SAMPLE
    all_scenes = scenes(plan.subject, plan.service, plan.topic)
    names = {"place": plan.place, "other_place": place(dice)}
    tries = 14 if dice.chance(0.12) else dice.between(1, 3)
    forms = dice.some((*particulars.SUMMARIES, *anywhere.SENTENCES), tries)
    for form in (dice.pick(particulars.SUMMARIES), *forms):
        fr, en = said(form, dice.pick(all_scenes), **names)
        if max(len(french) + len(fr), len(english) + len(en)) < _SUMMARY_LENGTH:
            french, english = f"{french} {fr}", f"{english} {en}"
    return french, english
