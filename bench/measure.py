"""What a whole process costs: seconds at the clock, processor time and the most memory.

Processor time is that of the process and of all the children it waited for. Memory is the largest
sum of PSS over the process tree (what processes share counts once in all), sampled from ``/proc``.
It is taken in runs of its own, since sampling slows what is sampled.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import IO, Final

EVERY: Final = 0.05
"""Seconds between two samples of memory."""


class Failed(Exception):
    """A command that was to be measured went wrong: a measurement of that is none."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, in seconds."""

    wall: float
    processor: float


def middle(costs: Iterable[Cost]) -> Cost:
    """The medians of several runs."""
    known = list(costs)
    return Cost(median(c.wall for c in known), median(c.processor for c in known))


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, where, and with what in its environment besides."""

    arguments: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    expected: tuple[int, ...] = (0,)
    """The statuses with which it ends well."""

    def start(self, output: int) -> subprocess.Popen[bytes]:
        """Begin it, with all it says going to a file that is open."""
        return subprocess.Popen(
            self.arguments,
            cwd=self.folder,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )

    def cost(self) -> Cost:
        """Run it, and say what it took. Raises Failed if it ends badly."""
        with tempfile.TemporaryFile() as said:
            started = time.perf_counter()
            process = self.start(said.fileno())
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            self._check(process.returncode, said)
        return Cost(wall, usage.ru_utime + usage.ru_stime)

    def memory(self) -> int:
        """Run it, and say how many bytes its processes held at most, together. Raises Failed if
        it ends badly."""
        with tempfile.TemporaryFile() as said:
            process = self.start(said.fileno())
            done = threading.Event()
            most = [0]

            def sample() -> None:
                while not done.wait(EVERY):
                    most[0] = max(most[0], sum(map(held, tree(process.pid))))

            sampler = threading.Thread(target=sample)
            sampler.start()
            process.wait()
            done.set()
            sampler.join()
            self._check(process.returncode, said)
        return most[0]

    def _check(self, status: int, said: IO[bytes]) -> None:
        if status not in self.expected:
            said.seek(0)
            words = said.read()[-2000:].decode(errors="replace")
            raise Failed(f"{' '.join(self.arguments)} : code {status}\n{words}")


def tree(process: int) -> Iterator[int]:
    """A process and all that it has begun, as far as they are still there."""
    yield process
    try:
        for listed in Path(f"/proc/{process}/task").glob("*/children"):
            for child in listed.read_text().split():
                yield from tree(int(child))
    except OSError:  # it has just ended
        return


def held(process: int) -> int:
    """The bytes of memory that a process holds, what it shares counted in part (PSS)."""
    try:
        with open(f"/proc/{process}/smaps_rollup") as lines:
            return proportional(lines)
    except OSError:
        return 0


def proportional(lines: Iterable[str]) -> int:
    """The PSS that ``smaps_rollup`` says, in bytes."""
    for line in lines:
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def interleaved(runs: int, measured: Mapping[str, Callable[[], Cost]]) -> dict[str, list[Cost]]:
    """Each so many times, in turn, so that a busy moment of the machine meets all alike; the order
    is turned round every other time, so that none always follows the same one."""
    found: dict[str, list[Cost]] = {name: [] for name in measured}
    for number in range(runs):
        names = list(measured)
        for name in names if number % 2 == 0 else reversed(names):
            found[name].append(measured[name]())
    return found
