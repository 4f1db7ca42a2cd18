"""Builds: what they answer, what they leave behind, and what they depend on."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
import yaml
from in_memory import whole_png
from reading.test_audits import AUTOMATIC, HUMAN
from whole_site import FIXTURE, Plan, Site, Sites, build, build_anew, environment, lay_out, words_of

ELSEWHERE: Final = Path(__file__).parents[1] / "elsewhere"
"""With this on its path, Python runs as on another machine."""

FLAGS: Final = ((), ("-q",), ("--strict",), ("-q", "--strict"))


# Exit codes, and the published folder


def is_good(project: Path) -> None:
    pass


def has_an_error(project: Path) -> None:
    edit(project / "cases/sans-anglais/index.fr.md", "themes: [ageing]", "themes: [nulle-part]")


def has_a_warning(project: Path) -> None:
    edit(project / "cases/sans-anglais/index.fr.md", "[^presentation]", "")


def has_a_broken_link(project: Path) -> None:
    page = project / "docs/en/methode.md"
    page.write_text(page.read_text("utf-8") + "\n[Nowhere](nowhere.md)\n", encoding="utf-8")


def has_an_unknown_record(project: Path) -> None:
    edit(project / "docs/en/methode.md", "case:guichet-tout#", "case:guichet-rien#")


def has_an_unknown_block(project: Path) -> None:
    edit(project / "docs/fr/methode.md", "block.documents", "block.document")


def has_a_damaged_picture(project: Path) -> None:
    """Its frame is whole, so that only making its sizes shows what is wrong."""
    picture = project / "cases/guichet-tout/plan.png"
    picture.write_bytes(whole_png(24, 16, b"not compressed"))


def has_a_picture_cut_off(project: Path) -> None:
    picture = project / "cases/guichet-tout/plan.png"
    picture.write_bytes(picture.read_bytes()[:-20])


def has_a_persons_address(project: Path) -> None:
    record = project / "cases/sans-anglais/index.fr.md"
    record.write_text(f"{record.read_text('utf-8')}\nÉcrire à equipe@example.org.\n", "utf-8")


def has_the_address_of_a_role(project: Path) -> None:
    has_a_persons_address(project)
    options = "  - futurs-publics:\n"
    settings = "      settings: {contact: {fr: equipe@example.org, en: team@example.org}}\n"
    edit(project / "base.yml", options, options + settings)


def lacks_a_twin(project: Path) -> None:
    (project / "docs/en/regles.md").unlink()
    edit(project / "base.yml", "      - About:\n          - en/regles.md\n", "      - About:\n")


def has_a_page_in_the_place_of_a_record(project: Path) -> None:
    for language in ("fr", "en"):
        page = project / f"docs/{language}/catalogue/guichet-tout.md"
        page.write_text("# Une page\n", encoding="utf-8")


def has_lost_a_page(project: Path) -> None:
    addresses = "/\n/ancienne-page/\n/catalogue/guichet-tout/\n"
    (project / "cases/_addresses.txt").write_text(addresses, encoding="utf-8")


def has_moved_a_page(project: Path) -> None:
    has_lost_a_page(project)
    page = project / "docs/fr/methode.md"
    edit(page, "---\ntitle: ", "---\nredirect_from: [ancienne-page]\ntitle: ")


def claims_too_much(project: Path) -> None:
    page = project / "docs/fr/methode.md"
    page.write_text(page.read_text("utf-8") + "\nAccessibilité : conforme\n", encoding="utf-8")


def claims_too_much_everywhere(project: Path) -> None:
    edit(
        project / "overrides/words.yml", "Accessibility: not compliant", "Accessibility: compliant"
    )


def asks_what_no_slot_tells(project: Path) -> None:
    edit(project / "overrides/base.html", "<body ", "<!-- {{ fp.title | length }} --><body ")


PLAIN, QUIET, STRICT, BOTH = FLAGS
ALWAYS: Final = (True, True, True, True)
UNLESS_STRICT: Final = (True, True, False, False)
NEVER: Final = (False, False, False, False)
FAULTS: Final = [
    (is_good, ALWAYS, "", FLAGS),
    (has_an_error, NEVER, "unknown-term", FLAGS),
    (has_a_warning, UNLESS_STRICT, "uncited-source", FLAGS),
    (has_a_persons_address, NEVER, "personal-address", (QUIET,)),
    (has_the_address_of_a_role, ALWAYS, "", (STRICT,)),
    (has_a_broken_link, NEVER, "dead-link", (QUIET, STRICT)),
    # Those of pages are let out, or not, as those of records are.
    (has_an_unknown_record, NEVER, "unknown-record", (QUIET,)),
    (has_a_damaged_picture, NEVER, "picture-damaged", (QUIET,)),
    (has_a_picture_cut_off, NEVER, "picture-unreadable", (QUIET,)),
    (has_an_unknown_block, NEVER, "unknown-placeholder", (QUIET,)),
    (lacks_a_twin, NEVER, "page-without-twin", (QUIET,)),
    (asks_what_no_slot_tells, NEVER, "frame-frozen", (QUIET,)),
    (has_a_page_in_the_place_of_a_record, NEVER, "same-address", (QUIET,)),
    (has_lost_a_page, NEVER, "lost-address", (QUIET,)),
    (has_moved_a_page, ALWAYS, "", (STRICT,)),
    (claims_too_much, NEVER, "false-accessibility-claim", (QUIET,)),
    (claims_too_much_everywhere, NEVER, "false-accessibility-claim", (QUIET,)),
]


@pytest.mark.parametrize(
    ("fault", "passes", "rule", "flags"),
    [
        pytest.param(
            fault, passes[FLAGS.index(flags)], rule, flags, id=" ".join((fault.__name__, *flags))
        )
        for fault, passes, rule, tried in FAULTS
        for flags in tried
    ],
)
def test_the_gate_cannot_be_bypassed(
    tmp_path: Path,
    fault: Callable[[Path], None],
    passes: bool,
    rule: str,
    flags: tuple[str, ...],
) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    fault(project)
    old = project / "site"
    old.mkdir()
    (old / "index.html").write_text("the old site")
    (old / ".nojekyll").touch()
    done = build(project, *flags, env=environment(FP_SEARCH="0"))  # the index takes its time
    assert (done.code == 0) is passes, done.output
    assert "Traceback" not in done.output
    published = (old / "index.html").read_text("utf-8")
    if passes:
        assert "<html" in published
        assert (old / "catalogue" / "guichet-tout" / "index.html").is_file()
    else:
        assert published == "the old site"
        assert sorted(path.name for path in old.iterdir()) == [".nojekyll", "index.html"]
    if rule and (not passes or not flags):
        assert f"[{rule}]" in done.output
    assert (old / ".nojekyll").exists()
    assert left_behind(project) == []


def test_a_link_to_no_record_suggests_the_nearest_names(tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    has_an_unknown_record(project)
    (line,) = [line for line in build(project).output.splitlines() if "Vouliez-vous" in line]
    assert line.endswith("Vouliez-vous écrire : guichet-tout ?"), line[:300]


def test_a_good_build_says_nothing_when_asked_to_be_quiet(tmp_path: Path) -> None:
    done = build_anew(lay_out(Plan(), tmp_path / "project"), "-q", "--strict")
    assert done.code == 0
    assert done.output == ""


def test_a_site_goes_where_it_is_asked_for(tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    build(project, "-q", "--site-dir", str(tmp_path / "ailleurs" / "ici")).check()
    assert (tmp_path / "ailleurs" / "ici" / "en" / "index.html").is_file()
    assert not (project / "site").exists()
    assert sorted(path.name for path in (tmp_path / "ailleurs").iterdir()) == ["ici"]


def test_a_template_that_fails_leaves_the_published_site(tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    build(project, "-q").check()
    before = Site(project / "site").content()
    template = project / "overrides" / "catalogue" / "record.html"
    template.write_text("{{ record.nothing_of_this_name }}", encoding="utf-8")
    failed = build(project)
    assert failed.code == 1
    assert "overrides/catalogue/record.html:1:1 erreur [template-failed]" in failed.output
    assert "nothing_of_this_name" in failed.output
    assert "Traceback" not in failed.output
    assert Site(project / "site").content() == before
    assert left_behind(project) == []


def left_behind(project: Path) -> list[str]:
    """What a build leaves beside the published folder."""
    usual = {"base.yml", "mkdocs.yml", "docs", "cases", "overrides", "site", ".cache"}
    return sorted(path.name for path in project.iterdir() if path.name not in usual)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


# The same input gives the same site


@pytest.mark.parametrize(
    ("variables", "host"),
    [
        ({}, "mkdocs"),
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, "mkdocs"),
        (
            {
                "TZ": "America/Los_Angeles",
                "LC_ALL": "C",
                "PYTHONUTF8": "0",
                "PYTHONCOERCECLOCALE": "0",
                "PYTHONHASHSEED": "1",
                "PYTHONPATH": os.pathsep.join([str(ELSEWHERE), *sys.path[1:]]),
            },
            "mkdocs",
        ),
        ({"PYTHONHASHSEED": "2"}, "properdocs"),
    ],
    ids=["again", "far-east", "far-west", "properdocs"],
)
def test_a_site_depends_on_nothing_but_its_source(
    sites: Sites, tmp_path: Path, variables: dict[str, str], host: str
) -> None:
    if host == "properdocs":
        pytest.importorskip("properdocs")
    expected = sites["fixture"]
    project = lay_out(Plan(), tmp_path / "elsewhere")
    if "PYTHONPATH" in variables:  # nothing is taken from others there
        (project / ".cache").unlink()
    arguments = ("--config-file", "mkdocs.yml") if host == "properdocs" else ()
    build_anew(project, "-q", *arguments, host=host, env=environment(**variables)).check()
    found = Site(project / "site")
    assert found.files == expected.files
    differing = [
        name
        for name, data in found.content().items()
        if without_generator(data) != without_generator(expected.read(name))
    ]
    assert differing == []
    if host == "mkdocs":
        assert found.content() == expected.content()


def without_generator(data: bytes) -> bytes:
    lines = data.split(b"\n")
    return b"\n".join(line for line in lines if b'<meta name="generator"' not in line)


# One label


@pytest.mark.parametrize(
    ("vocabulary", "term", "language", "label"),
    [
        ("themes", "social-benefits", "fr", "Prestations et allocations"),
        ("principles", "tangible", "en", "Change that one can touch"),
        ("stages", "evaluation", "fr", "Évaluer pour de bon"),
        ("organisations", "sgmap", "fr", "Secrétariat général, autrement nommé"),
        ("sections", "situation", "fr", "La situation de départ"),
    ],
)
def test_a_label_changes_on_every_page_in_its_language_and_nowhere_else(
    sites: Sites, tmp_path: Path, vocabulary: str, term: str, language: str, label: str
) -> None:
    before = sites["fixture"]
    project = lay_out(Plan(), tmp_path / "project")
    file = project / "cases" / "_vocabulary" / f"{vocabulary}.yml"
    terms = yaml.load(file.read_bytes(), yaml.BaseLoader)
    old = terms[term][language]
    terms[term][language] = label
    if vocabulary == "sections":  # headings as they were typed stay known
        terms[term].setdefault("aliases", []).append(old)
    file.write_text(yaml.safe_dump(terms, allow_unicode=True, sort_keys=False), encoding="utf-8")
    build(project, "-q").check()
    after = Site(project / "site")

    assert after.files >= {name for name in before.files if not is_index(name)}
    changed = {
        name
        for name, data in before.content().items()
        if not is_index(name) and after.read(name) != data
    }
    showing = {
        name for name, page in before.pages.items() if shows(page.text, old) and is_said(page, old)
    }
    root = "en/" if language == "en" else ""
    assert changed - showing <= {
        f"data/filters-{language}.json", f"assets/previews/{language}/{term}.png",
        f"{root}fiches.atom",
        f"{root}autoevaluation/index.html",  # where the beginning of a record is in a template
    }  # fmt: skip
    for name in showing:
        assert (name.startswith("en/")) is (language == "en") or shows_marked(before, name, old)
        assert label in after.pages[name].text
        assert not is_said(after.pages[name], old)


def is_index(name: str) -> bool:
    """True of the files of the search, which are named after what they hold."""
    return name.startswith("search/")


def shows(text: str, label: str) -> bool:
    return label in text.replace("&#39;", "'")


def is_said(page: object, label: str) -> bool:
    """True where a text of the page, or a title or description in its head, has the label as a
    whole or at its beginning, and not merely as words of a sentence."""
    tree = page.tree  # type: ignore[attr-defined]
    said = {words_of(element) for element in tree.xpath("//*[not(*)]")}
    said |= {" ".join(text.split()) for text in tree.xpath("//body//text()")}
    said |= {part.strip() for text in said for part in re.split(r" · |\s*[«»“”]\s*", text)}
    said |= set(tree.xpath("//@title | //@aria-label | //@alt"))
    title = words_of(tree.xpath("//head/title")[0])
    return label in said or f": {label} –" in title or f"\u00a0: {label} –" in title


def shows_marked(site: Site, name: str, label: str) -> bool:
    """True where the label stands in a part of the page that is marked as of the other language."""
    page = site.pages[name]
    return bool(page.tree.xpath(f"//body//*[@lang]/descendant-or-self::*[contains(., {label!r})]"))


def test_the_fixture_holds_nothing_built() -> None:
    """The tests work on copies: what they copy from holds nothing built."""
    assert sorted(path.name for path in FIXTURE.iterdir()) == ["cases", "docs", "mkdocs.yml"]


def test_the_site_says_of_its_accessibility_what_the_audits_of_the_repository_show(
    tmp_path: Path,
) -> None:
    plan = Plan("real")
    project = lay_out(plan, tmp_path / "project")
    folder = project / "docs" / "accessibility"
    (folder / "rgaa.yml").write_text(HUMAN, encoding="utf-8")
    (folder / "automatic.json").write_text(json.dumps(AUTOMATIC), encoding="utf-8")
    build(project, "--strict", "--quiet", env=environment(plan)).check()
    site = Site(project / "site")
    french, english = site.pages["index.html"], site.pages["en/index.html"]
    for part in ("//main", "//footer"):
        assert "Accessibilité : partiellement conforme" in french.words(part)
        assert "Accessibility: partially compliant" in english.words(part)
    statement = site.pages["accessibilite/index.html"].words("//main")
    assert "87,5 %" in statement and "Une image sans texte." in statement
    assert "ces résultats ne valent plus" in statement
    assert not [file for file in site.files if "rgaa" in file or "automatic" in file]
