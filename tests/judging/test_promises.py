"""Published addresses that would be lost, as far as that can be told without a build."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

import pytest
from in_memory import LIMITS, TODAY, Content, entry_of, vocabulary_files, workspace_of

from fp_build.judging.judge import judge
from fp_build.judging.promises import judge_gone
from fp_build.reading.address_list import ROOM, read_address_list
from fp_build.words.findings import Finding

LIST = "cases/_addresses.txt"
ABOUT = {"lost-address", "no-records-left", "not-a-plain-file", "bad-listed-address"}


def record(status: str, more: str = "") -> str:
    return f"---\nkind: project\nstatus: {status}\ntitle: Un essai\n{more}---\n"


def lost(
    files: dict[str, Content],
    addresses: Iterable[str],
    besides: Collection[str] | None = None,
    vocabulary: dict[str, bytes] | None = None,
) -> list[Finding]:
    text = "".join(f"{address}\n" for address in addresses)
    workspace = workspace_of(files, vocabulary)
    workspace = replace(workspace, addresses=entry_of("_addresses.txt", LIST, text))
    found = judge(workspace, TODAY, LIMITS, besides=besides).findings
    return [finding for finding in found if finding.rule.id in ABOUT]


def told(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    assert all(finding.place.path == LIST for finding in findings)
    return [(finding.rule.id, finding.place.line) for finding in findings]


BOTH = ("/catalogue/x/", "/en/catalogue/x/")


@pytest.mark.parametrize("status", ["published", "archived"])
def test_a_record_that_has_its_page_keeps_its_addresses(status: str) -> None:
    assert lost({"x/index.fr.md": record(status)}, BOTH) == []


@pytest.mark.parametrize("status", ["draft", "review"])
def test_a_record_that_is_withdrawn_would_lose_them(status: str) -> None:
    found = lost({"x/index.fr.md": record(status)}, BOTH)
    assert told(found) == [("lost-address", 1), ("lost-address", 2)]
    assert f"status: {status}" in found[0].message("fr")
    assert "status: archived" in found[0].message("fr")


def test_a_record_that_is_gone_would_lose_them() -> None:
    found = lost({"y/index.fr.md": record("published")}, BOTH)
    assert told(found) == [("lost-address", 1), ("lost-address", 2)]
    assert "redirect_from: [x]" in found[0].message("fr")
    assert "put the folder “x” back" in found[0].message("en")


def test_a_published_record_takes_over_a_former_name() -> None:
    renamed = {"y/index.fr.md": record("published", "redirect_from: [x]\n")}
    assert lost(renamed, BOTH) == []


def test_a_redirect_from_what_is_not_published_is_none() -> None:
    found = lost({"y/index.fr.md": record("draft", "redirect_from: [x]\n")}, BOTH)
    assert told(found) == [("lost-address", 1), ("lost-address", 2)]
    assert "« y » n’est pas publiée" in found[0].message("fr")


@pytest.mark.parametrize(
    "content", ["", "---\nkind: [\n---\n", "---\nkind: project\nstatus: pub\n---"]
)
def test_of_a_record_that_is_at_fault_nothing_is_said_here(content: str) -> None:
    assert lost({"x/index.fr.md": content}, BOTH) == []


def test_where_no_record_is_left_that_is_said_once() -> None:
    (found,) = lost({}, ["/", *BOTH])
    assert told([found]) == [("no-records-left", 2)]
    assert "2 adresses" in found.message("fr")


THEME = ("/catalogue/theme/old-age/", "/en/catalogue/theme/old-age/")
KEPT = {"y/index.fr.md": record("published")}


def test_a_term_keeps_its_addresses() -> None:
    assert lost(KEPT, ["/catalogue/theme/ageing/", "/catalogue/territory/FR/"]) == []


def test_a_term_that_is_gone_would_lose_them() -> None:
    found = lost(KEPT, ["/catalogue/theme/ageing-well/"])
    assert told(found) == [("lost-address", 1)]
    assert "themes.yml" in found[0].message("fr")
    assert "replaced_by" in found[0].message("fr")


def test_an_alias_or_a_replaced_term_keeps_them() -> None:
    files = dict(vocabulary_files())
    old = "old-age:\n  fr: Vieillesse\n  en: Old age\n  definition: {fr: a, en: b}\n"
    old += "  source: editorial\n  replaced_by: ageing\n  aliases: [vieillesse, Le grand âge]\n"
    files["themes.yml"] += f"\n{old}".encode()
    also = ["/catalogue/theme/vieillesse/"]
    assert lost(KEPT, [*THEME, *also], vocabulary=files) == []
    assert told(lost(KEPT, ["/catalogue/theme/Le grand âge/"], vocabulary=files)) == [
        ("lost-address", 1)
    ]


def test_of_a_vocabulary_that_cannot_be_read_nothing_is_said_here() -> None:
    files = {name: data for name, data in vocabulary_files().items() if name != "themes.yml"}
    assert lost(KEPT, ["/catalogue/theme/ageing/"], vocabulary=files) == []


def test_pages_and_data_are_judged_where_they_are_known() -> None:
    listed = ["/principes/", "/data/catalogue.json", "/catalogue/theme/", "/catalogue/aide/"]
    assert told(lost(KEPT, listed)) == [("lost-address", 4)]
    assert lost(KEPT, listed, listed) == []
    assert told(lost(KEPT, listed, ["/catalogue/aide/"])) == [
        ("lost-address", line) for line in (1, 2, 3)
    ]


def test_what_only_seemed_to_stand_is_told_as_well() -> None:
    text = "/x/\n/y/\n/catalogue/r/\n"
    listed, _ = read_address_list(LIST, text.encode(), LIMITS)
    assert told(list(judge_gone(listed, ["/y/", "/z/"]))) == [("lost-address", 2)]


def test_many_addresses_are_told_in_short() -> None:
    files: dict[str, Content] = {"y/index.fr.md": record("published")}
    found = lost(files, [f"/catalogue/x-{n}/" for n in range(100)])
    assert len(found) == LIMITS.findings
    assert found[-1].arguments["more"] == 100 - LIMITS.findings


def test_a_list_that_is_too_large_is_not_read() -> None:
    def fail() -> bytes:
        raise AssertionError("read")

    entry = replace(entry_of("_addresses.txt", LIST, ""), size=ROOM + 1, read=fail)
    found = judge(replace(workspace_of(KEPT), addresses=entry), TODAY, LIMITS).findings
    assert ("file-too-large", LIST) in [(f.rule.id, f.place.path) for f in found]


def test_a_list_that_is_no_plain_file_is_found() -> None:
    workspace = workspace_of(KEPT)
    entry = replace(entry_of("_addresses.txt", LIST, ""), kind="link")
    found = judge(replace(workspace, addresses=entry), TODAY, LIMITS).findings
    assert ("not-a-plain-file", LIST) in [(f.rule.id, f.place.path) for f in found]


def test_a_part_of_the_records_says_nothing_of_the_list() -> None:
    workspace = replace(workspace_of(KEPT), addresses=entry_of("_addresses.txt", LIST, "/x\n=\n"))
    judgement = judge(workspace, TODAY, LIMITS, {"y"})
    assert judgement.listed is None
    assert not [finding for finding in judgement.findings if finding.rule.id in ABOUT]
