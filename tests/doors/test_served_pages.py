"""A page that is served is made anew where what was asked for it has another answer now."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from arranging.test_witness import FILES, witness_of

from fp_build.arranging.witness import Witness
from fp_build.doors.bindery import Bindery
from fp_build.doors.served_pages import ServedPages

PAGE = "catalogue/alpha/index.html"
ALPHA = ("records", "one", "alpha")


class Frame:
    around = b"frame"

    def digest(self, file: str, language: str) -> bytes:
        return self.around

    def fill(self, page: str) -> str:
        return f"<{page}>"


class Serving:
    """A page that shows the title of a record, as a build has written it."""

    def __init__(self) -> None:
        self.frame = Frame()
        self.witness: Witness = witness_of(FILES)
        written = SimpleNamespace(
            frame=self.frame,
            render=None,
            witness=self.witness,
            kept=SimpleNamespace(asked=lambda file: (ALPHA,)),
            pages={PAGE: SimpleNamespace(frame=Frame.around)},
        )
        self.pages = ServedPages(cast("Bindery", written))

    def changed(self, **records: str) -> None:
        self.witness = witness_of(
            {**FILES, **{f"{slug}/index.fr.md": text for slug, text in records.items()}}
        )
        self.pages.follow(self.witness)

    def made(self, file: str = PAGE) -> bytes | None:
        order: Any = SimpleNamespace(
            file=file,
            language="fr",
            make=lambda render: self.witness.records["alpha"].words["fr"].title,
        )
        return self.pages.made_anew(order)


def test_a_page_that_is_right_stays() -> None:
    serving = Serving()
    assert serving.made() is None
    serving.changed(beta=FILES["beta/index.fr.md"] + "More.\n")
    assert serving.made() is None


def test_a_page_of_a_changed_record_is_made_once() -> None:
    serving = Serving()
    serving.changed(alpha=FILES["alpha/index.fr.md"].replace("Alpha", "Autre"))
    made = serving.made()
    assert made == b"<Autre>"
    assert serving.made() is None


def test_a_page_in_another_frame_is_made_anew() -> None:
    serving = Serving()
    serving.frame.around = b"another"
    assert serving.made() is not None
    assert serving.made() is None


def test_a_page_that_was_not_there_is_made() -> None:
    serving = Serving()
    assert serving.made("catalogue/new/index.html") is not None


def test_what_is_no_longer_ordered_is_forgotten() -> None:
    serving = Serving()
    assert serving.pages.drop_all_but({PAGE}) == []
    assert serving.pages.drop_all_but(set()) == [PAGE]
    assert serving.made() is not None
