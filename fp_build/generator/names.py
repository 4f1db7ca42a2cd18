"""Names of places that do not exist."""

from __future__ import annotations

from typing import Final

from fp_build.generator.dice import Dice

# All begin with a consonant, so that « de » and « à » need no elision before them.
_HEADS: Final = (
    "Val", "Bel", "Roc", "Mar", "Vil", "Cor", "Lan", "Sar", "Tré", "Pla", "Gri", "Mor", "Bra",
    "Cha", "Dor", "Fon", "Gal", "Jon", "Kér", "Nor", "Pel", "Rav", "Sol", "Tor", "Zel",
)  # fmt: skip
_MIDDLES: Final = ("mo", "li", "va", "so", "ni", "ta", "do", "bu", "re", "la", "vi", "cé", "ga")
_SHORT_TAILS: Final = ("nne", "las", "rac", "gny", "ssy", "zan", "vre", "cey", "dun", "lle")
_LONG_TAILS: Final = ("reau", "lles", "zard", "ssan", "court", "vent", "chey", "gnac", "noux")

_ALONE: Final = 16
"""Longer names are made of two."""


def place(dice: Dice) -> str:
    """The name of a place, 6 to 10 letters long."""
    tail = dice.pick(_SHORT_TAILS if dice.chance(0.5) else _LONG_TAILS)
    middle = dice.pick(_MIDDLES) if dice.chance(0.7) else ""
    return dice.pick(_HEADS) + middle + tail


def place_of_length(dice: Dice, length: int) -> str:
    """The name of a place of exactly that many characters, 6 or more."""
    if length > _ALONE:
        first = 6 + dice.below(
            min(length - 16, 5)
        )  # leaves « -sur- » and at least 6 for the second
        rest = place_of_length(dice, length - first - 5)
        return f"{place_of_length(dice, first)}-sur-{rest}"
    tail = dice.pick([t for t in _LONG_TAILS if len(t) == 4] if length % 2 else _SHORT_TAILS)
    middles = (dice.pick(_MIDDLES) for _ in range((length - 3 - len(tail)) // 2))
    return dice.pick(_HEADS) + "".join(middles) + tail
