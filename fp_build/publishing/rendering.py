"""Filling templates: one environment a language, escaping on, nothing undefined passed over."""

from __future__ import annotations

from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from fp_build.publishing.edition import Edition
from fp_build.publishing.interface import InterfaceWords
from fp_build.words.languages import Language

COLON: Final = {"fr": "\u00a0:", "en": ":"}
"""What stands before a value; French puts a no-break space before its colon."""


class Renderer:
    """Fills the templates that ``loader`` finds."""

    def __init__(self, loader: BaseLoader, words: dict[Language, InterfaceWords]) -> None:
        self._environments = {
            language: self._environment(loader, language, spoken)
            for language, spoken in words.items()
        }

    @staticmethod
    def _environment(loader: BaseLoader, language: Language, words: InterfaceWords) -> Environment:
        environment = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False
        )
        environment.globals.update(
            w=words.as_mapping(), colon=Markup(COLON[language]), language=language
        )
        return environment

    def __call__(self, template: str, edition: Edition, values: dict[str, Any]) -> Markup:
        """Fill a template for an edition."""
        environment = self._environments[edition.language]
        return Markup(environment.get_template(template).render(values))
