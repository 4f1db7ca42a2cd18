"""Filling templates: one environment a language, escaping on, nothing undefined passed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined
from markupsafe import Markup

from fp_build.publishing.edition import Edition
from fp_build.publishing.interface import InterfaceWords
from fp_build.publishing.policy import page_policy
from fp_build.publishing.quick_templates import QuickEnvironment
from fp_build.publishing.views import Drawable
from fp_build.words.languages import Language

COLON: Final = {"fr": "\u00a0:", "en": ":"}
"""What stands before a value; French puts a no-break space before its colon."""


Item = TypeVar("Item", bound=Drawable)


def drawn(item: Item, draw: Callable[[Item], Markup]) -> Markup:
    """What a macro makes of a part that many pages show: made once, and kept with the part."""
    if not item.drawn:
        item.drawn.append(draw(item))
    return item.drawn[0]


class Renderer:
    """Fills the templates that ``loader`` finds."""

    def __init__(self, loader: BaseLoader, words: dict[Language, InterfaceWords]) -> None:
        self._environments = {
            language: self._environment(loader, language, spoken)
            for language, spoken in words.items()
        }

    @staticmethod
    def _environment(
        loader: BaseLoader, language: Language, words: InterfaceWords
    ) -> QuickEnvironment:
        environment = QuickEnvironment(
            {
                "w": words.as_mapping(),
                "colon": COLON[language],
                "language": language,
                "policy": Markup(page_policy(search=False)),
            },
            loader=loader,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        environment.globals["drawn"] = drawn
        return environment

    def keep_compiled(self, keep: Callable[[QuickEnvironment], BytecodeCache]) -> None:
        """Have what templates are compiled into kept by what ``keep`` answers for an
        environment."""
        for environment in self._environments.values():
            environment.bytecode_cache = keep(environment)

    def compile(self, language: Language) -> None:
        """Compile what the pages of the catalogue are made with, in a language."""
        environment = self._environments[language]
        for name in environment.list_templates(filter_func=_is_of_catalogue):
            environment.get_template(name)

    def __call__(self, template: str, edition: Edition, values: dict[str, Any]) -> Markup:
        """Fill a template for an edition."""
        environment = self._environments[edition.language]
        return Markup(environment.get_template(template).render(values))


def _is_of_catalogue(template: str) -> bool:
    return template.startswith("catalogue/") and template.endswith(".html")
