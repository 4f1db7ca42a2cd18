"""What stops a build is said in one plain message."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from mkdocs.exceptions import PluginError

from fp_build.doors.mkdocs.failing import as_failure, is_said

BASE = Path("/projet")


def said(error: BaseException, language: str = "fr") -> str:
    text = str(as_failure(error, language, BASE / "site", BASE))  # type: ignore[arg-type]
    head, _, rest = text.partition("\n\n")
    assert head == "Futurs Publics"
    return rest


def os_error(code: int, path: str | None) -> OSError:
    return OSError(code, os.strerror(code), path)


@pytest.mark.parametrize(
    ("error", "place", "rule", "about"),
    [
        (os_error(errno.ENOSPC, "/projet/.site-x/a"), "site", "disk-full", ": .site-x/a ("),
        (os_error(errno.EDQUOT, None), "site", "disk-full", ": site ("),
        (os_error(errno.EROFS, "/ailleurs"), "site", "folder-closed", ": /ailleurs ("),
        (os_error(errno.EACCES, "/projet"), "site", "folder-closed", ": . ("),
        (ChildProcessError("SIGKILL"), "site", "build-cut-short", "(SIGKILL)"),
        (MemoryError(), "site", "build-cut-short", "(MemoryError)"),
        (os_error(errno.EIO, "/projet/a"), "site", "build-failed", "Input/output error"),
        (KeyError("a\nb"), "site", "build-failed", r"KeyError: 'a\nb'"),
        (ValueError(), "site", "build-failed", " : ValueError."),
    ],
)
def test_each_error_has_its_words(error: Exception, place: str, rule: str, about: str) -> None:
    text = said(error)
    assert text.startswith(f"{place}:1:1 erreur [{rule}]\n")
    assert about in text
    assert len(text.splitlines()) == 3
    assert f"{place}:1:1 error [{rule}]\n" in said(error, "en")


@pytest.mark.parametrize("template", ["<p>\n{{ nothing.at_all }}", "<p>\n{% if %}"])
def test_a_template_is_named_with_its_line(tmp_path: Path, template: str) -> None:
    loader = DictLoader({"overrides/a.html": template})
    env = Environment(loader=loader, undefined=StrictUndefined)
    with pytest.raises(Exception) as failed:
        env.get_template("overrides/a.html").render()
    text = said(failed.value)
    assert "[template-failed]" in text
    if "%" in template:
        assert text.startswith("overrides/a.html:2:1 ")


def test_what_the_host_says_is_left_to_it() -> None:
    assert is_said(PluginError("a finding"))
    assert not is_said(OSError())
