"""What the frame of a page is told: its language, its addresses, its links to the other language.

Templates read it as ``fp``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page

from fp_build.doors.mkdocs.shell import Said, Values
from fp_build.publishing import calendars, feeds
from fp_build.publishing.edition import Editions
from fp_build.publishing.linked_data import as_script, editorial_page
from fp_build.publishing.page_kinds import CATALOGUE, EDITORIAL, HOME, LOST, marks
from fp_build.publishing.palette import Pair, Palette
from fp_build.publishing.policy import page_policy
from fp_build.publishing.preview import LOCALES, of_site
from fp_build.publishing.rendering import COLON
from fp_build.publishing.site_page import Preview, SitePage
from fp_build.publishing.statement import Audits, claim
from fp_build.words.addresses import (
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
class LinkPreview:
    """How a link to the page is shown elsewhere, as Open Graph says it. The picture's address is a
    full one, and empty where the site's own is not known."""

    kind: str
    picture: str
    alt: str
    width: str
    height: str


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
    search: bool
    """True where the site has an index of its words."""
    policy: Markup
    """What the page may do in a browser."""
    alternates: tuple[Alternate, ...]
    locale: str
    other_locale: str
    """The page's language and the other one, as Open Graph names them."""
    preview: LinkPreview
    colours: Pair
    """What a browser may tint its own frame with, by day and by night."""
    fonts: tuple[str, ...]
    """The typefaces that the page needs, from the top of the site."""
    linked_data: str = ""
    """What the page is about, for programs; nothing where there is nothing to say."""
    subscriptions: tuple[Subscription, ...] = ()
    title: str = ""
    title_lang: str = ""
    description: str = ""
    canonical: str = ""
    edit_url: str = ""
    report_url: str = ""
    kind: str = ""
    """Of which kinds the page is: what ``data-kind`` of its body says."""
    accessibility: str = ""
    """What the site says of its accessibility."""
    is_home: bool = False
    is_catalogue: bool = False
    second: OtherLanguage | None = None


class Frames:
    """Makes the frames of one build."""

    def __init__(
        self,
        editions: Editions,
        palette: Palette,
        audits: Audits,
        *,
        serving: bool,
        search: bool,
    ) -> None:
        self._editions = editions
        self._addresses = editions["fr"].addresses
        self._words = {language: edition.words for language, edition in editions.items()}
        self._settings = editions["fr"].settings
        self._palette = palette
        self._audits = audits
        self._serving = serving
        self._search = search

    def renew(self, editions: Editions, audits: Audits) -> None:
        """Make the frames of these from now on; what stands around the catalogue stays the same."""
        self._editions = editions
        self._audits = audits

    def of_page(self, page: Page, language: Language, blocks: Sequence[str]) -> Frame:
        """The frame of an editorial page, which holds these blocks."""
        here = page.file.dest_uri
        is_home = here == f"{root(language)}index.html"
        is_catalogue = here == list_file(language)
        files = {language: here, other(language): twin(here)}
        links = {lang: self._addresses.between(here, file) for lang, file in files.items()}
        absolute = {lang: self._addresses.absolute(file) or "" for lang, file in files.items()}
        return replace(
            self._plain(language, here, links, absolute),
            title=page.title or "",
            description=str(page.meta.get("description", "")),
            canonical=page.canonical_url or "",
            edit_url=page.edit_url or "",
            report_url=self._settings.issue_url(str(page.title or ""), page.canonical_url or here),
            kind=marks(HOME if is_home else CATALOGUE if is_catalogue else EDITORIAL, blocks),
            is_home=is_home,
            is_catalogue=is_catalogue,
            linked_data=self._linked_data(page, language, blocks),
        )

    def _linked_data(self, page: Page, language: Language, blocks: Sequence[str]) -> Markup:
        thing = editorial_page(
            self._editions[language],
            page.file.dest_uri,
            str(Markup(page.title or "").striptags()),
            str(page.meta.get("description", "")),
            blocks,
        )
        return as_script(thing) if thing else Markup("")

    def of_slots(self, language: Language, here: str, said: Said) -> Frame:
        """The frame of catalogue pages. What changes from page to page is what ``said`` answers for
        the name of a slot."""
        away = other(language)
        known = self._addresses.site_url is not None
        absolute = {
            language: said("selfabs") if known else "",
            away: said("otherabs") if known else "",
        }
        return replace(
            self._plain(language, here, {language: said("self"), away: said("other")}, absolute),
            title=said("title"),
            title_lang=said("titlelang"),
            description=said("description"),
            canonical=absolute[language],
            kind=said("kind"),
            preview=LinkPreview(
                kind=said("previewkind"),
                picture=said("preview") if known else "",
                alt=said("previewalt"),
                width=said("previewwidth"),
                height=said("previewheight"),
            ),
            linked_data=Markup(said("linkeddata")),
        )

    def values_of(self, page: SitePage) -> Values:
        """What goes into the slots of a catalogue page, ready as HTML."""
        addresses, picture = self._addresses, page.preview.picture
        return {
            "self": _html(addresses.between(page.file, page.file)),
            "other": _html(addresses.between(page.file, page.other_file)),
            "selfabs": _html(addresses.absolute(page.file)),
            "otherabs": _html(addresses.absolute(page.other_file)),
            "titlelang": f' lang="{page.title_lang}"' if page.title_lang else "",
            "previewkind": page.preview.kind,
            "preview": _html(addresses.absolute(picture.file)),
            "previewalt": _html(picture.alt),
            "previewwidth": str(picture.width),
            "previewheight": str(picture.height),
            "linkeddata": str(page.linked_data),
        }

    def of_lone_page(self, language: Language) -> Frame:
        """The frame of a page that a host may show at any address, such as the 404: its links
        begin at the site's own path."""
        away = other(language)
        homes = {
            lang: self._addresses.site_path + self._addresses.path(f"{root(lang)}index.html")
            for lang in LANGUAGES
        }
        return replace(
            self._plain(language, "", homes, dict.fromkeys(LANGUAGES, "")),
            home=homes[language],
            catalogue=self._addresses.site_path + self._addresses.path(list_file(language)),
            top=self._addresses.site_path,
            subscriptions=(),
            title=self._words[language]["not-found"],
            kind=marks(LOST),
            second=OtherLanguage(away, self._words[away].as_mapping(), homes[away]),
        )

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
            accessibility=claim(self._audits, self._words[language]),
            search=self._search,
            policy=Markup(page_policy(search=self._search)),
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
            locale=LOCALES[language],
            other_locale=LOCALES[other(language)],
            preview=self._preview(of_site(self._editions[language])),
            colours=self._palette.deep,
            fonts=self._palette.fonts,
            subscriptions=tuple(
                Subscription(self._addresses.between(here, file), kind, self._words[language][name])
                for file, kind, name in (
                    (calendar_file(language), calendars.MEDIA_TYPE, "agenda-name"),
                    (calls_feed_file(language), feeds.MEDIA_TYPE, "feed-calls"),
                    (records_feed_file(language), feeds.MEDIA_TYPE, "feed-records"),
                )
            ),
        )

    def _preview(self, preview: Preview) -> LinkPreview:
        picture = preview.picture
        return LinkPreview(
            kind=preview.kind,
            picture=self._addresses.absolute(picture.file) or "",
            alt=picture.alt,
            width=str(picture.width),
            height=str(picture.height),
        )


def _html(text: str | None) -> str:
    return str(escape(text or ""))
