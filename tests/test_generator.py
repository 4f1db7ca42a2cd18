"""Generated records: the same for the same seed, free of faults, and with everything in use."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from fp_build.arranging.calls import state_of_call, state_of_event
from fp_build.doors.disk import open_workspace
from fp_build.generator import anywhere, generate, particulars, plan, records
from fp_build.generator.__main__ import main
from fp_build.generator.beginnings import TOLD
from fp_build.generator.dice import Dice
from fp_build.generator.endings import JUDGED
from fp_build.generator.facts import PICTURE_FILE
from fp_build.generator.plan import make_plans
from fp_build.generator.programme import DAY, REPLIES
from fp_build.generator.scenes import said, scenes
from fp_build.generator.subjects import SUBJECTS
from fp_build.judging.judge import Judgement, judge
from fp_build.judging.models import KINDS, Call, Event, Facts, Initiative, Project
from fp_build.reading.source import Limits
from fp_build.reading.vocabulary import Vocabularies, Vocabulary
from fp_build.reading.vocabulary_files import read_vocabularies
from fp_build.words.findings import Level
from fp_build.words.languages import LANGUAGES, other

VOCABULARY: Final = Path(__file__).resolve().parent.parent / "cases" / "_vocabulary"
COUNT: Final = 300
SEED: Final = 7
TODAY: Final = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    files = {path.name: path.read_bytes() for path in VOCABULARY.glob("*.yml")}
    found, findings = read_vocabularies("_vocabulary", files, Limits())
    assert not findings
    return found


@pytest.fixture(scope="module")
def judged(vocabularies: Vocabularies, tmp_path_factory: pytest.TempPathFactory) -> Judgement:
    folder = tmp_path_factory.mktemp("generated") / "cases"
    generate(COUNT, SEED, folder, vocabularies)
    return judgement(folder)


def judgement(folder: Path) -> Judgement:
    workspace = open_workspace(folder, "cases", VOCABULARY, "cases/_vocabulary")
    return judge(workspace, TODAY, Limits())


def faults(judged: Judgement) -> list[str]:
    return [
        f"{found.place.path}:{found.place.line} {found.rule.id} {found.message('en')}"
        for found in judged.findings
        if found.level > Level.NOTICE
    ]


def digest(count: int, seed: int, vocabularies: Vocabularies) -> str:
    total = hashlib.sha256()
    for slug, files in records(count, seed, vocabularies):
        for name, data in sorted(files.items()):
            total.update(f"{slug}/{name}\0{len(data)}\0".encode() + data)
    return total.hexdigest()


def bodies(judged: Judgement, language: str) -> Iterator[str]:
    for record in judged.records.values():
        if language in record.manuscripts:
            yield record.manuscripts[language].outline.body


def test_same_seed_same_bytes(vocabularies: Vocabularies) -> None:
    assert digest(40, 1, vocabularies) == digest(40, 1, vocabularies)
    assert digest(40, 1, vocabularies) != digest(40, 2, vocabularies)


def test_nothing_to_mend(judged: Judgement) -> None:
    assert len(judged.records) == COUNT
    assert faults(judged) == []


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_few_records(count: int, vocabularies: Vocabularies, tmp_path: Path) -> None:
    generate(count, SEED, tmp_path / "cases", vocabularies)
    found = judgement(tmp_path / "cases")
    assert (len(found.records), faults(found)) == (count, [])


def test_translation_states(judged: Judgement, vocabularies: Vocabularies) -> None:
    """The fingerprints are those of ``Record.fingerprint``: states come out as planned."""
    plans = make_plans(COUNT, Dice(str(SEED)), vocabularies).plans
    planned = {each.slug: each.translation for each in plans}
    states = {slug: r.state(other(r.language)) for slug, r in judged.records.items()}
    assert states == planned
    assert set(states.values()) == {"missing", "outdated", "draft", "machine", "reviewed"}
    assert COUNT // 16 < Counter(states.values())["missing"] < COUNT // 8


def test_every_term_is_used(judged: Judgement, vocabularies: Vocabularies) -> None:
    used: dict[str, set[str | None]] = {name: set() for name in vocabularies.by_name}
    for record in judged.records.values():
        facts = record.facts
        used["kinds"].add(facts.kind)
        used["statuses"].add(facts.status)
        used["interventions"].update(facts.interventions)
        used["themes"].update(facts.themes)
        used["audiences"].update(facts.audiences)
        used["stages"].update(stage.stage for stage in facts.stages)
        used["levels"].add(facts.level)
        used["territories"].update(facts.territories)
        used["organisations"].update(
            {facts.lead, *(partner.organisation for partner in facts.partners)}
        )
        used["partner-types"].update(partner.type for partner in facts.partners)
        used["principles"].update(facts.principles)
        used["criteria"].update(facts.criteria)
        used["answers"].update(answer.answer for answer in facts.criteria.values())
        used["outcomes"].add(facts.outcome)
        used["licences"].update(medium.licence for medium in facts.media)
        used["documents"].update(source.document for source in facts.sources)
        used["matches"].update(source.match for source in facts.sources)
        used["sections"].update(judged.desk.anchors(record, record.language))
        used["translation-states"].update(record.state(language) for language in ("fr", "en"))
        used["initiative-types"].update([facts.type] if isinstance(facts, Initiative) else [])
        used["research-ways"].update(facts.research if isinstance(facts, Project) else [])
        used["event-series"].update([facts.series] if isinstance(facts, Event) else [])
    named_elsewhere = {"facets", "organisation-types"}
    for name in vocabularies.by_name.keys() - named_elsewhere:
        expected = {t for t, term in vocabularies[name].terms.items() if not term.replaced_by}
        assert expected - used[name] == set(), name


def test_every_field_is_used_and_left_out(judged: Judgement) -> None:
    everywhere = {"kind", "status", "title", "summary", "themes"}
    for key in Facts.model_fields:
        given = sum(key in record.source.keys for record in judged.records.values())
        assert given == COUNT if key in everywhere else 0 < given < COUNT, key
    kinds = Counter(record.facts.kind for record in judged.records.values())
    assert set(kinds) == set(KINDS)
    assert kinds["initiative"] == kinds["call"] == kinds["event"] == COUNT // 20
    for kind, form in KINDS.items():
        of_kind = [r for r in judged.records.values() if r.facts.kind == kind]
        always = {"type", "question", "opens", "closes", "starts"}
        for key in form.model_fields.keys() - Facts.model_fields.keys():
            given = sum(key in record.source.keys for record in of_kind)
            assert given == len(of_kind) if key in always else 0 < given < len(of_kind), key
    languages = Counter(record.language for record in judged.records.values())
    assert languages["fr"] > languages["en"] > 0


def test_calls_and_events_are_in_every_state(judged: Judgement) -> None:
    calls = [r.facts for r in judged.records.values() if isinstance(r.facts, Call)]
    events = [r.facts for r in judged.records.values() if isinstance(r.facts, Event)]
    assert {state_of_call(call, DAY) for call in calls} == {"upcoming", "open", "closed", "decided"}
    assert {state_of_event(event, DAY) for event in events} == {"upcoming", "ongoing", "past"}
    assert DAY == TODAY


def test_projects_come_from_calls_that_were_decided(judged: Judgement) -> None:
    born = [r.facts.call for r in judged.records.values() if isinstance(r.facts, Project)]
    named = {slug for slug in born if slug}
    assert named
    for slug in named:
        call = judged.records[slug].facts
        assert isinstance(call, Call) and state_of_call(call, DAY) == "decided"


def test_readers_reply_in_both_languages(judged: Judgement) -> None:
    replied = [r for r in judged.records.values() if r.replies]
    assert len(replied) == COUNT // 20
    assert {len(record.replies) for record in replied} == {1, 2, 3}
    replies = [reply for record in replied for reply in record.replies]
    assert {reply.language for reply in replies} == {"fr", "en"}
    for reply in replies:
        said = [pair[LANGUAGES.index(reply.language)] for pair in REPLIES]
        assert reply.manuscript.outline.body.strip() in said


def test_other_kinds_leave_projects_and_cases_as_they_were(
    vocabularies: Vocabularies, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for the call that a project names, and what it opens to researchers."""

    own = (b"call: ", b"research: ")

    def made() -> list[dict[str, list[bytes]]]:
        return [
            {
                name: [line for line in data.split(b"\n") if not line.startswith(own)]
                for name, data in files.items()
            }
            for _, files in records(80, SEED, vocabularies)
        ]

    with_others = made()
    monkeypatch.setattr(plan, "_OTHERS", {})
    monkeypatch.setattr(plan, "_BORN", {})
    for number, (with_them, alone) in enumerate(zip(with_others, made(), strict=True), 1):
        assert (with_them == alone) is (number % 20 not in (5, 10, 15)), number


def test_replaced_records_are_archived(judged: Judgement) -> None:
    replaced = [s for r in judged.records.values() for s in r.facts.replaces]
    assert replaced and len(set(replaced)) == len(replaced)
    assert {judged.records[slug].facts.status for slug in replaced} == {"archived"}


def test_bodies(judged: Judgement) -> None:
    for language in ("fr", "en"):
        texts = list(bodies(judged, language))
        assert len(set(texts)) == len(texts)
        lengths = sorted(len(text.split()) for text in texts)
        assert 200 <= lengths[0] < 300 and 1800 < lengths[-1] <= 3000
        assert lengths[len(lengths) // 4] >= 300 and lengths[3 * len(lengths) // 4] <= 900
        everything = "\n".join(texts)
        for form in ("\n### ", "\n#### ", "\n- ", "\n1. ", "\n> ", "\n|---|", "\n!["):
            assert form in everything, form
        for form in ("](case:", "#results)", "[^", "**", " *", "`", "👩\u200d💻"):
            assert form in everything, form
    for character in "\u202f\u00a0œ’«»":
        assert any(character in text for text in bodies(judged, "fr"))


def test_all_say_that_they_are_samples(judged: Judgement) -> None:
    for record in judged.records.values():
        for language, mark, said_so in (
            ("fr", "Fiche d’exemple n° ", "Exemple généré"),
            ("en", "Sample record ", "enerated sample"),
        ):
            if language in record.manuscripts:
                assert record.words[language].title.startswith(mark)
                assert said_so in record.words[language].summary
                assert said_so in record.manuscripts[language].outline.body


def test_long_titles_and_summaries(judged: Judgement) -> None:
    french = [r.words["fr"] for r in judged.records.values() if "fr" in r.manuscripts]
    assert max(len(words.title) for words in french) == 80
    assert sum(len(words.title) == 80 for words in french) > COUNT // 40
    assert sum(len(words.summary) > 430 for words in french) > COUNT // 20


@pytest.mark.parametrize("asked", [4_000, 40_000])
def test_pictures(asked: int, vocabularies: Vocabularies) -> None:
    made = [files for _, files in records(60, SEED, vocabularies, picture_size=asked)]
    pictures = [files[PICTURE_FILE] for files in made if PICTURE_FILE in files]
    assert len(pictures) == 6 and len(set(pictures)) == 6
    for picture in pictures:
        assert 0.7 * asked < len(picture) < 1.4 * asked
        chunks = dict(png_chunks(picture))
        width, height, depth, colours = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
        assert (depth, colours, len(chunks[b"PLTE"])) == (4, 3, 48)
        assert len(zlib.decompress(chunks[b"IDAT"])) == height * (1 + width // 2)


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        body = data[at + 4 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length) == (zlib.crc32(body),)
        yield body[:4], body[4:]
        at += 12 + length


def test_sentences_have_their_slots_and_end_with_a_stop() -> None:
    names = {"place": "Valmonne", "other_place": "Roclavent"}
    subject = SUBJECTS["ageing"]
    some = scenes(subject, subject.services[0], subject.topics[0])
    groups = [*TOLD.values(), *JUDGED.values(), anywhere.SENTENCES, particulars.SUMMARIES]
    for sentence in itertools.chain(*groups, anywhere.REAL_SOURCE):
        french, english = said(sentence, some[0], **names)
        assert french.endswith(".") and english.endswith("."), sentence
        assert all(words.strip("*")[0].isupper() for words in (french, english)), sentence
        assert "  " not in french + english and "’ " not in french, sentence
    for other_words in (*anywhere.QUOTES, *anywhere.SPEAKERS, *anywhere.ITEMS, *anywhere.TABLE_ROW):
        said(other_words, some[1], **names)


def test_a_theme_without_words_of_its_own(vocabularies: Vocabularies) -> None:
    term = next(iter(vocabularies["themes"].terms.values()))
    themes = Vocabulary("themes", {"another-theme": term})
    changed = Vocabularies({**vocabularies.by_name, "themes": themes})
    assert all(b"[another-theme]" in b"".join(f.values()) for _, f in records(12, 1, changed))


def test_command(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    arguments = ["--count", "3", "--vocabulary", str(VOCABULARY), "--out", str(folder)]
    assert CliRunner().invoke(main, [*arguments, "--copy-vocabulary"]).exit_code == 0
    assert len(list(folder.glob("exemple-*/index.*.md"))) >= 3
    assert (folder / "_vocabulary" / "themes.yml").read_bytes() == (
        VOCABULARY / "themes.yml"
    ).read_bytes()
    again = CliRunner().invoke(main, arguments)
    assert again.exit_code == 2 and "not empty" in again.output
