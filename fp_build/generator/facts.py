"""The facts of a generated record, line by line, in the order of the contract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from fp_build.generator import particulars
from fp_build.generator.body import Note
from fp_build.generator.dice import Bag, Dice
from fp_build.generator.pairs import Pair
from fp_build.generator.plan import Plan, terms_in_use
from fp_build.generator.wording import Wording, yaml_text
from fp_build.judging.models import ENDED_SHORT, KINDS, TERMS
from fp_build.reading.vocabulary import Vocabularies

PICTURE_FILE: Final = "couverture.png"
_CREDIT: Final = "fp_build.generator"
_FIRST_YEAR: Final = 2015
_MONTHS: Final = 120
"""How many months from the first year on dates are drawn from: none is in the future."""


class Bags:
    """A bag for each vocabulary whose terms records use, so that each term has its turn."""

    def __init__(self, dice: Dice, vocabularies: Vocabularies) -> None:
        names = sorted(set(TERMS.values()))
        self._bags = {name: Bag(dice, terms_in_use(vocabularies, name)) for name in names}
        self.criteria = terms_in_use(vocabularies, "criteria")
        self.stages = terms_in_use(vocabularies, "stages")

    def __getitem__(self, name: str) -> Bag:
        return self._bags[name]


class FactSheet:
    """The facts of one record. What is to be translated goes into its wording."""

    def __init__(self, plan: Plan, dice: Dice, bags: Bags, wording: Wording) -> None:
        self.notes: list[Note] = []
        """The sources that the body is to cite."""
        self._plan, self._dice, self._bags, self._wording = plan, dice, bags, wording
        self._language = 0 if plan.language == "fr" else 1
        self._sources = list(self._declared())

    def lines(self, related: Sequence[str], replaced: str | None) -> Iterator[str]:
        """The front matter of the file that holds the facts."""
        plan, bags = self._plan, self._bags
        yield f"kind: {plan.form}"
        yield f"status: {plan.status}"
        yield from self._wording.heading(self._language)
        if self._has("interventions", 0.5):
            yield _flow("interventions", bags["interventions"].several(1, 2))
        yield _flow("themes", plan.themes)
        if self._has("audiences", 0.7):
            yield _flow("audiences", bags["audiences"].several(1, 3))
        if self._has("stages", 0.7):
            yield "stages:"
            yield from self._stages()
        if self._dice.chance(0.8):
            yield f"level: {bags['levels'].draw()}"
        if self._dice.chance(0.9):
            yield _flow("territories", bags["territories"].several(1, 3))
        yield from self._organisations()
        if self._dice.chance(0.8):
            yield _flow("principles", bags["principles"].several(1, 3))
        if not self._is_draft:
            yield "criteria:"
            yield from self._criteria()
        if self._dice.chance(0.4):
            yield "indicators:"
            yield from self._indicators()
        if self._has("outcome", 0.7):
            yield f"outcome: {self._outcome()}"
        if plan.has_picture:
            self._wording.alternatives["cover"] = particulars.ALTERNATIVE
            alternative, licence = self._own(particulars.ALTERNATIVE), bags["licences"].draw()
            yield (
                f"media: [{{id: cover, file: {PICTURE_FILE}, alt: {yaml_text(alternative)},"
                f" credit: {_CREDIT}, licence: {licence}}}]"
            )
        if self._dice.chance(0.25):
            yield "links:"
            yield from self._links()
        if self._sources:
            yield "sources:"
            yield from self._sources
        if related:
            yield _flow("related", related)
        if replaced:
            yield _flow("replaces", [replaced])
        if self._dice.chance(0.03):
            yield _flow("redirect_from", [f"ancienne-fiche-{plan.number:05d}"])
        if self._dice.chance(0.9):
            month, day = self._dice.between(7, 12), self._dice.between(1, 28)
            yield f"verified_on: 2025-{month:02d}-{day:02d}"

    @property
    def _is_draft(self) -> bool:
        return self._plan.status == "draft"

    def _has(self, key: str, share: float) -> bool:
        """True where the kind needs the key, else in that share of records; a draft needs none."""
        needed = key in KINDS[self._plan.form].needs and not self._is_draft
        return needed or self._dice.chance(share)

    def _own(self, pair: Pair) -> str:
        return pair[self._language]

    def _declared(self) -> Iterator[str]:
        count = self._dice.between(0, 1) if self._is_draft else self._dice.between(1, 3)
        for id, title in self._dice.some(particulars.PUBLICATIONS, count):
            self.notes.append(Note(id, is_real=False))
            about = f"title: {yaml_text(title)}, publisher: Éditeur fictif de {self._plan.place}"
            yield f"  - {{id: {id}, {about},{self._published()}}}"
        if self._dice.chance(0.35):
            document = self._bags["documents"].draw()
            match = self._bags["matches"].draw() if self._dice.chance(0.7) else ""
            self.notes.append(Note(document, is_real=True))
            line = f"  - {{id: {document}, document: {document}"
            if match:
                line += f", match: {match}"
            if match == "inferred":
                self._wording.reasons[document] = particulars.MATCH_REASON
                line += f", reason: {yaml_text(self._own(particulars.MATCH_REASON))}"
            yield line + "}"

    def _published(self) -> str:
        date = f" date: {self._date(self._dice.below(_MONTHS))}," if self._dice.chance(0.7) else ""
        number = self._dice.below(10**6)
        return f'{date} url: "https://example.org/{self._plan.slug}?piece={number}"'

    def _date(self, month: int) -> str:
        """A date in that month, counted from 0, as exactly as sources happen to know it."""
        year, exactness = _FIRST_YEAR + month // 12, self._dice.below(10)
        if exactness < 2:
            return str(year)
        day = f"-{self._dice.between(1, 28):02d}" if exactness > 6 else ""
        return f"{year}-{month % 12 + 1:02d}{day}"

    def _stages(self) -> Iterator[str]:
        month = self._dice.between(0, 60)
        found = self._bags["stages"].several(1, 4)
        for number, stage in enumerate(sorted(found, key=self._bags.stages.index)):
            dates = ""
            if number == 0 or self._dice.chance(0.8):
                dates = f", start: {self._date(month)}"
            month += self._dice.between(2, 14)
            if dates and self._dice.chance(0.7):
                dates += f", end: {self._date(month)}"
            yield f"  - {{stage: {stage}{dates}}}"

    def _organisations(self) -> Iterator[str]:
        found = self._bags["organisations"].several(2, 4)
        if self._has("lead", 0.6):
            yield f"lead: {found.pop(0)}"
        if self._dice.chance(0.8):
            yield "partners:"
            for organisation in found:
                kind = self._bags["partner-types"].draw()
                yield f"  - {{organisation: {organisation}, type: {kind}}}"

    def _outcome(self) -> str:
        outcome = self._bags["outcomes"].draw()
        untold = outcome in ENDED_SHORT and "lessons" not in self._plan.sections
        return "unknown" if untold else outcome

    def _criteria(self) -> Iterator[str]:
        reasons: dict[str, Pair] = {}
        for criterion in self._bags.criteria:
            answer, reason = self._bags["answers"].draw(), ""
            if answer != "unknown" and self._dice.chance(0.5):
                reasons[criterion] = self._dice.pick(particulars.REASONS)
                reason = f", reason: {yaml_text(self._own(reasons[criterion]))}"
            yield f"  {criterion}: {{answer: {answer}{reason}}}"
        self._wording.reasons = reasons | self._wording.reasons

    def _indicators(self) -> Iterator[str]:
        sources = [note.id for note in self.notes if not note.is_real]
        for id, name, unit in self._dice.some(particulars.INDICATORS, self._dice.between(1, 4)):
            self._wording.indicators[id] = (name, unit)
            baseline = f" baseline: {self._dice.between(2, 99)}," if self._dice.chance(0.6) else ""
            value = f"{self._dice.between(1, 999) / 10:g}"
            source = f", source: {self._dice.pick(sources)}" if sources else ""
            month = self._dice.between(_MONTHS // 2, _MONTHS - 1)
            date = f", date: {self._date(month)}" if self._dice.chance(0.7) else ""
            yield (
                f"  - {{id: {id}, name: {yaml_text(self._own(name))},{baseline} value: {value},"
                f" unit: {yaml_text(self._own(unit))}{date}{source}}}"
            )

    def _links(self) -> Iterator[str]:
        labels = self._dice.some(particulars.LABELS, self._dice.between(1, 2))
        for number, label in enumerate(labels, 1):
            url = f"https://example.org/{self._plan.slug}/{number}"
            self._wording.labels[url] = label
            yield f'  - {{url: "{url}", label: {yaml_text(self._own(label))}}}'


def _flow(key: str, items: Sequence[str]) -> str:
    return f"{key}: [{', '.join(yaml_text(item) for item in items)}]"
