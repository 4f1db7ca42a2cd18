"""Generated records: realistic in form, labelled as samples, the same for the same seed.

For demonstrations, tests and measurements. Every kind, every field and every term of the
vocabularies is in use; what the records tell is invented and says so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from fp_build.generator.dice import Dice
from fp_build.generator.facts import Bags
from fp_build.generator.plan import make_plans
from fp_build.generator.programme import Programme
from fp_build.generator.record import Workshop
from fp_build.reading.vocabulary import Vocabularies

PICTURE_SIZE = 8_000
"""Bytes of a picture, about, unless another size is asked for."""
_VOCABULARY = "_vocabulary"


def records(
    count: int, seed: int, vocabularies: Vocabularies, *, picture_size: int = PICTURE_SIZE
) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """That many records, each as its slug and the files of its folder by name."""
    dice = Dice(str(seed))
    collection = make_plans(count, dice, vocabularies)
    programme = Programme.of(collection, vocabularies, seed)
    bags = Bags(dice, vocabularies)
    workshop = Workshop(collection, programme, bags, vocabularies, seed, picture_size)
    for plan in collection.plans:
        yield plan.slug, workshop.make(plan)


def generate(
    count: int,
    seed: int,
    folder: Path,
    vocabularies: Vocabularies,
    *,
    picture_size: int = PICTURE_SIZE,
    copied_vocabulary: Path | None = None,
) -> None:
    """Write that many records into ``folder``, and a copy of a ``_vocabulary`` folder if one is
    given. The same arguments give the same bytes.

    Raises FileExistsError where the folder holds something already: what an earlier run left would
    be taken for records of this one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    top = os.fspath(folder)
    for slug, files in records(count, seed, vocabularies, picture_size=picture_size):
        own = f"{top}/{slug}"
        os.mkdir(own)
        if any("/" in name for name in files):
            os.mkdir(f"{own}/replies")
        for name, data in files.items():
            with open(f"{own}/{name}", "wb") as file:
                file.write(data)
    if copied_vocabulary is not None:
        shutil.copytree(copied_vocabulary, folder / _VOCABULARY)
