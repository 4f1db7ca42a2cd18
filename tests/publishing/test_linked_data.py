"""What pages say of themselves to programs: the words of schema.org, and nothing invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import strategies as st
from in_memory import property_of

from fp_build.publishing import linked_data as ld
from fp_build.publishing.edition import Settings
from fp_build.publishing.pictures import Sizes
from fp_build.publishing.record_page import view_record
from fp_build.words.addresses import Addresses, list_file, term_file
from publishing.editions import edition_of, record, translated

SCHEMA: Final[dict[str, dict[str, list[str]]]] = yaml.safe_load(
    Path(__file__).with_name("schema_org.yml").read_text(encoding="utf-8")
)
NOWHERE: Final = Addresses(None, directories=True)

PROJECT_RECORD: Final = record(
    "title: Une demande", "summary: Trois phrases.", "themes: [social-benefits]",
    "interventions: [experiment]", "audiences: [individuals]", "principles: [tangible]",
    "territories: [FR]", "lead: sgmap",
    "partners: [{organisation: sgmap, type: state-service}]",
    "stages: [{stage: generating-ideas, start: 2013, end: 2014-03}, {stage: evaluation}]",
    "verified_on: 2026-11-20",
    "sources:",
    '  - {id: a, title: Un titre, publisher: Localtis, date: 2014-01, url: "https://a.example/"}',
    "  - {id: b, document: opsi-article-2014}",
)  # fmt: skip
FILES: Final = {
    "une-demande/index.fr.md": PROJECT_RECORD,
    "une-demande/index.en.md": translated("title: One application", "summary: Three sentences."),
    "un-cas/index.fr.md": record("title: Un cas", kind="case"),
    "un-cas/replies/2026-11-02-une-lectrice.md": (
        "---\nname: Une lectrice\ndate: 2026-11-02\nlanguage: fr\n---\n"
        "Merci *beaucoup* !\n\nVoir [ceci](https://a.example/).\n"
    ),
    "un-appel/index.fr.md": record(
        "title: Un appel", "question: Que faire ?", "opens: 2026-11-01", "closes: 2026-12",
        kind="call",
    ),
    "un-appel/index.en.md": translated("title: A call", "question: What is to be done?"),
    "un-prix/index.fr.md": record("title: Un prix", "type: prize", kind="initiative"),
    "un-jour/index.fr.md": record(
        "title: Un jour", "starts: 2026-11-23 14:30", "ends: 2026-11-23 17:00", "lead: sgmap",
        "place: Une salle, Paris", "online: https://a.example/salle", "languages: [fr, en]",
        "series: public-innovation-week", kind="event",
    ),
}  # fmt: skip


def of(slug: str = "une-demande", language: Any = "fr", **more: Any) -> ld.Thing:
    edition = edition_of(FILES, language, **more)
    return ld.record_page(edition, edition.catalogue.records[slug])


def every_page(**more: Any) -> Iterator[ld.Thing]:
    for language in ("fr", "en"):
        edition = edition_of(FILES, language, **more)
        yield ld.home_page(edition, "Le catalogue.")
        yield ld.catalogue_page(edition, list_file(language), "Catalogue", "Tout.")
        yield ld.data_page(edition, "donnees/index.html", "Données", "Tout.")
        yield ld.facet_page(edition, "theme", "catalogue/theme/index.html")
        for facet, term in (("theme", "disability"), ("kind", "case"), ("stage", "evaluation")):
            yield ld.term_page(edition, facet, term, term_file(language, facet, term))
        for found in edition.catalogue.records.values():
            yield ld.record_page(edition, found, replies_to(edition, found.slug))


def replies_to(edition: Any, slug: str) -> Any:
    shown = view_record(edition.catalogue.records[slug], edition).replies
    return shown.replies if shown else ()


# Form


def properties(form: str) -> set[str]:
    """Those of a class and of all above it."""
    about = SCHEMA[form]
    return set(about["has"]).union(*(properties(above) for above in about["under"]))


def misused(thing: Any, where: str = "") -> Iterator[str]:
    if isinstance(thing, list):
        for part in thing:
            yield from misused(part, where)
    elif isinstance(thing, dict):
        form = thing["@type"]
        for name, value in thing.items():
            if not name.startswith("@") and name not in properties(form):
                yield f"{where}/{form}: {name}"
            yield from misused(value, f"{where}/{form}.{name}")


def test_every_word_is_one_of_schema_org() -> None:
    for settings in (None, Settings(texts={"publisher": "L’éditeur"})):
        for page in every_page(settings=settings):
            assert page["@context"] == "https://schema.org"
            assert list(misused(page)) == []


def test_a_misused_word_is_seen() -> None:
    assert list(misused({"@type": "WebSite", "headline": "", "numberOfItems": 3})) == [
        "/WebSite: numberOfItems"
    ]


def empty(thing: Any) -> bool:
    if isinstance(thing, dict):
        return not thing or any(map(empty, thing.values()))
    if isinstance(thing, list):
        return not thing or any(map(empty, thing))
    return thing in ("", None)


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    assert not any(empty(page) for page in every_page())


# Records


def test_a_project_record_is_an_article_about_a_project() -> None:
    text = of()["mainEntity"]
    assert text["@type"] == "Article"
    assert text["about"][0] == {"@type": "Project", "name": "Une demande"}
    assert text["about"][1]["name"] == "Prestations sociales"
    assert text["abstract"] == "Trois phrases."
    assert text["temporalCoverage"] == "2013/2014-03"
    assert text["spatialCoverage"] == [{"@type": "AdministrativeArea", "name": "France"}]
    assert len(text["mentions"]) == 1
    assert text["keywords"] == [
        "Expérimenter",
        "Usagers particuliers",
        "Des transformations tangibles",
    ]
    assert of()["lastReviewed"] == "2026-11-20"


def test_a_case_study_is_a_report() -> None:
    page = of("un-cas")
    assert page["mainEntity"]["@type"] == "Report"
    assert "about" not in page["mainEntity"] and "citation" not in page["mainEntity"]
    assert "temporalCoverage" not in page["mainEntity"] and "lastReviewed" not in page


def test_pictures_are_named_as_their_authors_made_them() -> None:
    medium = "media: [{id: a, file: vue.jpg, alt: La vue, credit: Une autrice}]"
    files = {"essai/index.fr.md": record(medium), "essai/vue.jpg": b""}
    sizes = Sizes(2000, 1500, ((480, "x.webp"),))
    edition = edition_of(files, pictures={("essai", "vue.jpg"): sizes})
    page = ld.record_page(edition, edition.catalogue.records["essai"])
    assert list(misused(page)) == []
    assert page["mainEntity"]["image"] == [
        {
            "@type": "ImageObject",
            "contentUrl": "https://example.org/fp/catalogue/essai/vue.jpg",
            "caption": "La vue",
            "creditText": "Une autrice",
            "width": 2000,
            "height": 1500,
        }
    ]
    nowhere = edition_of(files, addresses=NOWHERE)
    page = ld.record_page(nowhere, nowhere.catalogue.records["essai"])
    assert "image" not in page["mainEntity"]


def test_sources_are_citations() -> None:
    first, second = of()["mainEntity"]["citation"]
    assert first == {
        "@type": "CreativeWork",
        "name": "Un titre",
        "publisher": {"@type": "Organization", "name": "Localtis"},
        "datePublished": "2014-01",
        "url": "https://a.example/",
    }
    assert second["inLanguage"] == "en" and second["creditText"] == "OPSI Staff"


def test_the_language_is_that_of_the_text_and_of_the_page() -> None:
    english = of("un-cas", "en")
    assert english["inLanguage"] == "en" and english["mainEntity"]["inLanguage"] == "fr"
    assert english["mainEntity"]["genre"] == "Case study"


def test_a_translation_leads_to_its_original_and_back() -> None:
    site = "https://example.org/fp"
    assert of()["mainEntity"]["workTranslation"]["@id"] == f"{site}/en/catalogue/une-demande/"
    english = of(language="en")["mainEntity"]
    assert english["translationOfWork"]["@id"] == f"{site}/catalogue/une-demande/"
    for language in ("fr", "en"):
        text = of("un-cas", language)["mainEntity"]
        assert "workTranslation" not in text and "translationOfWork" not in text


def test_the_way_to_a_record_goes_by_its_kind() -> None:
    steps = of()["breadcrumb"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    assert [step["name"] for step in steps] == [
        "Futurs Publics", "Catalogue", "Fiche projet", "Une demande",
    ]  # fmt: skip
    assert steps[2]["item"] == "https://example.org/fp/catalogue/kind/project/"


def test_who_publishes_is_said_by_the_operator_alone() -> None:
    assert "publisher" not in of()["mainEntity"]
    settings = Settings(texts={"publisher": {"fr": "L’éditeur", "en": "The publisher"}})
    text = of(language="en", settings=settings)["mainEntity"]
    assert text["publisher"] == {"@type": "Organization", "name": "The publisher"}


# Events, calls, initiatives


def about(slug: str, language: Any = "fr", **more: Any) -> Any:
    return of(slug, language, **more)["mainEntity"]["about"][0]


def dated(*lines: str, **more: Any) -> Any:
    edition = edition_of({"e/index.fr.md": record("title: E", *lines, kind="event")}, **more)
    text = ld.record_page(edition, edition.catalogue.records["e"])["mainEntity"]
    assert text["@type"] == "Article"
    return text["about"][0]


def test_the_text_of_an_event_is_about_the_event() -> None:
    assert about("un-jour") == {
        "@type": "Event",
        "name": "Un jour",
        "startDate": "2026-11-23T14:30:00+01:00",
        "endDate": "2026-11-23T17:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {"@type": "Place", "name": "Une salle, Paris"},
            {"@type": "VirtualLocation", "url": "https://a.example/salle"},
        ],
        "organizer": {
            "@type": "Organization",
            "name": "Secrétariat général pour la modernisation de l’action publique",
        },
        "inLanguage": ["fr", "en"],
        "superEvent": {
            "@type": "EventSeries",
            "name": "Semaine de l’innovation publique",
            "url": "https://example.org/fp/catalogue/series/public-innovation-week/",
        },
    }


def test_an_event_says_no_more_than_its_record() -> None:
    assert dated("starts: 2018") == {"@type": "Event", "name": "E", "startDate": "2018"}
    online = dated("starts: 2027-07-01 09:00", "online: https://a.example/")
    assert online["startDate"] == "2027-07-01T09:00:00+02:00"
    assert online["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert online["location"] == {"@type": "VirtualLocation", "url": "https://a.example/"}
    there = dated("starts: 2027-07", "place: Lyon")
    assert there["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert "organizer" not in there and there["startDate"] == "2027-07"


def test_the_text_of_a_call_is_about_its_question() -> None:
    assert about("un-appel", "en") == {"@type": "Question", "name": "What is to be done?"}
    assert of("un-appel")["mainEntity"]["temporalCoverage"] == "2026-11-01/2026-12"


def test_the_text_of_an_initiative_is_about_its_type() -> None:
    assert about("un-prix") == {
        "@type": "DefinedTerm",
        "name": "Prix",
        "termCode": "prize",
        "url": "https://example.org/fp/catalogue/type/prize/",
    }


def test_replies_are_comments() -> None:
    edition = edition_of(FILES, "en")
    found = edition.catalogue.records["un-cas"]
    text = ld.record_page(edition, found, replies_to(edition, "un-cas"))["mainEntity"]
    assert text["commentCount"] == 1
    assert text["comment"] == [
        {
            "@type": "Comment",
            "author": {"@type": "Person", "name": "Une lectrice"},
            "datePublished": "2026-11-02",
            "inLanguage": "fr",
            "text": "Merci beaucoup\u202f!\nVoir ceci.",
            "url": "https://example.org/fp/en/catalogue/un-cas/#reply-2026-11-02-une-lectrice",
        }
    ]
    assert "comment" not in of("un-prix")["mainEntity"]


# Addresses


def addresses(thing: Any) -> Iterator[str]:
    if isinstance(thing, list):
        for part in thing:
            yield from addresses(part)
    elif isinstance(thing, dict):
        for name, value in thing.items():
            if name in ("url", "item", "@id", "contentUrl"):
                yield value
            else:
                yield from addresses(value)


def test_addresses_are_full_ones() -> None:
    for page in every_page():
        found = list(addresses(page))
        assert found
        assert all(url.startswith("https://") for url in found)


def test_without_an_address_of_the_site_its_pages_are_not_named() -> None:
    for page in every_page(addresses=NOWHERE):
        assert set(addresses(page)) <= {"https://a.example/", "https://a.example/salle", OPSI}


OPSI: Final = "https://oecd-opsi.org/futurs-publics-harnessing-innovation-to-modernise-government/"


# Other pages


def test_the_data_page_is_a_dataset_with_its_files() -> None:
    edition = edition_of(FILES)
    page = ld.data_page(edition, "donnees/index.html", "Données ouvertes", "Tout.")
    assert page["@type"] == "Dataset" and page["license"] == ld.LICENCE
    assert [(d["encodingFormat"], d["contentUrl"]) for d in page["distribution"]] == [
        ("application/json", "https://example.org/fp/data/catalogue.json"),
        ("text/csv", "https://example.org/fp/data/catalogue.csv"),
    ]


def test_a_list_says_how_many_records_it_holds() -> None:
    edition = edition_of(FILES)
    page = ld.catalogue_page(edition, list_file("fr"), "Catalogue", "Tout.")
    assert page["mainEntity"]["numberOfItems"] == 5
    page = ld.term_page(edition, "kind", "case", term_file("fr", "kind", "case"))
    assert page["mainEntity"]["numberOfItems"] == 1
    assert page["about"]["termCode"] == "case"


# Safety

HOSTILE: Final = "</script><script>alert(1)</script><!-- ]]> & \u2028 fpslot0title0"


def test_no_text_ends_the_script() -> None:
    script = str(ld.as_script({"name": HOSTILE, HOSTILE: [HOSTILE]}))
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script) == {"name": HOSTILE, HOSTILE: [HOSTILE]}


@pytest.mark.parametrize("part", ["title", "summary"])
def test_a_hostile_record_is_data(part: str) -> None:
    files = {"mal/index.fr.md": record(f"{part}: '{HOSTILE.replace(chr(0x2028), '')}'")}
    edition = edition_of(files)
    script = ld.as_script(ld.record_page(edition, edition.catalogue.records["mal"]))
    assert "</script" not in script and "<!--" not in script
    assert "alert(1)" in json.dumps(json.loads(script))


@property_of(st.text(), examples=200)
def holds(text: str) -> None:
    script = str(ld.as_script({"name": text}))
    assert "<" not in script and json.loads(script)["name"] == text


test_any_text_comes_back, test_any_text_comes_back_at_length = holds
