"""``mkdocs serve``: an edit shows after a reload, and a fault never takes the last good pages."""

from __future__ import annotations

from pathlib import Path

from served import RECORD, served
from whole_site import Plan, lay_out


def test_edits_show_and_faults_keep_the_last_good_pages(tmp_path: Path) -> None:
    page = "en/catalogue/sans-anglais/"
    with served(lay_out(Plan(), tmp_path / "project")) as here:
        here.shows(page, "Un projet qui attend sa traduction")
        assert here.get("preview-report.txt") == ""

        here.edit(RECORD, "title: Un projet qui attend", "title: Un projet qui espère")
        here.shows(page, "Un projet qui espère sa traduction")

        here.edit("cases/_vocabulary/themes.yml", "en: Ageing and autonomy", "en: Growing old")
        here.shows(page, "Growing old")

        here.edit("overrides/catalogue/record.html", '<h1 id="top"', '<h1 id="top" data-new="1"')
        here.shows(page, 'data-new="1"')

        here.edit(RECORD, "themes: [ageing]", "themes: [nulle-part]")
        here.shows("preview-report.txt", "unknown-term")
        report = here.get("preview-report.txt")
        assert RECORD in report and "nulle-part" in report
        assert "Un projet qui espère" in here.get(page)
        assert "preview-report.txt" in here.get(page)

        here.edit(RECORD, "themes: [nulle-part]", "themes: [disability]")
        here.shows(page, "/theme/disability/")
        here.shows("preview-report.txt", "unknown-term", not_yet=True)

        here.edit("overrides/catalogue/record.html", 'data-new="1"', "{{ record.nowhere }}")
        here.shows("preview-report.txt", "nowhere")
        assert 'data-new="1"' in here.get(page)
        here.edit("overrides/catalogue/record.html", "{{ record.nowhere }}", 'data-new="2"')
        here.shows(page, 'data-new="2"')


def test_a_first_start_with_a_fault_shows_the_report_and_recovers(tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    file = project / RECORD
    good = file.read_text("utf-8")
    file.write_text(good.replace("themes: [ageing]", "themes: [nulle-part]"), encoding="utf-8")
    with served(project) as here:
        for home in ("", "en/"):
            here.shows(home, "unknown-term")
            assert f"{RECORD}:" in here.get(home)
        here.edit(RECORD, "themes: [nulle-part]", "themes: [ageing]")
        here.shows("", "Le site d’essai")
        here.shows("catalogue/sans-anglais/", "Un projet qui attend sa traduction")
        assert "unknown-term" not in here.get("")
