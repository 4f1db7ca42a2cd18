"""What a catalogue promises to keep."""

from __future__ import annotations

from fp_build.publishing.promises import FIXED, promised
from fp_build.reading.address_list import AddressList, read_address_list
from fp_build.reading.source import Limits
from publishing.editions import editions_of

RECORD = "---\nkind: project\nstatus: {}\ntitle: X\n{}---\n"


def test_pages_former_names_terms_data_and_feeds() -> None:
    records = {
        "x/index.fr.md": RECORD.format("published", "redirect_from: [ancien]\n"),
        "y/index.fr.md": RECORD.format("archived", ""),
        "z/index.fr.md": RECORD.format("draft", ""),
    }
    now = set(promised(editions_of(records)["fr"].catalogue))
    assert now >= FIXED
    for name in ("x", "y", "ancien", "theme/ageing", "territory/FR"):
        assert {f"/catalogue/{name}/", f"/en/catalogue/{name}/"} <= now
    assert {"/data/catalogue.json", "/en/agenda.ics", "/fiches.atom", "/catalogue/year/"} <= now
    assert not any("/z/" in address or "/page/" in address for address in now)


def test_every_promise_can_stand_in_the_list() -> None:
    stage = "stages: [{stage: evaluation, start: 2013}]\n"
    catalogue = editions_of({"x/index.fr.md": RECORD.format("published", stage)})["fr"].catalogue
    assert list(catalogue.vocabularies["years"])
    text = AddressList("x").extended(promised(catalogue))
    assert read_address_list("x", text.encode(), Limits())[1] == []
