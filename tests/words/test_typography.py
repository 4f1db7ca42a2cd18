"""French and English typography: what is set, what is left alone, and that twice is once."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.words.languages import Language
from fp_build.words.typography import EDGE, OBJECT, TAG, typeset, typeset_between

SHOWN: Final = {"~": "\u00a0", "^": "\u202f", "|": TAG, "#": OBJECT, "\\": EDGE}
"""How the examples below show what cannot be seen."""


def seen(text: str) -> str:
    return text.translate(str.maketrans(SHOWN))


FRENCH: Final = [
    # spaces around signs, typed, typed wrongly, or not typed
    ("Pourquoi ? Parce que ; voilà !", "Pourquoi^? Parce que^; voilà^!"),
    ("Pourquoi? Parce que; voilà!", "Pourquoi^? Parce que^; voilà^!"),
    ("Pourquoi~? Trop  d’espaces  !", "Pourquoi^? Trop  d’espaces^!"),
    ("Quoi ?! Non !!! Si!!", "Quoi^?! Non^!!! Si^!!"),
    ("Un point : la suite", "Un point~: la suite"),
    ("Un point: la suite", "Un point~: la suite"),
    ("Un point^: la suite", "Un point~: la suite"),
    ("la fin d’une ligne\n: la suite", "la fin d’une ligne~: la suite"),
    ("(voir ci-dessous); puis [là]?", "(voir ci-dessous)^; puis [là]^?"),
    ("Il a dit:« oui »", "Il a dit~:«~oui~»"),
    ("« Vraiment? »", "«~Vraiment^?~»"),
    ("« ? » et « ! »", "«~?~» et «~!~»"),
    # guillemets
    ("« mot »", "«~mot~»"),
    ("«mot»", "«~mot~»"),
    ("«^mot^»", "«~mot~»"),
    # apostrophes
    ("l'État, aujourd'hui, d'« ici », qu'1 an", "l’État, aujourd’hui, d’«~ici~», qu’1~an"),
    ("à 5'30, rock 'n' roll", "à 5'30, rock 'n' roll"),
    # three dots
    ("attendez... [...] etc...", "attendez… […] etc…"),
    ("a...b, ../x, ....", "a...b, ../x, ...."),
    # ASCII quotes, where they are plainly pairs
    ('un "mot", l\'"autre"', "un «~mot~», l’«~autre~»"),
    ('« Il a dit "bonjour". »', "«~Il a dit “bonjour”.~»"),
    ('un écran de 27" et un de 32"', 'un écran de 27" et un de 32"'),
    ('un "mot', 'un "mot'),
    ('{"theme": "x"}', '{"theme": "x"}'),
    # numbers and what they count
    ("5 %, 5%, 12 €, 3 M€, 10 km, 45 jours", "5~%, 5~%, 12~€, 3~M€, 10~km, 45~jours"),
    ("3 000 fois, 12 500 000 €", "3^000 fois, 12^500^000~€"),
    ("en 2014 300 personnes", "en 2014 300 personnes"),
    ("01 40 15 70 00 et 1 800 555 0199", "01 40 15 70 00 et 1 800 555 0199"),
    ("en 2014 s'ouvre, 16 centres", "en 2014 s’ouvre, 16 centres"),
    ("le 12 mai 2014 et le 1er janvier, à 10 h 30", "le 12~mai 2014 et le 1er~janvier, à 10~h~30"),
    ("n° 12, n°5, 40 °C", "n°~12, n°~5, 40~°C"),
    ("M. Dupont et Mme Élie, p. 12", "M.~Dupont et Mme~Élie, p.~12"),
    # what is no French punctuation
    ("à 12:30, 3:1, 16:9", "à 12:30, 3:1, 16:9"),
    ("case:coffre-fort#results", "case:coffre-fort#results"),
    ("https://x.org/l'eau?a=1;b=!&c:d", "https://x.org/l'eau?a=1;b=!&c:d"),
    ("voir https://x.org/?a ; puis", "voir https://x.org/?a^; puis"),
    ("voir https://x.org/a: puis", "voir https://x.org/a~: puis"),
    ("mailto:l'ete@x.fr et d'ete@x.fr!", "mailto:l'ete@x.fr et d’ete@x.fr^!"),
    ("color: red !important", "color~: red !important"),
    ("« status: draft », « case: »", "«~status: draft~», «~case:~»"),
    ("a :: b, a != b, a /= b", "a :: b, a != b, a /= b"),
    ("R&amp;D, &nbsp; et AT&T ;", "R&amp;D, &nbsp; et AT&T^;"),
    ("! au début, puis ?", "! au début, puis^?"),
    # tags within a line, code, ends of paragraphs
    ("l'|eau| et l|'air|!", "l’|eau| et l|’air|^!"),
    ("« |mot| », |Note:| texte", "«~|mot|~», |Note~:| texte"),
    ("fin |(#) ! l'#", "fin |(#)^! l’#"),
    ('un "|mot|"', "un «~|mot|~»"),
    ("|12| %, 12 |km|, le 3 |mai|", "|12|~%, 12~|km|, le 3~|mai|"),
    ('un "|mot|" de 27"\\un "mot"', 'un "|mot|" de 27"\\un «~mot~»'),
    ("le prix\\: le prix\\ ! ", "le prix\\: le prix\\ ! "),
]

ENGLISH: Final = [
    ("don't, l'eau", "don’t, l’eau"),
    ("the citizens' needs", "the citizens’ needs"),
    ("the 'citizens' needs", "the 'citizens' needs"),
    ('a "word", and "|more|".', "a “word”, and “|more|”."),
    ('a 27" screen and a 32" one', 'a 27" screen and a 32" one'),
    ('{"theme": "x"}', '{"theme": "x"}'),
    ("5 km, 5 %, 3 million, 16 centres", "5~km, 5~%, 3~million, 16 centres"),
    ("Why? Because: so; there! … etc... «mot»", "Why? Because: so; there! … etc... «mot»"),
    ("https://x.org/l'eau and a'b@x.org", "https://x.org/l'eau and a'b@x.org"),
]


@pytest.mark.parametrize(("typed", "printed"), FRENCH)
def test_french(typed: str, printed: str) -> None:
    assert typeset(seen(typed), "fr") == seen(printed)


@pytest.mark.parametrize(("typed", "printed"), ENGLISH)
def test_english(typed: str, printed: str) -> None:
    assert typeset(seen(typed), "en") == seen(printed)


@pytest.mark.parametrize("printed", [seen(printed) for _, printed in FRENCH + ENGLISH])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_printed_stays_as_it_is(printed: str, language: Language) -> None:
    once = typeset(printed, language)
    assert typeset(once, language) == once


def test_texts_are_typeset_as_the_line_that_they_make() -> None:
    assert typeset_between(["l'", "eau", " !"], [TAG, TAG], "fr") == ["l’", "eau", "\u202f!"]
    assert typeset_between(["l'", "x:y", "!"], [OBJECT, TAG], "fr")[2] == "\u202f!"
    assert typeset_between(["Non"], [], "fr") == ["Non"]


def test_a_text_that_holds_a_mark_is_left_alone() -> None:
    assert typeset_between([f"a{TAG}b !", "c !"], [EDGE], "fr") == [f"a{TAG}b !", "c !"]


PIECES: Final = [
    *"""'"«»“”’;:!?.…,()[]%€$°=/-–—&@#_""", *" \u00a0\u202f\u2009\t\n", *(TAG, OBJECT, EDGE),
    "\x02", "\x03", "l", "mot", "État", "M.", "Mme", "n°", "p.", "12", "000", "3", "1er", "h",
    "km", "mai", "...", "https://", "case:", "www.", "status", "&amp;", "x@y.fr", "s",
]  # fmt: skip
lines = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
languages = st.sampled_from(["fr", "en"])


@given(lines | st.text(), languages)
def test_twice_is_once(text: str, language: Language) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


SPACES: Final = re.compile(r"[\s\u00a0\u202f]")
LOOK_ALIKES: Final = str.maketrans({"’": "'", "«": '"', "»": '"', "“": '"', "”": '"'})


@given(lines | st.text(), languages)
def test_no_word_is_lost(text: str, language: Language) -> None:
    """Only spaces, apostrophes, quotes and dots change."""

    def bare(text: str) -> str:
        return SPACES.sub("", text.replace("...", "…").replace("…", "...")).translate(LOOK_ALIKES)

    assert bare(typeset(text, language)) == bare(text)


@given(st.lists(lines, min_size=1, max_size=5), languages)
def test_marks_part_the_same_texts(texts: list[str], language: Language) -> None:
    clean = [re.sub(f"[{TAG}{OBJECT}{EDGE}]", "", text) for text in texts]
    marks = [TAG, OBJECT, EDGE, TAG][: len(clean) - 1]
    assert len(typeset_between(clean, marks, language)) == len(clean)


@pytest.mark.parametrize("word", ["a-", "A.a+", "a.b@", "1 ", "www."])
def test_a_hostile_line_is_typeset_like_another(word: str) -> None:
    """Where a rule looked at every place from every place, this would take hours."""
    line = word * (1_000_000 // len(word)) + " &amp; l'eau !"
    assert typeset(line, "fr").endswith("&amp; l’eau\u202f!")


@pytest.mark.parametrize("word", ["«", "& ", "a: ", "&lt;", "n°"])
def test_a_flood_of_signs_stays_as_it_was_typed(word: str) -> None:
    """Nobody reads it; a page of them is typeset like any other."""
    line = word * (1_000_000 // len(word)) + " l'eau !"
    assert typeset(line, "fr") == line
    assert typeset(line[-5_000:], "fr").endswith("l’eau\u202f!")
