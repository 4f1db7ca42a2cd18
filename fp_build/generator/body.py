"""The body of a generated record, written in both languages at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fp_build.generator import anywhere
from fp_build.generator.beginnings import TOLD
from fp_build.generator.dice import Dice
from fp_build.generator.endings import JUDGED
from fp_build.generator.forms import list_of_points, paragraph, quotation, table
from fp_build.generator.names import place
from fp_build.generator.pairs import Pair
from fp_build.generator.plan import Plan
from fp_build.generator.scenes import said, scenes
from fp_build.reading.vocabulary import Vocabulary

_SENTENCES: Final = {**TOLD, **JUDGED}
_WORDS_OF_A_SENTENCE: Final = 14
_WORDS_UNDER_A_HEADING: Final = 100
"""After so many words a heading of level three comes, and after half as many another one."""


@dataclass(frozen=True, slots=True)
class Note:
    """A source that the body cites."""

    id: str
    is_real: bool
    """True for a document of the vocabulary: nothing may be claimed in its name."""


def write_body(
    plan: Plan,
    dice: Dice,
    sections: Vocabulary,
    notes: Sequence[Note],
    neighbours: Sequence[Plan],
    picture: Pair | None,
) -> Pair:
    """A body of about ``plan.words`` words in French, and as much in English, that cites every
    note, links to every neighbour and shows the ``picture``, the Markdown of an image."""
    writer = _Writer(plan, dice)
    last = len(plan.sections) - 1
    cited: list[list[Note]] = [[] for _ in plan.sections]
    for note in notes:
        cited[dice.between(0, last)].append(note)
    linked: list[list[Plan]] = [[] for _ in plan.sections]
    for neighbour in neighbours:
        linked[dice.between(0, last)].append(neighbour)
    for index, section in enumerate(plan.sections):
        writer.open_section(section, (sections.label(section, "fr"), sections.label(section, "en")))
        if index == 0:
            french, english = anywhere.NOTICE
            number = plan.number
            writer.block((french.format(number=number), english.format(number=number)))
            if plan.status == "archived":
                writer.block(anywhere.ARCHIVED)
        writer.citing_paragraph(cited[index])
        for neighbour in linked[index]:
            writer.link(neighbour)
        if index == 0 and picture:
            writer.block(picture)
        while writer.words < plan.words * (index + 1) // (last + 1):
            writer.go_on(plan.words * (index + 1) // (last + 1) - writer.words)
    return writer.french(), "\n\n".join(writer.english) + "\n"


class _Writer:
    """Writes block after block."""

    def __init__(self, plan: Plan, dice: Dice) -> None:
        self.words = 0
        """Written so far, in French."""
        self.english: list[str] = []
        self._french: list[str] = []
        self._dice = dice
        self._scenes = scenes(plan.subject, plan.service, plan.topic)
        self._names = {"place": plan.place, "other_place": place(dice)}
        self._headings: list[Pair] = []
        self._own: list[Pair] = []
        self._any: list[Pair] = []
        self._section = ""
        self._has_subheading = False
        self._since_heading = 0
        self._narrow = dice.chance(0.2)

    def french(self) -> str:
        """The French text; in some with the no-break spaces of good typesetting."""
        text = "\n\n".join(self._french) + "\n"
        if self._narrow:
            for sign in (" ;", " !", " ?", " »"):
                text = text.replace(sign, f"\u202f{sign[1]}")
            text = text.replace("« ", "«\u202f").replace(" :", "\u00a0:")
        return text

    def block(self, pair: Pair) -> None:
        """Add one block of Markdown."""
        french, english = pair
        words = french.count(" ") + 1
        self.words += words
        self._since_heading += words
        self._french.append(french)
        self.english.append(english)

    def open_section(self, section: str, label: Pair) -> None:
        """Begin a section under its heading."""
        self._section = section
        self._own = []
        self.block((f"## {label[0]}", f"## {label[1]}"))
        self._has_subheading, self._since_heading = False, 0

    def citing_paragraph(self, notes: Sequence[Note]) -> None:
        """A paragraph whose sentences cite these notes: real documents by sentences that claim
        nothing in their name."""
        pairs = []
        for note in notes:
            real = note.is_real
            sentence = self._dice.pick(anywhere.REAL_SOURCE) if real else self._sentence()
            pairs.append(_cited(sentence, note))
        pairs += [self._sentence() for _ in range(max(1, 2 - len(pairs)))]
        if self._dice.chance(0.02):
            pairs.append(self._dice.pick(anywhere.EMOJI))
        self.block(paragraph(pairs))

    def link(self, neighbour: Plan) -> None:
        """A sentence that leads to another record, at times to one of its sections."""
        target, forms = neighbour.slug, anywhere.LINKS
        if self._dice.chance(0.4):
            target, forms = f"{target}#{self._dice.pick(neighbour.sections)}", anywhere.DEEP_LINKS
        french, english = self._dice.pick(forms)
        self.block(
            (
                french.format(label=neighbour.name[0], target=target),
                english.format(label=neighbour.name[1], target=target),
            )
        )

    def go_on(self, wanted: int) -> None:
        """One more block, of about so many words at most."""
        enough = _WORDS_UNDER_A_HEADING // (2 if self._has_subheading else 1)
        if wanted > 50 and self._since_heading > enough:
            headings = anywhere.HEADINGS
            self._headings = self._headings or self._dice.some(headings, len(headings))
            french, english = self._headings.pop()
            mark = "####" if self._has_subheading and self._dice.chance(0.5) else "###"
            self.block((f"{mark} {french}", f"{mark} {english}"))
            self._has_subheading, self._since_heading = True, 0
            return
        form = self._dice.below(100) if wanted > 40 and self._since_heading else 99
        if form < 8:
            self.block(list_of_points(self._dice, self._said, "-"))
        elif form < 12:
            self.block(list_of_points(self._dice, self._said, "1."))
        elif form < 18:
            self.block(quotation(self._dice, self._said))
        elif form < 23:
            self.block(table(self._dice, self._said))
        else:
            count = min(self._dice.between(2, 5), 1 + wanted // _WORDS_OF_A_SENTENCE)
            self.block(paragraph([self._sentence() for _ in range(count)]))

    def _sentence(self) -> Pair:
        """One of the section's own sentences or of those for any section, each once in turn."""
        own = _SENTENCES.get(self._section, anywhere.SENTENCES)
        if self._dice.chance(0.6):
            self._own = self._own or self._dice.some(own, len(own))
            return self._said(self._own.pop())
        self._any = self._any or self._dice.some(anywhere.SENTENCES, len(anywhere.SENTENCES))
        return self._said(self._any.pop())

    def _said(self, pair: Pair) -> Pair:
        return said(pair, self._dice.pick(self._scenes), **self._names)


def _cited(pair: Pair, note: Note) -> Pair:
    """The sentence with a citation before its full stop."""
    return f"{pair[0][:-1]}[^{note.id}].", f"{pair[1][:-1]}[^{note.id}]."
