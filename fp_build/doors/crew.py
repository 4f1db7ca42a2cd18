"""Work shared between processes: the one place that knows about them.

A second process is a fork of this one: it finds everything in memory as it is here, and only what
it answers has to travel. That is safe where no other thread runs, which could hold a lock at that
moment for ever, and on Linux; elsewhere, and where one processor is all there is, this process
does the work alone and answers the same.
"""

from __future__ import annotations

import ctypes
import gc
import mmap
import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from itertools import pairwise
from typing import IO, Any, Final, Generic, TypeVar

from fp_build.doors.collector import without_collector

Item = TypeVar("Item")
Answer = TypeVar("Answer")

MOST: Final = 8
"""More processes than this wait for the disk and for each other."""

_NUMBER: Final = 8
"""How many bytes a number of an item takes."""

_EXIT_WITH_PARENT: Final = 1
"""``PR_SET_PDEATHSIG`` of Linux' ``prctl``."""


def may_fork() -> bool:
    """True where another process may be made of this one at this moment."""
    return sys.platform == "linux" and threading.active_count() == 1


def hands() -> int:
    """How many processes may work at this moment, this one among them."""
    if not may_fork():
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


class Crew(Generic[Item, Answer]):
    """Processes that share work: ``work`` is done on each item. Whoever has one closes it.

    Each process begins with a stretch of neighbours, so that what it has made of one may serve it
    for the next. Who is done takes from the second halves of the others, so that items may take as
    long as they like. There is no process for fewer than ``least`` items: below that a fork costs
    more than it brings.
    """

    def __init__(
        self, items: Sequence[Item], work: Callable[[Item], Answer], *, least: int = 1
    ) -> None:
        self._items = items
        self._work = work
        self._most = len(items) // max(1, least)
        self._queue: _Queue | None = None
        self._thaws = False
        self._helpers: list[_Helper] = []

    def begin(self) -> None:
        """Let the others begin. This process may do something else before it asks for the answers;
        what it comes to know meanwhile they do not. Nothing waits for it: what would be its own
        stretch is for whoever comes first."""
        self._begin(is_late=True)

    def _begin(self, *, is_late: bool) -> None:
        size = min(hands(), self._most)
        if self._queue is not None or size < 2:
            return
        self._thaws = not gc.get_freeze_count()  # else it is not for this crew to end
        gc.freeze()  # or the collector would write to, and so copy, all that is shared
        try:
            self._queue = queue = _Queue(size, len(self._items), first_is_late=is_late)
            for part in range(1, size):
                self._helpers.append(_Helper(queue.taken(part), self._items, self._work))
        except OSError:  # no room for another process, or for a file: this one does it all
            self.close()

    def answers(self, tell: Callable[[int], None] = lambda done: None) -> list[Answer]:
        """What is answered for each item, in their order, when this process has done its part.
        ``tell`` hears now and then how many are done. What ``work`` raises in any process is raised
        here; what it changes in memory is lost where another process did it, so it must answer all
        that matters."""
        self._begin(is_late=False)
        found: dict[int, Answer] = {}
        mine = self._queue.taken(0) if self._queue else range(len(self._items))
        with without_collector():  # which would look through all the answers, time and again
            for number in mine:
                found[number] = self._work(self._items[number])
                tell(len(found) + sum(helper.done for helper in self._helpers))
        for helper in self._helpers:
            found.update(helper.answers())
        if self._helpers:
            tell(len(self._items))
        return [found[number] for number in range(len(self._items))]

    def close(self) -> None:
        """Leave nothing running and nothing open."""
        for helper in self._helpers:
            helper.close()
        if self._queue is not None:
            self._queue.close()
        if self._thaws:
            gc.unfreeze()
        self._queue, self._helpers, self._thaws = None, [], False


def shared(
    items: Sequence[Item],
    work: Callable[[Item], Answer],
    *,
    least: int = 1,
    tell: Callable[[int], None] = lambda done: None,
) -> list[Answer]:
    """What a :class:`Crew` answers that begins at once."""
    with closing(Crew(items, work, least=least)) as crew:
        return crew.answers(tell)


class Errand(Generic[Answer]):
    """What another process finds out while this one goes on."""

    def __init__(self, work: Callable[[], Answer]) -> None:
        self._work = work
        self._helper: _Helper | None = None
        if hands() > 1:
            with suppress(OSError):  # no room for another process, or for its file
                self._helper = _Helper(iter((0,)), (work,), _done)

    def answer(self) -> Answer:
        """What it found. Where there could be no other process, or something has kept it from its
        work, this one does it now."""
        helper, self._helper = self._helper, None
        if helper is not None:
            with suppress(OSError), closing(helper):
                found: Answer = helper.answers()[0]
                return found
        return self._work()

    def close(self) -> None:
        """Leave nothing running, where nobody has asked for the answer."""
        if self._helper is not None:
            self._helper.close()
            self._helper = None


def survives(work: Callable[[], None], seconds: float, memory: int) -> bool:
    """True where a process can do that work within so many ``seconds`` of computing and so many
    bytes of ``memory`` more than this one has. An error that the work raises is none of that.
    Raises :class:`OSError` where there could be no other process."""
    pid = os.fork()
    if pid:
        _, status = os.waitpid(pid, 0)
        return status == 0
    status = 1
    try:
        import resource  # which not every system has

        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # which ends the process, wherever it is
        signal.setitimer(signal.ITIMER_PROF, seconds)
        most = _size(resource.getpagesize()) + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        try:
            work()
        except MemoryError:
            pass
        except Exception:  # it is raised again where the work is then done
            status = 0
        else:
            status = 0
    finally:
        os._exit(status)


def _size(page: int) -> int:
    """How much of its address space this process uses, in bytes."""
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[0]) * page


def _done(work: Callable[[], Answer]) -> Answer:
    return work()


class _Queue:
    """The numbers of what is to be done, a stretch for each process: its own half, and the rest in
    a file that all have opened as one, so that whoever reads a number takes it from the others. A
    process that is late has no half of its own."""

    def __init__(self, crew: int, count: int, *, first_is_late: bool) -> None:
        self._own: list[range] = []
        self._rest: list[IO[bytes]] = []
        for begin, end in pairwise(part * count // crew for part in range(crew + 1)):
            is_late = first_is_late and not self._own
            middle = begin if is_late else end - (end - begin) // 2
            self._own.append(range(begin, middle))
            try:
                self._lay_open(range(middle, end))
            except OSError:
                self.close()
                raise

    def _lay_open(self, numbers: range) -> None:
        file = tempfile.TemporaryFile()  # noqa: SIM115 – ``close`` closes it
        self._rest.append(file)
        file.write(b"".join(number.to_bytes(_NUMBER, sys.byteorder) for number in numbers))
        file.seek(0)

    def taken(self, part: int) -> Iterator[int]:
        """What the process does whose stretch is that part, before it helps with the others."""
        yield from self._own[part]
        for file in self._rest[part:] + self._rest[:part]:
            while number := os.read(file.fileno(), _NUMBER):
                yield int.from_bytes(number, sys.byteorder)

    def close(self) -> None:
        """Leave nothing open."""
        for file in self._rest:
            file.close()


class _Helper:
    """A process that does what it takes of the items, and leaves what it found in a file without a
    name."""

    def __init__(
        self, numbers: Iterator[int], items: Sequence[Any], work: Callable[[Any], Any]
    ) -> None:
        self._count = mmap.mmap(-1, 8)
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 – ``close`` closes it
        self._running = False
        try:
            self._pid = _forked(partial(_answer, numbers, items, work, self._file, self._count))
        except OSError:
            self.close()
            raise
        self._running = True

    @property
    def done(self) -> int:
        """How many items it has done."""
        return int.from_bytes(self._count[:8], sys.byteorder)

    def answers(self) -> dict[int, Any]:
        """What it found, by the number of the item, when it has; raises what it raised."""
        _, status = os.waitpid(self._pid, 0)
        self._running = False
        if status != 0:
            code = os.waitstatus_to_exitcode(status)
            if code > 1:
                raise OSError(code, os.strerror(code))
            raise ChildProcessError(signal.Signals(-code).name if code < 0 else f"exit {code}")
        self._file.seek(0)
        answers, error = pickle.load(self._file)
        if error is not None:
            raise error
        assert isinstance(answers, dict)
        return answers

    def close(self) -> None:
        """Leave nothing running and nothing open."""
        if self._running:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._running = False
        self._file.close()
        self._count.close()


def _forked(work: Callable[[], None]) -> int:
    """The number of another process, which does that work and never comes back to what this one is
    about to do. It ends with 0, or with the number of what the system refused."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # or both processes would write what waits there
    parent = os.getpid()
    pid = os.fork()
    if pid != 0:
        return pid
    status = 1
    try:
        ctypes.CDLL(None).prctl(_EXIT_WITH_PARENT, signal.SIGKILL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all: the parent decides
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if os.getppid() == parent:
            gc.disable()
            work()
            status = 0
    except OSError as error:  # not even what it has found could be written
        status = error.errno or 1
    finally:
        os._exit(status)


def _answer(
    numbers: Iterator[int],
    items: Sequence[Any],
    work: Callable[[Any], Any],
    file: IO[bytes],
    count: mmap.mmap,
) -> None:
    answers: dict[int, Any] = {}
    error: BaseException | None = None
    try:
        for number in numbers:
            answers[number] = work(items[number])
            count[:8] = len(answers).to_bytes(8, sys.byteorder)
    except BaseException as raised:  # it is raised again where somebody listens
        error = raised
    try:
        pickle.dump((answers, error), file, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, TypeError, AttributeError):
        file.seek(0)
        pickle.dump(({}, RuntimeError(f"{type(error).__name__}: {error}")), file)
    file.flush()
