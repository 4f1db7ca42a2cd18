"""What a long build says while it works, and what any build says at its end.

On a terminal a bar with counts and the time that is left; elsewhere, as in CI, a line now and then;
nothing where the host is to be quiet.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final, NamedTuple, TextIO

import click

from fp_build.words.languages import Bilingual, Language

PATIENCE: Final = 1.0
"""For so many seconds nobody wonders what is going on."""

PAUSE: Final = 5.0
"""Between two lines, in seconds, where there is no terminal."""

_MAKING: Final = Bilingual("Pages du catalogue", "Pages of the catalogue")
_MADE: Final = Bilingual(
    "Pages du catalogue : {done} sur {of}", "Pages of the catalogue: {done} of {of}"
)


_FIRST: Final = Bilingual(
    "Il n’y a encore aucune fiche dans « {cases} » : le site est prêt, avec un catalogue vide.\n"
    "Pour écrire la première, créez le dossier « {cases}/ma-premiere-fiche/ » avec un fichier"
    " « index.fr.md » ;\nle guide « docs/fr/contribuer/ecrire.md » en montre un, à copier."
    " D’ici là, les liens\ndes pages vers des fiches sont sans effet.",
    "There is no record in “{cases}” yet: the site is ready, with an empty catalogue.\n"
    "To write the first one, create the folder “{cases}/my-first-record/” with a file"
    " “index.en.md”;\nthe guide “docs/en/contribuer/ecrire.md” shows one to copy. Until then,"
    " links of pages\nto records have no effect.",
)


def beginning(language: Language, cases: str) -> str:
    """What whoever begins a catalogue is told, at every build until there is a record."""
    return _FIRST.of(language).format(cases=cases)


class Progress:
    """The progress of one build; hears how many pages are done, and of how many. ``say`` takes
    lines, and nothing is drawn or said without it."""

    def __init__(
        self,
        language: Language,
        say: Callable[[str], None] | None,
        stream: TextIO = sys.stderr,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._language = language
        self._say = say
        self._stream = stream
        self._clock = clock
        self._since = clock()
        self._bar: Any = None  # click does not name the class of its bars
        self._drawn = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def __call__(self, done: int, of: int) -> None:
        """So many are done."""
        if self._say is None:
            return
        if self._stream.isatty():
            self._draw(done, of)
        elif self._clock() - self._since >= PAUSE and done < of:
            self._since = self._clock()
            self._say(_MADE.of(self._language).format(done=done, of=of))

    def _draw(self, done: int, of: int) -> None:
        if self._bar is None:
            if self._clock() - self._since < PATIENCE or done >= of:
                return
            self._bar = click.progressbar(
                length=of, label=_MAKING.of(self._language), file=self._stream, show_pos=True
            )
        self._bar.update(done - self._drawn)
        self._drawn = done


_RECORDS: Final = (Bilingual("{n} fiche", "{n} record"), Bilingual("{n} fiches", "{n} records"))
_PAGES: Final = (
    Bilingual("{n} page du catalogue", "{n} page of the catalogue"),
    Bilingual("{n} pages du catalogue", "{n} pages of the catalogue"),
)
_TAKEN: Final = (
    Bilingual("dont {n} reprise du passage précédent", "{n} of them from the last build"),
    Bilingual("dont {n} reprises du passage précédent", "{n} of them from the last build"),
)
_SAME: Final = Bilingual("rien n’a changé", "nothing has changed")
_WARNINGS: Final = (
    Bilingual("{n} avertissement", "{n} warning"),
    Bilingual("{n} avertissements", "{n} warnings"),
)


class Counts(NamedTuple):
    """What there is at the end of a build."""

    records: int
    pages: int
    taken: int
    """How many of the pages earlier builds had made."""
    warnings: int


def ending(language: Language, counts: Counts, seconds: float, *, same: bool = False) -> str:
    """The last line of a build: what there is, and how long it took. ``same`` is said where the
    site was left as it stood."""

    def count(forms: tuple[Bilingual, Bilingual], number: int) -> str:
        one = number == 1 or (number == 0 and language == "fr")
        return forms[0 if one else 1].of(language).format(n=number)

    made = count(_PAGES, counts.pages)
    if same:
        made += f" ({_SAME.of(language)})"
    elif counts.taken:
        made += f" ({count(_TAKEN, counts.taken)})"
    duration = f"{seconds:.1f}".replace(".", "," if language == "fr" else ".")
    said = [
        count(_RECORDS, counts.records),
        made,
        count(_WARNINGS, counts.warnings),
        f"{duration}\u00a0s",
    ]
    colon = {"fr": "\u00a0:", "en": ":"}[language]
    return f"Futurs Publics{colon} {', '.join(said)}"
