"""What the project costs beside Hugo and stock Material, on one generated corpus.

    python -m bench [--records 500] [--runs 3] [--only cold,unchanged,…]

How the figures are made is told in ``docs/performance.md``.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click

from bench import checks, contest, report, search, serving
from bench.contest import Changes, Generator, State
from bench.corpus import ROOT, Entry, entries
from bench.elements import differences
from bench.hugo import Hugo
from bench.material import Material
from bench.measure import Cost, Failed, interleaved, middle
from bench.ours import Ours
from bench.peers import Peers, peers

SECTIONS: Final = (
    "cold", "unchanged", "changed", "memory", "material", "search", "check", "serve", "growth",
)  # fmt: skip
USUAL: Final = "cold,unchanged,changed,memory,check,serve"
MOST_FOR_MATERIAL: Final = 2_000
"""With more records than that stock Material takes too long to wait for."""
SHOWN: Final = 40
"""How many differences are told before the bench gives up."""


class Bench:
    """One corpus, and the generators side by side in folders of their own."""

    def __init__(self, records: int, runs: int, found: Peers) -> None:
        folder = ROOT / "build/bench" / str(records)
        self.runs = runs
        self.records = records
        self.ours = Ours(folder / "ours")
        self.hugo = Hugo(folder / "hugo", found.hugo)
        self.material = Material(folder / "material", found.python)
        self.report: dict[str, Any] = report.about(records, runs, found.versions())
        self.entries: list[Entry] = []

    def prepare(self) -> None:
        """Make the corpus and every site once; stop where two sites are not the same work."""
        self.ours.prepare(self.records)
        self.ours.build.cost()
        data = self.ours.site / "data/catalogue.json"
        self.entries = [e for e in entries(self.ours.cases, data) if e.row["status"] == "published"]
        self.hugo.prepare(self.ours.cases, self.ours.site)
        self.hugo.build.cost()
        found = list(itertools.islice(differences(self.ours.site, self.hugo.site), SHOWN + 1))
        if found:
            lines = "\n".join(f"  {line}" for line in found[:SHOWN])
            raise click.ClickException(f"Les deux sites diffèrent :\n{lines}")
        self.report["files"] = {
            g.name: sum(1 for path in g.site.rglob("*") if path.is_file())
            for g in (self.ours, self.hugo)
        }

    def race(self, states: Sequence[State]) -> None:
        """Ours and Hugo in turn, in every state asked for."""
        changes = Changes(self.entries)
        found = contest.race((self.ours, self.hugo), self.runs, states, changes)
        self._keep(found)
        self._compare(found, self.hugo, states)

    def beside_material(self, states: Sequence[State]) -> None:
        """Material, once cold: it keeps nothing, and takes as long when nothing has changed."""
        data = self.ours.site / "data/catalogue.json"
        self.material.prepare(self.ours.cases, data.parent.parent)
        changes = Changes(self.entries)
        known: list[State] = [state for state in states if state in ("cold", "unchanged")]
        found = contest.race((self.ours, self.material), 1, known, changes)
        theirs = {self.material.name: found[self.material.name]}
        self._keep(theirs)
        self._compare(found, self.material, known)

    def _keep(self, found: Mapping[str, Mapping[State, list[Cost]]]) -> None:
        kept = self.report.setdefault("states", {})
        for name, costs in found.items():
            kept[name] = {state: report.figures(runs) for state, runs in costs.items()}

    def _compare(
        self,
        found: Mapping[str, Mapping[State, list[Cost]]],
        peer: Generator,
        states: Sequence[State],
    ) -> None:
        for state in states:
            ratios = self.report.setdefault("ratios", {}).setdefault(state, {})
            here, there = found[self.ours.name][state], found[peer.name][state]
            ratios[peer.name] = report.ratio(here, there)

    def memory(self) -> None:
        """The most that each holds, cold and when nothing has changed."""
        self.report["memory"] = {}
        for generator in (self.ours, self.hugo):
            generator.forget()
            cold = generator.build.memory()
            self.report["memory"][generator.name] = {
                "cold": cold,
                "unchanged": generator.build.memory(),
            }

    def search(self) -> None:
        """What text search costs besides."""
        material = self.material if self.material.site.exists() else None
        measured = search.contestants(self.ours, self.hugo, material)
        costs = interleaved(1, measured)
        self.report["search"] = {name: report.figures(runs) for name, runs in costs.items()}

    def check(self) -> None:
        """What `fp check` costs."""
        whole = checks.whole(self.ours, self.runs)
        one = checks.one_file(self.ours, self.entries, self.runs)
        costs = {**whole, **one}
        self.report["check"] = {name: report.figures(runs) for name, runs in costs.items()}
        self.report["check_ratios"] = {
            "vérification / bibliothèques (processeur)": report.ratio(
                whole[checks.WHOLE], whole[checks.FLOOR]
            )["processor"],
            "un fichier / à vide (horloge)": report.ratio(one[checks.ONE], one[checks.EMPTY])[
                "wall"
            ],
        }

    def serve(self) -> None:
        """How long authors wait for a page they have just saved."""
        self.report["serve"] = {
            generator.name: serving.delays(generator, self.entries, self.runs)
            for generator in (self.ours, self.hugo)
        }

    def growth(self, factor: int) -> None:
        """What ten times as many records cost, cold, without any other generator."""
        small = self._alone(self.ours)
        more = Ours(ROOT / "build/bench" / str(self.records * factor) / "ours")
        more.prepare(self.records * factor)
        large = self._alone(more)
        names = ("horloge", "processeur", "mémoire")
        ratios = {n: round(b / a, 2) for n, a, b in zip(names, small, large, strict=True)}
        self.report["growth"] = {
            "from": self.records,
            "to": self.records * factor,
            "small": small,
            "large": large,
            "ratios": ratios,
        }

    def _alone(self, generator: Ours) -> tuple[float, float, int]:
        generator.forget()
        cost = middle([generator.build.cost()])
        generator.forget()
        return cost.wall, cost.processor, generator.build.memory()


def _sections(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(name.strip() for name in value.split(",") if name.strip())
    if unknown := [name for name in chosen if name not in SECTIONS]:
        raise click.BadParameter(f"{', '.join(unknown)} ; parmi : {', '.join(SECTIONS)}")
    return chosen


@click.command()
@click.option("--records", default=500, show_default=True, help="How many bilingual records.")
@click.option("--runs", default=3, show_default=True, help="How many rounds to take medians of.")
@click.option("--only", default=USUAL, show_default=True, callback=_sections, help="Sections.")
@click.option("--growth-factor", default=10, show_default=True, help="Of the section growth.")
@click.option("--save", type=click.Path(path_type=Path), help="Keep the figures there as well.")
def main(
    records: int, runs: int, only: tuple[str, ...], growth_factor: int, save: Path | None
) -> None:
    """Measure, print, and write build/bench.json."""
    bench = Bench(records, runs, peers())
    states: list[State] = [state for state in ("cold", "unchanged") if state in only]
    if "changed" in only:
        states += ["body", "title"]
    try:
        click.echo("Préparation du corpus et des sites…", err=True)
        bench.prepare()
        if states:
            bench.race(states)
        if "material" in only and records <= MOST_FOR_MATERIAL:
            bench.beside_material(states)
        for name in ("memory", "check", "search", "serve"):
            if name in only:
                getattr(bench, name)()
        if "growth" in only:
            bench.growth(growth_factor)
    except Failed as failure:
        raise click.ClickException(str(failure)) from failure
    report.write(bench.report)
    if save is not None:
        save.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(report.REPORT, save)
    for line in report.told(bench.report):
        click.echo(line)
    click.echo(f"\nChiffres complets : {report.REPORT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
