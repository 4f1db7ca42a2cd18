"""The commands, as people and programs call them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from in_memory import DRAFT, PROJECT, TRANSLATED

from fp_build import __version__
from fp_build.doors.cli import main
from fp_build.judging.rulebook import all_rules


def fp(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def cases(project: Path) -> Path:
    (project / "cases/essai").mkdir()
    write(project, DRAFT)
    return project / "cases"


def write(project: Path, text: str) -> None:
    (project / "cases/essai/index.fr.md").write_text(text)


WARNING = DRAFT + "Voir https://a.fr\n"
ERROR = DRAFT + "<b>x</b>\n"
NOTICE = DRAFT.replace("Un essai", "Un essai\nsummary: Rien")


def test_all_is_well(cases: Path) -> None:
    result = fp("check")
    assert (result.exit_code, result.output) == (0, "Tout est en ordre : 1 fiche vérifiée.\n")
    assert fp("check", "--lang", "en").output == "All is well: 1 record checked.\n"


@pytest.mark.parametrize(
    ("text", "status", "strict"), [(DRAFT, 0, 0), (WARNING, 0, 1), (ERROR, 1, 1)]
)
@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_exit_status(cases: Path, text: str, status: int, strict: int, form: str) -> None:
    write(cases.parent, text)
    assert fp("check", "--format", form).exit_code == status
    assert fp("check", "--format", form, "--strict").exit_code == strict


def test_a_notice_never_fails(cases: Path) -> None:
    (cases / "essai/index.en.md").write_text(TRANSLATED)
    write(cases.parent, DRAFT.replace("draft", "review"))
    levels = {row["level"] for row in json.loads(fp("check", "--format", "json").output)}
    assert "notice" in levels
    only = [r for r in json.loads(fp("check", "--format", "json").output) if r["level"] == "notice"]
    assert only[0]["path"] == "cases/essai/index.en.md"
    assert fp("check", "--strict", "cases/essai/absent.md").exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nulle-part"),
        ("check", "cases", "nulle-part"),
        ("check", "--format", "xml"),
        ("check", "--lang", "de"),
        ("check", "--nope"),
        ("chek",),
        ("translated",),
    ],
)
def test_wrong_usage(cases: Path, arguments: tuple[str, ...]) -> None:
    result = fp(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_what_is_not_there_is_named(cases: Path) -> None:
    assert fp("check", "nulle-part").stderr.startswith("« nulle-part » n’existe pas")
    assert fp("check", "--lang", "en", "rien").stderr.startswith("“rien” does not exist")


def test_there_is_no_cases_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert fp("check").exit_code == 2


def test_no_record_yet(project: Path) -> None:
    result = fp("check")
    assert result.exit_code == 0
    assert "index.fr.md" in result.output


def test_text(cases: Path) -> None:
    write(cases.parent, ERROR)
    lines = fp("check").output.splitlines()
    assert lines[0] == "cases/essai/index.fr.md:6:1 erreur [raw-html]"
    assert lines[1:3] == ["  6 | <b>x</b>", "    | ^^^"]
    assert lines[-1] == "1 erreur (1 fiche vérifiée)."


def test_json(cases: Path) -> None:
    write(cases.parent, DRAFT.replace("Un essai", "😀 [x]: é"))
    rows = json.loads(fp("check", "--format", "json", "cases").output)
    assert [{**row, "message": ""} for row in rows] == [
        {
            "rule": "yaml-syntax",
            "level": "error",
            "path": "cases/essai/index.fr.md",
            "line": 4,
            "column": 13,
            "message": "",
        }
    ]
    write(cases.parent, DRAFT)
    assert json.loads(fp("check", "--format", "json").output) == []


def test_json_counts_code_points(cases: Path) -> None:
    write(cases.parent, DRAFT + "😀e\u0301日 <b>\n")
    rows = json.loads(fp("check", "--format", "json").output)
    assert [(r["line"], r["column"]) for r in rows] == [(6, 6)]


def test_json_of_a_folder(cases: Path) -> None:
    (cases / "Vide").mkdir()
    rows = json.loads(fp("check", "--format", "json").output)
    places = {(r["rule"], r["path"], r["line"], r["column"]) for r in rows}
    assert places == {
        ("bad-folder-name", "cases/Vide", 1, 1),
        ("no-record-file", "cases/Vide", 1, 1),
    }


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_french_and_english_are_about_the_same(cases: Path, form: str) -> None:
    write(cases.parent, ERROR.replace("Un essai", "Un essai #1") + "# x\n")
    fr, en = (fp("check", "--format", form, "--lang", lang).output for lang in ("fr", "en"))
    assert fr == fp("check", "--format", form).output
    assert fr != en and len(fr.splitlines()) == len(en.splitlines())


def test_github(cases: Path) -> None:
    assert fp("check", "--format", "github").output == ""
    write(cases.parent, ERROR)
    (line,) = fp("check", "--format", "github").output.splitlines()
    assert line.startswith(
        "::error file=cases/essai/index.fr.md,line=6,col=1,title=raw-html::« <b> »"
    )


def test_language_from_the_environment(cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FP_LANG", "en")
    assert fp("check").output.startswith("All is well")
    assert fp("check", "--lang", "fr").output.startswith("Tout")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_rules(language: str) -> None:
    result = fp("rules", "--lang", language)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert len(lines) == 2 * len(all_rules())
    for name, rule in all_rules().items():
        (line,) = [line for line in lines if line.startswith(f"{name}  [")]
        assert line.endswith("(build)") == rule.needs_build


def test_version() -> None:
    assert fp("--version").output.strip().endswith(__version__)


def test_translated(cases: Path) -> None:
    (cases / "essai/index.en.md").write_text(TRANSLATED)
    result = fp("translated", "essai")
    assert (result.exit_code, result.output) == (0, "cases/essai/index.en.md\n")
    assert "source_hash" in (cases / "essai/index.en.md").read_text()
    wrong = fp("translated", "essai", "absent")
    assert wrong.exit_code == 1
    assert wrong.stdout == "cases/essai/index.en.md\n" and "« absent »" in wrong.stderr
    assert "“absent”" in fp("translated", "absent", "--lang", "en").stderr


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


IMPORTED = """
import sys
sys.argv[0] = "fp"
from fp_build.doors.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["rules"], ["check", "cases/demande-unique"]])
def test_commands_do_without_the_host(arguments: list[str]) -> None:
    """The core stands without MkDocs; ``fp --help`` and ``fp check`` do not even load it."""
    result = run(IMPORTED, *arguments)
    assert result.returncode == 0, result.stderr
    loaded = set(json.loads(result.stderr.splitlines()[-1].replace("'", '"')))
    assert not loaded & {"mkdocs", "jinja2", "material", "markdown", "nh3", "babel", "PIL"}
    if arguments == ["--help"]:
        assert not loaded & {"yaml", "pydantic", "pyromark"}


def test_a_report_in_a_poor_locale(tmp_path: Path) -> None:
    """Accents and damaged names are printed whatever the locale says."""
    (tmp_path / "Été").mkdir()
    result = subprocess.run(
        [sys.executable, "-m", "fp_build", "check", str(tmp_path)],
        cwd=PROJECT, capture_output=True, check=False,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )  # fmt: skip
    assert result.returncode == 1
    assert "Été" in result.stdout.decode()
