"""E-mail addresses, wherever they stand in a text and however they are spelt there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, unquote

MAILTO: Final = "mailto:"

# Each run of characters is entered at its beginning only: however long a text, the time it takes
# grows with its length alone. An “@” before the run is that of a name on a social network.
_ADDRESS: Final = re.compile(
    r"(?<![\w.+%@-])[_.+-]*((?:[^\W_]|%[0-9a-f]{2})[\w.+%-]*)"  # what is left out may be emphasis
    r"(?:@|\\@|%40|&(?:commat|#0*64|#x0*40);"
    r"|[ \t]*(?:\[[ \t]*(?:at|arobase)[ \t]*\]|\([ \t]*(?:at|arobase)[ \t]*\))[ \t]*"
    r"|[ \t]+arobase[ \t]+)"
    r"([^\W_]+(?:-+[^\W_]+)*(?:\.[^\W_]+(?:-+[^\W_]+)*)+)",
    re.I,
)
_LAST_PART: Final = re.compile(r"\.(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)$", re.I)
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif")
"""How names such as ``plan@2x.png`` end, which only look like an address."""
_SEPARATORS: Final = re.compile(r"[,;\s]+")


_LOWER: Final = bytes.maketrans(bytes(range(0x41, 0x5B)), bytes(range(0x61, 0x7B)))


def may_hold_address(utf8: bytes) -> bool:
    """False where :func:`mail_addresses` finds nothing in a text, as in nearly all: told twenty
    times as fast, by the signs that every address holds once space and capitals are gone."""
    compact = utf8.translate(_LOWER, b" \t")
    return (
        b"@" in compact
        or (b"&" in compact and (b"&#" in compact or b"&commat;" in compact))
        or (b"%" in compact and b"%40" in compact)
        or b"(at)" in compact
        or b"[at]" in compact
        or b"aroba" in compact  # the “s” after it may be a long one to a pattern blind to case
    )


class MailAddress(NamedTuple):
    """An address as a mail program would take it, and where it stands in the text."""

    address: str
    start: int
    end: int


def mail_addresses(text: str) -> Iterator[MailAddress]:
    """The e-mail addresses of a text, those among them whose ``@`` is escaped or written as a
    character reference: they are whole again once published; and those written “(at)”, “[at]” or
    “arobase”, which are addresses to everybody but a program."""
    for match in _ADDRESS.finditer(text):
        name, host = match.groups()
        whole = f"{unquote(name)}@{host}"
        if _LAST_PART.search(host) and not whole.lower().endswith(_PICTURES):
            yield MailAddress(whole, match.start(1), match.end())


def recipients(target: str) -> list[str]:
    """Whom the target of a link writes to; nobody where it does not begin with ``mailto:``."""
    if not target.lower().startswith(MAILTO):
        return []
    path, _, query = target[len(MAILTO) :].partition("?")
    said = [unquote(path)]
    said += [text for key, text in parse_qsl(query) if key.lower() in ("to", "cc", "bcc")]
    return [address for text in said for address in _SEPARATORS.split(text) if address]


def same_mailbox(address: str) -> str:
    """What two spellings of one address have in common."""
    return address.casefold()
