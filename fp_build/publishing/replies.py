"""What readers replied to a record, under it in both languages, and how to write a reply.

A reply is sent as a letter that holds the file to create: to a role's address, or as an issue of
the repository. Both come from what the operator has set; without either there is no invitation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from fp_build.judging.record import Record
from fp_build.judging.replies import FOLDER, Reply
from fp_build.publishing.body import render_reply
from fp_build.publishing.edition import Edition
from fp_build.publishing.record_views import RepliesView, ReplyView
from fp_build.words.addresses import record_file
from fp_build.words.mail import mail_addresses

CONTACT: Final = "contact"
"""The setting that holds the address of the role which receives replies."""


def view_replies(
    record: Record,
    edition: Edition,
    *,
    noted: Mapping[str, int],
    link: Callable[[str], str | None],
) -> RepliesView | None:
    """The replies to a record, the oldest first, and where to send another; ``None`` where there is
    neither. Only a published record invites replies. ``noted`` gives the numbers of the record's
    notes, and ``link`` answers what an address becomes on its page."""
    words, language = edition.words, edition.language
    replies = tuple(
        ReplyView(
            id=f"reply-{reply.id}",
            name=edition.said(reply.name, reply.language),
            date=edition.spoken(reply.date),
            iso_date=reply.date.text,
            language=reply.language,
            language_note=words[f"reply-in-{reply.language}"],
            is_foreign=reply.language != language,
            text=_text(reply, edition, noted, link),
        )
        for reply in record.replies
    )
    is_open = record.facts.status == "published"
    mail, issue = _ways(record, edition) if is_open else ("", "")
    if not (replies or mail or issue):
        return None
    return RepliesView(
        title=words.count("replies", len(replies)),
        replies=replies,
        mail_url=mail,
        issue_url=issue,
        is_closed=record.facts.status == "archived",
    )


def _text(
    reply: Reply,
    edition: Edition,
    noted: Mapping[str, int],
    link: Callable[[str], str | None],
) -> Markup:
    return render_reply(
        reply.manuscript.outline,
        noted=noted,
        link=link,
        note_label=edition.words["note"],
        language=reply.language,
    )


def _ways(record: Record, edition: Edition) -> tuple[str, str]:
    """The letter to the role's address, and the issue of the repository; each empty where it is not
    set where to."""
    settings, words = edition.settings, edition.words
    said = settings.of(CONTACT, edition.language)
    address = next((found.address for found in mail_addresses(said)), "")
    if not (address or settings.report_url):
        return "", ""
    title = record.words[record.text_language(edition.language)].title
    subject = words.fill("reply-subject", title=title)
    file = _file(record, edition)
    mail = issue = ""
    if address:
        text = _letter(record, edition, title, file).replace("\n", "\r\n")  # as RFC 6068 has it
        to = quote(address, safe="@+")
        mail = f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(text, safe='')}"
    if settings.report_url:
        text = _letter(record, edition, title, f"```markdown\n{file}\n```")
        issue = settings.issue_url(subject, text)
    return mail, issue


def _letter(record: Record, edition: Edition, title: str, file: str) -> str:
    words, language = edition.words, edition.language
    here = record_file(language, record.slug)
    page = edition.addresses.absolute(here) or here
    name = f"{words['reply-day']}-{words['reply-by']}.md"
    path = f"cases/{record.slug}/{FOLDER}{name}"
    opening = words.fill("reply-letter", title=title, page=page)
    return f"{opening}\n\n{words['reply-file']}\n{path}\n\n{file}\n"


def _file(record: Record, edition: Edition) -> str:
    """The reply as a file: what a reader fills in."""
    words = edition.words
    lines = (
        "---",
        f"name: {words['reply-name']}",
        f"date: {words['reply-day']}",
        f"language: {edition.language}",
        "---",
        words["reply-text"],
    )
    return "\n".join(lines)
