"""MkDocs with its imports done: a build starts at once, in a process of its own.

Much of the time of a small build goes into starting Python and importing the host. A server of
forks has done that and has built nothing: each build finds what it would have found after imports
of its own, and leaves nothing in memory to the next one.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import chdir
from functools import lru_cache
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, Final

PATIENCE: Final = 300.0
"""In seconds."""


def run(folder: Path, arguments: tuple[str, ...], env: Mapping[str, str]) -> tuple[int, str]:
    """What ``mkdocs`` answers in a folder: its exit status, and all that it says."""
    with tempfile.TemporaryDirectory() as said:
        streams = [Path(said) / "out", Path(said) / "err"]
        process = _server().Process(target=_work, args=(folder, arguments, env, streams))
        with chdir("/"):  # the server may start here, and works in nobody's project
            process.start()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()
        return process.exitcode, "".join(file.read_text("utf-8") for file in streams)


@lru_cache(maxsize=1)
def _server() -> Any:
    import fp_build

    server = multiprocessing.get_context("forkserver")
    ours = (module.name for module in walk_packages(fp_build.__path__, "fp_build."))
    server.set_forkserver_preload(["mkdocs.__main__", "mkdocs.commands.build", *ours])
    return server


def _work(
    folder: Path, arguments: tuple[str, ...], env: Mapping[str, str], streams: list[Path]
) -> None:
    """Become the command."""
    for number, file in enumerate(streams, 1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
    os.environ.clear()
    os.environ.update(env, NO_MKDOCS_2_WARNING="1")  # as our plugin does when it is imported
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    sys.argv[:] = ["mkdocs", *arguments]
    from mkdocs.__main__ import cli

    cli()
