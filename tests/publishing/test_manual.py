"""The manual of rules."""

from __future__ import annotations

from fp_build.judging.rulebook import all_rules
from fp_build.publishing.manual import excerpts, view_rules
from publishing.editions import editions_of, renderer


def test_an_excerpt_shows_what_differs_with_a_few_lines_around() -> None:
    right = "\n".join(f"line {n}" for n in range(20))
    wrong = right.replace("line 10", "LINE 10")
    before, after = excerpts({"a.md": wrong.encode()}, {"a.md": right.encode()})
    assert before.split("\n") == ["# a.md", "line 7", "line 8", "line 9", "LINE 10", "line 11",
                                  "line 12", "line 13"]  # fmt: skip
    assert "line 10" in after and "LINE" not in after


def test_an_excerpt_names_files_that_only_one_side_has() -> None:
    before, after = excerpts({"b.md": b"text"}, {})
    assert before == "# b.md\ntext"
    assert after == "# b.md —"


def test_an_excerpt_leaves_out_what_is_the_same_and_pictures() -> None:
    assert excerpts({"a.md": b"x", "p.png": b"1"}, {"a.md": b"x", "p.png": b"2"}) == ("", "")


def test_an_excerpt_makes_the_invisible_visible() -> None:
    before, _ = excerpts({"a.md": "a\u202eb\u200bc\x00\td".encode()}, {"a.md": b"abc"})
    assert before == "# a.md\na\\u202eb\\u200bc\\u0000\td"
    broken, _ = excerpts({"a.md": b"caf\xe9"}, {"a.md": b"cafe"})
    assert broken == "# a.md\ncaf\\xe9"


def test_an_excerpt_is_cut_where_lines_are_long() -> None:
    before, _ = excerpts({"a.md": b"x" * 500}, {"a.md": b"y"})
    assert max(map(len, before.split("\n"))) <= 160


def test_every_rule_is_in_the_manual_in_both_languages() -> None:
    editions = editions_of({})
    examples = {name: ({"a.md": b"wrong"}, {"a.md": b"right"}) for name in all_rules()}
    shown = {
        language: view_rules(all_rules(), examples, edition)
        for language, edition in editions.items()
    }
    assert [view.id for view in shown["fr"]] == [view.id for view in shown["en"]]
    assert {view.id for view in shown["fr"]} == set(all_rules())
    for french, english in zip(shown["fr"], shown["en"], strict=True):
        assert french.text != english.text and french.fix != english.fix
        assert french.level_label != english.level_label or french.level == "notice"
        assert bool(french.needs_build) is all_rules()[french.id].needs_build
        for text in (french.found, french.fix, english.found, english.fix):
            assert "{" not in text.replace("{{ ", "") or "{{" in text or "}" in text
        assert "‹" in french.found + french.fix or not all_rules()[french.id].placeholders("fr")


def test_a_message_of_the_manual_shows_its_placeholders() -> None:
    edition = editions_of({})["en"]
    for view in view_rules(all_rules(), {}, edition):
        for name in all_rules()[view.id].placeholders("en"):
            assert f"‹{name}" in view.found + view.fix
        assert (view.wrong, view.right) == ("", "")


def test_the_manual_fills_its_template() -> None:
    for edition in editions_of({}).values():
        views = view_rules(all_rules(), {"bad-date": ({"a": b"<b>"}, {"a": b"c"})}, edition)
        html = renderer()("blocks/rules.html", edition, {"rules": views})
        assert 'id="r-bad-date"' in html and "&lt;b&gt;" in html
