"""What is said when something stops a build that is nobody's record: one plain message, in the
language of the reports, and never a traceback."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from traceback import walk_tb
from typing import Final

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.exceptions import MkDocsException, PluginError

from fp_build.doors.report import as_text
from fp_build.judging import machine_faults as faults
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import Language

log = logging.getLogger(f"mkdocs.plugins.{__name__}")

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_CLOSED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


def as_failure(error: BaseException, language: Language, site: Path, base: Path) -> PluginError:
    """What stops the build, as the host says it to the person. ``site`` is the folder to be
    published, ``base`` that of the project. ``mkdocs --verbose`` shows where in the code it was."""
    log.debug("%s", error, exc_info=error)
    return failure(_finding(error, site, base), language)


def failure(finding: Finding, language: Language) -> PluginError:
    """A finding, as what stops the build."""
    return failures([finding], language)


def failures(findings: Sequence[Finding], language: Language) -> PluginError:
    """Some findings, as what stops the build."""
    return PluginError(f"Futurs Publics\n\n{as_text(findings, language, lambda path: ())}")


def is_said(error: BaseException) -> bool:
    """Whether the host says by itself what it is, in words for people."""
    return isinstance(error, MkDocsException)


def _finding(error: BaseException, site: Path, base: Path) -> Finding:
    place = Place(_shown(site, base))
    if isinstance(error, ChildProcessError | MemoryError):
        return faults.BUILD_CUT_SHORT.at(place, said=str(error) or type(error).__name__)
    if isinstance(error, OSError) and error.errno in (*_FULL, *_CLOSED):
        rule = faults.DISK_FULL if error.errno in _FULL else faults.FOLDER_CLOSED
        about = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
        where = _shown(Path(about), base) if about else place.path
        return rule.at(place, said=f"{where} ({os.strerror(error.errno or 0)})")
    at = _template(error, base)
    if at is not None or isinstance(error, TemplateError):
        return faults.TEMPLATE_FAILED.at(at or place, said=_said(error))
    return faults.BUILD_FAILED.at(place, said=_said(error))


def _said(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _template(error: BaseException, base: Path) -> Place | None:
    """The line of a template where it happened; Jinja writes it into the trace."""
    if isinstance(error, TemplateSyntaxError):
        return Place(_shown(Path(error.filename or error.name or ""), base), error.lineno)
    lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    if not lines or not lines[-1][0].endswith(".html"):
        return None
    return Place(_shown(Path(lines[-1][0]), base), lines[-1][1])


def _shown(path: Path, base: Path) -> str:
    """A path as the person knows it: from the folder of the project where it is in it."""
    return (path.relative_to(base) if path.is_relative_to(base) else path).as_posix()
