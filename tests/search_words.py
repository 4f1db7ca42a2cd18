"""``search_words.yml``: its records as files of a cases folder, and what is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import yaml
from truth_table import record_files

_TABLE: Final[Mapping[str, Any]] = yaml.load(
    (Path(__file__).parent / "search_words.yml").read_text(encoding="utf-8"), yaml.BaseLoader
)

RECORDS: Final = record_files(_TABLE["records"])
"""By path in a cases folder."""

WORDS: Final[Mapping[str, Mapping[str, Sequence[str]]]] = _TABLE["words"]
"""For each language what is typed, and the slugs of the records it finds."""
