"""The catalogue: which records have a page, which are listed, in what order, and how related."""

from __future__ import annotations

from typing import Final

from in_memory import draft, judged

from fp_build.arranging.catalogue import Catalogue


def record(title: str, *lines: str, status: str = "published") -> str:
    return draft(f"title: {title}", *lines).replace("status: draft", f"status: {status}")


def translated(title: str) -> str:
    return f"---\ntitle: {title}\ntranslation: {{state: reviewed}}\n---\n"


def catalogue_of(files: dict[str, str], *, preview: bool = False) -> Catalogue:
    judgement = judged(files)
    return Catalogue.arrange(
        judgement.records.values(), judgement.vocabularies, judgement.desk.today, preview=preview
    )


STATUSES: Final = {
    "brouillon/index.fr.md": record("Brouillon", status="draft"),
    "relecture/index.fr.md": record("Relecture", status="review"),
    "publiee/index.fr.md": record("Publiée", "themes: [ageing]"),
    "archivee/index.fr.md": record("Archivée", "themes: [ageing]", status="archived"),
    "sans-statut/index.fr.md": "---\nkind: project\ntitle: Sans statut\n---\n",
}


def test_readers_see_what_is_published_or_archived() -> None:
    catalogue = catalogue_of(STATUSES)
    assert list(catalogue.records) == ["archivee", "publiee"]
    assert list(catalogue.listed) == ["publiee"]


def test_a_preview_shows_the_others_too() -> None:
    catalogue = catalogue_of(STATUSES, preview=True)
    assert list(catalogue.records) == [
        "archivee",
        "brouillon",
        "publiee",
        "relecture",
        "sans-statut",
    ]
    assert list(catalogue.listed) == ["brouillon", "publiee", "relecture", "sans-statut"]


def test_archived_records_are_not_counted_but_keep_their_terms() -> None:
    catalogue = catalogue_of(STATUSES)
    assert catalogue.under("theme", "ageing") == ("publiee",)
    assert catalogue.terms["archivee"]["theme"] == ("ageing",)


def test_each_answer_has_its_records_by_title_and_so_has_none() -> None:
    answers = ("yes", "partly", "unknown", "transformation: {answer: no}")
    files = {
        f"fiche-{n}/index.fr.md": record(
            f"Fiche {9 - n}",
            f"criteria: {{{a if ':' in a else f'high-stakes: {{answer: {a}}}'}}}",
        )
        for n, a in enumerate(answers)
    }
    files["projet/index.fr.md"] = record("Un projet")
    files["archive/index.fr.md"] = record("Une archive", status="archived")
    files["cas/index.fr.md"] = record("Un cas").replace("kind: project", "kind: case")
    catalogue = catalogue_of(files)
    found = {
        answer: catalogue.shown_answering("high-stakes", answer, "fr", 0, 5)
        for answer in ("yes", "partly", "no", "unknown", "none")
    }
    assert found == {
        "yes": ("fiche-0",),
        "partly": ("fiche-1",),
        "no": (),
        "unknown": ("fiche-2",),
        "none": ("fiche-3", "projet"),  # a case that answers no criterion was not asked
    }
    assert [catalogue.answering("high-stakes", answer) for answer in found] == [1, 1, 0, 1, 2]
    assert catalogue.shown_answering("high-stakes", "none", "fr", 1, 2) == ("projet",)


def test_a_term_without_records_has_none() -> None:
    catalogue = catalogue_of(STATUSES)
    assert catalogue.under("theme", "disability") == ()
    assert catalogue.under("theme", "of-no-vocabulary") == ()


def test_records_are_in_the_order_of_titles_as_a_reader_sees_them() -> None:
    catalogue = catalogue_of(
        {
            "un/index.fr.md": record("Œuvre"),
            "un/index.en.md": translated("A work"),
            "deux/index.fr.md": record("étude"),
            "deux/index.en.md": translated("Study"),
            "trois/index.fr.md": record("Zone"),
            "quatre/index.fr.md": record("OFFRE"),
            "quatre/index.en.md": translated("study"),
        }
    )
    slugs = list(catalogue.records)
    assert catalogue.in_order(slugs, "fr") == ["deux", "un", "quatre", "trois"]
    assert catalogue.in_order(slugs, "en") == ["un", "deux", "quatre", "trois"]
    assert catalogue.in_order(reversed(slugs), "fr") == catalogue.in_order(slugs, "fr")
    assert catalogue.in_order(["trois", "deux"], "fr") == ["deux", "trois"]


def test_the_order_of_reading_does_not_matter() -> None:
    files = {f"fiche-{n}/index.fr.md": record("Pareil") for n in (3, 1, 2)}
    judgement = judged(files)
    backwards = Catalogue.arrange(
        reversed(list(judgement.records.values())), judgement.vocabularies, judgement.desk.today
    )
    assert list(backwards.records) == ["fiche-1", "fiche-2", "fiche-3"]
    assert backwards.in_order(backwards.records, "fr") == ["fiche-1", "fiche-2", "fiche-3"]


def test_a_record_knows_what_replaces_it() -> None:
    catalogue = catalogue_of(
        {
            "ancienne/index.fr.md": record("Ancienne", status="archived"),
            "nouvelle/index.fr.md": record("Nouvelle", "replaces: [ancienne]"),
            "autre/index.fr.md": record("Autre", "replaces: [ancienne, disparue]"),
            "cachee/index.fr.md": record("Cachée", "replaces: [ancienne]", status="draft"),
        }
    )
    assert catalogue.replaced_by["ancienne"] == ("autre", "nouvelle")
    assert "nouvelle" not in catalogue.replaced_by


def test_a_relation_is_seen_from_both_sides() -> None:
    catalogue = catalogue_of(
        {
            "une/index.fr.md": record("Une", "related: [deux, trois, disparue]"),
            "deux/index.fr.md": record("Deux", "related: [une]"),
            "trois/index.fr.md": record("Trois"),
            "quatre/index.fr.md": record("Quatre", "related: [trois]", status="draft"),
        }
    )
    assert catalogue.named_by == {"trois": ("une",)}


def test_an_empty_catalogue_has_everything_but_records() -> None:
    catalogue = catalogue_of({})
    assert catalogue.records == {} and catalogue.listed == {}
    assert set(catalogue.found_under) >= {"kind", "criterion"}
    assert catalogue.in_order([], "fr") == []
    assert catalogue.replaced_by == {} and catalogue.named_by == {}
