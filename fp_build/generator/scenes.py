"""The words that fill the slots of a sentence, alike in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from fp_build.generator import cast
from fp_build.generator.dice import Dice
from fp_build.generator.pairs import Pair
from fp_build.generator.subjects import Subject

Scene = tuple[Mapping[str, str], Mapping[str, str]]
"""What fills the slots in French, and in English."""

_HOW_MANY: Final = 48
"""Scenes of one service: enough that two records seldom fill a sentence alike, few enough that
making them costs nothing."""


@lru_cache(maxsize=512)
def scenes(subject: Subject, service: Pair, topic: Pair) -> tuple[Scene, ...]:
    """Scenes about a service for some topic, always the same ones. Other services and topics of
    the subject are named now and then."""
    dice = Dice(f"{service[0]}/{topic[0]}")
    return tuple(_scene(dice, subject, service, topic) for _ in range(_HOW_MANY))


def _scene(dice: Dice, subject: Subject, service: Pair, topic: Pair) -> Scene:
    chosen = {
        "service": service if dice.chance(0.9) else dice.pick(subject.services),
        "topic": topic if dice.chance(0.8) else dice.pick(subject.topics),
        "people": dice.pick(subject.people + cast.PEOPLE if dice.chance(0.6) else subject.people),
        "object": dice.pick(subject.objects + cast.OBJECTS),
        "team": dice.pick(cast.TEAMS),
        "activity": dice.pick(cast.ACTIVITIES),
        "month": dice.pick(cast.MONTHS),
        "n": dice.pick(cast.NUMBERS),
    }
    french, english = {}, {}
    for slot, (fr, en) in chosen.items():
        french[slot], english[slot] = fr, en
        french[slot.capitalize()], english[slot.capitalize()] = _capital(fr), _capital(en)
        french[f"of_{slot}"] = _contracted(fr, "du", "des", "d’" if fr[0] in "ao" else "de ")
        french[f"to_{slot}"] = _contracted(fr, "au", "aux", "à ")
    return french, english


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _contracted(words: str, masculine: str, plural: str, otherwise: str) -> str:
    """The words after « de » or « à », which melt into « le » and « les »."""
    if words.startswith("le "):
        return f"{masculine} {words[3:]}"
    if words.startswith("les "):
        return f"{plural} {words[4:]}"
    return f"{otherwise}{words}"


def said(pair: Pair, scene: Scene, **more: str) -> Pair:
    """A sentence in both languages, its slots filled."""
    french, english = scene
    return pair[0].format_map({**french, **more}), pair[1].format_map({**english, **more})
