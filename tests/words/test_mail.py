"""E-mail addresses in a text, however they are spelt there."""

from __future__ import annotations

import itertools
import re
import sys

import pytest
from ends import ends
from hypothesis import strategies as st
from in_memory import property_of

from fp_build.words.mail import mail_addresses, may_hold_address, recipients, same_mailbox


def found(text: str) -> list[str]:
    addresses = [address for address, _, _ in mail_addresses(text)]
    assert may_hold_address(text.encode()) or not addresses
    return addresses


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Écrire à jean.dupont@exemple.fr.", "jean.dupont@exemple.fr"),
        ("<jean@exemple.fr>", "jean@exemple.fr"),
        ("_jean@exemple.fr_, puis", "jean@exemple.fr"),
        ("**jean_m@ex-emple.fr**", "jean_m@ex-emple.fr"),
        ("name: jean+fp@exemple.co.uk", "jean+fp@exemple.co.uk"),
        ("(jérôme@exämple.fr)", "jérôme@exämple.fr"),
        ("jean\\@exemple.fr", "jean@exemple.fr"),
        ("jean&#64;exemple.fr", "jean@exemple.fr"),
        ("jean&#x40;exemple.fr", "jean@exemple.fr"),
        ("jean&#0064;exemple.fr", "jean@exemple.fr"),
        ("jean&commat;exemple.fr", "jean@exemple.fr"),
        ("[x](mailto:jean%40exemple.fr)", "jean@exemple.fr"),
        ("[x](mailto:je%61n@exemple.fr)", "jean@exemple.fr"),
        ("[x](https://a.fr/?m=jean@exemple.fr&n=1)", "jean@exemple.fr"),
        ("https://moi:secret@exemple.fr/", "secret@exemple.fr"),
        ("a@b.xn--p1ai", "a@b.xn--p1ai"),
        ("JEAN@EXEMPLE.FR", "JEAN@EXEMPLE.FR"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert found(text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rien",
        "@moi",
        "jean@exemple",
        "jean @ exemple.fr",
        "plan@2x.png",
        "npm@1.2.3",
        "@moi@mastodon.exemple",
        "https://reseau.exemple/@moi",
        "a@.fr",
        "a@-.fr",
        "@exemple.fr",
        "le 12@midi.",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert found(text) == []


def test_where_they_stand() -> None:
    text = "_à_ : a@b.fr, c&#64;d.org"
    assert [text[start:end] for _, start, end in mail_addresses(text)] == ["a@b.fr", "c&#64;d.org"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("mailto:a@b.fr", ["a@b.fr"]),
        ("MAILTO:a@b.fr?subject=c@d.fr", ["a@b.fr"]),
        ("mailto:a@b.fr,c%40d.fr", ["a@b.fr", "c@d.fr"]),
        ("mailto:?to=a@b.fr&cc=c@d.fr;e@f.fr&BCC=g@h.fr", ["a@b.fr", "c@d.fr", "e@f.fr", "g@h.fr"]),
        ("mailto:quelqu-un", ["quelqu-un"]),
        ("mailto:", []),
        ("https://exemple.fr/mailto:a@b.fr", []),
    ],
)
def test_whom_a_link_writes_to(target: str, expected: list[str]) -> None:
    assert recipients(target) == expected


def test_spellings_of_one_mailbox() -> None:
    assert same_mailbox("Contact@Exemple.FR") == same_mailbox("contact@exemple.fr")


pieces = st.sampled_from(
    ("a", "@", ".", "-", "_", "%40", "%", "&#64;", "&#", "0", "\\@", "é", " ", "\n", "fr", "+")
)


@property_of(st.lists(pieces, max_size=30).map("".join), examples=300)
def _any(text: str) -> None:
    spans = [(start, end) for _, start, end in mail_addresses(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    recipients(f"mailto:{text}")


test_any_text, test_any_text_at_length = _any


@pytest.mark.parametrize(
    "piece", ["a", "a@", "a@a", "a@a.", "a@a-", "a.", "-a@b.c ", "a%40", "&#", "a\\@", "@a", "_-"]
)
def test_a_long_run_of_letters_is_looked_at_once(piece: str) -> None:
    """A million characters without a space: each run looked at from each of its characters would
    take hours."""
    text = (piece * 1_000_000)[:1_000_000]
    with ends():
        assert not found(f"{text}!")
        found(f"a@a.{text}")


@pytest.mark.parametrize(
    "text",
    [
        "marie.dupont [at] example.org", "marie.dupont(at)example.org",
        "marie.dupont arobase example.org", "marie.dupont [ arobase ] example.org",
    ],
)  # fmt: skip
def test_an_address_in_words_is_one(text: str) -> None:
    (found,) = mail_addresses(f"Écrivez à {text}.")
    assert found.address == "marie.dupont@example.org"
    assert f"Écrivez à {text}."[found.start : found.end] == text


@pytest.mark.parametrize("text", ["le signe arobase", "un [at] seul", "à l’arobase près, oui.non"])
def test_the_word_alone_is_no_address(text: str) -> None:
    assert list(mail_addresses(text)) == []


def test_a_text_without_a_sign_of_an_address_is_passed_over() -> None:
    assert not may_hold_address("L’état, à l’heure (ou presque) [^at] & co; at home\n".encode())


def test_no_letter_is_taken_for_one_of_a_sign_but_a_long_s() -> None:
    """Else an address could be spelt so that it is passed over."""
    blind = re.compile("[arobsecmt]", re.I)
    alike = {c for c in map(chr, range(sys.maxunicode + 1)) if blind.match(c)}
    assert alike == set("arobsecmtAROBSECMTſ")
    assert (
        found("jean AROBAſE exemple.fr") == found("jean arobase exemple.fr") == ["jean@exemple.fr"]
    )
