"""Garbage is collected in the window's thread, whatever other threads do."""

import gc
import threading
import weakref

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from ahp_companion.ui.collecting import Collecting, collected_here

MANY = 5_000


class Knot:
    """Something that only a collection lets go of, and that says in which thread it was."""

    def __init__(self, gone_in: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, _say, gone_in)


def _say(gone_in: list[int]) -> None:
    gone_in.append(threading.get_ident())


def _tie(gone_in: list[int]) -> None:
    Knot(gone_in)
    # More than enough for Python to collect of its own accord.
    for _ in range(MANY):
        held: list[object] = []
        held.append(held)


def test_a_thread_beside_the_window_collects_nothing(qapp: QApplication) -> None:
    assert QThread.currentThread() is qapp.thread()
    gc.collect()
    gone_in: list[int] = []
    beside = threading.Thread(target=_tie, args=(gone_in,))
    beside.start()
    beside.join()
    assert gone_in == []
    made = Collecting()
    made.collect()
    assert gone_in == [threading.get_ident()]


def test_without_it_such_a_thread_does_collect(qapp: QApplication) -> None:
    gc.collect()
    gc.enable()
    gone_in: list[int] = []
    beside = threading.Thread(target=_tie, args=(gone_in,))
    beside.start()
    beside.join()
    assert gone_in == [beside.ident]
    gc.disable()


def test_work_that_opens_a_window_gives_collecting_back(qapp: QApplication) -> None:
    gc.enable()
    with collected_here():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()


def test_once_stopped_python_collects_as_it_likes(qapp: QApplication) -> None:
    made = Collecting()
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
    gc.disable()
