"""From a tree of texts to typed values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_memory import LIMITS

from fp_build.reading.composer import read_tree
from fp_build.reading.fields import (
    Address,
    BothLanguages,
    Count,
    Date,
    Fields,
    Id,
    Line,
    Moment,
    Number,
    PictureName,
    read_fields,
)
from fp_build.reading.source import Source


class Item(Fields):
    id: Id
    size: Number | None = None


class Model(Fields):
    line: Line | None = None
    id: Id | None = None
    url: Address | None = None
    number: Number | None = None
    date: Date | None = None
    when: Moment | None = None
    count: Count | None = None
    file: PictureName | None = None
    choice: Literal["un", "deux"] | None = None
    items: tuple[Item, ...] = ()
    words: Mapping[str, Line] = {}
    by_id: Mapping[str, Item] = {}
    both: BothLanguages | None = None


def read(text: str) -> tuple[Any, list[str]]:
    tree, wrong = read_tree(Source("x", text), 0, len(text), LIMITS)
    assert tree is not None and not wrong, wrong
    model, findings = read_fields(Model, tree)
    if model is not None:
        assert not model.model_fields_set - tree.plain.keys()
    return model, [f"{f.place.line}:{f.place.column} {f.rule.id}" for f in findings]


def test_all_well() -> None:
    model, found = read(
        "line: no\nid: a-1\nurl: HTTPS://é.fr/a?b#c\nnumber: -12.50\ndate: 2014-05\n"
        "file: Été 1.JPG\nwhen: 2026-11-23 14:30\ncount: 1250\n"
        "choice: un\nitems: [{id: b, size: 0}]\nwords: {'': c}\nboth: {fr: d, en: e}\n"
    )
    assert found == []
    assert (model.line, model.number, model.date.text) == ("no", Decimal("-12.50"), "2014-05")
    assert (str(model.when), model.count) == ("2026-11-23 14:30", 1250)
    assert model.items[0].size == Decimal(0) and model.both.of("en") == "e"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lin: a", "1:1 unknown-key"),
        ("'[key]': a", "1:1 unknown-key"),
        ("items: [{id: a, b: c}]", "1:17 unknown-key"),
        ("line:", "1:1 empty-value"),
        ("line: ''", "1:1 empty-value"),
        ("items:", "1:1 empty-value"),
        ("items: ['']", "1:9 empty-value"),
        ("words: {a: }", "1:9 empty-value"),
        ("both: ''", "1:1 empty-value"),
        ("line: ' a'", "1:7 untrimmed-value"),
        ("line: 'a '", "1:7 untrimmed-value"),
        ("line: |\n  a\n", "1:7 untrimmed-value"),
        ("line: '\u00a0'", "1:7 untrimmed-value"),
        ('line: "a\\nb"', "1:7 many-lines"),
        ("line: [a]", "1:7 wrong-type"),
        ("line: {a: b}", "1:7 wrong-type"),
        ("items: a", "1:8 wrong-type"),
        ("items: {a: b}", "1:8 wrong-type"),
        ("items: [a]", "1:9 wrong-type"),
        ("words: a", "1:8 wrong-type"),
        ("words: [a]", "1:8 wrong-type"),
        ("both: a", "1:7 wrong-type"),
        ("number: [1]", "1:9 wrong-type"),
        ("date: {a: b}", "1:7 wrong-type"),
        ("id: A", "1:5 bad-id"),
        ("id: a--b", "1:5 bad-id"),
        ("items: [{id: é}]", "1:14 bad-id"),
        ("items: [{size: 1}]", "1:9 missing-key"),
        ("both: {fr: a}", "1:1 missing-key"),
        ("number: 010", "1:9 bad-number"),
        ("number: 1_000", "1:9 bad-number"),
        ("number: 1e3", "1:9 bad-number"),
        ("number: '1 000'", "1:9 bad-number"),
        ("number: 12,5", "1:9 bad-number"),
        ("number: .5", "1:9 bad-number"),
        ("number: +1", "1:9 bad-number"),
        ("number: ١", "1:9 bad-number"),
        ("number: 0x1F", "1:9 bad-number"),
        (f"number: {'9' * 30}", "1:9 bad-number"),
        ("number: NaN", "1:9 bad-number"),
        ("number:", "1:1 empty-value"),
        ("date: 2014-5-3", "1:7 bad-date"),
        ("date: 2014-02-30", "1:7 impossible-date"),
        ("date:", "1:1 empty-value"),
        ("when: 2026-11-23T14:30", "1:7 bad-moment"),
        ("when: 2026-11-23 14h30", "1:7 bad-moment"),
        ("when: 2026-11 14:30", "1:7 bad-moment"),
        ("when: demain", "1:7 bad-moment"),
        ("when: 2026-02-30", "1:7 impossible-date"),
        ("when: 2026-11-23 25:00", "1:7 impossible-date"),
        ("when: [2026]", "1:7 wrong-type"),
        ("when:", "1:1 empty-value"),
        ("count: 1 250", "1:8 bad-count"),
        ("count: '1 250'", "1:8 bad-count"),
        ("count: 1.5", "1:8 bad-count"),
        ("count: -1", "1:8 bad-count"),
        ("count: +1", "1:8 bad-count"),
        ("count: 012", "1:8 bad-count"),
        ("count: ١", "1:8 bad-count"),
        ("count: cent", "1:8 bad-count"),
        (f"count: {'9' * 10}", "1:8 bad-count"),
        ("count: {a: b}", "1:8 wrong-type"),
        ("count: ''", "1:1 empty-value"),
        ("url: www.a.fr", "1:6 bad-address"),
        ("url: ftp://a.fr", "1:6 bad-address"),
        ("url: https://", "1:6 bad-address"),
        ("url: https://www.gouv.fr@a.fr/", "1:6 bad-address"),
        ("url: 'http://[bad/'", "1:6 bad-address"),
        ("url: 'http://a]b/'", "1:6 bad-address"),
        ("url: 'https://a.fr/ b'", "1:6 bad-address"),
        ("url: javascript:a", "1:6 bad-address"),
        ("file: ../a.jpg", "1:7 bad-file-name"),
        ("file: a.svg", "1:7 bad-file-name"),
        ("file: 'a#b.jpg'", "1:7 bad-file-name"),
        ("file: a%20b.jpg", "1:7 bad-file-name"),
        ("file: .jpg", "1:7 bad-file-name"),
        ("file: C:\\a.jpg", "1:7 bad-file-name"),
        ("choice: trois", "1:9 unknown-choice"),
        ("choice: [un]", "1:9 wrong-type"),
        ("choice:", "1:1 empty-value"),
        ("words: {'[key]': ''}", "1:9 empty-value"),
        ("by_id: {'[key]': {id: É}}", "1:23 bad-id"),
    ],
)
def test_faults(text: str, expected: str) -> None:
    assert read(text)[1] == [expected]


def test_a_colon_without_a_space_makes_one_word() -> None:
    assert read("items: [{id:a}]")[1] == ["1:9 missing-key", "1:10 unknown-key"]


def test_one_fault_never_hides_another() -> None:
    model, found = read(
        "line: ' a'\nid: A\nitems: [{id: É}, {id: b, size: x}, {id: c}, z]\ntitre: x\n"
    )
    assert sorted(found) == [
        "1:7 untrimmed-value", "2:5 bad-id", "3:14 bad-id", "3:32 bad-number", "3:45 wrong-type",
        "4:1 unknown-key",
    ]  # fmt: skip
    assert (model.line, model.id) == (None, None)
    assert [item.id for item in model.items] == ["b", "c"]
    assert model.items[0].size is None


def test_an_item_goes_with_what_it_cannot_do_without() -> None:
    model, found = read("by_id: {x: {id: A}, y: {id: b}}\nboth: {fr: ' ', en: a}\n")
    assert len(found) == 2
    assert list(model.by_id) == ["y"] and model.both is None


def test_nothing_where_the_top_lacks_what_it_needs() -> None:
    tree, _ = read_tree(Source("x", "size: 1\n"), 0, 8, LIMITS)
    assert tree is not None
    model, findings = read_fields(Item, tree)
    assert model is None and [f.rule.id for f in findings] == ["missing-key"]


def test_likely_keys_and_choices_are_proposed() -> None:
    for text, close in (
        ("lnie: a", "line"),
        ("choice: deu", "deux"),
        ("items: [{id: a, sise: b}]", "size"),
        ("by_id: {x: {id: a, siez: b}}", "size"),
    ):
        tree, _ = read_tree(Source("x", text), 0, len(text), LIMITS)
        assert tree is not None
        (finding,) = read_fields(Model, tree)[1]
        assert close in finding.arguments["nearest"]


values = st.recursive(
    st.sampled_from(["", "a", "'[key]'", "' '", "2014", "é", "-1", "https://a.fr", "x.jpg", "un"]),
    lambda v: (
        st.lists(v, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(
            st.sampled_from(["id", "fr", "en", "size", "'[key]'", "''", "line"]), v, max_size=3
        ).map(lambda d: "{" + ", ".join(f"{k}: {w}" for k, w in d.items()) + "}")
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*Model.model_fields, "'[key]'", "''"]), values, max_size=5))
def test_any_tree_is_typed(fields: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in fields.items()) or "{}"
    tree, _ = read_tree(Source("x", text), 0, len(text), LIMITS)
    if tree is None:
        return
    before = str(tree.plain)
    model, findings = read_fields(Model, tree)
    assert model is not None
    assert findings or str(tree.plain) == before
    assert read_fields(Model, tree) == (model, [])
