"""Readers' replies under a record: whose, when, in which language, and how to write one."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from ends import ends
from in_memory import faults, workspace_of
from markupsafe import Markup

from fp_build.judging.replies import read_replies
from fp_build.judging.rules.reply_too_long import LIMIT
from fp_build.publishing.edition import Settings
from fp_build.publishing.record_page import view_record
from fp_build.publishing.record_views import RepliesView
from fp_build.publishing.search_text import sought_record
from fp_build.publishing.views import Said
from fp_build.reading.source import Limits
from fp_build.words.addresses import Addresses
from fp_build.words.languages import Language
from publishing.editions import edition_of, record, renderer, translated

SOURCE: Final = "sources: [{id: s, title: Titre, publisher: Éditeur}]"
FRENCH: Final = "essai/replies/2026-11-02-une-lectrice.md"
ENGLISH: Final = "essai/replies/2025-03-01-a-reader.md"
BOTH: Final = Settings(
    report_url="https://forge.example/new?title={title}&body={page}",
    texts={"contact": {"fr": "L’équipe : equipe@example.org", "en": "team@example.org"}},
)


def reply(text: str, name: str = "Une lectrice", date: str = "2026-11-02", lang: str = "fr") -> str:
    return f"---\nname: {name}\ndate: {date}\nlanguage: {lang}\n---\n{text}\n"


FILES: Final = {
    "essai/index.fr.md": record(SOURCE, body="## Les résultats\n\nUn mot[^s].\n"),
    "essai/index.en.md": translated("title: A trial", body="## The results\n\nA word[^s].\n"),
    FRENCH: reply("Merci beaucoup !"),
    ENGLISH: reply("We do the same: *well*.", "A reader", "2025-03-01", "en"),
}


def shown(
    files: Any = FILES, language: Language = "fr", slug: str = "essai", **more: Any
) -> RepliesView | None:
    edition = edition_of(files, language, **more)
    return view_record(edition.catalogue.records[slug], edition).replies


def replies(files: Any = FILES, language: Language = "fr", **more: Any) -> RepliesView:
    found = shown(files, language, **more)
    assert found is not None
    return found


def text_of(text: str, **more: Any) -> str:
    (found,) = replies({**FILES, FRENCH: reply(text), ENGLISH: ""}, **more).replies
    return str(found.text).strip()


def page(files: Any = FILES, language: Language = "fr", **more: Any) -> str:
    edition = edition_of(files, language, **more)
    view = view_record(edition.catalogue.records["essai"], edition)
    return str(renderer()("catalogue/replies.html", edition, {"record": view}))


# What was replied


def test_the_oldest_comes_first_in_both_languages() -> None:
    for language, title, names in (
        ("fr", "Réponses (2)", [Said("A reader", "en"), Said("Une lectrice")]),
        ("en", "Replies (2)", [Said("A reader"), Said("Une lectrice", "fr")]),
    ):
        found = replies(language=language)  # type: ignore[arg-type]
        assert found.title == title
        assert [one.name for one in found.replies] == names


def test_a_reply_says_when_it_was_written_and_in_which_language() -> None:
    older, newer = replies().replies
    assert (older.date, older.iso_date) == ("1er\u00a0mars 2025", "2025-03-01")
    assert (older.language, older.language_note, older.is_foreign) == ("en", "en anglais", True)
    assert (newer.language, newer.language_note, newer.is_foreign) == ("fr", "en français", False)
    older, newer = replies(language="en").replies
    assert (older.language_note, newer.language_note) == ("in English", "in French")
    assert (older.is_foreign, newer.is_foreign) == (False, True)


def test_a_reply_is_marked_with_its_language_and_has_an_address() -> None:
    html = page(language="en")
    assert '<h3 id="reply-2025-03-01-a-reader">A reader</h3>' in html
    assert '<span lang="fr">Une lectrice</span></h3>' in html
    assert html.count('href="#reply-') == 2
    assert [*re.findall(r'fp-reply__text" lang="(..)"', html)] == ["en", "fr"]
    assert '<time datetime="2026-11-02">2 November 2026</time>' in html


def test_a_reply_is_typeset_in_its_own_language() -> None:
    older, newer = replies(language="en").replies
    assert older.text == Markup("<p>We do the same: <em>well</em>.</p>\n")
    assert newer.text == Markup("<p>Merci beaucoup\u202f!</p>\n")


def test_a_reply_may_refer_to_the_sections_records_and_notes() -> None:
    files = {"autre/index.fr.md": record("title: Autre")}
    found = shown(
        {
            **FILES,
            **files,
            FRENCH: reply("[ici](#s-results), [là](case:autre), dit[^s]"),
            ENGLISH: "",
        },
        "en",
    )
    assert found is not None
    html = found.replies[0].text
    assert '<a href="#s-results">' in html
    assert '<a href="../../../en/catalogue/autre/">' in html
    assert '<sup class="fp-note"><a href="#note-1" aria-label="Source 1">1</a></sup>' in html


def test_the_site_does_not_vouch_for_links_of_a_reply() -> None:
    text = '[a](https://a.example/) <HTTP://b.example/> [c](tel:+33) [d](case:essai) `<a href="`'
    html = text_of(text)
    assert html.count(' rel="nofollow ugc"') == 2
    assert '<a rel="nofollow ugc" href="https://a.example/">' in html


# Hostile replies: findings stop them, and what would come through harms nobody


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        '<a href="https://a.example" onclick="alert(1)">x</a>',
        "<!-- x --><style>*{display:none}</style>",
        "# Titre\n\n## Encore\n\nx",
        "![x](https://a.example/x.png)",
        '![x](x.png "onerror=alert(1)")',
        "`</div></li></ol><script>alert(1)</script>`",
        '[x](https://a.example/ "a\\" onmouseover=alert(1)")',
    ],
)
def test_nothing_harmful_comes_out(text: str) -> None:
    html = text_of(text)
    assert not re.search(r"<(script|style|img|h[1-6]|iframe|form|input)\b", html)
    assert not re.search(r'href="(?!https?:)', html)
    assert not re.search(r"<[^>]* on\w+=", re.sub(r'"[^"]*"', '""', html))
    assert "<!--" not in html


def test_words_are_shown_in_the_order_in_which_they_were_typed() -> None:
    assert text_of("a &#x202e;b [c&#8238;](https://a.example/ '&#x2066;')") == (
        '<p>a b <a rel="nofollow ugc" href="https://a.example/" title="">c</a></p>'
    )


def test_the_name_of_a_reader_is_text() -> None:
    html = page({**FILES, FRENCH: reply("x", '"<b>{{ x }}</b> & fpslot0title0"')})
    assert "<b>" not in html and "&lt;b&gt;{{ x }}" in html


@pytest.mark.parametrize("part", ["[", "*a ", "> ", "mot ", "a\n", "- ", "|a", "&#x202e;"])
def test_a_hundred_kilobytes_do_not_come_in_and_what_does_is_soon_rendered(part: str) -> None:
    files = {**FILES, FRENCH: reply(part * (100_000 // len(part)))}
    assert f"{FRENCH}:6:1 reply-too-long" in faults(files)
    with ends():
        assert text_of(part * (LIMIT // len(part)))


# How to write one


def parts(url: str) -> tuple[str, str]:
    """The subject and the text of a letter, or of an issue."""
    query = parse_qs(urlsplit(url).query, strict_parsing=True)
    (subject,) = query.get("subject", query.get("title", []))
    (text,) = query["body"]
    return subject, text


def test_without_a_role_or_a_repository_nothing_is_invited() -> None:
    found = replies()
    assert (found.mail_url, found.issue_url) == ("", "")
    assert "fp-button" not in page() and "relue par l’équipe" in page()
    assert shown({"essai/index.fr.md": record()}) is None
    assert page({"essai/index.fr.md": record()}).strip() == ""


def test_a_letter_to_the_role_holds_the_file_to_create() -> None:
    found = replies(settings=BOTH)
    assert found.mail_url.startswith("mailto:equipe@example.org?subject=")
    subject, text = parts(found.mail_url)
    assert subject == "Réponse à la fiche «\u00a0Un essai\u00a0»"
    assert "\n" not in text.replace("\r\n", "")
    assert "https://example.org/fp/catalogue/essai/\r\n" in text
    assert "cases/essai/replies/AAAA-MM-JJ-votre-nom.md\r\n" in text
    assert (
        "---\r\nname: Votre nom ou pseudonyme\r\ndate: AAAA-MM-JJ\r\nlanguage: fr\r\n---\r\n"
        "Votre texte." in text
    )


def test_an_issue_holds_it_too() -> None:
    found = replies(language="en", settings=BOTH)
    assert found.mail_url.startswith("mailto:team@example.org?")
    assert found.issue_url.startswith("https://forge.example/new?title=")
    subject, text = parts(found.issue_url)
    assert subject == "Reply to the record “A trial”"
    assert "cases/essai/replies/YYYY-MM-DD-your-name.md" in text
    assert "```markdown\n---\nname: Your name or pseudonym\n" in text
    assert "language: en\n---\nYour text.\n```" in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_file_that_is_proposed_can_be_read_once_filled_in(language: Language) -> None:
    _, text = parts(replies(language=language, settings=BOTH).mail_url)
    file = re.search(r"^(---\n.*)", text.replace("\r\n", "\n"), re.S | re.M)
    name = re.search(r"replies/\S+", text)
    assert file and name
    day = {"fr": "AAAA-MM-JJ", "en": "YYYY-MM-DD"}[language]
    path = f"essai/{name[0].replace(day, '2026-11-20')}"
    content = file[1].replace(day, "2026-11-20")
    folder = workspace_of({path: content}).folders["essai"]
    (found,), findings = read_replies(folder, Limits())
    assert findings == [] and found.language == language


@pytest.mark.parametrize("title", ["A & b = c?", "“Guillemets” {page} %s", "'\\n# + é ☃'"])
def test_any_title_fits_into_a_letter(title: str) -> None:
    files = {
        "essai/index.fr.md": record(f"title: {title!r}" if title[0] != "'" else f"title: {title}")
    }
    found = replies(files, settings=BOTH)
    for url in (found.mail_url, found.issue_url):
        assert re.fullmatch(r"[!-~]+", url) and '"' not in url and "<" not in url
        subject, _ = parts(url)
        assert title.strip("'")[:3] in unquote(subject)


def test_a_contact_that_is_no_address_is_not_written_to() -> None:
    settings = Settings(texts={"contact": "https://example.org/contact"})
    assert replies(settings=settings).mail_url == ""


def test_a_site_without_an_address_names_the_page_by_its_file() -> None:
    found = replies(settings=BOTH, addresses=Addresses(None, directories=True))
    assert "catalogue/essai/index.html" in parts(found.mail_url)[1]


def test_a_record_without_replies_invites_the_first() -> None:
    html = page({"essai/index.fr.md": record()}, settings=BOTH)
    assert '<h2 id="replies">Réponses</h2>' in html
    assert "Personne n’a encore répondu" in html and html.count('class="fp-button') == 2
    assert "en ligne" in html


def test_one_way_to_reply_needs_no_distinction() -> None:
    only = Settings(texts={"contact": "equipe@example.org"})
    html = page(settings=only)
    assert ">Écrire une réponse</a>" in html and "en ligne" not in html


def test_an_archived_record_keeps_its_replies_and_takes_no_more() -> None:
    files = {**FILES, "essai/index.fr.md": record(SOURCE, body="x[^s]", status="archived")}
    html = page(files, settings=BOTH)
    assert "Réponses (2)" in html and "ne reçoit plus de réponse" in html
    assert "fp-button" not in html
    alone = {"essai/index.fr.md": record(status="archived")}
    assert shown(alone, settings=BOTH) is None


def test_a_draft_in_a_preview_shows_its_replies_and_invites_none() -> None:
    files = {**FILES, "essai/index.fr.md": record(SOURCE, body="x[^s]", status="draft")}
    found = replies(files, settings=BOTH, preview=True)
    assert len(found.replies) == 2
    assert (found.mail_url, found.issue_url, found.is_closed) == ("", "", False)


def test_a_record_in_one_language_shows_its_replies_in_both() -> None:
    files = {name: text for name, text in FILES.items() if not name.endswith("index.en.md")}
    found = replies(files, "en", settings=BOTH)
    assert found.title == "Replies (2)"
    assert parts(found.mail_url)[0] == "Reply to the record “Un essai”"


# Search


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Merci beaucoup"), ("en", "We do the same")]
)
def test_a_reply_is_searched_in_its_own_language(language: Language, words: str) -> None:
    edition = edition_of(FILES, language)
    found = edition.catalogue.records["essai"]
    page = sought_record(found, view_record(found, edition), edition)
    assert page is not None
    said = [text.text for text in page.texts]
    assert sum(words in text for text in said) == 1
    assert not any(text.startswith(("Merci", "We do")) and words not in text for text in said)
