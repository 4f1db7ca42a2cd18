"""Families of input that cost some parser more than their size: each makes the largest member that
has room. They are what people who look for such things try, and what was found here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

Family = Callable[[int], str]
"""Makes a text of at most so many characters."""

LINE: Final = 19_000
"""How long a line may be, with room to spare."""


def repeated(piece: str, *, per_line: int = LINE, before: str = "", after: str = "") -> Family:
    """The piece again and again, in lines as long as a line may be."""

    def made(room: int) -> str:
        line = piece * max(1, per_line // len(piece)) + "\n"
        left = room - len(before) - len(after)
        whole, rest = divmod(max(0, left), len(line))
        return before + line * whole + piece * (rest // len(piece)) + after

    return made


def numbered(form: str, *, before: str = "", after: str = "") -> Family:
    """The form again and again, each with its own number."""

    def made(room: int) -> str:
        parts, left, number = [], room - len(before) - len(after), 0
        while (part := form.format(n=number)) and (left := left - len(part)) >= 0:
            parts.append(part)
            number += 1
        return before + "".join(parts) + after

    return made


def halves(first: str, second: str, *, between: str = "\n\n", per_line: int = LINE) -> Family:
    """One piece again and again, then the other."""

    def made(room: int) -> str:
        one = repeated(first, per_line=per_line)(room // 2 - len(between))
        return one + between + repeated(second, per_line=per_line)(room // 2)

    return made


def stairs(step: str) -> Family:
    """Each line one step further in than the one before."""

    def made(room: int) -> str:
        lines, depth, used = [], 0, 0
        while used + len(step) * depth + 3 <= room and len(step) * depth < LINE:
            lines.append(step * depth + "- a\n")
            used += len(lines[-1])
            depth += 1
        return "".join(lines)

    return made


def table(columns: int) -> Family:
    """A table of so many columns, and as many rows as there is room for."""

    def made(room: int) -> str:
        head = "|" + "a|" * columns + "\n|" + "-|" * columns + "\n"
        return head + ("|" + "b|" * columns + "\n") * ((room - len(head)) // (2 * columns + 2))

    return made


def short_rows(columns: int) -> Family:
    """A table of so many columns whose rows have one cell, to be filled up."""

    def made(room: int) -> str:
        head = "|" + "a|" * columns + "\n|" + "-|" * columns + "\n"
        return head + "|b\n" * ((room - len(head)) // 3)

    return made


def _many_quotes(room: int) -> str:
    """Lines of backticks of every length, none of which closes another."""
    parts, used, length = [], 0, 1
    while used + length + 2 <= room and length < LINE:
        parts.append("`" * length + " ")
        used += length + 1
        length += 1
    return "".join(f"{part}\n" if not n % 50 else part for n, part in enumerate(parts))


BODIES: Final[Mapping[str, Family]] = {
    "words": repeated("mot ", per_line=400),
    "distinct words": numbered("mot{n} "),
    "sentences": repeated("L'État s'engage : 12 500 euros ; « oui » ! ", per_line=400),
    "paragraphs": repeated("a\n\n"),
    "one word": repeated("a"),
    "quotes deep": repeated(">"),
    "quotes deep in short lines": repeated("> ", per_line=600),
    "quotes": repeated("> a\n"),
    "quote stairs": lambda room: "".join(
        ">" * n + " a\n" for n in range(int((2 * room) ** 0.5) - 3)
    ),
    "lists deep in a line": repeated("- "),
    "lists deep": stairs("  "),
    "numbered lists deep": repeated("1. "),
    "lists and quotes deep": repeated("- > "),
    "list items": repeated("- a\n"),
    "emphasis opened": repeated("*a "),
    "emphasis opened twice": repeated("*a **a "),
    "emphasis mixed": repeated("*a_ "),
    "emphasis closed": halves("*a ", "a* ", between=""),
    "emphasis nested": repeated("**a *b "),
    "stars": repeated("*"),
    "stars and letters": repeated("a**b"),
    "underscores": repeated("_a"),
    "strikes": repeated("~~a "),
    "tildes": repeated("~"),
    "brackets opened": repeated("["),
    "brackets closed": halves("[", "]", between=""),
    "pictures opened": repeated("!["),
    "links opened": repeated("[a]("),
    "links in links": repeated("[a](b"),
    "links and angles": repeated("[a](<b"),
    "links": repeated("[a](b) "),
    "links to records": numbered("[a](case:inconnue-{n}) "),
    "links to sections": numbered("[a](#inconnue-{n}) "),
    "links to files": numbered("[a](fichier-{n}.pdf) "),
    "pictures": numbered("![a](image-{n}.png) "),
    "link titles": repeated('[a](b "c '),
    "definitions": numbered("[a{n}]: b\n"),
    "definitions and references": lambda room: (
        f"[a]: {'b' * (LINE - 10)}\n\n" + repeated("[a] ")(room - LINE)
    ),
    "many definitions and references": lambda room: (
        numbered("[a{n}]: b\n")(room // 2) + "\n" + numbered("[a{n}] ")(room // 2)
    ),
    "definition titles": repeated("[a]: b 'c\n"),
    "definition labels": lambda room: "[" + repeated("a\\]")(room - 10) + "]: b\n",
    "backticks": repeated("`"),
    "backticks of every length": _many_quotes,
    "backticks opened": repeated("`a ``"),
    "fences": repeated("```\n"),
    "autolinks": repeated("<https://a.b> "),
    "autolinks opened": repeated("<https://a "),
    "angles": repeated("<"),
    "angles and letters": repeated("<a "),
    "html comments opened": repeated("<!--"),
    "processing opened": repeated("<?"),
    "declarations opened": repeated("<!A "),
    "cdata opened": repeated("<![CDATA["),
    "tags": repeated("<b>"),
    "bare addresses": numbered("https://a.example/{n} "),
    "mail addresses": numbered("a{n}@b.example "),
    "mail runs": repeated("a.b-"),
    "mail at runs": repeated("a@b-"),
    "mail dots": repeated("a@b.c."),
    "percent runs": repeated("%40a"),
    "entities": repeated("&amp;"),
    "entities opened": repeated("&a"),
    "numeric entities": repeated("&#x202e;"),
    "hidden references": repeated("&#x202e;a "),
    "hidden references of one paragraph": repeated("&zwj;"),
    "escapes": repeated("\\*"),
    "notes": numbered("[^n{n}] "),
    "one note": repeated("[^a] "),
    "note definitions": numbered("[^n{n}]: a\n"),
    "note definitions deep": repeated("[^a]: "),
    "headings": numbered("## Titre {n}\n\n"),
    "equal headings": repeated("### a\n"),
    "sections": repeated("## Les résultats\n\n"),
    "heading levels": repeated("###### a\n"),
    "underlined headings": repeated("a\n=\n"),
    "long heading": lambda room: "### " + "mot " * (LINE // 4),
    "rules": repeated("---\n"),
    "rule starts": repeated("* "),
    "tables": table(5),
    "table of many columns": table(4_500),
    "short rows": short_rows(4_500),
    "short rows of few": short_rows(100),
    "pipes": repeated("|"),
    "pipes and dashes": repeated("|-"),
    "table starts": repeated("a|b\n-|-\n"),
    "combining marks": repeated("e" + "\u0301" * 100),
    "combining marks of many kinds": repeated("\u0323\u0301\u0316"),
    "compatibility": repeated("\ufdfa"),
    "decomposing": repeated("\u1f82"),
    "hangul": repeated("각"),
    "ideograms": repeated("漢字"),
    "emoji": repeated("\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    "arabic joiners": repeated("ن\u200c"),
    "numbers": repeated("1 000 "),
    "long numbers": repeated("1"),
    "number spaces": repeated("1 "),
    "spaces": repeated(" "),
    "tabs": repeated("\t"),
    "blank lines": repeated("\n"),
    "spaces before a colon": repeated("a" + " " * 200 + ":"),
    "colons": repeated(":"),
    "guillemets": repeated("«"),
    "guillemets with spaces": repeated("« "),
    "ascii quotes": repeated('"a" '),
    "ascii quotes alone": repeated('"'),
    "apostrophes": repeated("l'"),
    "elisions": repeated("d'l'"),
    "dots": repeated("."),
    "bad dates": repeated("1/2/3 "),
    "degrees": repeated("n° "),
    "endings": repeated("cat.ees."),
    "agents": repeated("agent·e·s"),
    "agents run": lambda room: "agent" + repeated("·e")(room - 5),
    "parentheses": repeated("a(e"),
    "tabs in lists": repeated("-\t"),
    "carriage returns": repeated("\r"),
    "controls": repeated("\x01a"),
    "bidi controls": repeated("\u202ea"),
    "zero width": repeated("\u200ba"),
    "replacement": repeated("\ufffd"),
    "placeholders": repeated("{{ setting.x }}"),
    "math": repeated("$a_b$ "),
}  # fmt: skip
"""Bodies."""


FRONTS: Final[Mapping[str, Family]] = {
    "brackets": repeated("[", before="a: "),
    "brackets in short lines": repeated("[", per_line=80, before="a:\n "),
    "braces": repeated("{", before="a: "),
    "braces with keys": repeated("{a: ", before="a: "),
    "brackets closed": lambda room: "a: " + "[" * (LINE // 2) + "]" * (LINE // 2),
    "dashes": repeated("- ", before="a:\n  "),
    "complex keys": repeated("? "),
    "complex keys in lines": repeated("? a\n"),
    "values": repeated(": "),
    "anchors": numbered("a{n}: &a{n} b\n"),
    "aliases": repeated("*a, ", before="a: &a b\nb: [", after="]\n"),
    "laughs": lambda room: "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 60)
    ),
    "merges": lambda room: "a0: &a0 {k: v}\n" + "".join(
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 200)
    ),
    "keys": numbered("k{n}: v\n"),
    "known keys": repeated("title: a\n"),
    "keys in a line": numbered("k{n}: v, ", before="a: {", after="}\n"),
    "items": repeated("a, ", before="themes: [", after="]\n"),
    "item lines": repeated("  - a\n", before="themes:\n"),
    "sources": numbered("  - {{id: s{n}, title: a}}\n", before="sources:\n"),
    "unknown terms": numbered("  - inconnu-{n}\n", before="themes:\n"),
    "unknown records": numbered("  - inconnu-{n}\n", before="related:\n"),
    "former addresses": numbered("  - ancienne-{n}\n", before="redirect_from:\n"),
    "unknown keys": numbered("titel{n}: v\n"),
    "criteria": numbered("  k{n}: {{answer: yes}}\n", before="criteria:\n"),
    "long scalar": repeated("a", before="title: "),
    "long quoted scalar": repeated("a", before='title: "', after='"\n'),
    "escapes": repeated("\\x41", before='title: "', after='"\n'),
    "lines in a scalar": repeated(" a\n", before="title:\n"),
    "block scalar": repeated("  a\n", before="title: |\n"),
    "blank lines in a scalar": repeated("\n", before="title: >\n  a\n", after="  b\n"),
    "stairs": lambda room: "".join(" " * n + f"k{n}:\n" for n in range(int((2 * room) ** 0.5) - 4)),
    "comments": repeated("# a\n"),
    "comments after values": numbered("k{n}: a #b\n"),
    "tags": numbered("a{n}: !t b\n"),
    "tag directives": numbered("%TAG !t{n}! a\n"),
    "quotes": repeated("'"),
    "quote lines": repeated('a: "\n'),
    "question marks": repeated("?"),
    "ampersands": repeated("&"),
    "stars": repeated("*"),
    "commas": repeated(",", before="a: ["),
    "colons": repeated("a:", before="a: {"),
    "documents": repeated("a: b\n... #\n"),
    "spaces": repeated(" ", before="a:"),
    "blank lines": repeated("\n"),
    "tabs": repeated("\t", before="a:"),
    "marks": repeated("e" + "\u0301" * 30, before="title: "),
    "compatibility": repeated("\ufdfa", before="title: "),
    "bad dates": repeated("1/2/3 ", before="verified_on: "),
    "bad address": repeated("a.", before="links: [{label: a, url: ", after="}]\n"),
    "bad addresses": numbered("  - {{url: exemple-{n}.org, label: a}}\n", before="links:\n"),
    "figures": numbered("  - {{id: i{n}, name: a, value: 1 000}}\n", before="indicators:\n"),
    "emoji keys": numbered("\U0001f600{n}: a\n"),
    "lone carriage returns": repeated("a\r"),
}  # fmt: skip
"""Front matters."""
