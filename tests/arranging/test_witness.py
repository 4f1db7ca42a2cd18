"""A catalogue that notes what it is asked answers as any other, and misses no question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest

from arranging.test_catalogue import catalogue_of, record
from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.ground import Digests
from fp_build.arranging.witness import Witness
from fp_build.doors.fingerprints import of_folder
from fp_build.doors.studies import of_face

FILES: Final = {
    "alpha/index.fr.md": record("Alpha", "themes: [ageing]", "lead: sgmap", "related: [beta]"),
    "beta/index.fr.md": record("Bêta", "themes: [ageing]", "replaces: [gamma]"),
    "gamma/index.fr.md": record("Gamma", status="archived"),
}


def witness_of(files: dict[str, str]) -> Witness:
    catalogue = catalogue_of(files)
    digests = {
        slug: Digests(of_face(record, record.folder), of_folder(record.folder))
        for slug, record in catalogue.records.items()
    }
    return Witness(catalogue, digests)


ASKING: Final[dict[str, Callable[[Catalogue], Any]]] = {
    "a record": lambda c: c.records["alpha"].words["fr"].title,
    "a record that may be": lambda c: "delta" in c.records,
    "one that is listed": lambda c: "gamma" in c.listed,
    "all records": lambda c: [r.words["fr"].title for r in c.records.values()],
    "all names": lambda c: list(c.listed),
    "how many": lambda c: len(c.listed),
    "terms": lambda c: c.terms["alpha"],
    "under": lambda c: c.under("theme", "ageing"),
    "a page of a term": lambda c: c.shown_under("theme", "ageing", "fr", 0, 1),
    "a page of all": lambda c: c.shown("fr", 1, 2),
    "most found": lambda c: c.most_found("theme", 1),
    "having": lambda c: c.having("theme"),
    "how many answer": lambda c: c.answering("high-stakes", "none"),
    "which answer": lambda c: c.shown_answering("high-stakes", "none", "fr", 0, 1),
    "order": lambda c: c.in_order(["alpha", "beta"], "fr"),
    "beside": lambda c: c.beside("alpha", "fr"),
    "named by": lambda c: c.named_by.get("beta"),
    "replaced by": lambda c: c.replaced_by.get("gamma"),
    "became": lambda c: c.became.get("alpha"),
    "parts": lambda c: c.parts.get("sgmap"),
    "all parts": lambda c: dict(c.parts),
    "a text": lambda c: c.records["alpha"].text("fr").outline.body,
    "its fingerprint": lambda c: c.records["alpha"].fingerprint,
    "texts of all": lambda c: [len(list(r.bodies)) for r in c.listed.values()],
}

CHANGES: Final[dict[str, dict[str, str | None]]] = {
    "a title": {"alpha/index.fr.md": record("Zêta", "themes: [ageing]", "lead: sgmap")},
    "a text": {"alpha/index.fr.md": FILES["alpha/index.fr.md"] + "\n## Autre chose\n"},
    "a theme": {"alpha/index.fr.md": record("Alpha", "themes: [disability]")},
    "an answer": {"alpha/index.fr.md": record("Alpha", "criteria: {high-stakes: {answer: yes}}")},
    "an archived record": {"beta/index.fr.md": record("Bêta", status="archived")},
    "one that came": {"delta/index.fr.md": record("Delta", "related: [beta]", "lead: sgmap")},
    "one that went": {"beta/index.fr.md": None},
    "one that came back": {"gamma/index.fr.md": record("Gamma", "themes: [ageing]")},
}


@pytest.mark.parametrize("asking", ASKING)
def test_it_answers_as_the_catalogue_does(asking: str) -> None:
    ask = ASKING[asking]
    assert ask(witness_of(FILES)) == ask(catalogue_of(FILES))


@pytest.mark.parametrize("asking", ASKING)
@pytest.mark.parametrize("change", CHANGES)
def test_where_an_answer_differs_so_does_its_digest(asking: str, change: str) -> None:
    files = {path: text for path, text in {**FILES, **CHANGES[change]}.items() if text}
    before, after = witness_of(FILES), witness_of(files)
    ask = ASKING[asking]
    with before.listening() as asked:
        try:
            said = ask(before)
        except KeyError:
            said = None
    assert asked, "nothing was heard"
    questions = tuple(asked)
    try:
        says = ask(catalogue_of(files))
    except KeyError:
        says = None
    if says != said:
        assert after.answered(questions) != before.answered(questions)


def test_the_same_catalogue_gives_the_same_digests() -> None:
    one, same = witness_of(FILES), witness_of(FILES)
    for ask in ASKING.values():
        with one.listening() as asked:
            ask(one)
        assert one.answered(tuple(asked)) == same.answered(tuple(asked))


def test_a_record_tells_of_its_texts_only_who_reads_them() -> None:
    witness = witness_of(FILES)
    with witness.listening() as asked:
        record = witness.records["alpha"]
        assert record.words["fr"].title == "Alpha"
        assert record.state("en") == "missing"
    assert asked == {("records", "one", "alpha")}
    with witness.listening() as asked:
        assert record is witness.listed["alpha"]
        assert record.source.outline.body == ""
    assert asked == {("listed", "one", "alpha"), ("texts", "alpha")}


def test_a_record_that_others_name_is_none_of_their_business() -> None:
    files = {**FILES, "gamma/index.fr.md": record("Autre", status="archived")}
    questions = (("records", "one", "alpha"), ("beside", "alpha", "fr"), ("listed", "size"))
    assert witness_of(FILES).answered(questions) == witness_of(files).answered(questions)


def test_who_listens_around_hears_all() -> None:
    witness = witness_of(FILES)
    with witness.listening() as outer:
        witness.having("theme")
        with witness.listening() as inner:
            witness.having("stage")
        witness.hear_again([("having", "level")])
    assert inner == {("having", "stage")}
    assert outer == {("having", "theme"), ("having", "stage"), ("having", "level")}


def test_a_plain_catalogue_hears_nothing() -> None:
    catalogue = catalogue_of(FILES)
    with catalogue.listening() as asked:
        catalogue.under("theme", "ageing")
    assert not asked
