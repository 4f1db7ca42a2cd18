"""Audits on disk, and what makes an automatic one stale."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from in_memory import DRAFT, TODAY, judged
from reading.test_audits import AUTOMATIC, HUMAN

from fp_build.doors.audits import content_of, open_audits
from fp_build.judging.record import ShelvedRecord

RECORD = DRAFT.replace("draft", "published")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for name in ("docs/fr/index.md", "docs/en/index.md", "overrides/main.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Un texte\n")
    (tmp_path / "docs" / "accessibility").mkdir()
    return tmp_path / "docs"


def seen(docs: Path, record: str = RECORD) -> tuple[str, str]:
    content = content_of(docs, docs.parent / "overrides", judged({"essai/index.fr.md": record}))
    return content.frame, content.records


def test_nothing_there_is_nothing_found(docs: Path) -> None:
    audits, findings = open_audits(docs, "docs", docs.parent / "overrides", judged({}), TODAY)
    assert (audits.human, audits.automatic, findings) == (None, None, [])
    assert audits.compliance == "none"


def test_what_is_there_is_read(docs: Path) -> None:
    (docs / "accessibility" / "rgaa.yml").write_text(HUMAN)
    (docs / "accessibility" / "automatic.json").write_text(json.dumps(AUTOMATIC))
    audits, findings = open_audits(docs, "docs", docs.parent / "overrides", judged({}), TODAY)
    assert findings == [] and audits.compliance == "partial"
    assert audits.automatic is not None and len(audits.now.frame) == 64


def test_a_file_that_cannot_be_read_is_found_at_its_place(docs: Path) -> None:
    (docs / "accessibility" / "automatic.json").write_text("{}")
    _, findings = open_audits(docs, "docs", docs.parent / "overrides", judged({}), TODAY)
    assert [f.place.path for f in findings] == ["docs/accessibility/automatic.json"]


@pytest.mark.parametrize("name", ["fr/index.md", "en/index.md", "../overrides/main.html"])
def test_what_all_pages_share_makes_the_audit_stale(docs: Path, name: str) -> None:
    before = seen(docs)
    (docs / name).write_text("Un autre texte\n")
    frame, records = seen(docs)
    assert frame != before[0] and records == before[1]


def test_a_record_changes_the_records_only(docs: Path) -> None:
    frame, records = seen(docs, RECORD + "Un mot.\n")
    assert frame == seen(docs)[0] and records != seen(docs)[1]


def test_line_ends_of_a_record_do_not_count(docs: Path) -> None:
    assert seen(docs, RECORD.replace("\n", "\r\n")) == seen(docs, RECORD)


def test_no_record_is_opened(docs: Path) -> None:
    """It would be all of them, in every build."""

    def fetch(part: str) -> Mapping[str, Any]:
        raise AssertionError(part)

    found = judged({"essai/index.fr.md": RECORD})
    (whole,) = found.records.values()
    shelved = ShelvedRecord("essai", whole.folder, whole.brief, fetch)
    on_the_shelf = replace(found, records={"essai": shelved})
    content = content_of(docs, docs.parent / "overrides", on_the_shelf)
    assert (content.frame, content.records) == seen(docs)


def test_line_ends_hidden_files_and_the_audit_itself_do_not_count(docs: Path) -> None:
    before = seen(docs)
    (docs / "fr" / "index.md").write_bytes(b"Un texte\r\n")
    (docs / "fr" / ".index.md.swp").write_text("x")
    (docs / "accessibility" / "automatic.json").write_text("{}")
    assert seen(docs) == before
    (docs / "fr" / "index.md").rename(docs / "fr" / "autre.md")
    assert seen(docs)[0] != before[0]
