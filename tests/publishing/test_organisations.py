"""Organisations: what each is, its part in the records, and all of them by type."""

from __future__ import annotations

import json
from typing import Any, Final

from in_memory import PROJECT, judged

from fp_build.publishing.blocks import BLOCKS
from fp_build.publishing.list_pages import CARDS_A_PAGE
from fp_build.publishing.list_views import ListView
from fp_build.publishing.organisations import (
    by_type,
    roles,
    sought_organisation,
)
from fp_build.publishing.site_page import SitePage
from fp_build.words.languages import Language
from publishing.editions import edition_of, list_pages, pages_of_organisation, record, renderer

HERE: Final = "catalogue/organisation/index.html"
FILES: Final = {
    "a/index.fr.md": record("title: A", "lead: sgmap"),
    "b/index.fr.md": record("title: B", "lead: sgmap", "partners: [{organisation: oecd}]"),
    "c/index.fr.md": record(
        "title: C", "lead: ditp", "partners: [{organisation: sgmap, type: state-service}]"
    ),
    "d/index.fr.md": record("title: D", "partners: [{organisation: sgmap}]"),
    "e/index.fr.md": record("title: E", "lead: sgmap", status="archived"),
}


def page(term: str, language: Language = "fr", files: Any = FILES, **more: Any) -> ListView:
    ((_, view), *_) = pages_of_organisation(edition_of(files, language, **more), term)
    return view


def html(term: str, language: Language = "fr", files: Any = FILES, **more: Any) -> str:
    return str(published(term, language, files, **more).content)


def published(term: str, language: Language = "fr", files: Any = FILES, **more: Any) -> SitePage:
    file = f"{'en/' if language == 'en' else ''}catalogue/organisation/{term}/index.html"
    pages = list_pages(edition_of(files, language, **more))
    return next(page for page in pages if page.file == file)


def with_terms(text: str) -> dict[str, bytes]:
    """The vocabularies of the project with more organisations."""
    files = {p.name: p.read_bytes() for p in (PROJECT / "cases/_vocabulary").glob("*.yml")}
    files["organisations.yml"] += text.encode()
    return files


def organisation(name: str, *more: str) -> str:
    lines = [f"fr: {name}", f"en: {name} E", "type: ngo", "definition: {fr: Une., en: One.}"]
    lines += ["source: editorial", *more]
    return f"\n{name.lower()}:\n" + "".join(f"  {line}\n" for line in lines)


def test_a_part_is_said_in_the_words_of_the_records() -> None:
    found = {role.heading: role.slugs for role in roles(edition_of(FILES), "sgmap")}
    assert found == {
        "Porteur": ("a", "b"),
        "Partenaire\u00a0: Service de l’État": ("c",),
        "Partenaire": ("d",),
    }
    assert [r.heading for r in roles(edition_of(FILES, "en"), "sgmap")] == [
        "Lead", "Partner: State service", "Partner",
    ]  # fmt: skip


def test_an_archived_record_is_not_counted() -> None:
    assert page("sgmap").count_text == "4 fiches"
    assert [(g.id, g.count_text, len(g.cards)) for g in page("sgmap").groups] == [
        ("role-lead", "2 fiches", 2),
        ("role-partner-state-service", "1 fiche", 1),
        ("role-partner", "1 fiche", 1),
    ]


def test_a_record_given_twice_is_shown_under_both_parts() -> None:
    twice = record(
        "lead: sgmap",
        "partners: [{organisation: sgmap, type: operator}, {organisation: sgmap, type: operator}]",
    )
    found = {role.id: role.slugs for role in roles(edition_of({"x/index.fr.md": twice}), "sgmap")}
    assert found == {"role-lead": ("x",), "role-partner-operator": ("x",)}


def test_pages_hold_so_many_cards_and_say_the_part_again() -> None:
    many = {
        f"fiche-{n:03}/index.fr.md": record(f"title: Fiche {n:03}", "lead: sgmap")
        for n in range(CARDS_A_PAGE + 1)
    } | {"c/index.fr.md": FILES["c/index.fr.md"]}
    shown = list(pages_of_organisation(edition_of(many), "sgmap"))
    assert [file for file, _ in shown] == [
        "catalogue/organisation/sgmap/index.html",
        "catalogue/organisation/sgmap/page/2/index.html",
    ]
    second = shown[1][1]
    assert [(g.id, len(g.cards), g.count_text) for g in second.groups] == [
        ("role-lead", 1, f"{CARDS_A_PAGE + 1} fiches"),
        ("role-partner-state-service", 1, "1 fiche"),
    ]
    assert [link.number for link in second.pager.links] == [1, 2]


def test_what_the_vocabulary_says_and_no_more() -> None:
    view = page("opsi").organisation
    assert view is not None
    assert view.acronym == "OPSI" and view.level
    assert view.type.url == "../../../catalogue/organisation/#type-international-org"
    assert view.website is not None and view.website.label.text == "oecd-opsi.org"
    assert view.called.lang == "en" and view.aliases == ("observatoire",)
    bare = page("dinsic").organisation
    assert bare is not None and bare.website is None
    same = page("la-27e-region").organisation
    assert same is not None and not same.called


def test_what_it_became_and_who_says_so() -> None:
    became = page("sgmap").organisation
    assert became is not None
    assert [(s.organisation.id, s.date, s.source.label.text) for s in became.became] == [
        ("ditp", "20\u00a0novembre 2017", "Article du Monde informatique sur la Dinsic"),
        ("dinsic", "20\u00a0novembre 2017", "Article du Monde informatique sur la Dinsic"),
    ]
    came = page("ditp", "en").organisation
    assert came is not None
    assert [s.organisation.id for s in came.came_from] == ["sgmap"]
    shown = html("ditp")
    assert "Issue de" in shown and 'href="https://lemondeinformatique.fr/' in shown


def test_what_became_of_it_needs_a_source() -> None:
    for source, rules in (
        ("editorial", ["term-reference"]),
        ("press", ["term-reference"]),
        ("opsi-article-2014", []),
    ):
        text = organisation("Une", f"became: [{{organisation: ditp, source: {source}}}]")
        found = judged({}, with_terms(text)).findings
        assert [finding.rule.id for finding in found] == rules, source
    without = judged({}, with_terms(organisation("Une", "became: [{organisation: ditp}]")))
    assert [finding.rule.id for finding in without.findings] == ["missing-key"]


def test_what_became_of_it_is_known_and_does_not_come_back() -> None:
    cite = "source: opsi-article-2014"
    unknown = organisation("Une", f"became: [{{organisation: dipt, {cite}}}]")
    (finding,) = judged({}, with_terms(unknown)).findings
    assert finding.rule.id == "term-reference" and "ditp" in finding.message("fr")
    itself = organisation("Une", f"became: [{{organisation: une, {cite}}}]")
    ring = "".join(
        organisation(one, f"became: [{{organisation: {other}, {cite}}}]")
        for one, other in (("Une", "deux"), ("Deux", "trois"), ("Trois", "une"))
    )
    for text, number in ((itself, 1), (ring, 3)):
        found = [finding.rule.id for finding in judged({}, with_terms(text)).findings]
        assert found == ["term-loop"] * number


def test_an_organisation_that_no_record_names_has_its_page() -> None:
    view = page("sgmap", files={})
    assert view.filter_url == "" and page("sgmap").filter_url
    assert view.groups == () and view.count_text == "aucune fiche"
    shown = html("sgmap", "en", files={})
    assert (
        "To date, this organisation neither leads nor is a partner in any published record."
        in shown
    )
    assert "According to the press" in shown


def test_headings_go_down_one_by_one() -> None:
    shown = html("sgmap")
    assert '<h2 id="role-lead"' in shown and '<h3 class="fp-card__title">' in shown


def test_a_program_is_told_that_it_is_an_organisation() -> None:
    thing = json.loads(str(published("opsi", "en").linked_data))
    assert thing["@type"] == "CollectionPage"
    about = thing["about"]
    assert about["@type"] == "Organization"
    assert about["name"] == "OECD Observatory of Public Sector Innovation"
    assert about["alternateName"][0] == "OPSI"
    assert about["url"] == "https://oecd-opsi.org/"
    assert "url" not in json.loads(str(published("dinsic").linked_data))["about"]


def test_it_is_searched_by_all_its_names_on_its_first_page() -> None:
    sought = sought_organisation(edition_of(FILES, "en"), "oecd")
    words = " ".join(text.text for text in sought.texts)
    assert "OCDE / OECD" in words and "ocde" in words and "coopération" in words
    assert published("oecd").sought() is not None
    assert published("oecd").other_file == "en/catalogue/organisation/oecd/index.html"


def test_all_of_them_by_type_with_their_parts() -> None:
    groups = {group.id: group for group in by_type(edition_of(FILES), HERE)}
    lines = {o.term.id: o for group in groups.values() for o in group.organisations}
    assert lines["sgmap"].parts == "porte 2 fiches, partenaire dans 2 fiches"
    assert lines["oecd"].parts == "partenaire dans une fiche"
    assert lines["igpde"].parts == "ni porteuse ni partenaire dans une fiche à ce jour"
    vocabulary = edition_of({}).vocabulary("organisation")
    assert set(lines) == {name for name in vocabulary if not vocabulary[name].replaced_by}
    assert all(group.organisations for group in groups.values())
    names = [o.term.label for o in groups["type-ngo"].organisations]
    assert names == sorted(names, key=str.casefold)


def test_the_page_and_the_list_lead_to_each_other() -> None:
    edition = edition_of(FILES)
    shown = renderer()("blocks/organisations.html", edition, BLOCKS["organisations"](edition, HERE))
    assert 'id="type-government"' in shown
    assert 'href="../../catalogue/organisation/sgmap/"' in shown
    everything = next(page for page in list_pages(edition) if page.file == HERE)
    assert 'id="type-international-org"' in everything.content


def test_a_former_name_has_no_line_and_no_page() -> None:
    text = organisation("Ancienne", "replaced_by: sgmap")
    edition = edition_of({}, vocabulary=with_terms(text))
    lines = [o.term.id for group in by_type(edition, HERE) for o in group.organisations]
    assert "ancienne" not in lines


def test_a_name_is_text() -> None:
    text = organisation("Une", 'acronym: "<b>&\\"x"', 'aliases: ["<i>a</i>"]')
    shown = html("une", files={}, vocabulary=with_terms(text))
    assert "<b>" not in shown and "<i>" not in shown and "&lt;i&gt;" in shown
