"""From a folder to a record: which file is the original, which the translation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from in_memory import (
    DRAFT,
    TRANSLATED,
    Content,
    draft,
    faults,
    folder_of,
    judged,
    picture,
    rules_of,
    workspace_of,
)

from fp_build.judging.folders import RESERVED, judge_folders
from fp_build.reading.workspace import Entry, Workspace

FR: Final = "essai/index.fr.md"
EN: Final = "essai/index.en.md"
BROKEN: Final = "---\ntitle: a: b\n---\n"
NOTHING: Final = "---\n{}\n---\n"
OTHER_KEYS: Final = "---\ntitle: x\ndate: 2014-05-12\n---\n"
REPLY: Final = "---\nname: X\ndate: 2026-11-20\nlanguage: fr\n---\nMerci.\n"


@pytest.mark.parametrize(
    ("files", "expected", "language"),
    [
        ({FR: DRAFT}, [], "fr"),
        ({EN: DRAFT}, [], "en"),
        ({FR: DRAFT, EN: TRANSLATED}, [], "fr"),
        ({EN: DRAFT, FR: TRANSLATED}, [], "en"),
        ({FR: DRAFT, EN: DRAFT}, [f"{EN}:2:1 two-sources"], "fr"),
        ({FR: TRANSLATED}, [f"{FR}:2:1 translation-without-source"], None),
        ({EN: TRANSLATED}, [f"{EN}:2:1 translation-without-source"], None),
        ({FR: TRANSLATED, EN: TRANSLATED}, [f"{FR}:2:1 translation-without-source"], None),
        ({FR: DRAFT, EN: BROKEN}, [f"{EN}:2:9 yaml-syntax"], "fr"),
        ({FR: BROKEN, EN: TRANSLATED}, [f"{FR}:2:9 yaml-syntax"], None),
        ({FR: BROKEN, EN: DRAFT}, [f"{FR}:2:9 yaml-syntax"], "en"),
        ({FR: BROKEN, EN: BROKEN}, [f"{EN}:2:9 yaml-syntax", f"{FR}:2:9 yaml-syntax"], None),
        ({FR: DRAFT, EN: ""}, [f"{EN}:1:1 front-matter-missing"], "fr"),
        ({FR: "", EN: TRANSLATED}, [f"{FR}:1:1 front-matter-missing"], None),
        ({FR: NOTHING}, [f"{FR}:2:1 missing-key"] * 2, "fr"),
        ({FR: NOTHING, EN: TRANSLATED}, [f"{FR}:2:1 missing-key"] * 2, "fr"),
        ({FR: OTHER_KEYS}, [f"{FR}:2:1 missing-key"] * 2 + [f"{FR}:3:1 unknown-key"], "fr"),
        (
            {FR: OTHER_KEYS, EN: OTHER_KEYS},
            [f"{EN}:2:1 translation-incomplete", f"{EN}:3:1 unknown-key"]
            + [f"{FR}:2:1 missing-key"] * 2
            + [f"{FR}:3:1 unknown-key"],
            "fr",
        ),
        (
            {FR: BROKEN, EN: TRANSLATED.replace("title", "titel")},
            [f"{EN}:2:1 unknown-key", f"{FR}:2:9 yaml-syntax"],
            None,
        ),
        (
            {FR: DRAFT, EN: TRANSLATED.replace("title: A", "themes: [digital]\ntitle: A")},
            [f"{EN}:2:1 fact-in-translation"],
            "fr",
        ),
        ({"essai/INDEX.fr.md": DRAFT}, ["essai/INDEX.fr.md:1:1 misplaced-file"], None),
        ({"essai/index.md": DRAFT}, ["essai/index.md:1:1 misplaced-file"], None),
        ({"essai/index.de.md": DRAFT, FR: DRAFT}, ["essai/index.de.md:1:1 misplaced-file"], "fr"),
        ({"essai/index.fr.txt": DRAFT}, ["essai/index.fr.txt:1:1 misplaced-file"], None),
        ({"essai/index.fr": DRAFT}, ["essai/index.fr:1:1 misplaced-file"], None),
        (
            {"essai/index.en.md.bak": DRAFT, FR: DRAFT},
            ["essai/index.en.md.bak:1:1 misplaced-file"],
            "fr",
        ),
        *(
            ({f"essai/{copy}": DRAFT, FR: DRAFT}, [f"essai/{copy}:1:1 stray-file"], "fr")
            for copy in ("index.fr.md.bak", "index.fr.md~", "~$index.fr.md", "#index.fr.md#")
        ),
        ({"index.fr.md": DRAFT}, ["index.fr.md:1:1 misplaced-file"], None),
        ({"essai/fr.markdown": DRAFT, FR: DRAFT}, ["essai/fr.markdown:1:1 misplaced-file"], "fr"),
        (
            {"essai/sub/index.fr.md": DRAFT, FR: DRAFT},
            ["essai/sub/index.fr.md:1:1 misplaced-file"],
            "fr",
        ),
        ({"essai/notes.docx": "x", FR: DRAFT}, ["essai/notes.docx:1:1 stray-file"], "fr"),
        ({"essai/photo.jpg": "x"}, ["essai:1:1 no-record-file"], None),
        ({"essai/replies/2026-11-20-x.md": REPLY}, ["essai:1:1 no-record-file"], None),
        ({"essai/replies/2026-11-20-x.md": REPLY, FR: DRAFT}, [], "fr"),
        (
            {"essai/replies/index.fr.md": DRAFT, FR: DRAFT},
            ["essai/replies/index.fr.md:1:1 reply-name"],
            "fr",
        ),
        ({"essai/replies/a.jpg": "x", FR: DRAFT}, ["essai/replies/a.jpg:1:1 reply-name"], "fr"),
        (
            {"essai/reponses/2026-11-20-x.md": REPLY, FR: DRAFT},
            ["essai/reponses/2026-11-20-x.md:1:1 misplaced-file"],
            "fr",
        ),
        ({"essai.md": DRAFT}, ["essai.md:1:1 misplaced-file"], None),
        ({"LISEZMOI.txt": "x"}, ["LISEZMOI.txt:1:1 misplaced-file"], None),
        ({"donnees.csv": "x"}, ["donnees.csv:1:1 stray-file"], None),
    ],
)
def test_arrangements(
    files: Mapping[str, Content], expected: list[str], language: str | None
) -> None:
    judgement = judged(files)
    assert faults(files) == expected
    record = judgement.records.get("essai")
    known = record is not None and "kind" not in record.lost_keys  # else only its bodies are judged
    assert (record.language if record and known else None) == language


def folder_with(*entries: Entry) -> Workspace:
    inside = {entry.name: entry for entry in entries}
    return Workspace("cases", {"essai": folder_of("essai", inside)}, "v", {})


@pytest.mark.parametrize("kind", ["link", "special", "unreadable"])
def test_what_is_no_plain_file(kind: str) -> None:
    from fp_build.judging.folders import read_record
    from fp_build.reading.source import Limits
    from fp_build.reading.vocabulary import Vocabularies

    def never() -> bytes:
        raise AssertionError("it was opened")

    workspace = folder_with(Entry("index.fr.md", "cases/essai/index.fr.md", kind, 1, never))  # type: ignore[arg-type]
    record, findings = read_record(workspace.folders["essai"], Vocabularies.empty(), Limits())
    assert record is None and [f.rule.id for f in findings] == ["not-a-plain-file"]


def test_a_picture_beside_the_records_is_named() -> None:
    assert [line.split()[0] for line in faults({"photo.jpg": "x"})] == ["photo.jpg:1:1"]


def names(*folders: str) -> list[str]:
    workspace = workspace_of({f"{folder}/index.fr.md": DRAFT for folder in folders})
    return [f"{f.place.path.removeprefix('cases/')} {f.rule.id}" for f in judge_folders(workspace)]


@pytest.mark.parametrize("name", ["a", "demande-unique", "2014", "a" * 60, "themes", "fra"])
def test_names_that_are_addresses(name: str) -> None:
    assert names(name) == []


@pytest.mark.parametrize(
    "name", ["A", "é", "a_b", "a b", "a--b", "-a", "a.b", "a" * 61, "日本", "%20", "a\n"]
)
def test_names_that_are_none(name: str) -> None:
    assert names(name) == [f"{name} bad-folder-name"]


@pytest.mark.parametrize("name", [*sorted(RESERVED), "con", "nul", "aux", "prn", "com1", "lpt9"])
def test_reserved_names(name: str) -> None:
    assert names(name) == [f"{name} reserved-name"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Essai", "essai"),
        ("essai", "éssai"),
        ("e\u0301t", "\u00e9t"),
        ("STRASSE", "straße"),
        ("ＡＢ", "ab"),
    ],
)
def test_names_that_some_computers_take_for_one(one: str, two: str) -> None:
    found = names(one, two)
    assert [line for line in found if line.endswith("folder-clash")] == [
        f"{max(one, two)} folder-clash"
    ]


def test_a_proposal_is_an_address_itself() -> None:
    for name in ("L’Été à Paris !", "a" * 90, "日本", "___", "Œuvre n° 3"):
        (finding,) = judge_folders(workspace_of({f"{name}/x": ""}))
        proposal = finding.arguments["proposal"]
        assert names(proposal) == [] and len(proposal) <= 60


DESIGN: Final = """---
kind: project                        # case | project | initiative | call | event
status: published                    # draft | review | published | archived
title: Une demande unique pour les prestations sociales        # ≤ 80 characters
summary: Trois phrases au plus.                                 # ≤ 500
interventions: [experiment]          # incubate | prototype | experiment | develop
themes: [social-benefits]            # 1 to 3
audiences: [individuals]
stages:                              # the Observatory's six
  - {stage: generating-ideas, start: 2013, end: 2014-03}  # a date is YYYY, YYYY-MM or YYYY-MM-DD
level: central                       # central | regional | local | other
territories: [FR]                    # FR, or INSEE codes of regions and départements
lead: sgmap                          # id of an organisation in _vocabulary/organisations.yml
partners: [{organisation: igpde, type: state-service}]
principles: [tangible]
criteria:
  high-stakes: {answer: yes, reason: Une phrase.}               # yes | partly | no | unknown
indicators:
  - {id: delay, name: Délai moyen, baseline: 45, value: 30, unit: jours, source: presentation}
outcome: ongoing                     # ongoing | reintegrated | inconclusive | stopped | unknown
media: [{id: cover, file: couverture.jpg, alt: Texte, credit: Auteur, licence: etalab-2.0}]
links: [{url: "https://a.fr", label: Texte}]
sources:                             # match: stated | inferred (+ reason)
  - {id: presentation, document: futurs-publics-presentation, match: stated}  # a comment
  - {id: localtis, title: Titre, publisher: Localtis, date: 2014-01-22, url: "https://a.fr"}
related: [maison-du-handicap]
replaces: []
redirect_from: []
verified_on: 2026-11-21
call: appel-2013                     # the call for ideas it came from
research: [project-expert]           # ways that are open to researchers
---
## La situation

Un fait.[^localtis]
"""
"""The contract of keys and forms, as the design of the catalogue gives it."""

DESIGN_EN: Final = """---
title: One application for all social benefits
summary: Three sentences at most.
reasons: {high-stakes: A sentence.}            # keyed by the id of the source's item
indicators: {delay: {name: Average delay, unit: days}}
alt: {cover: Text}
labels: {"https://a.fr": Text}
translation: {state: reviewed, translator: Moi, source_hash: "x"}  # a comment
---
## The situation

A fact.[^localtis]
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_form_of_a_record_is_a_contract(end: str) -> None:
    files = {
        "demande-unique/index.fr.md": DESIGN.replace("\n", end),
        "demande-unique/index.en.md": DESIGN_EN.replace("\n", end),
        "demande-unique/couverture.jpg": picture("JPEG"),
        "maison-du-handicap/index.fr.md": DRAFT.replace("draft", "published"),
        "appel-2013/index.fr.md": DRAFT.replace("draft", "published").replace("project", "call"),
    }
    found = [line for line in faults(files) if line.startswith("demande-unique")]
    assert rules_of(found) == {"criterion-unanswered", "translation-outdated"}
    facts = judged(files).records["demande-unique"].facts
    assert facts.model_fields_set == facts.__class__.model_fields.keys()


def test_a_record_lets_its_trees_go_when_sound() -> None:
    record = judged({FR: DRAFT, EN: TRANSLATED}).records["essai"]
    assert record.sound and record.lost_keys == frozenset()
    assert record.source.plain_value("title") == "Un essai"


def test_what_was_left_out_is_known() -> None:
    record = judged({FR: draft("themes: [nulle]", "sources: [{id: É}]")}).records["essai"]
    assert not record.sound
    assert record.lost_keys == {"themes", "sources"}
    assert (record.facts.themes, record.facts.sources) == ((), ())


def test_a_body_is_judged_although_its_front_matter_cannot_be_read() -> None:
    found = faults({FR: "---\ntitle: a: b\n---\n# Titre\n\n<b>gras</b>\n"})
    assert found == [
        f"{FR}:2:9 yaml-syntax",
        f"{FR}:4:1 heading-at-top",
        f"{FR}:6:1 raw-html",
    ]
