"""The command line: ``fp check``, ``fp rules``, ``fp translated``, ``fp addresses``.

What a command needs is imported when it runs, so that ``fp --help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from fp_build import __version__

_LANGUAGE = click.option(
    "--lang", "language", type=click.Choice(["fr", "en"]), default=None, envvar="FP_LANG",
    help="Langue des messages / language of messages (fr).",
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="fp")
def main() -> None:
    """Vérifier et entretenir les fiches / check and maintain the records."""
    for stream in (sys.stdout, sys.stderr):  # a report holds accents whatever the locale says
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")


@main.command()
@click.argument("paths", nargs=-1, metavar="[CHEMIN]…")
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json"]), default="text",
    help="Rapport pour une personne, une demande de fusion ou un programme.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Les avertissements font échouer aussi.")
@_LANGUAGE
def check(paths: tuple[str, ...], form: str, strict: bool, language: str | None) -> None:
    """Vérifier un dossier de fiches, une fiche ou un fichier (par défaut : cases/).

    Check a cases folder, a record or a file. Exit status: 0 no error, 1 errors, 2 wrong usage.
    """
    from fp_build.doors.checking import check_paths
    from fp_build.doors.disk import lines_of
    from fp_build.doors.report import as_github, as_json, as_text, ending
    from fp_build.words.findings import Level
    from fp_build.words.languages import as_language

    speaking = as_language(language or "fr") or "fr"
    try:
        findings, records = check_paths(paths or ("cases",), Path.cwd())
    except FileNotFoundError as error:
        said = {
            "fr": "« {} » n’existe pas, ou ne peut pas être lu.",
            "en": "“{}” does not exist, or cannot be read.",
        }
        click.echo(said[speaking].format(error.args[0]), err=True)
        raise SystemExit(2) from None
    if form == "json":
        click.echo(as_json(findings, speaking))
    elif form == "github":
        if findings:
            click.echo(as_github(findings, speaking))
    else:
        if findings:
            click.echo(as_text(findings, speaking, lines_of) + "\n")
        click.echo(ending(findings, records, speaking))
    gravest = max((finding.level for finding in findings), default=Level.NOTICE)
    limit = Level.WARNING if strict else Level.ERROR
    raise SystemExit(1 if gravest >= limit else 0)


@main.command()
@_LANGUAGE
def rules(language: str | None) -> None:
    """Énumérer les règles / list all rules."""
    from fp_build.judging.rulebook import all_rules
    from fp_build.words.languages import as_language

    speaking = as_language(language or "fr") or "fr"
    for name, rule in all_rules().items():
        mark = " (build)" if rule.needs_build else ""
        first = rule.manual.of(speaking).strip().split("\n\n")[0]
        click.echo(f"{name}  [{rule.level.label(speaking)}]{mark}\n    {' '.join(first.split())}")


@main.command()
@click.argument("slugs", nargs=-1, required=True, metavar="FICHE…")
@click.option("--cases", default="cases", metavar="DOSSIER", help="Le dossier des fiches.")
@_LANGUAGE
def translated(slugs: tuple[str, ...], cases: str, language: str | None) -> None:
    """Noter que la traduction d’une fiche suit l’original d’aujourd’hui.

    Record that a record's translation follows the original as it stands: writes source_hash.
    """
    from fp_build.doors.translating import NotTranslated, note_translated
    from fp_build.words.languages import as_language

    speaking = as_language(language or "fr") or "fr"
    failed = False
    for slug in slugs:
        try:
            path = note_translated(Path(cases), slug)
        except NotTranslated as error:
            click.echo(error.said.of(speaking), err=True)
            failed = True
        else:
            click.echo(os.fspath(path))
    raise SystemExit(1 if failed else 0)


@main.command()
@click.option("--accept", is_flag=True, help="Ajoute à la liste les adresses nouvelles.")
@click.option("--all", "whole", is_flag=True, help="Énumère toutes les adresses d’aujourd’hui.")
@click.option(
    "--cases", default="cases", metavar="DOSSIER", envvar="FP_CASES_DIR",
    help="Le dossier des fiches.",
)  # fmt: skip
@_LANGUAGE
def addresses(accept: bool, whole: bool, cases: str, language: str | None) -> None:
    """Comparer les adresses du site à celles qui ont été publiées.

    Compare the addresses of the site with those published: « + » is new, « - » would be lost.
    --accept adds the new ones to _addresses.txt and never takes one away. Exit status: 0 nothing
    is lost, 1 something is or the records have errors, 2 wrong usage.
    """
    from fp_build.doors import promising
    from fp_build.words.languages import as_language

    speaking = as_language(language or "fr") or "fr"
    try:
        promises = promising.compare(cases, Path.cwd())
    except FileNotFoundError as error:
        said = {"fr": "« {} » n’est pas un dossier de fiches.", "en": "“{}” holds no records."}
        click.echo(said[speaking].format(error.args[0]), err=True)
        raise SystemExit(2) from None
    try:
        if accept and not promises.faults:
            promising.accept(promises)
    except OSError as error:
        said = {"fr": "« {} » ne peut pas être écrit : {}", "en": "“{}” cannot be written: {}"}
        click.echo(said[speaking].format(promises.listed.path, error.strerror), err=True)
        raise SystemExit(1) from None
    for line in sorted(promises.now) if whole else promises.differences():
        click.echo(line)
    click.echo(promises.summary(accepted=accept).of(speaking), err=True)
    raise SystemExit(1 if promises.lost or promises.faults else 0)
