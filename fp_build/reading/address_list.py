"""The list of the addresses that have been published: a promise to whoever keeps one of them.

One address a line, sorted, so that two lists are merged by keeping the lines of both. A line that
begins with ``#`` is a comment, on the address that follows it or, before the first, on the list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from fp_build.reading import address_faults as faults
from fp_build.reading.source import Limits, read_source
from fp_build.words.addresses import CATALOGUE, is_address
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import Bilingual

HEAD: Final = """\
# Les adresses publiées, qui ne se perdent plus : chacune garde une page, une donnée, un flux ou une
# redirection. « fp addresses --accept » ajoute les nouvelles. Pour en retirer une à dessein, on
# efface sa ligne, et l’historique du dépôt garde trace de ce choix.
# The addresses that have been published, none of which gets lost: each keeps a page, data, a feed
# or a redirect. “fp addresses --accept” adds new ones. To withdraw one on purpose, its line is
# deleted, and the history of the repository shows that choice.
"""

ROOM: Final = 16 * 1024 * 1024
"""In bytes. The list grows with every record that there ever was."""

_COUNTED: Final = re.compile(
    rf"/(?:en/)?{CATALOGUE}/(?:(?:[^/]+/[^/]+/)?page/[^/]+|year/[^/]+)/(?:page/[^/]+/)?"
)
"""Addresses of pages that come and go with the records, which nobody promises."""


@dataclass(frozen=True, slots=True)
class AddressList:
    """What has been published, as far as somebody has put it down."""

    path: str
    lines: Mapping[str, int] = field(default_factory=dict)
    """Each address with the number of its line."""
    head: str = f"{HEAD}\n"
    """What the list says of itself."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """What it says of some of its addresses."""

    def place(self, address: str) -> Place:
        """Where an address stands."""
        return Place(self.path, self.lines[address], 1, len(address))

    def extended(self, addresses: Iterable[str]) -> str:
        """The text of the list with these besides, nothing taken away."""
        listed = sorted({*self.lines, *addresses})
        return self.head + "".join(f"{self.comments.get(a, '')}{a}\n" for a in listed)


def read_address_list(path: str, data: bytes, limits: Limits) -> tuple[AddressList, list[Finding]]:
    """Read any bytes as a list, with a finding for each line that is none of its addresses."""
    source, findings = read_source(path, data, replace(limits, text_bytes=ROOM))
    lines: dict[str, int] = {}
    comments: dict[str, str] = {}
    head, said = "", ""
    odd, more, last = 0, 0, 0
    for number, written in enumerate(source.text.split("\n"), 1):
        line = written.strip()
        if line.startswith("#"):
            said += f"{line}\n"
        elif not line:
            if said and not head and not lines:
                head, said = f"{said}\n", ""
        elif reason := _fault(line):
            odd += 1
            if odd > limits.findings:
                more, last = more + 1, number
                continue
            place = Place(path, number, 1, max(1, len(written)))
            findings.append(faults.BAD_LISTED_ADDRESS.at(place, line=line, reason=reason))
        else:
            address = line if line.isascii() else unicodedata.normalize("NFC", line)
            lines.setdefault(address, number)
            if said:
                comments[address], said = said, ""
    if more:  # a file of another kind is one fault, not one for each of its lines
        told = {**findings[-1].arguments, "more": more, "last": last}
        findings[-1] = findings[-1]._replace(arguments=told)
    return AddressList(path, lines, head or f"{HEAD}\n", comments), findings


def _fault(line: str) -> Bilingual | None:
    if not is_address(line):
        return faults.NO_ADDRESS
    if f"{CATALOGUE}/" in line and _COUNTED.fullmatch(line):
        return faults.NO_PROMISE
    return None
