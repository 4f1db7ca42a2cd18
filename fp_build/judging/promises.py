"""Published addresses of records and terms that would be lost: what can be told without a build."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from fp_build.judging import promise_faults as faults
from fp_build.judging.folder_faults import NOT_A_PLAIN_FILE
from fp_build.judging.folders import RESERVED
from fp_build.judging.record import Record
from fp_build.reading.address_list import ROOM, AddressList, read_address_list
from fp_build.reading.source import Limits
from fp_build.reading.source_faults import FILE_TOO_LARGE
from fp_build.reading.vocabulary import Vocabularies
from fp_build.reading.vocabulary_forms import FACETS
from fp_build.reading.workspace import Workspace
from fp_build.words.addresses import (
    CSV_FILE,
    JSON_FILE,
    SCHEMA_FILE,
    address_of,
    calendar_file,
    calls_feed_file,
    facet_file,
    record_file,
    records_feed_file,
    subject_at,
)
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import LANGUAGES, Bilingual
from fp_build.words.text import ID

FIXED: Final = frozenset(
    address_of(file)
    for language in LANGUAGES
    for file in (
        *(facet_file(language, facet) for facet in FACETS),
        *(make(language) for make in (calendar_file, calls_feed_file, records_feed_file)),
        *(JSON_FILE, CSV_FILE, SCHEMA_FILE),
    )
)
"""Those that do not depend on any record or term."""


def read_promises(workspace: Workspace, limits: Limits) -> tuple[AddressList | None, list[Finding]]:
    """The list of published addresses of a cases folder; ``None`` where it has none."""
    entry = workspace.addresses
    if entry is None:
        return None, []
    if entry.kind == "file" and entry.size > ROOM:  # said without reading it
        return None, [FILE_TOO_LARGE.at(Place(entry.path), size=entry.size, limit=ROOM)]
    try:
        data = entry.read() if entry.kind == "file" else None
    except OSError:  # it has vanished since the folder was looked at, or the disk is failing
        data = None
    if data is None:
        return None, [NOT_A_PLAIN_FILE.at(Place(entry.path), name=entry.name)]
    return read_address_list(entry.path, data, limits)


def judge_promises(
    listed: AddressList,
    workspace: Workspace,
    records: Mapping[str, Record],
    vocabularies: Vocabularies,
    besides: Collection[str] | None = None,
) -> Iterator[Finding]:
    """The listed addresses that lead nowhere any more. ``records`` are all that could be read: of
    one that is at fault nothing is said here. ``besides`` are the addresses that stand besides
    those of records and terms, where they are known; else only these are judged."""
    standing = set(besides or ())
    named: dict[str, Record] = {}
    """The records that name a former address without being published."""
    for slug, record in records.items():
        for name in (slug, *record.brief.redirect_from):
            if record.is_public or not record.sound:
                standing.update(address_of(record_file(language, name)) for language in LANGUAGES)
            elif name != slug:
                named[name] = record
    of_records = []
    for address in listed.lines:
        if address in standing:
            continue
        subject = subject_at(address)
        if subject and subject.facet and subject.facet in FACETS:
            yield from _judge_term(listed, address, subject.facet, subject.name, vocabularies)
        elif subject is not None and subject.facet is None and subject.name not in RESERVED:
            of_records.append((address, subject.name))
        elif besides is not None:
            yield _lost_page(listed, address)
    if of_records and not workspace.folders:
        yield faults.NO_RECORDS_LEFT.at(
            listed.place(of_records[0][0]),
            count=len(of_records),
            folder=workspace.path or ".",
            list=listed.path,
        )
        return
    for address, slug in of_records:
        if slug in workspace.folders and slug not in records:
            continue  # it cannot be read, which has been said
        reason, remedy = _of_record(slug, records.get(slug), named.get(slug))
        yield faults.LOST_ADDRESS.at(
            listed.place(address), address=address, reason=reason, remedy=remedy
        )


def judge_gone(listed: AddressList, gone: Collection[str]) -> Iterator[Finding]:
    """The listed addresses among those that seemed to stand, as far as files tell, and do not."""
    for address in gone:
        if address in listed.lines:
            yield _lost_page(listed, address)


def _lost_page(listed: AddressList, address: str) -> Finding:
    """The finding on the address of an editorial page, of data or of a feed."""
    return faults.LOST_ADDRESS.at(
        listed.place(address),
        address=address,
        reason=Bilingual(
            "ni page, ni donnée, ni redirection ne s’y trouve",
            "neither a page nor data nor a redirect stands there",
        ),
        remedy=Bilingual(
            "remettez la page, ou donnez son ancien nom sous « redirect_from », en tête de celle"
            " qui la remplace dans la même langue",
            "put the page back, or give its former name under “redirect_from”, at the top of the"
            " one that takes its place in the same language",
        ),
    )


def _of_record(
    slug: str, record: Record | None, successor: Record | None
) -> tuple[Bilingual, Bilingual]:
    """Why the address of a record would be lost, and what to do."""
    hidden = record or successor
    if hidden is None:
        return (
            Bilingual(
                f"aucune fiche publiée ne s’appelle « {slug} », ni ne l’a sous « redirect_from »",
                f"no published record is called “{slug}”, or has it under “redirect_from”",
            ),
            Bilingual(
                f"remettez le dossier « {slug} » avec « status: archived » ; ou, si une autre fiche"
                f" le remplace, ajoutez « redirect_from: [{slug}] » à celle-ci",
                f"put the folder “{slug}” back with “status: archived”; or, if another record takes"
                f" its place, add “redirect_from: [{slug}]” to that one",
            ),
        )
    status = hidden.facts.status
    return (
        Bilingual(
            f"la fiche « {hidden.slug} » n’est pas publiée (« status: {status} »)",
            f"the record “{hidden.slug}” is not published (“status: {status}”)",
        ),
        Bilingual(
            "donnez à la fiche « status: archived », qui dit qu’elle n’a plus cours"
            if record
            else "publiez cette fiche, à laquelle l’ancienne adresse mènera",
            "give the record “status: archived”, which says that it is not current"
            if record
            else "publish that record, to which the former address will lead",
        ),
    )


def _judge_term(
    listed: AddressList, address: str, facet: str, term: str, vocabularies: Vocabularies
) -> Iterator[Finding]:
    name = FACETS[facet]
    vocabulary = vocabularies.by_name.get(name)
    if vocabulary is None or not vocabulary.terms:
        return  # it cannot be read, which has been said
    if vocabulary.current(term) is not None and (term in vocabulary or ID.fullmatch(term)):
        return
    yield faults.LOST_ADDRESS.at(
        listed.place(address),
        address=address,
        reason=Bilingual(
            f"« {term} » n’est plus un terme de « {name}.yml »",
            f"“{term}” is no longer a term of “{name}.yml”",
        ),
        remedy=Bilingual(
            f"remettez « {term} », avec « replaced_by » s’il a changé ; ou gardez-le parmi les"
            " « aliases » du terme qui le remplace",
            f"put “{term}” back, with “replaced_by” if it has changed; or keep it among the"
            " “aliases” of the term that takes its place",
        ),
    )
