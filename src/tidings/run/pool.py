"""`Pool`: worker processes that keep the order of the pages, hold few in memory and survive a crash.

The pool of the standard library gives up when one of its processes dies, and does not say on which item.
Here a worker that dies costs one page: the one it was at. The rest of its pages go to a new worker.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final

from tidings.errors import ItemError, TidingsError
from tidings.run.outcome import Outcome, Process
from tidings.run.worker import READY, work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Self

    from tidings.records import Page

# Pages handed to a worker and not yet answered: one in work, the others so that it need not wait.
_DEPTH: Final = 3
# Pages taken from the input and not yet yielded, for every worker: one slow page holds back the others.
_WINDOW: Final = 32


class _Worker:
    """One process, its connection, and the pages it has not answered, by number, oldest first."""

    def __init__(self, make: Callable[[], Process]) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, make), daemon=True)
        with _interrupts_ignored():
            self.process.start()
        theirs.close()
        self.ready = False
        self.pages: deque[tuple[int, Page]] = deque()

    def hand(self, number: int, page: Page) -> None:
        """Give the worker a page. A worker found dead here is dealt with where its answers are read."""
        self.pages.append((number, page))
        try:
            self.connection.send(page)
        except (BrokenPipeError, ConnectionResetError):
            return

    def stop(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join()


class Pool:
    """A context manager; `run` is called once. Its memory does not grow with the number of pages."""

    def __init__(self, make: Callable[[], Process], jobs: int) -> None:
        self._make = make
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._answers: dict[int, Outcome] = {}

    def __enter__(self) -> Self:
        self._workers = [_Worker(self._make) for _ in range(self._jobs)]
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self._workers:
            worker.stop()

    def run(self, pages: Iterable[Page | ItemError]) -> Iterator[Outcome]:
        """Yield the outcome of every page in order."""
        source = iter(pages)
        taken = yielded = 0
        exhausted = False
        while True:
            while not exhausted and taken - yielded < _WINDOW * self._jobs and self._has_room():
                page = next(source, None)
                if page is None:
                    exhausted = True
                else:
                    self._hand_out(taken, page)
                    taken += 1
            while yielded in self._answers:
                yield self._answers.pop(yielded)
                yielded += 1
            if exhausted and yielded == taken:
                return
            if yielded < taken:
                self._listen()

    def _has_room(self) -> bool:
        return any(len(worker.pages) < _DEPTH for worker in self._workers)

    def _hand_out(self, number: int, page: Page | ItemError) -> None:
        if isinstance(page, ItemError):
            self._answers[number] = Outcome(page.item, error=page)
        else:
            min(self._workers, key=lambda worker: len(worker.pages)).hand(number, page)

    def _listen(self) -> None:
        """Wait until at least one worker has something to say, and take it in."""
        ready = wait([worker.connection for worker in self._workers])
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            self._hear(worker)

    def _hear(self, worker: _Worker) -> None:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return
        if isinstance(message, TidingsError):
            raise message
        if message == READY:
            worker.ready = True
            return
        number, _ = worker.pages.popleft()
        self._answers[number] = message

    def _replace(self, worker: _Worker) -> None:
        """Book the page at which a worker died as failed, and give its other pages to a new one."""
        worker.process.join(timeout=5)
        worker.stop()
        exit_code = worker.process.exitcode
        if not worker.ready:
            raise TidingsError(f"a worker process died while it started (exit code {exit_code})")
        if worker.pages:
            number, page = worker.pages.popleft()
            self._answers[number] = Outcome(page.name, error=_crashed(page, exit_code))
        successor = _Worker(self._make)
        for number, page in worker.pages:
            successor.hand(number, page)
        self._workers[self._workers.index(worker)] = successor


def _crashed(page: Page, exit_code: int | None) -> ItemError:
    message = (
        f"the process that worked on it died (exit code {exit_code}): no memory left, or a fault in a library"
    )
    return ItemError(page.name, stage="run", code="crashed", message=message, uri=page.uri)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Start children that are deaf to Ctrl-C from their first instant: a child inherits what is ignored."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
