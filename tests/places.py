"""Records in many places, as files of a cases folder: regions, départements, overseas, none."""

from __future__ import annotations

from typing import Any, Final

from truth_table import record_files

_PLACES: Final[dict[str, list[str]]] = {
    "au-nord": ["59"],
    "nord-et-calvados": ["59", "14"],
    "a-paris": ["75"],
    "petite-couronne": ["75", "92", "93", "94"],
    "en-bretagne": ["reg-53"],
    "finistere": ["29"],
    "belfort-et-corse": ["90", "2A"],
    "la-reunion": ["974"],
    "mayotte-region": ["reg-06"],
    "tout-le-pays": ["FR"],
    "nulle-part": [],
    **{f"rhone-{n}": ["69"] for n in range(6)},
    **{f"gironde-{n}": ["33"] for n in range(11)},
}

_ROLES: Final[dict[str, dict[str, Any]]] = {
    "au-nord": {"lead": "sgmap", "partners": ["igpde"]},
    "a-paris": {"lead": "ditp", "partners": ["sgmap"]},
    "finistere": {"partners": ["sgmap", "oecd"]},
}

RECORDS: Final = record_files(
    {
        slug: {
            "title": "Un essai, " + slug.replace("-", " "),
            "kind": "project",
            "themes": ["disability"],
            "body": "Un texte.",
            "en": "A trial, " + slug.replace("-", " "),
            **({"territories": territories} if territories else {}),
            **_ROLES.get(slug, {}),
        }
        for slug, territories in _PLACES.items()
    }
)
"""By path in a cases folder."""
