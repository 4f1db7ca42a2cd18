"""The least that reading records can cost: what the libraries alone take.

    python -m bench.floor FOLDER

Composes the front matter of every record file below FOLDER into nodes with PyYAML's C loader, and
renders and sanitises every body with the libraries that the site uses. It judges nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import nh3
import pyromark
import yaml

_OPTIONS: Final = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
_FENCE: Final = "---\n"


def read_all(folder: Path) -> int:
    """The number of files read. ValueError for a file that is not front matter and a body."""
    files = sorted(folder.glob("*/index.*.md"))
    for file in files:
        before, front_matter, body = file.read_text(encoding="utf-8").split(_FENCE, 2)
        if before:
            raise ValueError(f"{file} does not begin with front matter")
        yaml.compose(front_matter, Loader=yaml.CSafeLoader)
        nh3.clean(pyromark.html(body, options=_OPTIONS))
    return len(files)


if __name__ == "__main__":
    print(read_all(Path(sys.argv[1])))
