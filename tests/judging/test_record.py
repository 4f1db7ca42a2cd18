"""A record as it was judged: words in each language, and the state of its translation."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from in_memory import DRAFT, TRANSLATED, Content, draft, judged, workspace_of

from fp_build.judging.record import Record, ShelvedRecord, Words
from fp_build.reading.manuscript import Manuscript
from fp_build.words.languages import Language

FR, EN = "essai/index.fr.md", "essai/index.en.md"
RICH = draft(
    "title: Un", "summary: Deux",
    "criteria: {high-stakes: {answer: yes, reason: Raison}}",
    "indicators: [{id: a, name: Délai, unit: jours}, {id: b, name: Coût}]",
    "media: [{id: c, file: c.jpg, alt: Texte}]",
    'links: [{url: "https://a.fr", label: Lien}]',
    "sources: [{id: s, title: T, reason: Parce que}]",
    body="Corps.\n",
)  # fmt: skip


def record(fr: str = RICH, en: str | None = None) -> Record:
    files = {FR: fr, "essai/c.jpg": "x"} | ({} if en is None else {EN: en})
    return judged(files).records["essai"]


def test_words_of_the_original() -> None:
    words = record().words
    assert list(words) == ["fr"]
    assert (words["fr"].title, words["fr"].summary) == ("Un", "Deux")
    assert words["fr"].reasons == {"high-stakes": "Raison", "s": "Parce que"}
    assert words["fr"].indicators == {"a": ("Délai", "jours"), "b": ("Coût", "")}
    assert (words["fr"].alternatives, words["fr"].labels) == (
        {"c": "Texte"},
        {"https://a.fr": "Lien"},
    )


def test_a_record_without_a_title_goes_by_its_slug() -> None:
    assert record(draft()).words["fr"].title == "essai"


def test_a_translation_leaves_as_it_is_what_it_does_not_say() -> None:
    words = record(
        en="---\ntitle: One\nindicators: {a: {name: Delay}, z: {name: Z}}\n"
        "translation: {state: draft}\n---\n"
    ).words["en"]
    assert (words.title, words.summary) == ("One", "Deux")
    assert words.indicators == {"a": ("Delay", "jours"), "b": ("Coût", "")}
    assert words.reasons == {"high-stakes": "Raison", "s": "Parce que"}


def test_text_language() -> None:
    assert record().text_language("en") == "fr"
    assert record(en=TRANSLATED).text_language("en") == "en"


CALL = draft(
    "title: Un", "summary: Deux", "question: Laquelle ?", body="Corps.\n"
).replace("project", "call")  # fmt: skip
EVENT = draft(
    "title: Un", "summary: Deux", "place: Ici", body="Corps.\n"
).replace("project", "event")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key", "said"), [(CALL, "question", "Laquelle ?"), (EVENT, "place", "Ici")]
)
def test_a_call_has_a_question_and_an_event_a_place(text: str, key: str, said: str) -> None:
    assert getattr(record(text).words["fr"], key) == said
    translated = TRANSLATED.replace("title:", f"{key}: Which\ntitle:")
    assert getattr(record(text, translated).words["en"], key) == "Which"
    assert getattr(record(text, TRANSLATED).words["en"], key) == said
    assert getattr(record().words["fr"], key) == ""


REPLY = "---\nname: X\ndate: 2026-11-20\nlanguage: fr\n---\nMerci.\n"


def test_bodies_are_those_of_the_record_and_of_its_replies() -> None:
    names = ("essai/replies/2026-11-20-x.md", "essai/replies/2026-11-20-a.md")
    found = judged({FR: DRAFT, EN: TRANSLATED} | dict.fromkeys(names, REPLY)).records["essai"]
    assert [m.source.path for m in found.bodies] == [
        f"cases/{name}" for name in (FR, EN, *sorted(names))
    ]
    alone = judged({FR: DRAFT}).records["essai"]
    assert list(alone.bodies) == [alone.source]


def test_the_text_that_a_reader_is_given() -> None:
    found = record()
    assert found.text("fr") is found.text("en") is found.source
    found = record(en=TRANSLATED)
    assert found.text("en") is found.translated


def test_the_records_that_a_record_names() -> None:
    found = record(draft("call: c", "related: [a, b]", "replaces: [d]"))
    assert list(found.named) == [
        (("related", 0), "a"),
        (("related", 1), "b"),
        (("replaces", 0), "d"),
        (("call",), "c"),
    ]
    for path, slug in found.named:
        assert slug in found.source.source.text.split("\n")[found.source.place(*path).line - 1]
    assert list(record(CALL).named) == []


def test_status() -> None:
    for status, is_draft, is_public in (
        ("draft", True, False),
        ("review", False, False),
        ("published", False, True),
        ("archived", False, True),
    ):
        found = record(DRAFT.replace("draft", status))
        assert (found.is_draft, found.is_public) == (is_draft, is_public)
    assert record(DRAFT.replace("draft", "Publié")).is_draft


def test_states() -> None:
    def state(note: str) -> str:
        return record(en=f"---\ntitle: One\ntranslation: {note}\n---\n").state("en")

    mark = record().fingerprint
    assert record().state("fr") == "original" and record().state("en") == "missing"
    assert [state(f"{{state: {s}}}") for s in ("draft", "machine", "reviewed")] == [
        "draft",
        "machine",
        "reviewed",
    ]
    assert state(f'{{state: reviewed, source_hash: "{mark}"}}') == "reviewed"
    assert state('{state: reviewed, source_hash: "x"}') == "outdated"
    assert state("{state: perhaps}") == "draft"


def test_fingerprints_of_what_has_neither_question_nor_place_stay() -> None:
    """Else every translation there is would be called outdated."""
    mark = "30c882e22be76e2a05fff863f0f68d248083d440c638fff83bc40f6111f505a6"
    assert record().fingerprint == mark


def test_fingerprints_see_questions_and_places() -> None:
    for text, said in ((CALL, "Laquelle ?"), (EVENT, "Ici")):
        assert record(text.replace(said, "Autre")).fingerprint != record(text).fingerprint
    same = (CALL + "x", CALL + "x\n\n")
    assert len({record(text).fingerprint for text in same}) == 1
    dated = EVENT.replace("place:", "starts: 2026-11-23\nplace:")
    assert record(dated).fingerprint == record(EVENT).fingerprint


def test_fingerprints_see_words_and_nothing_else() -> None:
    mark = record().fingerprint
    for same in (
        RICH.replace("\n", "\r\n"),
        RICH.replace("Corps.", "Corps.  "),
        RICH.replace("indicators: [{id: a,", "indicators: [{id: a, value: 3,"),
        RICH.replace("status: draft", "status: draft\nlevel: central"),
        RICH.replace("é", "e\u0301"),
    ):
        assert record(same).fingerprint == mark
    for other in ("Un", "Deux", "Raison", "Délai", "jours", "Texte", "Lien", "Parce que", "Corps"):
        assert record(RICH.replace(other, "Autre")).fingerprint != mark


FULL: dict[str, Content] = {
    FR: RICH.replace("kind: project", "kind: call").replace(
        "summary: Deux",
        "summary: Deux\nthemes: [digital, digital, inconnu]\nopens: 2026-11\nideas: {received: 3}\n"
        "indicators: [{id: a, name: A, value: 4.5, date: 2014-05}]\nredirect_from: [x]",
    ).replace("Corps.", "# Corps <b> [vu](case:ailleurs#rien)[^s][^t]"),
    EN: TRANSLATED.replace("draft", "reviewed, source_hash: x"),
    "essai/replies/2026-11-20-x.md": REPLY,
    "essai/c.jpg": "x",
}  # fmt: skip


def test_a_record_can_be_pickled() -> None:
    was = judged(FULL).records["essai"]
    mark = was.fingerprint
    pickled = pickle.dumps(was)
    record = pickle.loads(pickled)
    assert len(pickled) < 4_000
    assert "fingerprint" in vars(record) and record.fingerprint == mark
    assert (record.slug, record.language) == ("essai", "fr")
    assert record.facts == was.facts and type(record.facts) is type(was.facts)
    assert record.translation == was.translation
    assert (record.sound, record.lost_keys) == (False, was.lost_keys)
    assert vars_of(record.words["fr"]) == vars_of(was.words["fr"])
    assert vars_of(record.words["en"]) == vars_of(was.words["en"])
    assert [m.source.text for m in record.bodies] == [m.source.text for m in was.bodies]
    assert [m.outline.marks for m in record.bodies] == [m.outline.marks for m in was.bodies]
    assert record.replies[0].date == was.replies[0].date
    again = pickle.loads(pickle.dumps(record))
    assert again.facts == was.facts and again.state("en") == was.state("en") == "outdated"


def vars_of(words: Words) -> dict[str, object]:
    return {field.name: getattr(words, field.name) for field in dataclasses.fields(words)}


def test_a_pickled_record_lies_where_it_is_told() -> None:
    was = judged(FULL).records["essai"]
    record = pickle.loads(pickle.dumps(was))
    assert not record.folder.entries and record.folder.path == ""
    folder = workspace_of({"essai/d.jpg": "y"}).folders["essai"]
    here = record.lying_in(folder)
    assert here.folder is folder and here.facts is record.facts
    assert here.folder.entries["d.jpg"].read() == b"y"
    assert not record.folder.entries


def fetching(was: Record) -> tuple[Callable[[str], Mapping[str, Any]], list[str]]:
    """What fetches the parts of a record, and those for which it was asked."""
    fetched: list[str] = []

    def fetch(part: str) -> Mapping[str, Any]:
        fetched.append(part)
        return vars(pickle.loads(pickle.dumps(was)))

    return fetch, fetched


def test_a_record_on_the_shelf_is_fetched_when_it_is_opened() -> None:
    was = judged(FULL).records["essai"]
    fetch, fetched = fetching(was)
    record = ShelvedRecord("essai", was.folder, was.brief, fetch)
    record.release()
    assert (record.slug, record.folder, record.brief) == ("essai", was.folder, was.brief)
    assert (record.sound, record.is_public, record.is_draft) == (
        was.sound, was.is_public, was.is_draft
    )  # fmt: skip
    assert not fetched
    assert record.facts == was.facts and record.translation == was.translation
    assert record.state("en") == was.state("en") and record.language == was.language
    record.release()
    assert [m.source.text for m in record.bodies] == [m.source.text for m in was.bodies]
    assert fetched == ["facts"]
    with pytest.raises(AttributeError):
        record.nothing  # noqa: B018


def test_texts_that_were_put_back_are_fetched_again_and_facts_are_not() -> None:
    was = judged(FULL).records["essai"]
    fetch, fetched = fetching(was)
    record = ShelvedRecord("essai", was.folder, was.brief, fetch)
    facts = record.facts
    record.put_back()
    assert record.facts is facts and fetched == ["facts"]
    assert [m.source.text for m in record.bodies] == [m.source.text for m in was.bodies]
    assert fetched == ["facts", "manuscripts"]


def test_a_record_that_is_read_by_other_means_holds_its_texts_once() -> None:
    was = judged(FULL).records["essai"]
    whole = vars(pickle.loads(pickle.dumps(was)))
    shelved = ShelvedRecord("essai", was.folder, was.brief, lambda part: whole)
    read: list[object] = []

    def means(texts: Mapping[Language, Manuscript]) -> Mapping[Language, Manuscript]:
        read.append(texts)
        return dict(texts)

    record = shelved.read_through(means)
    assert record.facts == was.facts and repr(record.words) == repr(was.words)
    assert record.state("en") == was.state("en") and not read
    assert [m.source.text for m in record.bodies] == [m.source.text for m in was.bodies] and read
    assert "manuscripts" in vars(record) and "manuscripts" not in vars(shelved)


def test_what_is_said_in_brief_is_what_the_record_says() -> None:
    brief = judged(FULL).records["essai"].brief
    facts = judged(FULL).records["essai"].facts
    assert brief.status == facts.status and brief.related == facts.related
    assert brief.media == tuple(medium.file for medium in facts.media)
    assert len(brief.in_order) == 2
