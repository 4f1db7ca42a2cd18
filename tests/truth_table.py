"""``truth_table.yml``: its records as files of a cases folder, and its selections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

import yaml

_TABLE: Final = yaml.safe_load(
    (Path(__file__).parent / "truth_table.yml").read_text(encoding="utf-8")
)
_CRITERIA: Final = (
    "high-stakes", "transformation", "field-and-actors", "values-and-methods", "reintegration",
)  # fmt: skip
FRENCH: Final = ("La situation", "L’action", "Les résultats", "Les enseignements")
ENGLISH: Final = ("The situation", "The action", "The results", "Lessons learnt")
_WORDS: Final = ("title", "en", "body", "english", "status", "kind", "criteria", "partners")


@dataclass(frozen=True)
class Case:
    """A selection, by its address, and what is true of it."""

    about: str
    address: str
    finds: Sequence[str]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    becomes: str = ""
    """The address without what is unknown or former; the same where empty."""
    unknown: Sequence[str] = ()
    text: Sequence[str] | None = None
    """What the words of the address are found in."""

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs((self.becomes or self.address).removeprefix("?"))


CASES: Final = tuple(Case(**case) for case in _TABLE["selections"])


def record_files(records: Mapping[str, Any] = _TABLE["records"]) -> dict[str, str]:
    """The records of a table, by path in a cases folder: whole enough to raise no warning."""
    files: dict[str, str] = {}
    for slug, record in records.items():
        files[f"{slug}/index.fr.md"] = _original(record)
        if "en" in record:
            files[f"{slug}/index.en.md"] = _translation(record)
    return files


def _original(record: Mapping[str, Any]) -> str:
    answers = record.get("criteria", {})
    front = {
        "kind": record["kind"],
        "status": record.get("status", "published"),
        "title": record["title"],
        "summary": "Une fiche inventée pour les tests.",
        **{key: _plain(value) for key, value in record.items() if key not in _WORDS},
        "partners": [
            {"organisation": partner, "type": "state-service"}
            for partner in record.get("partners", ())
        ],
        "sources": [{"id": "notice", "document": "futurs-publics-presentation", "match": "stated"}],
    }
    if _is_told(record):
        front["interventions"] = ["experiment"]
        front["criteria"] = {
            name: {"answer": answers.get(name, "unknown"), "reason": "Une raison."}
            for name in _CRITERIA
        }
    return _file(front, FRENCH, f"{record['body']}[^notice]")


def _translation(record: Mapping[str, Any]) -> str:
    front = {
        "title": record["en"],
        "summary": "A record made up for the tests.",
        "translation": {"state": "reviewed"},
    }
    if _is_told(record):
        front["reasons"] = dict.fromkeys(_CRITERIA, "A reason.")
    front |= {key: f"{key.title()} in English" for key in ("question", "place") if key in record}
    body = record.get("english", "A text in English.")
    return _file(front, ENGLISH, f"{body}[^notice]")


def _is_told(record: Mapping[str, Any]) -> bool:
    """True for the kinds that answer the criteria."""
    return record["kind"] in ("case", "project")


def _file(front: Mapping[str, Any], headings: Sequence[str], body: str) -> str:
    head = yaml.safe_dump(dict(front), allow_unicode=True, sort_keys=False)
    text = "".join(f"\n## {heading}\n\n{body}\n" for heading in headings)
    return f"---\n{head}---\n{text}"


def _plain(value: Any) -> Any:
    """Dates and numbers as the text that was typed."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: str(item) for key, item in value.items()}
    return str(value)
