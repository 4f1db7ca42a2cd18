"""Where a project's own folders are, as ``mkdocs.yml`` tells."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

CACHE: Final = ".cache/futurs-publics"
"""What is kept from one build to the next, beside ``mkdocs.yml``."""


def base_of(config: MkDocsConfig) -> Path:
    """The folder of ``mkdocs.yml``."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def kept_of(config: MkDocsConfig) -> Path:
    """Where builds keep what later ones may take."""
    return base_of(config) / CACHE
