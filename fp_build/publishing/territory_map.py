"""The records of the catalogue by place: a map of départements, and a list that says the same.

A région is drawn as its départements, which the vocabulary of territories names by ``parent``. What
has no outline, as the départements overseas, is a tile beside the map: nothing is drawn that was
not measured. Records that hold for the whole country are told apart and colour nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from fp_build.publishing.edition import Edition
from fp_build.publishing.outlines import (
    CREDIT,
    CREDIT_URL,
    LICENCE,
    LICENCE_URL,
    Outline,
    borders,
)
from fp_build.publishing.views import NamedLink, Said

GRID: Final = 5
"""How coarsely the map is drawn, in units of the drawing: about half a pixel where it is largest,
and half the bytes of the drawing itself."""

SIZE: Final = (6130, 5850)
"""Of the drawing, in its units."""

NEAR: Final = ("75", "92", "93", "94")
"""Paris and the départements around it, which a map of the country shows as a speck: drawn a second
time, larger."""

MARGIN: Final = 12
"""What is left free around them, in units of the drawing."""

STEPS: Final = (1, 2, 5, 10)
"""The least number of records of each shade, the lightest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """A territory, with the number of its records."""

    id: str
    name: str
    count: int
    number: str
    count_text: str
    label: str
    """Name and number: “Calvados: 2 records”."""
    selection_url: str
    """The catalogue filtered by the territory; nothing where it has no record."""
    term_url: str
    """Its own page, which needs no script."""
    shade: int
    """0 without a record, else which of :data:`STEPS`."""


@dataclass(frozen=True, slots=True)
class Region:
    """A région with its départements."""

    place: Place | None
    """``None`` for départements that the vocabulary puts into no région."""
    departments: tuple[Place, ...]
    whole: str
    """How many of its records name the région itself: “1 of them for the whole region”."""

    @property
    def found(self) -> tuple[Place, ...]:
        """The départements with records."""
        return tuple(place for place in self.departments if place.count)

    @property
    def rest(self) -> tuple[Place, ...]:
        """Those without."""
        return tuple(place for place in self.departments if not place.count)


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of a département, with what it is called and how it is filled."""

    id: str
    path: str
    title: str
    shade: int
    in_region: bool
    """True where the région has records, whether or not the département has."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A link of the map: the shapes it is made of, and its number where it shows one."""

    place: Place
    shapes: tuple[str, ...]
    """Their ids."""
    x: int = 0
    y: int = 0
    width: int = 0
    """Of the badge with the number; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing: what is filled, what is a link on top of it, lines between régions."""

    title: str
    box: str
    """``viewBox``."""
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...]
    lines: str


@dataclass(frozen=True, slots=True)
class TerritoryMap:
    """The map, and the list beside it."""

    drawing: Drawing
    near: Drawing | None
    tiles: tuple[Place, ...]
    """The départements that have no outline; one without records of its own stands for its région
    where that has some."""
    shades: tuple[tuple[int, str], ...]
    """Those that occur, with what they stand for."""
    has_regions: bool
    found: tuple[Region, ...]
    """The régions with records."""
    rest: tuple[Region, ...]
    """Every région that has départements without a record, or none itself."""
    country: str
    """How many records hold for the whole country."""
    unplaced: str
    """How many records name no territory."""
    credit: NamedLink
    licence: NamedLink


def of_the_country(edition: Edition) -> tuple[str, ...]:
    """The slugs of the listed records that name the country itself."""
    vocabulary = edition.vocabulary("territory")
    return tuple(
        slug
        for slug, record in edition.catalogue.listed.items()
        if any(vocabulary[name].type == "country" for name in record.brief.territories)
    )


def view_map(edition: Edition, here: str) -> TerritoryMap:
    """The map as seen from the file ``here``."""
    regions = tuple(_regions(edition, here))
    catalogue = edition.catalogue
    unplaced = len(catalogue.listed) - catalogue.having("territory")
    shades = {place.shade for region in regions for place in region.found}
    words = edition.words
    return TerritoryMap(
        drawing=_country(edition, regions),
        near=_near(edition, regions),
        tiles=tuple(_tiles(edition, regions)),
        shades=tuple((shade, _range(edition, shade)) for shade in sorted(shades)),
        has_regions=any(region.place and region.place.count for region in regions),
        found=tuple(
            region for region in regions if (region.place and region.place.count) or region.found
        ),
        rest=tuple(
            region for region in regions if region.rest or (region.place and not region.place.count)
        ),
        country=words.count("map-country-records", len(of_the_country(edition))),
        unplaced=words.count("map-unplaced", unplaced) if unplaced else "",
        credit=NamedLink(CREDIT_URL, Said(CREDIT)),
        licence=NamedLink(LICENCE_URL, Said(LICENCE)),
    )


def _regions(edition: Edition, here: str) -> Iterator[Region]:
    """In the order of the vocabulary, then départements of no région."""
    vocabulary = edition.vocabulary("territory")
    current = [term for term in vocabulary if not vocabulary[term].replaced_by]
    regions = [term for term in current if vocabulary[term].type == "region"]
    departments: dict[str, list[str]] = {region: [] for region in regions}
    for term in current:
        if vocabulary[term].type == "department":
            departments.setdefault(vocabulary[term].parent or "", []).append(term)

    named = Counter(
        name
        for record in edition.catalogue.listed.values()
        for name in set(record.brief.territories)
    )
    for region, inside in departments.items():
        places = tuple(_place(edition, code, here) for code in inside)
        if region not in regions:
            yield Region(None, places, "")
            continue
        own = named[region]
        whole = edition.words.count("map-whole-region", own) if own else ""
        yield Region(_place(edition, region, here), places, whole)


def _place(edition: Edition, territory: str, here: str) -> Place:
    term = edition.counted("territory", territory, here)
    return Place(
        id=territory,
        name=term.label,
        count=term.count,
        number=term.number,
        count_text=term.count_text,
        label=edition.words.fill("named-value", name=term.label, value=term.count_text),
        selection_url=edition.selection_url("territory", territory, here) if term.count else "",
        term_url=term.url,
        shade=sum(term.count >= least for least in STEPS),
    )


def _range(edition: Edition, shade: int) -> str:
    """The numbers that a shade stands for."""
    low = STEPS[shade - 1]
    if shade == len(STEPS):
        numbers = edition.words.fill("map-step-over", n=low)
    else:
        high = STEPS[shade] - 1
        numbers = (
            str(low) if high == low else edition.words.fill("map-step-range", low=low, high=high)
        )
    return edition.words.fill("map-step", numbers=numbers)


def _country(edition: Edition, regions: Iterable[Region]) -> Drawing:
    """The map of the country. The départements of the larger drawing are filled here as well; the
    links to them stand there."""
    regions = tuple(regions)
    outlines = edition.outlines
    known = {place.id for region in regions for place in region.departments}
    spots: list[Spot] = []
    shapes = [  # the country is whole, whatever the vocabulary knows of it
        Shape(_id(code), outline.path(GRID), "", 0, in_region=False)
        for code, outline in outlines.items()
        if code not in known
    ]
    for region in regions:
        drawn = [place for place in region.departments if place.id in outlines]
        has_records = region.place is not None and region.place.count > 0
        shapes += [
            Shape(
                _id(place.id), outlines[place.id].path(GRID), place.label, place.shade, has_records
            )
            for place in drawn
        ]
        empty = tuple(_id(place.id) for place in drawn if not place.count)
        if region.place is not None and has_records and empty:
            spots.append(Spot(region.place, empty))
        spots += [
            _spot(place, _id(place.id), outlines[place.id], GRID)
            for place in drawn
            if place.count and place.id not in NEAR
        ]
    groups = ([outlines[p.id] for p in r.departments if p.id in outlines] for r in regions)
    width, height = (size // GRID for size in SIZE)
    return Drawing(
        title=edition.words["map-title"],
        box=f"0 0 {width} {height}",
        shapes=tuple(shapes),
        spots=tuple(spots),
        lines=borders(groups, GRID),
    )


def _near(edition: Edition, regions: Iterable[Region]) -> Drawing | None:
    """Paris and around, larger; nothing where the vocabulary or the drawing has none of it."""
    outlines = edition.outlines
    there = [
        (place, region.place is not None and region.place.count > 0)
        for region in regions
        for place in region.departments
        if place.id in NEAR and place.id in outlines
    ]
    if not there:
        return None
    frames = [outlines[place.id].frame for place, _ in there]
    left, top = (min(frame[side] for frame in frames) - MARGIN for side in (0, 1))
    right, bottom = (max(frame[side] for frame in frames) + MARGIN for side in (2, 3))
    return Drawing(
        title=edition.words["map-near"],
        box=f"{left} {top} {right - left} {bottom - top}",
        shapes=tuple(
            Shape(_id(p.id, near=True), outlines[p.id].path(), p.label, p.shade, in_region)
            for p, in_region in there
        ),
        spots=tuple(
            _spot(place, _id(place.id, near=True), outlines[place.id], 1)
            for place, _ in there
            if place.count
        ),
        lines="",
    )


def _tiles(edition: Edition, regions: Iterable[Region]) -> Iterator[Place]:
    for region in regions:
        for place in region.departments:
            if place.id not in edition.outlines:
                stands = region.place if region.place and not place.count else place
                yield stands if stands.count else place


def _spot(place: Place, shape: str, outline: Outline, step: int) -> Spot:
    x, y = outline.middle
    return Spot(
        place, (shape,), round(x / step), round(y / step), max(100, 52 + 34 * len(place.number))
    )


def _id(code: str, *, near: bool = False) -> str:
    return f"map-{'near-' if near else ''}{code}"
