"""What the frame of a page is told: its language, its addresses, its links to the other language.

Templates read it as ``fp``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from mkdocs.structure.pages import Page

from fp_build.doors.mkdocs.shell import slot
from fp_build.publishing import calendars, feeds
from fp_build.publishing.edition import Settings
from fp_build.publishing.interface import InterfaceWords
from fp_build.publishing.rendering import COLON
from fp_build.words.addresses import (
    Addresses,
    calendar_file,
    calls_feed_file,
    list_file,
    records_feed_file,
    root,
    twin,
)
from fp_build.words.languages import LANGUAGES, Language, other


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one of the languages, as the language switch and the head name it."""

    lang: Language
    name: str
    link: str
    absolute: str
    """Empty where the site's own address is not known."""
    current: bool


@dataclass(frozen=True, slots=True)
class Subscription:
    """A calendar or a feed, as the head of every page names it to programs."""

    link: str
    media_type: str
    title: str


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """What a page that serves both languages says in its second one."""

    lang: Language
    w: Mapping[str, str]
    home: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One page's frame."""

    language: Language
    w: Mapping[str, str]
    """The words of the interface."""
    colon: str
    home: str
    catalogue: str
    top: str
    """What leads to the top of the site; ends with ``/``."""
    serving: bool
    """True while an author is served pages."""
    alternates: tuple[Alternate, ...]
    subscriptions: tuple[Subscription, ...] = ()
    title: str = ""
    title_lang: str = ""
    description: str = ""
    canonical: str = ""
    edit_url: str = ""
    report_url: str = ""
    is_home: bool = False
    is_catalogue: bool = False
    second: OtherLanguage | None = None


class Frames:
    """Makes the frames of one build."""

    def __init__(
        self,
        addresses: Addresses,
        words: Mapping[Language, InterfaceWords],
        settings: Settings,
        *,
        serving: bool,
    ) -> None:
        self._addresses = addresses
        self._words = words
        self._settings = settings
        self._serving = serving

    def of_page(self, page: Page, language: Language) -> Frame:
        """The frame of an editorial page."""
        here = page.file.dest_uri
        files = {language: here, other(language): twin(here)}
        links = {lang: self._addresses.between(here, file) for lang, file in files.items()}
        absolute = {lang: self._addresses.absolute(file) or "" for lang, file in files.items()}
        return replace(
            self._plain(language, here, links, absolute),
            title=page.title or "",
            description=str(page.meta.get("description", "")),
            canonical=page.canonical_url or "",
            edit_url=page.edit_url or "",
            report_url=self._report_url(str(page.title or ""), page.canonical_url or here),
            is_home=here == f"{root(language)}index.html",
            is_catalogue=here == list_file(language),
        )

    def of_slots(self, language: Language, here: str) -> Frame:
        """The frame of catalogue pages: what changes from page to page is a slot."""
        away = other(language)
        known = self._addresses.site_url is not None
        absolute = {
            language: slot("selfabs") if known else "",
            away: slot("otherabs") if known else "",
        }
        return replace(
            self._plain(language, here, {language: slot("self"), away: slot("other")}, absolute),
            title=slot("title"),
            title_lang=slot("titlelang"),
            description=slot("description"),
            canonical=absolute[language],
        )

    def of_lone_page(self, language: Language) -> Frame:
        """The frame of a page that a host may show at any address, such as the 404: its links
        begin at the site's own path."""
        away = other(language)
        homes = {
            lang: self.site_path + self._addresses.path(f"{root(lang)}index.html")
            for lang in LANGUAGES
        }
        return replace(
            self._plain(language, "", homes, dict.fromkeys(LANGUAGES, "")),
            home=homes[language],
            catalogue=self.site_path + self._addresses.path(list_file(language)),
            top=self.site_path,
            subscriptions=(),
            title=self._words[language]["not-found"],
            second=OtherLanguage(away, self._words[away].as_mapping(), homes[away]),
        )

    @property
    def site_path(self) -> str:
        """The path of the site on its host, from ``/`` to ``/``."""
        return re.sub(r"^[a-z]+://[^/]*", "", self._addresses.site_url or "/") or "/"

    def _plain(
        self,
        language: Language,
        here: str,
        links: Mapping[Language, str],
        absolute: Mapping[Language, str],
    ) -> Frame:
        return Frame(
            language=language,
            w=self._words[language].as_mapping(),
            colon=COLON[language],
            home=self._addresses.between(here, f"{root(language)}index.html"),
            catalogue=self._addresses.between(here, list_file(language)),
            top="../" * here.count("/") or "./",
            serving=self._serving,
            alternates=tuple(
                Alternate(
                    lang=lang,
                    name=self._words[other(lang)]["switch-language"],
                    link=links[lang],
                    absolute=absolute[lang],
                    current=lang == language,
                )
                for lang in LANGUAGES
            ),
            subscriptions=tuple(
                Subscription(self._addresses.between(here, file), kind, self._words[language][name])
                for file, kind, name in (
                    (calendar_file(language), calendars.MEDIA_TYPE, "agenda-name"),
                    (calls_feed_file(language), feeds.MEDIA_TYPE, "feed-calls"),
                    (records_feed_file(language), feeds.MEDIA_TYPE, "feed-records"),
                )
            ),
        )

    def _report_url(self, title: str, page: str) -> str:
        template = self._settings.report_url
        if not template:
            return ""
        return template.format(title=quote(title, safe=""), page=quote(page, safe=""))
