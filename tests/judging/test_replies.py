"""Readers' replies: their files, their front matter, and the rules that their text is under."""

from __future__ import annotations

from typing import Final

import pytest
from in_memory import (
    DRAFT,
    LIMITS,
    TODAY,
    Content,
    draft,
    faults,
    folder_of,
    in_short,
    judged,
    rules_of,
    workspace_of,
)

from fp_build.judging.judge import judge
from fp_build.judging.replies import Reply, read_replies
from fp_build.reading.source import Limits
from fp_build.reading.workspace import Entry

FR: Final = "essai/index.fr.md"
NAME: Final = "essai/replies/2026-11-20-une-lectrice.md"
FRONT: Final = "---\nname: Une lectrice\ndate: 2026-11-20\nlanguage: fr\n---\n"


def replies_of(files: dict[str, Content]) -> tuple[Reply, ...]:
    return judged({FR: DRAFT, **files}).records["essai"].replies


def found_in(content: Content, original: str = DRAFT, name: str = NAME) -> list[str]:
    """What is wrong with a reply to a record, as ``line:column rule``."""
    found = faults({FR: original, name: content, "autre/index.fr.md": DRAFT})
    return [line.removeprefix(f"{name}:") for line in found]


def test_a_reply() -> None:
    (reply,) = replies_of({NAME: f"{FRONT}Merci *beaucoup*.\n"})
    assert (reply.id, reply.name, reply.date.text, reply.language) == (
        "2026-11-20-une-lectrice",
        "Une lectrice",
        "2026-11-20",
        "fr",
    )
    assert reply.manuscript.outline.body == "Merci *beaucoup*.\n"


def test_the_oldest_comes_first_and_then_the_name() -> None:
    names = ["2026-11-20-b", "2026-11-20-a", "2025-01-01-z", "2026-11-20-a-2"]
    files = {
        f"essai/replies/{name}.md": FRONT.replace("2026-11-20", name[:10]) + "Oui.\n"
        for name in names
    }
    assert [reply.id for reply in replies_of(files)] == sorted(names)
    backwards = dict(reversed({FR: DRAFT, **files}.items()))
    workspace = workspace_of(backwards, in_order=lambda paths: paths)
    assert [r.id for r in judge(workspace, TODAY, LIMITS).records["essai"].replies] == sorted(names)


@pytest.mark.parametrize(
    "name",
    [
        "2026-11-20.md",
        "2026-11-20-.md",
        "2026-11-20-Une-lectrice.md",
        "2026-11-20-une_lectrice.md",
        "2026-11-20-une--lectrice.md",
        "2026-11-20-éva.md",
        "2026-11-20 une lectrice.md",
        "20-11-2026-une-lectrice.md",
        "2026-11-une-lectrice.md",
        "une-lectrice.md",
        "2026-11-20-une-lectrice.txt",
        "2026-11-20-une-lectrice.fr.md",
        "2026-11-20-une-lectrice.md.bak",
        "2026/11-20-une-lectrice.md",
        "sous/2026-11-20-une-lectrice.md",
        "index.fr.md",
        "photo.jpg",
        ".2026-11-20-x.md",
        "２０２６-11-20-x.md",
    ],
)
def test_names_that_are_those_of_no_reply(name: str) -> None:
    files = {FR: DRAFT, f"essai/replies/{name}": f"{FRONT}Oui.\n"}
    assert faults(files) == [f"essai/replies/{name}:1:1 reply-name"]
    assert judged(files).records["essai"].replies == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (FRONT.replace("2026-11-20", "2026-11-21") + "Oui.", ["3:7 reply-date"]),
        (FRONT.replace("2026-11-20", "2026-11") + "Oui.", ["3:7 reply-date"]),
        (FRONT.replace("2026-11-20", "2026") + "Oui.", ["3:7 reply-date"]),
        (FRONT.replace("2026-11-20", "20/11/2026") + "Oui.", ["3:7 bad-date"]),
        (FRONT.replace("2026-11-20", "2026-11-31") + "Oui.", ["3:7 impossible-date"]),
        (FRONT.replace("date: 2026-11-20\n", "") + "Oui.", ["2:1 missing-key"]),
        (FRONT.replace("Une lectrice", "''") + "Oui.", ["2:1 empty-value"]),
        (FRONT.replace("name: Une lectrice\n", "") + "Oui.", ["2:1 missing-key"]),
        (FRONT.replace(": fr", ": de") + "Oui.", ["4:11 unknown-choice"]),
        (FRONT.replace(": fr", ": français") + "Oui.", ["4:11 unknown-choice"]),
        (FRONT.replace("name", "nom") + "Oui.", ["2:1 unknown-key", "2:1 missing-key"]),
        (FRONT.replace("---\n", "---\nage: 30\n", 1) + "Oui.", ["2:1 unknown-key"]),
        (FRONT.replace("---\n", "---\nname: Moi\n", 1) + "Oui.", ["3:1 duplicate-key"]),
        (FRONT, ["5:4 reply-without-text"]),
        (f"{FRONT}\n \n\t\n", ["6:1 reply-without-text"]),
        (FRONT.removesuffix("---\n"), ["1:1 front-matter-unclosed"]),
        ("Oui.\n", ["1:1 front-matter-missing"]),
        ("", ["1:1 front-matter-missing"]),
        ("---\n---\nOui.\n", ["2:1 not-a-mapping"]),
        (FRONT.replace("name:", "- name:") + "Oui.", ["3:1 yaml-syntax"]),
        (f"{FRONT}Caf\udce9".encode("utf-8", "surrogateescape"), ["6:4 not-utf8"]),
        (f"{FRONT}a\u202eb", ["6:2 bidi-control"]),
        (f"{FRONT}a\0b", ["6:2 control-character"]),
    ],
)
def test_front_matter(content: Content, expected: list[str]) -> None:
    assert found_in(content) == expected


def test_a_reply_dated_after_today() -> None:
    name = NAME.replace("2026-11-20", "2026-11-22")
    content = FRONT.replace("2026-11-20", "2026-11-22") + "Oui."
    assert found_in(content, name=name) == ["3:7 future-date"]


def test_what_is_read_although_something_is_wrong_is_kept() -> None:
    """So that the rest of what is wrong with it is said in the same report."""
    content = FRONT.replace("---\n", "---\nage: 30\n", 1) + "# Non\n"
    assert found_in(content) == ["2:1 unknown-key", "7:1 heading-in-reply"]


def test_limits() -> None:
    content = f"{FRONT}{'Oui. ' * 200_000}"
    found = faults({FR: DRAFT, NAME: content}, limits=Limits(text_bytes=500_000))
    assert found == [f"{NAME}:1:1 file-too-large"]


def entry(name: str, kind: str) -> Entry:
    def never() -> bytes:
        raise AssertionError("it was opened")

    return Entry(name, f"cases/essai/{name}", kind, 1, never)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["link", "special", "unreadable"])
def test_what_is_no_plain_file_is_not_opened(kind: str) -> None:
    inside = {e.name: e for e in (entry("replies/2026-11-20-x.md", kind),)}
    assert read_replies(folder_of("essai", inside), LIMITS) == ((), [])
    original = {FR: DRAFT}
    workspace = workspace_of(original)
    folder = workspace.folders["essai"]
    folder.entries.update(inside)  # type: ignore[attr-defined]
    found = [in_short(f) for f in judge(workspace, TODAY, LIMITS).findings]
    assert found == ["essai/replies/2026-11-20-x.md:1:1 not-a-plain-file"]


def test_folders_that_lie_too_deep_are_said() -> None:
    inside = {e.name: e for e in (entry("replies/a/b/c", "folder"),)}
    replies, findings = read_replies(folder_of("essai", inside), LIMITS)
    assert replies == ()
    assert [in_short(f) for f in findings] == ["essai/replies/a/b/c:1:1 reply-name"]


def test_a_file_that_has_vanished() -> None:
    def gone() -> bytes:
        raise OSError

    name = "replies/2026-11-20-x.md"
    inside = {name: Entry(name, f"cases/essai/{name}", "file", 1, gone)}
    _, findings = read_replies(folder_of("essai", inside), LIMITS)
    assert [in_short(f) for f in findings] == [f"essai/{name}:1:1 not-a-plain-file"]


SECTIONED: Final = draft(body="## Les résultats\n\nx\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](case:autre)", []),
        ("[x](case:nulle-part)", ["6:1 unknown-record"]),
        ("[x](case:essai)", ["6:1 link-to-self"]),
        ("[x](case:autre#results)", ["6:1 broken-section-link"]),
        ("[x](#s-results)", []),
        ("[x](#s-lessons)", ["6:1 broken-section-link"]),
        ("[x](../index.fr.md)", ["6:1 broken-file-link"]),
        ("[x](javascript:alert(1))", ["6:1 forbidden-link"]),
        ("Voir https://exemple.org.", ["6:6 bare-address"]),
        ("<https://exemple.org>", []),
        ("<b>x</b>", ["6:1 raw-html"]),
        ("<script>alert(1)</script>", ["6:1 raw-html"]),
        ("x[^y]", ["6:2 unknown-source"]),
        ("x[^y]\n\n[^y]: z", ["8:1 note-in-text"]),
        ("# x", ["6:1 heading-in-reply"]),
        ("x\n===", ["6:1 heading-in-reply"]),
        ("#### x", ["6:1 heading-in-reply"]),
        ("##", ["6:1 heading-in-reply"]),
        ("![x](https://exemple.org/x.png)", ["6:1 picture-in-reply"]),
        ("![](x.png)", ["6:1 picture-in-reply"]),
        ("![x](../x.png)", ["6:1 picture-in-reply"]),
        ("![x](replies/x.png)", ["6:1 picture-in-reply"]),
        ("Écrire à jean@exemple.fr.", ["6:10 personal-address"]),
        ("<jean@exemple.fr>", ["6:2 personal-address"]),
        ("[x](mailto:jean%40exemple.fr)", ["6:12 personal-address"]),
    ],
)
def test_a_reply_is_held_to_the_rules_of_a_text(text: str, expected: list[str]) -> None:
    assert found_in(f"{FRONT}{text}\n", SECTIONED) == expected


def test_a_picture_that_only_a_reply_leads_to() -> None:
    files: dict[str, Content] = {FR: DRAFT, "essai/x.png": "x", NAME: f"{FRONT}[x](x.png)\n"}
    assert faults(files) == [f"{NAME}:6:1 picture-undeclared"]
    files[NAME] = f"{FRONT}![x](x.png)\n"
    assert faults(files) == [f"{NAME}:6:1 picture-in-reply"]


def test_the_names_in_front_matter_are_judged_too() -> None:
    assert found_in(FRONT.replace("Une lectrice", "jean@exemple.fr") + "Oui.") == [
        "2:7 personal-address"
    ]


def test_replies_do_not_cite_sources_for_the_record() -> None:
    original = draft("sources: [{id: s, title: T}]").replace("status: draft", "status: review")
    files = {FR: original, NAME: f"{FRONT}x[^s]\n"}
    assert "uncited-source" in rules_of(faults(files))
    files[FR] += "x[^s]\n"
    assert "uncited-source" not in rules_of(faults(files))


def test_replies_are_judged_although_the_record_cannot_be_read() -> None:
    files = {FR: "---\ntitle: a: b\n---\n", NAME: f"{FRONT}jean@exemple.fr\n"}
    assert faults(files) == [f"{FR}:2:9 yaml-syntax", f"{NAME}:6:1 personal-address"]


def test_a_reply_with_a_fault_does_not_stop_the_record() -> None:
    found = judged({FR: DRAFT, NAME: FRONT}).records["essai"]
    assert found.facts.title == "Un essai" and len(found.replies) == 1


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2026-11-03-Une Lectrice.md", ["replies/2026-11-03-une-lectrice.md"]),
        ("03-11-2026-une-lectrice.md", ["replies/2026-11-03-une-lectrice.md"]),
        ("2026-11-3_Élodie.md.txt", ["replies/2026-11-03-elodie.md"]),
        ("une-lectrice.md", []),
        ("2026-11-03-.md", []),
    ],
)
def test_the_name_that_was_meant_is_asked_back(name: str, meant: list[str]) -> None:
    (finding,) = judged({FR: DRAFT, f"essai/replies/{name}": f"{FRONT}Oui.\n"}).findings
    assert finding.rule.id == "reply-name" and finding.arguments["nearest"] == meant
