"""``python -m fp_build.generator --count 200 --seed 1 --out build/demo-cases``."""

from __future__ import annotations

from pathlib import Path

import click

from fp_build.generator import PICTURE_SIZE, generate
from fp_build.reading.source import Limits
from fp_build.reading.vocabulary_files import read_vocabularies
from fp_build.words.findings import Level

_EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--count", "--records", default=200, show_default=True, help="How many records.")
@click.option("--seed", default=1, show_default=True, help="The same seed, the same records.")
@click.option("--out", "folder", type=click.Path(path_type=Path), help="As FOLDER.")
@click.option("--vocabulary", default="cases/_vocabulary", type=_EXISTING, show_default=True)
@click.option("--copy-vocabulary", is_flag=True, help="Put the vocabulary into the folder as well.")
@click.option("--picture-size", default=PICTURE_SIZE, show_default=True, help="Bytes of a picture.")
@click.argument("target", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
def main(
    count: int,
    seed: int,
    folder: Path | None,
    vocabulary: Path,
    copy_vocabulary: bool,
    picture_size: int,
    target: Path | None,
) -> None:
    """Write generated records, labelled as such, into FOLDER, which is new or empty."""
    folder = folder or target
    if folder is None:
        raise click.UsageError("Give the folder to write to.")
    files = {path.name: path.read_bytes() for path in sorted(vocabulary.glob("*.yml"))}
    vocabularies, findings = read_vocabularies(vocabulary.as_posix(), files, Limits())
    for finding in findings:
        if finding.level is Level.ERROR:
            place = finding.place
            raise click.ClickException(f"{place.path}:{place.line}: {finding.message('en')}")
    copied = vocabulary if copy_vocabulary else None
    try:
        generate(
            count, seed, folder, vocabularies, picture_size=picture_size, copied_vocabulary=copied
        )
    except FileExistsError as error:
        raise click.UsageError(str(error)) from error


if __name__ == "__main__":
    main()
