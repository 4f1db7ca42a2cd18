"""What text search costs, apart from the pages: ours, Pagefind over Hugo's site, Material's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from bench.hugo import Hugo
from bench.material import Material
from bench.measure import Command, Cost
from bench.ours import Ours
from fp_build.doors.pagefind import program

OURS_COLD = "futurs-publics, site et recherche, à froid"
OURS_UNCHANGED = "futurs-publics, site et recherche, rien de changé"
PAGEFIND = "Pagefind sur le site de Hugo"
MATERIAL = "Material, site et recherche"


def contestants(ours: Ours, hugo: Hugo, material: Material | None) -> dict[str, Callable[[], Cost]]:
    """What is measured, by what it is called; sites must have been built."""
    pagefind = program()
    found: dict[str, Callable[[], Cost]] = {}

    def cold() -> Cost:
        ours.forget()
        return ours.search.cost()

    found[OURS_COLD] = cold
    found[OURS_UNCHANGED] = ours.search.cost
    if pagefind is not None:
        index = Command((str(pagefind), "--site", str(hugo.site)), hugo.folder)

        def indexed() -> Cost:
            shutil.rmtree(hugo.site / "pagefind", ignore_errors=True)
            return index.cost()

        found[PAGEFIND] = indexed
    if material is not None:

        def sought() -> Cost:
            material.forget()
            return material.search.cost()

        found[MATERIAL] = sought
    return found
