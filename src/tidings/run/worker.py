"""A worker process: builds the pipeline once, then answers every page with its outcome."""

from __future__ import annotations

import queue
import signal
import threading
from typing import TYPE_CHECKING, Final

from tidings.config import one_thread_each
from tidings.errors import TidingsError
from tidings.records import Page
from tidings.run.outcome import Process, attempt

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

# The worker's first message, once its pipeline stands. A TidingsError in its place says why it cannot.
READY: Final = "ready"

Inbox = queue.SimpleQueue[Page | None]


def work(connection: Connection, make: Callable[[], Process]) -> None:
    """Answer pages until the connection closes. The target of a `multiprocessing.Process`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to handle
    one_thread_each()
    # Pages are taken in by a thread, so that the main process never waits to hand one over while this
    # one waits to hand a result back.
    inbox: Inbox = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    try:
        process = _made(make)
        connection.send(READY)
        while (page := inbox.get()) is not None:
            connection.send(attempt(process, page))
    except TidingsError as error:
        connection.send(error)
    except (BrokenPipeError, ConnectionResetError):
        return  # the main process has gone


def _made(make: Callable[[], Process]) -> Process:
    try:
        return make()
    except TidingsError:
        raise
    except Exception as error:
        text = " ".join(str(error).split())
        raise TidingsError(f"the pipeline cannot be built: {type(error).__name__}: {text}") from error


def _receive(connection: Connection, inbox: Inbox) -> None:
    try:
        while True:
            inbox.put(connection.recv())
    except (EOFError, OSError):
        inbox.put(None)
