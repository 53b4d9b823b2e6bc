"""What is made again after an edit."""

from __future__ import annotations

import gc
import os
import weakref
from pathlib import Path

from ground.kept import Kept
from serving.garbage import sweep
from serving.staleness import Inputs, Staleness


def built(shared: str = "terms", **pages: str) -> Staleness:
    """After one good build."""
    staleness = Staleness()
    staleness.begin()
    staleness.look(Inputs(shared, pages))
    return staleness


def look(staleness: Staleness, shared: str = "terms", **pages: str) -> set[str]:
    """The stale pages of one more build."""
    staleness.begin()
    staleness.look(Inputs(shared, pages))
    return {page for page in pages if staleness.is_stale(page)}


def test_everything_is_new_at_first() -> None:
    assert built(one="1").is_stale("one")


def test_only_the_edited_page_is_stale() -> None:
    assert look(built(one="1", two="2"), one="1", two="II") == {"two"}


def test_what_any_page_may_show_makes_all_stale() -> None:
    assert look(built(one="1", two="2"), shared="other terms", one="1", two="2") == {"one", "two"}


def test_a_generated_page_is_stale_with_its_content() -> None:
    staleness = built(one="1")
    assert staleness.is_stale("map", lambda: "a")
    look(staleness, one="1")
    assert not staleness.is_stale("map", lambda: "a")
    look(staleness, one="1")
    assert staleness.is_stale("map", lambda: "b")
    assert staleness.is_stale("map")


def test_a_failed_build_is_made_up_for() -> None:
    staleness = built(one="1", two="2")
    assert look(staleness, one="wrong", two="2") == {"one"}
    staleness.failed()
    assert look(staleness, one="1", two="2") == {"one"}
    assert look(staleness, one="1", two="2") == set()


def test_a_mistake_in_what_is_read_costs_nothing() -> None:
    staleness = built(one="1", two="2")
    staleness.begin()
    staleness.failed()
    assert look(staleness, one="1", two="II") == {"two"}


def test_a_failed_whole_build_is_made_whole_again() -> None:
    staleness = built(one="1", two="2")
    look(staleness, shared="other terms", one="1", two="2")
    staleness.failed()
    assert look(staleness, shared="terms", one="1", two="2") == {"one", "two"}


class Ring:
    """Garbage that only a search finds, once nobody else has it."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_freed_after_each_build() -> None:
    gc.disable()
    try:
        for whole in (True, False, True):
            kept, lost = Ring(), Ring()
            alive, gone = weakref.ref(kept), weakref.ref(lost)
            del lost
            sweep(whole)
            assert alive()
            assert not gone()
            assert gc.isenabled()
            gc.disable()
        before = weakref.ref(kept)
        del kept
        sweep(whole=False)
        assert before()
        sweep(whole=True)
        assert not before()
    finally:
        gc.unfreeze()
        gc.enable()


def test_a_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text("1", encoding="utf-8")
    kept = Kept()
    assert kept.get("a", [file], file.read_text) == "1"
    status = file.stat()
    file.write_text("2", encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert kept.get("a", [file], file.read_text) == "1"
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert kept.get("a", [file], file.read_text) == "2"
