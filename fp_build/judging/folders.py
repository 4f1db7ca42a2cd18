"""From a folder to a record: which file is the original, which the translation, what is astray."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Container, Iterator, Mapping
from typing import Final

from fp_build.judging import folder_faults as faults
from fp_build.judging.models import FACT_KEYS, KINDS, Facts, Translation, form_of, keys_of
from fp_build.judging.record import Record
from fp_build.judging.replies import Reply, is_reply, read_replies
from fp_build.judging.term_faults import KEY_OF_OTHER_KIND
from fp_build.judging.terms import settle_terms
from fp_build.reading.field_faults import MISSING_KEY
from fp_build.reading.fields import PICTURE_TYPES, read_fields
from fp_build.reading.manuscript import Manuscript, read_manuscript
from fp_build.reading.source import Limits
from fp_build.reading.source_faults import FILE_TOO_LARGE
from fp_build.reading.vocabulary import Vocabularies
from fp_build.reading.workspace import Entry, Folder, Workspace
from fp_build.words.addresses import one_file
from fp_build.words.findings import Finding, Level, Place
from fp_build.words.languages import LANGUAGES, Language, other
from fp_build.words.text import ID, fold, nearest, slug_of

FILE_NAMES: Final[Mapping[Language, str]] = {"fr": "index.fr.md", "en": "index.en.md"}
SLUG_LENGTH: Final = 60
_ONLY_FACTS: Final = FACT_KEYS - frozenset(Translation.model_fields)
_LOOKS_WRITTEN: Final = (".md", ".markdown", ".mdown", ".txt", ".yml", ".yaml", ".fr", ".en")


def read_record(
    folder: Folder, vocabularies: Vocabularies, limits: Limits
) -> tuple[Record | None, list[Finding]]:
    """Read a folder as a record. ``None`` where it holds no file to read; then, and wherever
    something is wrong, findings say so."""
    if len(folder.entries) > limits.files:
        count = len(folder.entries)
        found = [faults.TOO_MANY_FILES.at(Place(folder.path), count=count, limit=limits.files)]
        return None, found
    findings = list(_judge_entries(folder))
    manuscripts: dict[Language, Manuscript] = {}
    for written_in in LANGUAGES:
        entry = folder.entries.get(FILE_NAMES[written_in])
        if entry is None or entry.kind != "file":
            continue
        if entry.size > limits.text_bytes:  # said without reading it
            place = Place(entry.path)
            findings.append(FILE_TOO_LARGE.at(place, size=entry.size, limit=limits.text_bytes))
            continue
        try:
            data = entry.read()
        except OSError:  # it has vanished since the folder was looked at, or the disk is failing
            findings.append(faults.NOT_A_PLAIN_FILE.at(Place(entry.path), name=entry.name))
            continue
        manuscripts[written_in], found = read_manuscript(entry.path, data, limits)
        findings += found
    replies, found = read_replies(folder, limits)
    findings += found
    original, found = _original(folder, manuscripts)
    findings += found
    if not manuscripts:
        return None, findings
    if original is None:
        for manuscript in manuscripts.values():
            findings += _read_translation(manuscript)[1]
        return _without_facts(folder, manuscripts, replies), findings
    language = original
    facts, found = _read_facts(manuscripts[language], vocabularies)
    findings += found
    if facts is None:
        return _without_facts(folder, manuscripts, replies), findings
    translation = None
    if other(language) in manuscripts:
        translation, found = _read_translation(manuscripts[other(language)])
        findings += found
    sound = not any(f.level is Level.ERROR for f in findings)
    tree = manuscripts[language].tree
    lost = frozenset(tree.touched) if tree else frozenset()
    record = Record(
        folder.name, folder, language, facts, manuscripts, translation, replies, sound, lost
    )
    return record, findings


def texts_of(folder: Folder) -> Iterator[Entry]:
    """The files of a folder whose bytes are read to make a record of it; of the others names, kinds
    and sizes are enough."""
    for entry in folder.entries.values():
        if entry.name in FILE_NAMES.values() or is_reply(entry):
            yield entry


def may_say(folder: Folder, slug: str) -> bool:
    """False where no front matter of a folder holds a slug: told without parsing it. An author can
    hide one only behind the backslashes of a quoted text."""
    for entry in map(folder.entries.get, FILE_NAMES.values()):
        if entry is not None and entry.kind == "file":
            with contextlib.suppress(OSError):  # then nothing is known of it
                data = entry.read()
                if slug.encode() in data or b"\\" in data:
                    return True
    return False


def _without_facts(
    folder: Folder, manuscripts: Mapping[Language, Manuscript], replies: tuple[Reply, ...]
) -> Record:
    """A record of whose facts nothing is known: what its bodies hold can be judged all the same."""
    language = next(iter(manuscripts))
    return Record(
        folder.name, folder, language, Facts(), manuscripts, None, replies, False, FACT_KEYS
    )


def _original(
    folder: Folder, manuscripts: Mapping[Language, Manuscript]
) -> tuple[Language | None, list[Finding]]:
    """The language whose file holds the facts."""
    if not manuscripts:
        exists = any(name in folder.entries for name in FILE_NAMES.values())
        entries = folder.entries.values()
        written = any(_looks_written(entry) and not is_reply(entry) for entry in entries)
        if exists or written:
            return None, []
        return None, [faults.NO_RECORD_FILE.at(Place(folder.path))]
    claims = [lang for lang, m in manuscripts.items() if m.keys and _claims_facts(m)]
    if len(claims) == 2:
        second = manuscripts[claims[1]]
        repeated = sorted(second.keys & _ONLY_FACTS)
        place = second.key_place(repeated[0])
        return claims[0], [faults.TWO_SOURCES.at(place, keys=repeated)]
    if claims:
        return claims[0], []
    present = [language for language in LANGUAGES if FILE_NAMES[language] in folder.entries]
    if not all(lang in manuscripts and manuscripts[lang].readable for lang in present):
        return None, []  # the file that may hold the facts could not be read: that has been said
    for language, manuscript in manuscripts.items():
        if "translation" not in manuscript.keys:
            return language, []  # what it lacks is said when its facts are read
    language, manuscript = next(iter(manuscripts.items()))
    expected = FILE_NAMES[other(language)]
    return None, [faults.TRANSLATION_WITHOUT_SOURCE.at(manuscript.place(), expected=expected)]


def _claims_facts(manuscript: Manuscript) -> bool:
    """True where a file presents itself as the original."""
    return "translation" not in manuscript.keys and bool(manuscript.keys & {"kind", "status"})


def _read_facts(
    manuscript: Manuscript, vocabularies: Vocabularies
) -> tuple[Facts | None, list[Finding]]:
    tree = manuscript.tree
    if tree is None:
        return None, []
    findings = [
        MISSING_KEY.at(tree.place(), key=key) for key in ("kind", "status") if key not in tree.plain
    ]
    findings += settle_terms(tree, vocabularies)
    form = form_of(tree.plain.get("kind"))
    for key in [key for key in tree.plain if key in FACT_KEYS and key not in keys_of(form)]:
        kinds = [kind for kind, known in KINDS.items() if key in known.model_fields]
        place = tree.key_place((key,))
        findings.append(KEY_OF_OTHER_KIND.at(place, key=key, kind=tree.plain["kind"], kinds=kinds))
        tree.drop((key,))
    facts, found = read_fields(form, tree)
    return facts, findings + found


def _read_translation(manuscript: Manuscript) -> tuple[Translation | None, list[Finding]]:
    tree = manuscript.tree
    if tree is None:
        return None, []
    findings: list[Finding] = []
    two_sources = _claims_facts(manuscript)
    for key in sorted(manuscript.keys & _ONLY_FACTS):
        if not two_sources:
            findings.append(faults.FACT_IN_TRANSLATION.at(tree.key_place((key,)), key=key))
        tree.drop((key,))
    if two_sources and isinstance(tree.plain.get("indicators"), list):
        tree.drop(("indicators",))
    translation, found = read_fields(Translation, tree)
    return translation, findings + found


def _judge_entries(folder: Folder) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for _, entry in sorted(folder.entries.items()):  # in whatever order a disk has them
        twin = taken.setdefault(one_file(entry.name), entry.name)
        if twin != entry.name:
            yield faults.FILE_CLASH.at(Place(entry.path), name=entry.name, twin=twin)
        if entry.kind in ("link", "special", "unreadable"):
            yield faults.NOT_A_PLAIN_FILE.at(Place(entry.path), name=entry.name)
        elif is_reply(entry):
            continue  # judged when it is read
        elif _is_copy(entry.name, folder.entries):
            yield faults.STRAY_FILE.at(Place(entry.path), name=entry.name)
        elif _looks_written(entry):
            close = nearest(entry.name, FILE_NAMES.values())
            yield faults.MISPLACED_FILE.at(Place(entry.path), name=entry.name, nearest=close)
        elif entry.name not in FILE_NAMES.values() and not _is_picture(entry):
            yield faults.STRAY_FILE.at(Place(entry.path), name=entry.name)


def _looks_written(entry: Entry) -> bool:
    """True for what is no picture but seems to be meant as a text of the record."""
    name = entry.name.lower()
    return entry.name not in FILE_NAMES.values() and (
        name.endswith(_LOOKS_WRITTEN) or name.startswith("index")
    )


def _is_copy(name: str, names: Container[str]) -> bool:
    """True for what an editor left beside a text that is still there: to rename it would be to
    write an older text over the present one."""
    copy = _COPY.fullmatch(name)
    text = copy["name"] if copy else ""
    return text != name and text in FILE_NAMES.values() and text in names


_COPY: Final = re.compile(r"(?:\.?[~#]\$?)?(?P<name>.+?)(?:[~#]+|\.(?:bak|old|orig|save|tmp|swp))?")


def judge_folders(workspace: Workspace) -> Iterator[Finding]:
    """Judge the names of the records' folders, and what lies beside them."""
    taken: dict[str, str] = {}
    for name, folder in workspace.folders.items():
        is_id = ID.fullmatch(name) is not None
        if not is_id or len(name) > SLUG_LENGTH:
            proposal = slug_of(name, SLUG_LENGTH) or "demande-unique"
            yield faults.BAD_FOLDER_NAME.at(Place(folder.path), name=name, proposal=proposal)
        elif name in RESERVED or _OF_WINDOWS.fullmatch(name):
            yield faults.RESERVED_NAME.at(Place(folder.path), name=name)
        twin = taken.setdefault(name if is_id else fold(name), name)  # an id is folded as it stands
        if twin != name:
            yield faults.FOLDER_CLASH.at(Place(folder.path), name=name, twin=twin)
    for entry in workspace.strays:
        if entry.kind != "file":
            yield faults.NOT_A_PLAIN_FILE.at(Place(entry.path), name=entry.name)
        elif _looks_written(entry) or entry.name in FILE_NAMES.values():
            yield faults.MISPLACED_FILE.at(Place(entry.path), name=entry.name)
        else:
            yield faults.STRAY_FILE.at(Place(entry.path), name=entry.name)


def _is_picture(entry: Entry) -> bool:
    return entry.name.lower().endswith(PICTURE_TYPES)


_OF_WINDOWS: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")
"""Names of devices (https://learn.microsoft.com/windows/win32/fileio/naming-a-file): whoever has
Windows could not even copy the repository."""

RESERVED: Final = frozenset(
    {
        "kind", "stage", "intervention", "theme", "audience", "level", "territory",
        "organisation", "principle", "criterion", "outcome", "type", "research", "series",
        "year", "page", "data", "fr", "en",
    }
)  # fmt: skip
"""Names that the catalogue's own pages have."""
